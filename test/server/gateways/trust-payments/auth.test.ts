import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence, GatewayPayment } from '../../../../src/server/gateway.ts';
import { CONFIGURATION, DECLINES, NOT_REFUNDABLE, NOT_REFUNDABLE_YET, UNCERTAIN } from './error-code-tables.ts';
import { anAuth, answeringGateway, aPayment, aQueryAnswer, aRecord, aRefundRecord, REFERENCE } from './fixtures.ts';

const payment = aPayment();
const known = aPayment({ gatewayReference: REFERENCE });
const amount = { currency: 'EUR', value: 1050, exponent: 2 };
const redirect = { url: 'https://alipay.example/pay?x=1', method: 'GET' };

const create = (answer: unknown, of: GatewayPayment = payment) => answeringGateway(answer).createPayment(of);
const query = (records: unknown, of: GatewayPayment = known, outer: Record<string, unknown> = {}) =>
  answeringGateway(aQueryAnswer(records, outer)).retrievePayment(of);
const fails = (promise: Promise<unknown>, kind: string, gatewayCode?: string) =>
  assert.rejects(promise, { name: 'GatewayError', kind, ...(gatewayCode && { gatewayCode }) });

const STATUSES: [settlestatus: string | undefined, errorcode: string | undefined, told: Partial<Evidence>][] = [
  ['10', '0', { outcome: 'awaiting' }],
  ['0', '0', { outcome: 'processing' }],
  ['1', '0', { outcome: 'processing' }],
  [
    '2',
    '0',
    { outcome: 'processing', attention: 'Trust Payments has suspended this payment: release it, or cancel it' },
  ],
  ['3', '0', { outcome: 'cancelled', cancelledBy: 'shopper' }],
  ['3', undefined, { outcome: 'cancelled', cancelledBy: 'shopper' }],
  ['3', '70000', { outcome: 'failed', reason: 'declined' }],
  ['3', '60044', { outcome: 'failed', reason: 'risk_rejected' }],
  ['3', '30000', { outcome: 'failed', reason: 'gateway_error' }],
  ['3', '70001', { outcome: 'failed', reason: 'unknown' }],
  ['100', '0', { outcome: 'success' }],
  ['4', '0', { outcome: 'awaiting' }],
  ['', '0', { outcome: 'awaiting' }],
  [undefined, '0', { outcome: 'awaiting' }],
];

describe('the answer to AUTH', () => {
  it('holds the address to pay at', async () => {
    assert.deepEqual(await create(anAuth()), {
      paymentId: payment.id,
      gatewayReference: REFERENCE,
      amount,
      outcome: 'awaiting',
      action: { redirect },
    });
  });

  it('is read with numbers where the documents have strings', async () => {
    const evidence = await create(anAuth({ errorcode: 0, settlestatus: 10, baseamount: 1050, livestatus: 0 }));
    assert.deepEqual([evidence.outcome, evidence.amount], ['awaiting', amount]);
  });

  for (const [settlestatus, errorcode, told] of STATUSES.filter(([status, code]) => status && code === '0')) {
    // Nothing is paid by the answer to a create, whatever it says.
    const outcome = told.outcome === 'success' ? 'processing' : told.outcome;
    it(`is ${outcome} at settlestatus ${settlestatus}`, async () => {
      const evidence = await create(anAuth({ settlestatus, errorcode }));
      assert.equal(evidence.outcome, outcome);
      assert.deepEqual(evidence.action, settlestatus === '10' ? { redirect } : undefined);
    });
  }

  const unbelievable: [name: string, fields: Record<string, unknown>][] = [
    ['without an error code', { errorcode: undefined }],
    ['without a settlestatus', { settlestatus: undefined }],
    ['without the gateway’s reference', { transactionreference: undefined }],
    ['without an address', { redirecturl: undefined }],
    ['with an empty address', { redirecturl: '' }],
    ['with an address that is no https', { redirecturl: 'http://alipay.example/' }],
    ['with an address that runs script', { redirecturl: 'javascript:alert(1)' }],
    ['with an address that is too long', { redirecturl: `https://alipay.example/${'x'.repeat(2048)}` }],
    ['about another payment', { orderreference: 'PaymentPaymentPayment002' }],
    ['to another kind of request', { requesttypedescription: 'REFUND' }],
    ['that does not say to what', { requesttypedescription: undefined }],
    ['that calls itself an error and has none', { requesttypedescription: 'ERROR' }],
  ];
  for (const [name, fields] of unbelievable) {
    it(`leaves everything unknown ${name}`, () => fails(create(anAuth(fields)), 'unknown'));
  }

  for (const [code, reason] of Object.entries(DECLINES)) {
    it(`ends the payment as ${reason} with ${code}`, () =>
      assert.rejects(create({ requesttypedescription: 'AUTH', errorcode: code, settlestatus: '3' }), {
        kind: 'rejected',
        reason,
        gatewayCode: code,
      }));
  }

  for (const code of CONFIGURATION) {
    it(`is for the operator with ${code}`, () =>
      fails(create({ requesttypedescription: 'ERROR', errorcode: code }), 'misconfigured', code));
  }

  for (const code of [...UNCERTAIN, ...NOT_REFUNDABLE_YET, ...NOT_REFUNDABLE, '60014']) {
    it(`leaves everything unknown with ${code}`, () => fails(create(anAuth({ errorcode: code })), 'unknown', code));
  }

  it('names the field that the gateway does not like', () =>
    assert.rejects(create({ requesttypedescription: 'ERROR', errorcode: '30000', errordata: ['returnurl'] }), {
      message: /30000.*returnurl/,
    }));

  it('is not believed from a live site where a test one is expected', () =>
    fails(create(anAuth({ livestatus: '1' })), 'misconfigured'));
});

