import type {
  AccountScope,
  Details,
  PromotionResult,
  PspCustomerInfo,
  Result,
  Settlement,
  WireAmount,
} from './common.ts';
import type { OrderCodeForm, RedirectForm } from './address.ts';
import type { Env, Order } from './order.ts';

/** Creates a payment. Source: Antom docs, "pay (One-time Payments)". */
export interface PayRequest extends AccountScope {
  readonly productCode: 'CASHIER_PAYMENT';
  /** At most 64 of `[A-Za-z0-9_-]`: the key that makes a repeated request the same payment. */
  readonly paymentRequestId: string;
  readonly order: Order;
  /** What is charged. */
  readonly paymentAmount: WireAmount;
  readonly paymentMethod: PaymentMethod;
  readonly settlementStrategy: SettlementStrategy;
  readonly env: Env;
  /** At most 2048 characters: where the wallet sends the shopper back to. An app may give a scheme of its own. */
  readonly paymentRedirectUrl: string;
  /** At most 2048 characters; wins over the dashboard's. */
  readonly paymentNotifyUrl?: string;
  /** ISO 8601, less than ten minutes ahead. Absent: fourteen minutes. */
  readonly paymentExpiryTime?: string;
  readonly paymentFactor?: PaymentFactor;
  /** Two letters: where the merchant does business. Of some contracts only. */
  readonly merchantRegion?: string;
  /** Two letters: sorts the list of wallets on the page of Alipay+. */
  readonly userRegion?: string;
  /** At most 32 characters: the mini app that pays, for the terminal `MINI_APP`. */
  readonly appId?: string;
  readonly creditPayPlan?: CreditPayPlan;
  /** JSON in a string; comes back with the payment. */
  readonly metadata?: string;
  /** JSON in a string. */
  readonly extendInfo?: string;
}

export interface PaymentMethod {
  /** An open list: `ALIPAY_CN`, `ALIPAY_HK`, `CONNECT_WALLET`, `GCASH`, … */
  readonly paymentMethodType: string;
  readonly paymentMethodId?: string;
  readonly customerId?: string;
  /** JSON in a string. */
  readonly extendInfo?: string;
  readonly paymentMethodMetaData?: Details;
}

export interface SettlementStrategy {
  readonly settlementCurrency: string;
}

export interface PaymentFactor {
  readonly isAuthorization?: boolean;
  readonly captureMode?: string;
  readonly presentmentMode?: 'BUNDLE' | 'TILE' | 'UNIFIED';
}

/** Paying in instalments. */
export interface CreditPayPlan {
  readonly installmentNum: string;
  readonly creditPayFeeType?: string;
  readonly feePercentage?: string;
}

/** Names a payment. Where both ids are given the gateway goes by `paymentId`. */
export interface PaymentQuery extends AccountScope {
  readonly paymentRequestId?: string;
  readonly paymentId?: string;
}

/** What every message about a payment tells of it. */
export interface PaymentFacts extends Settlement {
  readonly paymentRequestId?: string;
  readonly paymentId?: string;
  readonly paymentAmount?: WireAmount;
  readonly paymentCreateTime?: string;
  /** Of a paid payment. */
  readonly paymentTime?: string;
  readonly pspCustomerInfo?: PspCustomerInfo;
  /** Of card payments. */
  readonly paymentResultInfo?: Details;
  readonly promotionResult?: readonly PromotionResult[];
}

export interface PayResponse extends PaymentFacts {
  readonly result: Result;
  readonly actualPaymentAmount?: WireAmount;
  readonly normalUrl?: string;
  readonly schemeUrl?: string;
  readonly applinkUrl?: string;
  /** The wallet's package on Android. */
  readonly appIdentifier?: string;
  readonly orderCodeForm?: OrderCodeForm;
  readonly redirectActionForm?: RedirectForm;
  /** An older double of `redirectActionForm`. */
  readonly paymentActionForm?: RedirectForm;
  /** Of card payments. */
  readonly challengeActionForm?: Details;
  /** For Antom's own SDK in the page. */
  readonly paymentData?: string;
}

export interface InquiryPaymentResponse extends PaymentFacts, AccountScope {
  /** How the inquiry went; how the payment went is `paymentStatus`. */
  readonly result: Result;
  /** An open list: `SUCCESS`, `FAIL`, `PROCESSING`, `CANCELLED`, `PENDING`, … */
  readonly paymentStatus?: string;
  readonly paymentResultCode?: string;
  readonly paymentResultMessage?: string;
  readonly actualPaymentAmount?: WireAmount;
  /** Of card payments. */
  readonly authExpiryTime?: string;
  /** While the payment is in process. */
  readonly redirectActionForm?: RedirectForm;
  readonly acquirerReferenceNo?: string;
  readonly paymentMethodType?: string;
  /** Refunds and captures. */
  readonly transactions?: readonly Transaction[];
  /** Of a payment by AlipayCN: up to how much of it can be declared to the customs. */
  readonly customsDeclarationAmount?: WireAmount;
  readonly metadata?: string;
}

export interface Transaction {
  readonly transactionResult?: Result;
  /** The id of the refund or capture. */
  readonly transactionId?: string;
  /** An open list: `PAYMENT`, `REFUND`, `CAPTURE`, `CANCEL`, `AUTHORIZATION`, `VOID`, … */
  readonly transactionType?: string;
  readonly transactionStatus?: string;
  readonly transactionAmount?: WireAmount;
  readonly transactionRequestId?: string;
  readonly transactionTime?: string;
}

export interface CancelResponse {
  readonly result: Result;
  readonly paymentRequestId?: string;
  readonly paymentId?: string;
  readonly cancelTime?: string;
}
