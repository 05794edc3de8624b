import type { Snapshot } from '../protocol/payment.ts';
import type { SessionEnvironment } from './environment.ts';
import { randomFraction } from './essentials.ts';
import type { CheckoutError } from './errors.ts';
import type { PaymentSource } from './payment-source.ts';
import { request } from './request.ts';

const TIMEOUT_MS = 8_000;

export interface RetrieverOptions {
  readonly environment: SessionEnvironment;
  readonly source: PaymentSource;
  readonly onAnswer: (snapshot: Snapshot) => void;
  readonly onError: (error: CheckoutError) => void;
}

/** Asks for a payment as it is stored, one question at a time. */
export class Retriever {
  /** When it last asked, by the monotonic clock. */
  askedAtMs = -Infinity;
  /** How many questions in a row came to nothing. */
  failures = 0;
  /** Drawn anew for each question, evenly from 0 up to 1, so that shoppers do not ask in step. */
  spread: number;
  readonly #options: RetrieverOptions;
  #asking: AbortController | null = null;

  constructor(options: RetrieverOptions) {
    this.#options = options;
    this.spread = randomFraction(options.environment);
  }

  get isAsking(): boolean {
    return this.#asking !== null;
  }

  /** Asks, unless it does so already. */
  ask(): void {
    if (this.#asking) return;
    const { environment, source, onAnswer, onError } = this.#options;
    const { clock } = environment;
    const mine = new AbortController();
    this.#asking = mine;
    this.askedAtMs = clock.monotonic();
    this.spread = randomFraction(environment);
    const settled =
      <T>(failures: number, tell: (value: T) => void) =>
      (value: T) => {
        if (this.#asking !== mine) return;
        this.#asking = null;
        this.failures = failures;
        tell(value);
      };
    request({ clock, signal: mine.signal, timeoutMs: TIMEOUT_MS }, (signal) => source.retrieve(signal)).then(
      settled(0, onAnswer),
      settled(this.failures + 1, onError),
    );
  }

  /** Gives a question up. Whatever comes next, it is not too soon for another. */
  drop(): void {
    this.#asking?.abort();
    this.#asking = null;
    this.askedAtMs = -Infinity;
  }
}
