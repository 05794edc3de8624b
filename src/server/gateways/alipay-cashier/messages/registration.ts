import type { Address, Logo, Result } from './common.ts';
import type { Store } from './order.ts';

/** Registers a merchant of an acquirer or a platform. Source: Antom docs, "registration". */
export interface RegistrationRequest {
  /** At most 64 characters: the key that makes a repeated request the same registration. */
  readonly registrationRequestId: string;
  /** `CASHIER_PAYMENT`; the documents of today name `IN_STORE_PAYMENT` only: ask Alipay which are open to you. */
  readonly productCodes: readonly string[];
  readonly merchantInfo: MerchantInfo;
  /** Of in-store payments. */
  readonly storeInfo?: Store;
  /** At most 2048 characters. */
  readonly registrationNotifyURL?: string;
  /** JSON in a string of at most 2048 characters; comes back with the answer. */
  readonly passThroughInfo?: string;
}

export interface MerchantInfo {
  readonly referenceMerchantId?: string;
  readonly merchantDisplayName?: string;
  readonly merchantMCC?: string;
  readonly logo?: Logo;
  readonly websites?: readonly Website[];
  readonly merchantAddress?: Address;
  readonly registrationDetail?: RegistrationDetail;
}

export interface Website {
  readonly name?: string;
  readonly url?: string;
  readonly desc?: string;
  readonly type?: string;
}

export interface RegistrationDetail {
  readonly legalName?: string;
  /** An open list, of which the documents show `ENTERPRISE_REGISTRATION_NO` only. */
  readonly registrationType?: string;
  readonly registrationNo?: string;
  readonly registrationAddress?: Address;
  /** An open list, of which the documents show `ENTERPRISE` only. */
  readonly businessType?: string;
  readonly registrationEffectiveDate?: string;
  readonly registrationExpireDate?: string;
  readonly contactInfo?: readonly ContactInfo[];
  readonly attachments?: readonly Attachment[];
}

export interface ContactInfo {
  /** `MOBILE_PHONE`, `EMAIL`. */
  readonly contactType?: string;
  readonly contactNo?: string;
}

export interface Attachment {
  /** An open list: `ARTICLES_OF_ASSOCIATION`, … */
  readonly attachmentType?: string;
  readonly attachmentName?: string;
  /** An address that the file can be downloaded from. */
  readonly file?: string;
}

/** An `S` says that the registration is taken for review; its outcome comes days later. */
export interface RegistrationResponse {
  readonly result: Result;
  readonly passThroughInfo?: string;
}

/** At least one of the ids. With a request's the answer is about that request, with a merchant's about all wallets. */
export interface RegistrationStatusQuery {
  readonly registrationRequestId?: string;
  readonly referenceMerchantId?: string;
  readonly referenceStoreId?: string;
}

/** What is known of a registration: of the whole, and of each wallet. */
export interface RegistrationFacts {
  readonly registrationResult?: RegistrationResult;
  readonly pspRegistrationResultList?: readonly PspRegistrationResult[];
}

/** Source: Antom docs, "inquiryRegistrationStatus". */
export interface RegistrationStatusResponse extends RegistrationFacts {
  readonly result: Result;
}

export interface RegistrationResult {
  /** An open list: of the whole `PENDING`, `COMPLETED`; of a wallet `APPROVED`, … */
  readonly registrationStatus?: string;
  readonly rejectReasons?: string;
}

export interface PspRegistrationResult {
  readonly pspName?: string;
  readonly registrationResult?: RegistrationResult;
}

export interface RegistrationInfoQuery {
  readonly referenceMerchantId: string;
  readonly referenceStoreId?: string;
}

/** Source: Antom docs, "inquiryRegistrationInfo". Nothing but the result until something is approved. */
export interface RegistrationInfoResponse {
  readonly result: Result;
  readonly merchantInfo?: MerchantInfo;
  readonly storeInfo?: Store;
  readonly productCodes?: readonly string[];
}
