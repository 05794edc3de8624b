/** A clock that stands still until it is told to go on. */
export interface VirtualTime {
  readonly now: () => number;
  readonly schedule: (delayMs: number, task: () => void) => () => void;
  /** Goes on to the given moment, stopping at each task that is due, and lets its effects happen. */
  advance(ms: number): Promise<void>;
}

/** `settled` is awaited after each task, so that what a task starts has happened before time goes on. */
export function virtualTime(startMs: number, settled: () => Promise<void>): VirtualTime {
  let nowMs = startMs;
  const tasks = new Set<{ atMs: number; task: () => void }>();

  return {
    now: () => nowMs,
    schedule(delayMs, task) {
      const entry = { atMs: nowMs + delayMs, task };
      tasks.add(entry);
      return () => tasks.delete(entry);
    },
    async advance(ms) {
      const untilMs = nowMs + ms;
      await settled();
      for (;;) {
        const [next] = [...tasks].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
        if (!next) break;
        tasks.delete(next);
        nowMs = Math.max(nowMs, next.atMs);
        next.task();
        await settled();
      }
      nowMs = untilMs;
    },
  };
}
