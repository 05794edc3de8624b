export { checkoutCom, type CheckoutComOptions } from './checkout-com.ts';
export { type CheckoutComClient, createCheckoutComClient } from './client.ts';
export type {
  AcceptedAction,
  AlipaySource,
  Balances,
  Item,
  Links,
  Metadata,
  Payment,
  PaymentAction,
  PaymentRequest,
  RefundRequest,
  VoidRequest,
  WebhookData,
  WebhookEvent,
} from './messages.ts';
export type { CheckoutComClientOptions, Platform } from './options.ts';
export type { WalletOptions } from './wallets.ts';
