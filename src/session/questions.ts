import type { Snapshot } from '../protocol/payment.ts';
import type { Backend } from './backend.ts';
import type { Clock } from './clock.ts';
import { sleep } from './sleep.ts';
import type { CheckoutError } from './errors.ts';
import type { Work } from './work.ts';

/** The right to ask about one payment, and whom. */
export interface Access {
  readonly backend: Backend;
  readonly paymentId: string;
  readonly token: string;
}

interface Listeners {
  readonly onAnswer: (snapshot: Snapshot) => void;
  readonly onError: (error: CheckoutError) => void;
}

const RETRIEVE_TIMEOUT_MS = 8_000;
const CANCEL_TIMEOUT_MS = 20_000;
const CHECK_TIMEOUT_MS = 10_000;
/** The server makes one inquiry in three seconds; an earlier question would get the answer that is known. */
const CHECK_AGAIN_MS = 3_500;

/** Asks for a payment of which nothing is known but that it exists. */
export function find(work: Work, { backend, ...access }: Access, listeners: Listeners): void {
  work.ask({
    timeoutMs: RETRIEVE_TIMEOUT_MS,
    send: (signal) => backend.retrieve({ ...access, signal }),
    isWanted: () => true,
    ...listeners,
  });
}

/** Cancels a payment. Asked once: the shopper is told of trouble, and decides. */
export function cancel(work: Work, { backend, ...access }: Access, listeners: Listeners): void {
  work.ask({
    timeoutMs: CANCEL_TIMEOUT_MS,
    send: (signal) => backend.cancel({ ...access, signal }),
    ...listeners,
  });
}

/** Has the gateway asked for news, and once more where there was none: it may be a moment behind the wallet. */
export function check(
  work: Work,
  { backend, ...access }: Access,
  {
    clock,
    onAnswer,
    isAnswered,
    onEnd,
  }: Pick<Listeners, 'onAnswer'> & {
    readonly clock: Clock;
    /** True once something newer is known. */
    readonly isAnswered: () => boolean;
    /** Called at the end, whatever it was. */
    readonly onEnd: () => void;
  },
): void {
  const ask = async (signal: AbortSignal) => {
    const snapshot = await backend.check({ ...access, signal });
    if (!signal.aborted) onAnswer(snapshot);
  };
  work.ask({
    timeoutMs: CHECK_TIMEOUT_MS,
    async send(signal) {
      await ask(signal);
      if (isAnswered()) return;
      await sleep(clock, CHECK_AGAIN_MS, signal);
      if (!isAnswered()) await ask(signal);
    },
    onAnswer: onEnd,
    onError: onEnd,
  });
}
