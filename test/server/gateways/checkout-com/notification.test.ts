import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  checkoutCom,
  type CheckoutComOptions,
  createCheckoutComClient,
} from '../../../../src/server/gateways/checkout-com/index.ts';
import type { IncomingNotification, PaymentLookup } from '../../../../src/server/gateway.ts';
import { lookupOf } from '../../../support/gateway-payments.ts';
import {
  ACTION_ID,
  aPayment,
  aRefund,
  event,
  PAY_ID,
  PREVIOUS_KEY,
  previousOptions,
  signed,
  someOptions,
} from './fixtures.ts';

const known = aPayment({ gatewayReference: PAY_ID });
const take = (
  notification: IncomingNotification,
  { options = someOptions(), lookup = lookupOf() }: { options?: CheckoutComOptions; lookup?: PaymentLookup } = {},
) => checkoutCom(options).readNotification(notification, lookup);
const told = (type: string, data: object = {}, lookup = lookupOf()) => take(signed(event(type, data)), { lookup });

const about = {
  paymentId: aPayment().id,
  gatewayReference: PAY_ID,
  amount: { currency: 'HKD', value: 2000, exponent: 2 },
};

describe('an event about a payment', () => {
  for (const [type, outcome] of [
    ['payment_approved', 'processing'],
    ['payment_capture_pending', 'processing'],
    ['payment_retry_scheduled', 'processing'],
    ['payment_captured', 'success'],
    ['payment_voided', 'expired'],
    ['payment_expired', 'expired'],
  ] as const) {
    it(`is ${outcome} for ${type}`, async () => assert.deepEqual(await told(type), { payment: { ...about, outcome } }));
  }

  it('is cancelled by the shopper for payment_canceled', async () => {
    const payment = { ...about, outcome: 'cancelled', cancelledBy: 'shopper' };
    assert.deepEqual(await told('payment_canceled'), { payment });
  });

  for (const type of ['payment_declined', 'payment_capture_declined', 'payment_authentication_failed']) {
    for (const [response_code, reason] of [
      ['20005', 'declined'],
      ['20051', 'insufficient_funds'],
      ['30004', 'declined'],
      ['40101', 'risk_rejected'],
      [undefined, 'declined'],
    ] as const) {
      it(`is failed as ${reason} for ${type} with ${response_code}`, async () => {
        assert.deepEqual(await told(type, { response_code }), { payment: { ...about, outcome: 'failed', reason } });
      });
    }
  }

  for (const response_code of ['10100', '10200', '20005', '1000', '100000', '', null, undefined]) {
    it(`only has the payment asked about for payment_captured with ${response_code}`, async () => {
      assert.deepEqual(await told('payment_captured', { response_code }), { ask: { paymentId: aPayment().id } });
    });
  }

  it('is read with the code as a number', async () => {
    assert.deepEqual(await told('payment_captured', { response_code: 10_000 }), {
      payment: { ...about, outcome: 'success' },
    });
  });

  for (const type of [
    ...['payment_pending', 'payment_paid', 'card_verified', 'payment_void_declined', 'payment_returned'],
    ...['dispute_received', 'dispute_won', 'authentication_started', 'an_event_of_next_year', ''],
  ]) {
    it(`is nothing to us for ${type || 'no type'}`, async () =>
      assert.equal(await told(type, {}, lookupOf(known)), null));
  }

  it('finds the payment by the gateway’s id where our reference is missing', async () => {
    const { paymentId } = about;
    const gone = { reference: undefined };
    assert.deepEqual(await told('payment_voided', gone, lookupOf(known)), {
      payment: { ...about, outcome: 'expired' },
    });
    assert.deepEqual(await told('payment_captured', { ...gone, response_code: '10100' }, lookupOf(known)), {
      ask: { paymentId },
    });
    assert.equal(await told('payment_captured', gone), null);
  });

  it('is refused where it names no payment, or a success without its amount', async () => {
    const refused = { name: 'NotificationRefused', status: 400 };
    await assert.rejects(told('payment_captured', { id: null }), refused);
    await assert.rejects(told('payment_refunded', { id: null, reference: null }), refused);
    for (const data of [{ amount: null }, { amount: 20.5 }, { currency: null }, { currency: 'DOLLARS' }]) {
      await assert.rejects(told('payment_captured', data), refused);
    }
  });

  it('says the same when it is replayed', async () => {
    const notification = signed(event('payment_captured'));
    assert.deepEqual(await take(notification), await take(notification));
  });
});

