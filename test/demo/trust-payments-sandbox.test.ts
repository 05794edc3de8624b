import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PaymentReport } from '../../demo/gateways/trust-payments/index.ts';
import { anAuth, anUpdate, aQuery, aRefund, type Change, ORIGIN, setup, SITE, USER } from './support/trust-payments.ts';

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
