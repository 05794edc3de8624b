import type { CheckoutState } from '../../session/state.ts';
import type { TimeLeft } from './scene.ts';

/** From here on a code is about to expire: the bar turns amber and a new one is offered. */
const NEAR_EXPIRY_MS = 60_000;

/** When the shopper's time is over, by the page's monotonic clock. Null where nobody has said, or it does not matter any more. */
export function endOf(state: CheckoutState): number | null {
  if (state.phase !== 'awaiting' || !state.action) return null;
  const expiresAt = state.action.qrCode?.expiresAt ?? state.payment.expiresAt;
  return expiresAt === undefined ? null : Date.parse(expiresAt) - state.serverTimeOriginMs;
}

/** What is left at a moment of that clock, counted from the beginning of the payment. */
export function timeLeft(state: CheckoutState, nowMs: number): TimeLeft | null {
  const endsAtMs = endOf(state);
  if (endsAtMs === null || state.phase !== 'awaiting') return null;
  const remainingMs = Math.max(0, endsAtMs - nowMs);
  const beganAtMs = Date.parse(state.payment.createdAt) - state.serverTimeOriginMs;
  const share = Math.min(1, remainingMs / (endsAtMs - beganAtMs));
  return { remainingMs, share, near: remainingMs <= NEAR_EXPIRY_MS };
}
