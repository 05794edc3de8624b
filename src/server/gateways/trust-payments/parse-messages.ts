import { GatewayError } from '../../gateway.ts';
import { type Fields, toFields, toText, toWholeNumber } from '../../gateway-fields.ts';
import type { QueryResponse, Transaction } from './messages.ts';

/** The fields of a transaction that are one text each, by the name that the gateway gives them. */
export const TRANSACTION_FIELDS = [
  'requesttypedescription',
  'errorcode',
  'errormessage',
  'settlestatus',
  'transactionreference',
  'parenttransactionreference',
  'orderreference',
  'baseamount',
  'currencyiso3a',
  'redirecturl',
  'livestatus',
  'sitereference',
  'paymenttypedescription',
  'accounttypedescription',
  'settleduedate',
  'transactionstartedtimestamp',
] as const satisfies readonly (keyof Transaction)[];

export function parseTransaction(fields: Fields): Transaction {
  const texts = TRANSACTION_FIELDS.flatMap((name) => {
    const text = toText(fields[name]);
    return text === undefined ? [] : [[name, text]];
  });
  // Over JSON the name has a space in it.
  const partnerid = toText(fields['partner id'] ?? fields.partnerid);
  const errordata = Array.isArray(fields.errordata) ? fields.errordata : [fields.errordata];
  return {
    ...(Object.fromEntries(texts) as Partial<Record<(typeof TRANSACTION_FIELDS)[number], string>>),
    ...(partnerid !== undefined && { partnerid }),
    errordata: errordata.flatMap((item) => toText(item) ?? []),
  };
}

/**
 * An empty answer is taken for one only where it cannot be anything else: after it, money may be sent again.
 *
 * @throws {GatewayError} `unknown` where there may be records that we cannot read.
 */
export function parseQueryResponse(fields: Fields): QueryResponse {
  const records = fields.records ?? [];
  if (!Array.isArray(records)) throw new GatewayError('unknown', 'The records of the answer are not a list');
  // Whether answers hold this count is not documented; where they do, it must be true.
  const found = toText(fields.found);
  if (found !== undefined && toWholeNumber(found) !== records.length) {
    throw new GatewayError('unknown', `The answer speaks of ${found} records and holds ${records.length}`);
  }
  return { ...parseTransaction(fields), records: records.map((record) => parseTransaction(toFields(record))) };
}
