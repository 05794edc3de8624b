import { randomBytes, randomInt } from 'node:crypto';
import { type BookKeeping, PaymentBook } from '../support/payment-book.ts';
import { type Payment, type PaymentEvent, type Refund, type Transaction, transition } from './transaction.ts';

export interface LedgerOptions extends BookKeeping {
  /** Called after each change. `isRequested`: a request of the merchant's has made it, which is still under way. */
  readonly onChange: (transaction: Transaction, type: TransactionType, isRequested: boolean) => void;
}

/** The kind of request that a change is told as. */
export type TransactionType = Transaction['requesttypedescription'] | 'TRANSACTIONUPDATE';

type Given = 'transactionreference' | 'startedAtMs' | 'errorcode' | 'requesttypedescription';

export type NewPayment = Omit<Payment, Given | 'code' | 'settlestatus'>;

export type NewRefund = Omit<Refund, Given>;

/** All transactions of the gateway, and what happens to them. Nothing closes by itself: a payment may wait for days. */
export class Ledger {
  readonly #book: PaymentBook<Transaction>;
  readonly #options: LedgerOptions;

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#book = new PaymentBook<Transaction>({
      ...options,
      idOf: ({ transactionreference }) => transactionreference,
      closesAtMs: () => null,
      onDue: () => undefined,
    });
  }

  /** Always a new one: there is no idempotency, and the same `AUTH` twice can be paid twice. */
  openPayment(payment: NewPayment): Payment {
    const opened: Payment = {
      ...payment,
      ...this.#given(),
      requesttypedescription: 'AUTH',
      settlestatus: '10',
      code: randomBytes(16).toString('hex'),
    };
    this.#keep(opened, 'AUTH', true);
    return opened;
  }

  /** Always a new one, too. */
  openRefund(refund: NewRefund): Refund {
    const opened: Refund = { ...refund, ...this.#given(), requesttypedescription: 'REFUND' };
    this.#keep(opened, 'REFUND', true);
    return opened;
  }

  get(transactionreference: string): Transaction | undefined {
    return this.#book.get(transactionreference);
  }

  /** Newest first. */
  list(): readonly Transaction[] {
    return this.#book.list();
  }

  /** Newest first. */
  payments(): readonly Payment[] {
    return this.list().filter((one) => one.requesttypedescription === 'AUTH');
  }

  /** Newest first. */
  refundsOf({ transactionreference }: Payment): readonly Refund[] {
    const refunds = this.list().filter((one) => one.requesttypedescription === 'REFUND');
    return refunds.filter((refund) => refund.parenttransactionreference === transactionreference);
  }

  /** The payment itself, or the one that a refund returns. */
  paymentOf(transaction: Transaction | undefined): Payment | undefined {
    if (transaction?.requesttypedescription !== 'REFUND') return transaction;
    return this.paymentOf(this.get(transaction.parenttransactionreference));
  }

  /** Lets the event happen to the payment as it now is. False where it cannot in that state. */
  apply(transactionreference: string, event: PaymentEvent): boolean {
    const payment = this.get(transactionreference);
    const changed = payment?.requesttypedescription === 'AUTH' && transition(payment, event);
    if (!changed) return false;
    const isUpdate = event.type === 'update';
    this.#keep(changed, isUpdate ? 'TRANSACTIONUPDATE' : 'AUTH', isUpdate);
    return true;
  }

  /** Says what becomes of a refund that is in progress. */
  settleRefund(refund: Refund, outcome: 'succeed' | 'fail'): boolean {
    if (refund.settlestatus !== '0') return false;
    const settled: Refund =
      outcome === 'succeed' ? { ...refund, settlestatus: '100' } : { ...refund, settlestatus: '3', errorcode: '70000' };
    this.#keep(settled, 'REFUND', false);
    return true;
  }

  close(): void {
    this.#book.close();
  }

  #given(): { transactionreference: string; startedAtMs: number; errorcode: '0' } {
    return {
      transactionreference: `23-${randomInt(1, 100)}-${randomInt(1, 1_000_000_000)}`,
      startedAtMs: this.#options.now(),
      errorcode: '0',
    };
  }

  #keep(transaction: Transaction, type: TransactionType, isRequested: boolean): void {
    this.#book.keep(transaction);
    this.#options.onChange(transaction, type, isRequested);
  }
}
