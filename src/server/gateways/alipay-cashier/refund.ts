import { GatewayError, type GatewayPayment, type GatewayRefund, type RefundEvidence } from '../../gateway.ts';
import { fromWireAmount, toWireAmount } from './currencies.ts';
import type { InquiryRefundResponse, RefundFacts, RefundRequest, RefundResponse } from './messages/refund.ts';
import { failedCall, isConfigurationCode } from './result-codes.ts';

/** `refundStatus` in our words; every other one is `processing`. Source: Antom docs, "inquiryRefund". */
const OUTCOMES: ReadonlyMap<string | undefined, RefundEvidence['outcome']> = new Map([
  ['SUCCESS', 'success'],
  ['FAIL', 'failed'],
]);

/**
 * An `F` that does not prove that no money moves: a system that failed half-way, and an id under which there is another
 * refund. To call these rejected would free the money for a second refund; an inquiry, or the same id again, tells.
 */
const PROVES_NOTHING: ReadonlySet<string> = new Set(['SYSTEM_ERROR', 'PROCESS_FAIL', 'REPEAT_REQ_INCONSISTENT']);

/**
 * The request that returns the money.
 *
 * @throws {GatewayError} `rejected` where nothing can be asked for; nothing has been sent then.
 */
export function toRefundRequest({ gatewayReference, notifyUrl }: GatewayPayment, refund: GatewayRefund): RefundRequest {
  if (!gatewayReference) throw new GatewayError('rejected', 'Alipay’s own id of the payment is not known');
  return {
    refundRequestId: refund.id,
    paymentId: gatewayReference,
    refundAmount: toWireAmount(refund.amount),
    refundReason: refund.reason,
    refundNotifyUrl: notifyUrl,
  };
}

/**
 * What the answer to `refund` tells. An `S` says that the refund is taken on, not that it is made: an inquiry tells.
 *
 * @throws {GatewayError}
 */
export function fromRefund(refund: GatewayRefund, response: RefundResponse): RefundEvidence {
  const { result } = response;
  const { resultStatus, resultCode: gatewayCode } = result;
  if (resultStatus === 'S') return { ...aboutRefund(refund, response), outcome: 'processing' };
  if (gatewayCode === 'REFUND_IN_PROCESS') return { refundId: refund.id, outcome: 'processing' };
  const isEnd = resultStatus === 'F' && !isConfigurationCode(gatewayCode) && !PROVES_NOTHING.has(gatewayCode);
  if (!isEnd) throw failedCall('The refund failed', result);
  throw new GatewayError('rejected', `Alipay refuses the refund: ${gatewayCode}`, { gatewayCode });
}

/**
 * What the answer to an inquiry tells. Null where there is no such refund.
 *
 * @throws {GatewayError}
 */
export function fromRefundInquiry(refund: GatewayRefund, response: InquiryRefundResponse): RefundEvidence | null {
  const { result, refundStatus } = response;
  if (result.resultStatus === 'F' && result.resultCode === 'ORDER_NOT_EXIST') return null;
  if (result.resultStatus !== 'S') throw failedCall('The inquiry of the refund failed', result);
  const evidence = aboutRefund(refund, response);
  const outcome = OUTCOMES.get(refundStatus) ?? 'processing';
  if (outcome === 'success' && !evidence.amount) {
    throw new GatewayError('unknown', 'The answer does not say how much was returned');
  }
  return { ...evidence, outcome };
}

function aboutRefund({ id }: GatewayRefund, { refundRequestId, refundId, refundAmount }: RefundFacts) {
  if (refundRequestId !== id) throw new GatewayError('unknown', 'The answer is not about this refund');
  return { refundId: id, gatewayReference: refundId, amount: fromWireAmount(refundAmount) };
}
