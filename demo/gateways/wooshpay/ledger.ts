import { type BookKeeping, PaymentBook } from '../support/payment-book.ts';
import type { Account } from './account.ts';
import { newId, newOrderCode, newSecret } from './ids.ts';
import type { IntentRequest } from './intent-request.ts';
import { type EventType, type Payment, type PaymentEvent, type Refund, transition } from './payment.ts';
import { type SessionRequest, totalOf } from './session-request.ts';

export interface LedgerOptions extends BookKeeping {
  /** Called with each thing that the merchant is to be told. */
  readonly onEvent: (type: EventType, payment: Payment, refund?: Refund) => void;
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
      // Only a hosted page closes by itself: how long a payment without one stays open is not documented.
      closesAtMs: ({ session }) => (session?.status === 'open' ? session.expiresAtMs : null),
      onDue: (payment) => this.apply(payment, { type: 'expire' }),
    });
  }

  open({ secretKey }: Account, request: IntentRequest): Payment {
    return this.#open({ ...this.#blank(secretKey), ...request, status: initialStatus(request) });
  }

  openSession({ secretKey }: Account, request: SessionRequest): Payment {
    const { methodTypes, currency, lineItems, metadata, paymentMetadata = metadata, ...rest } = request;
    const id = newId('cs');
    return this.#open({
      ...this.#blank(secretKey),
      methodTypes,
      currency,
      amount: totalOf(lineItems),
      description: lineItems.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name)).join(', '),
      metadata: paymentMetadata,
      isOffered: true,
      session: {
        ...rest,
        id,
        status: 'open',
        isPaid: false,
        clientSecret: `${id}_secret_${newSecret(24)}`,
        metadata,
        lineItems,
      },
    });
  }

  /** Newest first. */
  list(): readonly Payment[] {
    return this.#book.list();
  }

  /** The account's own payments, newest first. */
  listOf({ secretKey }: Account): readonly Payment[] {
    return this.list().filter((payment) => payment.secretKey === secretKey);
  }

  findByCode(code: string): Payment | undefined {
    return this.list().find((payment) => payment.code === code);
  }

  /** Lets the event happen to the payment as it now is. Null where it cannot in that state. */
  apply({ id }: Pick<Payment, 'id'>, event: PaymentEvent): Payment | null {
    const payment = this.#book.get(id);
    const change = payment && transition(payment, event);
    if (!change) return null;
    this.#book.keep(change.payment);
    for (const type of change.tells) this.#options.onEvent(type, change.payment);
    return change.payment;
  }

  /** Keeps a refund, new or changed, and tells of one that has ended. */
  keepRefund(payment: Payment, refund: Refund): void {
    const others = payment.refunds.filter(({ id }) => id !== refund.id);
    const changed = { ...payment, refunds: [...others, refund] };
    this.#book.keep(changed);
    if (refund.status !== 'pending') this.#options.onEvent('charge.refund.updated', changed, refund);
  }

  close(): void {
    this.#book.close();
  }

  #open(payment: Payment): Payment {
    this.#book.keep(payment);
    this.#options.onEvent('payment_intent.created', payment);
    return payment;
  }

  #blank(secretKey: string): Omit<Payment, keyof IntentRequest> {
    const id = newId('pi');
    return {
      id,
      secretKey,
      status: 'requires_payment_method',
      clientSecret: `${id}_secret_${newSecret(24)}`,
      paymentMethodId: newId('pm'),
      code: newOrderCode(),
      createdAtMs: this.#options.now(),
      isOffered: false,
      refunds: [],
    };
  }
}

function initialStatus({ method }: IntentRequest): Payment['status'] {
  return method ? 'requires_confirmation' : 'requires_payment_method';
}
