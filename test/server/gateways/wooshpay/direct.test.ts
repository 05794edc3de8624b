import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence, GatewayPayment } from '../../../../src/server/gateway.ts';
import { anError, anIntent, aPayment, APP_URL, INTENT_ID, NOW_MS, setup, WEB_URL } from './fixtures.ts';

const CREATE = 'POST /v1/payment_intents';
const RETRIEVE = `GET /v1/payment_intents/${INTENT_ID}`;
const SEARCH = `GET /v1/payment_intents/search?query=merchant_order_id%3A%27${aPayment().id}%27&limit=10`;
const CANCEL = `POST /v1/payment_intents/${INTENT_ID}/cancel`;

const known = aPayment({ gatewayReference: INTENT_ID });
const redirect = { redirect: { url: WEB_URL, method: 'GET' } };
const about = {
  paymentId: aPayment().id,
  gatewayReference: INTENT_ID,
  amount: { currency: 'CNY', value: 1314, exponent: 2 },
};
const list = (...data: object[]) => ({ object: 'list', data, has_more: false, url: '/v1/payment_intents/search' });

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
    const { gateway } = setup({ [CREATE]: anIntent({ next_action: null }), [CANCEL]: anError(400) });
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
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

describe('following a payment', () => {
  const error = { type: 'card_error', code: 'declined', message: 'No' };
  const rows: [status: string, fields: object, evidence: Partial<Evidence>][] = [
    ['requires_payment_method', {}, { outcome: 'awaiting' }],
    ['requires_payment_method', { last_payment_error: '' }, { outcome: 'awaiting' }],
    ['requires_payment_method', { last_payment_error: null }, { outcome: 'awaiting' }],
    ['requires_payment_method', { last_payment_error: '{}' }, { outcome: 'awaiting' }],
    ['requires_payment_method', { last_payment_error: error }, { outcome: 'failed', reason: 'declined' }],
    [
      'requires_payment_method',
      { last_payment_error: JSON.stringify(error) },
      { outcome: 'failed', reason: 'declined' },
    ],
    ['requires_payment_method', { last_payment_error: 'No' }, { outcome: 'failed', reason: 'unknown' }],
    ['requires_confirmation', {}, { outcome: 'awaiting' }],
    ['requires_action', {}, { outcome: 'awaiting' }],
    ['processing', {}, { outcome: 'processing' }],
    ['requires_capture', {}, { outcome: 'processing' }],
    ['succeeded', {}, { outcome: 'success' }],
    ['canceled', {}, { outcome: 'cancelled' }],
    ['cancelled', {}, { outcome: 'cancelled' }],
    ['failed', {}, { outcome: 'failed', reason: 'unknown' }],
    ['failed', { last_payment_error: { type: 'api_error' } }, { outcome: 'failed', reason: 'gateway_error' }],
    ['a_status_of_tomorrow', {}, { outcome: 'awaiting' }],
  ];
  for (const [status, fields, expected] of rows) {
    it(`${status} ${JSON.stringify(fields)} is ${expected.outcome} ${expected.reason ?? ''}`, async () => {
      const { gateway, calls } = setup({ [RETRIEVE]: anIntent({ status, ...fields }) });
      const evidence = await gateway.retrievePayment(known);
      const action = expected.outcome === 'awaiting' && { action: redirect };
      assert.deepEqual(evidence, { ...about, ...action, ...expected });
      assert.deepEqual(calls(), [RETRIEVE]);
    });
  }

  for (const received of [1314, '1314', null, '', undefined]) {
    it(`believes a success with ${JSON.stringify(received)} received`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', amount_received: received }) });
      assert.deepEqual(await gateway.retrievePayment(known), { ...about, outcome: 'success' });
    });
  }

  for (const received of [0, 1313, 1315, 13.14, -1314, '0', 'all', {}]) {
    it(`does not believe a success with ${JSON.stringify(received)} received`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', amount_received: received }) });
      await assert.rejects(gateway.retrievePayment(known), { kind: 'unknown' });
    });
  }

  for (const fields of [{ amount: null }, { currency: '' }, { currency: 'JPY' }, { amount: 13.14 }]) {
    it(`does not believe a success of ${JSON.stringify(fields)}`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', ...fields }) });
      await assert.rejects(gateway.retrievePayment(known), { kind: 'unknown' });
    });
  }

  it('tells the amount as it is, for the kit to compare', async () => {
    const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', amount: 1, currency: 'EUR' }) });
    assert.deepEqual((await gateway.retrievePayment(known))?.amount, { currency: 'EUR', value: 1, exponent: 2 });
  });

  for (const fields of [
    { id: 'pi_another' },
    { merchant_order_id: 'AnotherAnotherAnother001' },
    { metadata: { order_id: 'A-1002' } },
    { metadata: '{"order_id":"A-1002"}' },
  ]) {
    it(`does not believe an answer about another payment: ${JSON.stringify(fields)}`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', ...fields }) });
      await assert.rejects(gateway.retrievePayment(known), { kind: 'unknown' });
    });
  }

  for (const fields of [
    { merchant_order_id: null, metadata: null },
    { merchant_order_id: '', metadata: '' },
  ]) {
    it(`believes an answer that echoes nothing: ${JSON.stringify(fields)}`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', ...fields }) });
      assert.equal((await gateway.retrievePayment(known))?.outcome, 'success');
    });
  }

  it('is for the operator where the gateway does not know its own payment', async () => {
    const { gateway } = setup({ [RETRIEVE]: anError(404, { message: 'No such payment_intent' }) });
    await assert.rejects(gateway.retrievePayment(known), { kind: 'misconfigured', message: /No such payment_intent/ });
  });
});

