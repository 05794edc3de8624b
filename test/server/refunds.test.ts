import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Refund } from '../../src/protocol/requests.ts';
import type { Capabilities } from '../../src/server/gateway.ts';
import type { CheckoutOptions } from '../../src/server/options.ts';
import { createFakeGateway } from '../support/fake-gateway.ts';
import { openShop, problemOf, type Shop } from '../support/shop.ts';

const KEY = 'refund-key-00000001';
const AUTHORIZED = { authorization: 'Bearer back-office' };
const authorize: CheckoutOptions['authorize'] = (request) =>
  request.headers.get('authorization') === AUTHORIZED.authorization;

/** A shop with one payment of USD 20.00 that is paid. */
async function setup(capabilities: Partial<Capabilities> = {}, options: Partial<CheckoutOptions> = {}) {
  const shop = openShop({ authorize, ...options }, { gateway: createFakeGateway(capabilities) });
  const created = await shop.created();
  const { id } = created.payment;
  shop.gateway.move(id, { outcome: 'success' });
  await shop.post('check', created);
  let keys = 0;
  const { payments } = shop.checkout;
  const refund = (value?: number, idempotencyKey = `refund-key-auto-${++keys}`): Promise<Refund> =>
    shop.clock.until(payments.refund(id, { ...(value && { value }), idempotencyKey }));
  const retrieve = async (refundId: string): Promise<Refund> => (await payments.retrieveRefund(refundId))!;
  const settle = (refundId: string, outcome: 'success' | 'failed') => {
    shop.gateway.refunds.set(refundId, { ...shop.gateway.refunds.get(refundId)!, outcome });
    return shop.send('/notifications/main', shop.gateway.tell({ refund: shop.gateway.refunds.get(refundId)! }));
  };
  return { shop, id, created, refund, retrieve, settle, refunded: async () => (await payments.retrieve(id))?.refunded };
}

const callsOf = (shop: Shop, call: string) => shop.gateway.calls.filter((one) => one.call === call);
const inMinutes = async (shop: Shop, minutes: number) => {
  await shop.clock.advance(minutes * 60_000);
  await shop.clock.until(shop.checkout.reconcile());
};

