import { type ErrorCode, ERRORS } from '../protocol/problem.ts';
import type { PaymentRecord } from './store.ts';

/** A request that the kit refuses. The handler alone turns it into an answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly status: number;
  /** Told to the asker beside the error. Only set where the asker may see this payment. */
  readonly payment: PaymentRecord | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    detail: string,
    options: { status?: number; payment?: PaymentRecord; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.status = options.status ?? ERRORS[code].status;
    this.payment = options.payment;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** Evidence does not fit the payment it names: another amount, currency or reference. It moves nothing. */
export class EvidenceMismatch extends Error {
  override readonly name = 'EvidenceMismatch';
}
