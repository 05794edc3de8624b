export { createWooshPayClient, type WooshPayClient } from './client.ts';
export { WooshPayError } from './errors.ts';
export type {
  CancelPaymentIntentRequest,
  CheckoutSession,
  ConfirmPaymentIntentRequest,
  CreateCheckoutSessionRequest,
  CreatePaymentIntentRequest,
  CreateRefundRequest,
  CreateWebhookEndpointRequest,
  ErrorDetail,
  LineItem,
  List,
  ListQuery,
  Metadata,
  NextAction,
  Notification,
  NotificationHead,
  NotificationSubject,
  PaymentIntent,
  PaymentMethodData,
  PaymentMethodOptions,
  Refund,
  SearchQuery,
  TerminalOptions,
  WebhookEndpoint,
} from './messages.ts';
export type { WooshPayClientOptions } from './options.ts';
export { wooshPay, type WooshPayOptions } from './wooshpay.ts';
