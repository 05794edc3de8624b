import { type Attempt, ATTEMPT_PREFIX, readAttempt } from './attempt.ts';
import type { SessionEnvironment } from './environment.ts';

/**
 * Clears away the attempts of all orders that no longer matter to the shopper: storage has no end of its own. Answers what
 * is left.
 */
export function pruneAttempts({ storage, storedKeys, clock }: SessionEnvironment): Attempt[] {
  const names = storedKeys().filter((name) => name.startsWith(ATTEMPT_PREFIX));
  return names.flatMap((name) => {
    const attempt = readAttempt(storage.get(name), clock.now());
    if (!attempt) storage.remove(name);
    return attempt ?? [];
  });
}
