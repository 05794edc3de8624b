/** WooshPay docs, Errors: what each status means. No list of codes is published; ours say what is wrong. */
const STATUSES = {
  parameter_invalid: 400,
  parameter_missing: 400,
  parameter_unknown: 400,
  body_not_json: 400,
  unexpected_state: 400,
  belongs_to_session: 400,
  already_refunded: 400,
  amount_too_large: 400,
  api_key_invalid: 401,
  payment_declined: 402,
  refunds_not_enabled: 402,
  api_key_not_permitted: 403,
  payment_method_not_enabled: 403,
  resource_missing: 404,
  idempotency_key_in_use: 409,
  idempotency_key_reused: 409,
  rate_limited: 429,
} as const;

export type RefusalCode = keyof typeof STATUSES;

/** Where the documents leave open in which place the error stands. */
export const ERROR_SHAPES = ['nested', 'flat', 'text'] as const;

export type ErrorShape = (typeof ERROR_SHAPES)[number];

/** The gateway will not do what a call asks. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
    this.status = STATUSES[code];
  }
}

export function refusalAnswer({ code, status, message }: Refusal, shape: ErrorShape): Response {
  const error = { type: typeOf(status), code, message };
  const bodies: Record<ErrorShape, object> = { nested: { error }, flat: error, text: { error: message } };
  return Response.json(bodies[shape], { status });
}

function typeOf(status: number): string {
  if (status === 402) return 'card_error';
  if (status === 409) return 'idempotency_error';
  return status === 429 ? 'api_error' : 'invalid_request_error';
}
