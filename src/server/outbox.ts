import type { Kit } from './kit.ts';
import { tryLease } from './lease.ts';
import type { CheckoutOptions } from './options.ts';
import { toMerchantPayment } from './snapshot.ts';
import type { OutboxEntry } from './store.ts';

const BATCH = 50;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 10 * 60_000;

/** Tells the merchant of what is in the outbox. One run at a time; a call during a run makes it look once more. */
export type Outbox = () => Promise<void>;

/**
 * Delivers changes to `onPayment`: each at least once, those of one payment in version order, a refused one again at
 * growing pauses. An entry leaves the outbox only when `onPayment` has resolved, so a crash in between delivers twice
 * and never not at all.
 */
export function createOutbox(kit: Kit, onPayment: NonNullable<CheckoutOptions['onPayment']>): Outbox {
  let running: Promise<void> | null = null;
  let isWanted = false;

  const run = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false;
      const entries = await kit.store.listOutbox(kit.environment.now(), BATCH);
      for (const entry of entries) {
        const delivered = await tryLease(kit, `outbox:${entry.payment.id}`, () => deliver(kit, onPayment, entry));
        // The next change of the same payment, or the next batch, may have been waiting for this one.
        if (delivered) isWanted = true;
      }
    }
  };

  return () => {
    isWanted = true;
    running ??= run().finally(() => (running = null));
    return running;
  };
}

async function deliver(
  kit: Kit,
  onPayment: NonNullable<CheckoutOptions['onPayment']>,
  { sequence, payment, attempts }: OutboxEntry,
): Promise<boolean> {
  try {
    await onPayment(toMerchantPayment(payment, kit.gateways[payment.gateway], kit.environment.now()));
  } catch (error) {
    const delayMs = Math.min(FIRST_RETRY_MS * 2 ** attempts, LAST_RETRY_MS);
    await kit.store.postponeOutbox(sequence, kit.environment.now() + delayMs);
    const message = `"onPayment" failed and will be called again: ${error instanceof Error ? error.message : 'no reason'}`;
    kit.log({ level: 'error', event: 'on_payment_failed', message, paymentId: payment.id });
    kit.environment.schedule(delayMs, () => kit.published());
    return false;
  }
  await kit.store.settleOutbox(sequence);
  return true;
}
