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
