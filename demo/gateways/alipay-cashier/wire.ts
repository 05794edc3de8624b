import { createPublicKey, generateKeyPairSync, type KeyObject, createPrivateKey, sign, verify } from 'node:crypto';

/** What goes into a signature. `target` is the path with its query, exactly as it was called. */
export interface SignedParts {
  readonly target: string;
  readonly clientId: string;
  readonly time: string;
  readonly body: string;
}

/** The gateway's own pair: it signs answers and notifications; merchants copy the public half from their dashboard. */
export interface GatewayKeys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function generateKeys(): GatewayKeys {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

/** The pair that belongs to a private key as it is handed around: base64 of PKCS#8 without PEM lines. */
export function keysFrom(privateKey: string): GatewayKeys {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return { privateKey: key, publicKey: createPublicKey(key) };
}

/** @throws where `base64` is not a SubjectPublicKeyInfo of an RSA key with at least 2048 bits. */
export function parsePublicKey(base64: string): KeyObject {
  const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) {
    throw new TypeError('A merchant key must be RSA with at least 2048 bits');
  }
  return key;
}

export function toBase64(publicKey: KeyObject): string {
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
}

/** Antom docs, Sign a request and verify the signature: one line feed in the middle, none at the end. */
function signedText({ target, clientId, time, body }: SignedParts): Buffer {
  return Buffer.from(`POST ${target}\n${clientId}.${time}.${body}`);
}

/** The gateway writes a space after each comma, as its documents do; merchants' SDKs write none. */
export function signatureHeader(parts: SignedParts, { privateKey }: GatewayKeys): string {
  const signature = sign('RSA-SHA256', signedText(parts), privateKey).toString('base64');
  return `algorithm=RSA256, keyVersion=1, signature=${encodeURIComponent(signature)}`;
}

/** A signature header taken apart, or null where it does not follow the grammar. */
export function parseSignatureHeader(header: string): { keyVersion: string; signature: Buffer } | null {
  const items = new Map(
    header.split(',').map((item) => {
      const at = item.indexOf('=');
      return [item.slice(0, at).trim(), item.slice(at + 1)] as const;
    }),
  );
  const { algorithm, keyVersion = '1', signature = '' } = Object.fromEntries(items);
  if (algorithm !== 'RSA256' || !/^\d+$/.test(keyVersion)) return null;
  // Base64 must be percent-encoded: a bare "+" would have become a space in a form-style decoder.
  if (!/^(?:[A-Za-z0-9]|%2B|%2F|%3D)+$/i.test(signature)) return null;
  return { keyVersion, signature: Buffer.from(decodeURIComponent(signature), 'base64') };
}

export function isSignedBy(publicKey: KeyObject, signature: Buffer, parts: SignedParts): boolean {
  return verify('RSA-SHA256', signedText(parts), publicKey, signature);
}

/** ISO 8601 to the second, as the gateway writes times: `2026-11-21T04:30:02-08:00`. */
export function gatewayTime(ms: number, offsetHours = -8): string {
  const local = new Date(ms + offsetHours * 3_600_000).toISOString().slice(0, 19);
  if (offsetHours === 0) return `${local}Z`;
  return `${local}${offsetHours < 0 ? '-' : '+'}${String(Math.abs(offsetHours)).padStart(2, '0')}:00`;
}
