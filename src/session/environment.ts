import { type Clock, systemClock } from './clock.ts';

/** What the page went through. `pageshow` only where the page comes back out of the back/forward cache. */
export type LifecycleEvent = 'visible' | 'hidden' | 'online' | 'offline' | 'pageshow' | 'pagehide' | 'focus';

/** The life of the page around the session. */
export interface Lifecycle {
  isVisible(): boolean;
  /** False is certain; true proves nothing. */
  isOnline(): boolean;
  /** Calls `listener` after each event. Answers how to stop. */
  subscribe(listener: (event: LifecycleEvent) => void): () => void;
}

/** Text by key, shared by the tabs of a shop. Never throws: where nothing can be kept it remembers for this page only. */
export interface KeyValueStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** Everything that a session needs from its surroundings, besides its backend. */
export interface SessionEnvironment {
  readonly clock: Clock;
  readonly storage: KeyValueStorage;
  readonly lifecycle: Lifecycle;
  /** Unguessable bytes: attempt keys are made of them. */
  readonly randomBytes: (length: number) => Uint8Array;
}

/** Evenly from 0 up to 1, for jitter. */
export function randomFraction({ randomBytes }: Pick<SessionEnvironment, 'randomBytes'>): number {
  return randomBytes(1)[0]! / 256;
}

/** The surroundings that a browser gives. Reads no global before it is used, so that a server can import and create it. */
export function browserEnvironment(): SessionEnvironment {
  return {
    clock: systemClock,
    storage: browserStorage(),
    lifecycle: {
      isVisible: () => typeof document === 'undefined' || document.visibilityState !== 'hidden',
      isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
      subscribe: subscribeToPage,
    },
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
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

function subscribeToPage(listener: (event: LifecycleEvent) => void): () => void {
  if (typeof document === 'undefined') return () => {};
  const controller = new AbortController();
  const { signal } = controller;
  document.addEventListener(
    'visibilitychange',
    () => listener(document.visibilityState === 'hidden' ? 'hidden' : 'visible'),
    { signal },
  );
  addEventListener('pageshow', ({ persisted }) => persisted && listener('pageshow'), { signal });
  for (const type of ['pagehide', 'online', 'offline', 'focus'] as const) {
    addEventListener(type, () => listener(type), { signal });
  }
  return () => controller.abort();
}
