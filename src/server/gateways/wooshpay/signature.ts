import { type Bytes, concatBytes, decodeHex, hmacSha256, isSameBytes } from '../../signing.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Clocks differ a little. */
const MAX_AHEAD_MS = 5 * MINUTE_MS;
/** Every repetition carries the time and signature of the first delivery, for 72 hours. */
const MAX_AGE_MS = 4 * DAY_MS;
/** Seconds stay below this until the year 5138; milliseconds are beyond it since 1973. */
const FIRST_MILLISECONDS = 1e11;

/** What a `Wooshpay-Signature` header holds. */
export interface SignatureHeader {
  /** As it was sent: the signature covers these characters. */
  readonly time: string;
  readonly timeMs: number;
  readonly signatures: readonly Bytes[];
}

/**
 * Reads the header, or answers null where it is malformed. Other schemes than `v1` are ignored: a header must not be able
 * to choose how it is checked. Source: WooshPay documentation, "Check the webhook signatures".
 */
export function parseSignature(header: string): SignatureHeader | null {
  const items = header.split(',').map(toItem);
  const [time = '', ...otherTimes] = items.flatMap(([name, value]) => (name === 't' ? [value] : []));
  if (otherTimes.length > 0 || !/^\d{1,15}$/.test(time)) return null;
  const signatures = items.flatMap(([name, value]) => (name === 'v1' ? (decodeHex(value) ?? []) : []));
  // The sample in the documentation counts seconds, the gateway in production milliseconds.
  const timeMs = Number(time) >= FIRST_MILLISECONDS ? Number(time) : Number(time) * 1000;
  return { time, timeMs, signatures };
}

/** Whether one of the signatures is genuine: there are several while the secret is being exchanged. */
export async function verify(
  secret: string,
  { time, signatures }: SignatureHeader,
  body: Uint8Array,
): Promise<boolean> {
  const expected = await hmacSha256(secret, concatBytes(new TextEncoder().encode(`${time}.`), body));
  return signatures.some((signature) => isSameBytes(signature, expected));
}

/**
 * Whether a header is of a time at which its notification can still be on its way. No guard against replay: that what a
 * notification says can be joined a second time without effect is.
 */
export function isTimely({ timeMs }: SignatureHeader, nowMs: number): boolean {
  return timeMs <= nowMs + MAX_AHEAD_MS && timeMs >= nowMs - MAX_AGE_MS;
}

// Split at the first "=" only.
function toItem(item: string): [name: string, value: string] {
  const at = item.indexOf('=');
  return at < 0 ? [item.trim(), ''] : [item.slice(0, at).trim(), item.slice(at + 1).trim()];
}
