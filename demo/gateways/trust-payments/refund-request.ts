import type { Call } from './call.ts';
import { Refusal } from './errors.ts';
import { BASE_AMOUNT, readOrderReference } from './fields.ts';
import type { Ledger, NewRefund } from './ledger.ts';
import { type Site, SITE_REFERENCE } from './site.ts';
import type { Sites } from './sites.ts';
import type { Payment, Transaction } from './transaction.ts';

type AskedRefund = Omit<NewRefund, 'settlestatus'>;

/** Reads a `REFUND` and holds it against its parent. Trust Payments help, REFUND. @throws {Refusal} */
export function readRefund({ user, request }: Call, sites: Sites, ledger: Ledger): { site: Site; refund: AskedRefund } {
  const site = sites.open(user, request.text('sitereference', SITE_REFERENCE));
  const reference = request.text('parenttransactionreference', /^\d+-\d+-\d+$/);
  const amount = request.optionalText('baseamount', BASE_AMOUNT);
  const currency = request.optionalText('currencyiso3a', /^[A-Z]{3}$/);
  const orderreference = readOrderReference(request);
  const parent = readParent(ledger.get(reference), site);
  if (currency !== undefined && currency !== parent.currencyiso3a) throw new Refusal('20015');
  // Without an amount it is the whole payment, whatever has been returned of it before.
  const value = Number(amount ?? parent.baseamount);
  if (value < site.minimumRefund) throw new Refusal('20022');
  if (value + returnedOf(parent, ledger) > Number(parent.baseamount)) throw new Refusal('20007');
  return {
    site,
    refund: {
      sitereference: site.sitereference,
      parenttransactionreference: reference,
      orderreference,
      baseamount: String(value),
      currencyiso3a: parent.currencyiso3a,
      operatorname: user,
    },
  };
}

function readParent(parent: Transaction | undefined, { sitereference }: Site): Payment {
  if (parent?.sitereference !== sitereference) throw new Refusal('20004');
  if (parent.requesttypedescription === 'REFUND') throw new Refusal('20006');
  if (parent.settlestatus === '3') throw new Refusal(parent.errorcode === '0' ? '20012' : '20011');
  if (parent.settlestatus !== '100') throw new Refusal('20005');
  return parent;
}

/** What has gone back or is about to. */
function returnedOf(parent: Payment, ledger: Ledger): number {
  const refunds = ledger.refundsOf(parent).filter(({ settlestatus }) => settlestatus !== '3');
  return refunds.reduce((sum, { baseamount }) => sum + Number(baseamount), 0);
}