describe('an event about a refund', () => {
  const data = { action_id: ACTION_ID, reference: aRefund().id, amount: 500 };
  const refund = {
    refundId: aRefund().id,
    gatewayReference: ACTION_ID,
    amount: { currency: 'HKD', value: 500, exponent: 2 },
  };

  for (const [type, outcome] of [
    ['payment_refund_pending', 'processing'],
    ['payment_refunded', 'success'],
  ] as const) {
    it(`is ${outcome} for ${type}`, async () =>
      assert.deepEqual(await told(type, data), { refund: { ...refund, outcome } }));
  }

  it('is failed for payment_refund_declined, with the code', async () => {
    assert.deepEqual(await told('payment_refund_declined', { ...data, response_code: '20005' }), {
      refund: { ...refund, outcome: 'failed', gatewayCode: '20005' },
    });
  });

  it('only has the payment asked about where it does not name the refund', async () => {
    const unnamed = { ...data, reference: undefined };
    assert.deepEqual(await told('payment_refunded', unnamed, lookupOf(known)), { ask: { paymentId: known.id } });
    assert.equal(await told('payment_refunded', unnamed), null);
  });
});

describe('a genuine notification', () => {
  it('has the signature that the manual computes', async () => {
    const headers = { 'cko-signature': '2c6ec3555cc014002d448ad83cfa124c2a1da1fec0460942431401d69431d70a' };
    const notification = signed('{"id":"evt_1","type":"payment_captured"}', { headers });
    const client = createCheckoutComClient(someOptions({ webhookKey: 'demo-key' }));
    const { id, type } = await client.readNotification(notification);
    assert.deepEqual([id, type], ['evt_1', 'payment_captured']);
  });

  it('may have its signature in capitals', async () => {
    const notification = signed(event('payment_captured'));
    notification.headers.set('cko-signature', notification.headers.get('cko-signature')!.toUpperCase());
    assert.ok(await take(notification));
  });

  it('is signed with the secret key on the previous platform', async () => {
    const body = { ...event('payment_captured'), created_on: '2019-06-07T08:25:22Z' };
    const notice = await take(signed(body, { key: PREVIOUS_KEY }), { options: previousOptions() });
    assert.deepEqual(notice, { payment: { ...about, outcome: 'success' } });
  });

  it('is covered byte for byte, whatever its spelling', async () => {
    const body = `${JSON.stringify(event('payment_captured'), null, 2)}\n`;
    assert.ok(await take(signed(body)));
  });

  it('carries the authorization that the webhook was told to send', async () => {
    const options = someOptions({ webhookAuthorization: 'Basic c2hvcA==' });
    const withAuthorization = (authorization: string) =>
      take(signed(event('payment_captured'), { headers: { authorization } }), { options });
    assert.ok(await withAuthorization('Basic c2hvcA=='));
    for (const other of ['', 'Basic c2hvcA=', 'basic c2hvcA==']) {
      await assert.rejects(withAuthorization(other), { name: 'NotificationRefused', status: 401 });
    }
    await assert.rejects(take(signed(event('payment_captured')), { options }), { status: 401 });
  });
});

describe('a notification that is not genuine', () => {
  const captured = event('payment_captured');
  const forged: [name: string, notification: IncomingNotification][] = [
    ['signed with another key', signed(captured, { key: 'guess' })],
    ['signed with the API’s key', signed(captured, { key: 'sk_sbox_o2nulev2arguvyf6w7sc5fkznaa' })],
    ['without a signature', { ...signed(captured), headers: new Headers() }],
    ['with an empty signature', signed(captured, { headers: { 'cko-signature': '' } })],
    [
      'with half a signature',
      signed(captured, { headers: { 'cko-signature': signed(captured).headers.get('cko-signature')!.slice(0, 32) } }),
    ],
    ['with a signature that is not hexadecimal', signed(captured, { headers: { 'cko-signature': 'z'.repeat(64) } })],
    ['with two signatures', signed(captured, { headers: { 'cko-signature': `${'0'.repeat(64)}, ${'0'.repeat(64)}` } })],
    ['with a byte changed', { ...signed(captured), body: signed({ ...captured, id: 'evt_2' }).body }],
    ['with fields joined to it', { ...signed(captured), body: signed({ ...captured, extra: true }).body }],
    ['cut short', { ...signed(captured), body: signed(captured).body.slice(0, -1) }],
    ['that is empty', { ...signed(captured), body: new Uint8Array() }],
  ];
  for (const [name, notification] of forged) {
    it(`is refused ${name}`, async () => {
      await assert.rejects(take(notification), { name: 'NotificationRefused', status: 401 });
    });
  }

  for (const body of ['', '<html>', '{"type":"payment_captured"']) {
    it(`is refused as unreadable where it is signed and ${JSON.stringify(body)}`, async () => {
      await assert.rejects(take(signed(body)), { name: 'NotificationRefused', status: 400 });
    });
  }

  it('is nothing to us where it is signed and holds nothing', async () => {
    for (const body of ['null', '[]', '"payment_captured"', '{"type":7}']) assert.equal(await take(signed(body)), null);
  });
});
