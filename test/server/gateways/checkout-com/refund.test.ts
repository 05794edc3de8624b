import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PaymentAction } from '../../../../src/server/gateways/checkout-com/index.ts';
import { fromActions, fromRefund } from '../../../../src/server/gateways/checkout-com/refund.ts';
import { ACTION_ID, answeringGateway, aPayment, aRefund, PAY_ID } from './fixtures.ts';

const known = aPayment({ gatewayReference: PAY_ID });
const accepted = { action_id: ACTION_ID, reference: aRefund().id, _links: {} };

describe('refunding a payment', () => {
  it('asks for the very amount, under a key of its own, and waits for the result', async () => {
    const { gateway, calls } = answeringGateway(() => Response.json(accepted, { status: 202 }));
    assert.deepEqual(await gateway.refundPayment(known, aRefund()), {
      refundId: aRefund().id,
      outcome: 'processing',
      gatewayReference: ACTION_ID,
    });
    assert.equal(calls[0]?.method, 'POST');
    assert.equal(calls[0].url, `https://api.sandbox.checkout.com/payments/${PAY_ID}/refunds`);
    assert.equal(calls[0].headers['cko-idempotency-key'], `refund:${aRefund().id}`);
    assert.deepEqual(JSON.parse(calls[0].body), { amount: 500, reference: aRefund().id });
  });

  it('names the amount of a full refund too', async () => {
    const { gateway, calls } = answeringGateway(() => accepted);
    await gateway.refundPayment(known, aRefund({ isFull: true, amount: known.amount }));
    assert.equal((JSON.parse(calls[0]?.body ?? '') as { amount: number }).amount, 2000);
  });

  it('is rejected without a call where there is nothing to ask for', async () => {
    const { gateway, calls } = answeringGateway(() => accepted);
    for (const value of [0, -500, 0.5, NaN]) {
      const refund = aRefund({ amount: { currency: 'HKD', value, exponent: 2 } });
      await assert.rejects(gateway.refundPayment(known, refund), { kind: 'rejected' });
    }
    await assert.rejects(gateway.refundPayment(aPayment(), aRefund()), { kind: 'rejected' });
    assert.deepEqual(calls, []);
  });

  it('asks the payment’s actions what became of it', async () => {
    const actions = [
      { id: 'act_other', type: 'Refund', amount: 100, approved: true, response_code: '10000', reference: 'other' },
      { id: ACTION_ID, type: 'Refund', amount: 500, approved: true, response_code: '10000', reference: aRefund().id },
      { id: 'act_capture', type: 'Capture', amount: 2000, approved: true, response_code: '10000' },
    ];
    const { gateway, calls } = answeringGateway(() => actions);
    assert.deepEqual(await gateway.retrieveRefund(known, aRefund()), {
      refundId: aRefund().id,
      outcome: 'success',
      amount: { currency: 'HKD', value: 500, exponent: 2 },
      gatewayReference: ACTION_ID,
    });
    assert.equal(calls[0]?.url, `https://api.sandbox.checkout.com/payments/${PAY_ID}/actions`);
  });

  it('finds nothing where no action is about it, and where the payment was never known', async () => {
    const { gateway, calls } = answeringGateway(() => []);
    assert.equal(await gateway.retrieveRefund(known, aRefund()), null);
    assert.equal(await gateway.retrieveRefund(aPayment(), aRefund()), null);
    assert.equal(calls.length, 1);
  });

  it('learns nothing from a payment that is missing, or from actions that are no list', async () => {
    const missing = answeringGateway(() => new Response(null, { status: 404 })).gateway;
    await assert.rejects(missing.retrieveRefund(known, aRefund()), { kind: 'misconfigured' });
    const odd = answeringGateway(() => ({ actions: [] })).gateway;
    await assert.rejects(odd.retrieveRefund(known, aRefund()), { kind: 'unknown' });
  });
});

describe('what an action says of its refund', () => {
  const done = { id: ACTION_ID, type: 'Refund', amount: 500, reference: aRefund().id };
  const rows: [name: string, action: Partial<PaymentAction>, outcome: string, gatewayCode?: string][] = [
    ['approved with 10000', { approved: true, response_code: '10000' }, 'success'],
    ['approved without a code', { approved: true }, 'success'],
    ['10000 alone', { response_code: '10000' }, 'success'],
    ['approved but deferred', { approved: true, response_code: '10200' }, 'processing'],
    ['nothing yet', {}, 'processing'],
    ['not approved', { approved: false, response_code: '20005' }, 'failed', '20005'],
    ['not approved, without a code', { approved: false }, 'failed'],
    ['not approved, whatever its code', { approved: false, response_code: '10000' }, 'failed', '10000'],
  ];
  for (const [name, action, outcome, gatewayCode] of rows) {
    it(`is ${outcome} for ${name}`, () => {
      const evidence = fromActions(aRefund(), [{ ...done, ...action }]);
      assert.deepEqual([evidence?.outcome, evidence?.gatewayCode], [outcome, gatewayCode]);
    });
  }

  it('is found by our reference, or by the gateway’s where that is known', () => {
    const unnamed = { ...done, reference: undefined, approved: true };
    assert.equal(fromActions(aRefund({ gatewayReference: ACTION_ID }), [unnamed])?.outcome, 'success');
    assert.equal(fromActions(aRefund(), [unnamed]), null);
    assert.equal(fromActions(aRefund(), [{ ...unnamed, id: undefined }]), null);
  });

  it('is not believed of what is no refund', () => {
    assert.equal(fromActions(aRefund(), [{ ...done, type: 'Void', approved: true }]), null);
    assert.equal(fromActions(aRefund(), [{ ...done, type: 'Return', approved: true }]), null);
  });

  it('names how much was returned, or nothing where it does not say', () => {
    const amountOf = (amount?: number) => fromActions(aRefund(), [{ ...done, amount }])?.amount;
    assert.deepEqual(amountOf(400), { currency: 'HKD', value: 400, exponent: 2 });
    assert.equal(amountOf(), undefined);
  });
});

describe('the answer to a refund', () => {
  it('is believed without our reference, and not with another or without an id of its own', () => {
    assert.equal(fromRefund(aRefund(), { ...accepted, reference: undefined }).outcome, 'processing');
    assert.throws(() => fromRefund(aRefund(), { ...accepted, reference: 'RefundRefundRefundRef002' }), {
      kind: 'unknown',
    });
    assert.throws(() => fromRefund(aRefund(), { ...accepted, action_id: undefined }), { kind: 'unknown' });
  });
});