describe('looking for a payment whose answer was lost', () => {
  it('finds it by our own reference, with its address', async () => {
    const { gateway, calls } = setup({ [SEARCH]: list(anIntent()) });
    assert.deepEqual(await gateway.retrievePayment(aPayment()), { ...about, outcome: 'awaiting', action: redirect });
    assert.deepEqual(calls(), [SEARCH]);
  });

  it('finds nothing where there is nothing', async () => {
    const { gateway } = setup({ [SEARCH]: list() });
    assert.equal(await gateway.retrievePayment(aPayment()), null);
  });

  it('finds nothing among the payments of others', async () => {
    const others = [{ merchant_order_id: 'AnotherAnotherAnother001' }, { merchant_order_id: null }];
    const data = others.map((fields) => anIntent({ status: 'succeeded', ...fields }));
    const { gateway } = setup({ [SEARCH]: list(...data) });
    assert.equal(await gateway.retrievePayment(aPayment()), null);
  });

  it('finds the one that is paid, where there are two', async () => {
    const { gateway } = setup({ [SEARCH]: list(anIntent({ id: 'pi_2' }), anIntent({ status: 'succeeded' })) });
    const evidence = await gateway.retrievePayment(aPayment());
    assert.deepEqual([evidence?.outcome, evidence?.gatewayReference], ['success', INTENT_ID]);
  });

  const failures: [name: string, answer: object | 'no answer', kind: string][] = [
    ['is not answered', 'no answer', 'unknown'],
    ['is answered with no list', { object: 'list' }, 'unknown'],
    ['is answered with an HTML page', () => new Response('<!doctype html>', { status: 404 }), 'misconfigured'],
    ['is answered with a fault', anError(500), 'unknown'],
  ];
  for (const [name, answer, kind] of failures) {
    it(`does not take it for missing where the search ${name}`, async () => {
      const { gateway } = setup({ [SEARCH]: answer });
      await assert.rejects(gateway.retrievePayment(aPayment()), { kind });
    });
  }
});

describe('cancelling a payment', () => {
  it('gives the gateway a reason', async () => {
    const { gateway, sent } = setup({ [CANCEL]: anIntent({ status: 'canceled' }) });
    assert.equal(await gateway.cancelPayment(known), 'cancelled');
    assert.deepEqual(sent[0]?.body, { cancellation_reason: 'Cancelled by the shopper or the shop' });
    assert.notEqual(sent[0]?.headers.get('idempotency-key'), aPayment().id);
  });

  it('finds the payment first whose answer was lost', async () => {
    const { gateway, calls } = setup({ [SEARCH]: list(anIntent()), [CANCEL]: anIntent({ status: 'canceled' }) });
    assert.equal(await gateway.cancelPayment(aPayment()), 'cancelled');
    assert.deepEqual(calls(), [SEARCH, CANCEL]);
  });

  it('is refused where there is nothing to cancel', async () => {
    const { gateway } = setup({ [SEARCH]: list() });
    assert.equal(await gateway.cancelPayment(aPayment()), 'refused');
  });

  const ends: [status: string, outcome: string][] = [
    ['succeeded', 'refused'],
    ['processing', 'refused'],
    ['requires_action', 'refused'],
    ['canceled', 'cancelled'],
    ['cancelled', 'cancelled'],
  ];
  for (const [status, outcome] of ends) {
    it(`is ${outcome} where the gateway declines and the payment is ${status}`, async () => {
      const { gateway } = setup({
        [CANCEL]: anError(400, { type: 'invalid_request_error' }),
        [RETRIEVE]: anIntent({ status }),
      });
      assert.equal(await gateway.cancelPayment(known), outcome);
    });
  }

  it('is refused where the gateway agrees and the payment is paid all the same', async () => {
    const { gateway } = setup({ [CANCEL]: anIntent({ status: 'succeeded' }) });
    assert.equal(await gateway.cancelPayment(known), 'refused');
  });

  for (const answer of ['no answer', anError(500), anError(409), anError(429)] as const) {
    it('leaves it unknown where the outcome is', async () => {
      const { gateway } = setup({ [CANCEL]: answer, [RETRIEVE]: anIntent() });
      await assert.rejects(gateway.cancelPayment(known), { kind: 'unknown' });
    });
  }
});

it('has no clock of its own: how long a payment stays open is not documented', async () => {
  const { gateway } = setup({ [CREATE]: anIntent({ cancel_at: NOW_MS + 60_000 }) });
  assert.equal((await gateway.createPayment(aPayment())).expiresAtMs, undefined);
});
