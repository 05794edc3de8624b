import type { Payment, Snapshot } from '../protocol/payment.ts';
import type { Refund } from '../protocol/requests.ts';
import type { Gateway } from './gateway.ts';
import { refundsOf } from './refunds.ts';
import type { PaymentRecord, RefundRecord } from './store.ts';

/** A payment as the merchant's own code sees it: the contract's, and which gateway account it is at. */
export interface MerchantPayment extends Payment {
  /** The merchant's name for the gateway account. */
  readonly gateway: string;
  /** The gateway's own id, once it is known: what its dashboard and support ask for. */
  readonly gatewayReference?: string;
  /** Oldest first, whatever became of them. `refunded` sums up those that succeeded. */
  readonly refunds: readonly Refund[];
}

/** A stored payment as the contract shows it to the page. */
export function toSnapshot(record: PaymentRecord, gateway: Gateway | undefined, nowMs: number): Snapshot {
  return { payment: toPayment(record, gateway, nowMs), action: record.action };
}

/** A stored payment as the merchant's own code sees it. */
export function toMerchantPayment(record: PaymentRecord, gateway: Gateway | undefined, nowMs: number): MerchantPayment {
  const { gatewayReference } = record;
  return {
    ...toPayment(record, gateway, nowMs),
    gateway: record.gateway,
    ...(gatewayReference && { gatewayReference }),
    refunds: refundsOf(record).map((refund) => toRefund(record, refund)),
  };
}

/** A stored refund as the merchant's own code and back office see it. */
export function toRefund({ id: paymentId }: PaymentRecord, refund: RefundRecord): Refund {
  const { id, status, value, reason, createdAtMs } = refund;
  return { id, paymentId, status, value, ...(reason && { reason }), createdAt: toTime(createdAtMs) };
}

function toPayment(record: PaymentRecord, gateway: Gateway | undefined, nowMs: number): Payment {
  const { id, version, orderId, status, reason, amount, description, expiresAtMs } = record;
  return {
    id,
    version,
    orderId,
    status,
    reason,
    amount,
    ...(description && { description }),
    cancellable: isCancellable(record, gateway),
    ...(expiresAtMs !== undefined && { expiresAt: toTime(expiresAtMs) }),
    createdAt: toTime(record.createdAtMs),
    serverTime: toTime(nowMs),
    ...(record.late && { late: true }),
    ...(record.surplus && { surplus: true }),
    ...(record.refundedValue > 0 && { refunded: { value: record.refundedValue } }),
  };
}

/** A shopper can take back what waits for them, where the gateway can; not what waits for the gateway. */
export function isCancellable({ status, reason }: PaymentRecord, gateway: Gateway | undefined): boolean {
  return status === 'pending' && reason !== 'processing' && !!gateway && gateway.capabilities.cancel !== 'never';
}

/** True where a reader of the contract, or the merchant, would see two records differently. */
export function looksDifferent(a: PaymentRecord, b: PaymentRecord): boolean {
  return visible(a) !== visible(b);
}

function visible(record: PaymentRecord): string {
  const { status, reason, action, expiresAtMs, late, surplus } = record;
  const refunds = refundsOf(record).map((refund) => [refund.id, refund.status]);
  return JSON.stringify([status, reason, action, expiresAtMs ?? null, late, surplus, refunds]);
}

function toTime(ms: number): string {
  return new Date(ms).toISOString();
}
