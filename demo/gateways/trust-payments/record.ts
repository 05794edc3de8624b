import { mainAmount } from './money.ts';
import { liveStatusOf, type Site } from './site.ts';
import type { Transaction } from './transaction.ts';

/** An answer. All values are strings, numbers too. */
export interface Answer {
  readonly fields: Readonly<Record<string, string>>;
  /** Of an error: what is wrong, mostly the name of a field. */
  readonly errordata?: readonly string[];
  /** Of a query that has found something. */
  readonly records?: readonly Readonly<Record<string, string>>[];
}

// Alipay's id of the merchant. Its name has a space in it, in JSON.
const PARTNER_ID = '2088000011112222';

/** A transaction in the gateway's own fields, as answers and records have it. */
export function recordOf(transaction: Transaction, site: Site): Record<string, string> {
  const timestamp = toTimestamp(transaction.startedAtMs);
  const { requesttypedescription, errorcode, settlestatus, transactionreference, orderreference } = transaction;
  const { baseamount, currencyiso3a, operatorname, sitereference } = transaction;
  return {
    requesttypedescription,
    errorcode,
    errormessage: errorcode === '0' ? 'Ok' : 'Decline',
    settlestatus,
    transactionreference,
    ...(orderreference ? { orderreference } : {}),
    ...ownFields(transaction),
    baseamount,
    currencyiso3a,
    paymenttypedescription: 'ALIPAY',
    accounttypedescription: 'ECOM',
    sitereference,
    merchantname: site.name,
    operatorname,
    transactionstartedtimestamp: timestamp,
    settleduedate: timestamp.slice(0, 10),
    livestatus: liveStatusOf(sitereference),
    'partner id': PARTNER_ID,
  };
}

function ownFields(transaction: Transaction): Record<string, string> {
  if (transaction.requesttypedescription === 'REFUND') {
    return { parenttransactionreference: transaction.parenttransactionreference };
  }
  const { billingcountryiso2a } = transaction;
  return billingcountryiso2a ? { billingcountryiso2a } : {};
}

/** What a notification may tell: as a record, with the amount in major units beside it. */
export function notifiableFields(transaction: Transaction, site: Site): Record<string, string> {
  const { baseamount, currencyiso3a } = transaction;
  return { ...recordOf(transaction, site), mainamount: mainAmount(baseamount, currencyiso3a) };
}

/** `2017-03-16 16:25:08`: without a zone on the wire, and UTC here. */
export function toTimestamp(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}
