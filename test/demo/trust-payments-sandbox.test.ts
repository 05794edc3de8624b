import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  createTrustPaymentsSandbox,
  type PaymentReport,
  sqliteStorage,
  type Storage,
} from '../../demo/gateways/trust-payments/index.ts';
import { responseSiteSecurity } from '../../demo/gateways/trust-payments/site-security.ts';
import { virtualTime } from './support/virtual-time.ts';

const ORIGIN = 'https://gateway.example';
const NOTIFY_URL = 'https://shop.example/alipay/notifications/europe';
const START_MS = Date.parse('2026-11-21T12:30:02.640Z');
const HOUR_MS = 3_600_000;
const USER = 'webservices@example.com';
const SITE = {
  sitereference: 'test_site12345',
  name: 'Tea House',
  username: USER,
  password: 'päss:word',
  wap: true,
  minimumRefund: 10,
  notificationUrl: NOTIFY_URL,
  notificationPassword: 'demo',
};

type Fields = Record<string, string> & {
  errordata?: string[];
  records?: Record<string, string>[];
};

/** What a test sends instead of what is right. */
interface Change {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly envelope?: Record<string, unknown>;
}

/** A sandbox with one site, the clock that it goes by, and the merchant before it. */
function setup({ site = {}, storage }: { site?: Record<string, unknown>; storage?: Storage } = {}) {
  const received: { atMs: number; type: string; text: string; form: URLSearchParams }[] = [];
  const time = virtualTime(START_MS, () => sandbox.settled());
  const merchant = { acknowledge: () => new Response('OK') };
  const sandbox = createTrustPaymentsSandbox({
    origin: ORIGIN,
    ...(storage && { storage }),
    now: time.now,
    schedule: time.schedule,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const text = await request.text();
      const type = request.headers.get('content-type') ?? '';
      received.push({ atMs: time.now(), type, text, form: new URLSearchParams(text) });
      return merchant.acknowledge();
    },
  });
  sandbox.registerSite({ ...SITE, ...site });

  const send = (content: Record<string, unknown>, change: Change = {}): Promise<Response> => {
    const { path = '/json/', method = 'POST', headers, envelope } = change;
    const body = JSON.stringify({ alias: USER, version: '1.00', request: [content], ...envelope });
    const basic = Buffer.from(`${USER}:${SITE.password}`).toString('base64');
    const request = new Request(ORIGIN + path, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Basic ${basic}`, ...headers },
      ...(method === 'POST' ? { body: change.body ?? body } : {}),
    });
    return sandbox.fetch(request);
  };
  const call = async (content: Record<string, unknown>, change?: Change): Promise<Fields> => {
    const response = await send(content, change);
    assert.equal(response.status, 200);
    const { response: items } = (await response.json()) as { response: Fields[] };
    assert.equal(items.length, 1);
    return items[0]!;
  };
  const panel = (path: string, body?: unknown): Promise<Response> =>
    sandbox.fetch(
      new Request(`${ORIGIN}/panel/${path}`, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'Content-Type': 'application/json' },
      }),
    );
  return {
    sandbox,
    time,
    received,
    merchant,
    send,
    call,
    panel,
    act: async (action: string, body = {}, reference = 'My_Order_123') =>
      (await panel(`payments/${reference}/${action}`, body)).status,
    payment: async (reference = 'My_Order_123') =>
      (await panel(`payments/${reference}`)).json() as Promise<PaymentReport>,
    visit: (url: string, action?: string) =>
      sandbox.fetch(
        new Request(url, action ? { method: 'POST', body: new URLSearchParams({ action }) } : { method: 'GET' }),
      ),
  };
}

/** A good `AUTH`, as in the manual. */
function anAuth(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    requesttypedescriptions: ['AUTH'],
    sitereference: 'test_site12345',
    accounttypedescription: 'ECOM',
    paymenttypedescription: 'ALIPAY',
    baseamount: '1050',
    currencyiso3a: 'EUR',
    orderreference: 'My_Order_123',
    returnurl: 'https://shop.example/return?order=A-1001',
    billingcountryiso2a: 'DE',
    ...change,
  };
}

function aQuery(filter: Record<string, string | string[]>): Record<string, unknown> {
  const lists = Object.entries(filter).map(([name, values]) => [name, [values].flat().map((value) => ({ value }))]);
  return { requesttypedescriptions: ['TRANSACTIONQUERY'], filter: Object.fromEntries(lists) };
}

function anUpdate(transactionreference: string, updates: Record<string, unknown>): Record<string, unknown> {
  return {
    ...aQuery({ sitereference: 'test_site12345', transactionreference }),
    requesttypedescriptions: ['TRANSACTIONUPDATE'],
    updates,
  };
}

function aRefund(parenttransactionreference: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    requesttypedescriptions: ['REFUND'],
    sitereference: 'test_site12345',
    parenttransactionreference,
    baseamount: '500',
    orderreference: 'refund-7',
    ...change,
  };
}

describe('the envelope of the Trust Payments sandbox', () => {
  it('repeats the merchant’s request reference, and makes one where there is none', async () => {
    const { send } = setup();
    const named = await (await send(anAuth({ requestreference: 'A1b2c3d4e' }))).json();
    assert.equal(named.requestreference, 'A1b2c3d4e');
    assert.equal(named.version, '1.00');
    const unnamed = await (await send(anAuth())).json();
    assert.match(unnamed.requestreference, /^W23-\w{8}$/);
    assert.notEqual(unnamed.secrand, named.secrand);
    assert.equal('responses' in unnamed, false);
  });

  const basic = (credentials: string): string => `Basic ${Buffer.from(credentials).toString('base64')}`;
  const strangers = {
    'no credentials': '',
    'another password': basic(`${USER}:other`),
    'another user': basic(`other:${SITE.password}`),
    'a bearer token': 'Bearer abc',
  };
  for (const [who, Authorization] of Object.entries(strangers)) {
    it(`answers ${who} with 401 and a page of HTML`, async () => {
      const { send, payment } = setup();
      const response = await send(anAuth(), { headers: { Authorization } });
      assert.equal(response.status, 401);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      assert.match(await response.text(), /<h1>Authorization Required/);
      assert.equal('reference' in (await payment()), false);
    });
  }

  const http = [
    [404, 'an address without its slash', { path: '/json' }],
    [405, 'a GET', { method: 'GET' }],
    [400, 'a form', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
    [400, 'a body that is no UTF-8', { body: Uint8Array.of(0x7b, 0xa3, 0x7d) }],
  ] as const;
  for (const [status, what, change] of http) {
    it(`answers ${what} with HTTP ${status}`, async () => {
      const { send } = setup();
      assert.equal((await send(anAuth(), change)).status, status);
    });
  }

  const refused = [
    ['10205', 'a body that is not JSON', anAuth(), { body: '{' }],
    ['30010', 'a list', anAuth(), { body: '[]' }],
    ['30007', 'another version', anAuth(), { envelope: { version: 1 } }],
    ['30000', 'no alias', anAuth(), { envelope: { alias: undefined } }],
    ['21002', 'an alias that is not who has signed in', anAuth(), { envelope: { alias: 'other@example.com' } }],
    ['30010', 'no request', anAuth(), { envelope: { request: [] } }],
    ['30010', 'two requests', anAuth(), { envelope: { request: [anAuth(), anAuth()] } }],
    ['60018', 'no type', anAuth({ requesttypedescriptions: undefined })],
    ['60018', 'an unknown type', anAuth({ requesttypedescriptions: ['ALIPAY'] })],
    ['60018', 'two types', anAuth({ requesttypedescriptions: ['AUTH', 'REFUND'] })],
    ['60040', 'both ways to name the type', anAuth({ requesttypedescription: 'AUTH' })],
  ] as const;
  for (const [code, what, content, change] of refused) {
    it(`refuses ${what} inside the body: ${code}`, async () => {
      const { call, payment } = setup();
      const { requesttypedescription, errorcode } = await call(content, change);
      assert.deepEqual([requesttypedescription, errorcode], ['ERROR', code]);
      assert.equal('reference' in (await payment()), false);
    });
  }
});

describe('AUTH at the Trust Payments sandbox', () => {
  it('answers with an address to pay at, and nothing but strings', async () => {
    const { call, payment } = setup();
    const { transactionreference = '', redirecturl = '', ...answer } = await call(anAuth());
    assert.match(transactionreference, /^\d+-\d+-\d+$/);
    assert.ok(redirecturl.startsWith(`${ORIGIN}/cashier/`) && redirecturl.length <= 255);
    assert.deepEqual(answer, {
      requesttypedescription: 'AUTH',
      errorcode: '0',
      errormessage: 'Ok',
      settlestatus: '10',
      orderreference: 'My_Order_123',
      billingcountryiso2a: 'DE',
      baseamount: '1050',
      currencyiso3a: 'EUR',
      paymenttypedescription: 'ALIPAY',
      accounttypedescription: 'ECOM',
      sitereference: 'test_site12345',
      merchantname: 'Tea House',
      operatorname: USER,
      transactionstartedtimestamp: '2026-11-21 12:30:02',
      settleduedate: '2026-11-21',
      livestatus: '0',
      'partner id': '2088000011112222',
    });
    const { cashierUrl, gatewayReference, amount, terminal, status } = await payment();
    assert.deepEqual(
      { cashierUrl, gatewayReference, amount, terminal, status },
      {
        cashierUrl: redirecturl,
        gatewayReference: transactionreference,
        amount: { currency: 'EUR', value: '1050' },
        terminal: 'WEB',
        status: '10',
      },
    );
  });

  it('answers a phone with the phone’s page, where the account has it', async () => {
    const wap = anAuth({ applicationtype: 'WAP' });
    assert.match((await setup().call(wap))['redirecturl'] ?? '', /\/wallet\//);
    const { errorcode, errordata } = await setup({ site: { wap: false } }).call(wap);
    assert.deepEqual([errorcode, errordata], ['30000', ['applicationtype']]);
  });

  it('says of a site that is no test site that it is live', async () => {
    const { call } = setup({ site: { sitereference: 'site12345' } });
    assert.equal((await call(anAuth({ sitereference: 'site12345' })))['livestatus'], '1');
  });

  it('makes two payments of the same request sent twice', async () => {
    const { call, payment, panel } = setup();
    const first = await call(anAuth());
    const second = await call(anAuth());
    assert.notEqual(first['transactionreference'], second['transactionreference']);
    assert.equal((await payment()).calls['AUTH'], 2);
    const { payments } = (await (await panel('payments')).json()) as { payments: unknown[] };
    assert.equal(payments.length, 2);
  });

  it('cuts an order reference after 25 characters', async () => {
    const { call } = setup();
    const { orderreference } = await call(anAuth({ orderreference: 'x'.repeat(30) }));
    assert.equal(orderreference, 'x'.repeat(25));
  });

  const invalid: [field: string, what: string, value: unknown][] = [
    ['sitereference', 'none', undefined],
    ['sitereference', 'another alphabet', 'test-site'],
    ['accounttypedescription', 'another', 'MOTO'],
    ['paymenttypedescription', 'another', 'VISA'],
    ['paymenttypedescription', 'none', undefined],
    ['baseamount', 'a number', 1050],
    ['baseamount', 'none', undefined],
    ['baseamount', 'nothing', '0'],
    ['baseamount', 'less than nothing', '-1'],
    ['baseamount', 'the major form', '10.50'],
    ['baseamount', '14 digits', '1'.repeat(14)],
    ['currencyiso3a', 'small letters', 'eur'],
    ['currencyiso3a', 'a currency that Alipay does not take here', 'CNY'],
    ['orderreference', 'a number', 123],
    ['returnurl', 'none', undefined],
    ['returnurl', 'script', 'javascript:alert(1)'],
    ['returnurl', 'too long', `https://a.example/${'x'.repeat(2048)}`],
    ['billingcountryiso2a', 'none', undefined],
    ['billingcountryiso2a', 'three letters', 'DEU'],
    ['applicationtype', 'what nobody has described', 'MWEB'],
    ['requestreference', 'more than a token', 'a b'],
  ];
  for (const [field, what, value] of invalid) {
    it(`names ${field} as invalid where it is ${what}`, async () => {
      const { call, payment } = setup();
      const { errorcode, errordata } = await call(anAuth({ [field]: value }));
      assert.deepEqual([errorcode, errordata], ['30000', [field]]);
      assert.equal('reference' in (await payment()), false);
    });
  }

  const sites: [code: string, what: string, site: Record<string, unknown>, asked?: string][] = [
    ['30001', 'that nobody knows', {}, 'test_other'],
    ['30006', 'of another user', {}, 'test_theirs'],
    ['60023', 'that is suspended', { suspended: true }],
    ['40000', 'without an Alipay account', { alipay: false }],
  ];
  for (const [code, what, site, sitereference = SITE.sitereference] of sites) {
    it(`refuses a site ${what}: ${code}`, async () => {
      const { call, sandbox } = setup({ site });
      sandbox.registerSite({ sitereference: 'test_theirs', username: 'theirs', password: 'x' });
      assert.equal((await call(anAuth({ sitereference })))['errorcode'], code);
    });
  }
});

