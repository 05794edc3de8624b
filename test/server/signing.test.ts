import assert from 'node:assert/strict';
import { generateKeyPairSync, sign as signByNode, verify as verifyByNode } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  concatBytes,
  decodeBase64,
  encodeBase64,
  RSA_SHA256,
  signRsaSha256,
  verifyRsaSha256,
} from '../../src/server/signing.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('base64', () => {
  // RFC 4648, section 10.
  const vectors = { f: 'Zg==', fo: 'Zm8=', foo: 'Zm9v', foob: 'Zm9vYg==', fooba: 'Zm9vYmE=', foobar: 'Zm9vYmFy' };
  for (const [text, encoded] of Object.entries(vectors)) {
    it(`of "${text}" is ${encoded}, both ways`, () => {
      assert.equal(encodeBase64(bytes(text)), encoded);
      assert.deepEqual(decodeBase64(encoded), bytes(text));
    });
  }

  it('may lack its padding', () => assert.deepEqual(decodeBase64('Zg'), bytes('f')));

  for (const text of ['', 'Z', 'Zg==Zg==', 'Zm 9v', 'Zm-_', 'Zm9v\n', '====']) {
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(decodeBase64(text), null));
  }
});

describe('bytes', () => {
  it('are put one after the other', () => {
    assert.deepEqual(concatBytes(bytes('a'), bytes(''), bytes('茶')), bytes('a茶'));
    assert.deepEqual(concatBytes(), new Uint8Array());
  });
});

describe('an RSA signature', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const message = bytes('POST /pay\nbody');

  it('is one that others can check', async () => {
    const der = new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }));
    const key = await crypto.subtle.importKey('pkcs8', der, RSA_SHA256, false, ['sign']);
    assert.ok(verifyByNode('RSA-SHA256', message, publicKey, await signRsaSha256(key, message)));
  });

  it('of others is checked, over these bytes and no others', async () => {
    const der = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
    const key = await crypto.subtle.importKey('spki', der, RSA_SHA256, false, ['verify']);
    const signature = new Uint8Array(signByNode('RSA-SHA256', message, privateKey));
    assert.equal(await verifyRsaSha256(key, signature, message), true);
    assert.equal(await verifyRsaSha256(key, signature, bytes('POST /pay\nBody')), false);
  });
});
