import { type Clock, sleep } from './clock.ts';
import type { Work } from './work.ts';

interface CheckOptions {
  readonly work: Work;
  readonly clock: Clock;
  /** Asks the server to ask the gateway, and takes in what it answers. */
  readonly ask: (signal: AbortSignal) => Promise<void>;
  /** True once something newer is known. */
  readonly isAnswered: () => boolean;
  /** Called at the end, whatever it was. */
  readonly onEnd: () => void;
}

const TIMEOUT_MS = 10_000;
/** The server makes one inquiry in three seconds; an earlier question would get the answer that is known. */
const AGAIN_MS = 3_500;

/** Asks for news of a payment, and once more where there was none: a gateway may be a moment behind the wallet. */
export function check({ work, clock, ask, isAnswered, onEnd }: CheckOptions): void {
  work.ask({
    timeoutMs: TIMEOUT_MS,
    async send(signal) {
      await ask(signal);
      if (isAnswered()) return;
      await sleep(clock, AGAIN_MS, signal);
      if (!isAnswered()) await ask(signal);
    },
    onAnswer: onEnd,
    onError: onEnd,
  });
}