describe('XML at the Trust Payments sandbox', () => {
  const anXmlAuth = (change: (xml: string) => string = (xml) => xml): Change => ({
    path: '/xml/',
    headers: { 'Content-Type': 'text/xml;charset=utf-8' },
    body: change(
      `<?xml version="1.0" encoding="utf-8"?>
      <requestblock version="3.67"><alias>${USER}</alias><request type="AUTH">
        <merchant><orderreference>Tea &amp; M&#252;sli</orderreference><returnurl>https://shop.example/?a=1&amp;b=2</returnurl></merchant>
        <billing><amount currencycode="EUR">1050</amount><payment type="ALIPAY"/></billing>
        <operation><sitereference>test_site12345</sitereference><accounttypedescription>ECOM</accounttypedescription>
        <applicationtype>WAP</applicationtype></operation>
      </request></requestblock>`,
    ),
  });

  it('takes an AUTH and answers in kind', async () => {
    const { send, panel } = setup();
    const response = await send({}, anXmlAuth());
    assert.match(response.headers.get('content-type') ?? '', /^text\/xml/);
    const { payments } = (await (await panel('payments')).json()) as { payments: PaymentReport[] };
    const [payment] = payments;
    assert.ok(payment);
    assert.deepEqual([payment.reference, payment.terminal, payment.status], ['Tea & Müsli', 'WAP', '10']);
    const text = await response.text();
    assert.match(text, /^<\?xml version="1.0" encoding="utf-8"\?><responseblock version="3.67"><requestreference>W23-/);
    for (const part of [
      '<response type="AUTH">',
      '<orderreference>Tea &#38; Müsli</orderreference>',
      `<transactionreference>${payment.gatewayReference}</transactionreference>`,
      '<timestamp>2026-11-21 12:30:02</timestamp>',
      '<live>0</live>',
      '<amount currencycode="EUR">1050</amount>',
      '<settlestatus>10</settlestatus></settlement>',
      `<other><redirecturl>${payment.cashierUrl}</redirecturl><partnerid>2088000011112222</partnerid></other>`,
      '<error><code>0</code><message>Ok</message></error>',
    ]) {
      assert.ok(text.includes(part), `${part} is missing in ${text}`);
    }
  });

  const send = async (fixture: ReturnType<typeof setup>, request: string): Promise<string> => {
    const body = `<requestblock version="3.67"><alias>${USER}</alias>${request}</requestblock>`;
    const response = await fixture.send({}, { path: '/xml/', headers: { 'Content-Type': 'text/xml' }, body });
    return response.text();
  };

  it('takes a query, and says how many records it has found', async () => {
    const fixture = setup();
    const { transactionreference = '' } = await fixture.call(anAuth());
    await fixture.call(anAuth({ orderreference: 'other' }));
    await fixture.act('decline');
    const filter = `<filter><orderreference>My_Order_123</orderreference><orderreference>nobody</orderreference></filter>`;
    const found = await send(fixture, `<request type="TRANSACTIONQUERY">${filter}</request>`);
    assert.match(found, /<code>0<\/code><message>Ok<\/message><\/error><found>1<\/found><record type="AUTH">/);
    assert.match(found, new RegExp(`<transactionreference>${transactionreference}</transactionreference>`));
    assert.match(found, /<settlestatus>3<\/settlestatus>.*<code>70000<\/code>.*<\/record><\/response>/);
    const none = `<filter><transactionreference>23-1-1</transactionreference></filter>`;
    const nothing = await send(fixture, `<request type="TRANSACTIONQUERY">${none}</request>`);
    assert.match(nothing, /<error><code>0<\/code><message>Ok<\/message><\/error><found>0<\/found><\/response>/);
  });

  it('takes a refund and an update', async () => {
    const fixture = setup();
    const { transactionreference = '' } = await fixture.call(anAuth());
    await fixture.act('pend');
    const filter = `<filter><transactionreference>${transactionreference}</transactionreference></filter>`;
    const updates = '<updates><settlement><settlestatus>2</settlestatus></settlement></updates>';
    const updated = await send(fixture, `<request type="TRANSACTIONUPDATE">${filter}${updates}</request>`);
    assert.match(updated, /<response type="TRANSACTIONUPDATE"><error><code>0<\/code>/);
    assert.equal((await fixture.payment()).status, '2');
    await fixture.act('approve');
    const operation =
      '<operation><sitereference>test_site12345</sitereference>' +
      `<parenttransactionreference>${transactionreference}</parenttransactionreference></operation>`;
    const billing = '<billing><amount>500</amount></billing>';
    const refund = await send(fixture, `<request type="REFUND">${operation}${billing}</request>`);
    assert.match(refund, /<response type="REFUND">.*<settlestatus>100<\/settlestatus>/);
    assert.match(refund, new RegExp(`<parenttransactionreference>${transactionreference}<`));
    assert.deepEqual(
      (await fixture.payment()).refunds.map(({ value }) => value),
      ['500'],
    );
  });

  const refused: [code: string, what: string, change: (xml: string) => string][] = [
    ['10200', 'an element that is not closed', (xml) => xml.replace('</billing>', '')],
    ['10200', 'elements that overlap', (xml) => xml.replace('</operation>', '</billing>')],
    ['10200', 'an entity of its own', (xml) => xml.replace('&amp;', '&xxe;')],
    ['10200', 'a type of document', (xml) => xml.replace('<requestblock', '<!DOCTYPE a []><requestblock')],
    ['10201', 'an element named as what every object has', (xml) => xml.replaceAll('returnurl', 'constructor')],
    ['10200', 'an entity named as that', (xml) => xml.replace('&amp;', '&constructor;')],
    ['10201', 'another root', (xml) => xml.replaceAll('requestblock', 'block')],
    ['10201', 'an element that has no place there', (xml) => xml.replaceAll('returnurl', 'redirecturl')],
    ['30007', 'another version', (xml) => xml.replace('3.67', '1.00')],
    ['21002', 'an alias that is not who has signed in', (xml) => xml.replace(USER, 'other')],
    ['60018', 'an unknown request', (xml) => xml.replace('type="AUTH"', 'type="ALIPAY"')],
    ['60018', 'a request without a type', (xml) => xml.replace(' type="AUTH"', '')],
    ['30000', 'an amount with decimals', (xml) => xml.replace('1050', '10.50')],
  ];
  for (const [code, what, change] of refused) {
    it(`refuses ${what}: ${code}`, async () => {
      const { send } = setup();
      const text = await (await send({}, anXmlAuth(change))).text();
      assert.ok(text.includes(`<response type="ERROR">`) && text.includes(`<error><code>${code}</code>`), text);
    });
  }
});

