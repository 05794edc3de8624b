import type { IncomingNotification } from '../../gateway.ts';
import type { ConsultRequest, ConsultResponse } from './messages/consult.ts';
import type {
  DeclarationQuery,
  DeclareRequest,
  DeclareResponse,
  InquiryDeclarationResponse,
} from './messages/customs.ts';
import type { Notification } from './messages/notification.ts';
import type {
  CancelResponse,
  InquiryPaymentResponse,
  PaymentQuery,
  PayRequest,
  PayResponse,
} from './messages/payment.ts';
import type { InquiryRefundResponse, RefundQuery, RefundRequest, RefundResponse } from './messages/refund.ts';
import type {
  RegistrationInfoQuery,
  RegistrationInfoResponse,
  RegistrationRequest,
  RegistrationResponse,
  RegistrationStatusQuery,
  RegistrationStatusResponse,
} from './messages/registration.ts';
import { type AlipayCashierClientOptions, readOptions } from './options.ts';
import { parseConsultResponse } from './parsers/consult.ts';
import { parseDeclareResponse, parseInquiryDeclarationResponse } from './parsers/customs.ts';
import { parseNotification } from './parsers/notification.ts';
import { parseCancelResponse, parseInquiryPaymentResponse, parsePayResponse } from './parsers/payment.ts';
import { parseInquiryRefundResponse, parseRefundResponse } from './parsers/refund.ts';
import {
  parseRegistrationInfoResponse,
  parseRegistrationResponse,
  parseRegistrationStatusResponse,
} from './parsers/registration.ts';
import { createTransport } from './transport.ts';

/**
 * The gateway's own calls, typed: signed, sent, verified and parsed.
 *
 * A refusal is an answer like any other: read `result`. Every call throws `GatewayError` where there is no answer that
 * can be believed (`unknown`: the call may have taken effect) or where the keys are wrong (`misconfigured`).
 */
export interface AlipayCashierClient {
  /** Asks which payment methods can be offered for an amount. */
  consult(request: ConsultRequest): Promise<ConsultResponse>;
  /** Creates a payment; idempotent by `paymentRequestId`. A good answer for a wallet is `U` `PAYMENT_IN_PROCESS`. */
  pay(request: PayRequest): Promise<PayResponse>;
  inquiryPayment(query: PaymentQuery): Promise<InquiryPaymentResponse>;
  /** Closes a payment, or returns all of its money once it is paid. Repeating it does not cancel twice. */
  cancel(query: PaymentQuery): Promise<CancelResponse>;
  /** Returns money of a paid payment; idempotent by `refundRequestId`. */
  refund(request: RefundRequest): Promise<RefundResponse>;
  inquiryRefund(query: RefundQuery): Promise<InquiryRefundResponse>;
  /**
   * Declares a payment to the Chinese customs; idempotent by `declarationRequestId`. With changes the same id can be
   * sent again after about five minutes.
   */
  declare(request: DeclareRequest): Promise<DeclareResponse>;
  inquiryDeclarationRequests(query: DeclarationQuery): Promise<InquiryDeclarationResponse>;
  /** Registers a merchant of an acquirer or a platform; idempotent by `registrationRequestId`. */
  registration(request: RegistrationRequest): Promise<RegistrationResponse>;
  inquiryRegistrationStatus(query: RegistrationStatusQuery): Promise<RegistrationStatusResponse>;
  inquiryRegistrationInfo(query: RegistrationInfoQuery): Promise<RegistrationInfoResponse>;
  /** Verifies a notification and reads it. @throws {NotificationRefused} where it is not the gateway's or not JSON. */
  readNotification(notification: IncomingNotification): Promise<Notification>;
}

// Antom docs, "Best practices": at least 10 s for `pay`; the official SDKs wait 15 s.
const PAY_TIMEOUT_MS = 15_000;
const TIMEOUT_MS = 8_000;

/** Creates a client of the gateway. Throws `TypeError` where an option is missing or malformed. */
export function createAlipayCashierClient(options: AlipayCashierClientOptions): AlipayCashierClient {
  const gateway = createTransport(readOptions(options));

  function operation<Answer>(endpoint: string, parse: (body: unknown) => Answer, timeoutMs = TIMEOUT_MS) {
    return async (message: object): Promise<Answer> => parse(await gateway.call(endpoint, message, timeoutMs));
  }

  return {
    consult: operation('/v1/payments/consult', parseConsultResponse),
    pay: operation('/v1/payments/pay', parsePayResponse, PAY_TIMEOUT_MS),
    inquiryPayment: operation('/v1/payments/inquiryPayment', parseInquiryPaymentResponse),
    cancel: operation('/v1/payments/cancel', parseCancelResponse),
    refund: operation('/v1/payments/refund', parseRefundResponse),
    inquiryRefund: operation('/v1/payments/inquiryRefund', parseInquiryRefundResponse),
    declare: operation('/v1/customs/declare', parseDeclareResponse),
    inquiryDeclarationRequests: operation('/v1/customs/inquiryDeclarationRequests', parseInquiryDeclarationResponse),
    registration: operation('/v1/merchants/registration', parseRegistrationResponse),
    inquiryRegistrationStatus: operation('/v1/merchants/inquiryRegistrationStatus', parseRegistrationStatusResponse),
    inquiryRegistrationInfo: operation('/v1/merchants/inquiryRegistrationInfo', parseRegistrationInfoResponse),
    readNotification: async (notification) => parseNotification(await gateway.open(notification)),
  };
}
