import { type FailureReason, GatewayError } from '../../gateway.ts';
import type { Transaction } from './messages.ts';

/** The request, the credentials or the account are at fault: trying again cannot help, an operator can. */
const CONFIGURATION: ReadonlySet<string> = new Set([
  '30000', // A field is invalid: `errordata` says which.
  ...['10205', '30010'], // The body is malformed.
  ...['21002'], // The credentials are wrong.
  ...['30001', '30006', '30009', '40000', '60023'], // The site is unknown, suspended, another's, or without Alipay.
  ...['60018', '60019', '60037', '60040'], // The type or the filter of the request is wrong.
]);

const DECLINES: Readonly<Record<string, FailureReason>> = {
  '70000': 'declined',
  '71000': 'declined', // A soft decline.
  '72000': 'declined', // A referral.
  '60022': 'declined', // Not authenticated.
  '60044': 'risk_rejected', // Screened out.
  '60045': 'declined', // Restricted.
};

/** The refund was not made. The first three: not yet, as its payment is not settled. */
const REFUND_REFUSALS: ReadonlySet<string> = new Set([
  ...['20004', '20005', '20012'],
  ...['20006', '20007', '20011', '20015', '20022', '20034', '40001'],
]);

/** What became of the request is not known, and it is not to be sent again. */
const UNCLEAR: ReadonlySet<string> = new Set(['70001', '60010', '60034', '99999', '62000']);

/** Source of all codes: the messages inside the official Python library. */
export const OK = '0';
export const NOT_FOUND = '60014';

/** Why a payment was declined. Undefined for every code that is no decline. */
export function declineReason(code: string): FailureReason | undefined {
  return Object.hasOwn(DECLINES, code) ? DECLINES[code] : undefined;
}

/** Why a payment ended that has this code beside its end. */
export function toFailureReason(code: string): FailureReason {
  return declineReason(code) ?? (CONFIGURATION.has(code) ? 'gateway_error' : 'unknown');
}

/** True for a code which says that no money was returned, and will not be by this refund. */
export function isRefundRefusal(code: string): boolean {
  return REFUND_REFUSALS.has(code) || code === NOT_FOUND || declineReason(code) !== undefined;
}

export function isUnclear(code: string): boolean {
  return UNCLEAR.has(code);
}

/** What a call came to that neither took place nor was refused for good. */
export function failedCall(what: string, { errorcode, errormessage, errordata }: Transaction): GatewayError {
  const kind = errorcode !== undefined && CONFIGURATION.has(errorcode) ? 'misconfigured' : 'unknown';
  const fields = errordata.length > 0 ? ` (${errordata.join(', ')})` : '';
  const message = `${what}: ${errorcode ?? 'no errorcode'} ${errormessage ?? ''}${fields}`;
  return new GatewayError(kind, message, { gatewayCode: errorcode });
}
