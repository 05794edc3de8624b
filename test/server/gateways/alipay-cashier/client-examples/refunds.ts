import type { Examples } from './example.ts';
import { PAYMENT_ID, REFUND_ID, refundFacts, result, USD } from './parts.ts';

export const REFUNDS: Pick<Examples, 'refund' | 'inquiryRefund'> = {
  refund: {
    path: '/v1/payments/refund',
    request: {
      refundRequestId: 'RF-1',
      paymentId: PAYMENT_ID,
      refundAmount: USD('314'),
      refundReason: 'one box missing',
      refundNotifyUrl: 'https://shop.example/hooks/alipay',
      referenceRefundId: 'R-1',
      isAsyncRefund: true,
      captureId: 'CP-1',
      refundDetails: [{ refundAmount: USD('314'), refundFrom: 'SELLER' }],
      metadata: '{"shelf":"3"}',
      extendInfo: '{"a":"b"}',
    },
    answer: {
      result,
      ...refundFacts,
      paymentId: PAYMENT_ID,
      actualRefundAmount: USD('300'),
      acquirerReferenceNo: 'ARN-1',
    },
  },

  inquiryRefund: {
    path: '/v1/payments/inquiryRefund',
    request: { refundRequestId: 'RF-1', refundId: REFUND_ID, merchantAccountId: 'site-2' },
    answer: { result, ...refundFacts, refundStatus: 'PROCESSING', arn: 'ARN-2', rrn: 'RRN-2', metadata: '{"a":"b"}' },
  },
};
