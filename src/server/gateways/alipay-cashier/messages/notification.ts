import type { Result, WireAmount } from './common.ts';
import type { PaymentFacts } from './payment.ts';
import type { RefundFacts } from './refund.ts';
import type { RegistrationFacts } from './registration.ts';

/** What the gateway sends to the merchant's notification addresses, told apart by `kind`, which is our word. */
export type Notification = PaymentNotification | RefundNotification | RegistrationNotification | OtherNotification;

/** Source: Antom docs, "notifyPayment". */
export interface PaymentNotification extends PaymentFacts {
  readonly kind: 'payment';
  readonly notifyType: 'PAYMENT_RESULT' | 'PAYMENT_PENDING';
  /** An `S` means paid in a `PAYMENT_RESULT`, and in a `PAYMENT_PENDING` that the money is not confirmed yet. */
  readonly result: Result;
  readonly acquirerReferenceNo?: string;
  readonly paymentMethodType?: string;
  /** Of a payment by AlipayCN: up to how much of it can be declared to the customs. */
  readonly customsDeclarationAmount?: WireAmount;
  readonly metadata?: string;
}

/** Source: Antom docs, "notifyRefund". It does not name the payment. */
export interface RefundNotification extends RefundFacts {
  readonly kind: 'refund';
  readonly notifyType: 'REFUND_RESULT';
  /** An `S` says that the refund was taken on; how it went is `refundStatus`. */
  readonly result: Result;
  /** `SUCCESS`, `FAIL`; an open list. */
  readonly refundStatus?: string;
  readonly actualRefundAmount?: WireAmount;
  readonly arn?: string;
  readonly metadata?: string;
}

/** Source: Antom docs, "notifyRegistrationStatus". It has neither a type nor a result. */
export interface RegistrationNotification extends RegistrationFacts {
  readonly kind: 'registration';
  readonly registrationRequestId: string;
  readonly referenceMerchantId?: string;
  readonly referenceStoreId?: string;
}

/** Genuine, and of a kind that this client does not read: captures of card payments, for instance. */
export interface OtherNotification {
  readonly kind: 'other';
  readonly notifyType?: string;
  /** Verified, not checked for its shape. */
  readonly body: unknown;
}