describe('checkout.payments.refund', () => {
  it('returns everything where no value is given, and is done when the gateway says so', async () => {
    const { shop, id, refund, retrieve, settle, refunded } = await setup();
    const begun = await refund();
    assert.deepEqual([begun.status, begun.value, begun.paymentId], ['pending', 2000, id]);
    assert.equal(await refunded(), undefined);
    const [{ payment, refund: sent }] = callsOf(shop, 'refund') as [Required<(typeof shop.gateway.calls)[number]>];
    assert.equal(payment.gatewayReference, `G-${id}`);
    assert.deepEqual(
      [sent.id, sent.amount, sent.isFull],
      [begun.id, { currency: 'USD', value: 2000, exponent: 2 }, true],
    );
    assert.equal((await settle(begun.id, 'success')).status, 200);
    assert.equal((await retrieve(begun.id)).status, 'success');
    assert.deepEqual(await refunded(), { value: 2000 });
    await assert.rejects(refund(1), { code: 'payment_not_refundable' });
  });

  it('tells the merchant of each end of a refund, and the page how much went back', async () => {
    const { shop, created, refund, settle } = await setup();
    const [first, second] = [await refund(300), await refund(200)];
    await settle(first.id, 'success');
    await settle(second.id, 'failed');
    await shop.clock.advance(0);
    const { refunded, refunds } = shop.told.at(-1)!;
    assert.deepEqual(refunded, { value: 300 });
    assert.deepEqual(
      refunds.map(({ value, status }) => [value, status]),
      [
        [300, 'success'],
        [200, 'failed'],
      ],
    );
    assert.deepEqual((await shop.get(created)).payment.refunded, { value: 300 });
    assert.equal((await shop.get(created)).payment.status, 'success');
    const versions = shop.told.map(({ version }) => version);
    assert.deepEqual(
      versions,
      [...new Set(versions)].sort((a, b) => a - b),
    );
  });

  it('returns parts up to what was captured and never more, also under concurrent calls', async () => {
    const { shop, refund } = await setup();
    const asked = await Promise.allSettled([900, 900, 900, 900].map((value) => refund(value)));
    const accepted = asked.filter(({ status }) => status === 'fulfilled');
    assert.equal(accepted.length, 2);
    await assert.rejects(refund(201), { code: 'amount_out_of_range' });
    assert.equal((await refund(200)).value, 200);
    await inMinutes(shop, 1);
    assert.equal(shop.gateway.refunds.size, 3);
  });

  it('frees what a failed refund had reserved, and only then', async () => {
    const { refund, settle } = await setup();
    const whole = await refund();
    await assert.rejects(refund(1), { code: 'payment_not_refundable' });
    await settle(whole.id, 'failed');
    assert.equal((await refund(2000)).status, 'pending');
  });

  it('makes one refund of one key, and refuses the key for another amount', async () => {
    const { shop, refund } = await setup();
    const [first, again, third] = [await refund(500, KEY), await refund(500, KEY), await refund(undefined, KEY)];
    assert.deepEqual([again.id, third.id], [first.id, first.id]);
    await assert.rejects(refund(501, KEY), { code: 'idempotency_key_reused' });
    assert.equal(callsOf(shop, 'refund').length, 1);
  });

  it('refuses what is not paid, unknown, or malformed', async () => {
    const shop = openShop();
    const { payment } = await shop.created();
    const { payments } = shop.checkout;
    await assert.rejects(payments.refund(payment.id, { idempotencyKey: KEY }), { code: 'payment_not_refundable' });
    await assert.rejects(payments.refund('Z'.repeat(24), { idempotencyKey: KEY }), { code: 'payment_not_found' });
    for (const value of [0, -1, 0.5, Number.NaN, 2 ** 60]) {
      await assert.rejects(payments.refund(payment.id, { value, idempotencyKey: KEY }), TypeError);
    }
    await assert.rejects(payments.refund(payment.id, { idempotencyKey: 'short' }), TypeError);
    assert.equal(await payments.retrieveRefund('Z'.repeat(24)), null);
  });

  it('fails where the gateway refuses it, and says why to the operator', async () => {
    const { shop, refund, refunded } = await setup();
    shop.gateway.faults.push('rejected');
    assert.equal((await refund(500)).status, 'failed');
    assert.equal(await refunded(), undefined);
    assert.equal(shop.logged.filter(({ event }) => event === 'refund_failed').length, 1);
    assert.equal((await refund()).value, 2000);
  });

  it('stays open where the gateway account is set up wrongly, and goes through once that is mended', async () => {
    const { shop, refund, id } = await setup();
    shop.gateway.faults.push('misconfigured');
    await assert.rejects(refund(500, KEY), { code: 'gateway_rejected' });
    await inMinutes(shop, 1);
    assert.equal(shop.gateway.refunds.size, 1);
    assert.equal((await shop.checkout.payments.retrieve(id))?.refunds[0]?.status, 'pending');
  });
});

