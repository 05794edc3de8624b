import { toText } from '../../../gateway-fields.ts';
import type { Store } from '../messages/order.ts';
import type {
  Attachment,
  ContactInfo,
  MerchantInfo,
  PspRegistrationResult,
  RegistrationDetail,
  RegistrationFacts,
  RegistrationInfoResponse,
  RegistrationResponse,
  RegistrationResult,
  RegistrationStatusResponse,
  Website,
} from '../messages/registration.ts';
import { parseMessage, toAddress, toLogo } from './common.ts';
import { listOf, objectOf, type Readers, toJsonText } from './reader.ts';

const toRegistrationResult = objectOf<RegistrationResult>({
  registrationStatus: toText,
  rejectReasons: toJsonText,
});

export const REGISTRATION_FACTS: Readers<RegistrationFacts> = {
  registrationResult: toRegistrationResult,
  pspRegistrationResultList: listOf(
    objectOf<PspRegistrationResult>({ pspName: toText, registrationResult: toRegistrationResult }),
  ),
};

const toRegistrationDetail = objectOf<RegistrationDetail>({
  legalName: toText,
  registrationType: toText,
  registrationNo: toText,
  registrationAddress: toAddress,
  businessType: toText,
  registrationEffectiveDate: toText,
  registrationExpireDate: toText,
  contactInfo: listOf(objectOf<ContactInfo>({ contactType: toText, contactNo: toText })),
  attachments: listOf(objectOf<Attachment>({ attachmentType: toText, attachmentName: toText, file: toText })),
});

const INFO_RESPONSE: Readers<Omit<RegistrationInfoResponse, 'result'>> = {
  merchantInfo: objectOf<MerchantInfo>({
    referenceMerchantId: toText,
    merchantDisplayName: toText,
    merchantMCC: toText,
    logo: toLogo,
    websites: listOf(objectOf<Website>({ name: toText, url: toText, desc: toText, type: toText })),
    merchantAddress: toAddress,
    registrationDetail: toRegistrationDetail,
  }),
  storeInfo: objectOf<Store>({
    referenceStoreId: toText,
    storeName: toText,
    storeMCC: toText,
    storeAddress: toAddress,
  }),
  productCodes: listOf(toText),
};

export const parseRegistrationResponse = (body: unknown): RegistrationResponse =>
  parseMessage({ passThroughInfo: toJsonText }, body);

export const parseRegistrationStatusResponse = (body: unknown): RegistrationStatusResponse =>
  parseMessage(REGISTRATION_FACTS, body);

export const parseRegistrationInfoResponse = (body: unknown): RegistrationInfoResponse =>
  parseMessage(INFO_RESPONSE, body);
