import { CheckoutError } from './errors.ts';
import type { Tabs } from './tabs.ts';

// A browser opens six connections to an HTTP/1.1 server. Six open streams would hold up every create and every cancel,
// without an error: so the shop's tabs have two streams between them, whatever they show, and poll beyond that.
const PLACES = ['alipay-checkout:stream-1', 'alipay-checkout:stream-2'];

/** Takes a place for a stream until `signal` is aborted. Rejects where there is none. */
export async function takePlace(tabs: Tabs | null, signal: AbortSignal): Promise<void> {
  if (!tabs) return;
  for (const place of PLACES) if (await tabs.take(place, 'try', signal)) return;
  throw new CheckoutError('unreachable', 'The shop has enough streams open', { retryable: true });
}
