import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wooshPay, type WooshPayOptions } from '../../../../src/server/gateways/wooshpay/index.ts';
import type { GatewayPayment, Notice } from '../../../../src/server/gateway.ts';
import { lookupOf } from '../../../support/gateway-payments.ts';
import {
  aNotification,
  anEvent,
  anIntent,
  anIntentBehind,
  aPayment,
  aRefund,
  aSession,
  aWireRefund,
  INTENT_ID,
  REFUND_ID,
  SESSION_ID,
  someOptions,
  WEB_URL,
} from './fixtures.ts';

const known = aPayment({ gatewayReference: INTENT_ID });
const onPage = aPayment({ gatewayReference: SESSION_ID });
const asked = { ask: { paymentId: aPayment().id } };
const about = {
  paymentId: aPayment().id,
  gatewayReference: INTENT_ID,
  amount: { currency: 'CNY', value: 1314, exponent: 2 },
};
const awaiting = { outcome: 'awaiting', action: { redirect: { url: WEB_URL, method: 'GET' } } };
const refused = { name: 'NotificationRefused', status: 400 };

const read = (
  type: string,
  object: object,
  payments: GatewayPayment[] = [known],
  options: Partial<WooshPayOptions> = {},
): Promise<Notice | null> =>
  wooshPay(someOptions(options)).readNotification(aNotification(anEvent(type, object)), lookupOf(...payments));

describe('an event of a payment', () => {
  const error = { type: 'card_error' };
  const rows: [type: string, intent: object, evidence: object][] = [
    ['created', { status: 'requires_payment_method' }, awaiting],
    ['created', { status: 'requires_confirmation' }, awaiting],
    ['requires_action', { status: 'requires_action' }, awaiting],
    ['processing', { status: 'processing' }, { outcome: 'processing' }],
    ['processing', { status: 'requires_capture' }, { outcome: 'processing' }],
    ['succeeded', { status: 'succeeded' }, { outcome: 'success' }],
    ['succeeded', { status: 'succeeded', amount_received: 1314 }, { outcome: 'success' }],
    ['canceled', { status: 'canceled' }, { outcome: 'expired' }],
    ['canceled', { status: 'cancelled' }, { outcome: 'expired' }],
    ['payment_failed', { status: 'failed' }, { outcome: 'failed', reason: 'unknown' }],
    ['payment_failed', { status: 'requires_payment_method' }, { outcome: 'failed', reason: 'unknown' }],
    [
      'payment_failed',
      { status: 'requires_payment_method', last_payment_error: error },
      { outcome: 'failed', reason: 'declined' },
    ],
    ['payment_failed', { status: 'processing' }, { outcome: 'processing' }],
    ['of_tomorrow', { status: 'a_status_of_tomorrow' }, awaiting],
  ];
  for (const [type, intent, evidence] of rows) {
    it(`payment_intent.${type} with ${JSON.stringify(intent)} is news of it`, async () => {
      assert.deepEqual(await read(`payment_intent.${type}`, anIntent(intent)), { payment: { ...about, ...evidence } });
    });
  }

  it('is a reason to ask where event and object disagree about the money', async () => {
    assert.deepEqual(await read('payment_intent.succeeded', anIntent({ status: 'processing' })), asked);
    assert.deepEqual(await read('payment_intent.processing', anIntent({ status: 'succeeded' })), asked);
    assert.deepEqual(await read('payment_intent.payment_failed', anIntent({ status: 'succeeded' })), asked);
  });

  for (const fields of [{ amount_received: 0 }, { amount_received: 1313 }, { amount: null }, { currency: 'JPY' }]) {
    it(`is refused as a success with ${JSON.stringify(fields)}`, async () => {
      await assert.rejects(read('payment_intent.succeeded', anIntent({ status: 'succeeded', ...fields })), refused);
    });
  }

  it('is found by our own reference before the gateway’s is known', async () => {
    const notice = await read('payment_intent.requires_action', anIntent(), [aPayment()]);
    assert.deepEqual(notice, { payment: { ...about, ...awaiting } });
  });

  it('is found by the gateway’s reference where ours is not echoed', async () => {
    const intent = anIntent({ status: 'succeeded', merchant_order_id: null, metadata: '' });
    assert.deepEqual(await read('payment_intent.succeeded', intent), { payment: { ...about, outcome: 'success' } });
  });

  it('is about nothing of ours where nobody knows it', async () => {
    assert.equal(await read('payment_intent.succeeded', anIntent({ status: 'succeeded' }), []), null);
    const nameless = anIntent({ merchant_order_id: '', metadata: null });
    assert.equal(await read('payment_intent.succeeded', nameless, [aPayment()]), null);
  });

  const contradictions: [name: string, intent: object][] = [
    ['another payment of ours', { merchant_order_id: 'AnotherAnotherAnother001' }],
    ['another order', { metadata: { order_id: 'A-1002' } }],
    ['another payment in its metadata', { metadata: { payment_id: 'AnotherAnotherAnother001' } }],
    ['another intent than ours', { id: 'pi_another' }],
  ];
  for (const [name, fields] of contradictions) {
    it(`is refused where it also names ${name}`, async () => {
      const others = [known, aPayment({ id: 'AnotherAnotherAnother001', orderId: 'A-1002' })];
      const intent = anIntent({ status: 'succeeded', ...fields });
      await assert.rejects(read('payment_intent.succeeded', intent, others), refused);
    });
  }
});

