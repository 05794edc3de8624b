export interface Trouble {
  readonly lastsMs: number;
  /** What stands for randomness in the page, from 0 up to 1: with it every wait is known. */
  readonly luck: number;
  /** True where questions are answered, though the stream may not be. */
  readonly isAnswered: boolean;
  /** What a server has asked for by `Retry-After`. */
  readonly retryAfterMs?: number;
}

export interface Curve {
  /** How many requests a page may make while it lasts, streams and polls together. */
  readonly requests: number;
  /** How long it may then be until the next. */
  readonly waitMs: number;
}

/** Between the tries of a create, at most; at least half of it. */
const CREATE_RETRY_MS = [1_000, 3_000, 9_000];

/** Between the tries for the rest of the session, at most; at least half of it. */
const SCRIPT_RETRY_MS = [500, 1_000, 2_000, 5_000, 10_000];

// What has been promised, not what the code says: written once more here, so that the two can disagree.
const reconnectDelayMs = (failures: number, luck: number): number => luck * Math.min(20_000, 500 * 2 ** failures);
const pollIntervalMs = (elapsedMs: number): number =>
  elapsedMs < 60_000 ? 2_000 : elapsedMs < 300_000 ? 10_000 : 30_000;
const jitter = (ms: number, luck: number): number => ms * (0.8 + 0.4 * luck);

/** What the back-off lets a page do in some time of trouble. */
export function curveOf({ lastsMs, luck, isAnswered, retryAfterMs = 0 }: Trouble): Curve {
  const streams = walk(lastsMs, (tries) => Math.max(reconnectDelayMs(tries, luck), retryAfterMs));
  const polls = walk(lastsMs, (tries, elapsedMs) => {
    const backOffMs = isAnswered ? 0 : reconnectDelayMs(tries, luck);
    return Math.max(jitter(Math.max(pollIntervalMs(elapsedMs), backOffMs), luck), retryAfterMs);
  });
  return { requests: streams.tries + polls.tries, waitMs: polls.waitMs };
}

/** Tries at once, then after each wait, for as long as it lasts. */
function walk(lastsMs: number, waitAfter: (tries: number, elapsedMs: number) => number) {
  let tries = 0;
  let waitMs = 0;
  for (let atMs = 0; atMs <= lastsMs; atMs += waitMs) waitMs = waitAfter(++tries, atMs);
  return { tries, waitMs };
}

/** The same for a payment that is to be created: it is asked for up to four times, and once it exists it is followed. */
export function createCurveOf(trouble: Trouble): Curve {
  const { lastsMs, luck, retryAfterMs = 0 } = trouble;
  const creates = walk(lastsMs, (tries) => {
    const ms = CREATE_RETRY_MS[tries - 1];
    return ms === undefined ? lastsMs + 1 : Math.max(ms * (0.5 + luck / 2), retryAfterMs);
  });
  const scripts = walk(lastsMs, (tries) => (SCRIPT_RETRY_MS[tries - 1] ?? SCRIPT_RETRY_MS.at(-1)!) * (0.5 + luck / 2));
  // What goes on after a first try that failed is a script of its own, which may have to be fetched again before.
  return { requests: creates.tries + curveOf(trouble).requests, waitMs: creates.waitMs + scripts.waitMs };
}
