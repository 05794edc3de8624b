import { Refusal } from './errors.ts';
import type { Kit } from './kit.ts';

/** Counts a call in. @throws {Refusal} `rate_limited` where there were too many by this client, or for this order. */
export function limit(kit: Kit, kind: 'client' | 'order', name: string): void {
  const retryAfterSeconds = kit.limits[kind](name, kit.environment.now());
  if (retryAfterSeconds > 0) {
    throw new Refusal('rate_limited', 'Too many payments were begun in a short time.', { retryAfterSeconds });
  }
}
