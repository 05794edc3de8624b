import { type FailureReason, GatewayError } from '../../gateway.ts';
import type { Result } from './messages/common.ts';

/**
 * The merchant's request, contract or keys are at fault: trying again cannot help, an operator can.
 * Source: Antom docs, "pay", result codes; the spellings in pairs are both in circulation.
 */
const CONFIGURATION: ReadonlySet<string> = new Set([
  'PARAM_ILLEGAL',
  'INVALID_SIGNATURE',
  'SIGNATURE_INVALID',
  'KEY_NOT_FOUND',
  'NO_INTERFACE_DEF',
  'INVALID_API',
  'METHOD_NOT_SUPPORTED',
  'MEDIA_TYPE_NOT_ACCEPTABLE',
  'CLIENT_INVALID',
  'INVALID_CLIENT',
  'INVALID_CONTRACT',
  'SETTLE_CONTRACT_NOT_MATCH',
  'ACCESS_DENIED',
  'INVALID_MERCHANT_STATUS',
  'MERCHANT_NOT_REGISTERED',
  'MERCHANT_KYB_NOT_QUALIFIED',
  'PAYMENT_NOT_QUALIFIED',
  'INVALID_PAYMENT_METHOD_META_DATA',
]);

/** What the gateway answers, unsigned, to a caller whom it could not identify. */
const UNIDENTIFIED_CALLER: ReadonlySet<string> = new Set([
  'INVALID_SIGNATURE',
  'SIGNATURE_INVALID',
  'KEY_NOT_FOUND',
  'CLIENT_INVALID',
  'INVALID_CLIENT',
  'NO_INTERFACE_DEF',
  'ACCESS_DENIED',
]);

const FAILURES: ReadonlyMap<string, FailureReason> = new Map(
  Object.entries({
    insufficient_funds: ['USER_BALANCE_NOT_ENOUGH'],
    limit_exceeded: ['PAYMENT_AMOUNT_EXCEED_LIMIT', 'PAYMENT_COUNT_EXCEED_LIMIT', 'USER_AMOUNT_EXCEED_LIMIT'],
    risk_rejected: ['RISK_REJECT', 'FRAUD_REJECT', 'SUSPECTED_RISK', 'SUSPECTED_CARD'],
    declined: [
      ...['INVALID_PAYMENT_CODE', 'PAYMENT_PROHIBITED', 'EXPIRED_CODE'],
      ...['USER_KYC_NOT_QUALIFIED', 'USER_STATUS_ABNORMAL', 'USER_NOT_EXIST'],
      ...['USER_PAYMENT_VERIFICATION_FAILED', 'VERIFY_TIMES_EXCEED_LIMIT', 'VERIFY_UNMATCHED'],
      ...['CARD_NOT_SUPPORTED', 'DO_NOT_HONOR', 'INVALID_CARD', 'INVALID_CARD_NUMBER', 'INVALID_EXPIRATION_DATE'],
      ...['AUTHENTICATION_REQUIRED', 'ISSUER_REJECTS_TRANSACTION'],
    ],
    gateway_error: ['PROCESS_FAIL', 'SYSTEM_ERROR', 'NO_PAY_OPTIONS', 'CURRENCY_NOT_SUPPORT', 'INVALID_AMOUNT'],
  } satisfies Partial<Record<FailureReason, string[]>>).flatMap(([reason, codes]) =>
    codes.map((code) => [code, reason as FailureReason] as const),
  ),
);

export const isConfigurationCode = (code: string): boolean => CONFIGURATION.has(code);

export const isUnidentifiedCaller = (code: string): boolean => UNIDENTIFIED_CALLER.has(code);

/** Why a payment failed, in our words. A code that we do not know is `unknown`: the status alone counts then. */
export function toFailureReason(code: string): FailureReason {
  return FAILURES.get(code) ?? (CONFIGURATION.has(code) ? 'gateway_error' : 'unknown');
}

/** A call that failed, and says nothing of what it was about: `misconfigured` for its code, else `unknown`. */
export function failedCall(what: string, result: Result): GatewayError {
  const isConfiguration = result.resultStatus === 'F' && isConfigurationCode(result.resultCode);
  if (!isConfiguration) return unknownOutcome(what, result);
  const { resultCode: gatewayCode, resultMessage } = result;
  return new GatewayError('misconfigured', `${what}: ${gatewayCode} ${resultMessage}`, { gatewayCode });
}

export function unknownOutcome(what: string, { resultCode: gatewayCode }: Result): GatewayError {
  return new GatewayError('unknown', `${what}: ${gatewayCode}`, { gatewayCode });
}