describe('TRANSACTIONQUERY at the Trust Payments sandbox', () => {
  it('answers with records, refunds among them, by either reference', async () => {
    const { call, act } = setup();
    const { transactionreference = '' } = await call(anAuth());
    await act('approve');
    await call(aRefund(transactionreference, { orderreference: 'My_Order_123' }));
    const outer = await call(aQuery({ sitereference: 'test_site12345', orderreference: 'My_Order_123' }));
    assert.deepEqual([outer['requesttypedescription'], outer['errorcode']], ['TRANSACTIONQUERY', '0']);
    const facts = outer.records?.map((one) => [
      one['requesttypedescription'],
      one['settlestatus'],
      one['baseamount'],
      one['parenttransactionreference'],
    ]);
    assert.deepEqual(facts, [
      ['REFUND', '100', '500', transactionreference],
      ['AUTH', '100', '1050', undefined],
    ]);
    const one = await call(aQuery({ transactionreference, requesttypedescription: 'AUTH' }));
    assert.deepEqual(
      one.records?.map((record) => record['transactionreference']),
      [transactionreference],
    );
  });

  it('looks like a success where it finds nothing, without any records', async () => {
    const { call } = setup();
    assert.deepEqual(await call(aQuery({ sitereference: 'test_site12345', orderreference: 'nobody' })), {
      requesttypedescription: 'TRANSACTIONQUERY',
      errorcode: '0',
      errormessage: 'Ok',
    });
  });

  it('finds any of several values, within a time', async () => {
    const { call, time } = setup();
    await call(anAuth({ orderreference: 'one' }));
    await time.advance(60_000);
    await call(anAuth({ orderreference: 'two' }));
    const found = async (filter: Parameters<typeof aQuery>[0]) =>
      (await call(aQuery(filter))).records?.map(({ orderreference }) => orderreference) ?? [];
    assert.deepEqual(await found({ orderreference: ['one', 'two', 'three'] }), ['two', 'one']);
    assert.deepEqual(await found({ starttimestamp: '2026-11-21 12:31:00' }), ['two']);
    assert.deepEqual(await found({ endtimestamp: '2026-11-21 12:30:02', currencyiso3a: 'EUR' }), ['one']);
    assert.deepEqual(await found({ settlestatus: '100' }), []);
  });

  it('shows nobody the transactions of another user', async () => {
    const { call, sandbox } = setup();
    const { transactionreference = '' } = await call(anAuth());
    sandbox.registerSite({ sitereference: 'test_theirs', username: 'theirs', password: 'x' });
    const Authorization = `Basic ${Buffer.from('theirs:x').toString('base64')}`;
    const change = { headers: { Authorization }, envelope: { alias: 'theirs' } };
    assert.equal('records' in (await call(aQuery({ transactionreference }), change)), false);
    const { errorcode } = await call(aQuery({ sitereference: SITE.sitereference }), change);
    assert.equal(errorcode, '30006');
  });

  const refused: [code: string, what: string, filter: unknown][] = [
    ['60019', 'no filter', undefined],
    ['60019', 'an empty filter', {}],
    ['60037', 'an unknown filter', { order: [{ value: 'x' }] }],
    ['60037', 'a bare value', { orderreference: 'x' }],
    ['60037', 'a list of bare values', { orderreference: ['x'] }],
    ['60037', 'a value that is a number', { settlestatus: [{ value: 100 }] }],
    ['60037', 'a time of another format', { starttimestamp: [{ value: '2026-11-21T12:30:02Z' }] }],
  ];
  for (const [code, what, filter] of refused) {
    it(`refuses ${what}: ${code}`, async () => {
      const { call } = setup();
      const { errorcode } = await call({ requesttypedescriptions: ['TRANSACTIONQUERY'], filter });
      assert.equal(errorcode, code);
    });
  }
});