describe('a payment that Trust Payments cannot take', () => {
  const refused: [name: string, payment: Partial<GatewayPayment>, message: RegExp][] = [
    ['of nothing', { amount: { ...amount, value: 0 } }, /amount/],
    ['of less than nothing', { amount: { ...amount, value: -1 } }, /amount/],
    ['of a fraction of a cent', { amount: { ...amount, value: 10.5 } }, /amount/],
    ['of no number', { amount: { ...amount, value: Number.NaN } }, /amount/],
    ['of more than 13 digits', { amount: { ...amount, value: 10_000_000_000_000 } }, /amount/],
    ['in renminbi', { amount: { ...amount, currency: 'CNY' } }, /amount/],
    ['in yen that nobody has confirmed', { amount: { currency: 'JPY', value: 1000, exponent: 0 } }, /amount/],
    ['with a reference of more than 25 characters', { id: 'x'.repeat(26) }, /reference/],
    ['with too long an address to return to', { returnUrl: `https://shop.example/${'x'.repeat(2048)}` }, /return/],
  ];
  for (const [name, fields, message] of refused) {
    it(`is not sent: ${name}`, async () => {
      const gateway = answeringGateway(undefined, { fetch: () => assert.fail('It was sent') });
      await assert.rejects(gateway.createPayment(aPayment(fields)), { kind: 'rejected', message });
    });
  }
});

