import type { Courier } from '../support/courier.ts';
import type { AlipayLetter } from './letters.ts';
import type { Merchants } from './merchants.ts';
import { paymentNotification } from './messages.ts';
import type { Payment } from './payment.ts';
import type { Refund } from './refund.ts';
import { refundNotification } from './refund-messages.ts';
import { type Registration, registrationNotification } from './registration.ts';

/** Tells merchants what has become of things: at the address of the message, else at the one of their dashboard. */
export class Post {
  readonly #courier: Courier<AlipayLetter>;
  readonly #merchants: Merchants;

  constructor(courier: Courier<AlipayLetter>, merchants: Merchants) {
    this.#courier = courier;
    this.#merchants = merchants;
  }

  payment(payment: Payment): void {
    const type = payment.status === 'PENDING' ? 'PAYMENT_PENDING' : 'PAYMENT_RESULT';
    const { paymentId: about, status } = payment;
    this.#send(payment, { about, type, status, body: paymentNotification(payment) });
  }

  refund(refund: Refund): void {
    const { paymentId: about, status } = refund;
    this.#send(refund, { about, type: 'REFUND_RESULT', status, body: refundNotification(refund) });
  }

  registration(registration: Registration): void {
    const { registrationRequestId: about, review: status } = registration;
    const body = registrationNotification(registration);
    this.#send(registration, { about, type: 'notifyRegistrationStatus', status, body });
  }

  #send(
    { clientId, notifyUrl }: { readonly clientId: string; readonly notifyUrl?: string | undefined },
    { body, ...letter }: { about: string; type: string; status: string; body: object },
  ): void {
    const url = notifyUrl ?? this.#merchants.get(clientId)?.notifyUrl;
    // Written once: all attempts carry the same bytes.
    if (url) this.#courier.send({ ...letter, clientId, url, body: JSON.stringify(body) });
  }
}
