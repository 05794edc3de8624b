import { type Bytes, concatBytes, decodeBase64, encodeBase64, signRsaSha256, verifyRsaSha256 } from '../../signing.ts';

/**
 * What a signature covers. Source: Antom docs, "Sign a request and verify the signature".
 *
 * Of an answer, `method` and `target` are those of the request that it answers.
 */
export interface SignedMessage {
  readonly method: string;
  /** Path and query, percent-escapes untouched. */
  readonly target: string;
  readonly clientId: string;
  /** The `request-time` or `response-time` header exactly as it was sent: its format is not ours to know. */
  readonly time: string;
  readonly body: Uint8Array;
}

const ALGORITHM = 'RSA256';

/** The bytes that are signed: two lines, the last without an end. */
export function bytesToSign({ method, target, clientId, time, body }: SignedMessage): Bytes {
  return concatBytes(new TextEncoder().encode(`${method} ${target}\n${clientId}.${time}.`), body);
}

/** The `signature` header for a message of ours. */
export async function sign(key: CryptoKey, keyVersion: number, message: SignedMessage): Promise<string> {
  const signature = encodeBase64(await signRsaSha256(key, bytesToSign(message)));
  return `algorithm=${ALGORITHM},keyVersion=${keyVersion},signature=${encodeURIComponent(signature)}`;
}

/** Whether the `signature` header of a message from the gateway is genuine. */
export async function verify(key: CryptoKey, header: string, message: SignedMessage): Promise<boolean> {
  const signature = parseSignature(header);
  return signature !== null && (await verifyRsaSha256(key, signature, bytesToSign(message)));
}

/**
 * The signature out of a header, or null where there is none that we can check.
 *
 * Items are found by name: their order is custom, not rule, and some senders put a space after each comma.
 */
export function parseSignature(header: string): Bytes | null {
  const items = new Map(header.split(',').map(toItem));
  // Pinned: a header must not be able to choose how it is checked.
  if ((items.get('algorithm') ?? ALGORITHM) !== ALGORITHM) return null;
  const value = items.get('signature');
  return value ? decodeBase64(decodePercent(value)) : null;
}

// Split at the first "=" only: base64 that was not percent-encoded ends in more of them.
function toItem(item: string): [name: string, value: string] {
  const at = item.indexOf('=');
  return at < 0 ? [item.trim(), ''] : [item.slice(0, at).trim(), item.slice(at + 1).trim()];
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
