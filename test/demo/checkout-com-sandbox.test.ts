import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { webhookSignature } from '../../demo/gateways/checkout-com/webhooks.ts';
import { sqliteStorage } from '../../demo/gateways/support/storage.ts';
import {
  aPreviousRequest,
  aRequest,
  CURRENT_KEY,
  type Fixture,
  ORIGIN,
  PREVIOUS_KEY,
  setup,
} from './support/checkout-com.ts';

const previous = { account: { secretKey: PREVIOUS_KEY } };

/** A payment that has been paid for. Answers its id. */
async function paid({ call, panel }: Fixture, amount = 1314): Promise<string> {
  const { body } = await call('payments', aRequest({ amount }));
  await panel('payments/PR-1001/approve', {});
  return body.id;
}

describe('a request for a payment at the Checkout.com sandbox', () => {
  it('is answered on the current platform with a page to go to', async () => {
    const { call } = await setup();
    const { status, body, headers } = await call('payments', aRequest());
    assert.equal(status, 202);
    assert.match(body.id, /^pay_\w{26}$/);
    assert.deepEqual([body['status'], body['reference']], ['Pending', 'PR-1001']);
    assert.match((body['customer'] as { id: string }).id, /^cus_\w{26}$/);
    assert.equal(body._links['self']?.href, `${ORIGIN}/payments/${body.id}`);
    assert.match(body._links['redirect']?.href ?? '', /^https:\/\/gateway\.example\/cashier\/\w+$/);
    assert.match(headers.get('cko-request-id') ?? '', /^\w+$/);
  });

  it('sends a phone to the page for phones', async () => {
    const { call } = await setup();
    const { body } = await call('payments', aRequest({ processing: { terminal_type: 'WAP', os_type: 'IOS' } }));
    assert.match(body._links['redirect']?.href ?? '', /\/wallet\/\w+$/);
  });

  it('is answered on the previous platform, with a bare key and without channel or terminal', async () => {
    const { call } = await setup(previous);
    const { status, body } = await call('payments', aPreviousRequest());
    assert.equal(status, 202);
    // As the documented answer has it: an address that is none of the API's.
    const self = body._links['self']?.href ?? '';
    assert.equal((await call(new URL(self).pathname.slice(1))).status, 404);
  });

  it('is refused at once where the account is to be declined: no error, but an answer', async () => {
    const { call } = await setup({ account: { behaviour: 'declines' } });
    const { status, body } = await call('payments', aRequest());
    assert.equal(status, 201);
    assert.deepEqual(
      [body['approved'], body['status'], body['response_code'], body['response_summary']],
      [false, 'Declined', '20005', 'Declined - Do Not Honour'],
    );
    assert.equal('redirect' in body._links, false);
  });

  const strangers = {
    'no key': '',
    'a bare key that belongs behind Bearer': CURRENT_KEY,
    'another key': 'Bearer sk_sbox_aaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'another scheme': `Basic ${CURRENT_KEY}`,
    'the key with something behind it': `Bearer ${CURRENT_KEY} `.concat('x'),
  };
  for (const [what, authorization] of Object.entries(strangers)) {
    it(`refuses ${what}, without a word`, async () => {
      const { call, panel } = await setup();
      const { status, text } = await call('payments', aRequest(), { authorization });
      assert.deepEqual([status, text], [401, '']);
      assert.equal((await panel('payments/PR-1001')).status, 404);
    });
  }

  it('refuses a key of the previous platform behind Bearer', async () => {
    const { call } = await setup(previous);
    const { status } = await call('payments', aPreviousRequest(), { authorization: `Bearer ${PREVIOUS_KEY}` });
    assert.equal(status, 401);
  });

  const long = (length: number): string => 'x'.repeat(length);
  const refused = [
    [['payment_source_required'], 'no source', { source: undefined }],
    [['source_type_required'], 'a source without a type', { source: {} }],
    [['source_invalid', 'source_type_required'], 'a source that is a list', { source: [] }],
    [['payment_method_not_supported'], 'a wallet of the other platform', { source: { type: 'alipay' } }],
    [['payment_method_not_supported'], 'an unknown wallet', { source: { type: 'toString' } }],
    [['amount_required'], 'no amount', { amount: undefined }],
    [['amount_invalid'], 'an amount of nothing', { amount: 0 }],
    [['amount_invalid'], 'a negative amount', { amount: -1 }],
    [['amount_invalid'], 'a fraction', { amount: 13.14 }],
    [['amount_invalid'], 'an amount that is text', { amount: '1314' }],
    [['amount_invalid'], 'ten digits', { amount: 1_000_000_000 }],
    [['amount_invalid'], 'a thousandth of a dinar', { amount: 1001, currency: 'KWD' }],
    [['currency_required'], 'no currency', { currency: null }],
    [['currency_invalid'], 'a currency in lower case', { currency: 'cny' }],
    [['apm_currency_not_supported'], 'a currency that the wallet does not take', { currency: 'USD' }],
    [['apm_currency_not_supported'], 'yuan of Hong Kong', { source: { type: 'alipay_hk' } }],
    [['reference_invalid'], 'no reference', { reference: undefined }],
    [['reference_invalid'], 'a reference that is too long', { reference: long(81) }],
    [['processing_channel_id_required'], 'no channel', { processing_channel_id: undefined }],
    [['processing_channel_id_invalid'], 'a channel that is none', { processing_channel_id: 'pc_1' }],
    [
      ['processing_channel_id_invalid'],
      'the channel of another account',
      { processing_channel_id: `pc_${'a'.repeat(26)}` },
    ],
    [['terminal_type_required'], 'no terminal', { processing: undefined }],
    [['terminal_type_invalid'], 'a terminal in lower case', { processing: { terminal_type: 'web' } }],
    [['os_type_required'], 'a phone without its system', { processing: { terminal_type: 'WAP' } }],
    [['os_type_invalid'], 'an unknown system', { processing: { terminal_type: 'APP', os_type: 'HARMONY' } }],
    [['success_url_invalid'], 'a relative return address', { success_url: '/ok' }],
    [['failure_url_invalid'], 'a return address that is script', { failure_url: 'javascript:alert(1)' }],
    [['success_url_invalid'], 'a return address that is too long', { success_url: `https://a.example/${long(1024)}` }],
    [['description_invalid'], 'a description that is too long', { description: long(101) }],
    [['capture_invalid'], 'a capture to be made later', { capture: false }],
    [['payment_type_invalid'], 'a recurring payment', { payment_type: 'Recurring' }],
    [['customer_email_invalid'], 'an address that is no e-mail', { customer: { email: 'tea' } }],
    [['address_country_invalid'], 'a country by its name', { shipping: { address: { country: 'Germany' } } }],
    [['item_name_required'], 'an item without its name', { items: [{ quantity: 1, unit_price: 1 }] }],
    [['metadata_invalid'], 'metadata in depth', { metadata: { order: { id: 1 } } }],
    [
      ['metadata_invalid'],
      'too much metadata',
      { metadata: Object.fromEntries(Array.from(long(21), (_, i) => [i, 1])) },
    ],
    [['metadata_invalid'], 'long metadata', { metadata: { order: long(256) } }],
    [['amount_invalid', 'currency_required'], 'two mistakes, both named', { amount: 0, currency: undefined }],
  ] as const;
  for (const [codes, what, change] of refused) {
    it(`refuses ${what}: ${codes.join()}`, async () => {
      const { call, panel, received } = await setup();
      const { status, body } = await call('payments', aRequest(change));
      assert.equal(status, 422);
      assert.equal(body['error_type'], 'request_invalid');
      assert.match(String(body['request_id']), /^[0-9A-F]+$/);
      assert.deepEqual(body['error_codes'], codes);
      assert.deepEqual(await (await panel('payments')).json(), { payments: [] });
      assert.equal(received.length, 0);
    });
  }

  it('refuses what is not JSON, and what does not say that it is', async () => {
    const { call } = await setup();
    for (const body of ['{', '[]', 'null', '"text"', ''])
      assert.equal((await call('payments', body)).status, 422, body);
    const form = await call('payments', 'amount=1', { contentType: 'application/x-www-form-urlencoded' });
    assert.equal(form.status, 415);
  });

  it('takes the documented example of the previous platform, and its dollars only', async () => {
    const { call } = await setup(previous);
    assert.equal((await call('payments', aPreviousRequest())).status, 202);
    const { body } = await call('payments', aPreviousRequest({ currency: 'CNY' }));
    assert.deepEqual(body['error_codes'], ['apm_currency_not_supported']);
  });

  it('says so where Alipay has not been switched on', async () => {
    const { call } = await setup({ account: { behaviour: 'not_onboarded' } });
    assert.deepEqual((await call('payments', aRequest())).body['error_codes'], ['payee_not_onboarded']);
  });
});

