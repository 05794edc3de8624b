import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signatureHeader, sqliteStorage } from '../../demo/gateways/wooshpay/index.ts';
import {
  aLineItem,
  anIntent,
  aPrice,
  aSession,
  type Body,
  type Fixture,
  ORIGIN,
  RETURN_URL,
  SECRET_KEY,
  setup,
  START_MS,
  WEBHOOK_URL,
} from './support/wooshpay.ts';

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148';
const onPhone = { alipay: { client_ip: '2001:db8::9', terminal_type: 'APP', os_type: 'ANDROID' } };

/** A payment that has been paid for. Answers its id. */
async function paid({ call, panel }: Fixture): Promise<string> {
  const { body } = await call('payment_intents', anIntent());
  await panel('payments/PR-1001/approve', {});
  return body.id;
}

const urlOf = ({ next_action: action }: Body): string =>
  (action as { alipay_handle_redirect: { url: string } }).alipay_handle_redirect.url;

describe('a PaymentIntent at the WooshPay sandbox', () => {
  it('is created and confirmed in one call, and answered with every field of the manual', async () => {
    const { call } = setup();
    const { status, body } = await call('payment_intents', anIntent());
    assert.equal(status, 200);
    assert.match(body.id, /^pi_\d{19}$/);
    assert.match(String(body['client_secret']), new RegExp(`^${body.id}_secret_\\w{24}$`));
    assert.match(String(body['payment_method']), /^pm_\d{19}$/);
    const { client_secret: _, next_action: action, payment_method: __, id: ___, ...rest } = body;
    assert.deepEqual(rest, {
      object: 'payment_intent',
      created: START_MS,
      currency: 'CNY',
      amount: 1314,
      amount_received: 0,
      status: 'requires_action',
      livemode: false,
      payment_method_types: ['alipay'],
      payment_method_options: { alipay: { terminal_type: 'WEB', os_type: 'IOS', client_ip: '203.0.113.9' } },
      confirmation_method: 'automatic',
      capture_method: 'automatic',
      return_url: RETURN_URL,
      merchant_order_id: 'PR-1001',
      description: '龙井 🍵 <b>Green tea</b>, 2 boxes',
      metadata: { order_id: 'O-1001' },
      last_payment_error: null,
      cancel_at: null,
      cancellation_reason: null,
    });
    assert.equal((action as { type: string }).type, 'redirect_to_url');
    const page = new URL(urlOf(body));
    assert.equal(page.origin + page.pathname, `${ORIGIN}/api/open/v1/ac/cashier/self/codevalue/checkout.htm`);
    assert.match(page.searchParams.get('codeValue') ?? '', /^28[0-9A-Za-z]{34}$/);
  });

  it('sends a phone to the page that opens the app', async () => {
    const { call, visit, payment } = setup();
    const { body } = await call('payment_intents', anIntent({ payment_method_options: onPhone }));
    const page = new URL(urlOf(body));
    assert.equal(page.origin + page.pathname, `${ORIGIN}/p/s/i/`);
    const scheme = page.searchParams.get('scheme') ?? '';
    assert.match(scheme, /^alipays:\/\/platformapi\/startApp\?appId=10000007&actionType=route&qrcode=28\w{34}&/);
    assert.equal(new URL(scheme).searchParams.get('externalThrough'), '{"acTerminalType":"WAP"}');
    const { cashierUrl, terminal } = await payment();
    assert.equal((await visit(page.href)).headers.get('location'), cashierUrl);
    assert.match(cashierUrl, /\/wallet\//);
    assert.equal(terminal, 'APP');
  });

  it('can be created first and confirmed later', async () => {
    const { call } = setup();
    const bare = { payment_method_data: undefined, payment_method_options: undefined, confirm: undefined };
    const { body: blank } = await call('payment_intents', anIntent(bare));
    assert.deepEqual([blank['status'], blank['next_action']], ['requires_payment_method', null]);
    assert.equal((await call(`payment_intents/${blank.id}/confirm`, {})).error.code, 'parameter_missing');
    const { payment_method_data, payment_method_options } = anIntent();
    const confirmation = { payment_method_data, payment_method_options };
    const { body } = await call(`payment_intents/${blank.id}/confirm`, confirmation);
    assert.equal(body['status'], 'requires_action');
    assert.match(urlOf(body), /codeValue=/);
    const again = await call(`payment_intents/${blank.id}/confirm`, confirmation);
    assert.deepEqual([again.status, again.error.code], [400, 'unexpected_state']);
  });

  it('needs nothing more to be confirmed where its method is known', async () => {
    const { call } = setup();
    const { body } = await call('payment_intents', anIntent({ confirm: false }));
    assert.equal(body['status'], 'requires_confirmation');
    const confirmed = await call(`payment_intents/${body.id}/confirm`, {});
    assert.equal(confirmed.body['status'], 'requires_action');
  });

  it('cannot be paid before it is confirmed', async () => {
    const { call, panel } = setup();
    await call('payment_intents', anIntent({ confirm: false }));
    assert.equal((await panel('payments/PR-1001/approve', {})).status, 409);
  });

  const basic = (text: string): string => `Basic ${btoa(text)}`;
  const strangers = {
    'no key': '',
    'a key that it does not know': basic('sk_test_teahouse0002:'),
    'a key without the colon': basic(SECRET_KEY),
    'a key with a password': basic(`${SECRET_KEY}:x`),
    'a bearer': `Bearer ${SECRET_KEY}`,
    'a bare key': SECRET_KEY,
  };
  for (const [what, authorization] of Object.entries(strangers)) {
    it(`is refused to ${what}`, async () => {
      const { call, panel } = setup();
      const { status, error } = await call('payment_intents', anIntent(), { authorization });
      assert.deepEqual([status, error.type], [401, 'invalid_request_error']);
      assert.equal((await panel('payments/PR-1001')).status, 404);
    });
  }

  it('is refused to the key that belongs into browsers', async () => {
    const { call, account } = setup();
    const { status } = await call('payment_intents', anIntent(), {
      authorization: basic(`${account.publishableKey}:`),
    });
    assert.equal(status, 403);
  });

  const alipay = { client_ip: '203.0.113.9', terminal_type: 'WEB', os_type: 'IOS' };
  const options = (change: object): Record<string, unknown> => ({
    payment_method_options: { alipay: { ...alipay, ...change } },
  });
  const refused: readonly (readonly [code: string, what: string, content: unknown, name?: string])[] = [
    ['body_not_json', 'a body that is not JSON', '{'],
    ['parameter_invalid', 'a list', []],
    ['parameter_missing', 'no amount', anIntent({ amount: undefined }), 'amount'],
    ['parameter_invalid', 'an amount as text', anIntent({ amount: '1314' }), 'amount'],
    ['parameter_invalid', 'a part of a cent', anIntent({ amount: 13.14 }), 'amount'],
    ['parameter_invalid', 'no money at all', anIntent({ amount: 0 }), 'amount'],
    ['parameter_invalid', 'less than nothing', anIntent({ amount: -1 }), 'amount'],
    ['parameter_missing', 'no currency', anIntent({ currency: null }), 'currency'],
    ['parameter_invalid', 'a currency in lower case', anIntent({ currency: 'cny' }), 'currency'],
    ['parameter_invalid', 'a currency that Alipay does not take', anIntent({ currency: 'JPY' }), 'currency'],
    ['parameter_invalid', 'a flag as text', anIntent({ confirm: 'true' }), 'confirm'],
    ['parameter_missing', 'no methods', anIntent({ payment_method_types: undefined }), 'payment_method_types'],
    ['parameter_invalid', 'a method as text', anIntent({ payment_method_types: 'alipay' }), 'payment_method_types'],
    ['parameter_invalid', 'an unknown method', anIntent({ payment_method_types: ['tea'] }), 'payment_method_types'],
    ['parameter_missing', 'nothing to confirm', anIntent({ payment_method_data: undefined }), 'payment_method_data'],
    ['parameter_invalid', 'another method than was offered', anIntent({ payment_method_types: ['alipay_hk'] })],
    ['parameter_missing', 'no options', anIntent({ payment_method_options: undefined }), 'payment_method_options'],
    ['parameter_missing', 'the options of another', anIntent({ payment_method_options: { wechat: alipay } })],
    ['parameter_missing', 'no terminal', anIntent(options({ terminal_type: undefined })), 'terminal_type'],
    ['parameter_invalid', 'the terminal of another gateway', anIntent(options({ terminal_type: 'WAP' }))],
    ['parameter_missing', 'no system', anIntent(options({ os_type: undefined })), 'os_type'],
    ['parameter_invalid', 'an unknown system', anIntent(options({ os_type: 'HARMONY' })), 'os_type'],
    ['parameter_missing', 'no address of the shopper', anIntent(options({ client_ip: undefined })), 'client_ip'],
    ['parameter_invalid', 'no real address', anIntent(options({ client_ip: 'localhost' })), 'client_ip'],
    ['parameter_missing', 'no way back', anIntent({ return_url: undefined }), 'return_url'],
    ['parameter_invalid', 'a relative way back', anIntent({ return_url: '/orders/1' }), 'return_url'],
    ['parameter_invalid', 'a way back that is script', anIntent({ return_url: 'javascript:alert(1)' }), 'return_url'],
    ['parameter_invalid', 'a reference that is a number', anIntent({ merchant_order_id: 1 }), 'merchant_order_id'],
    ['parameter_invalid', 'an overlong reference', anIntent({ merchant_order_id: 'x'.repeat(256) })],
    ['parameter_invalid', 'metadata that is not text', anIntent({ metadata: { order_id: 1 } }), 'metadata'],
    ['parameter_invalid', 'a number of things as text', anIntent({ quantity: '2' }), 'quantity'],
    ['parameter_unknown', 'a name that is misspelt', anIntent({ merchant_orderid: 'PR-1' }), 'merchant_orderid'],
    ['parameter_unknown', 'an option that is misspelt', anIntent(options({ terminalType: 'WEB' })), 'terminalType'],
  ];
  for (const [code, what, content, name = ''] of refused) {
    it(`is refused with ${what}: ${code}`, async () => {
      const { call, received, time } = setup();
      const { status, error } = await call('payment_intents', content);
      assert.deepEqual([status, error.type, error.code], [400, 'invalid_request_error', code]);
      assert.ok(error.message?.includes(name), error.message);
      await time.advance(0);
      assert.equal(received.length, 0);
    });
  }

  it('is refused as a form', async () => {
    const { call } = setup();
    const contentType = 'application/x-www-form-urlencoded';
    assert.equal((await call('payment_intents', anIntent(), { contentType })).status, 400);
  });

  const behaviours = [
    ['declines', 402, 'card_error'],
    ['alipay_not_enabled', 403, 'invalid_request_error'],
    ['rate_limited', 429, 'api_error'],
  ] as const;
  for (const [behaviour, wanted, type] of behaviours) {
    it(`is refused with ${wanted} where the account is ${behaviour}`, async () => {
      const { call, panel } = setup({ account: { behaviour } });
      const { status, error } = await call('payment_intents', anIntent());
      assert.deepEqual([status, error.type], [wanted, type]);
      assert.equal((await panel('payments/PR-1001')).status, 404);
    });
  }

  it('tells an error in whichever place the account has it', async () => {
    const flat = await setup({ account: { errorShape: 'flat' } }).call('payment_intents', {});
    assert.deepEqual(flat.body, {
      type: 'invalid_request_error',
      code: 'parameter_missing',
      message: 'Missing required param: amount.',
    });
    const text = await setup({ account: { errorShape: 'text' } }).call('payment_intents', {});
    assert.deepEqual(text.body, { error: 'Missing required param: amount.' });
  });

  it('knows neither other addresses nor other ways to call them', async () => {
    const { call } = setup();
    assert.equal((await call('charges')).status, 404);
    assert.equal((await call('refunds')).status, 404);
    assert.equal((await call('payment_intents', undefined, { method: 'DELETE' })).status, 404);
  });

  it('is the business of its own account only', async () => {
    const { call, sandbox } = setup();
    const { body } = await call('payment_intents', anIntent());
    sandbox.registerMerchant({ secretKey: 'sk_test_coffeehouse1' });
    const authorization = basic('sk_test_coffeehouse1:');
    for (const path of [`payment_intents/${body.id}`, 'payment_intents/pi_1']) {
      const { status, error } = await call(path, undefined, { authorization });
      assert.deepEqual([status, error.code], [404, 'resource_missing']);
    }
    const { body: list } = await call('payment_intents', undefined, { authorization });
    assert.deepEqual(list['data'], []);
    assert.equal((await call(`payment_intents/${body.id}`)).body.id, body.id);
  });
});

describe('the Idempotency-Key of the WooshPay sandbox', () => {
  it('is answered a second time as the first, for a day and over a restart', async () => {
    const storage = sqliteStorage(':memory:');
    const first = setup({ storage });
    const { body } = await first.call('payment_intents', anIntent(), { key: 'K' });
    assert.deepEqual((await first.call('payment_intents', anIntent(), { key: 'K' })).body, body);
    const second = setup({ storage });
    assert.deepEqual((await second.call('payment_intents', anIntent(), { key: 'K' })).body, body);
    await second.time.advance(86_400_000);
    assert.notEqual((await second.call('payment_intents', anIntent(), { key: 'K' })).body.id, body.id);
  });

  it('stands for one path and one body', async () => {
    const { call } = setup();
    const { body } = await call('payment_intents', anIntent(), { key: 'K' });
    const others = [
      await call('payment_intents', anIntent({ amount: 1 }), { key: 'K' }),
      await call(`payment_intents/${body.id}/cancel`, anIntent(), { key: 'K' }),
    ];
    for (const { status, error } of others) assert.deepEqual([status, error.type], [409, 'idempotency_error']);
  });

  it('is refused while the first is still running', async () => {
    const { call, panel, time } = setup();
    await panel('faults', { gateway: 'slow', delayMs: 30_000 });
    const first = call('payment_intents', anIntent(), { key: 'K' });
    const second = await call('payment_intents', anIntent(), { key: 'K' });
    assert.deepEqual([second.status, second.error.code], [409, 'idempotency_key_in_use']);
    await time.advance(30_000);
    assert.equal((await first).status, 200);
  });

  it('lets what was refused be tried again', async () => {
    const { call } = setup();
    assert.equal((await call('payment_intents', anIntent({ amount: 0 }), { key: 'K' })).status, 400);
    assert.equal((await call('payment_intents', anIntent(), { key: 'K' })).status, 200);
  });

  it('brings back what was lost', async () => {
    const { call, panel, payment } = setup();
    await panel('faults', { gateway: 'lost' });
    assert.equal((await call('payment_intents', anIntent(), { key: 'K' })).status, 504);
    await panel('faults', { gateway: 'up' });
    const { body } = await call('payment_intents', anIntent(), { key: 'K' });
    assert.equal(body.id, (await payment()).gatewayReference);
  });

  it('does nothing where the account is so', async () => {
    const { call } = setup({ account: { honoursIdempotencyKeys: false } });
    const first = await call('payment_intents', anIntent(), { key: 'K' });
    const second = await call('payment_intents', anIntent(), { key: 'K' });
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.notEqual(first.body.id, second.body.id);
  });
});

describe('finding payments at the WooshPay sandbox', () => {
  const search = (text: string, rest = ''): string => `payment_intents/search?query=${encodeURIComponent(text)}${rest}`;
  const idsOf = ({ data }: Body): string[] => (data as Body[]).map(({ id }) => id);

  it('searches by the merchant’s own reference, newest first', async () => {
    const { call, time } = setup();
    const { body: first } = await call('payment_intents', anIntent());
    await time.advance(1);
    const { body: second } = await call('payment_intents', anIntent());
    await call('payment_intents', anIntent({ merchant_order_id: 'PR-2' }));
    const { body } = await call(search("merchant_order_id:'PR-1001'", '&limit=100'));
    assert.deepEqual([body['object'], body['has_more'], idsOf(body)], ['list', false, [second.id, first.id]]);
    const { body: one } = await call(search("merchant_order_id:'PR-1001'", '&limit=1'));
    assert.deepEqual([one['has_more'], idsOf(one)], [true, [second.id]]);
    assert.deepEqual(idsOf((await call(search("merchant_order_id:'PR-3'"))).body), []);
  });

  it('reads a quote that is escaped', async () => {
    const { call } = setup();
    const { body } = await call('payment_intents', anIntent({ merchant_order_id: "O'Hara" }));
    assert.deepEqual(idsOf((await call(search("merchant_order_id:'O\\'Hara'"))).body), [body.id]);
  });

  const unreadable = [
    'payment_intents/search',
    search('merchant_order_id:PR-1001'),
    search("merchant_order_id='PR-1001'"),
    search("amount:'1314'"),
    search("merchant_order_id:'PR-1001'", '&limit=0'),
    search("merchant_order_id:'PR-1001'", '&limit=101'),
    search("merchant_order_id:'PR-1001'", '&page=2'),
    'payment_intents?limit=x',
    'payment_intents?order=asc',
    'payment_intents?created=yesterday',
  ];
  for (const path of unreadable) {
    it(`refuses ${decodeURIComponent(path)}`, async () => {
      const { call } = setup();
      assert.equal((await call(path)).status, 400);
    });
  }

  it('finds a new payment only after a while where its search lags', async () => {
    const { call, time } = setup({ account: { searchLagMs: 5_000 } });
    const { body } = await call('payment_intents', anIntent());
    await time.advance(4_999);
    assert.deepEqual(idsOf((await call(search("merchant_order_id:'PR-1001'"))).body), []);
    await time.advance(1);
    assert.deepEqual(idsOf((await call(search("merchant_order_id:'PR-1001'"))).body), [body.id]);
  });

  it('lists page by page, forwards and backwards, and by time', async () => {
    const { call, time } = setup();
    const ids: string[] = [];
    for (const reference of ['A', 'B', 'C', 'D']) {
      ids.unshift((await call('payment_intents', anIntent({ merchant_order_id: reference }))).body.id);
      await time.advance(1_000);
    }
    const [d = '', c = '', b = '', a = ''] = ids;
    const list = async (query: string): Promise<unknown[]> => {
      const { body } = await call(`payment_intents?${query}`);
      return [idsOf(body), body['has_more'], body['url']];
    };
    const url = '/v1/payment_intents';
    assert.deepEqual(await list(''), [[d, c, b, a], false, url]);
    assert.deepEqual(await list('limit=2'), [[d, c], true, url]);
    assert.deepEqual(await list(`limit=2&starting_after=${c}`), [[b, a], false, url]);
    assert.deepEqual(await list(`limit=2&ending_before=${a}`), [[c, b], true, url]);
    assert.deepEqual(await list(`created[gte]=${START_MS + 1_000}&created[lt]=${START_MS + 3_000}`), [
      [c, b],
      false,
      url,
    ]);
    assert.equal((await call('payment_intents?starting_after=pi_1')).status, 404);
  });
});

describe('cancelling at the WooshPay sandbox', () => {
  const cancellation = { cancellation_reason: 'customer cancelled' };

  const cancellable = {
    requires_action: {},
    requires_confirmation: { confirm: false },
    requires_payment_method: { confirm: false, payment_method_data: undefined },
  };
  for (const [status, change] of Object.entries(cancellable)) {
    it(`closes a payment that ${status}`, async () => {
      const { call } = setup();
      const { body } = await call('payment_intents', anIntent(change));
      assert.equal(body['status'], status);
      const { body: cancelled } = await call(`payment_intents/${body.id}/cancel`, cancellation);
      assert.deepEqual(
        [cancelled['status'], cancelled['cancellation_reason'], cancelled['next_action']],
        ['canceled', 'customer cancelled', null],
      );
    });
  }

  it('needs a reason', async () => {
    const { call, payment } = setup();
    const { body } = await call('payment_intents', anIntent());
    assert.equal((await call(`payment_intents/${body.id}/cancel`, {})).error.code, 'parameter_missing');
    assert.equal((await payment()).status, 'requires_action');
  });

  for (const event of ['approve', 'pend']) {
    it(`is refused after the shopper’s ${event}`, async () => {
      const { call, panel, payment } = setup();
      const { body } = await call('payment_intents', anIntent());
      await panel(`payments/PR-1001/${event}`, {});
      const { status } = await payment();
      const refusal = await call(`payment_intents/${body.id}/cancel`, cancellation);
      assert.deepEqual([refusal.status, refusal.error.code], [400, 'unexpected_state']);
      assert.equal((await payment()).status, status);
    });
  }

  it('is refused for the payment of a hosted page', async () => {
    const { call } = setup();
    const { body } = await call('checkout/sessions', aSession());
    const refusal = await call(`payment_intents/${String(body['payment_intent'])}/cancel`, cancellation);
    assert.deepEqual([refusal.status, refusal.error.code], [400, 'belongs_to_session']);
  });
});

describe('the statuses of the WooshPay sandbox', () => {
  const rows = [
    ['approve', 'succeeded', 'paid', 'payment_intent.succeeded'],
    ['pend', 'processing', 'pending', 'payment_intent.processing'],
    ['decline', 'requires_payment_method', 'declined', 'payment_intent.payment_failed'],
    ['expire', 'canceled', 'expired', 'payment_intent.canceled'],
  ] as const;
  for (const [event, status, stage, type] of rows) {
    it(`are ${status} after ${event}, and the shop is told`, async () => {
      const { call, panel, time, received } = setup();
      const { body } = await call('payment_intents', anIntent());
      const report = (await (await panel(`payments/PR-1001/${event}`, {})).json()) as Record<string, unknown>;
      assert.deepEqual([report['status'], report['stage']], [status, stage]);
      await time.advance(0);
      const last = received.at(-1);
      assert.deepEqual([last?.body.type, last?.genuine], [type, true]);
      assert.deepEqual(last?.body.data.object, (await call(`payment_intents/${body.id}`)).body);
      assert.equal(last?.body.data.object['status'], status);
    });
  }

  it('say what was received only once it was', async () => {
    const fixture = setup();
    const id = await paid(fixture);
    const { body } = await fixture.call(`payment_intents/${id}`);
    assert.deepEqual([body['amount_received'], body['next_action']], [1314, null]);
  });

  it('say why a payment has failed, and let it be confirmed again', async () => {
    const { call, panel } = setup();
    const { body } = await call('payment_intents', anIntent());
    await panel('payments/PR-1001/decline', { code: 'insufficient_funds' });
    const { body: failed } = await call(`payment_intents/${body.id}`);
    assert.equal((failed['last_payment_error'] as { code: string }).code, 'insufficient_funds');
    const { body: again } = await call(`payment_intents/${body.id}/confirm`, {});
    assert.deepEqual([again['status'], again['last_payment_error']], ['requires_action', null]);
  });

  it('know a `failed` where the account is so', async () => {
    const { call, panel, payment } = setup({ account: { failedStatus: 'failed' } });
    await call('payment_intents', anIntent());
    await panel('payments/PR-1001/decline', {});
    assert.equal((await payment()).status, 'failed');
  });

  for (const end of ['decline', 'expire']) {
    it(`can turn to succeeded after ${end}, once`, async () => {
      const { call, panel, payment } = setup();
      await call('payment_intents', anIntent());
      await panel(`payments/PR-1001/${end}`, {});
      assert.deepEqual((await payment()).possibleEvents, ['approve']);
      assert.equal((await panel('payments/PR-1001/approve', {})).status, 200);
      assert.equal((await payment()).status, 'succeeded');
      for (const event of ['approve', 'pend', 'decline', 'cancel', 'expire']) {
        assert.equal((await panel(`payments/PR-1001/${event}`, {})).status, 409);
      }
    });
  }

  it('know no cancelling by the shopper, who can only leave', async () => {
    const { call, panel } = setup();
    await call('payment_intents', anIntent());
    assert.equal((await panel('payments/PR-1001/cancel', {})).status, 409);
  });
});

describe('a hosted page of the WooshPay sandbox', () => {
  it('is answered with every field of the manual', async () => {
    const { call, account } = setup();
    const { status, body } = await call('checkout/sessions', aSession());
    assert.equal(status, 200);
    assert.match(body.id, /^cs_\d{19}$/);
    assert.match(String(body['payment_intent']), /^pi_\d{19}$/);
    assert.deepEqual(
      [body['object'], body['status'], body['payment_status'], body['amount_subtotal'], body['amount_total']],
      ['checkout.session', 'open', 'unpaid', 1300, 1300],
    );
    assert.deepEqual([body['created'], body['expires_at']], [START_MS, START_MS + 86_400_000]);
    assert.deepEqual([body['customer'], body['payment_link'], body['currency']], ['', '', 'CNY']);
    assert.deepEqual([body['client_reference_id'], body['metadata']], ['PR-1001', { order_id: 'O-1001' }]);
    assert.equal(body['url'], `${ORIGIN}/pay/${body.id}?key=${account.publishableKey}`);
    assert.equal((body['line_items'] as Body)['object'], 'list');
    assert.deepEqual((await call(`checkout/sessions/${body.id}`)).body, body);
    const { body: intent } = await call(`payment_intents/${String(body['payment_intent'])}`);
    assert.deepEqual(
      [intent['status'], intent['amount'], intent['merchant_order_id'], intent['metadata']],
      ['requires_payment_method', 1300, null, { order_id: 'O-1001' }],
    );
  });

  const refused: readonly (readonly [what: string, content: object])[] = [
    ['no mode', aSession({ mode: undefined })],
    ['a subscription', aSession({ mode: 'subscription' })],
    ['no way back', aSession({ success_url: undefined })],
    ['a relative way out', aSession({ cancel_url: '/basket' })],
    ['no method', aSession({ payment_method_types: [] })],
    ['nothing to sell', aSession({ line_items: [] })],
    ['two currencies', aSession({ line_items: [aLineItem(), aLineItem({ price_data: aPrice({ currency: 'USD' }) })] })],
    ['an unknown currency', aSession({ line_items: [aLineItem({ price_data: aPrice({ currency: 'KRW' }) })] })],
    ['a part of a cent', aSession({ line_items: [aLineItem({ price_data: aPrice({ unit_amount: 0.5 }) })] })],
    ['a thing without a name', aSession({ line_items: [aLineItem({ price_data: aPrice({ product_data: {} }) })] })],
    ['a recurring thing', aSession({ line_items: [aLineItem({ price_data: aPrice({ recurring: {} }) })] })],
    ['none of a thing', aSession({ line_items: [aLineItem({ quantity: 0 })] })],
    ['an end in the past', aSession({ expires_at: START_MS })],
    ['no real mail address', aSession({ customer_email: 'tea' })],
    ['a terminal, which the page finds out itself', aSession({ payment_method_options: {} })],
  ];
  for (const [what, content] of refused) {
    it(`is refused with ${what}`, async () => {
      const { call } = setup();
      const { status, error } = await call('checkout/sessions', content);
      assert.deepEqual([status, error.type], [400, 'invalid_request_error']);
    });
  }

  it('finds out what it is opened on, and sends the shopper back after paying', async () => {
    for (const [userAgent, area] of [
      [PHONE, 'wallet'],
      ['Mozilla/5.0 (X11; Linux x86_64)', 'cashier'],
    ] as const) {
      const { call, visit, payment } = setup();
      const { body } = await call('checkout/sessions', aSession());
      const location = (await visit(String(body['url']), undefined, userAgent)).headers.get('location') ?? '';
      assert.match(location, new RegExp(`/${area}/`));
      assert.equal((await payment()).status, 'requires_action');
      const back = (await visit(location, 'approve')).headers.get('location');
      assert.equal(back, 'https://shop.example/ok');
      const { body: session } = await call(`checkout/sessions/${body.id}`);
      assert.deepEqual([session['status'], session['payment_status']], ['complete', 'paid']);
    }
  });

  it('sends a shopper who leaves to the basket, and stays open', async () => {
    const { call, visit } = setup();
    const { body } = await call('checkout/sessions', aSession());
    const location = (await visit(String(body['url']), undefined, PHONE)).headers.get('location') ?? '';
    assert.equal((await visit(location, 'leave')).headers.get('location'), 'https://shop.example/basket');
    assert.equal((await call(`checkout/sessions/${body.id}`)).body['status'], 'open');
  });

  it('can be paid after a first try was declined', async () => {
    const { call, panel, visit, payment } = setup();
    const { body } = await call('checkout/sessions', aSession());
    await visit(String(body['url']));
    await panel('payments/PR-1001/decline', {});
    assert.equal((await payment()).stage, 'declined');
    await visit(String(body['url']));
    assert.equal((await payment()).stage, 'open');
  });

  it('opens for nobody without its key', async () => {
    const { call, visit } = setup();
    const { body } = await call('checkout/sessions', aSession());
    assert.equal((await visit(`${ORIGIN}/pay/${body.id}?key=pk_test_x`)).status, 404);
    assert.equal((await visit(`${ORIGIN}/pay/cs_1`)).status, 404);
  });

  it('is complete and unpaid while the money is not confirmed', async () => {
    const { call, panel } = setup();
    const { body } = await call('checkout/sessions', aSession());
    await panel('payments/PR-1001/pend', {});
    const { body: session } = await call(`checkout/sessions/${body.id}`);
    assert.deepEqual([session['status'], session['payment_status']], ['complete', 'unpaid']);
    await panel('payments/PR-1001/approve', {});
    assert.equal((await call(`checkout/sessions/${body.id}`)).body['payment_status'], 'paid');
  });

  const ends = {
    'when the merchant says so': ({ call }: Fixture, id: string) => call(`checkout/sessions/${id}/expire`, {}),
    'without a body too': ({ call }: Fixture, id: string) =>
      call(`checkout/sessions/${id}/expire`, undefined, { method: 'POST' }),
    'a day later': ({ time }: Fixture) => time.advance(86_400_000),
  };
  for (const [when, expire] of Object.entries(ends)) {
    it(`expires ${when}, with its payment, and the shop is told of both`, async () => {
      const fixture = setup();
      const { call, received, time } = fixture;
      const { body } = await call('checkout/sessions', aSession());
      await expire(fixture, body.id);
      await time.advance(0);
      assert.equal((await call(`checkout/sessions/${body.id}`)).body['status'], 'expired');
      assert.equal((await call(`payment_intents/${String(body['payment_intent'])}`)).body['status'], 'canceled');
      assert.deepEqual(
        received.map((one) => one.body.type),
        ['payment_intent.created', 'checkout.session.expired', 'payment_intent.canceled'],
      );
      assert.equal(received[1]?.body.data.object.id, body.id);
    });
  }

  it('cannot be expired once it is done with', async () => {
    const { call, panel } = setup();
    const { body } = await call('checkout/sessions', aSession());
    await panel('payments/PR-1001/approve', {});
    assert.equal((await call(`checkout/sessions/${body.id}/expire`, {})).status, 400);
    assert.equal((await call('checkout/sessions/cs_1/expire', {})).status, 404);
  });

  it('can be cancelled by the shopper', async () => {
    const { call, panel } = setup();
    const { body } = await call('checkout/sessions', aSession());
    await panel('payments/PR-1001/cancel', {});
    assert.equal((await call(`checkout/sessions/${body.id}`)).body['status'], 'canceled');
  });

  it('is in the list of pages, and its payment in that of payments', async () => {
    const { call } = setup();
    await call('payment_intents', anIntent());
    const { body } = await call('checkout/sessions', aSession({ client_reference_id: 'PR-2' }));
    const { body: list } = await call('checkout/sessions?limit=1');
    assert.deepEqual([list['has_more'], list['url']], [false, '/v1/checkout/sessions']);
    assert.deepEqual(list['data'], [body]);
    assert.equal(((await call('payment_intents')).body['data'] as Body[]).length, 2);
  });
});

describe('refunds at the WooshPay sandbox', () => {
  it('return the whole where no amount is said', async () => {
    const fixture = setup();
    const id = await paid(fixture);
    const metadata = { refund_id: 'RF-1' };
    const { status, body } = await fixture.call('refunds', { payment_intent: id, metadata });
    assert.equal(status, 200);
    assert.match(body.id, /^re_\d{19}$/);
    const { id: _, ...rest } = body;
    assert.deepEqual(rest, {
      object: 'refund',
      amount: 1314,
      created: START_MS,
      currency: 'CNY',
      payment_intent: id,
      reason: null,
      status: 'succeeded',
      metadata,
      failure_reason: null,
    });
    assert.deepEqual((await fixture.call(`refunds/${body.id}`)).body, body);
    assert.deepEqual((await fixture.payment()).refunds, [
      { reference: 'RF-1', gatewayReference: body.id, status: 'succeeded', value: 1314, isSettled: true },
    ]);
  });

  for (const amount of [300, '300']) {
    it(`return a part, said as a ${typeof amount}`, async () => {
      const fixture = setup();
      const id = await paid(fixture);
      const { body } = await fixture.call('refunds', { payment_intent: id, amount, reason: 'duplicate' });
      assert.deepEqual([body['amount'], body['reason']], [300, 'duplicate']);
    });
  }

  it('are made once: a second part is refused', async () => {
    const fixture = setup();
    const id = await paid(fixture);
    await fixture.call('refunds', { payment_intent: id, amount: 1 });
    const { status, error } = await fixture.call('refunds', { payment_intent: id, amount: 1 });
    assert.deepEqual([status, error.code], [400, 'already_refunded']);
  });

  it('are refused beyond what was paid', async () => {
    const fixture = setup();
    const id = await paid(fixture);
    const { status, error } = await fixture.call('refunds', { payment_intent: id, amount: 1315 });
    assert.deepEqual([status, error.code], [400, 'amount_too_large']);
  });

  it('are refused before anything was paid, and for what does not exist', async () => {
    const { call } = setup();
    const { body } = await call('payment_intents', anIntent());
    assert.equal((await call('refunds', { payment_intent: body.id })).error.code, 'unexpected_state');
    assert.equal((await call('refunds', { payment_intent: 'pi_1' })).status, 404);
    assert.equal((await call('refunds/re_1')).status, 404);
  });

  const malformed: readonly (readonly [what: string, change: object])[] = [
    ['no payment', { payment_intent: undefined }],
    ['no money', { amount: 0 }],
    ['no money, as text', { amount: '0' }],
    ['a decimal amount', { amount: '3.00' }],
    ['an unknown reason', { reason: 'changed_my_mind' }],
    ['metadata that is not text', { metadata: { refund_id: 1 } }],
    ['a charge', { charge: 'ch_1' }],
  ];
  for (const [what, change] of malformed) {
    it(`are refused with ${what}`, async () => {
      const fixture = setup();
      const id = await paid(fixture);
      assert.equal((await fixture.call('refunds', { payment_intent: id, ...change })).status, 400);
      assert.deepEqual((await fixture.payment()).refunds, []);
    });
  }

  it('are refused with 402 until they are enabled', async () => {
    const fixture = setup({ account: { behaviour: 'refunds_not_enabled' } });
    const id = await paid(fixture);
    assert.equal((await fixture.call('refunds', { payment_intent: id })).status, 402);
  });

  for (const [action, status, reason] of [
    ['succeed', 'succeeded', null],
    ['fail', 'failed', 'unknown'],
  ] as const) {
    it(`stay pending until the panel lets them ${action}, and the shop is told`, async () => {
      const fixture = setup();
      const { call, panel, received, time } = fixture;
      const id = await paid(fixture);
      await panel('faults', { refunds: 'manual' });
      const { body } = await call('refunds', { payment_intent: id, metadata: { refund_id: 'RF-1' } });
      assert.equal(body['status'], 'pending');
      await time.advance(0);
      assert.ok(received.every((one) => one.body.type !== 'charge.refund.updated'));
      assert.equal((await panel(`refunds/RF-1/${action}`, {})).status, 200);
      await time.advance(0);
      const { body: now } = await call(`refunds/${body.id}`);
      assert.deepEqual([now['status'], now['failure_reason']], [status, reason]);
      assert.equal(received.at(-1)?.body.type, 'charge.refund.updated');
      assert.deepEqual(received.at(-1)?.body.data.object, now);
      assert.equal((await panel(`refunds/RF-1/${action}`, {})).status, 409);
      const second = await call('refunds', { payment_intent: id });
      assert.equal(second.status, action === 'fail' ? 200 : 400);
    });
  }
});

describe('the webhooks of the WooshPay sandbox', () => {
  it('are signed as in the example that was worked out from the manual', () => {
    const body = '{"id":"evt_1","type":"payment_intent.succeeded"}';
    assert.equal(
      signatureHeader('whsec_demo', '1686214401000', body),
      't=1686214401000,v1=814e91d0b9f1c1bc06fddc69fe0a737d5aa698770cbe03da1ebfbbea2826c768',
    );
  });

  it('are registered with a secret that is shown once', async () => {
    const { call } = setup();
    const wanted = {
      url: 'https://shop.example/hook',
      enabled_events: ['payment_intent.succeeded'],
      description: 'Orders',
      api_version: '1.0.1',
    };
    const { status, body } = await call('webhook_endpoints', wanted);
    assert.equal(status, 200);
    assert.match(body.id, /^we_\d{19}$/);
    assert.match(String(body['secret']), /^whsec_\w{32}$/);
    const { id: _, secret: __, ...rest } = body;
    const fixed = { object: 'webhook_endpoint', created: START_MS, livemode: false, status: 'enabled' };
    assert.deepEqual(rest, { ...wanted, ...fixed });
  });

  const malformed: readonly (readonly [what: string, content: object])[] = [
    ['no address', { enabled_events: ['payment_intent.succeeded'] }],
    ['an address without TLS', { url: 'http://shop.example/', enabled_events: ['payment_intent.succeeded'] }],
    ['no events', { url: 'https://shop.example/', enabled_events: [] }],
    ['an event that does not exist', { url: 'https://shop.example/', enabled_events: ['payment_intent.paid'] }],
    ['another version', { url: 'https://shop.example/', enabled_events: ['payment_intent.created'], api_version: '2' }],
  ];
  for (const [what, content] of malformed) {
    it(`are not registered with ${what}`, async () => {
      const { call } = setup();
      assert.equal((await call('webhook_endpoints', content)).status, 400);
    });
  }

  it('go to every endpoint that wants the event, each signed with its own secret', async () => {
    const fixture = setup();
    const { call, received, secrets, time } = fixture;
    for (const url of ['https://one.example/', 'https://two.example/']) {
      const { body } = await call('webhook_endpoints', { url, enabled_events: ['payment_intent.succeeded'] });
      secrets.set(url, String(body['secret']));
    }
    await paid(fixture);
    await time.advance(0);
    assert.ok(received.every(({ genuine }) => genuine));
    assert.deepEqual(
      received.filter(({ body }) => body.type === 'payment_intent.succeeded').map(({ url }) => url),
      [WEBHOOK_URL, 'https://one.example/', 'https://two.example/'],
    );
    assert.equal(new Set(received.slice(-3).map(({ body }) => body.id)).size, 1);
    assert.deepEqual(
      received.filter(({ url }) => url === WEBHOOK_URL).map(({ body }) => body.type),
      ['payment_intent.created', 'payment_intent.requires_action', 'payment_intent.succeeded'],
    );
  });

  it('come twice where the same address is registered twice', async () => {
    const fixture = setup();
    for (let count = 0; count < 2; count += 1) {
      await fixture.call('webhook_endpoints', {
        url: 'https://one.example/',
        enabled_events: ['payment_intent.succeeded'],
      });
    }
    await paid(fixture);
    await fixture.time.advance(0);
    assert.equal(fixture.received.filter(({ url }) => url === 'https://one.example/').length, 2);
  });

  it('carry id, type, time in milliseconds and mode', async () => {
    const fixture = setup();
    await paid(fixture);
    await fixture.time.advance(0);
    const { body, signature } = fixture.received.at(-1) ?? assert.fail();
    assert.match(body.id, /^evt_\d{19}$/);
    assert.deepEqual([body.created, body.livemode], [START_MS, false]);
    assert.match(signature, new RegExp(`^t=${START_MS},v1=[0-9a-f]{64}$`));
  });

  it('sign seconds where the account is so', async () => {
    const fixture = setup({ account: { signatureTime: 's' } });
    await paid(fixture);
    await fixture.time.advance(0);
    const { signature, genuine } = fixture.received.at(-1) ?? assert.fail();
    assert.ok(signature.startsWith(`t=${Math.floor(START_MS / 1000)},`));
    assert.equal(genuine, true);
  });

  it('are sent 18 times within 72 hours, with growing gaps, the same time and the same signature', async () => {
    const fixture = setup();
    await fixture.call('payment_intents', anIntent());
    await fixture.time.advance(0);
    fixture.acknowledge = () => new Response(null, { status: 500 });
    fixture.received.length = 0;
    await fixture.panel('payments/PR-1001/approve', {});
    await fixture.time.advance(30 * 86_400_000);
    const times = fixture.received.map(({ atMs }) => atMs - START_MS);
    assert.equal(times.length, 18);
    assert.equal(times.at(-1), 72 * 3_600_000);
    const gaps = times.slice(1).map((atMs, index) => atMs - (times[index] ?? 0));
    assert.ok(gaps.every((gap, index) => gap > (gaps[index - 1] ?? 0)));
    assert.equal(new Set(fixture.received.map(({ signature, text }) => signature + text)).size, 1);
  });

  for (const status of [200, 201, 204, 299]) {
    it(`take ${status} for an answer`, async () => {
      const fixture = setup();
      fixture.acknowledge = () => new Response(null, { status });
      await paid(fixture);
      await fixture.time.advance(7 * 86_400_000);
      assert.equal(fixture.received.length, 3);
    });
  }

  for (const status of [302, 400, 500]) {
    it(`do not take ${status} for an answer`, async () => {
      const fixture = setup();
      fixture.acknowledge = () => new Response(null, { status });
      await fixture.call('payment_intents', anIntent());
      await fixture.time.advance(60_000);
      assert.equal(fixture.received.length, 4);
    });
  }
});

describe('loose types at the WooshPay sandbox', () => {
  it('write objects as text, numbers as text, and nothing as "" or null', async () => {
    const fixture = setup({ account: { looseTypes: true } });
    const { body } = await fixture.call('payment_intents', anIntent());
    assert.equal(body['payment_method_types'], '["alipay"]');
    assert.match(String(body['next_action']), /^\{"type":"redirect_to_url","alipay_handle_redirect":\{"url":/);
    assert.match(String(body['payment_method_options']), /^\{"alipay":\{/);
    assert.deepEqual([body['amount'], body['cancel_at'], body['amount_received']], ['1314', '', null]);
    await fixture.panel('payments/PR-1001/approve', {});
    await fixture.time.advance(0);
    const succeeded = fixture.received.at(-1)?.body.data.object;
    assert.deepEqual(
      [succeeded?.['status'], succeeded?.['amount_received'], succeeded?.['next_action']],
      ['succeeded', null, ''],
    );
    const refund = await fixture.call('refunds', { payment_intent: body.id });
    assert.deepEqual([refund.body['amount'], refund.body['failure_reason']], ['1314', '']);
    const session = await fixture.call('checkout/sessions', aSession());
    assert.deepEqual([session.body['amount_total'], session.body['payment_method_types']], ['1300', '["alipay"]']);
  });
});

describe('the shopper’s pages of the WooshPay sandbox', () => {
  it('lead a desktop to the cashier, and back after paying', async () => {
    const { call, visit, payment } = setup();
    const { body } = await call('payment_intents', anIntent());
    const cashier = (await visit(urlOf(body))).headers.get('location') ?? '';
    assert.equal(cashier, (await payment()).cashierUrl);
    const text = await (await visit(cashier)).text();
    assert.match(text, /Tea House/);
    assert.match(text, /¥13\.14/);
    for (const button of ['Confirm payment', 'Decline', 'Leave without paying']) assert.ok(text.includes(button));
    assert.equal((await visit(cashier, 'approve')).headers.get('location'), RETURN_URL);
    assert.equal((await payment()).status, 'succeeded');
  });

  it('show a phone the payment, escaped, and send it back after declining', async () => {
    const { call, visit, payment } = setup();
    const { body } = await call('payment_intents', anIntent({ payment_method_options: onPhone }));
    const wallet = (await visit(urlOf(body))).headers.get('location') ?? '';
    assert.match(await (await visit(wallet)).text(), /龙井 🍵 &#60;b&#62;Green tea/);
    assert.equal((await visit(wallet, 'decline')).headers.get('location'), RETURN_URL);
    assert.equal((await payment()).stage, 'declined');
  });

  it('know no code that was not given out, nor a scheme of another kind', async () => {
    const { visit } = setup();
    const path = '/api/open/v1/ac/cashier/self/codevalue/checkout.htm';
    const unknown = [`${path}?codeValue=2816660400x`, path, '/p/s/i/?scheme=weixin://x?qrcode=2816660400x', '/p/s/i/'];
    for (const address of unknown) {
      const location = (await visit(address)).headers.get('location') ?? '';
      assert.equal((await visit(location)).status, 404, address);
    }
  });
});

describe('the panel of the WooshPay sandbox', () => {
  it('takes a merchant in, and gives the keys and the secret that the dashboard shows', async () => {
    const { panel } = setup();
    const answer = await panel('merchants', { name: 'Coffee', webhookUrl: 'http://localhost:4010/hook' });
    const { secretKey, publishableKey, webhookSecret } = (await answer.json()) as Record<string, string>;
    assert.match(secretKey ?? '', /^sk_test_\w{32}$/);
    assert.match(publishableKey ?? '', /^pk_test_\w{32}$/);
    assert.match(webhookSecret ?? '', /^c2tf[\w+/]+=*$/);
    const again = await panel('merchants', { secretKey, webhookUrl: 'http://localhost:4011/hook' });
    const known = (await again.json()) as Record<string, string>;
    assert.deepEqual([known['webhookSecret'], known['name']], [webhookSecret, 'Coffee']);
  });

  const unusable = [
    { secretKey: 'sk_live_teahouse0001' },
    { secretKey: 'tea' },
    { webhookUrl: 'http://shop.example/' },
    { behaviour: 'moody' },
    { looseTypes: 'yes' },
    { searchLagMs: -1 },
  ];
  for (const form of unusable) {
    it(`takes nobody in with ${JSON.stringify(form)}`, async () => {
      const { panel } = setup();
      assert.equal((await panel('merchants', form)).status, 400);
    });
  }

  it('plays the live host for live keys alone', async () => {
    const { call } = setup({ mode: 'live', account: { secretKey: 'sk_live_teahouse0001' } });
    assert.equal((await call('payment_intents', anIntent())).body['livemode'], true);
    assert.throws(() => setup({ mode: 'live' }), TypeError);
  });

  it('counts what has really been asked about a payment', async () => {
    const { call, payment } = setup();
    const { body } = await call('payment_intents', anIntent(), { key: 'K' });
    await call('payment_intents', anIntent(), { key: 'K' });
    await call(`payment_intents/${body.id}`);
    await call(`payment_intents/search?query=${encodeURIComponent("merchant_order_id:'PR-1001'")}`);
    await call(`payment_intents/${body.id}/cancel`, {});
    await call('payment_intents', anIntent({ merchant_order_id: 'PR-2' }));
    const { calls, messages } = await payment();
    const made = Object.fromEntries(Object.entries(calls).filter(([, count]) => count > 0));
    assert.deepEqual(made, {
      createPaymentIntent: 2,
      retrievePaymentIntent: 1,
      searchPaymentIntents: 1,
      cancelPaymentIntent: 1,
    });
    assert.equal(messages.at(-1)?.answer, '400 parameter_missing');
  });

  it('reports a payment as every simulated gateway does', async () => {
    const { call, payment } = setup();
    const { body } = await call('payment_intents', anIntent());
    const { reference, gatewayReference, orderId, status, amount, terminal, wallet, possibleEvents } = await payment();
    assert.deepEqual(
      { reference, gatewayReference, orderId, status, amount, terminal, wallet, possibleEvents },
      {
        reference: 'PR-1001',
        gatewayReference: body.id,
        orderId: 'O-1001',
        status: 'requires_action',
        amount: { currency: 'CNY', value: 1314 },
        terminal: 'WEB',
        wallet: 'alipay',
        possibleEvents: ['approve', 'pend', 'decline', 'expire'],
      },
    );
  });

  it('sends the last event again on demand, byte for byte', async () => {
    const fixture = setup();
    await paid(fixture);
    await fixture.panel('payments/PR-1001/notify', {});
    await fixture.time.advance(0);
    const [first, second] = fixture.received.slice(-2);
    assert.equal(first?.text, second?.text);
    assert.equal(first?.signature, second?.signature);
  });

  it('shows every payment and every refused call as a page', async () => {
    const { call, panel } = setup();
    await call('payment_intents', anIntent());
    await call('payment_intents', anIntent({ amount: 0 }));
    const text = await (await panel('')).text();
    assert.match(text, /A simulated WooshPay gateway/);
    assert.match(text, /data-payment="PR-1001" data-status="requires_action"/);
    assert.match(text, /400 parameter_invalid/);
  });
});

describe('the WooshPay sandbox after a restart', () => {
  it('still knows accounts, endpoints and payments, and still closes pages in time', async () => {
    const storage = sqliteStorage(':memory:');
    const before = setup({ storage });
    const { body } = await before.call('checkout/sessions', aSession());
    const after = setup({ storage });
    assert.equal(after.account.webhookSecret, before.account.webhookSecret);
    assert.equal(after.account.publishableKey, before.account.publishableKey);
    await after.time.advance(86_400_000);
    assert.equal((await after.call(`checkout/sessions/${body.id}`)).body['status'], 'expired');
    assert.equal(after.received.length, 2);
  });
});