describe('what a gateway can refund', () => {
  const cases: [Capabilities['refunds'], number | undefined, string | null][] = [
    ['none', undefined, 'refund_not_supported'],
    ['full', 500, 'refund_not_supported'],
    ['full', undefined, null],
    ['full', 2000, null],
    ['one', 500, null],
    ['many', 500, null],
  ];
  for (const [refunds, value, code] of cases) {
    it(`${refunds}: ${value ?? 'all of it'} is ${code ?? 'taken'}`, async () => {
      const { shop, refund } = await setup({ refunds });
      if (code) await assert.rejects(refund(value), { code });
      else assert.equal((await refund(value)).status, 'pending');
      assert.equal(callsOf(shop, 'refund').length, code ? 0 : 1);
    });
  }

  it('refuses a second refund where there can be one, unless the first has failed', async () => {
    const { shop, refund, settle } = await setup({ refunds: 'one' });
    const first = await refund(500);
    await assert.rejects(refund(500), { code: 'refund_not_supported' });
    await settle(first.id, 'failed');
    assert.equal((await refund(600)).status, 'pending');
    assert.equal(callsOf(shop, 'refund').length, 2);
  });

  it('refuses an amount that the gateway cannot count, and takes one below its minimum for payments', async () => {
    const currencies = { USD: { exponent: 2, minimum: 100, maximum: 1_000_000, step: 5 } };
    const { refund } = await setup({ currencies });
    await assert.rejects(refund(7), { code: 'amount_out_of_range' });
    assert.equal((await refund(5)).value, 5);
  });
});

describe('a refund whose outcome is unknown', () => {
  it('keeps its money reserved and is asked for, not sent again, where the gateway has it', async () => {
    const { shop, refund, retrieve } = await setup();
    shop.gateway.faults.push('lost');
    const begun = await refund(1500);
    assert.equal(begun.status, 'pending');
    await assert.rejects(refund(501), { code: 'amount_out_of_range' });
    shop.gateway.refunds.set(begun.id, { ...shop.gateway.refunds.get(begun.id)!, outcome: 'success' });
    await inMinutes(shop, 1);
    assert.equal((await retrieve(begun.id)).status, 'success');
    assert.equal(callsOf(shop, 'refund').length, 1);
  });

  it('is sent again under the same id where the gateway never got it', async () => {
    const { shop, refund } = await setup();
    shop.gateway.faults.push('unknown');
    const begun = await refund(1500);
    await inMinutes(shop, 1);
    assert.deepEqual(
      callsOf(shop, 'refund').map((call) => call.refund?.id),
      [begun.id, begun.id],
    );
    assert.equal(shop.gateway.refunds.size, 1);
  });

  it('is not sent again before the gateway must know of it', async () => {
    const { shop, refund } = await setup({ refundAgainAfterMs: 10 * 60_000 });
    shop.gateway.faults.push('unknown');
    await refund(1500);
    await inMinutes(shop, 5);
    assert.equal(callsOf(shop, 'refund').length, 1);
    assert.ok(callsOf(shop, 'retrieveRefund').length > 0);
    await inMinutes(shop, 10);
    assert.equal(callsOf(shop, 'refund').length, 2);
  });

  it('is never sent again once the gateway has known it, whatever it says later', async () => {
    const { shop, refund } = await setup();
    const begun = await refund(1500);
    shop.gateway.refunds.delete(begun.id);
    await inMinutes(shop, 60);
    assert.equal(callsOf(shop, 'refund').length, 1);
  });

  it('is believed over the refusal of a second sending', async () => {
    const { shop, refund, retrieve } = await setup();
    shop.gateway.faults.push('lost');
    const begun = await refund(2000);
    const held = shop.gateway.refunds.get(begun.id)!;
    // Not found at first, as by an inquiry that lags behind; refused when sent again, since nothing is left.
    shop.gateway.refunds.delete(begun.id);
    const refundPayment = shop.gateway.refundPayment.bind(shop.gateway);
    shop.gateway.refundPayment = (payment, again) => {
      shop.gateway.faults.push('rejected');
      shop.gateway.refunds.set(begun.id, { ...held, outcome: 'success' });
      return refundPayment(payment, again);
    };
    await inMinutes(shop, 1);
    assert.equal((await retrieve(begun.id)).status, 'success');
  });

  it('survives a crash right after it was written down', async () => {
    const { shop, refund, retrieve } = await setup();
    shop.gateway.refundPayment = () => Promise.reject(new Error('The process dies here'));
    await assert.rejects(refund(500, KEY));
    const fresh = openShop({ authorize }, { gateway: createFakeGateway(), store: shop.store, clock: shop.clock });
    for (const [id, evidence] of shop.gateway.held) fresh.gateway.held.set(id, evidence);
    await inMinutes(fresh, 1);
    const [id] = [...fresh.gateway.refunds.keys()];
    assert.equal((await retrieve(id!)).status, 'pending');
    assert.equal(fresh.gateway.refunds.size, 1);
  });

  it('is settled by the sweep where every notification is lost', async () => {
    const { shop, refund, retrieve, refunded } = await setup();
    const begun = await refund();
    shop.gateway.refunds.set(begun.id, { ...shop.gateway.refunds.get(begun.id)!, outcome: 'success' });
    await inMinutes(shop, 1);
    assert.equal((await retrieve(begun.id)).status, 'success');
    assert.deepEqual(await refunded(), { value: 2000 });
    await inMinutes(shop, 600);
    assert.equal(callsOf(shop, 'retrieveRefund').length, 1);
  });
});

