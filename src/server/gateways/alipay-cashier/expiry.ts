import type { GatewayPayment } from '../../gateway.ts';
import type { PayResponse } from './messages/payment.ts';

const DEFAULT_LIFETIME_MS = 14 * 60_000;
const LONGEST_LIFETIME_MS = 48 * 3_600_000;

type Times = Pick<PayResponse, 'paymentCreateTime' | 'orderCodeForm'>;

/**
 * When the gateway closes a payment, by our own clock.
 *
 * The gateway says so by its clock, which may differ from ours: what we believe is how long the payment lives, counted
 * from our own start of it. That start is never later than the gateway's, so we never promise a second too many.
 */
export function toExpiresAtMs({ createdAtMs }: GatewayPayment, { paymentCreateTime, orderCodeForm }: Times): number {
  const created = Date.parse(paymentCreateTime ?? '');
  const lifetimeMs = Date.parse(orderCodeForm?.expireTime ?? '') - (Number.isNaN(created) ? createdAtMs : created);
  const isPlausible = lifetimeMs > 0 && lifetimeMs <= LONGEST_LIFETIME_MS;
  return createdAtMs + (isPlausible ? lifetimeMs : DEFAULT_LIFETIME_MS);
}

/** When the gateway closes a payment of which only we know: as it does where nobody asks for another time. */
export function knownExpiryMs({ createdAtMs, expiresAtMs }: GatewayPayment): number {
  return expiresAtMs ?? createdAtMs + DEFAULT_LIFETIME_MS;
}
