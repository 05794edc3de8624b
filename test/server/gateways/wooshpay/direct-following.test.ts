import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence } from '../../../../src/server/gateway.ts';
import { anError, anIntent, aPayment, INTENT_ID, setup } from './fixtures.ts';
import { about, CANCEL, known, redirect, RETRIEVE } from './known-intent.ts';

const SEARCH = `GET /v1/payment_intents/search?query=merchant_order_id%3A%27${aPayment().id}%27&limit=10`;

const list = (...data: object[]) => ({ object: 'list', data, has_more: false, url: '/v1/payment_intents/search' });

describe('following a payment', () => {
  const error = { type: 'card_error', code: 'declined', message: 'No' };
  const rows: [status: string, fields: object, evidence: Partial<Evidence>][] = [
    ['requires_payment_method', {}, { outcome: 'awaiting' }],
    ['requires_payment_method', { last_payment_error: '' }, { outcome: 'awaiting' }],
    ['requires_payment_method', { last_payment_error: null }, { outcome: 'awaiting' }],
    ['requires_payment_method', { last_payment_error: '{}' }, { outcome: 'awaiting' }],
    ['requires_payment_method', { last_payment_error: error }, { outcome: 'failed', reason: 'declined' }],
    [
      'requires_payment_method',
      { last_payment_error: JSON.stringify(error) },
      { outcome: 'failed', reason: 'declined' },
    ],
    ['requires_payment_method', { last_payment_error: 'No' }, { outcome: 'failed', reason: 'unknown' }],
    ['requires_confirmation', {}, { outcome: 'awaiting' }],
    ['requires_action', {}, { outcome: 'awaiting' }],
    ['processing', {}, { outcome: 'processing' }],
    ['requires_capture', {}, { outcome: 'processing' }],
    ['succeeded', {}, { outcome: 'success' }],
    ['canceled', {}, { outcome: 'expired' }],
    ['cancelled', {}, { outcome: 'expired' }],
    ['failed', {}, { outcome: 'failed', reason: 'unknown' }],
    ['failed', { last_payment_error: { type: 'api_error' } }, { outcome: 'failed', reason: 'gateway_error' }],
    ['a_status_of_tomorrow', {}, { outcome: 'awaiting' }],
  ];
  for (const [status, fields, expected] of rows) {
    it(`${status} ${JSON.stringify(fields)} is ${expected.outcome} ${expected.reason ?? ''}`, async () => {
      const { gateway, calls } = setup({ [RETRIEVE]: anIntent({ status, ...fields }) });
      const evidence = await gateway.retrievePayment(known);
      const action = expected.outcome === 'awaiting' && { action: redirect };
      assert.deepEqual(evidence, { ...about, ...action, ...expected });
      assert.deepEqual(calls(), [RETRIEVE]);
    });
  }

  for (const received of [1314, '1314', null, '', undefined]) {
    it(`believes a success with ${JSON.stringify(received)} received`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', amount_received: received }) });
      assert.deepEqual(await gateway.retrievePayment(known), { ...about, outcome: 'success' });
    });
  }

  for (const received of [0, 1313, 1315, 13.14, -1314, '0', 'all', {}]) {
    it(`does not believe a success with ${JSON.stringify(received)} received`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', amount_received: received }) });
      await assert.rejects(gateway.retrievePayment(known), { kind: 'unknown' });
    });
  }

  for (const fields of [{ amount: null }, { currency: '' }, { currency: 'JPY' }, { amount: 13.14 }]) {
    it(`does not believe a success of ${JSON.stringify(fields)}`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', ...fields }) });
      await assert.rejects(gateway.retrievePayment(known), { kind: 'unknown' });
    });
  }

  it('tells the amount as it is, for the kit to compare', async () => {
    const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', amount: 1, currency: 'EUR' }) });
    assert.deepEqual((await gateway.retrievePayment(known))?.amount, { currency: 'EUR', value: 1, exponent: 2 });
  });

  for (const fields of [
    { id: 'pi_another' },
    { merchant_order_id: 'AnotherAnotherAnother001' },
    { metadata: { order_id: 'A-1002' } },
    { metadata: '{"order_id":"A-1002"}' },
  ]) {
    it(`does not believe an answer about another payment: ${JSON.stringify(fields)}`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', ...fields }) });
      await assert.rejects(gateway.retrievePayment(known), { kind: 'unknown' });
    });
  }

  for (const fields of [
    { merchant_order_id: null, metadata: null },
    { merchant_order_id: '', metadata: '' },
  ]) {
    it(`believes an answer that echoes nothing: ${JSON.stringify(fields)}`, async () => {
      const { gateway } = setup({ [RETRIEVE]: anIntent({ status: 'succeeded', ...fields }) });
      assert.equal((await gateway.retrievePayment(known))?.outcome, 'success');
    });
  }

  it('is for the operator where the gateway does not know its own payment', async () => {
    const { gateway } = setup({ [RETRIEVE]: anError(404, { message: 'No such payment_intent' }) });
    await assert.rejects(gateway.retrievePayment(known), { kind: 'misconfigured', message: /No such payment_intent/ });
  });
});

