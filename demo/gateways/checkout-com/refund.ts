import type { RefundReport } from '../support/simulated-gateway.ts';
import { Fields } from './fields.ts';
import { newId } from './ids.ts';
import type { Action, Change, Payment } from './payment.ts';
import { MAX_AMOUNT, MAX_REFERENCE, type Metadata, readMetadata } from './payment-request.ts';
import { Refusal } from './refusal.ts';
import { APPROVED } from './response-codes.ts';

export interface RefundRequest {
  /** Absent: all that is left. */
  readonly amount: number | undefined;
  readonly reference: string | undefined;
  readonly metadata: Metadata;
}

/** Checkout.com docs, Refund a payment: so many actions for parts of a payment. */
const MAX_REFUNDS = 150;

/** Reads the body of a refund, which may be missing altogether. @throws {Refusal} */
export function readRefundRequest(body: unknown): RefundRequest {
  const fields = Fields.of(body ?? {});
  const request = {
    amount: fields.optionalInteger('amount', 1, MAX_AMOUNT),
    reference: fields.optionalText('reference', { max: MAX_REFERENCE }),
    metadata: readMetadata(fields),
  };
  fields.verify();
  return request;
}

/**
 * The payment with a refund under way. Money of refunds that are not decided yet is no longer available.
 *
 * @throws {Refusal} 403 where the payment is not captured, or that much is not left.
 */
export function openRefund(payment: Payment, request: RefundRequest, atMs: number): Change & { action: Action } {
  const { captured, refunded, refunding } = totalsOf(payment);
  const left = captured - refunded - refunding;
  const amount = request.amount ?? left;
  if (left === 0 || amount > left || refundsOf(payment).length >= MAX_REFUNDS) throw new Refusal(403);
  const { reference, metadata } = request;
  const action: Action = { id: newId('act'), type: 'Refund', atMs, amount, reference, metadata };
  return {
    payment: { ...payment, actions: [...payment.actions, action] },
    eventType: 'payment_refund_pending',
    action,
  };
}

/** Decides a refund. Null where it has been decided already. */
export function settleRefund(payment: Payment, actionId: string, isGranted: boolean, atMs: number): Change | null {
  const open = refundsOf(payment).find(({ id, responseCode }) => id === actionId && responseCode === undefined);
  if (!open) return null;
  const action: Action = { ...open, atMs, responseCode: isGranted ? APPROVED : '20005' };
  const actions = payment.actions.map((one) => (one.id === actionId ? action : one));
  const { captured, refunded } = totalsOf({ ...payment, actions });
  const status = refunded === captured ? 'Refunded' : refunded > 0 ? 'Partially Refunded' : payment.status;
  return {
    payment: { ...payment, actions, status, changedAtMs: atMs },
    eventType: isGranted ? 'payment_refunded' : 'payment_refund_declined',
    action,
  };
}

/** What has been taken, given back, and is on its way back. */
export function totalsOf({
  actions,
}: Payment): Record<'authorized' | 'voided' | 'captured' | 'refunded' | 'refunding', number> {
  const sum = (type: Action['type'], code: Action['responseCode']): number =>
    actions
      .filter((action) => action.type === type && action.responseCode === code)
      .reduce((total, { amount }) => total + amount, 0);
  return {
    authorized: sum('Authorization', APPROVED),
    voided: sum('Void', APPROVED),
    captured: sum('Capture', APPROVED),
    refunded: sum('Refund', APPROVED),
    refunding: sum('Refund', undefined),
  };
}

export function refundReports(payment: Payment): RefundReport[] {
  return refundsOf(payment).map(({ id, reference = id, amount, responseCode }) => ({
    reference,
    gatewayReference: id,
    status: responseCode === undefined ? 'Pending' : responseCode === APPROVED ? 'Approved' : 'Declined',
    value: amount,
    isSettled: responseCode !== undefined,
  }));
}

function refundsOf({ actions }: Payment): readonly Action[] {
  return actions.filter(({ type }) => type === 'Refund');
}
