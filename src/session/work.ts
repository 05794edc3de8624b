import type { SessionEnvironment } from './environment.ts';
import { randomFraction } from './essentials.ts';
import { type CheckoutError, toCheckoutError } from './errors.ts';
import { request, requestUntilAnswered } from './request.ts';

interface Question<T> {
  readonly timeoutMs: number;
  readonly send: (signal: AbortSignal) => Promise<T>;
  readonly onAnswer: (value: T) => void;
  readonly onError: (error: CheckoutError) => void;
  /** Repeats while the outcome is unknown and this answers true. Default: asks once. */
  readonly isWanted?: () => boolean;
}

/** Everything that is under way for one payment, so that it can be stopped as one. */
export class Work {
  readonly #environment: SessionEnvironment;
  readonly #controller = new AbortController();
  readonly signal = this.#controller.signal;

  constructor(environment: SessionEnvironment) {
    this.#environment = environment;
  }

  /** Asks, and acts on the answer unless the work has been stopped meanwhile. */
  ask<T>({ timeoutMs, send, onAnswer, onError, isWanted }: Question<T>): void {
    const { signal } = this;
    const options = { clock: this.#environment.clock, signal, timeoutMs };
    const random = () => randomFraction(this.#environment);
    const answer = isWanted ? requestUntilAnswered({ ...options, random, isWanted }, send) : request(options, send);
    answer.then(
      (value) => signal.aborted || onAnswer(value),
      (error: unknown) => signal.aborted || onError(toCheckoutError(error)),
    );
  }

  stop(): void {
    this.#controller.abort();
  }
}