describe('REFUND at the Trust Payments sandbox', () => {
  it('returns money at once, in parts, up to what has settled', async () => {
    const { call, act, payment } = setup();
    const { transactionreference = '' } = await call(anAuth());
    await act('approve');
    const first = await call(aRefund(transactionreference));
    assert.deepEqual(
      [first['requesttypedescription'], first['errorcode'], first['settlestatus'], first['baseamount']],
      ['REFUND', '0', '100', '500'],
    );
    assert.notEqual(first['transactionreference'], transactionreference);
    assert.equal((await call(aRefund(transactionreference)))['errorcode'], '0');
    assert.equal((await call(aRefund(transactionreference, { baseamount: '51' })))['errorcode'], '20007');
    assert.equal((await call(aRefund(transactionreference, { baseamount: '50' })))['errorcode'], '0');
    const { refunds, status, calls } = await payment();
    assert.deepEqual(
      refunds.map(({ value, status }) => [value, status]),
      [
        ['50', '100'],
        ['500', '100'],
        ['500', '100'],
      ],
    );
    assert.deepEqual([status, calls['REFUND']], ['100', 4]);
  });

  it('returns the whole payment where no amount is given', async () => {
    const { call, act } = setup();
    const { transactionreference = '' } = await call(anAuth());
    await act('approve');
    assert.equal((await call(aRefund(transactionreference, { baseamount: undefined })))['baseamount'], '1050');
  });

  it('waits for the panel where the panel wants to say what becomes of it', async () => {
    const { call, act, panel, payment } = setup();
    const { transactionreference = '' } = await call(anAuth());
    await act('approve');
    await panel('faults', { refunds: 'manual' });
    await call(aRefund(transactionreference, { orderreference: 'r1', baseamount: '1050' }));
    assert.equal((await call(aRefund(transactionreference)))['errorcode'], '20007');
    assert.equal((await panel('refunds/r1/fail', {})).status, 200);
    assert.equal((await panel('refunds/r1/succeed', {})).status, 409);
    await call(aRefund(transactionreference, { orderreference: 'r2' }));
    assert.equal((await panel('refunds/r2/succeed', {})).status, 200);
    const { refunds } = await payment();
    assert.deepEqual(
      refunds.map(({ reference, status, isSettled }) => [reference, status, isSettled]),
      [
        ['r2', '100', true],
        ['r1', '3', true],
      ],
    );
  });

  const parents: [code: string, what: string, events: string[]][] = [
    ['20005', 'the shopper has not paid', []],
    ['20005', 'is not settled yet', ['pend']],
    ['20005', 'is suspended', ['suspend']],
    ['20011', 'was declined', ['decline']],
    ['20012', 'was cancelled', ['cancel']],
  ];
  for (const [code, what, events] of parents) {
    it(`refuses to return a payment that ${what}: ${code}`, async () => {
      const { call, act } = setup();
      const { transactionreference = '' } = await call(anAuth());
      for (const event of events) assert.equal(await act(event), 200);
      assert.equal((await call(aRefund(transactionreference)))['errorcode'], code);
    });
  }

  const refused: [code: string, what: string, change: Record<string, unknown>][] = [
    ['20004', 'of a payment that is not there', { parenttransactionreference: '23-1-1' }],
    ['30000', 'without a parent', { parenttransactionreference: undefined }],
    ['30001', 'at an unknown site', { sitereference: 'test_other' }],
    ['20015', 'in another currency', { currencyiso3a: 'USD' }],
    ['20007', 'of more than was paid', { baseamount: '1051' }],
    ['20022', 'of less than is allowed', { baseamount: '9' }],
    ['30000', 'of nothing', { baseamount: '0' }],
    ['30000', 'of a number', { baseamount: 500 }],
  ];
  for (const [code, what, change] of refused) {
    it(`refuses a refund ${what}: ${code}`, async () => {
      const { call, act, payment } = setup();
      const { transactionreference = '' } = await call(anAuth());
      await act('approve');
      assert.equal((await call(aRefund(transactionreference, change)))['errorcode'], code);
      assert.deepEqual((await payment()).refunds, []);
    });
  }

  it('refuses to return a refund: 20006', async () => {
    const { call, act } = setup();
    const { transactionreference = '' } = await call(anAuth());
    await act('approve');
    const refund = await call(aRefund(transactionreference));
    assert.equal((await call(aRefund(refund['transactionreference'] ?? '')))['errorcode'], '20006');
  });
});

