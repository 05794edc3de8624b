import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  privateEncrypt,
  publicDecrypt,
  createHash,
} from 'node:crypto';

/** A merchant's side of the wire, written from the manual alone: neither our adapter nor the sandbox's own signer. */
export interface Merchant {
  readonly clientId: string;
  readonly publicKey: string;
  readonly sign: (target: string, time: string, body: string) => string;
  /** Signs a text of which only the SHA-256 is known, in hexadecimal digits. */
  readonly signDigest: (digest: string) => Buffer;
}

// The digest's name in ASN.1, as RSASSA-PKCS1-v1_5 puts it before a SHA-256 digest (RFC 8017, section 9.2, note 1).
const SHA256_PREFIX = Buffer.from('3031300d060960864801650304020105000420', 'hex');

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

export function aMerchant(clientId = 'SANDBOX_5X_TEA'): Merchant {
  return {
    clientId,
    publicKey: keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign(target, time, body) {
      const signature = rsaSign(digestInfo(`POST ${target}\n${clientId}.${time}.${body}`));
      const value = signature.toString('base64').replaceAll('+', '%2B').replaceAll('/', '%2F').replaceAll('=', '%3D');
      return `algorithm=RSA256,keyVersion=1,signature=${value}`;
    },
    signDigest: (digest) => rsaSign(Buffer.concat([SHA256_PREFIX, Buffer.from(digest, 'hex')])),
  };
}

/** Whether the gateway has signed these headers and this body for this target. */
export function isFromGateway(
  gatewayPublicKey: string,
  message: { target: string; clientId: string; time: string; signature: string; body: string },
): boolean {
  const value = /^algorithm=RSA256, ?keyVersion=1, ?signature=([^,]+)$/.exec(message.signature)?.[1];
  if (!value) return false;
  const key = createPublicKey({ key: Buffer.from(gatewayPublicKey, 'base64'), format: 'der', type: 'spki' });
  const signed = publicDecrypt(
    { key, padding: constants.RSA_PKCS1_PADDING },
    Buffer.from(decodeURIComponent(value), 'base64'),
  );
  return signed.equals(digestInfo(`POST ${message.target}\n${message.clientId}.${message.time}.${message.body}`));
}

function rsaSign(digestInfo: Buffer): Buffer {
  return privateEncrypt({ key: keys.privateKey, padding: constants.RSA_PKCS1_PADDING }, digestInfo);
}

function digestInfo(text: string): Buffer {
  return Buffer.concat([SHA256_PREFIX, createHash('sha256').update(text, 'utf8').digest()]);
}
