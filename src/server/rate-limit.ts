/** Answers how many seconds to wait before the named one may go on; 0 where it may go on now. */
export type RateLimiter = (name: string, nowMs: number) => number;

const WINDOW_MS = 60_000;
/** Enough for every client of a busy minute; a flood of invented names cannot take more memory than this. */
const MAX_NAMES = 50_000;

/** Counts in fixed windows of a minute, in this process alone: a guard against floods, not an accounting. */
export function createRateLimiter(perMinute: number): RateLimiter {
  let windowStartMs = 0;
  let counts = new Map<string, number>();
  return (name, nowMs) => {
    if (nowMs - windowStartMs >= WINDOW_MS) {
      windowStartMs = nowMs;
      counts = new Map();
    }
    const count = (counts.get(name) ?? 0) + 1;
    if (counts.size < MAX_NAMES || counts.has(name)) counts.set(name, count);
    return count > perMinute ? Math.max(1, Math.ceil((windowStartMs + WINDOW_MS - nowMs) / 1000)) : 0;
  };
}