describe('evidence of a refund', () => {
  it('counts once, however often and in whatever order it comes', async () => {
    const { shop, refund, settle, retrieve, refunded } = await setup();
    const { id } = await refund(700);
    await settle(id, 'success');
    await settle(id, 'success');
    await settle(id, 'failed');
    const processing = { refund: { refundId: id, outcome: 'processing' } } as const;
    await shop.send('/notifications/main', shop.gateway.tell(processing));
    assert.equal((await retrieve(id)).status, 'success');
    assert.deepEqual(await refunded(), { value: 700 });
  });

  it('is refused over other money or another reference, and changes nothing', async () => {
    const { shop, refund, retrieve } = await setup();
    const { id: refundId } = await refund(700);
    for (const lie of [
      { amount: { currency: 'USD', value: 7, exponent: 2 } },
      { amount: { currency: 'IDR', value: 700, exponent: 2 } },
      { gatewayReference: 'R-another' },
    ]) {
      const notice = { refund: { refundId, outcome: 'success' as const, ...lie } };
      const response = await shop.send('/notifications/main', shop.gateway.tell(notice));
      assert.equal(response.status, 400);
    }
    assert.equal((await retrieve(refundId)).status, 'pending');
  });

  it('of another gateway account is refused', async () => {
    const other = createFakeGateway();
    const main = createFakeGateway();
    const shop = openShop({ gateways: { main, other } }, { gateway: main });
    const created = await shop.created();
    main.move(created.payment.id, { outcome: 'success' });
    await shop.post('check', created);
    const { id: refundId } = await shop.checkout.payments.refund(created.payment.id, { idempotencyKey: KEY });
    const notice = { refund: { refundId, outcome: 'success' as const } };
    assert.equal((await shop.send('/notifications/other', other.tell(notice))).status, 404);
    assert.equal((await shop.checkout.payments.retrieveRefund(refundId))?.status, 'pending');
  });
});

