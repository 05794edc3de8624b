import { randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** An id as the gateway makes them: `pay_` and 26 of a–z and 2–7. */
export function newId(prefix: 'act' | 'cli' | 'cus' | 'evt' | 'pay' | 'pc' | 'sid'): string {
  return `${prefix}_${letters(26)}`;
}

/** A secret key of the current platform's sandbox, whose last character is a checksum that nothing here reads. */
export function newSecretKey(): string {
  return `sk_sbox_${letters(27)}`;
}

/** What cannot be guessed and stands in an address. */
export const newCode = (): string => letters(32);

function letters(count: number): string {
  return Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
