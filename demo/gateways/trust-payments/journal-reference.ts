import { isObject, onlyItem } from './fields.ts';
import type { Ledger } from './ledger.ts';
import type { Transaction } from './transaction.ts';

/** What a merchant calls a transaction: its own reference, or the gateway's where it gave none. */
export function referenceOf({ orderreference, transactionreference }: Transaction): string {
  return orderreference || transactionreference;
}

/** Which payment a request was about, for the journal, whether or not it was answered as hoped. */
export function merchantReferenceOf(request: Readonly<Record<string, unknown>>, ledger: Ledger): string | undefined {
  const filter = isObject(request['filter']) ? request['filter'] : {};
  const byGateway = request['parenttransactionreference'] ?? onlyValue(filter['transactionreference']);
  const byMerchant = request['orderreference'] ?? onlyValue(filter['orderreference']);
  const found =
    typeof byGateway === 'string'
      ? ledger.get(byGateway)
      : ledger.list().find(({ orderreference }) => orderreference !== '' && orderreference === byMerchant);
  const payment = ledger.paymentOf(found);
  if (payment) return referenceOf(payment);
  return typeof byMerchant === 'string' ? byMerchant : undefined;
}

function onlyValue(list: unknown): unknown {
  const item = onlyItem(list);
  return isObject(item) ? item['value'] : undefined;
}
