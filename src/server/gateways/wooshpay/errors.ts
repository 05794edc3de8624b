import { type Fields, toFields, toLooseFields, toText } from '../../gateway-fields.ts';
import { type FailureReason, GatewayError } from '../../gateway.ts';
import { type HttpAnswer, parseJson } from '../../gateway-http.ts';
import type { ErrorDetail } from './messages.ts';

const KEY = /\b[sp]k_(live|test)_\S*/g;
const MAX_MESSAGE_LENGTH = 200;

/** The gateway answered a call with an error. */
export class WooshPayError extends GatewayError {
  /** The HTTP status. */
  readonly status: number;

  constructor(
    kind: GatewayError['kind'],
    message: string,
    { status, ...options }: { status: number; reason?: FailureReason; gatewayCode?: string },
  ) {
    super(kind, message, options);
    this.status = status;
  }
}

/** What an answer that is no success says of the call. Source: WooshPay documentation, "API Introduction", errors. */
export function toError({ status, body }: HttpAnswer): WooshPayError {
  const fields = readBody(body);
  const detail = toDetail(fields ?? {});
  const { type, code, message = 'no message' } = detail;
  const text = `WooshPay answered HTTP ${status}: ${redact(message)}`;
  const options = { status, gatewayCode: code ?? type, reason: toReason(status) };
  return new WooshPayError(toKind(status, type, fields !== null), text, options);
}

/**
 * A 401, 403 or 404 is for the operator: a wrong key, Alipay not enabled, or a key of another mode or account. A 400 or
 * 402 is a refusal in the gateway's own words; without them a proxy may be speaking, who knows nothing of the payment.
 * A 409 and every `idempotency_error` tell of an earlier call, which may have taken effect.
 */
function toKind(status: number, type: string | undefined, hasWords: boolean): GatewayError['kind'] {
  if (type === 'idempotency_error') return 'unknown';
  if (status === 401 || status === 403 || status === 404) return 'misconfigured';
  return hasWords && (status === 400 || status === 402) ? 'rejected' : 'unknown';
}

function toReason(status: number): FailureReason {
  return status === 402 ? 'declined' : 'gateway_error';
}

// Where the error is in the body is not documented: the places are those that integrations have met.
function toDetail(fields: Fields): ErrorDetail {
  const error = toLooseFields(fields.error);
  return {
    type: toText(error.type) ?? toText(fields.type),
    code: toText(error.code) ?? toText(fields.code),
    message: toText(error.message) ?? toText(fields.message) ?? toText(fields.error),
  };
}

function readBody(body: Uint8Array): Fields | null {
  try {
    const fields = toFields(parseJson(body));
    return Object.keys(fields).length > 0 ? fields : null;
  } catch {
    return null;
  }
}

/** The gateway quotes the key that it does not know: no part of one may reach a log. */
function redact(message: string): string {
  return message.replaceAll(KEY, 'a key').slice(0, MAX_MESSAGE_LENGTH);
}
