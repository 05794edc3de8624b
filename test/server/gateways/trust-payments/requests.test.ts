import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Gateway } from '../../../../src/server/gateway.ts';
import {
  createTrustPaymentsClient,
  trustPayments,
  type TrustPaymentsOptions,
} from '../../../../src/server/gateways/trust-payments/index.ts';
import { answering, aPayment, aRefund, REFERENCE, type SentJson, SITE } from './fixtures.ts';

/** What goes out. The answer is none: what becomes of that is tested elsewhere. */
async function sentBy(
  act: (gateway: Gateway, options: TrustPaymentsOptions) => Promise<unknown>,
  overrides: Partial<TrustPaymentsOptions> = {},
): Promise<{ request: Request; body: string }> {
  const sent: { request: Request; body: string }[] = [];
  const options = answering((body, request) => {
    sent.push({ request, body });
    return new Response('');
  }, overrides);
  await assert.rejects(act(trustPayments(options), options), { kind: 'unknown' });
  assert.equal(sent.length, 1);
  return sent[0]!;
}

async function jsonOf(...args: Parameters<typeof sentBy>): Promise<Record<string, unknown>> {
  const { request, ...around } = JSON.parse((await sentBy(...args)).body) as SentJson;
  assert.deepEqual(around, { alias: 'webservices@example.com', version: '1.00' });
  assert.equal(request.length, 1);
  const { requestreference, ...fields } = request[0]!;
  assert.match(requestreference as string, /^A[A-Za-z0-9]{8}$/);
  return fields;
}

async function xmlOf(...[act, options]: Parameters<typeof sentBy>): Promise<string> {
  const { body } = await sentBy(act, { format: 'xml', ...options });
  const start =
    '<?xml version="1.0" encoding="utf-8"?><requestblock version="3.67"><alias>webservices@example.com</alias>';
  assert.ok(body.startsWith(start) && body.endsWith('</requestblock>'), body);
  return body.slice(start.length, -'</requestblock>'.length);
}

const payment = aPayment();
const known = aPayment({ gatewayReference: REFERENCE });
const refund = aRefund();

const auth = {
  requesttypedescriptions: ['AUTH'],
  sitereference: SITE,
  accounttypedescription: 'ECOM',
  paymenttypedescription: 'ALIPAY',
  baseamount: '1050',
  currencyiso3a: 'EUR',
  orderreference: payment.id,
  returnurl: payment.returnUrl,
  billingcountryiso2a: 'CN',
};

describe('every request', () => {
  for (const [format, path, contentType] of [
    ['json', '/json/', 'application/json;charset=utf-8'],
    ['xml', '/xml/', 'text/xml;charset=utf-8'],
  ] as const) {
    it(`is posted as ${format}, by the webservices user, and never carried on elsewhere`, async () => {
      const { request } = await sentBy((gateway) => gateway.createPayment(payment), { format });
      assert.equal(request.method, 'POST');
      assert.equal(request.url, `https://webservices.securetrading.net${path}`);
      assert.equal(request.redirect, 'manual');
      assert.equal(request.headers.get('content-type'), contentType);
      assert.equal(request.headers.get('accept'), contentType.split(';')[0]);
      const credentials = Buffer.from('webservices@example.com:pässword:1').toString('base64');
      assert.equal(request.headers.get('authorization'), `Basic ${credentials}`);
    });
  }

  it('has a reference of its own', async () => {
    const references = new Set<string>();
    for (let count = 0; count < 20; count += 1) {
      const { body } = await sentBy((gateway) => gateway.createPayment(payment));
      references.add((JSON.parse(body) as SentJson).request[0]?.requestreference as string);
    }
    assert.equal(references.size, 20);
  });
});

describe('AUTH', () => {
  it('says over JSON what the documentation asks for', async () => {
    assert.deepEqual(await jsonOf((gateway) => gateway.createPayment(payment)), auth);
  });

  it('names the shopper’s country where it is known', async () => {
    const german = aPayment({ buyerCountry: 'DE' });
    assert.deepEqual(await jsonOf((gateway) => gateway.createPayment(german)), { ...auth, billingcountryiso2a: 'DE' });
  });

  for (const [terminal, wap, applicationtype] of [
    ['WEB', true, undefined],
    ['WAP', true, 'WAP'],
    ['APP', true, 'WAP'],
    ['WEB', false, undefined],
    ['WAP', false, undefined],
    ['APP', false, undefined],
  ] as const) {
    it(`asks for ${applicationtype ?? 'the desktop page'} on ${terminal} where WAP is ${wap}`, async () => {
      const request = await jsonOf((gateway) => gateway.createPayment(aPayment({ terminal })), { wap });
      assert.deepEqual(request, { ...auth, ...(applicationtype && { applicationtype }) });
    });
  }

  it('asks for the desktop page on a phone by default', async () => {
    assert.deepEqual(await jsonOf((gateway) => gateway.createPayment(aPayment({ terminal: 'WAP' }))), auth);
  });

  it('counts confirmed yen whole, and euros in cents however the shop counts them', async () => {
    const yen = aPayment({ amount: { currency: 'JPY', value: 1000, exponent: 0 } });
    const request = await jsonOf((gateway) => gateway.createPayment(yen), { zeroDecimalCurrencies: ['JPY'] });
    assert.deepEqual(request, { ...auth, baseamount: '1000', currencyiso3a: 'JPY' });
    const whole = aPayment({ amount: { currency: 'EUR', value: 10, exponent: 0 } });
    assert.equal((await jsonOf((gateway) => gateway.createPayment(whole))).baseamount, '1000');
  });

  it('says the same over XML, with what belongs to XML escaped', async () => {
    const phone = aPayment({ terminal: 'WAP' });
    assert.equal(
      await xmlOf((gateway) => gateway.createPayment(phone), { wap: true }),
      '<request type="AUTH"><merchant><orderreference>PaymentPaymentPayment001</orderreference>' +
        '<returnurl>https://shop.example/return?order=A-1001&amp;a=&quot;b&quot;</returnurl></merchant>' +
        '<billing><amount currencycode="EUR">1050</amount><payment type="ALIPAY"/></billing>' +
        '<operation><sitereference>test_site12345</sitereference>' +
        '<accounttypedescription>ECOM</accounttypedescription><applicationtype>WAP</applicationtype></operation>' +
        '</request>',
    );
  });
});

