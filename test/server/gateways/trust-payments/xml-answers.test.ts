import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTrustPaymentsClient, trustPayments } from '../../../../src/server/gateways/trust-payments/index.ts';
import { answering, aPayment, aRefund, REFERENCE, SITE } from './fixtures.ts';

const payment = aPayment();
const known = aPayment({ gatewayReference: REFERENCE });

const options = (xml: string) => answering(() => new Response(xml), { format: 'xml' });
const block = (response: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<responseblock version="3.67">\n  <requestreference>X1</requestreference>\n` +
  `  ${response}\n  <secrand>zO9</secrand>\n</responseblock>\n`;
const response = (type: string, inner: string) => block(`<response type="${type}">${inner}</response>`);

const transaction = (settlestatus: string, { reference = REFERENCE, ours = payment.id, amount = '1050' } = {}) => `
    <merchant><merchantname>Tea &amp; Co</merchantname><orderreference>${ours}</orderreference></merchant>
    <transactionreference>${reference}</transactionreference>
    <timestamp>2017-03-16 16:25:08</timestamp>
    <billing><amount currencycode="EUR">${amount}</amount><payment type="ALIPAY"/></billing>
    <settlement><settleduedate>2017-03-16</settleduedate><settlestatus>${settlestatus}</settlestatus></settlement>
    <live>0</live>
    <error><message>Ok</message><code>0</code></error>
    <operation><sitereference>${SITE}</sitereference></operation>`;
const other =
  '<other><redirecturl>https://alipay.example/pay?a=1&amp;b=2</redirecturl><partnerid>2088</partnerid></other>';
const ok = '<error><code>0</code><message>Ok</message></error>';
const record = (type: string, settlestatus: string, as = {}) =>
  `<record type="${type}">${transaction(settlestatus, as)}</record>`;

const create = (xml: string) => trustPayments(options(xml)).createPayment(payment);
const query = (xml: string, of = known) => trustPayments(options(xml)).retrievePayment(of);
const unknown = { name: 'GatewayError', kind: 'unknown' };

describe('an answer over XML', () => {
  it('holds the address to pay at', async () => {
    assert.deepEqual(await create(response('AUTH', transaction('10') + other)), {
      paymentId: payment.id,
      gatewayReference: REFERENCE,
      amount: { currency: 'EUR', value: 1050, exponent: 2 },
      outcome: 'awaiting',
      action: { redirect: { url: 'https://alipay.example/pay?a=1&b=2', method: 'GET' } },
    });
  });

  it('is read in the words of JSON', async () => {
    const client = createTrustPaymentsClient(options(response('AUTH', transaction('10') + other)));
    const request = {
      baseamount: '1050',
      currencyiso3a: 'EUR',
      orderreference: payment.id,
      returnurl: 'https://a.example',
    };
    assert.deepEqual(await client.auth(request), {
      requesttypedescription: 'AUTH',
      errorcode: '0',
      errormessage: 'Ok',
      errordata: [],
      settlestatus: '10',
      settleduedate: '2017-03-16',
      transactionreference: REFERENCE,
      orderreference: payment.id,
      baseamount: '1050',
      currencyiso3a: 'EUR',
      redirecturl: 'https://alipay.example/pay?a=1&b=2',
      livestatus: '0',
      sitereference: SITE,
      paymenttypedescription: 'ALIPAY',
      transactionstartedtimestamp: '2017-03-16 16:25:08',
      partnerid: '2088',
    });
  });

  it('names the fields that the gateway does not like', async () => {
    const error =
      '<error><code>30000</code><message>Invalid field</message><data>returnurl</data><data>amount</data></error>';
    const expected = { kind: 'misconfigured', gatewayCode: '30000', message: /returnurl, amount/ };
    await assert.rejects(create(response('ERROR', error)), expected);
  });

  it('tells how a payment stands', async () => {
    const records = record('REFUND', '100', { reference: '23-86-114', ours: 'x' }) + record('AUTH', '0');
    assert.equal((await query(response('TRANSACTIONQUERY', ok + records)))?.outcome, 'processing');
    const settled = response('TRANSACTIONQUERY', `${ok}<found>1</found>${record('AUTH', '100')}`);
    assert.equal((await query(settled, payment))?.outcome, 'success');
  });

  it('is no payment where nothing is found', async () => {
    assert.equal(await query(response('TRANSACTIONQUERY', ok)), null);
    assert.equal(await query(response('TRANSACTIONQUERY', `<timestamp>2017</timestamp>${ok}<found>0</found>`)), null);
  });

  it('tells how a refund went, and how it stands', async () => {
    const as = { reference: '23-86-114', ours: aRefund().id, amount: '500' };
    const made = trustPayments(options(response('REFUND', transaction('100', as))));
    assert.equal((await made.refundPayment(known, aRefund())).outcome, 'success');
    const found = trustPayments(options(response('TRANSACTIONQUERY', ok + record('REFUND', '3', as))));
    assert.equal((await found.retrieveRefund(known, aRefund()))?.outcome, 'failed');
  });

  const unreadable: [name: string, xml: string][] = [
    [
      'whose records have another name',
      response('TRANSACTIONQUERY', `${ok}<records>${record('AUTH', '100')}</records>`),
    ],
    [
      'with something else than records',
      response('TRANSACTIONQUERY', `${ok}<transaction type="REFUND">${transaction('100')}</transaction>`),
    ],
    [
      'that counts more records than it holds',
      response('TRANSACTIONQUERY', `${ok}<found>2</found>${record('AUTH', '3')}`),
    ],
    ['to another kind of request', response('AUTH', transaction('100'))],
    ['that does not say to what', block(`<response>${ok}</response>`)],
    ['without an error code', response('TRANSACTIONQUERY', record('AUTH', '100'))],
    ['to two requests', block(`<response type="TRANSACTIONQUERY">${ok}</response>`.repeat(2))],
    ['to none', block('')],
    ['in another block', response('TRANSACTIONQUERY', ok).replaceAll('responseblock', 'requestblock')],
    ['that is cut short', response('TRANSACTIONQUERY', ok).slice(0, -20)],
    ['that is an HTML page', '<!doctype html><title>Sorry</title>'],
    ['that brings entities of its own', `<!DOCTYPE a [<!ENTITY b "c">]>${response('TRANSACTIONQUERY', ok)}`],
    ['that is JSON', '{"response":[]}'],
  ];
  for (const [name, xml] of unreadable) {
    it(`leaves everything unknown ${name}`, () => assert.rejects(query(xml), unknown));
  }
});
