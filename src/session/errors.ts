import type { ErrorCode } from '../protocol/problem.ts';
import type { Snapshot } from '../protocol/payment.ts';

/**
 * Codes of what goes wrong on the page's own side, beside the contract's {@link ErrorCode}: `unreachable` (no answer
 * from the endpoint), `invalid_answer` (an answer outside the contract), `unsafe_address` (the page was to be sent to an
 * address outside the allow-list), `wallet_only` (only the wallet itself can ask for the payment, and it does not show this
 * page), `invalid_options` (an attribute is missing or malformed).
 */
export type CheckoutErrorCode =
  ErrorCode | 'unreachable' | 'invalid_answer' | 'unsafe_address' | 'wallet_only' | 'invalid_options';

/** Something went wrong, with a stable code. `message` is for developers; shoppers read a translation of the code. */
export class CheckoutError extends Error {
  override readonly name = 'CheckoutError';
  /** Open: an endpoint that is newer than the page may answer a code that the page does not know. */
  readonly code: CheckoutErrorCode | (string & {});
  /** Whether the same request may succeed later without being changed. */
  readonly retryable: boolean;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The payment as the server told it with the error, such as the one that has already succeeded. */
  readonly snapshot: Snapshot | undefined;

  constructor(
    code: CheckoutError['code'],
    message: string,
    options: { retryable?: boolean; retryAfterMs?: number; snapshot?: Snapshot; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.snapshot = options.snapshot;
  }
}

/** What a backend rejected with, as a `CheckoutError`: of anything else only one thing is known, that no answer came. */
export function toCheckoutError(error: unknown): CheckoutError {
  if (error instanceof CheckoutError) return error;
  return new CheckoutError('unreachable', 'The endpoint did not answer', { retryable: true, cause: error });
}