describe('looking for a payment whose answer was lost', () => {
  it('finds it by our own reference, with its address', async () => {
    const { gateway, calls } = setup({ [SEARCH]: list(anIntent()) });
    assert.deepEqual(await gateway.retrievePayment(aPayment()), { ...about, outcome: 'awaiting', action: redirect });
    assert.deepEqual(calls(), [SEARCH]);
  });

  it('finds nothing where there is nothing', async () => {
    const { gateway } = setup({ [SEARCH]: list() });
    assert.equal(await gateway.retrievePayment(aPayment()), null);
  });

  it('finds nothing among the payments of others', async () => {
    const others = [{ merchant_order_id: 'AnotherAnotherAnother001' }, { merchant_order_id: null }];
    const data = others.map((fields) => anIntent({ status: 'succeeded', ...fields }));
    const { gateway } = setup({ [SEARCH]: list(...data) });
    assert.equal(await gateway.retrievePayment(aPayment()), null);
  });

  it('finds the one that is paid, where there are two', async () => {
    const { gateway } = setup({ [SEARCH]: list(anIntent({ id: 'pi_2' }), anIntent({ status: 'succeeded' })) });
    const evidence = await gateway.retrievePayment(aPayment());
    assert.deepEqual([evidence?.outcome, evidence?.gatewayReference], ['success', INTENT_ID]);
  });

  const failures: [name: string, answer: object | 'no answer', kind: string][] = [
    ['is not answered', 'no answer', 'unknown'],
    ['is answered with no list', { object: 'list' }, 'unknown'],
    ['is answered with an HTML page', () => new Response('<!doctype html>', { status: 404 }), 'misconfigured'],
    ['is answered with a fault', anError(500), 'unknown'],
  ];
  for (const [name, answer, kind] of failures) {
    it(`does not take it for missing where the search ${name}`, async () => {
      const { gateway } = setup({ [SEARCH]: answer });
      await assert.rejects(gateway.retrievePayment(aPayment()), { kind });
    });
  }
});

describe('cancelling a payment', () => {
  it('gives the gateway a reason', async () => {
    const { gateway, sent } = setup({ [CANCEL]: anIntent({ status: 'canceled' }) });
    assert.equal(await gateway.cancelPayment(known), 'cancelled');
    assert.deepEqual(sent[0]?.body, { cancellation_reason: 'Cancelled by the shopper or the shop' });
    assert.notEqual(sent[0]?.headers.get('idempotency-key'), aPayment().id);
  });

  it('finds the payment first whose answer was lost', async () => {
    const { gateway, calls } = setup({ [SEARCH]: list(anIntent()), [CANCEL]: anIntent({ status: 'canceled' }) });
    assert.equal(await gateway.cancelPayment(aPayment()), 'cancelled');
    assert.deepEqual(calls(), [SEARCH, CANCEL]);
  });

  it('is refused where there is nothing to cancel', async () => {
    const { gateway } = setup({ [SEARCH]: list() });
    assert.equal(await gateway.cancelPayment(aPayment()), 'refused');
  });

  const ends: [status: string, outcome: string][] = [
    ['succeeded', 'refused'],
    ['processing', 'refused'],
    ['requires_action', 'refused'],
    ['canceled', 'cancelled'],
    ['cancelled', 'cancelled'],
  ];
  for (const [status, outcome] of ends) {
    it(`is ${outcome} where the gateway declines and the payment is ${status}`, async () => {
      const { gateway } = setup({
        [CANCEL]: anError(400, { type: 'invalid_request_error' }),
        [RETRIEVE]: anIntent({ status }),
      });
      assert.equal(await gateway.cancelPayment(known), outcome);
    });
  }

  it('is refused where the gateway agrees and the payment is paid all the same', async () => {
    const { gateway } = setup({ [CANCEL]: anIntent({ status: 'succeeded' }) });
    assert.equal(await gateway.cancelPayment(known), 'refused');
  });

  for (const answer of ['no answer', anError(500), anError(409), anError(429)] as const) {
    it('leaves it unknown where the outcome is', async () => {
      const { gateway } = setup({ [CANCEL]: answer, [RETRIEVE]: anIntent() });
      await assert.rejects(gateway.cancelPayment(known), { kind: 'unknown' });
    });
  }
});
