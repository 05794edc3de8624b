import { type BookKeeping, PaymentBook } from '../support/payment-book.ts';
import type { Account } from './account.ts';
import { newCode, newId } from './ids.ts';
import { type Action, type Change, type Payment, type PaymentEvent, transition } from './payment.ts';
import type { PaymentRequest } from './payment-request.ts';
import { openRefund, type RefundRequest, settleRefund } from './refund.ts';

/** How long the session that comes back with the browser finds its payment. Checkout.com docs, Get payment details. */
const SESSION_MS = 15 * 60_000;

export interface LedgerOptions extends BookKeeping {
  /** How long a payment waits for its shopper. */
  readonly lifetimeMs: number;
  /** Called after each change of a payment, its creation included. */
  readonly onChange: (change: Change) => void;
}

/** All payments of the gateway, and what happens to them. */
export class Ledger {
  readonly #book: PaymentBook<Payment>;
  readonly #options: LedgerOptions;

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#book = new PaymentBook<Payment>({
      ...options,
      idOf: ({ id }) => id,
      closesAtMs: ({ status, expiresAtMs }) => (status === 'Pending' ? expiresAtMs : null),
      onDue: ({ id }) => this.apply(id, { type: 'expire' }),
    });
  }

  open(account: Account, request: PaymentRequest): Payment {
    const nowMs = this.#options.now();
    const payment: Payment = {
      ...request,
      id: newId('pay'),
      accountId: account.id,
      platform: account.platform,
      code: newCode(),
      sessionId: newId('sid'),
      customerId: request.customerId ?? newId('cus'),
      status: 'Pending',
      actions: [],
      createdAtMs: nowMs,
      changedAtMs: nowMs,
      expiresAtMs: nowMs + this.#options.lifetimeMs,
    };
    if (account.behaviour !== 'declines') return this.#keep({ payment, eventType: 'payment_pending' });
    this.#book.keep(payment);
    return this.apply(payment.id, { type: 'decline', code: '20005' }) ?? payment;
  }

  /** A payment of this account, by its own id or by that of its session. */
  find(account: Account, id: string): Payment | undefined {
    return this.of(account).find((payment) => payment.id === id || this.#isLiveSession(payment, id));
  }

  /** Newest first. */
  of(account: Account): readonly Payment[] {
    return this.list().filter(({ accountId }) => accountId === account.id);
  }

  findByCode(code: string): Payment | undefined {
    return this.list().find((payment) => payment.code === code);
  }

  /** Newest first. */
  list(): readonly Payment[] {
    return this.#book.list();
  }

  /** Lets the event happen to the payment as it now is. Null where it cannot in that state. */
  apply(id: string, event: PaymentEvent): Payment | null {
    const payment = this.#book.get(id);
    const change = payment && transition(payment, event, this.#options.now());
    return change ? this.#keep(change) : null;
  }

  /** @throws {Refusal} where that much cannot be refunded. */
  refund(payment: Payment, request: RefundRequest): Action {
    const change = openRefund(payment, request, this.#options.now());
    this.#book.keep(change.payment);
    return change.action;
  }

  /** Tells that a refund is under way, and no more is known of it. */
  announceRefund(id: string, action: Action): void {
    const payment = this.#book.get(id);
    if (payment) this.#options.onChange({ payment, eventType: 'payment_refund_pending', action });
  }

  /** Decides a refund. Null where it has been decided already. */
  settleRefund(id: string, actionId: string, isGranted: boolean): Payment | null {
    const payment = this.#book.get(id);
    const change = payment && settleRefund(payment, actionId, isGranted, this.#options.now());
    return change ? this.#keep(change) : null;
  }

  close(): void {
    this.#book.close();
  }

  #keep(change: Change): Payment {
    this.#book.keep(change.payment);
    this.#options.onChange(change);
    return change.payment;
  }

  #isLiveSession({ sessionId, changedAtMs }: Payment, id: string): boolean {
    return sessionId === id && this.#options.now() <= changedAtMs + SESSION_MS;
  }
}
