import {
  type Evidence,
  type Notice,
  NotificationRefused,
  type PaymentLookup,
  type RefundEvidence,
} from '../../gateway.ts';
import { fromWireAmount } from './currencies.ts';
import type { Notification, PaymentNotification, RefundNotification } from './messages/notification.ts';
import { toEnd } from './translate.ts';

/**
 * What a genuine notification tells. Null where it is about neither a payment's status nor a refund.
 *
 * @throws {NotificationRefused} where it lacks what every notification of its kind has.
 */
export async function fromNotification(
  notification: Notification,
  payments: PaymentLookup,
  nowMs: number,
): Promise<Notice | null> {
  switch (notification.kind) {
    case 'payment':
      return { payment: await fromPaymentNotification(notification, payments, nowMs) };
    case 'refund':
      return { refund: fromRefundNotification(notification) };
    case 'registration':
    case 'other':
      return null;
  }
}

async function fromPaymentNotification(
  { notifyType, result, paymentRequestId, paymentId, paymentAmount }: PaymentNotification,
  payments: PaymentLookup,
  nowMs: number,
): Promise<Evidence> {
  if (!paymentRequestId) throw new NotificationRefused(400, 'The notification names no payment');
  const amount = fromWireAmount(paymentAmount);
  const evidence = { paymentId: paymentRequestId, gatewayReference: paymentId, amount };
  // The same `S` means paid in one kind of notification and not yet confirmed in the other.
  if (notifyType === 'PAYMENT_PENDING') {
    return { ...evidence, outcome: result.resultStatus === 'S' ? 'processing' : 'awaiting' };
  }
  switch (result.resultStatus) {
    case 'S':
      if (!amount) throw new NotificationRefused(400, 'The notification does not say how much was paid');
      return { ...evidence, outcome: 'success' };
    case 'F': {
      const payment = await payments.byId(paymentRequestId);
      return { ...evidence, ...toEnd(result.resultCode, payment?.expiresAtMs, nowMs) };
    }
    case 'U':
      return { ...evidence, outcome: 'awaiting' };
  }
}

function fromRefundNotification(notification: RefundNotification): RefundEvidence {
  const { result, refundStatus, refundRequestId, refundId, refundAmount } = notification;
  if (!refundRequestId) throw new NotificationRefused(400, 'The notification names no refund');
  const amount = fromWireAmount(refundAmount);
  const evidence = { refundId: refundRequestId, gatewayReference: refundId, amount };
  if (refundStatus === 'FAIL') {
    return { ...evidence, outcome: 'failed', ...(result.resultStatus === 'F' && { gatewayCode: result.resultCode }) };
  }
  // Whether the channel took it on is the result, how it went the status: where they disagree, an inquiry tells.
  if (refundStatus !== 'SUCCESS' || result.resultStatus !== 'S') return { ...evidence, outcome: 'processing' };
  if (!amount) throw new NotificationRefused(400, 'The notification does not say how much was returned');
  return { ...evidence, outcome: 'success' };
}
