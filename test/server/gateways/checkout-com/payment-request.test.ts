import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPaymentRequest } from '../../../../src/server/gateways/checkout-com/payment-request.ts';
import { readWallets } from '../../../../src/server/gateways/checkout-com/wallets.ts';
import type { GatewayPayment } from '../../../../src/server/gateway.ts';
import { aPayment, CHANNEL_ID } from './fixtures.ts';

const current = { wallets: readWallets({}, 'current'), channelId: CHANNEL_ID };

/** As it goes out: what is undefined is left out, never sent as null. */
const sent = (payment: Partial<GatewayPayment>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(toPaymentRequest(aPayment(payment), current))) as Record<string, unknown>;

describe('the terminal of a request', () => {
  const rows: [payment: Partial<GatewayPayment>, processing: object][] = [
    [{ terminal: 'WEB' }, { terminal_type: 'WEB' }],
    [{ terminal: 'WEB', os: 'IOS' }, { terminal_type: 'WEB' }],
    [
      { terminal: 'WAP', os: 'IOS' },
      { terminal_type: 'WAP', os_type: 'IOS' },
    ],
    [
      { terminal: 'WAP', os: 'ANDROID' },
      { terminal_type: 'WAP', os_type: 'ANDROID' },
    ],
    [
      { terminal: 'APP', os: 'IOS' },
      { terminal_type: 'APP', os_type: 'IOS' },
    ],
    // Needed by the gateway: a phone that does not say iOS is none.
    [{ terminal: 'WAP' }, { terminal_type: 'WAP', os_type: 'ANDROID' }],
    [{ terminal: 'APP' }, { terminal_type: 'APP', os_type: 'ANDROID' }],
  ];
  for (const [payment, processing] of rows) {
    it(`is ${JSON.stringify(processing)} for ${JSON.stringify(payment)}`, () =>
      assert.deepEqual(sent(payment).processing, processing));
  }
});

describe('the texts of a request', () => {
  it('keep a description within 100 characters, and whole ones', () => {
    assert.equal(sent({ description: 'x'.repeat(101) }).description, 'x'.repeat(100));
    assert.equal(sent({ description: `${'x'.repeat(99)}🍵` }).description, 'x'.repeat(99));
    assert.equal(sent({ description: `${'x'.repeat(98)}🍵` }).description, `${'x'.repeat(98)}🍵`);
  });

  it('hold an address of 1024 characters, and no longer one', () => {
    const returnUrl = `https://shop.example/${'x'.repeat(1003)}`;
    assert.equal(returnUrl.length, 1024);
    assert.equal(sent({ returnUrl }).success_url, returnUrl);
    assert.throws(() => sent({ returnUrl: `${returnUrl}x` }), { kind: 'rejected', message: /1024/ });
  });
});
