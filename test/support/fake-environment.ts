import type { Clock } from '../../src/session/clock.ts';
import type { LifecycleEvent, SessionEnvironment } from '../../src/session/environment.ts';
import type { Tabs } from '../../src/session/tabs.ts';

interface Timer {
  readonly id: number;
  readonly atMs: number;
  readonly callback: () => void;
}

/** Lets everything that waits for a promise go on, without letting time pass. */
export async function settle(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}

/** A clock that stands still until it is advanced. */
export class FakeClock implements Clock {
  nowMs = Date.parse('2026-01-01T00:00:00Z');
  #elapsedMs = 0;
  #timers: Timer[] = [];
  #count = 0;

  get pending(): number {
    return this.#timers.length;
  }

  now = () => this.nowMs;
  monotonic = () => this.#elapsedMs;

  setTimeout = (callback: () => void, ms: number): number => {
    const id = ++this.#count;
    this.#timers.push({ id, atMs: this.#elapsedMs + Math.max(0, ms), callback });
    return id;
  };

  clearTimeout = (id: unknown): void => {
    this.#timers = this.#timers.filter((timer) => timer.id !== id);
  };

  /** Lets time pass, with everything that it brings about, in order. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#elapsedMs + ms;
    for (;;) {
      await settle();
      const next = this.#timers.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs || a.id - b.id)[0];
      if (!next) break;
      this.clearTimeout(next.id);
      this.#pass(next.atMs - this.#elapsedMs);
      next.callback();
    }
    this.#pass(endMs - this.#elapsedMs);
  }

  #pass(ms: number): void {
    this.#elapsedMs += ms;
    this.nowMs += ms;
  }
}

// Shared by all, so that no two pages of a test draw the same key.
let bytes = 0;

/** The surroundings of a session, all of them in the hand of the test. */
export function fakeEnvironment({
  clock = new FakeClock(),
  items = new Map<string, string>(),
  tabs = null as Tabs | null,
} = {}) {
  const listeners = new Set<(event: LifecycleEvent) => void>();
  let visible = true;
  let online = true;
  let touch = false;
  const environment: SessionEnvironment = {
    clock,
    storage: {
      get: (key) => items.get(key) ?? null,
      set: (key, value) => void items.set(key, value),
      remove: (key) => void items.delete(key),
    },
    lifecycle: {
      isVisible: () => visible,
      isOnline: () => online,
      isTouch: () => touch,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    tabs,
    alone: (_, act) => Promise.resolve(act(true)),
    storedKeys: () => [...items.keys()],
    randomBytes: (length) => Uint8Array.from({ length }, () => (bytes = (bytes * 5 + 131) % 256)),
  };
  return {
    ...environment,
    clock,
    items,
    listeners,
    /** From now on it is a device that is held in the hand. */
    becomeTouch(): void {
      touch = true;
    },
    /** Tells the session what the page goes through. */
    page(...events: readonly LifecycleEvent[]): void {
      for (const event of events) {
        if (event === 'visible' || event === 'hidden') visible = event === 'visible';
        if (event === 'online' || event === 'offline') online = event === 'online';
        for (const listener of listeners) listener(event);
      }
    },
  };
}