describe('TRANSACTIONUPDATE at the Trust Payments sandbox', () => {
  it('suspends, releases and cancels what is authorised', async () => {
    const { call, act, payment } = setup();
    const { transactionreference = '' } = await call(anAuth());
    await act('pend');
    for (const settlestatus of ['2', '1', '0', '3']) {
      assert.equal((await call(anUpdate(transactionreference, { settlestatus })))['errorcode'], '0');
      assert.equal((await payment()).status, settlestatus);
    }
    assert.equal((await payment()).stage, 'cancelled');
  });

  for (const [state, event] of [
    ['10', undefined],
    ['3', 'decline'],
    ['100', 'approve'],
  ] as const) {
    it(`is not possible at ${state}: 60017`, async () => {
      const { call, act, payment } = setup();
      const { transactionreference = '' } = await call(anAuth());
      if (event) await act(event);
      assert.equal((await call(anUpdate(transactionreference, { settlestatus: '3' })))['errorcode'], '60017');
      assert.equal((await payment()).status, state);
    });
  }

  const refused: [code: string, what: string, updates: Record<string, unknown>, reference?: string][] = [
    ['60013', 'no update', {}],
    ['60033', 'another field', { baseamount: '1' }],
    ['30000', 'what is no state to be set', { settlestatus: '100' }],
    ['60024', 'what it is already', { settlestatus: '0' }],
    ['60014', 'what is not there', { settlestatus: '3' }, '23-1-1'],
  ];
  for (const [code, what, updates, reference] of refused) {
    it(`refuses ${what}: ${code}`, async () => {
      const { call, act, payment } = setup();
      const { transactionreference = '' } = await call(anAuth());
      await act('pend');
      assert.equal((await call(anUpdate(reference ?? transactionreference, updates)))['errorcode'], code);
      assert.equal((await payment()).status, '0');
    });
  }
});

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