describe('the idempotency of the Checkout.com sandbox', () => {
  it('answers the same key with the same answer for 24 hours, whatever it is asked then', async () => {
    const { call, panel, time } = await setup();
    const first = await call('payments', aRequest(), { key: 'create:1' });
    await panel('payments/PR-1001/approve', {});
    await time.advance(86_400_000 - 1);
    const second = await call('payments', aRequest({ amount: 1 }), { key: 'create:1' });
    assert.deepEqual([second.status, second.text], [202, first.text]);
    await time.advance(1);
    assert.notEqual((await call('payments', aRequest(), { key: 'create:1' })).body.id, first.body.id);
  });

  it('makes another payment under another key, and under none', async () => {
    const { call } = await setup();
    const answers = [
      await call('payments', aRequest(), { key: 'create:1' }),
      await call('payments', aRequest(), { key: 'create:2' }),
      await call('payments', aRequest()),
      await call('payments', aRequest()),
    ];
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 4);
  });

  it('tries again what it has refused', async () => {
    const { call } = await setup();
    assert.equal((await call('payments', aRequest({ amount: 0 }), { key: 'create:1' })).status, 422);
    assert.equal((await call('payments', aRequest(), { key: 'create:1' })).status, 202);
  });

  it('refuses a second call with the key of one that is still under way', async () => {
    const { call, panel, time } = await setup();
    await panel('faults', { gateway: 'slow', delayMs: 30_000 });
    const first = call('payments', aRequest(), { key: 'create:1' });
    await time.advance(10_000);
    assert.equal((await call('payments', aRequest(), { key: 'create:1' })).status, 409);
    await time.advance(20_000);
    assert.equal((await first).status, 202);
    assert.equal((await call('payments', aRequest(), { key: 'create:1' })).text, (await first).text);
  });

  it('refunds once, however often it is asked with one key', async () => {
    const fixture = await setup();
    const id = await paid(fixture);
    const first = await fixture.call(`payments/${id}/refunds`, { amount: 500 }, { key: 'refund:1' });
    const second = await fixture.call(`payments/${id}/refunds`, { amount: 500 }, { key: 'refund:1' });
    assert.equal(second.text, first.text);
    assert.equal((await fixture.payment()).refunds.length, 1);
  });

  it('keeps the keys of one account from those of another', async () => {
    const { call, panel } = await setup();
    await panel('merchants', { secretKey: PREVIOUS_KEY });
    const first = await call('payments', aRequest(), { key: 'create:1' });
    const other = await call('payments', aPreviousRequest(), { key: 'create:1', authorization: PREVIOUS_KEY });
    assert.equal(other.status, 202);
    assert.notEqual(other.body.id, first.body.id);
  });
});

