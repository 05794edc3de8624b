import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MerchantPayment } from '../../src/server/snapshot.ts';
import { memoryStore } from '../../src/server/stores/memory.ts';
import { createFakeGateway } from '../support/fake-gateway.ts';
import { createTestClock, rest } from '../../src/testing/clock.ts';
import { openShop, problemOf } from '../support/shop.ts';

const MINUTE = 60_000;
const told = (payments: readonly MerchantPayment[]) => payments.map(({ status, reason }) => `${status}/${reason}`);

describe('POST /notifications/{key}', () => {
  it('stores what it is told, then acknowledges in the gateway’s own words', async () => {
    const shop = openShop();
    const created = await shop.created();
    const response = await shop.notify(created.payment.id, { outcome: 'success' });
    assert.equal(await response.text(), 'received');
    assert.equal((await shop.get(created)).payment.status, 'success');
  });

  it('acknowledges a repeat, and changes nothing by it', async () => {
    const shop = openShop();
    const created = await shop.created();
    await shop.notify(created.payment.id, { outcome: 'success' });
    const { payment } = await shop.get(created);
    const again = await shop.notify(created.payment.id, { outcome: 'success' });
    assert.equal(again.status, 200);
    assert.equal((await shop.get(created)).payment.version, payment.version);
    assert.equal(shop.told.filter(({ status }) => status === 'success').length, 1);
  });

  it('does not acknowledge what it could not store', async () => {
    const store = memoryStore();
    const shop = openShop({}, { store });
    const created = await shop.created();
    const update = store.update.bind(store);
    store.update = () => Promise.reject(new Error('disk full'));
    assert.equal((await shop.notify(created.payment.id, { outcome: 'success' })).status, 500);
    store.update = update;
    assert.equal((await shop.notify(created.payment.id, { outcome: 'success' })).status, 200);
    assert.equal((await shop.get(created)).payment.status, 'success');
  });

  it('takes none that is forged, and none for an account that it does not have', async () => {
    const shop = openShop();
    const created = await shop.created();
    const genuine = shop.gateway.notify(created.payment.id, { outcome: 'success' });
    const forged = await shop.send('/notifications/main', { ...genuine, headers: {} });
    assert.equal(forged.status, 401);
    assert.equal((await shop.send('/notifications/other', genuine)).status, 404);
    assert.equal((await shop.get(created)).payment.status, 'pending');
    assert.equal(shop.logged.filter(({ event }) => event === 'notification_refused').length, 1);
  });

  it('acknowledges a genuine one about a payment that is not of this shop, and says so', async () => {
    const shop = openShop();
    const created = await shop.created();
    const stranger = { paymentId: 'B'.repeat(24), outcome: 'success' } as const;
    for (const notice of [{ payment: stranger }, { ask: stranger }, { refund: { ...stranger, refundId: 'C' } }]) {
      assert.equal((await shop.send('/notifications/main', shop.gateway.tell(notice))).status, 200);
    }
    assert.equal((await shop.get(created)).payment.version, created.payment.version);
    assert.equal(shop.logged.filter(({ event }) => event === 'notification_unknown').length, 3);
  });

  it('says who has cancelled, where the gateway tells', async () => {
    const shop = openShop();
    const created = await shop.created();
    await shop.notify(created.payment.id, { outcome: 'cancelled', cancelledBy: 'shopper' });
    assert.equal((await shop.get(created)).payment.reason, 'cancelled_by_shopper');
  });

  it('tells the operator what a person has to see to', async () => {
    const shop = openShop();
    const created = await shop.created();
    await shop.notify(created.payment.id, { outcome: 'processing', attention: 'Suspended: release it' });
    assert.deepEqual(
      shop.logged.map(({ event, message, paymentId }) => [event, message, paymentId]),
      [['attention_needed', 'Suspended: release it', created.payment.id]],
    );
  });

  it('asks the gateway where a notification only says that it is time to ask', async () => {
    const shop = openShop();
    const created = await shop.created();
    const { id: paymentId } = created.payment;
    shop.gateway.move(paymentId, { outcome: 'success' });
    const response = await shop.send('/notifications/main', shop.gateway.tell({ ask: { paymentId } }));
    assert.equal(await response.text(), 'received');
    await shop.clock.advance(0);
    assert.equal((await shop.get(created)).payment.status, 'success');
  });

  it('refuses a success over another amount or currency, and the payment is as it was', async () => {
    const shop = openShop();
    const created = await shop.created();
    for (const amount of [
      { currency: 'USD', value: 1, exponent: 2 },
      { currency: 'IDR', value: 2000, exponent: 2 },
    ]) {
      const response = await shop.notify(created.payment.id, { outcome: 'success', amount });
      assert.equal(response.status, 400);
      assert.equal((await problemOf(response)).code, 'invalid_request');
    }
    assert.equal((await shop.get(created)).payment.version, created.payment.version);
    assert.equal(told(shop.told).includes('success/captured'), false);
  });

  it('refuses another account’s word about a payment', async () => {
    const [main, other] = [createFakeGateway(), createFakeGateway()];
    const shop = openShop({ gateways: { main, other } }, { gateway: main });
    const created = await shop.created();
    const response = await shop.send('/notifications/other', main.notify(created.payment.id, { outcome: 'success' }));
    assert.equal(response.status, 404);
    assert.equal((await shop.get(created)).payment.status, 'pending');
  });

  it('hands the adapter the public path and the exact bytes, however a proxy has rewritten the request', async () => {
    const shop = openShop();
    const created = await shop.created();
    const targets: string[] = [];
    const readNotification = shop.gateway.readNotification.bind(shop.gateway);
    shop.gateway.readNotification = (notification, payments) => {
      targets.push(notification.target);
      return readNotification(notification, payments);
    };
    const genuine = shop.gateway.notify(created.payment.id);
    await shop.checkout.fetch(new Request('http://10.0.0.7:8080/notifications/main?shop=7&x=%20', genuine));
    assert.deepEqual(targets, ['/alipay/notifications/main?shop=7&x=%20']);
  });
});