describe('TRANSACTIONQUERY', () => {
  const filterOf = (name: string, value: string) => ({
    requesttypedescriptions: ['TRANSACTIONQUERY'],
    filter: { sitereference: [{ value: SITE }], [name]: [{ value }] },
  });

  it('asks by the gateway’s reference once it is known, and by ours before', async () => {
    const query = jsonOf((gateway) => gateway.retrievePayment(known));
    assert.deepEqual(await query, filterOf('transactionreference', REFERENCE));
    const lost = jsonOf((gateway) => gateway.retrievePayment(payment));
    assert.deepEqual(await lost, filterOf('orderreference', payment.id));
  });

  it('asks for a refund likewise', async () => {
    const done = aRefund({ gatewayReference: '23-86-114' });
    const query = jsonOf((gateway) => gateway.retrieveRefund(known, done));
    assert.deepEqual(await query, filterOf('transactionreference', '23-86-114'));
    const lost = jsonOf((gateway) => gateway.retrieveRefund(known, refund));
    assert.deepEqual(await lost, filterOf('orderreference', refund.id));
  });

  const filter = { orderreference: ['a', 'b'], starttimestamp: ['2026-11-21 00:00:00'] };

  it('takes several values and filters', async () => {
    assert.deepEqual(await jsonOf((_, options) => createTrustPaymentsClient(options).transactionQuery(filter)), {
      requesttypedescriptions: ['TRANSACTIONQUERY'],
      filter: {
        sitereference: [{ value: SITE }],
        orderreference: [{ value: 'a' }, { value: 'b' }],
        starttimestamp: [{ value: '2026-11-21 00:00:00' }],
      },
    });
  });

  it('is written by the same naming over XML', async () => {
    assert.equal(
      await xmlOf((_, options) => createTrustPaymentsClient(options).transactionQuery(filter)),
      '<request type="TRANSACTIONQUERY"><filter><sitereference>test_site12345</sitereference>' +
        '<orderreference>a</orderreference><orderreference>b</orderreference>' +
        '<starttimestamp>2026-11-21 00:00:00</starttimestamp></filter></request>',
    );
  });
});

describe('REFUND', () => {
  it('names the payment, the amount and our reference', async () => {
    assert.deepEqual(await jsonOf((gateway) => gateway.refundPayment(known, refund)), {
      requesttypedescriptions: ['REFUND'],
      sitereference: SITE,
      parenttransactionreference: REFERENCE,
      baseamount: '500',
      currencyiso3a: 'EUR',
      orderreference: refund.id,
    });
  });

  it('names the amount also where it is the whole', async () => {
    const full = aRefund({ isFull: true, amount: payment.amount });
    assert.equal((await jsonOf((gateway) => gateway.refundPayment(known, full))).baseamount, '1050');
  });

  it('can be left to return the whole by those who call it themselves', async () => {
    const request = { parenttransactionreference: REFERENCE, orderreference: 'refund-7' };
    assert.deepEqual(await jsonOf((_, options) => createTrustPaymentsClient(options).refund(request)), {
      requesttypedescriptions: ['REFUND'],
      sitereference: SITE,
      ...request,
    });
  });

  it('is written by the same naming over XML', async () => {
    assert.equal(
      await xmlOf((gateway) => gateway.refundPayment(known, refund)),
      '<request type="REFUND"><merchant><orderreference>RefundRefundRefundRefu01</orderreference></merchant>' +
        '<billing><amount currencycode="EUR">500</amount></billing>' +
        '<operation><sitereference>test_site12345</sitereference>' +
        '<parenttransactionreference>23-86-113</parenttransactionreference></operation></request>',
    );
  });
});

describe('TRANSACTIONUPDATE', () => {
  const update = (_: Gateway, options: TrustPaymentsOptions) =>
    createTrustPaymentsClient(options).transactionUpdate({ transactionreference: [REFERENCE] }, { settlestatus: '3' });

  it('names what is to become of what', async () => {
    assert.deepEqual(await jsonOf(update), {
      requesttypedescriptions: ['TRANSACTIONUPDATE'],
      filter: { sitereference: [{ value: SITE }], transactionreference: [{ value: REFERENCE }] },
      updates: { settlestatus: '3' },
    });
  });

  it('is written by the same naming over XML', async () => {
    assert.equal(
      await xmlOf(update),
      '<request type="TRANSACTIONUPDATE"><filter><sitereference>test_site12345</sitereference>' +
        '<transactionreference>23-86-113</transactionreference></filter>' +
        '<updates><settlement><settlestatus>3</settlestatus></settlement></updates></request>',
    );
  });
});
