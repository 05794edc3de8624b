import type { FailureReason } from '../../../../src/server/gateway.ts';

/** Codes of an `F` that are the merchant's to mend. */
export const CONFIGURATION = [
  ...['PARAM_ILLEGAL', 'INVALID_SIGNATURE', 'SIGNATURE_INVALID', 'KEY_NOT_FOUND', 'NO_INTERFACE_DEF', 'INVALID_API'],
  ...['METHOD_NOT_SUPPORTED', 'MEDIA_TYPE_NOT_ACCEPTABLE', 'CLIENT_INVALID', 'INVALID_CLIENT', 'INVALID_CONTRACT'],
  ...['SETTLE_CONTRACT_NOT_MATCH', 'ACCESS_DENIED', 'INVALID_MERCHANT_STATUS', 'MERCHANT_NOT_REGISTERED'],
  ...['MERCHANT_KYB_NOT_QUALIFIED', 'PAYMENT_NOT_QUALIFIED', 'INVALID_PAYMENT_METHOD_META_DATA'],
];

/** Why a payment failed, by the code beside an `F` of pay, a `FAIL` of an inquiry, or an `F` of a notification. */
export const REASONS: Record<string, FailureReason> = {
  NO_PAY_OPTIONS: 'gateway_error',
  CURRENCY_NOT_SUPPORT: 'gateway_error',
  PAYMENT_AMOUNT_EXCEED_LIMIT: 'limit_exceeded',
  PAYMENT_COUNT_EXCEED_LIMIT: 'limit_exceeded',
  INVALID_PAYMENT_CODE: 'declined',
  PAYMENT_PROHIBITED: 'declined',
  USER_BALANCE_NOT_ENOUGH: 'insufficient_funds',
  USER_AMOUNT_EXCEED_LIMIT: 'limit_exceeded',
  USER_KYC_NOT_QUALIFIED: 'declined',
  USER_STATUS_ABNORMAL: 'declined',
  USER_NOT_EXIST: 'declined',
  USER_PAYMENT_VERIFICATION_FAILED: 'declined',
  VERIFY_TIMES_EXCEED_LIMIT: 'declined',
  VERIFY_UNMATCHED: 'declined',
  EXPIRED_CODE: 'declined',
  CARD_NOT_SUPPORTED: 'declined',
  DO_NOT_HONOR: 'declined',
  INVALID_CARD: 'declined',
  INVALID_CARD_NUMBER: 'declined',
  INVALID_EXPIRATION_DATE: 'declined',
  AUTHENTICATION_REQUIRED: 'declined',
  ISSUER_REJECTS_TRANSACTION: 'declined',
  SUSPECTED_CARD: 'risk_rejected',
  RISK_REJECT: 'risk_rejected',
  FRAUD_REJECT: 'risk_rejected',
  SUSPECTED_RISK: 'risk_rejected',
  INVALID_AMOUNT: 'gateway_error',
  PROCESS_FAIL: 'gateway_error',
  SYSTEM_ERROR: 'gateway_error',
  A_CODE_OF_NEXT_YEAR: 'unknown',
};
