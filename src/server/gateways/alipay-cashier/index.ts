export { alipayCashier, type AlipayCashierOptions } from './alipay-cashier.ts';
export { type AlipayCashierClient, createAlipayCashierClient } from './client.ts';
export type {
  CancelResponse,
  CodeDetail,
  InquiryPaymentResponse,
  InquiryRefundResponse,
  OrderCodeForm,
  PaymentNotification,
  PaymentQuery,
  PayRequest,
  PayResponse,
  RedirectForm,
  RefundQuery,
  RefundRequest,
  RefundResponse,
  Result,
  WireAmount,
} from './messages.ts';
export type { AlipayCashierClientOptions } from './options.ts';
