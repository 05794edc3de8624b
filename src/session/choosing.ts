import type { Wallet } from './backend.ts';
import type { SessionTarget, StartRequest } from './payment-session.ts';
import type { Work } from './work.ts';

/** A shopper who wants to pay waits no longer for a choice. */
const TIMEOUT_MS = 5_000;

/**
 * Asks once for the wallets that an order can be paid with, and tells them where there is a choice to be made, or to be
 * seen that none of them is available. Else it tells the one that is, or undefined, for whichever the server takes: a
 * backend that offers no choice, or does not answer, is no reason not to sell.
 */
export function choose(
  work: Work,
  { backend, orderId }: SessionTarget,
  { terminal, os, locale }: StartRequest,
  tell: (choice: readonly Wallet[] | Wallet | undefined) => void,
): void {
  work.ask({
    timeoutMs: TIMEOUT_MS,
    send: async (signal) => backend.listWallets?.({ orderId, terminal, os, locale }, { signal }),
    onAnswer(wallets = []) {
      const [first, second] = wallets.filter(({ available }) => available);
      tell(second || (wallets[0] && !first) ? wallets : first);
    },
    onError: () => tell(undefined),
  });
}