describe('asking the Checkout.com sandbox', () => {
  it('tells of a payment by its id', async () => {
    const { call } = await setup();
    const { body } = await call('payments', aRequest());
    const details = await call(`payments/${body.id}`);
    assert.equal(details.status, 200);
    assert.deepEqual(
      [
        'id',
        'status',
        'amount',
        'currency',
        'reference',
        'requested_on',
        'approved',
        'source',
        'metadata',
        'actions',
      ].map((name) => details.body[name]),
      [
        body.id,
        'Pending',
        1314,
        'CNY',
        'PR-1001',
        '2026-11-21T12:30:02Z',
        undefined,
        { type: 'alipay_cn' },
        { order_id: 'O-1001' },
        undefined,
      ],
    );
    assert.equal('refund' in details.body._links, false);
  });

  it('tells of a payment by its session for a quarter of an hour, with what was done', async () => {
    const { call, payment, time } = await setup();
    await call('payments', aRequest());
    const { sessionId } = await payment();
    const { status, body } = await call(`payments/${sessionId}`);
    assert.deepEqual([status, body['reference'], body['actions']], [200, 'PR-1001', []]);
    await time.advance(15 * 60_000 + 1);
    assert.equal((await call(`payments/${sessionId}`)).status, 404);
  });

  it('lists payments by reference on the current platform, newest first', async () => {
    const { call } = await setup();
    const first = await call('payments', aRequest());
    const second = await call('payments', aRequest());
    await call('payments', aRequest({ reference: 'PR-2' }));
    const { body } = await call('payments?reference=PR-1001');
    assert.deepEqual(
      (body['data'] as { id: string }[]).map(({ id }) => id),
      [second.body.id, first.body.id],
    );
    assert.equal(body['total_count'], 2);
    assert.deepEqual((await call('payments?reference=PR-404')).body['data'], []);
    const old = await setup(previous);
    assert.equal((await old.call('payments?reference=PR-1001')).status, 404);
  });

  it('tells what was done with a payment, newest first, and what is not decided yet', async () => {
    const fixture = await setup();
    const id = await paid(fixture);
    await fixture.panel('faults', { refunds: 'manual' });
    await fixture.call(`payments/${id}/refunds`, { amount: 500, reference: 'RF-1' });
    const { text } = await fixture.call(`payments/${id}/actions`);
    const actions = JSON.parse(text) as Record<string, unknown>[];
    assert.deepEqual(
      actions.map(({ type, amount, approved, response_code, reference }) => [
        type,
        amount,
        approved,
        response_code,
        reference,
      ]),
      [
        ['Refund', 500, undefined, undefined, 'RF-1'],
        ['Capture', 1314, true, '10000', undefined],
        ['Authorization', 1314, true, '10000', undefined],
      ],
    );
  });

  it('knows nothing of the payments of another account', async () => {
    const { call, panel } = await setup();
    const { body } = await call('payments', aRequest());
    await panel('merchants', { secretKey: PREVIOUS_KEY });
    for (const path of [`payments/${body.id}`, `payments/${body.id}/actions`, 'payments/pay_nothing']) {
      const { status, text } = await call(path, undefined, { authorization: PREVIOUS_KEY });
      assert.deepEqual([status, text], [404, ''], path);
    }
  });

  it('counts what it has been asked about each payment, replays too', async () => {
    const { call, payment } = await setup();
    const { body } = await call('payments', aRequest(), { key: 'create:1' });
    await call('payments', aRequest(), { key: 'create:1' });
    await call(`payments/${body.id}`);
    await call('payments?reference=PR-1001');
    await call(`payments/${body.id}/actions`);
    await call(`payments/${body.id}/voids`, {});
    await call(`payments/${body.id}/refunds`, {});
    assert.deepEqual((await payment()).calls, {
      requestPayment: 2,
      getPaymentsList: 1,
      getPaymentDetails: 1,
      getPaymentActions: 1,
      refundPayment: 1,
      voidPayment: 1,
    });
  });
});

