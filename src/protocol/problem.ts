import { type Infer, parse, type Schema } from './json-schema.ts';
import { actionSchema, paymentSchema } from './payment.ts';

/**
 * Every error code of the contract, with the HTTP status it travels under and whether the same request may succeed
 * later without being changed. Codes are stable; messages are for developers and may change.
 */
export const ERRORS = {
  invalid_request: { status: 400, retryable: false },
  unauthorized: { status: 401, retryable: false },
  origin_not_allowed: { status: 403, retryable: false },
  order_not_found: { status: 404, retryable: false },
  payment_not_found: { status: 404, retryable: false },
  order_already_paid: { status: 409, retryable: false },
  payment_already_succeeded: { status: 409, retryable: false },
  payment_not_refundable: { status: 409, retryable: false },
  cancel_not_supported: { status: 409, retryable: false },
  refund_not_supported: { status: 409, retryable: false },
  idempotency_in_progress: { status: 409, retryable: true },
  idempotency_key_reused: { status: 422, retryable: false },
  currency_not_supported: { status: 422, retryable: false },
  amount_out_of_range: { status: 422, retryable: false },
  rate_limited: { status: 429, retryable: true },
  internal_error: { status: 500, retryable: true },
  gateway_rejected: { status: 502, retryable: false },
  gateway_unavailable: { status: 503, retryable: true },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** RFC 9457 `application/problem+json`, with the contract's `code`; the payment where the asker may see it. */
export const problemSchema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    code: { type: 'string', minLength: 1, maxLength: 64 },
    retryable: { type: 'boolean' },
    payment: paymentSchema,
    action: { anyOf: [actionSchema, { type: 'null' }] },
  },
  required: ['code', 'retryable'],
} as const satisfies Schema;

/** `code` is an open string when read: an endpoint that is newer than the page may know more codes than it does. */
export type Problem = Infer<typeof problemSchema>;

/** Reads an error answer from an untrusted body. @throws {ShapeError} */
export const parseProblem = (body: unknown): Problem => parse(problemSchema, body);
