import type { Books, Caller } from './books.ts';
import {
  checkRegistration,
  isSameRegistration,
  type Registration,
  registrationAnswer,
  registrationInfo,
  reviewResult,
} from './registration.ts';
import { readRegistrationRequest } from './registration-request.ts';
import { Refusal, result } from './results.ts';

export function register({ clientId, body }: Caller, { registrations }: Books): object {
  const request = readRegistrationRequest(body);
  const own = registrations.of(clientId);
  const existing = own.find((one) => one.registrationRequestId === request.registrationRequestId);
  if (existing && !isSameRegistration(existing, request)) throw new Refusal('REPEAT_REQ_INCONSISTENT');
  if (existing) return registrationAnswer(existing);
  checkRegistration(request, own);
  return registrationAnswer(registrations.open(clientId, request));
}

export function inquireRegistrationStatus({ clientId, body }: Caller, { registrations }: Books): object {
  const keys = {
    registrationRequestId: body.optionalText('registrationRequestId', 64),
    referenceMerchantId: body.optionalText('referenceMerchantId', 64),
    referenceStoreId: body.optionalText('referenceStoreId', 32),
  };
  if (Object.values(keys).every((key) => key === undefined)) throw body.illegal('referenceMerchantId', 'is required');
  return { result: result('SUCCESS'), ...reviewResult(newest(registrations.of(clientId), keys)) };
}

export function inquireRegistrationInfo({ clientId, body }: Caller, { registrations }: Books): object {
  const own = registrations.of(clientId);
  const keys = {
    referenceMerchantId: body.text('referenceMerchantId', 64),
    referenceStoreId: body.optionalText('referenceStoreId', 32),
  };
  const approved = own.filter(({ review }) => review === 'APPROVED');
  const registration = approved.find((one) => matches(one, keys)) ?? newest(own, keys);
  return registrationInfo(registration);
}

type Keys = Partial<Record<'registrationRequestId' | 'referenceMerchantId' | 'referenceStoreId', string | undefined>>;

/** @throws {Refusal} where there is none. */
function newest(registrations: readonly Registration[], keys: Keys): Registration {
  const registration = registrations.find((one) => matches(one, keys));
  if (!registration) throw new Refusal('RECORD_NOT_FOUND');
  return registration;
}

function matches(registration: Registration, keys: Keys): boolean {
  return (['registrationRequestId', 'referenceMerchantId', 'referenceStoreId'] as const).every(
    (name) => keys[name] === undefined || registration[name] === keys[name],
  );
}
