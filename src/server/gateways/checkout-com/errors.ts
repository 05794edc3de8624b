import { GatewayError } from '../../gateway.ts';
import { type HttpAnswer, parseJson } from '../../gateway-http.ts';
import { parseErrorCodes } from './parse-messages.ts';

/** What a call does: creates a payment, asks a question, or changes a payment that is there. */
export type Purpose = 'create' | 'ask' | 'change';

type Kind = GatewayError['kind'];

/**
 * What an answer says of the call, by its HTTP status; every other one leaves it unknown, as a call with the same key
 * that is still in work (409), too many calls (429) and a gateway in trouble (5xx) do. Source: Checkout.com docs,
 * "Idempotency", "API rate limits", and the errors of each call.
 *
 * A change is forbidden, or its payment missing, because of the payment; a call without one because of the account.
 */
const KINDS: Readonly<Record<number, Readonly<Record<Purpose, Kind>>>> = {
  400: { create: 'rejected', ask: 'unknown', change: 'rejected' },
  401: { create: 'misconfigured', ask: 'misconfigured', change: 'misconfigured' },
  403: { create: 'misconfigured', ask: 'misconfigured', change: 'rejected' },
  404: { create: 'misconfigured', ask: 'misconfigured', change: 'rejected' },
  422: { create: 'rejected', ask: 'unknown', change: 'rejected' },
};

/** Codes with which a payment is refused because of the account: no other payment would fare better. */
const ACCOUNT_CODE = /^(processing_channel|payee_not_onboarded$|payment_method_not_supported$)/;

/** A call that was refused. `gatewayCode` is what Checkout.com calls it, or the HTTP status. */
export function toError(purpose: Purpose, answer: HttpAnswer): GatewayError {
  const { status, headers } = answer;
  const codes = errorCodesOf(answer);
  const gatewayCode = codes.join(' ') || `HTTP ${status}`;
  const kind = kindOf(purpose, status, codes);
  // What their support asks for.
  const requestId = /^[\w:.-]{1,64}$/.exec(headers.get('cko-request-id') ?? '')?.[0] ?? 'without an id';
  const message = `Checkout.com answered HTTP ${status}, ${gatewayCode} (request ${requestId})`;
  return new GatewayError(kind, message, { reason: 'gateway_error', gatewayCode });
}

function kindOf(purpose: Purpose, status: number, codes: readonly string[]): Kind {
  const kind = KINDS[status]?.[purpose] ?? 'unknown';
  // What becomes of a key that was used with another body is not documented: the first call may have done its work.
  if (codes.some((code) => code.includes('idempotency'))) return 'unknown';
  return kind === 'rejected' && codes.some((code) => ACCOUNT_CODE.test(code)) ? 'misconfigured' : kind;
}

function errorCodesOf({ body }: HttpAnswer): readonly string[] {
  try {
    return parseErrorCodes(parseJson(body));
  } catch {
    return [];
  }
}
