/**
 * What the messages of the gateway share, in its own words. Source: Antom docs, "API overview", and the models of the
 * official SDKs. Numbers travel as digits in a string, booleans as booleans, times as ISO 8601 with an offset.
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

/** Where a merchant uses one client id for several sites: which of them. */
export interface AccountScope {
  /** At most 32 characters. */
  readonly merchantAccountId?: string;
}

/** What is only ever handed on: its fields depend on the payment method. */
export type Details = Readonly<Record<string, unknown>>;

export interface UserName {
  readonly firstName?: string;
  readonly middleName?: string;
  readonly lastName?: string;
  readonly fullName?: string;
}

export interface Address {
  /** Two letters, ISO 3166. */
  readonly region: string;
  readonly state?: string;
  readonly city?: string;
  readonly address1?: string;
  readonly address2?: string;
  readonly zipCode?: string;
  readonly label?: string;
}

export interface Logo {
  readonly logoName?: string;
  readonly logoUrl?: string;
}

/** The rate at which a payment or refund is settled. */
export interface Quote {
  readonly quoteId?: string;
  /** Such as `USD/CNY`. */
  readonly quoteCurrencyPair?: string;
  /** In decimals: the gateway sends a number or a string. */
  readonly quotePrice?: string;
  readonly quoteStartTime?: string;
  readonly quoteExpiryTime?: string;
  readonly guaranteed?: boolean;
}

/** What a payment or refund comes to in the merchant's own currency. */
export interface Settlement {
  readonly grossSettlementAmount?: WireAmount;
  readonly settlementQuote?: Quote;
}

/** The customer of the wallet, as far as the wallet tells. */
export interface PspCustomerInfo {
  readonly pspName?: string;
  readonly pspCustomerId?: string;
  readonly displayCustomerId?: string;
  readonly displayCustomerName?: string;
}

export interface Discount {
  readonly discountTag?: string;
  /** In the default language. */
  readonly discountName?: string;
  readonly savingsAmount?: WireAmount;
  readonly estimateSavingsAmount?: WireAmount;
}

/** A promotion that a payment has had. */
export interface PromotionResult {
  /** `DISCOUNT`, `INTEREST_FREE`; an open list. */
  readonly promotionType?: string;
  readonly discount?: Discount;
}
