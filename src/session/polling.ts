import type { AfterEnd } from './after-end.ts';
import { jitter, pollIntervalMs, reconnectDelayMs } from './back-off.ts';
import type { SessionEnvironment } from './environment.ts';
import { Retriever, type RetrieverOptions } from './retriever.ts';

/** While polling works there is no hurry to get the stream back; nor to poll where nobody is looking. */
export const UNHURRIED_MS = 30_000;
/** Focus, visibility and `online` often come together and are to make one request. */
const WAKE_THROTTLE_MS = 1_000;

/** When to ask for a payment that no stream tells of. Times are by the monotonic clock. */
export class Polling extends Retriever {
  /** Until then the stream may still make it needless. */
  startsAtMs = -Infinity;
  readonly #environment: SessionEnvironment;
  /** When the shopper was last known to come to the page. */
  #attentionAtMs: number;
  /** A return that came too soon after a question is asked about then. */
  #wakeAtMs = Infinity;

  constructor(options: RetrieverOptions) {
    super(options);
    this.#environment = options.environment;
    this.#attentionAtMs = this.#nowMs;
  }

  /** Asks if it is time. Answers when it has something to do next. */
  tick(nowMs: number, notBeforeMs: number, afterEnd: AfterEnd): number {
    if (this.isAsking) return Infinity;
    const intervalMs = Math.max(this.#intervalMs(nowMs, afterEnd), reconnectDelayMs(this.failures, this.spread));
    const nextAtMs = Math.max(this.askedAtMs, afterEnd.atMs) + jitter(intervalMs, this.spread);
    const atMs = Math.max(this.startsAtMs, notBeforeMs, Math.min(nextAtMs, this.#wakeAtMs));
    if (nowMs < atMs) return atMs;
    this.#wakeAtMs = Infinity;
    this.ask();
    return Infinity;
  }

  /** The shopper is back: asks at once where it may and has not just done so, else soon. */
  wake(mayAsk: boolean): void {
    this.#attentionAtMs = this.#nowMs;
    const atMs = this.askedAtMs + WAKE_THROTTLE_MS;
    if (mayAsk && this.#nowMs >= atMs) this.ask();
    else this.#wakeAtMs = atMs;
  }

  #intervalMs(nowMs: number, { isIn, pollsUntilMs }: AfterEnd): number {
    const isVisible = this.#environment.lifecycle.isVisible();
    if (isIn) return isVisible && nowMs < pollsUntilMs ? UNHURRIED_MS : Infinity;
    return isVisible ? pollIntervalMs(nowMs - this.#attentionAtMs) : UNHURRIED_MS;
  }

  get #nowMs(): number {
    return this.#environment.clock.monotonic();
  }
}
