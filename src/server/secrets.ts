const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Bytes from here on would make the first letters of the alphabet more likely than the others. */
const UNBIASED = 256 - (256 % ALPHANUMERIC.length);

/** A new payment id: 24 of `[A-Za-z0-9]`, about 142 bits. */
export function createId(): string {
  let id = '';
  while (id.length < 24) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < UNBIASED && id.length < 24) id += ALPHANUMERIC[byte % ALPHANUMERIC.length];
    }
  }
  return id;
}

/** A new token or return ticket: 256 bits in base64url. */
export function createSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** SHA-256 in hexadecimal. Enough for secrets of 128 bits and more: they cannot be found by trying. */
export async function hash(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
