import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWooshPayClient, type WooshPayClient } from '../../../../src/server/gateways/wooshpay/index.ts';
import { silence } from '../../../support/gateway-wire.ts';
import {
  aNotification,
  anEvent,
  anIntent,
  aSession,
  aWireRefund,
  INTENT_ID,
  REFUND_ID,
  SECRET_KEY,
  SESSION_ID,
  setup,
  someOptions,
} from './fixtures.ts';

const list = (...data: object[]) => ({ object: 'list', data, has_more: true, url: '/v1' });
const anEndpoint = {
  id: 'we_1',
  status: 'enabled',
  secret: 'whsec_new',
  enabled_events: '["payment_intent.succeeded"]',
};

const terminal = { terminal_type: 'WEB', os_type: 'IOS', client_ip: '203.0.113.9' } as const;
const intent = { amount: 20, currency: 'CNY', payment_method_types: ['alipay'], quantity: 1, merchant_user_id: 'u-1' };
const session = {
  mode: 'payment',
  success_url: 'https://shop.example/ok',
  cancel_url: 'https://shop.example/basket',
  payment_method_types: ['alipay'],
  line_items: [],
} as const;

describe('the typed client', () => {
  const operations: [
    call: string,
    act: (client: WooshPayClient) => Promise<unknown>,
    sent: object | undefined,
    answer: object,
  ][] = [
    ['POST /v1/payment_intents', (client) => client.createPaymentIntent(intent), intent, anIntent()],
    [
      `GET /v1/payment_intents/${INTENT_ID}`,
      (client) => client.retrievePaymentIntent(INTENT_ID),
      undefined,
      anIntent(),
    ],
    [
      `POST /v1/payment_intents/${INTENT_ID}/confirm`,
      (client) =>
        client.confirmPaymentIntent(INTENT_ID, {
          payment_method_data: { type: 'alipay' },
          payment_method_options: { alipay: terminal },
          return_url: 'https://shop.example/return',
        }),
      {
        payment_method_data: { type: 'alipay' },
        payment_method_options: { alipay: terminal },
        return_url: 'https://shop.example/return',
      },
      anIntent(),
    ],
    [
      `POST /v1/payment_intents/${INTENT_ID}/cancel`,
      (client) => client.cancelPaymentIntent(INTENT_ID, { cancellation_reason: 'duplicate' }),
      { cancellation_reason: 'duplicate' },
      anIntent({ status: 'canceled' }),
    ],
    [
      'GET /v1/payment_intents/search?query=merchant_order_id%3A%27a+b%27&limit=1'.replace('+', '%20'),
      (client) => client.searchPaymentIntents({ query: "merchant_order_id:'a b'", limit: 1 }),
      undefined,
      list(anIntent()),
    ],
    ['GET /v1/payment_intents', (client) => client.listPaymentIntents(), undefined, list(anIntent())],
    [
      'GET /v1/payment_intents?limit=2&starting_after=pi_1&created=1',
      (client) => client.listPaymentIntents({ limit: 2, starting_after: 'pi_1', created: 1 }),
      undefined,
      list(anIntent()),
    ],
    ['POST /v1/checkout/sessions', (client) => client.createCheckoutSession(session), session, aSession()],
    [
      `GET /v1/checkout/sessions/${SESSION_ID}`,
      (client) => client.retrieveCheckoutSession(SESSION_ID),
      undefined,
      aSession(),
    ],
    [
      `POST /v1/checkout/sessions/${SESSION_ID}/expire`,
      (client) => client.expireCheckoutSession(SESSION_ID),
      {},
      aSession({ status: 'expired' }),
    ],
    [
      'GET /v1/checkout/sessions?ending_before=cs_1',
      (client) => client.listCheckoutSessions({ ending_before: 'cs_1' }),
      undefined,
      list(aSession()),
    ],
    [
      'POST /v1/refunds',
      (client) => client.createRefund({ payment_intent: INTENT_ID, reason: 'duplicate' }),
      { payment_intent: INTENT_ID, reason: 'duplicate' },
      aWireRefund(),
    ],
    [`GET /v1/refunds/${REFUND_ID}`, (client) => client.retrieveRefund(REFUND_ID), undefined, aWireRefund()],
    [
      'POST /v1/webhook_endpoints',
      (client) =>
        client.createWebhookEndpoint({
          url: 'https://shop.example/alipay/notifications/wooshpay',
          enabled_events: ['payment_intent.succeeded'],
          api_version: '1.0.1',
        }),
      {
        url: 'https://shop.example/alipay/notifications/wooshpay',
        enabled_events: ['payment_intent.succeeded'],
        api_version: '1.0.1',
      },
      anEndpoint,
    ],
  ];
  for (const [call, act, body, answer] of operations) {
    it(`calls ${call}`, async () => {
      const { client, sent } = setup({ [call]: answer });
      const read = (await act(client)) as { id?: string; data?: { id: string }[] };
      assert.deepEqual([sent.length, sent[0]?.call, sent[0]?.body], [1, call, body]);
      const { id, data } = answer as typeof read;
      assert.deepEqual([read.id, read.data?.map((item) => item.id)], [id, data?.map((item) => item.id)]);
    });
  }

  it('says who is calling, with an empty password', async () => {
    const { client, sent } = setup({ 'GET /v1/refunds/re_1': aWireRefund({ id: 're_1' }) });
    await client.retrieveRefund('re_1');
    const [scheme, credentials = ''] = sent[0]?.headers.get('authorization')?.split(' ') ?? [];
    assert.deepEqual([scheme, atob(credentials)], ['Basic', `${SECRET_KEY}:`]);
    assert.equal(sent[0]?.headers.get('accept'), 'application/json');
    assert.equal(sent[0]?.headers.has('idempotency-key'), false);
  });

  it('sends JSON, under an idempotency key of its own where it is given none', async () => {
    const { client, sent } = setup({ 'POST /v1/refunds': aWireRefund() });
    await client.createRefund({ payment_intent: INTENT_ID });
    await client.createRefund({ payment_intent: INTENT_ID });
    await client.createRefund({ payment_intent: INTENT_ID }, 'refund-1');
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'));
    assert.equal(sent[0]?.headers.get('content-type'), 'application/json');
    assert.equal(new Set(keys).size, 3);
    assert.ok(keys[0]);
    assert.equal(keys[2], 'refund-1');
  });

  it('keeps an id within its place in the address', async () => {
    const { client, calls } = setup();
    await assert.rejects(client.retrieveRefund('../payment_intents?limit=1'), { kind: 'unknown' });
    assert.deepEqual(calls(), ['GET /v1/refunds/..%2Fpayment_intents%3Flimit%3D1']);
  });

  it('never carries a request on to another address', async () => {
    const redirects: string[] = [];
    const client = createWooshPayClient(
      someOptions({
        fetch: async (input, init) => {
          redirects.push(new Request(input, init).redirect);
          return Response.json(aWireRefund());
        },
      }),
    );
    await client.retrieveRefund(REFUND_ID);
    assert.deepEqual(redirects, ['manual']);
  });

  for (const [timeoutMs, expectedMs] of [
    [undefined, 15_000],
    [2_000, 2_000],
  ] as const) {
    it(`waits ${expectedMs} ms for an answer with ${timeoutMs} given`, async (t) => {
      const { fetch, limitsMs } = silence(t);
      const client = createWooshPayClient(someOptions({ timeoutMs, fetch }));
      await assert.rejects(client.retrieveRefund(REFUND_ID), { name: 'GatewayError', kind: 'unknown' });
      assert.deepEqual(limitsMs(), [expectedMs]);
    });
  }

  it('reads a notification of any type', async () => {
    const { client } = setup();
    const about = async (type: string, object: object) =>
      (await client.readNotification(aNotification(anEvent(type, object)))).about;
    assert.equal(await about('payment_intent.created', anIntent()), 'payment_intent');
    assert.equal(await about('checkout.session.expired', aSession()), 'checkout_session');
    assert.equal(await about('charge.refund.updated', aWireRefund()), 'refund');
    assert.equal(await about('payment_link.paid', {}), 'other');
  });

  it('gives the secret of a new webhook endpoint, which is shown once', async () => {
    const { client } = setup({ 'POST /v1/webhook_endpoints': anEndpoint });
    assert.deepEqual(await client.createWebhookEndpoint({ url: 'https://shop.example', enabled_events: [] }), {
      id: 'we_1',
      status: 'enabled',
      url: undefined,
      enabled_events: ['payment_intent.succeeded'],
      secret: 'whsec_new',
    });
  });
});
