import { toText } from '../../../gateway-fields.ts';
import type { InquiryRefundResponse, RefundFacts, RefundResponse } from '../messages/refund.ts';
import { parseMessage, SETTLEMENT, toAmount } from './common.ts';
import { type Readers, toJsonText } from './reader.ts';

export const REFUND_FACTS: Readers<RefundFacts> = {
  ...SETTLEMENT,
  refundRequestId: toText,
  refundId: toText,
  refundAmount: toAmount,
  refundTime: toText,
};

const REFUND_RESPONSE: Readers<Omit<RefundResponse, 'result'>> = {
  ...REFUND_FACTS,
  paymentId: toText,
  actualRefundAmount: toAmount,
  acquirerReferenceNo: toText,
};

const INQUIRY_RESPONSE: Readers<Omit<InquiryRefundResponse, 'result'>> = {
  ...REFUND_FACTS,
  refundStatus: toText,
  arn: toText,
  rrn: toText,
  metadata: toJsonText,
};

export const parseRefundResponse = (body: unknown): RefundResponse => parseMessage(REFUND_RESPONSE, body);

export const parseInquiryRefundResponse = (body: unknown): InquiryRefundResponse =>
  parseMessage(INQUIRY_RESPONSE, body);
