import { toFields, toText } from '../../../gateway-fields.ts';
import type {
  CancelResponse,
  InquiryPaymentResponse,
  PaymentFacts,
  PayResponse,
  Transaction,
} from '../messages/payment.ts';
import { toOrderCodeForm, toRedirectForm } from './address.ts';
import { parseMessage, SETTLEMENT, toAmount, toPromotionResult, toPspCustomerInfo, toResult } from './common.ts';
import { listOf, objectOf, type Readers, toDetails, toJsonText } from './reader.ts';

export const PAYMENT_FACTS: Readers<PaymentFacts> = {
  ...SETTLEMENT,
  paymentRequestId: toText,
  paymentId: toText,
  paymentAmount: toAmount,
  paymentCreateTime: toText,
  paymentTime: toText,
  pspCustomerInfo: toPspCustomerInfo,
  paymentResultInfo: toDetails,
  promotionResult: listOf(toPromotionResult),
};

const PAY_RESPONSE: Readers<Omit<PayResponse, 'result'>> = {
  ...PAYMENT_FACTS,
  actualPaymentAmount: toAmount,
  normalUrl: toText,
  schemeUrl: toText,
  applinkUrl: toText,
  appIdentifier: toText,
  orderCodeForm: toOrderCodeForm,
  redirectActionForm: toRedirectForm,
  paymentActionForm: toRedirectForm,
  challengeActionForm: toDetails,
  paymentData: toText,
};

const INQUIRY_RESPONSE: Readers<Omit<InquiryPaymentResponse, 'result'>> = {
  ...PAYMENT_FACTS,
  paymentStatus: toText,
  paymentResultCode: toText,
  paymentResultMessage: toText,
  actualPaymentAmount: toAmount,
  authExpiryTime: toText,
  redirectActionForm: toRedirectForm,
  acquirerReferenceNo: toText,
  paymentMethodType: toText,
  transactions: listOf(
    objectOf<Transaction>({
      transactionResult: (value) => (value ? toResult(value) : undefined),
      transactionId: toText,
      transactionType: toText,
      transactionStatus: toText,
      transactionAmount: toAmount,
      transactionRequestId: toText,
      transactionTime: toText,
    }),
  ),
  customsDeclarationAmount: toAmount,
  metadata: toJsonText,
  merchantAccountId: toText,
};

const CANCEL_RESPONSE: Readers<Omit<CancelResponse, 'result'>> = {
  paymentRequestId: toText,
  paymentId: toText,
  cancelTime: toText,
};

export const parsePayResponse = (body: unknown): PayResponse => parseMessage(PAY_RESPONSE, body);

export function parseInquiryPaymentResponse(body: unknown): InquiryPaymentResponse {
  const response = parseMessage(INQUIRY_RESPONSE, body);
  // The documents and the SDKs spell it differently.
  const promotionResult = response.promotionResult ?? PAYMENT_FACTS.promotionResult(toFields(body).promotionResults);
  return promotionResult ? { ...response, promotionResult } : response;
}

export const parseCancelResponse = (body: unknown): CancelResponse => parseMessage(CANCEL_RESPONSE, body);
