import type { Clock } from './clock.ts';
import { sleep } from './sleep.ts';
import { CheckoutError, toCheckoutError } from './errors.ts';

interface RequestOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * Calls the backend once, bounded in time. Rejects with a `CheckoutError`, whatever the backend threw, and at once when
 * `signal` is aborted, even where the backend does not listen to it.
 */
export async function request<T>(
  { clock, signal, timeoutMs }: RequestOptions,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const bounded = new AbortController();
  const forward = () => bounded.abort();
  signal.addEventListener('abort', forward, { once: true });
  if (signal.aborted) forward();
  const timeout = sleep(clock, timeoutMs, bounded.signal).then(() => {
    throw new CheckoutError('unreachable', `No answer within ${timeoutMs} ms`, { retryable: true });
  });
  try {
    return await Promise.race([timeout, new Promise<T>((resolve) => resolve(send(bounded.signal)))]);
  } catch (error) {
    throw toCheckoutError(error);
  } finally {
    signal.removeEventListener('abort', forward);
    bounded.abort();
  }
}

// The first retry comes soon, since most trouble is a blip; together with the answers' own time this is some 15 seconds.
const RETRY_MS = [1_000, 3_000, 9_000];

interface RetryOptions extends RequestOptions {
  /** Evenly from 0 up to 1. */
  readonly random: () => number;
  /** Asked before each retry: false where nobody waits for the answer any more. */
  readonly isWanted: () => boolean;
}

/**
 * Repeats a request for as long as its outcome is unknown, up to four times. Only for requests that may be repeated:
 * those that read, and those that carry an attempt key.
 */
export async function requestUntilAnswered<T>(
  { random, isWanted, ...options }: RetryOptions,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await request(options, send);
    } catch (error) {
      const { retryable, retryAfterMs = 0 } = error as CheckoutError;
      const delayMs = RETRY_MS[tries];
      // A server that asks for more patience than a shopper has is told to the shopper, who may try again.
      const hopeless = !retryable || delayMs === undefined || retryAfterMs > RETRY_MS.at(-1)! || !isWanted();
      if (hopeless || options.signal.aborted) throw error;
      await sleep(options.clock, Math.max(retryAfterMs, delayMs * (0.5 + random() / 2)), options.signal);
      if (!isWanted()) throw error;
    }
  }
}
