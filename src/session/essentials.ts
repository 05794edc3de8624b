import { type Clock, systemClock } from './clock.ts';

/** Text by key, shared by the tabs of a shop. Never throws: where nothing can be kept it remembers for this page only. */
export interface KeyValueStorage {
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
  /**
   * Calls `act` at once, and says whether no other tab is about something of this name. This one is, until what `act`
   * answers has settled.
   */
  readonly alone: (name: string, act: (isAlone: boolean) => void | Promise<void>) => Promise<void>;
}

/** Evenly from 0 up to 1, for jitter. */
export function randomFraction({ randomBytes }: Pick<Essentials, 'randomBytes'>): number {
  return randomBytes(1)[0]! / 256;
}

/** The essentials that a browser gives. Reads no global before it is used, so that a server can import and create it. */
export function browserEssentials(): Essentials {
  return {
    clock: systemClock,
    storage: browserStorage(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    async alone(name, act) {
      try {
        await navigator.locks.request(name, { ifAvailable: true }, (lock) => act(lock !== null));
      } catch {
        // No locks in this browser or on an insecure page, or none allowed.
        await act(true);
      }
    },
  };
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
