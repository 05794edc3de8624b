import { Fields } from './fields.ts';
import { newId } from './ids.ts';
import { findIntent } from './intents.ts';
import type { Perform } from './office.ts';
import type { Payment, Refund } from './payment.ts';
import { Refusal } from './refusal.ts';

const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer', 'resolved_dispute'] as const;

/** WooshPay docs, Create a refund. */
export const createRefund: Perform = ({ account, body }, { ledger, messages, faults, now }) => {
  const fields = new Fields(body);
  const id = fields.text('payment_intent');
  const amount = readAmount(fields);
  const reason = fields.optionalOneOf('reason', REASONS);
  const metadata = fields.texts('metadata');
  fields.close();
  if (account.behaviour === 'refunds_not_enabled') {
    throw new Refusal('refunds_not_enabled', 'Refunds are not enabled for this account.');
  }
  const payment = findIntent({ account, id }, ledger);
  checkRefundable(payment, amount);
  const refund: Refund = {
    id: newId('re'),
    amount: amount ?? payment.amount,
    status: faults.current.refunds === 'manual' ? 'pending' : 'succeeded',
    reason,
    metadata,
    createdAtMs: now(),
  };
  ledger.keepRefund(payment, refund);
  return messages.refund(payment, refund, account);
};

/** WooshPay docs, Retrieve a refund. */
export const retrieveRefund: Perform = ({ account, id }, { ledger, messages }) => {
  for (const payment of ledger.listOf(account)) {
    const refund = payment.refunds.find((one) => one.id === id);
    if (refund) return messages.refund(payment, refund, account);
  }
  throw new Refusal('resource_missing', `No such refund: ${id}.`);
};

/** The documents type it as a string, and integrations send an integer. */
function readAmount(fields: Fields): number | undefined {
  const value = fields.raw('amount');
  if (typeof value !== 'string') return fields.optionalInteger('amount', 1);
  if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw fields.invalid('amount', 'must be an integer of at least 1');
}

/** WooshPay docs, Alipay: a payment is refunded once, whole or in part. One that has failed does not count. */
function checkRefundable(payment: Payment, amount = payment.amount): void {
  if (payment.status !== 'succeeded') {
    throw new Refusal('unexpected_state', `A payment that is ${payment.status} cannot be refunded.`);
  }
  if (payment.refunds.some(({ status }) => status !== 'failed')) {
    throw new Refusal('already_refunded', 'Alipay does not support more than one refund of a payment.');
  }
  if (amount > payment.amount) throw new Refusal('amount_too_large', 'The amount is more than has been paid.');
}
