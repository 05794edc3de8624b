export { type Checkout, type CheckoutPayments, createCheckout } from './checkout.ts';
export { type ServerEnvironment } from './environment.ts';
export { Refusal } from './errors.ts';
export {
  type Capabilities,
  type CurrencyRule,
  type Evidence,
  type FailureReason,
  type Gateway,
  GatewayError,
  type GatewayPayment,
  type GatewayRefund,
  type IncomingNotification,
  isSameMoney,
  NotificationRefused,
  type Notice,
  type PaymentLookup,
  refuseAmount,
  type RefundEvidence,
  rescale,
  type WalletOption,
  type WalletQuery,
} from './gateway.ts';
export { callGateway, type HttpAnswer, parseJson } from './gateway-http.ts';
export { type Log, type LogEntry } from './log.ts';
export { type CheckoutOptions, type Order, type PayRequest } from './options.ts';
export { type RefundOrder } from './refund-payment.ts';
export { type MerchantPayment } from './snapshot.ts';
export { type Bytes, decodeHex, hmacSha256, isSameBytes } from './signing.ts';
export {
  type AuditEvent,
  type Change,
  type Grant,
  type InsertResult,
  type ListQuery,
  type OutboxEntry,
  type PaymentRecord,
  type PaymentRequest,
  type RefundRecord,
  type Store,
} from './store.ts';
export { memoryStore } from './stores/memory.ts';
export { type SweepReport } from './sweep.ts';
