import type { RegistrationRequest } from './registration-request.ts';
import { Refusal, result } from './results.ts';

/** A merchant's registration as the gateway keeps it. */
export interface Registration extends RegistrationRequest {
  readonly clientId: string;
  /** What the review has come to. */
  readonly review: 'PENDING' | 'APPROVED' | 'REJECTED';
}

/**
 * Whether a merchant can be registered beside what has been asked for it before, newest first.
 *
 * @throws {Refusal}
 */
export function checkRegistration(request: RegistrationRequest, others: readonly Registration[]): void {
  const latest = others.find(({ referenceMerchantId, referenceStoreId }) => {
    return referenceMerchantId === request.referenceMerchantId && referenceStoreId === request.referenceStoreId;
  });
  if (latest?.review === 'PENDING') throw new Refusal('REGISTRATION_UNDER_REVIEW');
  if (latest?.review === 'APPROVED') throw new Refusal('REPEAT_REGISTRATION');
}

export function isSameRegistration(registration: Registration, request: RegistrationRequest): boolean {
  const read = ({ productCodes, merchantInfo, storeInfo }: RegistrationRequest): string =>
    JSON.stringify([productCodes, merchantInfo, storeInfo]);
  return read(registration) === read(request);
}

/** The answer to `registration`: accepted for review. */
export function registrationAnswer({ passThroughInfo }: Registration): object {
  return { result: result('SUCCESS'), ...(passThroughInfo !== undefined && { passThroughInfo }) };
}

/** Where a review stands, for the whole and for each wallet. Antom docs, inquiryRegistrationStatus. */
export function reviewResult({ review }: Registration): object {
  if (review === 'PENDING') return { registrationResult: { registrationStatus: 'PENDING' } };
  const rejectReasons = review === 'REJECTED' && { rejectReasons: 'The documents could not be read.' };
  return {
    registrationResult: { registrationStatus: 'COMPLETED', ...rejectReasons },
    pspRegistrationResultList: ['AlipayCN', 'AlipayHK'].map((pspName) => ({
      pspName,
      registrationResult: { registrationStatus: review, ...rejectReasons },
    })),
  };
}

/** Antom docs, notifyRegistrationStatus: it has neither `notifyType` nor `result`. */
export function registrationNotification(registration: Registration): object {
  const { registrationRequestId, referenceMerchantId, referenceStoreId } = registration;
  return {
    registrationRequestId,
    referenceMerchantId,
    ...(referenceStoreId !== undefined && { referenceStoreId }),
    ...reviewResult(registration),
  };
}

/** What is known of a merchant: nothing, until it has been approved. */
export function registrationInfo({ review, merchantInfo, storeInfo, productCodes }: Registration): object {
  if (review !== 'APPROVED') return { result: result('SUCCESS') };
  return { result: result('SUCCESS'), merchantInfo, ...(storeInfo && { storeInfo }), productCodes };
}
