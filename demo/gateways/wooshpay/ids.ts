import { randomInt } from 'node:crypto';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id as the gateway makes them: a prefix and 19 digits. */
export function newId(prefix: 'cs' | 'evt' | 'li' | 'pi' | 'pm' | 're' | 'we'): string {
  return `${prefix}_16${random('0123456789', 17)}`;
}

/** An Alipay+ order code: what the address of a payment holds. Unguessable: whoever has it may pay. */
export function newOrderCode(): string {
  return `2816660400${newSecret(26)}`;
}

export function newSecret(length: number): string {
  return random(ALPHANUMERIC, length);
}

function random(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