describe('a success that comes after the end', () => {
  it('is confirmed by an inquiry, counted, and flagged late', async () => {
    const shop = openShop();
    const created = await shop.created();
    await shop.notify(created.payment.id, { outcome: 'expired' });
    shop.gateway.move(created.payment.id, { outcome: 'success' });
    assert.equal((await shop.notify(created.payment.id)).status, 200);
    await rest();
    const { payment } = await shop.get(created);
    assert.equal(payment.status, 'success');
    assert.equal(payment.late, true);
    assert.deepEqual(told(shop.told), [
      'pending/awaiting_action',
      'pending/awaiting_action',
      'voided/expired',
      'success/captured',
    ]);
  });

  it('is no success where the gateway has returned the money by itself', async () => {
    const shop = openShop();
    const created = await shop.created();
    await shop.post('cancel', created);
    assert.equal((await shop.notify(created.payment.id, { outcome: 'success' })).status, 200);
    await rest();
    assert.equal((await shop.get(created)).payment.reason, 'reversed');
    assert.equal(told(shop.told).includes('success/captured'), false);
  });

  it('is found by the sweep where no notification ever comes, for as long as the gateway says that it can turn', async () => {
    const shop = openShop();
    const created = await shop.created();
    await shop.notify(created.payment.id, { outcome: 'expired' });
    shop.gateway.move(created.payment.id, { outcome: 'success' });
    await shop.clock.advance(3 * MINUTE);
    await shop.checkout.reconcile();
    await shop.clock.advance(3 * MINUTE);
    await shop.checkout.reconcile();
    assert.equal((await shop.get(created)).payment.late, true);
  });

  it('goes back where the merchant does not accept it', async () => {
    const shop = openShop({ late: 'refund' });
    const created = await shop.created();
    await shop.notify(created.payment.id, { outcome: 'failed', reason: 'declined' });
    shop.gateway.move(created.payment.id, { outcome: 'success' });
    await shop.notify(created.payment.id);
    await rest();
    await shop.checkout.reconcile();
    assert.equal(shop.gateway.held.get(created.payment.id)?.outcome, 'cancelled');
    assert.equal((await shop.get(created)).payment.reason, 'reversed');
  });
});

