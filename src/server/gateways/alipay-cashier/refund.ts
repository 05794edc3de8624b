import { GatewayError, type GatewayPayment, type GatewayRefund, type RefundEvidence } from '../../gateway.ts';
import { fromWireAmount, toWireAmount } from './currencies.ts';
import type { InquiryRefundResponse, RefundRequest, RefundResponse } from './messages.ts';
import { isConfigurationCode } from './result-codes.ts';
import { failedCall } from './translate.ts';

/** `refundStatus` in our words; every other one is `processing`. Source: Antom docs, "inquiryRefund". */
const OUTCOMES: ReadonlyMap<string | undefined, RefundEvidence['outcome']> = new Map([
  ['SUCCESS', 'success'],
  ['FAIL', 'failed'],
]);

/**
 * The request that returns the money.
 *
 * @throws {GatewayError} `rejected` where nothing can be asked for; nothing has been sent then.
 */
export function toRefundRequest(payment: GatewayPayment, refund: GatewayRefund): RefundRequest {
  const amount = toWireAmount(refund.amount);
  const { gatewayReference } = payment;
  if (!amount || !gatewayReference) throw new GatewayError('rejected', 'Alipay does not know what to refund');
  return {
    refundRequestId: refund.id,
    paymentId: gatewayReference,
    refundAmount: amount,
    refundReason: refund.reason,
    refundNotifyUrl: payment.notifyUrl,
  };
}

/**
 * What the answer to `refund` tells. An `S` says that the refund is taken, not that it is done: an inquiry tells.
 *
 * @throws {GatewayError}
 */
export function fromRefund(refund: GatewayRefund, response: RefundResponse): RefundEvidence {
  const { result } = response;
  if (result.resultStatus === 'S') return { ...aboutRefund(refund, response), outcome: 'processing' };
  if (result.resultCode === 'REFUND_IN_PROCESS') return { refundId: refund.id, outcome: 'processing' };
  const { resultStatus, resultCode: gatewayCode } = result;
  if (resultStatus !== 'F' || isConfigurationCode(gatewayCode)) throw failedCall('The refund failed', result);
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
  return { ...aboutRefund(refund, response), outcome: OUTCOMES.get(refundStatus) ?? 'processing' };
}

function aboutRefund({ id }: GatewayRefund, { refundRequestId, refundId, refundAmount }: RefundResponse) {
  if (refundRequestId !== id) throw new GatewayError('unknown', 'The answer is not about this refund');
  return { refundId: id, gatewayReference: refundId, amount: fromWireAmount(refundAmount) };
}
