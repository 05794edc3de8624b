/** Time as the session sees it: handed in, so that a test can move it. */
export interface Clock {
  /** Milliseconds since 1970 by this device, whose clock may be wrong and may jump. */
  now(): number;
  /**
   * Milliseconds since some moment. Never jumps: what intervals are measured with. On some platforms it stands still while
   * the device sleeps.
   */
  monotonic(): number;
  /** Calls `callback` once after `ms` milliseconds. Answers what {@link Clock.clearTimeout} takes. */
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The clock of the platform. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (timer) => clearTimeout(timer as number | undefined),
};
