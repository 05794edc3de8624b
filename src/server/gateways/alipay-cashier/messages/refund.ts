import type { AccountScope, Result, Settlement, WireAmount } from './common.ts';

/** Returns money of a paid payment. Source: Antom docs, "refund". */
export interface RefundRequest {
  /** At most 64 characters: the key that makes a repeated request the same refund. */
  readonly refundRequestId: string;
  /** The gateway's own id of the payment; it takes no other here. */
  readonly paymentId: string;
  /** In the payment's currency. */
  readonly refundAmount: WireAmount;
  /** At most 256 characters. */
  readonly refundReason?: string;
  /** At most 1024 characters; wins over the dashboard's. */
  readonly refundNotifyUrl?: string;
  /** At most 64 characters. */
  readonly referenceRefundId?: string;
  readonly isAsyncRefund?: boolean;
  /** Of card payments that were captured in parts. */
  readonly captureId?: string;
  readonly refundDetails?: readonly RefundDetail[];
  /** JSON in a string; comes back with the refund. */
  readonly metadata?: string;
  /** JSON in a string. */
  readonly extendInfo?: string;
}

/** Whose money a part of a refund is. */
export interface RefundDetail {
  readonly refundAmount: WireAmount;
  readonly refundFrom?: string;
}

/** Names a refund. Where both ids are given the gateway goes by `refundId`. */
export interface RefundQuery extends AccountScope {
  readonly refundRequestId?: string;
  readonly refundId?: string;
}

/** What every message about a refund tells of it. */
export interface RefundFacts extends Settlement {
  readonly refundRequestId?: string;
  readonly refundId?: string;
  readonly refundAmount?: WireAmount;
  readonly refundTime?: string;
}

export interface RefundResponse extends RefundFacts {
  /** `S`: the refund is taken on. Whether it is made tells an inquiry, or a notification. */
  readonly result: Result;
  readonly paymentId?: string;
  readonly actualRefundAmount?: WireAmount;
  readonly acquirerReferenceNo?: string;
}

/** Source: Antom docs, "inquiryRefund". */
export interface InquiryRefundResponse extends RefundFacts {
  /** How the inquiry went; how the refund went is `refundStatus`. */
  readonly result: Result;
  /** `SUCCESS`, `PROCESSING`, `FAIL`; an open list. */
  readonly refundStatus?: string;
  readonly arn?: string;
  readonly rrn?: string;
  readonly metadata?: string;
}