describe('a second success of one order', () => {
  async function payTwice(surplus: 'refund' | 'hold') {
    const shop = openShop({ surplus });
    const first = await shop.created();
    await shop.notify(first.payment.id, { outcome: 'expired' });
    const second = await shop.created();
    shop.gateway.move(first.payment.id, { outcome: 'success' });
    shop.gateway.move(second.payment.id, { outcome: 'success' });
    await shop.notify(second.payment.id);
    await shop.notify(first.payment.id);
    await rest();
    await shop.checkout.reconcile();
    return { shop, first, second };
  }

  it('is surplus from its first word on, and its money goes back', async () => {
    const { shop, first, second } = await payTwice('refund');
    const ofFirst = shop.told.filter(({ id, status }) => id === first.payment.id && status === 'success');
    assert.deepEqual(
      ofFirst.map(({ surplus }) => surplus),
      [true],
    );
    assert.equal((await shop.get(first)).payment.reason, 'reversed');
    assert.equal((await shop.get(second)).payment.status, 'success');
  });

  it('is held where the merchant wants to decide', async () => {
    const { shop, first } = await payTwice('hold');
    const { payment } = await shop.get(first);
    assert.equal(`${payment.status} ${payment.surplus}`, 'success true');
  });

  it('cannot come about while another code is open: that one is cancelled', async () => {
    const shop = openShop();
    const first = await shop.created();
    await shop.notify(first.payment.id, { outcome: 'expired' });
    const second = await shop.created();
    shop.gateway.move(first.payment.id, { outcome: 'success' });
    await shop.notify(first.payment.id);
    await rest();
    await shop.checkout.reconcile();
    await rest();
    assert.equal(shop.gateway.held.get(second.payment.id)?.outcome, 'cancelled');
    assert.equal((await shop.get(second)).payment.reason, 'cancelled_by_merchant');
  });

  it('leaves one success to count when both arrive at the same moment', async () => {
    const shop = openShop();
    const first = await shop.created();
    await shop.notify(first.payment.id, { outcome: 'expired' });
    const second = await shop.created();
    for (const { payment } of [first, second]) shop.gateway.move(payment.id, { outcome: 'success' });
    await Promise.all([shop.post('check', first), shop.notify(second.payment.id)]);
    await shop.clock.advance(1_000);
    const counted = shop.told.filter(({ status, surplus }) => status === 'success' && !surplus);
    assert.equal(counted.length, 1);
  });
});

describe('onPayment', () => {
  it('is called for every change, in version order', async () => {
    const shop = openShop();
    const { payment } = await shop.created();
    await shop.notify(payment.id, { outcome: 'processing' });
    await shop.notify(payment.id, { outcome: 'success' });
    await rest();
    assert.deepEqual(
      shop.told.map(({ version }) => version),
      [1, 2, 3, 4],
    );
    assert.deepEqual(told(shop.told).slice(-2), ['pending/processing', 'success/captured']);
    assert.equal(shop.told.at(-1)?.gatewayReference, `G-${payment.id}`);
  });

  it('is called again until it resolves, and hears of nothing later before', async () => {
    const heard: string[] = [];
    let failures = 3;
    const shop = openShop({
      onPayment: ({ version }) => {
        if (version === 1 && failures-- > 0) throw new Error('the ERP is down');
        heard.push(String(version));
      },
    });
    const { payment } = await shop.created();
    await shop.notify(payment.id, { outcome: 'success' });
    await rest();
    assert.deepEqual(heard, []);
    await shop.clock.advance(10_000);
    assert.deepEqual(heard, ['1', '2', '3']);
    assert.equal(shop.logged.filter(({ event }) => event === 'on_payment_failed').length, 3);
  });

  it('hears after a restart of what it had not taken before', async () => {
    const store = memoryStore();
    const clock = createTestClock();
    const before = openShop({ onPayment: () => new Promise(() => {}) }, { store, clock });
    const { payment } = await before.created();
    await before.notify(payment.id, { outcome: 'success' });
    await clock.advance(31_000);
    const after = openShop({}, { store, clock, gateway: before.gateway });
    await after.checkout.reconcile();
    assert.deepEqual(told(after.told).at(-1), 'success/captured');
  });
});

