/** Bytes of their own, as WebCrypto asks for them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** RSASSA-PKCS1-v1_5 with SHA-256: what WebCrypto calls the "RSA256" and "RS256" of payment gateways. */
export const RSA_SHA256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** One run of bytes after the other. */
export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** For keys and signatures: the bytes become arguments of one call. */
export function encodeBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The bytes behind standard base64, or null where it is not that. */
export function decodeBase64(text: string): Bytes | null {
  if (!BASE64.test(text)) return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null; // A length that no bytes encode to.
  }
}

export async function signRsaSha256(key: CryptoKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(RSA_SHA256.name, key, message));
}

export function verifyRsaSha256(key: CryptoKey, signature: Bytes, message: Bytes): Promise<boolean> {
  return crypto.subtle.verify(RSA_SHA256.name, key, signature, message);
}

/** HMAC-SHA256 with the key's UTF-8 bytes. */
export async function hmacSha256(key: string, message: Bytes): Promise<Bytes> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', new TextEncoder().encode(key), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

export async function sha256(message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', message));
}

/** The bytes behind hexadecimal digits of either case, or null where they are not that. */
export function decodeHex(text: string): Bytes | null {
  if (!/^([0-9a-f]{2})+$/i.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

/** Compares without telling by its time how many bytes are right. */
export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  return a.reduce((difference, byte, at) => difference | (byte ^ (b[at] ?? 0)), 0) === 0;
}
