import assert from 'node:assert/strict';
import { createHash, sign as signByNode, verify as verifyByNode } from 'node:crypto';
import { describe, it } from 'node:test';
import { parsePrivateKey, parsePublicKey } from '../../../../src/server/gateways/alipay-cashier/keys.ts';
import {
  bytesToSign,
  parseSignature,
  sign,
  type SignedMessage,
  verify,
} from '../../../../src/server/gateways/alipay-cashier/signature.ts';
import { RSA_SHA256 } from '../../../../src/server/signing.ts';
import { CLIENT_ID, gatewayKeys, merchantKeys, pkcs8Of, spkiOf } from './fixtures.ts';

const encode = (text: string) => new TextEncoder().encode(text);

const inquiry: SignedMessage = {
  method: 'POST',
  target: '/ams/sandbox/api/v1/payments/inquiryPayment',
  clientId: CLIENT_ID,
  time: '1795293600000',
  body: encode('{"paymentRequestId":"PR-42"}'),
};

describe('the bytes that are signed', () => {
  const worked = [
    {
      name: 'a request',
      message: inquiry,
      length: 119,
      sha256: '5bf771ea63cb9e7d7dcd12e2f235aa8e6e149741f30973007099909122ff4bc7',
    },
    {
      name: 'a notification with a query and a body that is not ASCII',
      message: {
        ...inquiry,
        target: '/webhooks/alipay?shop=7',
        time: '2026-11-21T21:00:00+08:00',
        body: encode('{"note":"龙井 🍵"}'),
      },
      length: 105,
      sha256: '74a2aa466a64e38a6699bd15d5379b0006930e810fddcd54c986d64271e71a01',
    },
  ];
  for (const { name, message, length, sha256 } of worked) {
    it(`are those of the worked example for ${name}`, () => {
      const bytes = bytesToSign(message);
      assert.equal(bytes.length, length);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256);
    });
  }

  it('end in the second dot where the body is empty', () => {
    const text = new TextDecoder().decode(bytesToSign({ ...inquiry, body: new Uint8Array() }));
    assert.ok(text.endsWith(`\n${CLIENT_ID}.1795293600000.`));
  });
});

describe('the signature header', () => {
  const bytes = Uint8Array.of(0xfb, 0xef, 0xff, 0xfe); // "++///g==": every character that is percent-encoded.
  const readable = {
    'without spaces': 'algorithm=RSA256,keyVersion=1,signature=%2B%2B%2F%2F%2Fg%3D%3D',
    'with spaces': 'algorithm=RSA256, keyVersion=1,  signature=%2B%2B%2F%2F%2Fg%3D%3D ',
    'in another order': 'signature=%2B%2B%2F%2F%2Fg%3D%3D,keyVersion=12,algorithm=RSA256',
    'with lower-case escapes': 'algorithm=RSA256,keyVersion=1,signature=%2b%2b%2f%2f%2fg%3d%3d',
    'with plain base64': 'algorithm=RSA256,keyVersion=1,signature=++///g==',
    'with items that it does not know': 'algorithm=RSA256,nonce=a=b,flag,signature=%2B%2B%2F%2F%2Fg%3D%3D',
    'without an algorithm': 'signature=%2B%2B%2F%2F%2Fg%3D%3D',
  };
  for (const [how, header] of Object.entries(readable)) {
    it(`is read ${how}`, () => assert.deepEqual(parseSignature(header), bytes));
  }

  const unreadable = {
    'an empty header': '',
    'another algorithm': 'algorithm=none,keyVersion=1,signature=%2B%2B%2F%2F%2Fg%3D%3D',
    'no signature': 'algorithm=RSA256,keyVersion=1',
    'an empty signature': 'algorithm=RSA256,keyVersion=1,signature=',
    'a broken escape': 'algorithm=RSA256,keyVersion=1,signature=%2',
    'no base64': 'algorithm=RSA256,keyVersion=1,signature=<script>',
    'base64 of an impossible length': 'algorithm=RSA256,keyVersion=1,signature=abcde',
  };
  for (const [what, header] of Object.entries(unreadable)) {
    it(`gives nothing to check for ${what}`, () => assert.equal(parseSignature(header), null));
  }

  it('names the key version and carries a signature that others can check', async () => {
    const key = parsePrivateKey(pkcs8Of(merchantKeys))!;
    const signingKey = await crypto.subtle.importKey('pkcs8', key.der, RSA_SHA256, false, ['sign']);
    const header = await sign(signingKey, 3, inquiry);
    const [, value] = /^algorithm=RSA256,keyVersion=3,signature=([A-Za-z0-9%]+)$/.exec(header) ?? [];
    assert.ok(value, header);
    const signature = Buffer.from(decodeURIComponent(value), 'base64');
    assert.ok(verifyByNode('RSA-SHA256', bytesToSign(inquiry), merchantKeys.publicKey, signature));
  });
});

describe('verifying', () => {
  const setup = async () => {
    const key = parsePublicKey(spkiOf(gatewayKeys))!;
    const signature = signByNode('RSA-SHA256', bytesToSign(inquiry), gatewayKeys.privateKey);
    const header = `signature=${signature.toString('base64')}`;
    return { key: await crypto.subtle.importKey('spki', key.der, RSA_SHA256, false, ['verify']), header };
  };

  it('believes a signature of the gateway', async () => {
    const { key, header } = await setup();
    assert.equal(await verify(key, header, inquiry), true);
  });

  const changes: Record<string, Partial<SignedMessage>> = {
    method: { method: 'PUT' },
    target: { target: '/ams/api/v1/payments/inquiryPayment' },
    'client id': { clientId: 'SANDBOX_5XEXAMPLE0000000002' },
    time: { time: '1795293600001' },
    body: { body: encode('{"paymentRequestId": "PR-42"}') },
  };
  for (const [part, change] of Object.entries(changes)) {
    it(`does not believe it over another ${part}`, async () => {
      const { key, header } = await setup();
      assert.equal(await verify(key, header, { ...inquiry, ...change }), false);
    });
  }
});
