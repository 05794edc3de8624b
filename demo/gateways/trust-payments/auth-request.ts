import type { Call } from './call.ts';
import { Refusal } from './errors.ts';
import { BASE_AMOUNT, readOrderReference } from './fields.ts';
import type { NewPayment } from './ledger.ts';
import { isSupported } from './money.ts';
import { type Site, SITE_REFERENCE } from './site.ts';
import type { Sites } from './sites.ts';

const MAX_URL = /^.{1,2048}$/;

/** Reads an `AUTH` for Alipay. Trust Payments help, Alipay. @throws {Refusal} */
export function readPayment({ user, request, isJson }: Call, sites: Sites): { site: Site; payment: NewPayment } {
  const site = sites.open(user, request.text('sitereference', SITE_REFERENCE));
  request.text('accounttypedescription', /^ECOM$/);
  request.text('paymenttypedescription', /^ALIPAY$/);
  if (!site.isAlipayEnabled) throw new Refusal('40000');
  const baseamount = request.text('baseamount', BASE_AMOUNT);
  const currencyiso3a = request.text('currencyiso3a', /^[A-Z]{3}$/);
  if (!isSupported(currencyiso3a)) throw new Refusal('30000', 'currencyiso3a');
  const returnurl = request.text('returnurl', MAX_URL);
  if (!/^https?:$/.test(URL.parse(returnurl)?.protocol ?? '')) throw new Refusal('30000', 'returnurl');
  // In every example of the JSON format, though in no table of required fields: who leaves it out takes a chance.
  const country = /^[A-Z]{2}$/;
  const billingcountryiso2a = isJson
    ? request.text('billingcountryiso2a', country)
    : request.optionalText('billingcountryiso2a', country);
  const isWap = request.optionalText('applicationtype', /^WAP$/) !== undefined;
  if (isWap && !site.isWapEnabled) throw new Refusal('30000', 'applicationtype');
  return {
    site,
    payment: {
      sitereference: site.sitereference,
      orderreference: readOrderReference(request),
      baseamount: String(Number(baseamount)),
      currencyiso3a,
      operatorname: user,
      returnurl,
      billingcountryiso2a,
      applicationtype: isWap ? 'WAP' : undefined,
    },
  };
}
