/**
 * The messages of the gateway, in its own words. Source: Checkout.com docs, "Alipay", "Alipay CN", "Alipay HK", "Get
 * payment details", "Get a list of payments", "Get payment actions", "Refund a payment", "Void a payment", "Webhooks".
 *
 * Amounts are whole numbers as Checkout.com counts the currency ("Format the amount value").
 */

/** `alipay` is the previous platform's; `alipay_cn` and `alipay_hk` are the current one's. */
export type AlipaySource = 'alipay' | 'alipay_cn' | 'alipay_hk';

/** At most 20 entries; text of at most 255 characters. */
export type Metadata = Readonly<Record<string, string | number>>;

export interface PaymentRequest {
  readonly source: { readonly type: AlipaySource };
  /** Left out or 0 it would be no sale: a card check. */
  readonly amount: number;
  readonly currency: string;
  /** At most 80 characters. */
  readonly reference?: string;
  /** Needed on the current platform: which channel of the account. */
  readonly processing_channel_id?: string;
  /** Needed on the current platform; `os_type` unless the terminal is `WEB`. */
  readonly processing?: { readonly terminal_type: 'WEB' | 'WAP' | 'APP'; readonly os_type?: 'ANDROID' | 'IOS' };
  /** At most 1024 characters, as is `failure_url`. Absent: the account's settings apply. */
  readonly success_url?: string;
  readonly failure_url?: string;
  /** Alipay captures by itself: `true` at most. */
  readonly capture?: boolean;
  readonly payment_type?: string;
  /** At most 100 characters. */
  readonly description?: string;
  readonly customer?: { readonly id: string } | { readonly email: string; readonly name?: string };
  readonly shipping?: { readonly address: { readonly country: string } };
  readonly items?: readonly Item[];
  readonly metadata?: Metadata;
}

export interface Item {
  readonly name: string;
  readonly quantity: number;
  readonly unit_price: number;
  readonly reference?: string;
}

/** Where to go on from here. `redirect` is the shopper's page; `refund` and `void` are there while each is possible. */
export type Links = Readonly<Record<string, { readonly href: string }>>;

/** A payment, as the answer to a request, to an inquiry, and in a list. */
export interface Payment {
  readonly id?: string;
  /** An open list: `Pending`, `Authorized`, `Captured`, `Declined`, `Voided`, … */
  readonly status?: string;
  readonly approved?: boolean;
  readonly response_code?: string;
  /** For logs, never for shoppers. */
  readonly response_summary?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly reference?: string;
  readonly requested_on?: string;
  readonly source?: { readonly type?: string };
  readonly customer?: { readonly id?: string };
  readonly risk?: { readonly flagged?: boolean };
  readonly balances?: Balances;
  readonly metadata?: Metadata;
  /** Only in the answer to an inquiry by session id. */
  readonly actions?: readonly PaymentAction[];
  readonly _links: Links;
}

export interface Balances {
  readonly total_authorized?: number;
  readonly total_voided?: number;
  readonly available_to_void?: number;
  readonly total_captured?: number;
  readonly available_to_capture?: number;
  readonly total_refunded?: number;
  readonly available_to_refund?: number;
}

/** Something that was done to a payment. */
export interface PaymentAction {
  readonly id?: string;
  /** An open list: `Authorization`, `Capture`, `Void`, `Refund`, `Return`, … */
  readonly type?: string;
  readonly processed_on?: string;
  readonly amount?: number;
  readonly approved?: boolean;
  readonly response_code?: string;
  readonly response_summary?: string;
  /** Of the request that asked for this action. */
  readonly reference?: string;
}

export interface RefundRequest {
  /** Absent: all that is left. */
  readonly amount?: number;
  /** At most 80 characters. */
  readonly reference?: string;
  readonly metadata?: Metadata;
}

export interface VoidRequest {
  readonly reference?: string;
  readonly metadata?: Metadata;
}

/** A refund or void is accepted, not done: notifications and the payment's actions tell what became of it. */
export interface AcceptedAction {
  readonly action_id?: string;
  readonly reference?: string;
  readonly _links: Links;
}

/** What the gateway sends to the merchant's webhook. */
export interface WebhookEvent {
  readonly id?: string;
  /** An open list: `payment_captured`, `payment_refunded`, … Look at it first: `response_code` belongs to its action. */
  readonly type?: string;
  /** ISO 8601, on the current platform named `timestamp` and with an offset. */
  readonly created_on?: string;
  readonly data: WebhookData;
}

export interface WebhookData {
  /** The payment; in a dispute the dispute, whose payment is `payment_id`. */
  readonly id?: string;
  readonly payment_id?: string;
  readonly action_id?: string;
  readonly response_code?: string;
  readonly response_summary?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly processed_on?: string;
  /** Of the request that asked for the action: of a refund its own. */
  readonly reference?: string;
  readonly balances?: Balances;
  readonly metadata?: Metadata;
}
