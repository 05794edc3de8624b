import type { Declaration } from './declaration.ts';
import { result } from './results.ts';
import { gatewayTime } from './wire.ts';

/** The answer to `declare`: passed on to the customs, which is not yet cleared. */
export function declareAnswer(declaration: Declaration): object {
  const { customsPaymentId, customsOrderId, clearingTransactionId, certificate } = declaration;
  return {
    result: result('SUCCESS'),
    customsPaymentId,
    customsOrderId,
    // Nobody is checked who was not named. A number that ends in four zeros is a stranger's: the sandbox's own rule.
    ...(certificate && {
      identityCheckResult: certificate.number.endsWith('0000') ? 'CHECK_NOT_PASSED' : 'CHECK_PASSED',
    }),
    clearingChannel: 'OTHER',
    clearingTransactionId,
    customsProviderRegistrationId: 'ZF14020001',
  };
}

/** Antom docs, inquiryDeclarationRequests. No status but this one is documented. */
export function declarationRecord(declaration: Declaration): object {
  const { declarationRequestId, customsPaymentId, customsOrderId, customs, merchantCustomsInfo } = declaration;
  return {
    declarationRequestId,
    customsPaymentId,
    customsOrderId,
    customs,
    merchantCustomsInfo,
    declarationAmount: declaration.amount,
    splitOrder: declaration.splitOrder,
    declarationRequestStatus: 'IN_PROCESS',
    lastModifiedTime: gatewayTime(declaration.changedAtMs),
  };
}
