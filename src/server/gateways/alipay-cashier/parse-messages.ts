import type {
  CancelResponse,
  CodeDetail,
  InquiryPaymentResponse,
  InquiryRefundResponse,
  OrderCodeForm,
  PaymentNotification,
  PayResponse,
  RedirectForm,
  RefundResponse,
  Result,
  WireAmount,
} from './messages.ts';
import { type Fields, toFields, toLooseFields, toText } from '../../gateway-fields.ts';

// Lenient on purpose. The documents quote every scalar and real answers do not, null stands for absent, and fields that
// are "mandatory" are left out. What cannot be read counts as absent: it is then missing where it is needed.

export function parsePayResponse(body: unknown): PayResponse {
  const fields = toFields(body);
  return {
    ...parsePayment(fields),
    normalUrl: toText(fields.normalUrl),
    schemeUrl: toText(fields.schemeUrl),
    applinkUrl: toText(fields.applinkUrl),
    orderCodeForm: parseOrderCodeForm(fields.orderCodeForm),
    redirectActionForm: parseRedirectForm(fields.redirectActionForm),
    paymentActionForm: parseRedirectForm(fields.paymentActionForm),
  };
}

export function parseInquiryPaymentResponse(body: unknown): InquiryPaymentResponse {
  const fields = toFields(body);
  return {
    ...parsePayment(fields),
    paymentStatus: toText(fields.paymentStatus),
    paymentResultCode: toText(fields.paymentResultCode),
    redirectActionForm: parseRedirectForm(fields.redirectActionForm),
  };
}

export function parseCancelResponse(body: unknown): CancelResponse {
  const fields = toFields(body);
  return {
    result: parseResult(body),
    paymentRequestId: toText(fields.paymentRequestId),
    paymentId: toText(fields.paymentId),
    cancelTime: toText(fields.cancelTime),
  };
}

export function parseRefundResponse(body: unknown): RefundResponse {
  const fields = toFields(body);
  return {
    result: parseResult(body),
    refundRequestId: toText(fields.refundRequestId),
    refundId: toText(fields.refundId),
    paymentId: toText(fields.paymentId),
    refundAmount: parseAmount(fields.refundAmount),
    refundTime: toText(fields.refundTime),
  };
}

export function parseInquiryRefundResponse(body: unknown): InquiryRefundResponse {
  return { ...parseRefundResponse(body), refundStatus: toText(toFields(body).refundStatus) };
}

export function parsePaymentNotification(body: unknown): PaymentNotification {
  const fields = toFields(body);
  return { notifyType: toText(fields.notifyType), ...parsePayment(fields) };
}

/** The `result` of a message. A status that this API does not have is unknown, as is a missing one. */
export function parseResult(body: unknown): Result {
  const { resultStatus, resultCode, resultMessage } = toFields(toFields(body).result);
  return {
    resultStatus: resultStatus === 'S' || resultStatus === 'F' ? resultStatus : 'U',
    resultCode: toText(resultCode) ?? '',
    resultMessage: toText(resultMessage) ?? '',
  };
}

function parsePayment(fields: Fields) {
  return {
    result: parseResult(fields),
    paymentRequestId: toText(fields.paymentRequestId),
    paymentId: toText(fields.paymentId),
    paymentAmount: parseAmount(fields.paymentAmount),
    paymentCreateTime: toText(fields.paymentCreateTime),
    paymentTime: toText(fields.paymentTime),
  };
}

function parseAmount(value: unknown): WireAmount | undefined {
  const fields = toFields(value);
  const currency = toText(fields.currency);
  const digits = toText(fields.value);
  return currency && digits ? { currency, value: digits } : undefined;
}

function parseOrderCodeForm(value: unknown): OrderCodeForm | undefined {
  const { expireTime, codeDetails } = toFields(value);
  if (!Array.isArray(codeDetails)) return undefined;
  return { expireTime: toText(expireTime), codeDetails: codeDetails.flatMap(parseCodeDetail) };
}

function parseCodeDetail(value: unknown): CodeDetail[] {
  const { displayType, codeValueType, codeValue } = toFields(value);
  const text = toText(codeValue);
  return text ? [{ displayType: toText(displayType), codeValueType: toText(codeValueType), codeValue: text }] : [];
}

function parseRedirectForm(value: unknown): RedirectForm | undefined {
  const { method = 'GET', redirectUrl, parameters } = toLooseFields(value);
  const url = toText(redirectUrl);
  if (!url || (method !== 'GET' && method !== 'POST')) return undefined;
  return { method, redirectUrl: url, parameters: method === 'POST' ? parseParameters(parameters) : undefined };
}

function parseParameters(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(toLooseFields(value)).flatMap(([name, item]) => {
      const text = toText(item);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}
