import { safeUrl } from '../protocol/safe-url.ts';

/** Refuses an option with a `TypeError`. The value is left out of the message: it may be a key. */
export function ensure(holds: boolean, option: string, expected: string): asserts holds {
  if (!holds) throw new TypeError(`"${option}" must be ${expected}`);
}

/** True for text that can travel in a header and is not absurdly long. */
export function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]{1,256}$/.test(value);
}

/** The origin of an address that is nothing but one: `https:`, or `http:` on this machine. Null for any other. */
export function toOrigin(address: unknown): string | null {
  const href = typeof address === 'string' ? safeUrl(address) : null;
  const url = href === null ? null : new URL(href);
  return url !== null && url.href === `${url.origin}/` ? url.origin : null;
}
