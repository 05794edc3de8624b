import type { Action } from '../../../protocol/payment.ts';
import { safeUrl } from '../../../protocol/safe-url.ts';
import { type Evidence, type FailureReason, GatewayError, type GatewayPayment } from '../../gateway.ts';
import { fromWireAmount } from './currencies.ts';
import type { CheckoutSession, ErrorDetail, PaymentIntent } from './messages.ts';

type Outcome = Evidence['outcome'];

/** The longest text that the contract carries. */
const MAX_LENGTH = 2048;

/** `status` of a PaymentIntent in our words. Source: WooshPay documentation, "Direct API". */
const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ['requires_payment_method', 'awaiting'],
  ['requires_confirmation', 'awaiting'],
  ['requires_action', 'awaiting'],
  ['processing', 'processing'],
  ['requires_capture', 'processing'],
  ['succeeded', 'success'],
  // A cancel of ours is told by its own answer: without one nobody has paid in time.
  ['canceled', 'expired'],
  ['cancelled', 'expired'],
  ['failed', 'failed'],
]);

/** `status` of a Checkout Session that nobody can pay any more, in our words. */
const SESSION_ENDS: ReadonlyMap<string, Outcome> = new Map([
  ['expired', 'expired'],
  ['canceled', 'expired'],
  ['cancelled', 'expired'],
]);

/** What an intent of our own creation tells. @throws {GatewayError} `unknown` where it contradicts the payment. */
export function fromIntent(payment: GatewayPayment, intent: PaymentIntent, { withQrCode = false } = {}): Evidence {
  const { merchant_order_id: reference } = intent;
  refuseContradiction(reference === undefined || reference === payment.id);
  refuseContradiction(isSameOrder(payment, intent));
  const outcome = toOutcome(intent);
  return {
    paymentId: payment.id,
    gatewayReference: intent.id,
    outcome,
    ...(outcome === 'failed' && { reason: toFailureReason(intent.last_payment_error) }),
    amount: outcome === 'success' ? paidAmount(intent) : fromWireAmount(intent.amount, intent.currency),
    ...(outcome === 'awaiting' && { action: toAction(addressOf(intent), withQrCode) }),
  };
}

/**
 * What a Checkout Session tells, with the intent behind it where it has one. The page stays payable while the session is
 * open, whatever became of one attempt on it; whether it is paid only the intent can say.
 *
 * @throws {GatewayError} `unknown` where it contradicts the payment.
 */
export function fromSession(payment: GatewayPayment, session: CheckoutSession, intent: PaymentIntent | null): Evidence {
  const { client_reference_id: reference } = session;
  refuseContradiction(reference === undefined || reference === payment.id);
  refuseContradiction(isSameOrder(payment, session));
  refuseContradiction(intent === null || isSameOrder(payment, intent));
  const outcome = toSessionOutcome(session, intent);
  const { amount_total: total, currency, expires_at: expiresAtMs } = session;
  return {
    paymentId: payment.id,
    gatewayReference: session.id,
    outcome,
    ...(outcome === 'failed' && { reason: toFailureReason(intent?.last_payment_error) }),
    amount: outcome === 'success' && intent ? paidAmount(intent) : fromWireAmount(total, currency),
    ...(outcome === 'awaiting' && { action: toAction(session.url, false) }),
    expiresAtMs,
  };
}

/** Why a payment failed. Codes are not documented; the few types are. */
export function toFailureReason(error: ErrorDetail | undefined): FailureReason {
  switch (error?.type) {
    case 'card_error':
      return 'declined';
    case 'api_error':
    case 'invalid_request_error':
      return 'gateway_error';
    default:
      return 'unknown';
  }
}

// A failed attempt puts the intent back to its start. We make one intent for each attempt, so that is its end for us.
function toOutcome({ status, last_payment_error: error }: PaymentIntent): Outcome {
  if (status === 'requires_payment_method' && error) return 'failed';
  return OUTCOMES.get(status) ?? 'awaiting';
}

function toSessionOutcome({ status }: CheckoutSession, intent: PaymentIntent | null): Outcome {
  const attempt = intent && toOutcome(intent);
  if (attempt === 'success' || attempt === 'processing') return attempt;
  // `complete` says that the shopper is done, never that the money is here.
  if (status === 'complete') return attempt ?? 'processing';
  return SESSION_ENDS.get(status) ?? 'awaiting';
}

function isSameOrder({ id, orderId }: GatewayPayment, { metadata }: Pick<PaymentIntent, 'metadata'>): boolean {
  return (metadata.order_id ?? orderId) === orderId && (metadata.payment_id ?? id) === id;
}

function refuseContradiction(holds: boolean): void {
  if (!holds) throw new GatewayError('unknown', 'What WooshPay says is not about this payment');
}

// What was received is often left out. Where it is said it must be the whole: no part of a payment pays an order.
function paidAmount({ amount, amount_received: received = amount, currency }: PaymentIntent): Evidence['amount'] {
  const paid = fromWireAmount(received, currency);
  if (!paid || received !== amount) throw new GatewayError('unknown', 'WooshPay does not say that all of it was paid');
  return paid;
}

function addressOf({ next_action: next }: PaymentIntent): string | undefined {
  return next?.alipay_handle_redirect?.url ?? next?.redirect_to_url?.url;
}

/** Hosts are not pinned: Alipay+ changes them. */
function toAction(address: string | undefined, withQrCode: boolean): Action | undefined {
  const url = address ? safeUrl(address) : null;
  if (!address || !url || url.length > MAX_LENGTH) return undefined;
  return { ...(withQrCode && { qrCode: { data: address } }), redirect: { url, method: 'GET' } };
}
