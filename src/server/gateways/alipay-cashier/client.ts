import type { IncomingNotification } from '../../gateway.ts';
import type {
  CancelResponse,
  InquiryPaymentResponse,
  InquiryRefundResponse,
  PaymentNotification,
  PaymentQuery,
  PayRequest,
  PayResponse,
  RefundQuery,
  RefundRequest,
  RefundResponse,
} from './messages.ts';
import { type AlipayCashierClientOptions, readOptions } from './options.ts';
import {
  parseCancelResponse,
  parseInquiryPaymentResponse,
  parseInquiryRefundResponse,
  parsePaymentNotification,
  parsePayResponse,
  parseRefundResponse,
} from './parse-messages.ts';
import { createTransport } from './transport.ts';

/**
 * The gateway's own calls, typed: signed, sent, verified and parsed.
 *
 * A refusal is an answer like any other: read `result`. Every call throws `GatewayError` where there is no answer that
 * can be believed (`unknown`: the call may have taken effect) or where the keys are wrong (`misconfigured`).
 */
export interface AlipayCashierClient {
  /** Creates a payment; idempotent by `paymentRequestId`. A good answer for a wallet is `U` `PAYMENT_IN_PROCESS`. */
  pay(request: PayRequest): Promise<PayResponse>;
  inquiryPayment(query: PaymentQuery): Promise<InquiryPaymentResponse>;
  /** Closes a payment, or returns all of its money once it is paid. Repeating it does not cancel twice. */
  cancel(query: PaymentQuery): Promise<CancelResponse>;
  /** Returns money of a paid payment; idempotent by `refundRequestId`. */
  refund(request: RefundRequest): Promise<RefundResponse>;
  inquiryRefund(query: RefundQuery): Promise<InquiryRefundResponse>;
  /** Verifies a notification and reads it. @throws {NotificationRefused} where it is not the gateway's or not JSON. */
  readNotification(notification: IncomingNotification): Promise<PaymentNotification>;
}

// Antom docs, "Best practices": at least 10 s for `pay`; the official SDKs wait 15 s.
const PAY_TIMEOUT_MS = 15_000;
const TIMEOUT_MS = 8_000;

/** Creates a client of the gateway. Throws `TypeError` where an option is missing or malformed. */
export function createAlipayCashierClient(options: AlipayCashierClientOptions): AlipayCashierClient {
  const gateway = createTransport(readOptions(options));
  return {
    pay: async (request) => parsePayResponse(await gateway.call('/v1/payments/pay', request, PAY_TIMEOUT_MS)),
    inquiryPayment: async (query) =>
      parseInquiryPaymentResponse(await gateway.call('/v1/payments/inquiryPayment', query, TIMEOUT_MS)),
    cancel: async (query) => parseCancelResponse(await gateway.call('/v1/payments/cancel', query, TIMEOUT_MS)),
    refund: async (request) => parseRefundResponse(await gateway.call('/v1/payments/refund', request, TIMEOUT_MS)),
    inquiryRefund: async (query) =>
      parseInquiryRefundResponse(await gateway.call('/v1/payments/inquiryRefund', query, TIMEOUT_MS)),
    readNotification: async (notification) => parsePaymentNotification(await gateway.open(notification)),
  };
}
