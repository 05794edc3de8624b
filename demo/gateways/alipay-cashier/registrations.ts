import type { Storage } from '../support/storage.ts';
import { Records } from './records.ts';
import type { Registration } from './registration.ts';
import type { RegistrationRequest } from './registration-request.ts';

/** All registrations of the gateway. */
export class Registrations {
  readonly #records: Records<Registration>;

  constructor(storage: Storage) {
    this.#records = new Records<Registration>(storage, 'registration', ({ clientId, registrationRequestId }) =>
      JSON.stringify([clientId, registrationRequestId]),
    );
  }

  /** Newest first. */
  list(): readonly Registration[] {
    return this.#records.list().toReversed();
  }

  /** Newest first. */
  of(clientId: string): readonly Registration[] {
    return this.list().filter((registration) => registration.clientId === clientId);
  }

  open(clientId: string, request: RegistrationRequest): Registration {
    return this.#records.keep({ ...request, clientId, review: 'PENDING' });
  }

  /** Decides a review. Null where there is none to decide. */
  decide(registrationRequestId: string, review: Registration['review']): Registration | null {
    const registration = this.list().find(
      (one) => one.registrationRequestId === registrationRequestId && one.review === 'PENDING',
    );
    return registration ? this.#records.keep({ ...registration, review }) : null;
  }
}
