export { createTrustPaymentsClient, type TrustPaymentsClient } from './client.ts';
export type {
  AuthRequest,
  QueryResponse,
  RefundRequest,
  Transaction,
  TransactionFilter,
  TransactionUpdates,
  UrlNotification,
} from './messages.ts';
export type { TrustPaymentsClientOptions } from './options.ts';
export { trustPayments, type TrustPaymentsOptions } from './trust-payments.ts';