describe('refunds and voids at the Checkout.com sandbox', () => {
  it('accepts a refund in part, then what is left, then nothing', async () => {
    const fixture = await setup();
    const { call, payment, received, sandbox } = fixture;
    const id = await paid(fixture);
    const part = await call(`payments/${id}/refunds`, { amount: 500, reference: 'RF-1', metadata: { by: 'Ann' } });
    assert.equal(part.status, 202);
    assert.match(String(part.body['action_id']), /^act_\w{26}$/);
    assert.deepEqual([part.body['reference'], part.body._links['payment']?.href], ['RF-1', `${ORIGIN}/payments/${id}`]);
    assert.equal((await payment()).status, 'Partially Refunded');
    assert.equal((await call(`payments/${id}/refunds`, { amount: 815 })).status, 403);
    assert.equal((await call(`payments/${id}/refunds`, '')).status, 202);
    assert.equal((await payment()).status, 'Refunded');
    assert.equal((await call(`payments/${id}/refunds`, { amount: 1 })).status, 403);
    await sandbox.settled();
    const refunds = received.filter(({ body }) => body.type === 'payment_refunded').map(({ body }) => body.data);
    assert.deepEqual(
      refunds.map((data) => [data['amount'], data['reference'], data['response_code'], data['id']]),
      [
        [500, 'RF-1', '10000', id],
        [814, undefined, '10000', id],
      ],
    );
    assert.deepEqual(refunds[0]?.['metadata'], { by: 'Ann' });
    const { balances } = (await call(`payments/${id}`)).body as unknown as { balances: Record<string, number> };
    assert.deepEqual([balances['total_refunded'], balances['available_to_refund']], [1314, 0]);
  });

  const decisions = [
    ['succeed', 'payment_refunded', '10000', 'Refunded', 'Approved'],
    ['fail', 'payment_refund_declined', '20005', 'Captured', 'Declined'],
  ] as const;
  for (const [decision, type, code, status, word] of decisions) {
    it(`leaves a refund in progress until the panel says ${decision}`, async () => {
      const fixture = await setup();
      const { call, panel, payment, received, sandbox } = fixture;
      const id = await paid(fixture);
      await panel('faults', { refunds: 'manual' });
      await call(`payments/${id}/refunds`, { reference: 'RF-1' });
      assert.equal((await payment()).status, 'Captured');
      assert.deepEqual((await call(`payments/${id}/refunds`, { amount: 1 })).status, 403);
      assert.equal((await panel(`refunds/RF-1/${decision}`, {})).status, 200);
      assert.equal((await panel(`refunds/RF-1/${decision}`, {})).status, 409);
      await sandbox.settled();
      assert.deepEqual(
        received.slice(-2).map(({ body }) => [body.type, body.data['response_code']]),
        [
          ['payment_refund_pending', undefined],
          [type, code],
        ],
      );
      const report = await payment();
      assert.equal(report.status, status);
      assert.deepEqual(
        report.refunds.map((refund) => [refund.reference, refund.status, refund.value, refund.isSettled]),
        [['RF-1', word, 1314, true]],
      );
    });
  }

  const wrong = [
    ['amount_invalid', { amount: 0 }],
    ['amount_invalid', { amount: '5' }],
    ['amount_invalid', { amount: 0.5 }],
    ['reference_invalid', { reference: 'x'.repeat(81) }],
    ['metadata_invalid', { metadata: [] }],
  ] as const;
  for (const [code, body] of wrong) {
    it(`refuses a refund with ${JSON.stringify(body).slice(0, 40)}`, async () => {
      const fixture = await setup();
      const answer = await fixture.call(`payments/${await paid(fixture)}/refunds`, body);
      assert.deepEqual([answer.status, answer.body['error_codes']], [422, [code]]);
      assert.equal((await fixture.payment()).refunds.length, 0);
    });
  }

  it('refunds nothing that is not captured', async () => {
    const { call, panel } = await setup();
    const { body } = await call('payments', aRequest());
    assert.equal((await call(`payments/${body.id}/refunds`, {})).status, 403);
    await panel('payments/PR-1001/pend', {});
    assert.equal((await call(`payments/${body.id}/refunds`, {})).status, 403);
    assert.equal((await call('payments/pay_nothing/refunds', {})).status, 404);
  });

  it('voids nothing, as Alipay is not authorised first', async () => {
    const fixture = await setup();
    const { body } = await fixture.call('payments', aRequest());
    assert.equal((await fixture.call(`payments/${body.id}/voids`, {})).status, 403);
    assert.equal((await fixture.payment()).status, 'Pending');
    assert.equal((await fixture.call(`payments/${body.id}/captures`, {})).status, 403);
    assert.equal((await fixture.call('payments/pay_nothing/voids', {})).status, 404);
  });

  it('voids a waiting payment where the account can', async () => {
    const { call, payment, received, sandbox } = await setup({ account: { behaviour: 'voids_pending' } });
    const { body } = await call('payments', aRequest());
    const answer = await call(`payments/${body.id}/voids`, { reference: 'VD-1' });
    assert.deepEqual([answer.status, answer.body['reference']], [202, 'VD-1']);
    assert.equal((await payment()).status, 'Voided');
    await sandbox.settled();
    assert.deepEqual(
      [received.at(-1)?.body.type, received.at(-1)?.body.data['response_code']],
      ['payment_voided', '10000'],
    );
    assert.equal((await call(`payments/${body.id}/voids`, {})).status, 403);
  });
});

