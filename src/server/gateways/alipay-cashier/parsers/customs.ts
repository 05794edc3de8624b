import { toText } from '../../../gateway-fields.ts';
import type {
  CustomsInfo,
  DeclarationRecord,
  DeclareResponse,
  InquiryDeclarationResponse,
  MerchantCustomsInfo,
} from '../messages/customs.ts';
import { parseMessage, toAmount } from './common.ts';
import { listOf, objectOf, type Readers, toFlag } from './reader.ts';

const DECLARE_RESPONSE: Readers<Omit<DeclareResponse, 'result'>> = {
  customsPaymentId: toText,
  customsOrderId: toText,
  identityCheckResult: toText,
  clearingChannel: toText,
  clearingTransactionId: toText,
  customsProviderRegistrationId: toText,
};

const toDeclarationRecord = objectOf<DeclarationRecord>({
  declarationRequestId: toText,
  customsPaymentId: toText,
  customsOrderId: toText,
  customs: objectOf<CustomsInfo>({ region: toText, customsCode: toText }),
  merchantCustomsInfo: objectOf<MerchantCustomsInfo>({ merchantCustomsCode: toText, merchantCustomsName: toText }),
  declarationAmount: toAmount,
  splitOrder: toFlag,
  declarationRequestStatus: toText,
  lastModifiedTime: toText,
  customsDeclarationResultCode: toText,
  customsDeclarationResultDesc: toText,
  customsDeclarationReturnTime: toText,
});

const INQUIRY_RESPONSE: Readers<Omit<InquiryDeclarationResponse, 'result'>> = {
  declarationRequestsNotFound: listOf(toText),
  declarationRecords: listOf(toDeclarationRecord),
};

export const parseDeclareResponse = (body: unknown): DeclareResponse => parseMessage(DECLARE_RESPONSE, body);

export const parseInquiryDeclarationResponse = (body: unknown): InquiryDeclarationResponse =>
  parseMessage(INQUIRY_RESPONSE, body);
