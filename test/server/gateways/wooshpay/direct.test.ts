import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GatewayPayment } from '../../../../src/server/gateway.ts';
import { NOW_MS } from '../../../support/gateway-payments.ts';
import { anError, anIntent, aPayment, APP_URL, setup, WEB_URL } from './fixtures.ts';
import { about, CANCEL, known, redirect, RETRIEVE } from './known-intent.ts';

const CREATE = 'POST /v1/payment_intents';

describe('creating a payment', () => {
  it('sends everything that the gateway asks for', async () => {
    const { gateway, sent } = setup({ [CREATE]: anIntent() });
    await gateway.createPayment(aPayment());
    assert.deepEqual(
      sent.map(({ call, body }) => [call, body]),
      [
        [
          CREATE,
          {
            amount: 1314,
            currency: 'CNY',
            confirm: true,
            payment_method_types: ['alipay'],
            payment_method_data: { type: 'alipay' },
            payment_method_options: { alipay: { client_ip: '203.0.113.9', terminal_type: 'WEB', os_type: 'IOS' } },
            merchant_order_id: aPayment().id,
            metadata: { order_id: 'A-1001' },
            description: 'Green tea, 2 boxes',
            return_url: 'https://shop.example/return?order=A-1001',
          },
        ],
      ],
    );
    assert.equal(sent[0]?.headers.get('idempotency-key'), aPayment().id);
  });

  it('sends the same again when it is repeated', async () => {
    const { gateway, sent } = setup({ [CREATE]: anIntent() });
    await gateway.createPayment(aPayment());
    await gateway.createPayment(aPayment());
    assert.deepEqual(sent[0]?.body, sent[1]?.body);
    assert.equal(sent[0]?.headers.get('idempotency-key'), sent[1]?.headers.get('idempotency-key'));
  });

  const terminals: [Partial<GatewayPayment>, sent: object][] = [
    [{ terminal: 'WEB' }, { terminal_type: 'WEB', os_type: 'IOS' }],
    [
      { terminal: 'WEB', os: 'ANDROID' },
      { terminal_type: 'WEB', os_type: 'ANDROID' },
    ],
    [
      { terminal: 'WAP', os: 'IOS' },
      { terminal_type: 'APP', os_type: 'IOS' },
    ],
    [
      { terminal: 'WAP', os: 'ANDROID' },
      { terminal_type: 'APP', os_type: 'ANDROID' },
    ],
    [{ terminal: 'WAP' }, { terminal_type: 'APP', os_type: 'ANDROID' }],
    [
      { terminal: 'APP', os: 'IOS' },
      { terminal_type: 'APP', os_type: 'IOS' },
    ],
  ];
  for (const [payment, options] of terminals) {
    it(`speaks of ${JSON.stringify(payment)} as ${JSON.stringify(options)}`, async () => {
      const { gateway, sent } = setup({ [CREATE]: anIntent() });
      await gateway.createPayment(aPayment(payment));
      const { payment_method_options: sentOptions } = sent[0]?.body as { payment_method_options: object };
      assert.deepEqual(sentOptions, { alipay: { client_ip: '203.0.113.9', ...options } });
    });
  }

  it('leaves out an address that the kit does not know', async () => {
    const { gateway, sent } = setup({ [CREATE]: anIntent() });
    await gateway.createPayment(aPayment({ clientAddress: undefined }));
    const { payment_method_options: options } = sent[0]?.body as { payment_method_options: object };
    assert.deepEqual(options, { alipay: { terminal_type: 'WEB', os_type: 'IOS' } });
  });

  it('is with the wallet that the shopper has chosen, else with the merchant’s first', async () => {
    const { gateway, sent } = setup({ [CREATE]: anIntent() }, { wallets: ['alipayplus', 'alipay_hk'] });
    await gateway.createPayment(aPayment());
    await gateway.createPayment(aPayment({ wallet: 'alipay_hk' }));
    for (const [index, type] of ['alipayplus', 'alipay_hk'].entries()) {
      const body = sent[index]?.body as Record<string, object>;
      assert.deepEqual(body.payment_method_types, [type]);
      assert.deepEqual(body.payment_method_data, { type });
      assert.deepEqual(Object.keys(body.payment_method_options ?? {}), [type]);
    }
  });

  it('hands out the address, and no QR code of it', async () => {
    const { gateway } = setup({ [CREATE]: anIntent() });
    assert.deepEqual(await gateway.createPayment(aPayment()), { ...about, outcome: 'awaiting', action: redirect });
  });

  it('hands out a QR code of the unchanged address where the merchant wants that, on desktops only', async () => {
    const url = 'https://open-sea.alipayplus.com:443/checkout.htm?codeValue=2816%2fA';
    const next = { alipay_handle_redirect: { url } };
    const { gateway } = setup({ [CREATE]: anIntent({ next_action: next }) }, { qrFromUrl: true });
    const desktop = await gateway.createPayment(aPayment());
    assert.deepEqual(desktop.action?.qrCode, { data: url });
    const phone = await gateway.createPayment(aPayment({ terminal: 'WAP', os: 'IOS' }));
    assert.deepEqual(Object.keys(phone.action ?? {}), ['redirect']);
  });

  it('leaves a payment unknown whose answer was lost', async () => {
    const { gateway } = setup({ [CREATE]: 'no answer' });
    await assert.rejects(gateway.createPayment(aPayment()), { name: 'GatewayError', kind: 'unknown' });
  });

  const amounts: [name: string, amount: GatewayPayment['amount']][] = [
    ['of nothing', { currency: 'CNY', value: 0, exponent: 2 }],
    ['below nothing', { currency: 'CNY', value: -1314, exponent: 2 }],
    ['of a part of the smallest unit', { currency: 'CNY', value: 13.5, exponent: 2 }],
    ['with more decimals than it counts', { currency: 'CNY', value: 13141, exponent: 3 }],
    ['that no number holds exactly', { currency: 'CNY', value: Number.MAX_SAFE_INTEGER, exponent: 0 }],
    ['of another currency', { currency: 'JPY', value: 1314, exponent: 0 }],
    ['of what is no currency', { currency: 'toString', value: 1314, exponent: 2 }],
  ];
  for (const [name, amount] of amounts) {
    it(`does not send an amount ${name}`, async () => {
      const { gateway, sent } = setup({ [CREATE]: anIntent() });
      await assert.rejects(gateway.createPayment(aPayment({ amount })), { kind: 'rejected', reason: 'gateway_error' });
      assert.deepEqual(sent, []);
    });
  }

  it('counts in hundredths, however the merchant counts', async () => {
    const { gateway, sent } = setup({ [CREATE]: anIntent({ amount: 1300 }) });
    await gateway.createPayment(aPayment({ amount: { currency: 'CNY', value: 13, exponent: 0 } }));
    assert.equal((sent[0]?.body as { amount: number }).amount, 1300);
  });
});

