/**
 * The messages of the gateway, in its own words. Source: WooshPay documentation, "Direct API", "Wooshpay Checkout",
 * "Create a refund", "Create a Webhook", "Webhook". Amounts count the smallest unit; times are milliseconds since 1970.
 */

export interface CreatePaymentIntentRequest {
  readonly amount: number;
  /** Upper case. */
  readonly currency: string;
  /** True creates and starts the payment in one call. */
  readonly confirm?: boolean;
  readonly payment_method_types: readonly string[];
  readonly payment_method_data?: PaymentMethodData;
  readonly payment_method_options?: PaymentMethodOptions;
  readonly return_url?: string;
  /** The merchant's own reference: echoed, and what a search finds. */
  readonly merchant_order_id?: string;
  readonly merchant_user_id?: string;
  readonly description?: string;
  readonly quantity?: number;
  readonly customer?: string;
  readonly shipping?: object;
  readonly metadata?: Metadata;
}

export interface PaymentMethodData {
  /** `alipay`, `alipay_hk`, `alipayplus`, … */
  readonly type: string;
}

/** By the type of the payment method. */
export type PaymentMethodOptions = Readonly<Record<string, TerminalOptions>>;

export interface TerminalOptions {
  /** The shopper's own address. */
  readonly client_ip?: string;
  /** `APP` is the browser of a phone, which opens the app: what Alipay+ calls WAP. */
  readonly terminal_type: 'WEB' | 'APP';
  readonly os_type?: 'IOS' | 'ANDROID';
}

export type Metadata = Readonly<Record<string, string>>;

/** Only for an intent that `requires_payment_method` or `requires_confirmation`. */
export interface ConfirmPaymentIntentRequest {
  readonly payment_method_data?: PaymentMethodData;
  readonly payment_method_options?: PaymentMethodOptions;
  readonly return_url?: string;
}

export interface CancelPaymentIntentRequest {
  /** In the merchant's words. */
  readonly cancellation_reason: string;
}

export interface SearchQuery {
  /** Such as `merchant_order_id:'A-1001'`. */
  readonly query: string;
  /** 1 to 100. */
  readonly limit?: number;
}

export interface ListQuery {
  /** 1 to 100. */
  readonly limit?: number;
  /** The id that the list goes on behind. */
  readonly starting_after?: string;
  readonly ending_before?: string;
  readonly created?: number;
}

export interface List<Item> {
  readonly data: readonly Item[];
  readonly has_more: boolean;
}

export interface PaymentIntent {
  readonly id: string;
  /** An open list: `requires_action`, `processing`, `succeeded`, `canceled`, … */
  readonly status: string;
  readonly amount?: number;
  /** Not always sent, even for a payment that succeeded. `NaN` where it cannot be read. */
  readonly amount_received?: number;
  readonly currency?: string;
  readonly created?: number;
  readonly livemode?: boolean;
  readonly next_action?: NextAction;
  readonly payment_method_types: readonly string[];
  readonly merchant_order_id?: string;
  readonly metadata: Metadata;
  readonly last_payment_error?: ErrorDetail;
  readonly cancellation_reason?: string;
  readonly description?: string;
  readonly return_url?: string;
}

/** Its `type` does not say under which key the address is. */
export interface NextAction {
  readonly type?: string;
  readonly alipay_handle_redirect?: { readonly url?: string };
  readonly redirect_to_url?: { readonly url?: string };
}

export interface ErrorDetail {
  /** `api_error`, `card_error`, `idempotency_error`, `invalid_request_error`. */
  readonly type?: string;
  readonly code?: string;
  /** For logs, never for shoppers. */
  readonly message?: string;
}

export interface CreateCheckoutSessionRequest {
  /** Alipay is for one-time items only. */
  readonly mode: 'payment';
  readonly success_url: string;
  readonly cancel_url: string;
  readonly payment_method_types: readonly string[];
  /** All in one currency. */
  readonly line_items: readonly LineItem[];
  /** Echoed in the session, not in its intent. */
  readonly client_reference_id?: string;
  readonly metadata?: Metadata;
  readonly customer_email?: string;
  readonly expires_at?: number;
  readonly payment_intent_data?: object;
}

export interface LineItem {
  readonly quantity: number;
  readonly price_data: {
    readonly currency: string;
    readonly unit_amount: number;
    readonly product_data: { readonly name: string; readonly description?: string };
  };
}

export interface CheckoutSession {
  readonly id: string;
  /** `open`, and supposedly `complete` and `expired`: the documents name the first only. */
  readonly status: string;
  readonly payment_status?: string;
  /** The page to send the shopper to. */
  readonly url?: string;
  /** The id of the intent behind it. */
  readonly payment_intent?: string;
  readonly client_reference_id?: string;
  readonly amount_subtotal?: number;
  readonly amount_total?: number;
  readonly currency?: string;
  readonly created?: number;
  readonly expires_at?: number;
  readonly metadata: Metadata;
}

export interface CreateRefundRequest {
  readonly payment_intent: string;
  /** All of it where absent. Text too, since the documents type it as text and show a number. */
  readonly amount?: number | string;
  readonly reason?: 'duplicate' | 'fraudulent' | 'requested_by_customer' | 'resolved_dispute';
  readonly metadata?: Metadata;
}

export interface Refund {
  readonly id: string;
  /** An open list; `succeeded` is the only one that is documented. */
  readonly status: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly payment_intent?: string;
  readonly reason?: string;
  readonly failure_reason?: string;
  readonly metadata: Metadata;
  readonly created?: number;
}

export interface CreateWebhookEndpointRequest {
  readonly url: string;
  readonly enabled_events: readonly string[];
  readonly description?: string;
  readonly api_version?: string;
}

export interface WebhookEndpoint {
  readonly id: string;
  readonly status: string;
  readonly url?: string;
  readonly enabled_events: readonly string[];
  /** What `webhookSecret` is to be. */
  readonly secret?: string;
}

/** What the gateway sends to the merchant's webhook endpoint. */
export type Notification = NotificationHead & NotificationSubject;

export interface NotificationHead {
  readonly id: string;
  /** An open list: `payment_intent.succeeded`, `charge.refund.updated`, `checkout.session.completed`, … */
  readonly type: string;
  readonly created?: number;
  readonly livemode?: boolean;
}

/** `about` is told by `type`; `other` is what neither this client nor the adapter has a use for. */
export type NotificationSubject =
  | { readonly about: 'payment_intent'; readonly object: PaymentIntent }
  | { readonly about: 'checkout_session'; readonly object: CheckoutSession }
  | { readonly about: 'refund'; readonly object: Refund }
  | { readonly about: 'other'; readonly object: Readonly<Record<string, unknown>> };