describe('the answer to a query', () => {
  for (const [settlestatus, errorcode, told] of STATUSES) {
    it(`is ${told.outcome} at settlestatus ${settlestatus} with error code ${errorcode}`, async () => {
      assert.deepEqual(await query([aRecord({ settlestatus, errorcode })]), {
        paymentId: payment.id,
        gatewayReference: REFERENCE,
        amount,
        ...told,
      });
    });
  }

  for (const [name, records] of [
    ['no records', undefined],
    ['null for records', null],
    ['an empty list', []],
  ] as const) {
    it(`is no payment with ${name}, however good it looks`, async () => {
      assert.equal(await query(records, payment), null);
      assert.equal(await query(records, payment, { settlestatus: '100', baseamount: '1050' }), null);
    });
  }

  it('is no payment with 60014', async () => assert.equal(await query([], known, { errorcode: '60014' }), null));

  it('is no payment with a settled refund', async () => {
    const refund = aRefundRecord({ orderreference: payment.id, baseamount: '1050' });
    assert.equal(await query([refund], payment), null);
    const open = aRecord({ settlestatus: '0' });
    assert.equal((await query([refund, open], payment))?.outcome, 'processing');
  });

  it('is a success where any of several attempts is settled', async () => {
    const attempts = ['3', '100', '10', '0'].map((settlestatus, at) =>
      aRecord({ settlestatus, errorcode: settlestatus === '3' ? '70000' : '0', transactionreference: `23-86-${at}` }),
    );
    const evidence = await query(attempts, payment);
    assert.deepEqual([evidence?.outcome, evidence?.gatewayReference], ['success', '23-86-1']);
  });

  it('speaks of the attempt that has come furthest', async () => {
    const attempt = (settlestatus: string, fields = {}) => aRecord({ settlestatus, ...fields });
    const outcome = async (...records: unknown[]) => (await query(records, payment))?.outcome;
    assert.equal(await outcome(attempt('3'), attempt('1'), attempt('10')), 'processing');
    assert.equal(await outcome(attempt('3'), attempt('3', { errorcode: '70000' })), 'failed');
    const payable = attempt('10', { redirecturl: redirect.url, transactionreference: '23-86-9' });
    assert.equal((await query([attempt('10'), payable, attempt('3')], payment))?.gatewayReference, '23-86-9');
  });

  it('gives a payment whose answer was lost its address again, where the record has one', async () => {
    const evidence = await query([aRecord({ redirecturl: redirect.url })], payment);
    assert.deepEqual(evidence?.action, { redirect });
    assert.equal((await query([aRecord({ redirecturl: redirect.url })], known))?.action, undefined);
  });

  it('is no payment where the address was lost with the answer: nobody can pay it', async () => {
    assert.equal(await query([aRecord()], payment), null);
    assert.equal(await query([aRecord(), aRecord({ settlestatus: '3' })], payment), null);
    assert.equal((await query([aRecord()], known))?.outcome, 'awaiting');
  });

  it('stays a payment, without an address, where an error says that its fate is not known', async () => {
    const evidence = await query([aRecord({ errorcode: '70001', redirecturl: redirect.url })], payment);
    assert.deepEqual([evidence?.outcome, evidence?.action], ['awaiting', undefined]);
  });

  it('stays a payment without an address in every state that is not plainly open', async () => {
    for (const settlestatus of ['0', '1', '2', '100', '7', undefined]) {
      assert.notEqual(await query([aRecord({ settlestatus })], payment), null);
    }
  });

  it('does without our reference where it was asked by the gateway’s', async () => {
    assert.equal((await query([aRecord({ orderreference: undefined, settlestatus: '100' })]))?.outcome, 'success');
  });

  it('turns from failed to paid, as it rarely does', async () => {
    assert.equal((await query([aRecord({ settlestatus: '3', errorcode: '70000' })]))?.outcome, 'failed');
    assert.equal((await query([aRecord({ settlestatus: '100' })]))?.outcome, 'success');
  });

  const unreadable: [name: string, records: unknown, of?: GatewayPayment, outer?: Record<string, unknown>][] = [
    ['whose records are no list', { 0: aRecord() }],
    ['whose records are text', JSON.stringify([aRecord()])],
    ['that counts more records than it holds', [], payment, { found: '1' }],
    ['about another payment', [aRecord({ orderreference: 'PaymentPaymentPayment002' })]],
    ['about another attempt', [aRecord({ transactionreference: '23-86-999' })]],
    ['about a payment without any reference of ours', [aRecord({ orderreference: undefined })], payment],
    ['with a record that is not one', ['settled']],
    ['with a record that does not say what it is', [aRecord({ requesttypedescription: undefined })]],
    ['that does not say how much was paid', [aRecord({ settlestatus: '100', baseamount: undefined })]],
    ['that does not say in what it was paid', [aRecord({ settlestatus: '100', currencyiso3a: undefined })]],
    ['with an amount that is no number', [aRecord({ settlestatus: '100', baseamount: '10.50' })]],
    ['with an amount beyond 13 digits', [aRecord({ settlestatus: '100', baseamount: '10000000000000' })]],
    ['with a currency that is none', [aRecord({ settlestatus: '100', currencyiso3a: 'constructor' })]],
    ['without an error code', [aRecord()], known, { errorcode: undefined }],
  ];
  for (const [name, records, of, outer] of unreadable) {
    it(`leaves everything unknown ${name}`, () => fails(query(records, of, outer), 'unknown'));
  }

  for (const code of [...UNCERTAIN, ...Object.keys(DECLINES), ...NOT_REFUNDABLE_YET, ...NOT_REFUNDABLE]) {
    it(`says nothing of the payment with ${code}`, () =>
      fails(query([aRecord({ settlestatus: '100' })], known, { errorcode: code }), 'unknown', code));
  }

  for (const code of CONFIGURATION) {
    it(`is for the operator with ${code}`, () => fails(query([], known, { errorcode: code }), 'misconfigured', code));
  }

  it('is not believed where a record is of the other mode', () =>
    fails(query([aRecord({ settlestatus: '100', livestatus: '1' })]), 'misconfigured'));
});

describe('cancelling', () => {
  it('is refused without asking: an open payment cannot be cancelled', async () => {
    const gateway = answeringGateway(undefined, { fetch: () => assert.fail('It was sent') });
    assert.equal(gateway.capabilities.cancel, 'never');
    assert.equal(await gateway.cancelPayment(known), 'refused');
  });
});
