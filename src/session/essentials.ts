import { type Clock, systemClock } from './clock.ts';

/** Text by key, shared by the tabs of a shop. Never throws: where nothing can be kept it remembers for this page only. */
export interface KeyValueStorage {
  /** Of all that is kept beyond this page. */
  keys(): readonly string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** What it takes to begin an attempt. */
export interface Essentials {
  readonly clock: Clock;
  readonly storage: KeyValueStorage;
  /** Unguessable bytes: attempt keys are made of them. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Calls `act` once, while no other tab does so under this name: each then finds what the one before has stored. */
  readonly exclusively: (name: string, act: () => void) => Promise<void>;
}

/** A tab that was put to sleep must not hold up the others: the server too makes one payment of two. */
const LOCK_TIMEOUT_MS = 2_000;
/** What one tab stores reaches the processes of the others a moment later. */
const STORING_MS = 100;

/** The essentials that a browser gives. Reads no global before it is used, so that a server can import and create it. */
export function browserEssentials(): Essentials {
  return {
    clock: systemClock,
    storage: browserStorage(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    exclusively,
  };
}

async function exclusively(name: string, act: () => void): Promise<void> {
  try {
    await navigator.locks.request(name, { signal: AbortSignal.timeout(LOCK_TIMEOUT_MS) }, () => {
      act();
      return new Promise((release) => setTimeout(release, STORING_MS));
    });
  } catch {
    // No locks in this browser or on an insecure page, none allowed, or none to be had in time.
    act();
  }
}

// Reading `localStorage` throws where a browser blocks storage, and writing where it is full or in some private modes.
function browserStorage(): KeyValueStorage {
  const memory = new Map<string, string>();
  const attempt = <T>(access: (storage: Storage) => T): T | undefined => {
    try {
      return access(localStorage);
    } catch {
      return undefined;
    }
  };
  return {
    keys: () => attempt(Object.keys) ?? [],
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(key)) ?? null,
    set(key, value) {
      const stored = attempt((storage) => {
        storage.setItem(key, value);
        return true;
      });
      if (stored) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(key));
    },
  };
}
