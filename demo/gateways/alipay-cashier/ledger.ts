import { type BookKeeping, PaymentBook } from '../support/payment-book.ts';
import type { PayRequest } from './pay-request.ts';
import { type Payment, type PaymentEvent, transition } from './payment.ts';
import { digits, newId } from './records.ts';

const LIFETIME_MS = 14 * 60_000;

export interface LedgerOptions extends BookKeeping {
  /** Called after each change of a payment. */
  readonly onChange: (payment: Payment, event: PaymentEvent) => void;
}

/** Which payment a call is about: `paymentId` wins where both are given. */
export interface PaymentReference {
  readonly clientId: string;
  readonly paymentId?: string | undefined;
  readonly paymentRequestId?: string | undefined;
}

/** All payments of the gateway, and what happens to them. */
export class Ledger {
  readonly #book: PaymentBook<Payment>;
  readonly #options: LedgerOptions;

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#book = new PaymentBook<Payment>({
      ...options,
      idOf: ({ paymentId }) => paymentId,
      closesAtMs: ({ status, expiresAtMs }) => (status === 'PROCESSING' ? expiresAtMs : null),
      onDue: (payment) => this.apply(payment, { type: 'expire' }),
    });
  }

  open(clientId: string, request: PayRequest): Payment {
    const nowMs = this.#options.now();
    // The gateway counts in whole seconds, and its clients reckon with the difference of two of its times.
    const createdAtMs = Math.floor(nowMs / 1000) * 1000;
    const payment: Payment = {
      ...request,
      clientId,
      paymentId: newId(nowMs, '1940108001001880'),
      code: `281002${digits(17)}`,
      status: 'PROCESSING',
      resultCode: 'PAYMENT_IN_PROCESS',
      createdAtMs,
      expiresAtMs: request.expiresAtMs ?? createdAtMs + LIFETIME_MS,
    };
    this.#book.keep(payment);
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
    return this.#book.list();
  }

  /** Lets the event happen to the payment as it now is. Null where it cannot in that state. */
  apply({ paymentId }: Pick<Payment, 'paymentId'>, event: PaymentEvent): Payment | null {
    const payment = this.#book.get(paymentId);
    const changed = payment && transition(payment, event, this.#options.now());
    if (!changed) return null;
    this.#book.keep(changed);
    this.#options.onChange(changed, event);
    return changed;
  }

  /** The wallet that the shopper has chosen on the page of Alipay+. */
  choose({ paymentId }: Pick<Payment, 'paymentId'>, chosenWallet: string): void {
    const payment = this.#book.get(paymentId);
    if (payment?.status === 'PROCESSING') this.#book.keep({ ...payment, chosenWallet });
  }

  close(): void {
    this.#book.close();
  }
}
