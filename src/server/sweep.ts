import { advance } from './conversation.ts';
import type { Kit } from './kit.ts';
import type { Outbox } from './outbox.ts';

const BATCH = 100;

/** What one sweep has done. */
export interface SweepReport {
  /** How many payments were asked about. */
  readonly inquired: number;
  /** How many could not be: their gateway did not answer, or its account is set up wrongly. */
  readonly troubled: number;
}

/**
 * Asks about every payment that is due and tells the merchant what is in the outbox, so that a lost notification, a lost
 * answer or a crash costs delay, never money.
 */
export async function sweep(kit: Kit, outbox: Outbox): Promise<SweepReport> {
  let inquired = 0;
  let troubled = 0;
  const due = await kit.store.listDue(kit.environment.now(), BATCH);
  for (const { id } of due) {
    inquired += 1;
    try {
      if ((await advance(kit, id)).trouble) troubled += 1;
    } catch (error) {
      // One payment's fault must not keep the others from being settled.
      troubled += 1;
      kit.log({ level: 'error', event: 'sweep_failed', message: String(error), paymentId: id });
    }
  }
  await outbox();
  await kit.store.prune(kit.environment.now());
  return { inquired, troubled };
}
