import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Created } from '../../src/protocol/payment.ts';
import { parseCreated } from '../../src/protocol/payment.ts';
import { openShop, ORIGIN, problemOf } from '../support/shop.ts';

const KEY = 'attempt-key-of-one-click';

describe('POST /payments', () => {
  it('answers 201 with the payment, what to do and a token, by the contract', async () => {
    const shop = openShop();
    const response = await shop.create();
    assert.equal(response.status, 201);
    const { payment, action, token } = parseCreated(await response.json());
    assert.deepEqual(payment.amount, { currency: 'USD', value: 2000, exponent: 2 });
    assert.equal(payment.status, 'pending');
    assert.equal(payment.cancellable, true);
    assert.deepEqual(action, { qrCode: { data: `https://pay.example/${payment.id}` } });
    assert.ok(token.length >= 43);
  });

  it('gives the gateway the amount of the order, whatever the page claims', async () => {
    const shop = openShop();
    await shop.create({ body: { amount: { currency: 'USD', value: 1 }, value: 1 } });
    assert.equal(shop.gateway.calls[0]?.payment.amount.value, 2000);
  });

  it('records the payment before the gateway hears of it', async () => {
    const shop = openShop();
    const seen: boolean[] = [];
    const createPayment = shop.gateway.createPayment.bind(shop.gateway);
    shop.gateway.createPayment = async (payment) => {
      seen.push((await shop.store.retrieve(payment.id)) !== null);
      return createPayment(payment);
    };
    await shop.create();
    assert.deepEqual(seen, [true]);
  });

  it('answers a replay with the payment as it now is, and a token that works', async () => {
    const shop = openShop();
    const first = await shop.created({ key: KEY });
    shop.gateway.move(first.payment.id, { outcome: 'processing' });
    await shop.notify(first.payment.id);
    const response = await shop.create({ key: KEY });
    assert.equal(response.status, 200);
    const again = (await response.json()) as Created;
    assert.equal(again.payment.id, first.payment.id);
    assert.equal(again.payment.reason, 'processing');
    assert.equal((await shop.get(again)).payment.id, first.payment.id);
    assert.notEqual(again.token, first.token);
  });

  it('refuses a key that comes back with another order, wallet or terminal', async () => {
    const shop = openShop();
    shop.orders.set('A-2', { id: 'A-2', amount: { currency: 'USD', value: 500 } });
    const first = await shop.created({ key: KEY });
    for (const body of [{ orderId: 'A-2' }, { terminal: 'WAP' }, { wallet: 'ALIPAY_HK' }]) {
      const response = await shop.create({ key: KEY, body });
      assert.equal(response.status, 422);
      assert.equal((await problemOf(response)).code, 'idempotency_key_reused');
    }
    assert.equal(shop.gateway.held.size, 1);
    assert.equal((await shop.get(first)).payment.status, 'pending');
  });

  it('answers another tab with the live payment of the order', async () => {
    const shop = openShop();
    const first = await shop.created();
    const response = await shop.create();
    assert.equal(response.status, 200);
    assert.equal(((await response.json()) as Created).payment.id, first.payment.id);
    assert.equal(shop.gateway.held.size, 1);
  });

  it('makes one payment of many creates at once', async () => {
    const shop = openShop();
    const answers = await Promise.all(Array.from({ length: 12 }, () => shop.created()));
    assert.equal(new Set(answers.map(({ payment }) => payment.id)).size, 1);
    assert.equal(shop.gateway.held.size, 1);
    assert.equal(shop.gateway.calls.filter(({ call }) => call === 'create').length, 1);
  });

  it('cancels the live payment at the gateway before it makes one for another amount or terminal', async () => {
    const shop = openShop();
    const first = await shop.created();
    shop.orders.set('A-1', { id: 'A-1', amount: { currency: 'USD', value: 2500 } });
    const dearer = await shop.created();
    assert.equal(shop.gateway.held.get(first.payment.id)?.outcome, 'cancelled');
    assert.equal(dearer.payment.amount.value, 2500);
    const phone = await shop.created({ body: { terminal: 'WAP', os: 'IOS' } });
    assert.equal(shop.gateway.held.get(dearer.payment.id)?.outcome, 'cancelled');
    assert.notEqual(phone.payment.id, dearer.payment.id);
    const open = [...shop.gateway.held.values()].filter(({ outcome }) => outcome === 'awaiting');
    assert.equal(open.length, 1);
  });

  it('answers the live payment where the gateway does not say that the old one is closed', async () => {
    const shop = openShop();
    const first = await shop.created();
    shop.gateway.faults.push('unknown', 'unknown');
    const other = await shop.created({ body: { terminal: 'WAP' } });
    assert.equal(other.payment.id, first.payment.id);
    assert.equal(shop.gateway.held.size, 1);
  });

  it('answers the live payment where it is processing', async () => {
    const shop = openShop();
    const first = await shop.created();
    shop.gateway.move(first.payment.id, { outcome: 'processing' });
    await shop.notify(first.payment.id);
    const other = await shop.created({ body: { terminal: 'WAP' } });
    assert.equal(other.payment.id, first.payment.id);
  });

  it('answers 409 with the payment for an order that is paid, also where only the gateway knows so far', async () => {
    const shop = openShop();
    const { payment } = await shop.created();
    shop.gateway.move(payment.id, { outcome: 'success' });
    const superseding = await shop.create({ body: { terminal: 'WAP' } });
    assert.equal(superseding.status, 409);
    const problem = await problemOf(superseding);
    assert.equal(problem.code, 'order_already_paid');
    assert.equal(problem.payment?.id, payment.id);
    assert.equal(problem.payment?.status, 'success');
    assert.equal((await shop.create()).status, 409);
  });

  it('makes a new payment once the old code has expired at the gateway', async () => {
    const shop = openShop();
    const first = await shop.created();
    shop.gateway.move(first.payment.id, { outcome: 'expired' });
    await shop.clock.advance(15 * 60_000);
    const second = await shop.created();
    assert.notEqual(second.payment.id, first.payment.id);
    assert.equal((await shop.get(first)).payment.reason, 'expired');
  });

  it('cancels an expired payment that the gateway has not closed, before it makes another', async () => {
    const shop = openShop();
    const first = await shop.created();
    await shop.clock.advance(15 * 60_000);
    const second = await shop.created();
    assert.notEqual(second.payment.id, first.payment.id);
    assert.equal(shop.gateway.held.get(first.payment.id)?.outcome, 'cancelled');
  });

  it('answers 201, pending and without an action, where the gateway does not answer', async () => {
    const shop = openShop();
    shop.gateway.faults.push('unknown');
    const response = await shop.create();
    assert.equal(response.status, 201);
    const { payment, action } = (await response.json()) as Created;
    assert.equal(payment.status, 'pending');
    assert.equal(action, null);
  });

  it('finds out what became of a create whose answer was lost, and makes no second payment', async () => {
    const shop = openShop();
    shop.gateway.faults.push('lost');
    const created = await shop.created();
    await shop.clock.advance(6_000);
    const { action } = await shop.get(created);
    assert.deepEqual(action, { qrCode: { data: `https://pay.example/${created.payment.id}` } });
    assert.equal(shop.gateway.calls.filter(({ call }) => call === 'create').length, 1);
  });

  it('sends a create again that never arrived, once the gateway says that it has no such payment', async () => {
    const shop = openShop();
    shop.gateway.faults.push('unknown');
    const created = await shop.created();
    await shop.clock.advance(6_000);
    assert.ok((await shop.get(created)).action);
    const ids = shop.gateway.calls.map(({ payment }) => payment.id);
    assert.deepEqual(new Set(ids), new Set([created.payment.id]));
  });

  it('shows a payment that the gateway refuses as failed, with its reason', async () => {
    const shop = openShop();
    shop.gateway.faults.push('rejected');
    const { payment } = await shop.created();
    assert.equal(`${payment.status}/${payment.reason}`, 'failed/risk_rejected');
    assert.equal((await shop.created()).payment.status, 'pending');
  });

  it('answers 502 and tells the operator where the gateway refuses the shop itself', async () => {
    const shop = openShop();
    shop.gateway.faults.push('misconfigured');
    const response = await shop.create();
    assert.equal(response.status, 502);
    assert.equal((await problemOf(response)).code, 'gateway_rejected');
    assert.ok(shop.logged.some(({ level, event }) => level === 'error' && event === 'gateway_misconfigured'));
    const [open] = await shop.store.list({ orderId: 'A-1' });
    assert.equal(open?.status, 'pending');
    shop.gateway.faults.push('misconfigured');
    assert.equal((await shop.create()).status, 502);
    assert.ok((await shop.created()).action, 'pays as soon as the keys are right');
  });

  it('hands the gateway a return address with a ticket that reads this payment and cannot cancel it', async () => {
    const shop = openShop();
    const { payment } = await shop.created();
    const returnUrl = new URL(shop.gateway.calls[0]!.payment.returnUrl);
    assert.equal(returnUrl.origin + returnUrl.pathname, `${ORIGIN}/orders/A-1`);
    const [id, ticket = ''] = returnUrl.searchParams.get('alipay_return')!.split('.');
    assert.equal(id, payment.id);
    assert.equal((await shop.get({ payment, token: ticket })).payment.id, payment.id);
    assert.equal((await shop.post('check', { payment, token: ticket })).status, 200);
    assert.equal((await shop.post('cancel', { payment, token: ticket })).status, 401);
  });

  it('leaves the ticket out where the merchant wants none', async () => {
    const shop = openShop({ returnTicket: false });
    await shop.create();
    assert.equal(shop.gateway.calls[0]?.payment.returnUrl, `${ORIGIN}/orders/A-1`);
  });

  it('stores no token and no ticket, only their hashes', async () => {
    const shop = openShop();
    const { payment, token } = await shop.created();
    const ticket = new URL(shop.gateway.calls[0]!.payment.returnUrl).searchParams.get('alipay_return')!.split('.')[1]!;
    const kept = JSON.stringify([
      await shop.store.retrieve(payment.id),
      await shop.store.events(payment.id),
      shop.logged,
    ]);
    assert.ok(!kept.includes(token) && !kept.includes(ticket));
  });

  const refusals: [string, Parameters<ReturnType<typeof openShop>['create']>[0], number, string][] = [
    ['no order id', { body: { orderId: undefined } }, 400, 'invalid_request'],
    ['an unknown terminal', { body: { terminal: 'TV' } }, 400, 'invalid_request'],
    ['a terminal that the gateway does not serve', { body: { terminal: 'MINI_APP' } }, 400, 'invalid_request'],
    ['a wallet that the shop does not offer', { body: { wallet: 'GCASH' } }, 400, 'invalid_request'],
    ['a key that can be guessed', { key: 'short' }, 400, 'invalid_request'],
    ['an order that does not exist', { body: { orderId: 'B-9' } }, 404, 'order_not_found'],
    ['a return to another origin', { body: { returnUrl: 'https://evil.example/' } }, 400, 'invalid_request'],
    ['a return that runs script', { body: { returnUrl: 'javascript:alert(1)' } }, 400, 'invalid_request'],
    ['a page of another origin', { headers: { origin: 'https://evil.example' } }, 403, 'origin_not_allowed'],
    ['a body that is not declared as JSON', { headers: { 'content-type': 'text/plain' } }, 415, 'invalid_request'],
    ['a body that is too large', { body: { locale: 'x'.repeat(70_000) } }, 413, 'invalid_request'],
  ];
  for (const [what, options, status, code] of refusals) {
    it(`refuses ${what} with ${status} ${code}, and nothing has happened`, async () => {
      const shop = openShop();
      const response = await shop.create(options);
      assert.equal(response.status, status);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.equal((await problemOf(response)).code, code);
      assert.equal(shop.gateway.calls.length, 0);
      assert.deepEqual(await shop.store.list({}), []);
    });
  }

  it('refuses a body that is not JSON', async () => {
    const shop = openShop();
    const response = await shop.send('/payments', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': KEY },
      body: '{"orderId": ',
    });
    assert.equal(response.status, 400);
  });

  it('refuses, before it calls, a currency or an amount that the gateway does not take', async () => {
    const shop = openShop();
    shop.orders.set('yen', { id: 'yen', amount: { currency: 'JPY', value: 2000 } });
    shop.orders.set('dear', { id: 'dear', amount: { currency: 'USD', value: 1_000_001 } });
    const code = async (orderId: string) => (await problemOf(await shop.create({ body: { orderId } }))).code;
    assert.equal(await code('yen'), 'currency_not_supported');
    assert.equal(await code('dear'), 'amount_out_of_range');
    assert.equal(shop.gateway.calls.length, 0);
  });

  it('limits how often one order, and one client, may begin', async () => {
    const shop = openShop({ rateLimit: { perOrder: 3, perClient: 5 }, clientAddress: () => '203.0.113.9' });
    shop.orders.set('A-2', { id: 'A-2', amount: { currency: 'USD', value: 500 } });
    const statuses = [];
    for (const orderId of ['A-1', 'A-1', 'A-1', 'A-1', 'A-2', 'A-2']) {
      statuses.push((await shop.create({ body: { orderId } })).status);
    }
    assert.deepEqual(statuses, [201, 200, 200, 429, 201, 429]);
    const limited = await shop.create();
    assert.equal(limited.headers.get('retry-after'), '60');
    await shop.clock.advance(60_000);
    assert.equal((await shop.create()).status, 200);
  });

  it("answers a bare 500 to a fault of the merchant's own code, and tells the operator", async () => {
    const shop = openShop({
      findOrder: () => {
        throw new Error('database password is hunter2');
      },
    });
    const response = await shop.create();
    assert.equal(response.status, 500);
    const body = await response.text();
    assert.ok(!body.includes('hunter2'));
    assert.ok(shop.logged.some(({ event }) => event === 'internal_error'));
  });
});
