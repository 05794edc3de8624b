import type { Kit } from './kit.ts';
import { createId } from './secrets.ts';

/** How long a lease outlives its holder, should that one die: longer than any step that is taken under it. */
const LEASE_MS = 30_000;
const RETRY_MS = 50;

/**
 * Runs a task under the named lease if it is free. Null, and the task not run, where somebody else holds it. A task of
 * several steps calls `renew` before each, which rejects where it was too slow and the lease is another's by now.
 */
export async function tryLease<T>(
  kit: Kit,
  name: string,
  task: (renew: () => Promise<void>) => Promise<T>,
): Promise<T | null> {
  const holder = createId();
  const acquire = () => {
    const nowMs = kit.environment.now();
    return kit.store.acquireLease(name, holder, nowMs, nowMs + LEASE_MS);
  };
  if (!(await acquire())) return null;
  try {
    return await task(async () => {
      if (!(await acquire())) throw new Error(`The lease ${name} was lost to another holder`);
    });
  } finally {
    await kit.store.releaseLease(name, holder);
  }
}

/** Runs a task under the named lease, waiting for it as long as a dead holder could keep it. */
export async function withLease<T>(kit: Kit, name: string, task: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; waitedMs <= LEASE_MS; waitedMs += RETRY_MS) {
    const done = await tryLease(kit, name, async () => ({ value: await task() }));
    if (done) return done.value;
    await new Promise<void>((resolve) => kit.environment.schedule(RETRY_MS, resolve));
  }
  throw new Error(`The lease ${name} was not free for ${LEASE_MS} ms`);
}
