import type { AccountScope, Details, Discount, Logo, Result, WireAmount } from './common.ts';
import type { Buyer, Env, Merchant } from './order.ts';
import type { PaymentFactor, SettlementStrategy } from './payment.ts';

/** Asks which payment methods can be offered. Source: Antom docs, "consult". */
export interface ConsultRequest extends AccountScope {
  readonly productCode: 'CASHIER_PAYMENT';
  readonly paymentAmount: WireAmount;
  readonly env: Env;
  readonly settlementStrategy?: SettlementStrategy;
  /** Two letters: sorts the list. */
  readonly userRegion?: string;
  /** Two letters: where the merchant does business. */
  readonly merchantRegion?: string;
  /** Two letters each, or `GLOBAL`. */
  readonly allowedPaymentMethodRegions?: readonly string[];
  readonly allowedPaymentMethods?: readonly string[];
  readonly blockedPaymentMethods?: readonly string[];
  readonly buyer?: Buyer;
  readonly merchant?: Merchant;
  readonly paymentFactor?: PaymentFactor;
}

export interface ConsultResponse {
  /** How the call went; whether a method can be had is its `enabled`. */
  readonly result: Result;
  readonly paymentOptions?: readonly PaymentOption[];
}

export interface PaymentOption {
  /** What to name in `pay`. */
  readonly paymentMethodType: string;
  readonly enabled?: boolean;
  /** Why it is not enabled. An open list: `CHANNEL_NOT_SUPPORT_CURRENCY`, `EXCEED_CHANNEL_LIMIT_RULE`, … */
  readonly disableReason?: string;
  /** An open list: `ALIPAY_PLUS`, `WALLET`, `CARD`, … */
  readonly paymentMethodCategory?: string;
  /** Two letters each, or `GLOBAL`. */
  readonly paymentMethodRegion?: readonly string[];
  readonly preferred?: boolean;
  readonly supportedCurrencies?: readonly string[];
  /** An open list: `QR`, `REDIRECT`, … */
  readonly interactionType?: string;
  readonly logo?: Logo;
  /** The names of its promotions by language and country, such as `zh_CN`. */
  readonly promoNames?: readonly Readonly<Record<string, string>>[];
  readonly promotionInfos?: readonly PromotionInfo[];
  /** By currency. */
  readonly amountLimitInfoMap?: Readonly<Record<string, AmountLimitInfo>>;
  /** Of cards. */
  readonly installment?: Details;
  /** Of cards and banks. */
  readonly paymentOptionDetail?: Details;
}

export interface PromotionInfo {
  /** `DISCOUNT`, `INTEREST_FREE`; an open list. */
  readonly promotionType?: string;
  readonly discount?: Discount;
  readonly interestFree?: Details;
}

export interface AmountLimitInfo {
  readonly singleLimit?: AmountLimit;
  readonly dayLimit?: AmountLimit;
  readonly monthLimit?: AmountLimit;
}

export interface AmountLimit {
  readonly minAmount?: WireAmount;
  readonly maxAmount?: WireAmount;
  readonly remainAmount?: WireAmount;
}
