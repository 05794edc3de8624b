import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  createTrustPaymentsSandbox,
  type PaymentReport,
  sqliteStorage,
} from '../../demo/gateways/trust-payments/index.ts';
import { responseSiteSecurity } from '../../demo/gateways/trust-payments/site-security.ts';
import { anAuth, anUpdate, aQuery, aRefund, ORIGIN, setup, SITE, USER } from './support/trust-payments.ts';

const HOUR_MS = 3_600_000;

describe('the pages of the Trust Payments sandbox', () => {
  const back = 'https://shop.example/return?order=A-1001';

  it('send the shopper back without a parameter that would say anything', async () => {
    for (const applicationtype of [undefined, 'WAP']) {
      for (const [decision, status] of [
        ['leave', '10'],
        ['decline', '3'],
        ['approve', '100'],
      ] as const) {
        const { call, visit, payment } = setup();
        await call(anAuth({ applicationtype }));
        const { cashierUrl } = await payment();
        assert.match(await (await visit(cashierUrl)).text(), /Confirm payment/);
        assert.equal((await visit(cashierUrl, decision)).headers.get('location'), back);
        assert.equal((await payment()).status, status);
      }
    }
  });

  it('show a desktop a code to scan', async () => {
    const { call, visit, payment } = setup();
    await call(anAuth());
    const text = await (await visit((await payment()).cashierUrl)).text();
    assert.match(text, /Trust Payments sandbox/);
    assert.match(text, /€10\.50/);
    assert.match(text, /<img class="code" src="\/qr\/\w+\.svg"/);
  });

  it('show yen without decimals', async () => {
    const { call, visit, payment } = setup();
    await call(anAuth({ baseamount: '1000', currencyiso3a: 'JPY' }));
    assert.match(await (await visit((await payment()).cashierUrl)).text(), /¥1,000/);
  });
});

describe('what can happen to a payment at the Trust Payments sandbox', () => {
  const ways: [events: string[], status: string, stage: string][] = [
    [['approve'], '100', 'paid'],
    [['pend'], '0', 'pending'],
    [['pend', 'approve'], '100', 'paid'],
    [['suspend'], '2', 'pending'],
    [['pend', 'suspend', 'approve'], '100', 'paid'],
    [['decline'], '3', 'declined'],
    [['pend', 'decline'], '3', 'declined'],
    [['cancel'], '3', 'cancelled'],
    [['decline', 'approve'], '100', 'paid'],
    [['cancel', 'approve'], '100', 'paid'],
  ];
  for (const [events, status, stage] of ways) {
    it(`is ${status} after ${events.join(', then ')}`, async () => {
      const { call, act, payment } = setup();
      await call(anAuth());
      for (const event of events) assert.equal(await act(event), 200);
      const report = await payment();
      assert.deepEqual([report.status, report.stage], [status, stage]);
    });
  }

  it('is no expiry, however long it waits', async () => {
    const { call, act, payment, time } = setup();
    await call(anAuth());
    await time.advance(30 * 24 * HOUR_MS);
    assert.equal((await payment()).status, '10');
    assert.equal(await act('expire'), 409);
  });

  it('is nothing once it is settled', async () => {
    const { call, act, payment } = setup();
    await call(anAuth());
    await act('approve');
    for (const event of ['approve', 'pend', 'suspend', 'decline', 'cancel', 'expire']) {
      assert.equal(await act(event), 409);
    }
    assert.deepEqual((await payment()).possibleEvents, []);
  });

  it('declines with the code that the panel asks for', async () => {
    const { call, act } = setup();
    const { transactionreference = '' } = await call(anAuth());
    await act('decline', { code: '60022' });
    const { records } = await call(aQuery({ transactionreference }));
    assert.deepEqual([records?.[0]?.['settlestatus'], records?.[0]?.['errorcode']], ['3', '60022']);
  });
});

