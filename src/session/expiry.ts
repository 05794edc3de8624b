/** Between two reports that the payment's time is over, doubled each time up to a minute. */
const FIRST_WAIT_MS = 5_000;
const LAST_WAIT_MS = 60_000;

/** Reports that a payment's time is over, again and again for as long as the server has not said so. */
export class Expiry {
  readonly #onExpired: () => void;
  #nextAtMs = -Infinity;
  #waitMs = FIRST_WAIT_MS;

  constructor(onExpired: () => void) {
    this.#onExpired = onExpired;
  }

  /** Reports what is due. Answers when it has something to do next. */
  tick(nowMs: number, leftMs: number): number {
    const atMs = Math.max(this.#nextAtMs, nowMs + leftMs);
    if (nowMs < atMs) return atMs;
    this.#nextAtMs = nowMs + this.#waitMs;
    this.#waitMs = Math.min(2 * this.#waitMs, LAST_WAIT_MS);
    this.#onExpired();
    return this.#nextAtMs;
  }

  /** The shopper is back. */
  hurry(): void {
    this.#waitMs = FIRST_WAIT_MS;
  }
}
