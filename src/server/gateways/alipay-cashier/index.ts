export { alipayCashier } from './alipay-cashier.ts';
export { type AlipayCashierClient, createAlipayCashierClient } from './client.ts';
export type { AlipayCashierOptions } from './contract.ts';
export type { CodeDetail, OrderCodeForm, RedirectForm } from './messages/address.ts';
export type {
  AccountScope,
  Address,
  Details,
  Discount,
  Logo,
  PromotionResult,
  PspCustomerInfo,
  Quote,
  Result,
  Settlement,
  UserName,
  WireAmount,
} from './messages/common.ts';
export type {
  AmountLimit,
  AmountLimitInfo,
  ConsultRequest,
  ConsultResponse,
  PaymentOption,
  PromotionInfo,
} from './messages/consult.ts';
export type {
  Certificate,
  CustomsInfo,
  DeclarationQuery,
  DeclarationRecord,
  DeclareRequest,
  DeclareResponse,
  InquiryDeclarationResponse,
  MerchantCustomsInfo,
} from './messages/customs.ts';
export type {
  Notification,
  OtherNotification,
  PaymentNotification,
  RefundNotification,
  RegistrationNotification,
} from './messages/notification.ts';
export type { Gaming, Leg, Lodging, Passenger, Transit } from './messages/order-kinds.ts';
export type { BrowserInfo, Buyer, Env, Goods, Merchant, Order, Shipping, Store } from './messages/order.ts';
export type {
  CancelResponse,
  CreditPayPlan,
  InquiryPaymentResponse,
  PaymentFacts,
  PaymentFactor,
  PaymentMethod,
  PaymentQuery,
  PayRequest,
  PayResponse,
  SettlementStrategy,
  Transaction,
} from './messages/payment.ts';
export type {
  InquiryRefundResponse,
  RefundDetail,
  RefundFacts,
  RefundQuery,
  RefundRequest,
  RefundResponse,
} from './messages/refund.ts';
export type {
  Attachment,
  ContactInfo,
  MerchantInfo,
  PspRegistrationResult,
  RegistrationDetail,
  RegistrationFacts,
  RegistrationInfoQuery,
  RegistrationInfoResponse,
  RegistrationRequest,
  RegistrationResponse,
  RegistrationResult,
  RegistrationStatusQuery,
  RegistrationStatusResponse,
  Website,
} from './messages/registration.ts';
export type { AlipayCashierClientOptions } from './options.ts';
