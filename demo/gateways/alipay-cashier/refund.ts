import { readNotifyUrl } from './common-fields.ts';
import type { Fields } from './fields.ts';
import type { Merchant } from './merchant.ts';
import { type Money, readMoney } from './money.ts';
import type { Payment } from './payment.ts';
import { Refusal, type ResultCode } from './results.ts';

/** What the sandbox keeps of a `refund` call. */
export interface RefundRequest {
  readonly refundRequestId: string;
  readonly paymentId: string;
  readonly amount: Money;
  readonly notifyUrl: string | undefined;
}

/** A refund as the gateway keeps it. */
export interface Refund extends RefundRequest {
  readonly clientId: string;
  readonly refundId: string;
  readonly status: 'PROCESSING' | 'SUCCESS' | 'FAIL';
  /** Why it is what it is, in the gateway's words. */
  readonly resultCode: ResultCode;
  readonly createdAtMs: number;
  /** When it ended. */
  readonly endedAtMs?: number;
}

/** Antom docs, Payment status description: up to one year, from the moment of the payment. */
const WINDOW_MS = 365 * 86_400_000;

/** Reads the body of a `refund` call. Antom docs, refund. @throws {Refusal} */
export function readRefundRequest(refund: Fields): RefundRequest {
  refund.optionalText('refundReason', 256);
  refund.optionalText('referenceRefundId', 64);
  refund.optionalText('captureId', 64);
  refund.optionalFlag('isAsyncRefund');
  refund.groups('refundDetails');
  return {
    refundRequestId: refund.text('refundRequestId', 64),
    paymentId: refund.text('paymentId', 64),
    amount: readMoney(refund.group('refundAmount')),
    notifyUrl: readNotifyUrl(refund, 'refundNotifyUrl', 1024),
  };
}

/**
 * Whether this much of a payment can be given back now. `others` are its refunds so far: those that are not decided yet
 * hold their money.
 *
 * @throws {Refusal}
 */
export function checkRefund(
  payment: Payment,
  { amount }: RefundRequest,
  others: readonly Refund[],
  { refunds = 'many' }: Pick<Merchant, 'refunds'>,
  nowMs: number,
): void {
  const { status, resultCode, paidAtMs = 0 } = payment;
  if (status !== 'SUCCESS') throw new Refusal(CLOSED.find((code) => code === resultCode) ?? 'ORDER_STATUS_INVALID');
  if (amount.currency !== payment.amount.currency) throw new Refusal('CURRENCY_NOT_SUPPORT');
  if (nowMs > paidAtMs + WINDOW_MS) throw new Refusal('REFUND_WINDOW_EXCEED');
  const alive = others.filter(isAlive);
  if (refunds === 'none') throw new Refusal('REFUND_NOT_SUPPORTED');
  if (refunds === 'one' && alive.length > 0) throw new Refusal('MULTIPLE_REFUNDS_NOT_SUPPORTED');
  const taken = alive.reduce((sum, refund) => sum + BigInt(refund.amount.value), BigInt(amount.value));
  const whole = BigInt(payment.amount.value);
  if (taken > whole) throw new Refusal('REFUND_AMOUNT_EXCEED');
  if (refunds === 'full' && BigInt(amount.value) !== whole) throw new Refusal('PARTIAL_REFUND_NOT_SUPPORTED');
}

const CLOSED = ['ORDER_IS_CANCELED', 'ORDER_IS_CLOSED'] as const;

/** True where it has given money back, or still may. */
export function isAlive({ status }: Refund): boolean {
  return status !== 'FAIL';
}

/** Antom docs, refund: the same id stands for the same refund only. */
export function isSameRefund(refund: Refund, { paymentId, amount }: RefundRequest): boolean {
  return (
    refund.paymentId === paymentId && refund.amount.currency === amount.currency && refund.amount.value === amount.value
  );
}
