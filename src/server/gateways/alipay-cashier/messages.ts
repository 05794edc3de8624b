/**
 * The messages of the gateway, in its own words. Source: Antom docs, "pay (One-time Payments)", "inquiryPayment",
 * "cancel", "refund", "inquiryRefund", "notifyPayment", "notifyRefund".
 */

/** `value` is a whole number of the smallest units, in digits. */
export interface WireAmount {
  readonly currency: string;
  readonly value: string;
}

/** How a call ended: `S` success, `F` failure, `U` unknown. */
export interface Result {
  readonly resultStatus: 'S' | 'F' | 'U';
  /** Empty where there is none. */
  readonly resultCode: string;
  /** For logs, never for shoppers. */
  readonly resultMessage: string;
}

export interface PayRequest {
  readonly productCode: 'CASHIER_PAYMENT';
  /** At most 64 characters: the key that makes a repeated request the same payment. */
  readonly paymentRequestId: string;
  readonly order: {
    readonly referenceOrderId: string;
    readonly orderDescription: string;
    readonly orderAmount: WireAmount;
  };
  readonly paymentAmount: WireAmount;
  readonly paymentMethod: { readonly paymentMethodType: string };
  readonly settlementStrategy: { readonly settlementCurrency: string };
  readonly env: { readonly terminalType: string; readonly osType?: string; readonly clientIp?: string };
  readonly paymentRedirectUrl: string;
  readonly paymentNotifyUrl?: string;
  /** ISO 8601, less than ten minutes ahead. Absent: fourteen minutes. */
  readonly paymentExpiryTime?: string;
  /** Two letters: sorts the list of wallets on the page of Alipay+. */
  readonly userRegion?: string;
}

/** Names a payment. Where both are given the gateway goes by `paymentId`. */
export interface PaymentQuery {
  readonly paymentRequestId?: string;
  readonly paymentId?: string;
}

export interface PayResponse {
  readonly result: Result;
  readonly paymentRequestId?: string;
  readonly paymentId?: string;
  readonly paymentAmount?: WireAmount;
  readonly paymentCreateTime?: string;
  readonly paymentTime?: string;
  readonly normalUrl?: string;
  readonly schemeUrl?: string;
  readonly applinkUrl?: string;
  readonly orderCodeForm?: OrderCodeForm;
  readonly redirectActionForm?: RedirectForm;
  /** An older double of `redirectActionForm`. */
  readonly paymentActionForm?: RedirectForm;
}

export interface OrderCodeForm {
  readonly expireTime?: string;
  readonly codeDetails: readonly CodeDetail[];
}

/** A code to show: the text itself where `displayType` is `TEXT`, else the address of a picture of it. */
export interface CodeDetail {
  readonly displayType?: string;
  readonly codeValueType?: string;
  readonly codeValue: string;
}

export interface RedirectForm {
  readonly method: 'GET' | 'POST';
  readonly redirectUrl: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface InquiryPaymentResponse {
  /** How the inquiry went; how the payment went is `paymentStatus`. */
  readonly result: Result;
  /** An open list: `SUCCESS`, `FAIL`, `PROCESSING`, `CANCELLED`, `PENDING`, … */
  readonly paymentStatus?: string;
  readonly paymentResultCode?: string;
  readonly paymentRequestId?: string;
  readonly paymentId?: string;
  readonly paymentAmount?: WireAmount;
  readonly paymentCreateTime?: string;
  readonly paymentTime?: string;
  readonly redirectActionForm?: RedirectForm;
}

export interface CancelResponse {
  readonly result: Result;
  readonly paymentRequestId?: string;
  readonly paymentId?: string;
  readonly cancelTime?: string;
}

/** What the gateway sends to the merchant's notification address. */
export interface PaymentNotification {
  /** An open list: `PAYMENT_RESULT`, `PAYMENT_PENDING`, … Absent in messages about a merchant's registration. */
  readonly notifyType?: string;
  /** What `S` means here depends on `notifyType`. */
  readonly result: Result;
  readonly paymentRequestId?: string;
  readonly paymentId?: string;
  readonly paymentAmount?: WireAmount;
  readonly paymentCreateTime?: string;
  readonly paymentTime?: string;
}

export interface RefundRequest {
  /** At most 64 characters: the key that makes a repeated request the same refund. */
  readonly refundRequestId: string;
  /** The gateway's own id of the payment; it takes no other here. */
  readonly paymentId: string;
  readonly refundAmount: WireAmount;
  readonly refundReason?: string;
  readonly refundNotifyUrl?: string;
}

export interface RefundResponse {
  readonly result: Result;
  readonly refundRequestId?: string;
  readonly refundId?: string;
  readonly paymentId?: string;
  readonly refundAmount?: WireAmount;
  readonly refundTime?: string;
}

/** Names a refund. Where both are given the gateway goes by `refundId`. */
export interface RefundQuery {
  readonly refundRequestId?: string;
  readonly refundId?: string;
}

export interface InquiryRefundResponse extends RefundResponse {
  /** `SUCCESS`, `PROCESSING`, `FAIL`; an open list. */
  readonly refundStatus?: string;
}
