import { sleep } from './clock.ts';
import type { SessionEnvironment } from './environment.ts';

export type Following = typeof import('./following.ts');

/** Nobody pays within the first second: what the shopper is to see first is fetched first. */
const AFTER_CREATE_MS = 1_000;
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000];

interface LoadOptions {
  readonly environment: SessionEnvironment;
  /** Ends the waiting: the promise then rejects. */
  readonly signal: AbortSignal;
  /** The payment has just been created, and is about to be shown. */
  readonly isNew: boolean;
  readonly onFailure: () => void;
}

/** Fetches what following takes, again and again: a chunk that fails to load must not cost the shopper the outcome. */
export async function loadFollowing({ environment, signal, isNew, onFailure }: LoadOptions): Promise<Following> {
  const { clock } = environment;
  if (isNew) await sleep(clock, AFTER_CREATE_MS, signal);
  for (let failures = 0; ; failures++) {
    try {
      return await environment.loadFollowing();
    } catch {
      signal.throwIfAborted();
      onFailure();
      await sleep(clock, PAUSES_MS[failures] ?? PAUSES_MS.at(-1)!, signal);
    }
  }
}
