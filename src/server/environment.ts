/** The time and timers of a checkout. Injected, so that tests can run days in a moment. */
export interface ServerEnvironment {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `task` once after `delayMs`, and answers how to call it off. Must not keep a process alive. */
  schedule(delayMs: number, task: () => void): () => void;
}

/** The host's own clock and timers. */
export const systemEnvironment: ServerEnvironment = {
  now: () => Date.now(),
  schedule(delayMs, task) {
    const timer: unknown = setTimeout(task, delayMs);
    // Node's timers alone keep a process alive, and alone can be told not to.
    if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as { unref(): void }).unref();
    return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
  },
};
