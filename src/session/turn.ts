import type { SessionEnvironment } from './environment.ts';

/** A tab that was put to sleep must not hold up the others: the server too makes one payment of two. */
const PATIENCE_MS = 2_000;
/** What one tab stores reaches the processes of the others a moment later. */
const STORING_MS = 100;

/** Calls `act` once no other tab is about something of this name, so that it finds what the one before has stored. */
export async function inTurn(
  { tabs, clock }: Pick<SessionEnvironment, 'tabs' | 'clock'>,
  name: string,
  act: () => void,
): Promise<void> {
  if (!tabs) return act();
  const turn = new AbortController();
  const endAfter = (ms: number): unknown => clock.setTimeout(() => turn.abort(), ms);
  const patience = endAfter(PATIENCE_MS);
  await tabs.take(name, 'wait', turn.signal);
  clock.clearTimeout(patience);
  act();
  endAfter(STORING_MS);
}