describe('the webhooks of the Checkout.com sandbox', () => {
  it('are signed as in the document', () => {
    assert.equal(
      webhookSignature('demo-key', '{"id":"evt_1","type":"payment_captured"}'),
      '2c6ec3555cc014002d448ad83cfa124c2a1da1fec0460942431401d69431d70a',
    );
  });

  it('tell of a captured payment in the shape of the previous platform, signed with the secret key', async () => {
    const { call, panel, received, time } = await setup(previous);
    const { body } = await call('payments', aPreviousRequest());
    await panel('payments/PR-1001/approve', {});
    await time.advance(0);
    const last = received.at(-1)!;
    assert.equal(last.genuine, true);
    assert.deepEqual(Object.keys(last.body), ['id', 'type', 'created_on', 'data', '_links']);
    assert.match(last.body.id, /^evt_\w{26}$/);
    assert.deepEqual([last.body.type, last.body['created_on']], ['payment_captured', '2026-11-21T12:30:02Z']);
    const { action_id, ...data } = last.body.data;
    assert.match(String(action_id), /^act_\w{26}$/);
    assert.deepEqual(data, {
      id: body.id,
      response_code: '10000',
      response_summary: 'Approved',
      amount: 2000,
      currency: 'USD',
      processed_on: '2026-11-21T12:30:02Z',
      reference: 'PR-1001',
      metadata: {},
    });
  });

  it('have the shape of the current platform there, and the Authorization that was chosen', async () => {
    const { call, panel, received, time } = await setup({ account: { webhookAuthorization: 'shop-secret' } });
    await call('payments', aRequest());
    await panel('payments/PR-1001/approve', {});
    await time.advance(0);
    const [pending, captured] = received;
    assert.ok(received.every(({ genuine, authorization }) => genuine && authorization === 'shop-secret'));
    assert.equal(captured?.body['source'], 'gwc_notifier1');
    assert.equal(captured?.body['timestamp'], '2026-11-21T12:30:02+00:00');
    assert.equal((captured?.body.data['balances'] as Record<string, number>)['total_captured'], 1314);
    assert.deepEqual(
      [pending?.body.type, pending?.body.data['action_id'], pending?.body.data['response_code']],
      ['payment_pending', undefined, undefined],
    );
  });

  const stories = [
    ['current', ['pend', 'approve'], 'Captured', ['payment_pending', 'payment_approved', 'payment_captured']],
    ['current', ['decline'], 'Declined', ['payment_pending', 'payment_declined']],
    ['current', ['pend', 'decline'], 'Declined', ['payment_pending', 'payment_approved', 'payment_capture_declined']],
    ['current', ['cancel'], 'Canceled', ['payment_pending', 'payment_canceled']],
    ['current', ['expire'], 'Expired', ['payment_pending', 'payment_expired']],
    ['current', ['expire', 'approve'], 'Captured', ['payment_pending', 'payment_expired', 'payment_captured']],
    ['previous', ['cancel'], 'Voided', ['payment_pending', 'payment_voided']],
    ['previous', ['expire', 'approve'], 'Captured', ['payment_pending', 'payment_voided', 'payment_captured']],
  ] as const;
  for (const [platform, events, status, types] of stories) {
    it(`tell on the ${platform} platform of: ${events.join(', then ')}`, async () => {
      const { call, panel, payment, received, time } = await setup(platform === 'previous' ? previous : {});
      await call('payments', platform === 'previous' ? aPreviousRequest() : aRequest());
      for (const event of events) assert.equal((await panel(`payments/PR-1001/${event}`, {})).status, 200);
      await time.advance(0);
      assert.equal((await payment()).status, status);
      assert.deepEqual(
        received.map(({ body }) => body.type),
        types,
      );
      assert.ok(received.every(({ genuine }) => genuine));
    });
  }

  it('tell why a payment was declined', async () => {
    const { call, panel, received, time } = await setup();
    await call('payments', aRequest());
    await panel('payments/PR-1001/decline', { code: '40101' });
    await time.advance(0);
    assert.equal(received.at(-1)?.body.data['response_code'], '40101');
  });

  const tables = [
    ['current', [0, 5, 15, 30, 60, 120, 360, 1080, 1800]],
    ['previous', [0, 5, 15, 30, 60, 120, 360, 1080]],
  ] as const;
  for (const [platform, minutes] of tables) {
    it(`come again with the same bytes until a 2xx, as the ${platform} platform does`, async () => {
      const fixture = await setup(platform === 'previous' ? previous : {});
      fixture.acknowledge = () => new Response(null, { status: 302 });
      await fixture.call('payments', platform === 'previous' ? aPreviousRequest() : aRequest());
      await fixture.time.advance(20 * 60_000);
      const { received } = fixture;
      const pending = () => received.filter(({ body }) => body.type === 'payment_pending');
      await fixture.time.advance(7 * 86_400_000);
      const startMs = received[0]!.atMs;
      assert.deepEqual(
        pending().map(({ atMs }) => (atMs - startMs) / 60_000),
        minutes,
      );
      assert.equal(new Set(pending().map(({ text }) => text)).size, 1);
    });
  }

  it('stop once they have been taken, whatever the body says', async () => {
    const fixture = await setup();
    fixture.acknowledge = () => new Response('no thanks', { status: 202 });
    await fixture.call('payments', aRequest());
    await fixture.time.advance(20 * 60_000);
    assert.deepEqual(
      (await fixture.payment()).notifications.map(({ type, outcome }) => [type, outcome]),
      [['payment_pending', 'acknowledged']],
    );
  });

  it('can be forged: what arrives is not what was signed, until they are genuine again', async () => {
    const { call, panel, time, received } = await setup();
    await panel('faults', { notifications: 'forge' });
    await call('payments', aRequest());
    await time.advance(0);
    await panel('faults', { notifications: 'deliver' });
    await panel('payments/PR-1001/notify', {});
    await time.advance(0);
    assert.deepEqual(
      received.map(({ genuine, body }) => [genuine, body.type]),
      [
        [false, 'payment_pending'],
        [true, 'payment_pending'],
      ],
    );
  });

  it('are not sent where the merchant has named no address', async () => {
    const { call, panel, received, time } = await setup({ account: { webhookUrl: undefined } });
    await call('payments', aRequest());
    await panel('payments/PR-1001/approve', {});
    await time.advance(0);
    assert.equal(received.length, 0);
  });
});

