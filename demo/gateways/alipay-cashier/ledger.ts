import { randomInt } from 'node:crypto';
import type { PayRequest } from './pay-request.ts';
import { type Payment, type PaymentEvent, transition } from './payment.ts';
import type { Storage } from './storage.ts';
import { gatewayTime } from './wire.ts';

const LIFETIME_MS = 14 * 60_000;

/** Runs a task later. Answers how to stop it. */
export type Schedule = (delayMs: number, task: () => void) => () => void;

export interface LedgerOptions {
  readonly storage: Storage;
  readonly now: () => number;
  readonly schedule: Schedule;
  /** Called after each change of a payment. */
  readonly onChange: (payment: Payment, event: PaymentEvent) => void;
}

/** Which payment a call is about: `paymentId` wins where both are given. */
export interface PaymentReference {
  readonly clientId: string;
  readonly paymentId?: string | undefined;
  readonly paymentRequestId?: string | undefined;
}

/** All payments of the gateway, and the clock that closes them. */
export class Ledger {
  readonly #payments = new Map<string, Payment>();
  readonly #expiries = new Map<string, () => void>();
  readonly #options: LedgerOptions;

  constructor(options: LedgerOptions) {
    this.#options = options;
    for (const payment of options.storage.load('payment')) this.#keep(payment);
  }

  open(clientId: string, request: PayRequest): Payment {
    const nowMs = this.#options.now();
    // The gateway counts in whole seconds, and its clients reckon with the difference of two of its times.
    const createdAtMs = Math.floor(nowMs / 1000) * 1000;
    const payment: Payment = {
      ...request,
      clientId,
      paymentId: `${gatewayTime(nowMs).slice(0, 10).replaceAll('-', '')}1940108001001880${digits(9)}`,
      code: `281002${digits(17)}`,
      status: 'PROCESSING',
      resultCode: 'PAYMENT_IN_PROCESS',
      createdAtMs,
      expiresAtMs: request.expiresAtMs ?? createdAtMs + LIFETIME_MS,
    };
    this.#keep(payment);
    this.#options.storage.save('payment', payment.paymentId, payment);
    return payment;
  }

  find({ clientId, paymentId, paymentRequestId }: PaymentReference): Payment | undefined {
    return this.list().find((payment) => {
      if (payment.clientId !== clientId) return false;
      return paymentId ? payment.paymentId === paymentId : payment.paymentRequestId === paymentRequestId;
    });
  }

  findByCode(code: string): Payment | undefined {
    return this.list().find((payment) => payment.code === code);
  }

  /** Newest first. */
  list(): readonly Payment[] {
    // Asked for later than a timer could fire, such as after a sleep: what is due is closed before anybody looks.
    this.#expireDue();
    return [...this.#payments.values()].reverse();
  }

  /** Lets the event happen to the payment as it now is. Null where it cannot in that state. */
  apply({ paymentId }: Payment, event: PaymentEvent): Payment | null {
    const payment = this.#payments.get(paymentId);
    const changed = payment && transition(payment, event, this.#options.now());
    if (!changed) return null;
    this.#keep(changed);
    this.#options.storage.save('payment', paymentId, changed);
    this.#options.onChange(changed, event);
    return changed;
  }

  close(): void {
    for (const paymentId of [...this.#expiries.keys()]) this.#stopExpiry(paymentId);
  }

  #keep(payment: Payment): void {
    const { now, schedule } = this.#options;
    this.#payments.set(payment.paymentId, payment);
    this.#stopExpiry(payment.paymentId);
    if (payment.status !== 'PROCESSING') return;
    this.#expiries.set(
      payment.paymentId,
      schedule(payment.expiresAtMs - now(), () => this.#expireDue()),
    );
  }

  #expireDue(): void {
    const nowMs = this.#options.now();
    for (const payment of this.#payments.values()) {
      if (payment.status === 'PROCESSING' && payment.expiresAtMs <= nowMs) this.apply(payment, { type: 'expire' });
    }
  }

  #stopExpiry(paymentId: string): void {
    this.#expiries.get(paymentId)?.();
    this.#expiries.delete(paymentId);
  }
}

function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}
