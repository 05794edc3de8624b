import { Fields } from './fields.ts';
import { readConfirmRequest, readIntentRequest } from './intent-request.ts';
import { listPage, readSearch } from './lists.ts';
import type { Asked, Office, Perform } from './office.ts';
import type { Payment } from './payment.ts';
import { Refusal } from './refusal.ts';

/** WooshPay docs, Create a PaymentIntent. */
export const createPaymentIntent: Perform = ({ account, body }, { ledger, messages }) => {
  const { confirm, ...request } = readIntentRequest(body, account);
  if (account.behaviour === 'declines') throw new Refusal('payment_declined', 'The payment was declined.');
  const payment = ledger.open(account, request);
  if (!confirm || !request.method) return messages.intent(payment, account);
  const { method, returnUrl } = request;
  return messages.intent(ledger.apply(payment, { type: 'confirm', method, returnUrl }) ?? payment, account);
};

/** WooshPay docs, Retrieve a PaymentIntent. */
export const retrievePaymentIntent: Perform = (asked, { ledger, messages }) =>
  messages.intent(findIntent(asked, ledger), asked.account);

/** WooshPay docs, Confirm a PaymentIntent. */
export const confirmPaymentIntent: Perform = (asked, { ledger, messages }) => {
  const payment = findIntent(asked, ledger);
  refuseHosted(payment);
  const request = readConfirmRequest(asked.body, payment);
  const confirmed = ledger.apply(payment, { type: 'confirm', ...request });
  if (!confirmed) throw unexpected('confirmed', payment);
  return messages.intent(confirmed, asked.account);
};

/** WooshPay docs, Cancel a PaymentIntent. */
export const cancelPaymentIntent: Perform = (asked, { ledger, messages }) => {
  const payment = findIntent(asked, ledger);
  refuseHosted(payment);
  const fields = new Fields(asked.body);
  const reason = fields.text('cancellation_reason', 500);
  fields.close();
  const cancelled = ledger.apply(payment, { type: 'cancel', reason });
  if (!cancelled) throw unexpected('canceled', payment);
  return messages.intent(cancelled, asked.account);
};

/** WooshPay docs, List PaymentIntents. */
export const listPaymentIntents: Perform = ({ account, query }, { ledger, messages }) =>
  listPage(ledger.listOf(account), query, '/v1/payment_intents', (payment) => messages.intent(payment, account));

/** WooshPay docs, Search PaymentIntents. */
export const searchPaymentIntents: Perform = ({ account, query }, { ledger, messages, now }) => {
  const { merchantOrderId, limit } = readSearch(query);
  const found = ledger
    .listOf(account)
    .filter((payment) => payment.merchantOrderId === merchantOrderId)
    .filter(({ createdAtMs }) => createdAtMs + account.searchLagMs <= now());
  return {
    object: 'list',
    url: '/v1/payment_intents/search',
    has_more: found.length > limit,
    data: found.slice(0, limit).map((payment) => messages.intent(payment, account)),
  };
};

/** The account's own payment. Those of others do not exist for it. @throws {Refusal} */
export function findIntent({ account, id }: Pick<Asked, 'account' | 'id'>, ledger: Office['ledger']): Payment {
  const payment = ledger.listOf(account).find((one) => one.id === id);
  if (!payment) throw new Refusal('resource_missing', `No such payment_intent: ${id}.`);
  return payment;
}

/** What a page has begun, its page ends. */
function refuseHosted({ session }: Payment): void {
  if (session) throw new Refusal('belongs_to_session', `This payment belongs to the checkout session ${session.id}.`);
}

function unexpected(wanted: string, { status }: Payment): Refusal {
  return new Refusal('unexpected_state', `A payment that is ${status} cannot be ${wanted}.`);
}
