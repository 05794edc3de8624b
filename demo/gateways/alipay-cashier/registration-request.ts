import { checkAddress, readNotifyUrl } from './common-fields.ts';
import type { Fields } from './fields.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the sandbox keeps of a `registration` call. */
export interface RegistrationRequest {
  readonly registrationRequestId: string;
  readonly productCodes: readonly string[];
  readonly referenceMerchantId: string;
  readonly merchantName: string | undefined;
  readonly referenceStoreId: string | undefined;
  /** As it was sent, to be told again. */
  readonly merchantInfo: Json;
  readonly storeInfo: Json | undefined;
  readonly notifyUrl: string | undefined;
  readonly passThroughInfo: string | undefined;
}

/** Reads the body of a `registration` call. Antom docs, registration. @throws {Refusal} */
export function readRegistrationRequest(registration: Fields): RegistrationRequest {
  const productCodes = registration.texts('productCodes', 64);
  if (productCodes.some((code) => code !== 'CASHIER_PAYMENT' && code !== 'IN_STORE_PAYMENT')) {
    throw registration.illegal('productCodes', 'must hold CASHIER_PAYMENT or IN_STORE_PAYMENT');
  }
  const merchant = registration.group('merchantInfo');
  checkMerchantInfo(merchant);
  const store = registration.optionalGroup('storeInfo');
  checkAddress(store?.optionalGroup('storeAddress'));
  return {
    registrationRequestId: registration.text('registrationRequestId', 64),
    productCodes,
    referenceMerchantId: merchant.text('referenceMerchantId', 64),
    merchantName: merchant.optionalText('merchantDisplayName', 256),
    referenceStoreId: store?.text('referenceStoreId', 32),
    merchantInfo: merchant.values,
    storeInfo: store?.values,
    notifyUrl: readNotifyUrl(registration, 'registrationNotifyURL', 2048),
    passThroughInfo: registration.optionalText('passThroughInfo', 2048),
  };
}

/** Only what the documents call needed is asked for: their lists of values are open. */
function checkMerchantInfo(merchant: Fields): void {
  merchant.optionalText('merchantMCC', 32, /^\d+$/);
  merchant.optionalGroup('logo')?.optionalText('logoUrl', 2048);
  for (const website of merchant.groups('websites')) website.text('url', 2048);
  checkAddress(merchant.optionalGroup('merchantAddress'));
  const detail = merchant.optionalGroup('registrationDetail');
  for (const name of ['legalName', 'registrationType', 'registrationNo', 'businessType']) {
    detail?.optionalText(name, 256);
  }
  checkAddress(detail?.optionalGroup('registrationAddress'));
  for (const contact of detail?.groups('contactInfo') ?? []) {
    contact.oneOf('contactType', ['MOBILE_PHONE', 'EMAIL']);
    contact.text('contactNo', 256);
  }
  for (const attachment of detail?.groups('attachments') ?? []) {
    attachment.text('attachmentType', 64);
    attachment.text('file', 2048, /^https?:/);
  }
}
