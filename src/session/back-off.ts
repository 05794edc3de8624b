const BASE_MS = 500;
const CAP_MS = 20_000;

/**
 * How long to wait before reconnecting after `failures` failures in a row, in milliseconds. Full jitter: shoppers whom one
 * restart of the server has thrown out must not come back in step.
 *
 * @param random - Evenly from 0 up to 1.
 */
export function reconnectDelayMs(failures: number, random: number): number {
  return random * Math.min(CAP_MS, BASE_MS * 2 ** failures);
}

/**
 * How long to wait between two polls, in milliseconds, before jitter. Dense while the shopper is likely to be paying.
 *
 * @param elapsedMs - Since polling began, or since the shopper last came back to the page.
 */
export function pollIntervalMs(elapsedMs: number): number {
  if (elapsedMs < 60_000) return 2_000;
  return elapsedMs < 300_000 ? 10_000 : 30_000;
}

/** Spreads a wait by 20 % to either side. @param random - Evenly from 0 up to 1. */
export function jitter(ms: number, random: number): number {
  return ms * (0.8 + 0.4 * random);
}
