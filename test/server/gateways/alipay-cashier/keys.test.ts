import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { isSamePair, parsePrivateKey, parsePublicKey } from '../../../../src/server/gateways/alipay-cashier/keys.ts';
import { gatewayKeys, merchantKeys, pkcs8Of, spkiOf } from './fixtures.ts';

const { privateKey, publicKey } = merchantKeys;
const pkcs1 = privateKey.export({ format: 'der', type: 'pkcs1' }).toString('base64');
const pem = (type: 'pkcs1' | 'pkcs8') => privateKey.export({ format: 'pem', type }).toString();
const longLines = (text: string) => text.replaceAll('\n', '\\n');
const wrapped = (base64: string) => ` ${base64.replace(/.{64}/g, '$&\r\n\t')}\n`;

describe('a private key', () => {
  const forms = {
    'bare PKCS#8': pkcs8Of(merchantKeys),
    'bare PKCS#1': pkcs1,
    'PKCS#8 as PEM': pem('pkcs8'),
    'PKCS#1 as PEM': pem('pkcs1'),
    'PEM on one line of an environment variable': longLines(pem('pkcs8')),
    'bare base64 with stray white space': wrapped(pkcs1),
  };
  for (const [form, text] of Object.entries(forms)) {
    it(`is read as ${form}`, () => {
      const key = parsePrivateKey(text);
      assert.ok(key);
      const read = createPrivateKey({ key: Buffer.from(key.der), format: 'der', type: 'pkcs8' });
      assert.ok(read.equals(privateKey));
    });
  }

  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const refused = {
    nothing: '',
    prose: 'my private key',
    'base64 of something else': btoa('not a key at all'),
    'a public key': spkiOf(merchantKeys),
    'a bare RSA public key': publicKey.export({ format: 'pem', type: 'pkcs1' }).toString(),
    'a key cut short': pkcs8Of(merchantKeys).slice(0, 800),
    'a key with something after it': btoa(`${atob(pkcs8Of(merchantKeys))}\x05\x00`),
    'an elliptic key': elliptic.export({ format: 'pem', type: 'pkcs8' }).toString(),
    'an encrypted key': privateKey
      .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'tea' })
      .toString(),
  };
  for (const [what, text] of Object.entries(refused)) {
    it(`is not ${what}`, () => assert.equal(parsePrivateKey(text), null));
  }
});

describe('a public key', () => {
  for (const [form, text] of Object.entries({
    'bare base64': spkiOf(gatewayKeys),
    PEM: gatewayKeys.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    'base64 with stray white space': wrapped(spkiOf(gatewayKeys)),
  })) {
    it(`is read as ${form}`, () => {
      assert.equal(Buffer.from(parsePublicKey(text)!.der).toString('base64'), spkiOf(gatewayKeys));
    });
  }

  for (const [what, text] of Object.entries({
    nothing: '',
    'a private key': pkcs8Of(gatewayKeys),
    'an elliptic key': generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .publicKey.export({ format: 'pem', type: 'spki' })
      .toString(),
  })) {
    it(`is not ${what}`, () => assert.equal(parsePublicKey(text), null));
  }
});

describe('two keys', () => {
  it('are told to be one pair, whatever their formats', () => {
    assert.ok(isSamePair(parsePrivateKey(pkcs1)!, parsePublicKey(spkiOf(merchantKeys))!));
    assert.ok(isSamePair(parsePrivateKey(pkcs8Of(merchantKeys))!, parsePublicKey(spkiOf(merchantKeys))!));
  });

  it('are told to be of different pairs', () => {
    assert.equal(isSamePair(parsePrivateKey(pkcs1)!, parsePublicKey(spkiOf(gatewayKeys))!), false);
  });
});
