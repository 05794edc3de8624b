/** Error codes that this sandbox answers with, and the message of each in Trust Payments' own table. */
const MESSAGES = {
  '10200': 'Malformed XML',
  '10201': 'XML does not match schema',
  '10205': 'Malformed JSON',
  '20004': 'Missing parent',
  '20005': 'Refund requires settled parent or parent thats due to settle today',
  '20006': 'Refund requires authorisation parent',
  '20007': 'Refund amount too great',
  '20011': 'Cannot refund a decline transaction',
  '20012': 'Refund requires a settled parent',
  '20015': 'Cannot override currency in child transaction',
  '20022': 'Refund amount less than Minimum allowed',
  '21002': 'Invalid username/password',
  '30000': 'Invalid field',
  '30001': 'Unknown site',
  '30006': 'Invalid sitereference for alias',
  '30007': 'Invalid version number',
  '30010': 'Json element parse error',
  '40000': 'No account found',
  '60013': 'No valid updates specified',
  '60014': 'Transaction reference not found',
  '60017': 'Transaction not updatable',
  '60018': 'Invalid requesttype',
  '60019': 'No searchable filter specified',
  '60023': 'Site Suspended',
  '60024': 'No updates performed',
  '60033': 'Invalid updates specified',
  '60037': 'Invalid filters',
  '60040': 'Invalid request',
} as const;

export type ErrorCode = keyof typeof MESSAGES;

/** Why a wallet may decline, the likeliest first: a decline, then soft, referred, not authenticated, screened. */
export const DECLINE_CODES = ['70000', '71000', '72000', '60022', '60044', '60045'] as const;

export type DeclineCode = (typeof DECLINE_CODES)[number];

/** Trust Payments will not do what a request asks. Answered with HTTP 200, as nearly everything is. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  /** What is wrong: mostly the name of a field. */
  readonly data: readonly string[];

  constructor(code: ErrorCode, ...data: readonly string[]) {
    super(MESSAGES[code]);
    this.code = code;
    this.data = data;
  }
}