describe('money that is not to be kept', () => {
  it('goes back by a refund where the gateway does not cancel what is paid', async () => {
    const { shop, id } = await surplusPayment('unpaid');
    const payment = await shop.checkout.payments.retrieve(id);
    assert.equal(payment?.surplus, true);
    assert.deepEqual(
      payment.refunds.map(({ value, status }) => [value, status]),
      [[2000, 'pending']],
    );
    const [refundId] = [...shop.gateway.refunds.keys()];
    shop.gateway.refunds.set(refundId!, { ...shop.gateway.refunds.get(refundId!)!, outcome: 'success' });
    await inMinutes(shop, 60);
    assert.deepEqual((await shop.checkout.payments.retrieve(id))?.refunded, { value: 2000 });
    await inMinutes(shop, 600);
    assert.equal(shop.gateway.refunds.size, 1);
  });

  it('is told to the operator where the gateway can do neither', async () => {
    const { shop, id } = await surplusPayment('never', 'none');
    assert.equal((await shop.checkout.payments.retrieve(id))?.surplus, true);
    assert.equal(shop.logged.filter(({ event }) => event === 'refund_needed').length, 1);
    await inMinutes(shop, 600);
    assert.equal(shop.logged.filter(({ event }) => event === 'refund_needed').length, 1);
  });

  /** Two payments of one order, the older of which was declined and is paid after the newer. */
  async function surplusPayment(cancel: Capabilities['cancel'], refunds: Capabilities['refunds'] = 'many') {
    const shop = openShop({}, { gateway: createFakeGateway({ cancel, refunds }) });
    const first = await shop.created();
    shop.gateway.move(first.payment.id, { outcome: 'failed' });
    await shop.post('check', first);
    const second = await shop.created();
    shop.gateway.move(second.payment.id, { outcome: 'success' });
    await shop.post('check', second);
    shop.gateway.move(first.payment.id, { outcome: 'success' });
    await inMinutes(shop, 10);
    await inMinutes(shop, 2);
    return { shop, id: first.payment.id };
  }
});

describe('/payments/{id}/refunds', () => {
  const post = (shop: Shop, id: string, headers: Record<string, string>, body: object = {}) =>
    shop.send(`/payments/${id}/refunds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('does not exist unless the merchant says who may use it', async () => {
    const { shop, id } = await setup({}, { authorize: undefined });
    assert.equal((await post(shop, id, { ...AUTHORIZED, 'idempotency-key': KEY })).status, 404);
    assert.equal((await shop.send(`/payments/${id}/refunds`, { headers: AUTHORIZED })).status, 404);
    assert.equal(shop.gateway.refunds.size, 0);
  });

  it('refuses whom the merchant does not let in, a shopper with their token too', async () => {
    const { shop, id, created } = await setup();
    for (const headers of [{}, { authorization: `Bearer ${created.token}` }] as Record<string, string>[]) {
      const response = await post(shop, id, { ...headers, 'idempotency-key': KEY });
      assert.deepEqual([response.status, (await problemOf(response)).code], [401, 'unauthorized']);
      assert.equal((await shop.send(`/payments/${id}/refunds`, { headers })).status, 401);
    }
    assert.equal(shop.gateway.refunds.size, 0);
  });

  it('refunds, answers the same to the same key, and lists what became of it', async () => {
    const { shop, id, settle } = await setup();
    const headers = { ...AUTHORIZED, 'idempotency-key': KEY };
    const response = await post(shop, id, headers, { value: 300, reason: 'One box missing' });
    assert.equal(response.status, 201);
    const refund = (await response.json()) as Refund;
    assert.deepEqual([refund.status, refund.value, refund.reason], ['pending', 300, 'One box missing']);
    assert.deepEqual(await (await post(shop, id, headers, { value: 300 })).json(), refund);
    await settle(refund.id, 'success');
    const list = await shop.send(`/payments/${id}/refunds`, { headers: AUTHORIZED });
    assert.deepEqual(await list.json(), { refunds: [{ ...refund, status: 'success' }] });
  });

  it('refuses a request without a key, a malformed one and one that is too large, by code', async () => {
    const { shop, id } = await setup();
    const headers = { ...AUTHORIZED, 'idempotency-key': KEY };
    const codeOf = async (response: Response) => [response.status, (await problemOf(response)).code];
    assert.deepEqual(await codeOf(await post(shop, id, AUTHORIZED)), [400, 'invalid_request']);
    for (const value of [0, -5, 1.5, '5']) {
      assert.deepEqual(await codeOf(await post(shop, id, headers, { value })), [400, 'invalid_request']);
    }
    assert.deepEqual(await codeOf(await post(shop, id, headers, { value: 2001 })), [422, 'amount_out_of_range']);
    assert.deepEqual(await codeOf(await post(shop, 'Z'.repeat(24), headers)), [404, 'payment_not_found']);
  });
});
