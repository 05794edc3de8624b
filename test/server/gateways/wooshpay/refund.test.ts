import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RefundEvidence } from '../../../../src/server/gateway.ts';
import {
  anError,
  anIntent,
  aPayment,
  aRefund,
  aSession,
  aWireRefund,
  INTENT_ID,
  REFUND_ID,
  SESSION_ID,
  setup,
} from './fixtures.ts';

const CREATE = 'POST /v1/refunds';
const RETRIEVE = `GET /v1/refunds/${REFUND_ID}`;
const SESSION = `GET /v1/checkout/sessions/${SESSION_ID}`;
const SEARCH = `GET /v1/payment_intents/search?query=merchant_order_id%3A%27${aPayment().id}%27&limit=10`;

const paid = aPayment({ gatewayReference: INTENT_ID });
const evidence = {
  refundId: aRefund().id,
  gatewayReference: REFUND_ID,
  outcome: 'success',
  amount: { currency: 'CNY', value: 314, exponent: 2 },
  gatewayCode: undefined,
};

describe('refunding a payment', () => {
  it('sends how much of which payment, and our own reference', async () => {
    const { gateway, sent } = setup({ [CREATE]: aWireRefund() });
    assert.deepEqual(await gateway.refundPayment(paid, aRefund({ reason: 'One box was broken' })), evidence);
    assert.deepEqual(
      sent.map(({ call, body }) => [call, body]),
      [
        [
          CREATE,
          {
            payment_intent: INTENT_ID,
            amount: 314,
            metadata: { refund_id: aRefund().id, reason: 'One box was broken' },
          },
        ],
      ],
    );
    assert.equal(sent[0]?.headers.get('idempotency-key'), aRefund().id);
  });

  it('says the amount of a whole refund too', async () => {
    const { gateway, sent } = setup({ [CREATE]: aWireRefund({ amount: 1314 }) });
    await gateway.refundPayment(paid, aRefund({ amount: paid.amount, isFull: true }));
    assert.deepEqual(sent[0]?.body, {
      payment_intent: INTENT_ID,
      amount: 1314,
      metadata: { refund_id: aRefund().id },
    });
  });

  it('sends the amount as text where the merchant says so, and reads it as text', async () => {
    const { gateway, sent } = setup({ [CREATE]: aWireRefund({ amount: '314' }) }, { refundAmountType: 'string' });
    assert.deepEqual(await gateway.refundPayment(paid, aRefund()), evidence);
    assert.equal((sent[0]?.body as { amount: unknown }).amount, '314');
  });

  it('is of the intent behind a session', async () => {
    const { gateway, sent } = setup({ [SESSION]: aSession(), [CREATE]: aWireRefund() });
    await gateway.refundPayment(aPayment({ gatewayReference: SESSION_ID }), aRefund());
    assert.equal((sent[1]?.body as { payment_intent: unknown }).payment_intent, INTENT_ID);
  });

  it('finds the payment first where its id is not known', async () => {
    const found = { object: 'list', data: [anIntent({ status: 'succeeded' })], has_more: false };
    const { gateway, calls } = setup({ [SEARCH]: found, [CREATE]: aWireRefund() });
    await gateway.refundPayment(aPayment(), aRefund());
    assert.deepEqual(calls(), [SEARCH, CREATE]);
  });

  const rows: [status: string, fields: object, expected: Partial<RefundEvidence>][] = [
    ['succeeded', {}, { outcome: 'success' }],
    ['failed', { failure_reason: 'unknown' }, { outcome: 'failed', gatewayCode: 'unknown' }],
    [
      'failed',
      { failure_reason: 'expired_or_canceled_card' },
      { outcome: 'failed', gatewayCode: 'expired_or_canceled_card' },
    ],
    ['canceled', {}, { outcome: 'failed' }],
    ['cancelled', {}, { outcome: 'failed' }],
    ['pending', {}, { outcome: 'processing' }],
    ['requires_action', {}, { outcome: 'processing' }],
    ['a_status_of_tomorrow', {}, { outcome: 'processing' }],
  ];
  for (const [status, fields, expected] of rows) {
    it(`${status} ${JSON.stringify(fields)} is ${expected.outcome}, when made and when asked for`, async () => {
      const answer = aWireRefund({ status, ...fields });
      const { gateway } = setup({ [CREATE]: answer, [RETRIEVE]: answer });
      assert.deepEqual(await gateway.refundPayment(paid, aRefund()), { ...evidence, ...expected });
      const asked = await gateway.retrieveRefund(paid, aRefund({ gatewayReference: REFUND_ID }));
      assert.deepEqual(asked, { ...evidence, ...expected });
    });
  }

  const nothingMoved: [name: string, answer: () => Response, gatewayCode: string | undefined][] = [
    ['400', anError(400, { type: 'invalid_request_error', code: 'already_refunded' }), 'already_refunded'],
    ['401', anError(401, { type: 'invalid_request_error' }), 'invalid_request_error'],
    ['402, refunds are not enabled', anError(402, { code: 'refund_disabled' }), 'refund_disabled'],
    ['403', anError(403), undefined],
    ['404', anError(404), undefined],
    ['429', anError(429), undefined],
  ];
  for (const [name, answer, gatewayCode] of nothingMoved) {
    it(`is dead after ${name}, so that the merchant can ask for another`, async () => {
      const { gateway } = setup({ [CREATE]: answer });
      await assert.rejects(gateway.refundPayment(paid, aRefund()), { kind: 'rejected', gatewayCode });
    });
  }

  const perhapsMoved: [name: string, answer: 'no answer' | object][] = [
    ['no answer', 'no answer'],
    ['409', anError(409)],
    ['400 for a key that was used before', anError(400, { type: 'idempotency_error' })],
    ['500', anError(500)],
    ['an HTML page', () => new Response('<!doctype html>')],
    ['a 400 of a proxy', () => new Response('<!doctype html>', { status: 400 })],
    ['half an answer', () => new Response('{"id":"re_1"')],
    ['an answer without a status', { id: REFUND_ID }],
    ['an answer about another refund', aWireRefund({ metadata: { refund_id: 'AnotherAnotherAnother001' } })],
  ];
  for (const [name, answer] of perhapsMoved) {
    it(`is unknown after ${name}`, async () => {
      const { gateway } = setup({ [CREATE]: answer });
      await assert.rejects(gateway.refundPayment(paid, aRefund()), { name: 'GatewayError', kind: 'unknown' });
    });
  }

  it('is dead where it could not even be sent', async () => {
    const lost = setup({ [SESSION]: 'no answer' });
    const hosted = aPayment({ gatewayReference: SESSION_ID });
    await assert.rejects(lost.gateway.refundPayment(hosted, aRefund()), { kind: 'rejected', message: /was not sent/ });
    const unpaid = setup({ [SESSION]: aSession({ payment_intent: '' }) });
    await assert.rejects(unpaid.gateway.refundPayment(hosted, aRefund()), { kind: 'rejected' });
    const none = setup();
    const uncountable = aRefund({ amount: { currency: 'CNY', value: 1, exponent: 3 } });
    await assert.rejects(none.gateway.refundPayment(paid, uncountable), { kind: 'rejected' });
    assert.deepEqual([lost.calls(), unpaid.calls(), none.calls()], [[SESSION], [SESSION], []]);
  });
});

describe('asking for a refund', () => {
  it('never says that there is none where the answer was lost: it must not be made twice', async () => {
    const { gateway, calls } = setup();
    await assert.rejects(gateway.retrieveRefund(paid, aRefund()), { kind: 'unknown', message: /dashboard/ });
    assert.deepEqual(calls(), []);
  });

  it('is for the operator where the gateway does not know its own refund', async () => {
    const { gateway } = setup({ [RETRIEVE]: anError(404) });
    const refund = aRefund({ gatewayReference: REFUND_ID });
    await assert.rejects(gateway.retrieveRefund(paid, refund), { kind: 'misconfigured' });
  });

  for (const fields of [{ id: 're_another' }, { metadata: '{"refund_id":"AnotherAnotherAnother001"}' }]) {
    it(`does not believe an answer about another: ${JSON.stringify(fields)}`, async () => {
      const { gateway } = setup({ [RETRIEVE]: aWireRefund(fields) });
      const refund = aRefund({ gatewayReference: REFUND_ID });
      await assert.rejects(gateway.retrieveRefund(paid, refund), { kind: 'unknown' });
    });
  }
});