describe('an event of a payment on a hosted page', () => {
  it('is a reason to ask: what we know is the session', async () => {
    const metadata = { payment_id: aPayment().id };
    const intent = anIntentBehind({ status: 'succeeded', metadata });
    assert.deepEqual(await read('payment_intent.succeeded', intent, [onPage]), asked);
    assert.deepEqual(await read('payment_intent.succeeded', intent, [aPayment()], { page: 'hosted' }), asked);
  });

  for (const event of ['completed', 'expired', 'canceled', 'of_tomorrow']) {
    it(`checkout.session.${event} is a reason to ask, and proves nothing`, async () => {
      const session = aSession({ status: 'complete', payment_status: 'paid' });
      assert.deepEqual(await read(`checkout.session.${event}`, session, [onPage]), asked);
    });
  }

  it('is found by whatever it names', async () => {
    const bare = { client_reference_id: '', metadata: '' };
    assert.deepEqual(await read('checkout.session.completed', aSession(bare), [onPage]), asked);
    assert.deepEqual(await read('checkout.session.completed', aSession(), [aPayment()]), asked);
    assert.equal(await read('checkout.session.completed', aSession(bare), [aPayment()]), null);
  });

  it('is refused where it names two payments', async () => {
    const session = aSession({ client_reference_id: 'AnotherAnotherAnother001' });
    await assert.rejects(read('checkout.session.completed', session, [onPage]), refused);
  });
});

describe('an event of a refund', () => {
  it('is news of it where it names our own', async () => {
    assert.deepEqual(await read('charge.refund.updated', aWireRefund()), {
      refund: {
        refundId: aRefund().id,
        gatewayReference: REFUND_ID,
        outcome: 'success',
        amount: { currency: 'CNY', value: 314, exponent: 2 },
        gatewayCode: undefined,
      },
    });
    const failed = await read('charge.refund.updated', aWireRefund({ status: 'failed', failure_reason: 'unknown' }));
    assert.ok(failed && 'refund' in failed);
    assert.deepEqual([failed.refund.outcome, failed.refund.gatewayCode], ['failed', 'unknown']);
  });

  for (const metadata of [null, '', {}, { refund_id: 'made in the dashboard' }]) {
    it(`is a reason to ask about its payment with the metadata ${JSON.stringify(metadata)}`, async () => {
      assert.deepEqual(await read('charge.refund.updated', aWireRefund({ metadata })), asked);
      assert.equal(await read('charge.refund.updated', aWireRefund({ metadata }), []), null);
    });
  }
});

describe('an event of something else', () => {
  for (const type of ['charge.dispute.updated', 'payment_link.paid', 'customer.created']) {
    it(`is about nothing of ours: ${type}`, async () => {
      assert.equal(await read(type, { id: 'x_1', payment_intent: INTENT_ID }), null);
    });
  }
});

it('is read with its data in a string of JSON', async () => {
  const data = JSON.stringify({ object: anIntent({ status: 'succeeded' }) });
  const event = anEvent('payment_intent.succeeded', {}, { data });
  const notice = await wooshPay(someOptions()).readNotification(aNotification(event), lookupOf(known));
  assert.deepEqual(notice, { payment: { ...about, outcome: 'success' } });
});
