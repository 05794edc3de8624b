import type { Schedule } from './schedule.ts';
import type { Storage } from './storage.ts';

/** What a book is kept with. */
export interface BookKeeping {
  readonly storage: Storage;
  readonly now: () => number;
  readonly schedule: Schedule;
}

export interface PaymentBookOptions<P extends object> extends BookKeeping {
  /** The gateway's own reference. */
  readonly idOf: (payment: P) => string;
  /** When the payment closes by itself, in milliseconds since 1970. Null where it does not. */
  readonly closesAtMs: (payment: P) => number | null;
  /** Called for a payment whose time has come. Afterwards `closesAtMs` is null for it. */
  readonly onDue: (payment: P) => void;
}

/** All payments of a gateway, kept over a restart, and the clock that closes them. */
export class PaymentBook<P extends object> {
  readonly #payments = new Map<string, P>();
  readonly #timers = new Map<string, () => void>();
  readonly #options: PaymentBookOptions<P>;

  constructor(options: PaymentBookOptions<P>) {
    this.#options = options;
    for (const payment of options.storage.load<P>('payment')) this.#hold(payment);
  }

  /** Keeps a payment as it now is. */
  keep(payment: P): void {
    this.#options.storage.save('payment', this.#options.idOf(payment), payment);
    this.#hold(payment);
  }

  /** A payment as it now is. */
  get(id: string): P | undefined {
    return this.#payments.get(id);
  }

  /** Newest first. */
  list(): readonly P[] {
    // Asked for later than a timer could fire, such as after a sleep: what is due is closed before anybody looks.
    this.#closeDue();
    return [...this.#payments.values()].reverse();
  }

  /** Stops every timer. */
  close(): void {
    for (const id of [...this.#timers.keys()]) this.#stopTimer(id);
  }

  #hold(payment: P): void {
    const { idOf, closesAtMs, now, schedule } = this.#options;
    const id = idOf(payment);
    this.#payments.set(id, payment);
    this.#stopTimer(id);
    const atMs = closesAtMs(payment);
    if (atMs === null) return;
    const stop = schedule(atMs - now(), () => this.#closeDue());
    this.#timers.set(id, stop);
  }

  #closeDue(): void {
    const { closesAtMs, now, onDue } = this.#options;
    for (const payment of this.#payments.values()) {
      const atMs = closesAtMs(payment);
      if (atMs !== null && atMs <= now()) onDue(payment);
    }
  }

  #stopTimer(id: string): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
  }
}