describe('the shopper at the Checkout.com sandbox', () => {
  it('sees a code and a form on a desktop, and what is to be paid, escaped', async () => {
    const { call, visit } = await setup();
    const { body } = await call('payments', aRequest());
    const text = await (await visit(body._links['redirect']!.href)).text();
    assert.match(text, /Checkout\.com sandbox/);
    assert.match(text, /¥13\.14/);
    assert.match(text, /<img class="code" src="\/qr\/\w+\.svg"/);
    for (const name of ['Confirm payment', 'Decline', 'Leave without paying']) assert.ok(text.includes(`>${name}<`));
    const wallet = body._links['redirect']!.href.replace('cashier', 'wallet');
    assert.match(await (await visit(wallet)).text(), /&#60;b&#62;Green tea/);
  });

  const ways = [
    ['approve', 'https://shop.example/orders/1?paid=1&cko-session-id=', 'Captured'],
    ['decline', 'https://shop.example/orders/1?cko-session-id=', 'Declined'],
    ['leave', 'https://shop.example/orders/1?cko-session-id=', 'Pending'],
  ] as const;
  for (const [action, address, status] of ways) {
    for (const processing of [{ terminal_type: 'WEB' }, { terminal_type: 'WAP', os_type: 'ANDROID' }]) {
      it(`goes back to the shop after ${action} on ${processing.terminal_type}`, async () => {
        const { call, visit, payment } = await setup();
        const { body } = await call('payments', aRequest({ processing }));
        const location = (await visit(body._links['redirect']!.href, action)).headers.get('location');
        assert.equal(location, address + (await payment()).sessionId);
        assert.equal((await payment()).status, status);
      });
    }
  }

  it('goes back to exactly the address that was named, with its session behind it', async () => {
    const { call, visit, payment } = await setup();
    const { body } = await call('payments', aRequest({ success_url: 'https://shop.example/?a=%20b+c&d#/orders' }));
    const location = (await visit(body._links['redirect']!.href, 'approve')).headers.get('location');
    const { sessionId } = await payment();
    assert.equal(location, `https://shop.example/?a=%20b+c&d&cko-session-id=${sessionId}#/orders`);
  });

  it('goes back without a session on the previous platform, and to the account’s own address where none is named', async () => {
    const { call, visit } = await setup({
      account: { secretKey: PREVIOUS_KEY, returnUrl: 'https://shop.example/own' },
    });
    const first = await call('payments', aPreviousRequest());
    const named = await visit(first.body._links['redirect']!.href, 'approve');
    assert.equal(named.headers.get('location'), 'https://shop.example/pay/return?order=1001');
    const second = await call('payments', aPreviousRequest({ success_url: undefined, failure_url: undefined }));
    const unnamed = await visit(second.body._links['redirect']!.href, 'leave');
    assert.equal(unnamed.headers.get('location'), 'https://shop.example/own');
  });

  it('pays once, however often the button is pressed', async () => {
    const { call, visit, payment, received, sandbox } = await setup();
    const { body } = await call('payments', aRequest());
    const href = body._links['redirect']!.href;
    await Promise.all([visit(href, 'approve'), visit(href, 'approve'), visit(href, 'decline')]);
    await sandbox.settled();
    assert.equal((await payment()).status, 'Captured');
    assert.equal(received.filter(({ body: event }) => event.type === 'payment_captured').length, 1);
  });

  it('finds a payment closed that has waited too long', async () => {
    const { call, visit, payment, time } = await setup({ lifetimeMs: 60_000 });
    const { body } = await call('payments', aRequest());
    await time.advance(60_000);
    assert.equal((await payment()).status, 'Expired');
    const late = await visit(body._links['redirect']!.href, 'approve');
    assert.equal(late.status, 303);
    assert.equal((await payment()).status, 'Expired');
  });
});

describe('the panel of the Checkout.com sandbox', () => {
  it('hands out what an account needs, and knows its platform by its key', async () => {
    const { panel } = await setup();
    const made = (await (await panel('merchants', { name: 'New' })).json()) as Record<string, string>;
    assert.match(made['secretKey'] ?? '', /^sk_sbox_[a-z2-7]{27}$/);
    assert.match(made['processingChannelId'] ?? '', /^pc_\w{26}$/);
    assert.equal(made['platform'], 'current');
    const again = (await (await panel('merchants', { secretKey: made['secretKey'] })).json()) as Record<string, string>;
    assert.deepEqual(again, made);
    const old = (await (await panel('merchants', { secretKey: PREVIOUS_KEY })).json()) as Record<string, string>;
    assert.deepEqual([old['platform'], old['webhookKey']], ['previous', PREVIOUS_KEY]);
  });

  it('refuses an account that cannot be', async () => {
    const { panel } = await setup();
    const accounts = [
      { secretKey: 'sk_0b9b5db6-f223-49d0-b68f-f6643dd4f808' },
      { secretKey: 7 },
      { processingChannelId: 'pc_1' },
      { behaviour: 'generous' },
      { webhookUrl: {} },
    ];
    for (const account of accounts) assert.equal((await panel('merchants', account)).status, 400);
  });

  it('refuses what the state of a payment does not allow', async () => {
    const { call, panel } = await setup();
    await call('payments', aRequest());
    assert.equal((await panel('payments/PR-1001/approve', {})).status, 200);
    for (const event of ['approve', 'pend', 'decline', 'cancel', 'expire', 'burn']) {
      assert.equal((await panel(`payments/PR-1001/${event}`, {})).status, 409, event);
    }
    assert.equal((await panel('payments/PR-404/approve', {})).status, 404);
    assert.equal((await panel('refunds/RF-404/succeed', {})).status, 404);
  });

  it('reports a payment in the common shape', async () => {
    const { call, payment } = await setup();
    const { body } = await call('payments', aRequest());
    const report = await payment();
    assert.deepEqual(
      [report.reference, report.gatewayReference, report.orderId, report.status, report.stage, report.terminal],
      ['PR-1001', body.id, 'O-1001', 'Pending', 'open', 'WEB'],
    );
    assert.deepEqual(
      [report.amount, report.cashierUrl],
      [{ currency: 'CNY', value: 1314 }, body._links['redirect']?.href],
    );
    assert.deepEqual(report.possibleEvents, ['approve', 'pend', 'decline', 'cancel', 'expire']);
  });

  it('can lose answers, and then knows the payment by its reference', async () => {
    const { call, panel } = await setup();
    await panel('faults', { gateway: 'lost' });
    assert.equal((await call('payments', aRequest(), { key: 'create:1' })).status, 504);
    await panel('faults', { gateway: 'up' });
    const { body } = await call('payments?reference=PR-1001');
    const [found] = body['data'] as { id: string }[];
    assert.equal((await call('payments', aRequest(), { key: 'create:1' })).body.id, found?.id);
  });

  it('shows payments, refunds that wait, and refused calls as a page', async () => {
    const fixture = await setup();
    const id = await paid(fixture);
    await fixture.panel('faults', { refunds: 'manual' });
    await fixture.call(`payments/${id}/refunds`, { amount: 500, reference: 'RF-1' });
    await fixture.call('payments', aRequest({ amount: 0 }));
    const text = await (await fixture.panel('')).text();
    assert.match(text, /data-payment="PR-1001" data-status="Captured" data-stage="paid"/);
    assert.match(text, /data-refund="RF-1" data-status="Pending"/);
    assert.match(text, /amount_invalid/);
    assert.doesNotMatch(text, new RegExp(CURRENT_KEY));
  });
});

describe('the Checkout.com sandbox after a restart', () => {
  it('still knows its accounts, payments and answers', async () => {
    const storage = sqliteStorage(':memory:');
    const before = await setup({ storage });
    const first = await before.call('payments', aRequest(), { key: 'create:1' });
    before.sandbox.close();
    const after = await setup({ storage, account: null });
    assert.equal((await after.call('payments', aRequest(), { key: 'create:1' })).text, first.text);
    await after.time.advance(30 * 60_000);
    assert.equal((await after.call(`payments/${first.body.id}`)).body['status'], 'Expired');
  });
});
