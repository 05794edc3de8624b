import { type Bytes, decodeBase64 } from '../../signing.ts';
import { BIT_STRING, type DerValue, INTEGER, OCTET_STRING, readDer, SEQUENCE, writeDer } from './der.ts';

/** A key in the form that WebCrypto imports, with what tells key pairs apart. */
export interface RsaKey {
  readonly format: 'pkcs8' | 'spki';
  readonly der: Bytes;
  readonly modulus: Bytes;
}

// AlgorithmIdentifier { 1.2.840.113549.1.1.1 (rsaEncryption), NULL }, RFC 8017, appendix A.1.
const RSA_ENCRYPTION = Uint8Array.of(
  ...[0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00],
);
const VERSION_0 = Uint8Array.of(INTEGER, 1, 0);

/**
 * Reads an RSA private key: PKCS#8 or PKCS#1, as PEM or as bare base64.
 *
 * Both are in circulation: the dashboard and the Java, Go and .NET SDKs use PKCS#8, the Python and PHP SDKs PKCS#1.
 * Null where it is neither.
 */
export function parsePrivateKey(text: string): RsaKey | null {
  return readKey(text, (der, [version, second, third]) => {
    if (version?.tag !== INTEGER) return null;
    if (second?.tag === SEQUENCE && third?.tag === OCTET_STRING) {
      return { format: 'pkcs8', der, modulus: modulusOf(third.content, 1) };
    }
    if (second?.tag !== INTEGER || third?.tag !== INTEGER) return null;
    // WebCrypto imports PKCS#8 only, which is PKCS#1 with its kind of key written before it.
    const wrapped = writeDer(SEQUENCE, VERSION_0, RSA_ENCRYPTION, writeDer(OCTET_STRING, der));
    return { format: 'pkcs8', der: wrapped, modulus: modulusOf(der, 1) };
  });
}

/** Reads an RSA public key: SubjectPublicKeyInfo, as PEM or as bare base64. Null where it is not that. */
export function parsePublicKey(text: string): RsaKey | null {
  return readKey(text, (der, [algorithm, key]) => {
    if (algorithm?.tag !== SEQUENCE || key?.tag !== BIT_STRING) return null;
    // A bit string begins with the number of its unused bits.
    return { format: 'spki', der, modulus: modulusOf(key.content.slice(1), 0) };
  });
}

/** Whether two keys are halves of one pair. */
export function isSamePair(a: RsaKey, b: RsaKey): boolean {
  return a.modulus.length === b.modulus.length && a.modulus.every((byte, index) => byte === b.modulus[index]);
}

function readKey(text: string, read: (der: Bytes, parts: DerValue[]) => RsaKey | null): RsaKey | null {
  // Environment variables often hold a PEM file on one line, its line ends written as a backslash and an "n".
  const der = decodeBase64(text.replace(/-----[A-Z ]+-----|\\[rn]|\s/g, ''));
  if (!der) return null;
  try {
    return read(der, sequence(der));
  } catch {
    return null;
  }
}

function modulusOf(der: Bytes, index: number): Bytes {
  const modulus = sequence(der)[index];
  if (modulus?.tag !== INTEGER) throw new RangeError('There is no modulus where one belongs');
  return modulus.content;
}

function sequence(der: Bytes): DerValue[] {
  const [outer, ...more] = readDer(der);
  if (outer?.tag !== SEQUENCE || more.length > 0) throw new RangeError('One sequence is expected');
  return readDer(outer.content);
}