describe('the notifications of the Trust Payments sandbox', () => {
  it('hash as the manual’s own example does', () => {
    const body =
      'notificationreference=1-A1&baseamount=100&currencyiso3a=EUR&errorcode=5&mainamount=&orderreference=0order-1001' +
      '&requesttypedescription=AUTH&settlestatus=100&sitereference=00test_site12345&transactionreference=23-86-113';
    assert.equal(
      responseSiteSecurity(new URLSearchParams(body), 'demo'),
      'a141e6ad71ecde1bfe0a159673e9af32573e2a4144814264977bde883a2383f0',
    );
  });

  it('are hashed in the order of ASCII, with custom and doubled fields, spaces and blanks', () => {
    const body = 'b=2&a=%C3%A4+x+&C=1&_d=3&b=+&responsesitesecurity=f&notificationreference=1-A1&empty=';
    // Capitals, then "_", then small letters: not the order of a dictionary.
    const text = '1' + '3' + 'ä x ' + '2' + ' ' + '' + 'demo';
    assert.equal(
      responseSiteSecurity(new URLSearchParams(body), 'demo'),
      createHash('sha256').update(text).digest('hex'),
    );
  });

  it('tell of an authorisation at once, before the shopper has done anything', async () => {
    const { call, received, sandbox } = setup();
    const { transactionreference } = await call(anAuth());
    await sandbox.settled();
    assert.equal(received.length, 1);
    const { type, form } = received[0]!;
    assert.equal(type, 'application/x-www-form-urlencoded; charset=UTF-8');
    const { notificationreference, responsesitesecurity, ...fields } = Object.fromEntries(form);
    assert.match(notificationreference ?? '', /^1-A\d+$/);
    assert.deepEqual(fields, {
      baseamount: '1050',
      mainamount: '10.50',
      billingcountryiso2a: 'DE',
      currencyiso3a: 'EUR',
      errorcode: '0',
      livestatus: '0',
      orderreference: 'My_Order_123',
      paymenttypedescription: 'ALIPAY',
      requesttypedescription: 'AUTH',
      settlestatus: '10',
      sitereference: 'test_site12345',
      transactionreference,
      transactionstartedtimestamp: '2026-11-21 12:30:02',
    });
    const names = Object.keys(fields).sort();
    const text = names.map((name) => fields[name]).join('') + 'demo';
    assert.equal(responsesitesecurity, createHash('sha256').update(text, 'utf8').digest('hex'));
  });

  it('tell of a settlement in three fields, unless the merchant has chosen more', async () => {
    const names = ({ form }: { form: URLSearchParams }) => [...form.keys()].sort();
    const plain = setup();
    await plain.call(anAuth());
    await plain.act('approve');
    await plain.sandbox.settled();
    const hidden = ['notificationreference', 'responsesitesecurity'];
    assert.deepEqual(
      names(plain.received[1]!),
      [...hidden, 'settlestatus', 'sitereference', 'transactionreference'].sort(),
    );
    const chosen = setup({ site: { settledFields: ['settlestatus', 'errorcode', 'colour'] } });
    await chosen.call(anAuth());
    await chosen.act('decline');
    await chosen.sandbox.settled();
    const { form } = chosen.received[1]!;
    assert.deepEqual(names({ form }), [...hidden, 'settlestatus', 'errorcode', 'colour'].sort());
    assert.deepEqual([form.get('settlestatus'), form.get('errorcode'), form.get('colour')], ['3', '70000', '']);
  });

  it('tell of refunds and updates by their own types', async () => {
    const fields = ['requesttypedescription', 'settlestatus', 'transactionreference'];
    const { call, act, received, sandbox } = setup({ site: { authorisedFields: fields, settledFields: fields } });
    const { transactionreference = '' } = await call(anAuth());
    await act('pend');
    await call(anUpdate(transactionreference, { settlestatus: '2' }));
    await act('approve');
    const refund = await call(aRefund(transactionreference));
    await sandbox.settled();
    const told = received.map(({ form }) => fields.map((name) => form.get(name)));
    assert.deepEqual(told, [
      ['AUTH', '10', transactionreference],
      ['AUTH', '0', transactionreference],
      ['TRANSACTIONUPDATE', '2', transactionreference],
      ['AUTH', '100', transactionreference],
      ['REFUND', '100', refund['transactionreference']],
    ]);
  });

  it('are not sent where nobody has set them up, and not hashed without a password', async () => {
    const silent = setup({ site: { notificationUrl: '' } });
    await silent.call(anAuth());
    await silent.sandbox.settled();
    assert.equal(silent.received.length, 0);
    const bare = setup({ site: { notificationPassword: '' } });
    await bare.call(anAuth());
    await bare.sandbox.settled();
    assert.equal(bare.received[0]?.form.has('responsesitesecurity'), false);
  });

  const notTaken = {
    'a server error': () => new Response(null, { status: 500 }),
    'another success than 200': () => new Response(null, { status: 204 }),
    'a redirect': () => new Response(null, { status: 302, headers: { Location: '/' } }),
    'no answer': () => {
      throw new TypeError('fetch failed');
    },
  };
  for (const [what, acknowledge] of Object.entries(notTaken)) {
    it(`come again with the same bytes for 48 hours after ${what}, but not those of a running request`, async () => {
      const { call, act, time, merchant, received } = setup();
      merchant.acknowledge = acknowledge;
      await call(anAuth());
      await time.advance(HOUR_MS);
      assert.equal(received.length, 1);
      const startMs = time.now();
      await act('approve');
      await time.advance(96 * HOUR_MS);
      const settled = received.slice(1);
      assert.deepEqual(
        settled.map(({ atMs }) => (atMs - startMs) / 60_000),
        [0, 5, 20, 80, 200, 440, 920, 1400, 1880, 2360, 2840],
      );
      assert.equal(new Set(settled.map(({ text }) => text)).size, 1);
    });
  }

  it('stop once they are taken, and come again on demand', async () => {
    const { call, act, time, merchant, payment, received } = setup();
    await call(anAuth());
    merchant.acknowledge = () => new Response(null, { status: 500 });
    await act('approve');
    await time.advance(60_000);
    merchant.acknowledge = () => new Response('anything');
    await time.advance(96 * HOUR_MS);
    assert.equal(await act('notify'), 200);
    await time.advance(0);
    assert.deepEqual(
      (await payment()).notifications.map(({ attempt, outcome }) => [attempt, outcome]),
      [
        [1, 'acknowledged'],
        [1, 'refused'],
        [2, 'acknowledged'],
        [1, 'acknowledged'],
      ],
    );
    assert.equal(received.at(-1)?.text, received.at(-2)?.text);
  });

  it('may overtake each other', async () => {
    const { call, act, panel, received, sandbox } = setup();
    await call(anAuth());
    await panel('faults', { notifications: 'reorder' });
    await act('cancel');
    await act('approve');
    await sandbox.settled();
    assert.deepEqual(
      received.map(({ form }) => form.get('settlestatus')),
      ['10', '100', '3'],
    );
  });
});

