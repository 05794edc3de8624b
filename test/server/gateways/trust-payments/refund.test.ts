import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GatewayRefund, RefundEvidence } from '../../../../src/server/gateway.ts';
import {
  CONFIGURATION,
  DECLINES,
  NOT_REFUNDABLE,
  NOT_REFUNDABLE_YET,
  NEVER_AGAIN,
  UNCERTAIN,
} from './error-code-tables.ts';
import { answeringGateway, aPayment, aQueryAnswer, aRecord, aRefund, aRefundRecord, REFERENCE } from './fixtures.ts';

const payment = aPayment({ gatewayReference: REFERENCE });
const refund = aRefund();
const returned: Omit<RefundEvidence, 'outcome'> = {
  refundId: refund.id,
  gatewayReference: '23-86-114',
  amount: { currency: 'EUR', value: 500, exponent: 2 },
};

const make = (answer: unknown, of = refund) => answeringGateway(answer).refundPayment(payment, of);
const find = (records: unknown, of = refund, outer: Record<string, unknown> = {}) =>
  answeringGateway(aQueryAnswer(records, outer)).retrieveRefund(payment, of);
const fails = (promise: Promise<unknown>, kind: string, gatewayCode?: string) =>
  assert.rejects(promise, { name: 'GatewayError', kind, ...(gatewayCode && { gatewayCode }) });

const OUTCOMES: [settlestatus: string | undefined, told: Partial<RefundEvidence>][] = [
  ['100', { outcome: 'success' }],
  ['0', { outcome: 'processing' }],
  ['1', { outcome: 'processing' }],
  ['2', { outcome: 'processing' }],
  ['10', { outcome: 'processing' }],
  ['3', { outcome: 'failed', gatewayCode: '0' }],
  ['4', { outcome: 'processing' }],
  [undefined, { outcome: 'processing' }],
];

describe('the answer to REFUND', () => {
  for (const [settlestatus, told] of OUTCOMES) {
    it(`is ${told.outcome} at settlestatus ${settlestatus}`, async () => {
      assert.deepEqual(await make(aRefundRecord({ settlestatus })), { ...returned, ...told });
    });
  }

  it('does without an echo of our reference, which is not documented', async () => {
    assert.equal((await make(aRefundRecord({ orderreference: undefined }))).outcome, 'success');
  });

  it('leaves everything unknown about another refund', () =>
    fails(make(aRefundRecord({ orderreference: 'RefundRefundRefundRefu02' })), 'unknown'));

  for (const code of [...NOT_REFUNDABLE_YET, ...NOT_REFUNDABLE, ...Object.keys(DECLINES), '60014']) {
    it(`says that no money moves with ${code}`, () =>
      fails(make({ requesttypedescription: 'REFUND', errorcode: code }), 'rejected', code));
  }

  for (const code of CONFIGURATION) {
    it(`is for the operator with ${code}`, () =>
      fails(make({ requesttypedescription: 'ERROR', errorcode: code }), 'misconfigured', code));
  }

  for (const code of UNCERTAIN.filter((one) => !NEVER_AGAIN.includes(one))) {
    it(`leaves everything unknown with ${code}`, () =>
      fails(make(aRefundRecord({ errorcode: code })), 'unknown', code));
  }

  for (const code of NEVER_AGAIN) {
    it(`counts as made with ${code}, so that it is asked about and never sent again`, async () => {
      const evidence = await make(aRefundRecord({ errorcode: code, settlestatus: undefined }));
      assert.deepEqual(evidence, { refundId: refund.id, outcome: 'processing' });
    });
  }
});

describe('a refund that Trust Payments cannot take', () => {
  const refused: [name: string, refund: Partial<GatewayRefund>, reference?: string][] = [
    ['of nothing', { amount: { ...refund.amount, value: 0 } }],
    ['of less than nothing', { amount: { ...refund.amount, value: -500 } }],
    ['of a fraction of a cent', { amount: { ...refund.amount, value: 0.5 } }],
    ['in another currency than there is', { amount: { ...refund.amount, currency: 'CNY' } }],
    ['with too long a reference', { id: 'x'.repeat(26) }],
    ['of a payment without the gateway’s reference', {}, ''],
  ];
  for (const [name, fields, gatewayReference = REFERENCE] of refused) {
    it(`is not sent: ${name}`, async () => {
      const gateway = answeringGateway(undefined, { fetch: () => assert.fail('It was sent') });
      await fails(gateway.refundPayment(aPayment({ gatewayReference }), aRefund(fields)), 'rejected');
    });
  }
});

describe('the answer to a query for a refund', () => {
  for (const [settlestatus, told] of OUTCOMES) {
    it(`is ${told.outcome} at settlestatus ${settlestatus}`, async () => {
      assert.deepEqual(await find([aRefundRecord({ settlestatus })]), { ...returned, ...told });
    });
  }

  for (const code of [...NOT_REFUNDABLE_YET, ...NOT_REFUNDABLE, ...Object.keys(DECLINES)]) {
    it(`is failed with ${code} in the record`, async () => {
      const evidence = await find([aRefundRecord({ settlestatus: '0', errorcode: code })]);
      assert.deepEqual(evidence, { ...returned, outcome: 'failed', gatewayCode: code });
    });
  }

  for (const code of UNCERTAIN) {
    it(`is processing with ${code} in the record`, async () => {
      assert.equal((await find([aRefundRecord({ errorcode: code })]))?.outcome, 'processing');
    });
  }

  it('is no refund where nothing is found, or only a payment', async () => {
    for (const records of [undefined, null, [], [aRecord({ settlestatus: '100', orderreference: refund.id })]]) {
      assert.equal(await find(records), null);
    }
    assert.equal(await find([], refund, { errorcode: '60014' }), null);
  });

  it('is a success where one of several attempts is, and not failed while one is under way', async () => {
    const [failed, open, done] = ['3', '0', '100'].map((settlestatus) => aRefundRecord({ settlestatus }));
    assert.equal((await find([failed, open, done]))?.outcome, 'success');
    assert.equal((await find([failed, open]))?.outcome, 'processing');
  });

  it('leaves everything unknown about another refund, or one of another payment', async () => {
    await fails(find([aRefundRecord({ orderreference: 'RefundRefundRefundRefu02' })]), 'unknown');
    await fails(find([aRefundRecord({ parenttransactionreference: '23-86-999' })]), 'unknown');
    await fails(find([aRefundRecord()], aRefund({ gatewayReference: '23-86-999' })), 'unknown');
  });

  it('says nothing where the query failed', async () => {
    for (const code of UNCERTAIN) await fails(find([aRefundRecord()], refund, { errorcode: code }), 'unknown', code);
    for (const code of CONFIGURATION) await fails(find([], refund, { errorcode: code }), 'misconfigured', code);
  });
});
