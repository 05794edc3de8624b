import {
  type Evidence,
  type Notice,
  NotificationRefused,
  type PaymentLookup,
  type RefundEvidence,
} from '../../gateway.ts';
import { fromWireValue } from './currencies.ts';
import type { WebhookData, WebhookEvent } from './messages.ts';
import { APPROVED, toFailureReason } from './response-codes.ts';

/**
 * Events about a payment, in our words. Source: Checkout.com docs, "Webhooks", event types; "Alipay".
 *
 * `payment_pending` is left out: it tells nothing but the payment's id, and where the answer to the request was lost, a
 * payment that is known by its id would not be asked for its address again.
 */
const PAYMENT_EVENTS: ReadonlyMap<string | undefined, Evidence['outcome']> = new Map([
  ['payment_approved', 'processing'],
  ['payment_capture_pending', 'processing'],
  ['payment_retry_scheduled', 'processing'],
  ['payment_captured', 'success'],
  ['payment_voided', 'expired'],
  ['payment_canceled', 'cancelled'],
  ['payment_expired', 'expired'],
  ['payment_declined', 'failed'],
  ['payment_capture_declined', 'failed'],
  ['payment_authentication_failed', 'failed'],
]);

const REFUND_EVENTS: ReadonlyMap<string | undefined, RefundEvidence['outcome']> = new Map([
  ['payment_refund_pending', 'processing'],
  ['payment_refunded', 'success'],
  ['payment_refund_declined', 'failed'],
]);

/**
 * What a genuine notification tells. Null where it is about no payment of ours, or nothing that we follow: disputes,
 * refused voids, and events of next year.
 *
 * @throws {NotificationRefused} where it lacks what every notification of its kind has.
 */
export async function fromEvent({ type, data }: WebhookEvent, payments: PaymentLookup): Promise<Notice | null> {
  const outcome = PAYMENT_EVENTS.get(type);
  if (outcome) return fromPaymentEvent(outcome, data, payments);
  const refundOutcome = REFUND_EVENTS.get(type);
  return refundOutcome ? fromRefundEvent(refundOutcome, data, payments) : null;
}

async function fromPaymentEvent(
  outcome: Evidence['outcome'],
  data: WebhookData,
  payments: PaymentLookup,
): Promise<Notice | null> {
  const gatewayReference = paymentOf(data);
  const paymentId = data.reference ?? (await payments.byGatewayReference(gatewayReference))?.id;
  if (!paymentId) return null;
  const amount = fromWireValue(data.amount, data.currency);
  const evidence = { paymentId, gatewayReference, amount, outcome };
  if (outcome === 'failed') return { payment: { ...evidence, reason: toFailureReason(data.response_code) } };
  if (outcome === 'cancelled') return { payment: { ...evidence, cancelledBy: 'shopper' } };
  // With any other code it is not the money yet, or not for sure: the payment itself tells.
  if (outcome === 'success' && data.response_code !== APPROVED) return { ask: { paymentId } };
  if (outcome === 'success' && !amount) {
    throw new NotificationRefused(400, 'The notification does not say how much was paid');
  }
  return { payment: evidence };
}

async function fromRefundEvent(
  outcome: RefundEvidence['outcome'],
  data: WebhookData,
  payments: PaymentLookup,
): Promise<Notice | null> {
  const { reference, action_id: gatewayReference, response_code, amount, currency } = data;
  if (!reference) {
    const payment = await payments.byGatewayReference(paymentOf(data));
    return payment && { ask: { paymentId: payment.id } };
  }
  const gatewayCode = outcome === 'failed' ? response_code : undefined;
  const refund = { refundId: reference, outcome, amount: fromWireValue(amount, currency), gatewayReference };
  return { refund: { ...refund, ...(gatewayCode && { gatewayCode }) } };
}

function paymentOf({ payment_id, id }: WebhookData): string {
  const reference = payment_id ?? id;
  if (!reference) throw new NotificationRefused(400, 'The notification names no payment');
  return reference;
}