describe('the Trust Payments sandbox after a restart', () => {
  it('still knows its sites, payments and refunds', async () => {
    const storage = sqliteStorage(':memory:');
    const before = setup({ storage });
    const { transactionreference = '' } = await before.call(anAuth());
    await before.act('approve');
    await before.call(aRefund(transactionreference));
    const sandbox = createTrustPaymentsSandbox({ origin: ORIGIN, storage, fetch: async () => new Response() });
    const report = await sandbox.fetch(new Request(`${ORIGIN}/panel/payments/My_Order_123`));
    const { status, refunds } = (await report.json()) as PaymentReport;
    assert.deepEqual([status, refunds.map(({ value }) => value)], ['100', ['500']]);
    const response = await sandbox.fetch(
      new Request(`${ORIGIN}/json/`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Basic ${Buffer.from(`${USER}:${SITE.password}`).toString('base64')}`,
        },
        body: JSON.stringify({ alias: USER, version: '1.00', request: [aQuery({ transactionreference })] }),
      }),
    );
    assert.match(await response.text(), /"settlestatus":"100"/);
  });
});

describe('the panel of the Trust Payments sandbox', () => {
  it('takes a site in, from a form or as JSON, and refuses what cannot be set up', async () => {
    const { panel } = setup();
    const good = { sitereference: 'test_new', username: 'u', password: 'p' };
    const response = await panel('merchants', good);
    assert.equal(response.status, 200);
    assert.equal(((await response.json()) as { sitereference: string }).sitereference, 'test_new');
    for (const wrong of [
      { sitereference: '' },
      { sitereference: 'test-new' },
      { username: 'a:b' },
      { password: '' },
      { minimumRefund: 0.5 },
      { notificationUrl: 'ftp://shop.example/' },
    ]) {
      assert.equal((await panel('merchants', { ...good, ...wrong })).status, 400);
    }
  });

  it('loses answers, and takes the gateway down', async () => {
    const { send, panel, payment } = setup();
    await panel('faults', { gateway: 'down' });
    assert.equal((await send(anAuth())).status, 503);
    assert.equal('reference' in (await payment()), false);
    await panel('faults', { gateway: 'lost' });
    assert.equal((await send(anAuth())).status, 504);
    assert.equal((await payment()).status, '10');
  });

  it('counts what has been asked about each payment, refused or not', async () => {
    const { call, payment } = setup();
    const { transactionreference = '' } = await call(anAuth());
    await call(aQuery({ orderreference: 'My_Order_123' }));
    await call(aQuery({ transactionreference }));
    await call(aRefund(transactionreference));
    await call(anUpdate(transactionreference, { settlestatus: '3' }));
    assert.deepEqual((await payment()).calls, { AUTH: 1, TRANSACTIONQUERY: 2, REFUND: 1, TRANSACTIONUPDATE: 1 });
  });

  it('shows payments, what can happen to them and every refused call as a page', async () => {
    const { call, panel } = setup();
    await call(anAuth());
    await call(anAuth({ currencyiso3a: 'CNY' }));
    const text = await (await panel('')).text();
    assert.match(text, /data-payment="My_Order_123" data-status="10"/);
    assert.match(text, />Suspend<\/button>/);
    assert.match(text, /30000<\/b> Invalid field currencyiso3a/);
  });
});
