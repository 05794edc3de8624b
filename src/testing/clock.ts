import type { ServerEnvironment } from '../server/environment.ts';

export interface TestClock extends ServerEnvironment {
  /** Moves time on, running what is due on the way, and lets everything that it began come to rest. */
  advance(ms: number): Promise<void>;
  /** Waits for a promise as a host would: lets a little time pass where it waits for a timer. */
  until<T>(promise: Promise<T>): Promise<T>;
  /** Timers that have been set and not called off. */
  readonly pending: number;
}

interface Timer {
  readonly atMs: number;
  readonly task: () => void;
}

/** A clock that stands still until it is told otherwise. */
export function createTestClock(startMs = Date.parse('2026-11-21T12:00:00Z')): TestClock {
  const timers = new Set<Timer>();
  let nowMs = startMs;
  const clock: TestClock = {
    now: () => nowMs,
    schedule(delayMs, task) {
      const timer = { atMs: nowMs + delayMs, task };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const untilMs = nowMs + ms;
      for (;;) {
        await rest();
        const next = [...timers].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (!next) break;
        timers.delete(next);
        nowMs = Math.max(nowMs, next.atMs);
        next.task();
      }
      nowMs = untilMs;
    },
    async until(promise) {
      let isSettled = false;
      const settle = () => (isSettled = true);
      promise.then(settle, settle);
      for (let turn = 0; turn < 20; turn += 1) {
        await rest();
        if (isSettled) break;
        await clock.advance(50);
      }
      return promise;
    },
    get pending() {
      return timers.size;
    },
  };
  return clock;
}

/**
 * Lets everything that depends on no timer settle. Hashing and signing happen on the host's worker threads, so each turn
 * goes there and back: on a busy machine, turns of the event loop alone would be over before they have answered.
 */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 15; turn += 1) {
    await crypto.subtle.digest('SHA-256', new Uint8Array(1));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
