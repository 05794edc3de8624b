/** Result codes of this API that the sandbox gives, with the status and the message they come with. */
const RESULTS = {
  SUCCESS: ['S', 'success.'],
  PAYMENT_IN_PROCESS: ['U', 'The payment is being processed.'],
  REFUND_IN_PROCESS: ['U', 'The refund is being processed.'],
  ACCESS_DENIED: ['F', 'Access is denied.'],
  ARRAY_SIZE_EXCEEDED: ['F', 'The array has too many elements.'],
  CANCEL_WINDOW_EXCEED: ['F', 'The cancellation window has passed.'],
  CLIENT_INVALID: ['F', 'The client is invalid.'],
  CONTEXT_INCONSISTENT: ['F', 'It was sent before, and cannot be changed yet.'],
  CURRENCY_NOT_SUPPORT: ['F', 'The currency is not supported.'],
  DUPLICATED_DECLARATIONS: ['F', 'The order has been declared already.'],
  INVALID_SIGNATURE: ['F', 'The signature is invalid.'],
  KEY_NOT_FOUND: ['F', 'The key is not found.'],
  MEDIA_TYPE_NOT_ACCEPTABLE: ['F', 'The server does not implement the requested media type.'],
  MERCHANT_BALANCE_NOT_ENOUGH: ['F', "The merchant's balance is not enough."],
  METHOD_NOT_SUPPORTED: ['F', 'The server does not implement the requested method.'],
  MULTIPLE_REFUNDS_NOT_SUPPORTED: ['F', 'The payment can be refunded once only.'],
  NO_INTERFACE_DEF: ['F', 'The API is not defined.'],
  NO_PAY_OPTIONS: ['F', 'No pay option is available.'],
  ORDER_IS_CANCELED: ['F', 'The order has been cancelled.'],
  ORDER_IS_CLOSED: ['F', 'The order is closed.'],
  ORDER_NOT_EXIST: ['F', 'The order does not exist.'],
  ORDER_STATUS_INVALID: ['F', 'The status of the order does not allow it.'],
  PARAM_ILLEGAL: ['F', 'Illegal parameters exist.'],
  PARTIAL_REFUND_NOT_SUPPORTED: ['F', 'The payment can be refunded as a whole only.'],
  PAYMENT_AMOUNT_EXCEED_LIMIT: ['F', 'The payment amount exceeds the limit.'],
  PROCESS_FAIL: ['F', 'A general business failure occurred.'],
  RECORD_NOT_FOUND: ['F', 'The record is not found.'],
  REFUND_AMOUNT_EXCEED: ['F', 'The refunds would exceed the payment.'],
  REFUND_NOT_SUPPORTED: ['F', 'Refunds are not supported.'],
  REFUND_WINDOW_EXCEED: ['F', 'The refund window has passed.'],
  REGISTRATION_UNDER_REVIEW: ['F', 'The merchant is under review.'],
  REPEAT_REGISTRATION: ['F', 'The merchant is registered already.'],
  REPEAT_REQ_INCONSISTENT: ['F', 'Repeated requests are inconsistent.'],
  RISK_REJECT: ['F', 'The request is refused because of risk control.'],
  SETTLE_CONTRACT_NOT_MATCH: ['F', 'The contract knows no such settlement.'],
  TOTAL_DECLARATION_AMOUNT_EXCEED: ['F', 'The declarations would exceed the payment.'],
  USER_AMOUNT_EXCEED_LIMIT: ['F', "The amount exceeds the user's limit."],
  USER_BALANCE_NOT_ENOUGH: ['F', "The user's balance is not enough."],
  USER_PAYMENT_VERIFICATION_FAILED: ['F', 'The user failed the verification of the payment.'],
} as const;

export type ResultCode = keyof typeof RESULTS;

export interface Result {
  readonly resultStatus: 'S' | 'F' | 'U';
  readonly resultCode: ResultCode;
  readonly resultMessage: string;
}

/** Why a wallet may decline a payment, the likeliest first. */
export const DECLINE_CODES = [
  'USER_BALANCE_NOT_ENOUGH',
  'USER_AMOUNT_EXCEED_LIMIT',
  'USER_PAYMENT_VERIFICATION_FAILED',
  'RISK_REJECT',
  'PROCESS_FAIL',
] as const satisfies readonly ResultCode[];

export type DeclineCode = (typeof DECLINE_CODES)[number];

/** `detail` tells a developer which field it was; the gateway's messages are for logs, never for buyers. */
export function result(resultCode: ResultCode, detail?: string): Result {
  const [resultStatus, message] = RESULTS[resultCode];
  return { resultStatus, resultCode, resultMessage: detail ? `${message} ${detail}`.slice(0, 256) : message };
}

/** The gateway will not do what a call asks. Unsigned where it could not tell who was calling. */
export class Refusal extends Error {
  readonly result: Result;
  readonly signed: boolean;

  constructor(code: ResultCode, detail?: string, { signed = true } = {}) {
    super(`${code} ${detail ?? ''}`.trim());
    this.result = result(code, detail);
    this.signed = signed;
  }
}
