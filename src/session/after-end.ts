import { isLive, type PaymentState } from './state.ts';

// After an end that a late success may still overturn, first the stream, then polling, then only on return.
const STREAM_MS = 2 * 60_000;
const POLL_MS = 15 * 60_000;

/** How long to go on after a payment's end. Times are by the monotonic clock. */
export class AfterEnd {
  #endedAtMs: number | null = null;

  /** @param state - What the page begins with: its payment may have ended before, as its own times tell. */
  constructor(state: PaymentState | null) {
    if (!state || isLive(state)) return;
    const { reason, expiresAt, serverTime } = state.payment;
    const toldAt = (reason === 'expired' && expiresAt) || serverTime;
    this.#endedAtMs = Date.parse(toldAt) - state.serverTimeOriginMs;
  }

  /** True after an end. */
  get isIn(): boolean {
    return this.#endedAtMs !== null;
  }

  /** When it was: never, so far, is `-Infinity`. */
  get atMs(): number {
    return this.#endedAtMs ?? -Infinity;
  }

  get streamsUntilMs(): number {
    return (this.#endedAtMs ?? Infinity) + STREAM_MS;
  }

  get pollsUntilMs(): number {
    return (this.#endedAtMs ?? Infinity) + POLL_MS;
  }

  /** Takes notice of what the page shows at `nowMs`. */
  look(state: PaymentState, nowMs: number): void {
    if (isLive(state)) this.#endedAtMs = null;
    else this.#endedAtMs ??= nowMs;
  }
}
