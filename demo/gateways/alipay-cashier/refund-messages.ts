import type { RefundReport } from '../support/simulated-gateway.ts';
import type { Refund } from './refund.ts';
import { Refusal, result } from './results.ts';
import { gatewayTime } from './wire.ts';

/** The answer to `refund`, also where it is repeated. @throws {Refusal} where it has failed. */
export function refundAnswer(refund: Refund): object {
  const { status, resultCode, paymentId } = refund;
  if (status === 'FAIL') throw new Refusal(resultCode);
  return status === 'PROCESSING'
    ? { result: result('REFUND_IN_PROCESS') }
    : { result: result('SUCCESS'), ...facts(refund), paymentId };
}

/** The answer to `inquiryRefund`. Its `result` is about the inquiry only. */
export function inquiryRefundAnswer(refund: Refund): object {
  return { result: result('SUCCESS'), refundStatus: refund.status, ...facts(refund) };
}

/** Antom docs, notifyRefund: it names no payment. */
export function refundNotification(refund: Refund): object {
  const { resultCode, status: refundStatus } = refund;
  return { notifyType: 'REFUND_RESULT', result: result(resultCode), refundStatus, ...facts(refund) };
}

/** The refund as `inquiryPayment` lists it. */
export function transaction(refund: Refund): object {
  const { refundId, refundRequestId, status, amount, createdAtMs, endedAtMs = createdAtMs } = refund;
  return {
    transactionResult: result(refund.resultCode),
    transactionId: refundId,
    transactionType: 'REFUND',
    transactionStatus: status,
    transactionAmount: amount,
    transactionRequestId: refundRequestId,
    transactionTime: gatewayTime(endedAtMs),
  };
}

export function refundReport({ refundRequestId, refundId, status, amount }: Refund): RefundReport {
  return {
    reference: refundRequestId,
    gatewayReference: refundId,
    status,
    value: amount.value,
    isSettled: status !== 'PROCESSING',
  };
}

function facts({ refundRequestId, refundId, amount, status, endedAtMs }: Refund): object {
  return {
    refundRequestId,
    refundId,
    refundAmount: amount,
    ...(status === 'SUCCESS' && endedAtMs !== undefined && { refundTime: gatewayTime(endedAtMs) }),
  };
}