describe('a payment that the gateway creates without an address', () => {
  for (const next of [undefined, '', '{}', { redirect_to_url: { url: 'javascript:alert(1)' } }]) {
    it(`is closed and dead: ${JSON.stringify(next)}`, async () => {
      const { gateway, sent } = setup({
        [CREATE]: anIntent({ next_action: next }),
        [CANCEL]: anIntent({ status: 'canceled' }),
      });
      await assert.rejects(gateway.createPayment(aPayment()), { kind: 'rejected', reason: 'gateway_error' });
      assert.deepEqual(
        sent.map(({ call }) => call),
        [CREATE, CANCEL],
      );
    });
  }

  it('is unknown where it cannot be closed', async () => {
    const open = anIntent({ next_action: null });
    for (const answer of [open, anError(400), anError(500)]) {
      const { gateway } = setup({ [CREATE]: open, [CANCEL]: answer, [RETRIEVE]: open });
      await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
    }
  });
});

describe('an address', () => {
  const addresses: [name: string, next: unknown, url: string][] = [
    ['of the wallet', { alipay_handle_redirect: { url: APP_URL } }, APP_URL],
    ['under the name that other methods use', { redirect_to_url: { url: WEB_URL } }, WEB_URL],
    [
      'of the wallet before the other',
      { redirect_to_url: { url: WEB_URL }, alipay_handle_redirect: { url: APP_URL } },
      APP_URL,
    ],
    ['in a string of JSON', JSON.stringify({ alipay_handle_redirect: { url: APP_URL } }), APP_URL],
    ['in a string within a string', { alipay_handle_redirect: JSON.stringify({ url: APP_URL }) }, APP_URL],
  ];
  for (const [name, next, url] of addresses) {
    it(`is found ${name}`, async () => {
      const { gateway } = setup({ [CREATE]: anIntent({ next_action: next }) });
      assert.deepEqual((await gateway.createPayment(aPayment())).action, { redirect: { url, method: 'GET' } });
    });
  }

  const unsafe = [
    'javascript:alert(1)',
    'http://open-sea.alipayplus.com/',
    'alipays://platformapi/startApp',
    'https://a@b.example/',
    `https://open-sea.alipayplus.com/?${'x'.repeat(2048)}`,
    'nonsense',
  ];
  for (const url of unsafe) {
    it(`is left out where no page should be sent there: ${url.slice(0, 60)}`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ next_action: { alipay_handle_redirect: { url } } }) });
      const evidence = await gateway.retrievePayment(known);
      assert.equal(evidence?.outcome, 'awaiting');
      assert.equal(evidence?.action, undefined);
    });
  }
});

it('has no clock of its own: how long a payment stays open is not documented', async () => {
  const { gateway } = setup({ [CREATE]: anIntent({ cancel_at: NOW_MS + 60_000 }) });
  assert.equal((await gateway.createPayment(aPayment())).expiresAtMs, undefined);
});