describe('reconcile', () => {
  it('finishes a create whose process died before the gateway was called', async () => {
    const shop = openShop();
    const createPayment = shop.gateway.createPayment.bind(shop.gateway);
    shop.gateway.createPayment = () => new Promise(() => {});
    void shop.create();
    await rest();
    shop.gateway.createPayment = createPayment;
    const after = openShop({}, shop);
    await after.clock.advance(31_000);
    await after.checkout.reconcile();
    const [record] = await after.store.list({ orderId: 'A-1' });
    assert.equal(record?.atGateway, 'known');
    assert.ok(record.action);
  });

  it('settles a payment that nobody follows and no notification tells of', async () => {
    const shop = openShop();
    const created = await shop.created();
    await shop.clock.advance(MINUTE);
    shop.gateway.move(created.payment.id, { outcome: 'success' });
    await shop.clock.advance(2 * MINUTE);
    const report = await shop.checkout.reconcile();
    assert.deepEqual(report, { inquired: 1, troubled: 0 });
    assert.equal((await shop.get(created)).payment.status, 'success');
  });

  it('goes on with the others where one payment is in trouble', async () => {
    const shop = openShop();
    shop.orders.set('A-2', { id: 'A-2', amount: { currency: 'USD', value: 500 } });
    const [one, two] = [await shop.created(), await shop.created({ body: { orderId: 'A-2' } })];
    await shop.clock.advance(MINUTE);
    shop.gateway.move(two.payment.id, { outcome: 'success' });
    shop.gateway.move(one.payment.id, { outcome: 'success', amount: { currency: 'USD', value: 7, exponent: 2 } });
    await shop.clock.advance(2 * MINUTE);
    assert.deepEqual(await shop.checkout.reconcile(), { inquired: 2, troubled: 1 });
    assert.equal((await shop.get(two)).payment.status, 'success');
    assert.equal((await shop.get(one)).payment.status, 'pending');
    assert.ok(shop.logged.some(({ event, level }) => event === 'evidence_mismatch' && level === 'error'));
  });

  it('asks about an open payment at growing pauses, and stops after an end that cannot turn', async () => {
    const shop = openShop();
    const created = await shop.created();
    const inquiries = () => shop.gateway.calls.filter(({ call }) => call === 'retrieve').length;
    for (let minute = 0; minute < 12; minute += 1) {
      await shop.clock.advance(MINUTE);
      await shop.checkout.reconcile();
    }
    // The page polled once, at the create, so the follower's first ladder counts too.
    assert.ok(inquiries() <= 9, `${inquiries()} inquiries in 12 minutes`);
    await shop.notify(created.payment.id, { outcome: 'expired' });
    for (let hour = 0; hour < 48; hour += 1) {
      await shop.clock.advance(60 * MINUTE);
      await shop.checkout.reconcile();
    }
    const afterTwoDays = inquiries();
    await shop.clock.advance(100 * 60 * MINUTE);
    await shop.checkout.reconcile();
    assert.equal(inquiries(), afterTwoDays);
  });

  it('is begun again and again by startSweep until it is stopped', async () => {
    const shop = openShop();
    const created = await shop.created();
    shop.gateway.move(created.payment.id, { outcome: 'success' });
    const stop = shop.checkout.startSweep(10_000);
    await shop.clock.advance(2 * MINUTE);
    assert.equal((await shop.get(created)).payment.status, 'success');
    stop();
    await shop.clock.advance(MINUTE);
    assert.equal(shop.clock.pending, 0);
  });
});

describe('checkout.payments', () => {
  const order = { id: 'A-1', amount: { currency: 'USD', value: 2000 } };
  const request = { terminal: 'WEB', returnUrl: 'https://shop.example/orders/A-1' } as const;

  it('creates a payment for a page that is rendered with it, and the page’s own create finds it', async () => {
    const shop = openShop();
    const rendered = await shop.checkout.payments.create(order, request);
    assert.equal((await shop.created()).payment.id, rendered.payment.id);
    assert.equal((await shop.get(rendered)).payment.id, rendered.payment.id);
  });

  it('says so where the order that it is given is malformed', async () => {
    const shop = openShop();
    const fractional = { id: 'A-1', amount: { currency: 'USD', value: 19.99 } };
    await assert.rejects(shop.checkout.payments.create(fractional, request), TypeError);
    assert.equal(shop.gateway.calls.length, 0);
  });

  it('retrieves, lists, cancels and shows the audit trail', async () => {
    const shop = openShop();
    const { payment } = await shop.created();
    assert.equal((await shop.checkout.payments.retrieve(payment.id))?.gateway, 'main');
    assert.equal(await shop.checkout.payments.retrieve('Z'.repeat(24)), null);
    assert.equal((await shop.checkout.payments.list({ orderId: 'A-1' })).length, 1);
    assert.equal((await shop.checkout.payments.cancel(payment.id)).reason, 'cancelled_by_merchant');
    const trail = (await shop.checkout.payments.events(payment.id)).map(({ type }) => type);
    assert.equal(trail[0], 'created');
    assert.ok(trail.includes('cancel_requested'));
    await assert.rejects(shop.checkout.payments.cancel('Z'.repeat(24)), { code: 'payment_not_found' });
  });
});

describe('createCheckout', () => {
  const rows: [string, Record<string, unknown>, RegExp][] = [
    ['no gateway', { gateways: {} }, /"gateways"/],
    ['a gateway name that cannot stand in an address', { gateways: { 'My Shop': createFakeGateway() } }, /"gateways"/],
    ['no findOrder', { findOrder: undefined }, /"findOrder"/],
    ['no store', { store: undefined }, /"store"/],
    ['a public address without https', { publicUrl: 'http://shop.example/alipay' }, /"publicUrl"/],
    ['a public address that is none', { publicUrl: '/alipay' }, /"publicUrl"/],
  ];
  for (const [what, options, message] of rows) {
    it(`throws a TypeError that names the option where there is ${what}`, () => {
      assert.throws(() => openShop(options), { name: 'TypeError', message });
    });
  }
});
