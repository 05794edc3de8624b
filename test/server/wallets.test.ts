import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WalletOption, WalletQuery } from '../../src/server/gateway.ts';
import { GatewayError } from '../../src/server/gateway.ts';
import type { CheckoutOptions } from '../../src/server/options.ts';
import { createFakeGateway } from '../support/fake-gateway.ts';
import { openShop, ORIGIN, problemOf, type Shop } from '../support/shop.ts';

const ALIPAY: WalletOption = { id: 'ALIPAY_CN', name: 'Alipay', available: true, promotion: '5 % off' };
const ALIPAY_HK: WalletOption = { id: 'ALIPAY_HK', name: 'AlipayHK', region: 'HK', available: false, reason: 'closed' };

const ask = (shop: Shop, body: object = {}) =>
  shop.send('/wallets', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify({ orderId: 'A-1', terminal: 'WAP', ...body }),
  });

describe('POST /wallets', () => {
  it('answers what the gateway offers for this order on this device', async () => {
    const shop = openShop();
    const asked: WalletQuery[] = [];
    shop.gateway.listWallets = async (query) => (asked.push(query), [ALIPAY, ALIPAY_HK]);
    shop.orders.set('A-1', { ...shop.orders.get('A-1')!, buyer: { country: 'HK' } });
    const response = await ask(shop, { os: 'IOS', locale: 'zh-Hans' });
    assert.deepEqual(await response.json(), { wallets: [ALIPAY, ALIPAY_HK] });
    const amount = { currency: 'USD', value: 2000, exponent: 2 };
    assert.deepEqual(asked, [{ amount, terminal: 'WAP', os: 'IOS', locale: 'zh-Hans', buyerCountry: 'HK' }]);
  });

  it('leaves out what a create would refuse', async () => {
    const shop = openShop({}, { gateway: createFakeGateway({ wallets: ['ALIPAY_CN'] }) });
    shop.gateway.wallets = [ALIPAY, ALIPAY_HK];
    assert.deepEqual(await (await ask(shop)).json(), { wallets: [ALIPAY] });
  });

  it('answers an empty list where the gateway has no choice, cannot be asked, or cannot take the amount', async () => {
    const none = openShop();
    delete none.gateway.listWallets;
    const down = openShop();
    down.gateway.listWallets = () => Promise.reject(new GatewayError('unknown', 'no answer'));
    const poor = openShop();
    poor.gateway.wallets = [ALIPAY];
    poor.orders.set('A-1', { id: 'A-1', amount: { currency: 'USD', value: 1 } });
    for (const shop of [none, down, poor]) assert.deepEqual(await (await ask(shop)).json(), { wallets: [] });
    assert.equal(down.logged[0]?.event, 'wallets_unknown');
  });

  it('refuses an order that is not this shopper’s, and a flood of questions', async () => {
    const shop = openShop({ rateLimit: { perClient: 1 }, clientAddress: () => '203.0.113.9' });
    assert.equal((await problemOf(await ask(shop, { orderId: 'B-7' }))).code, 'order_not_found');
    assert.equal((await ask(shop)).status, 429);
  });
});

describe('chooseGateway', () => {
  const orders = { 'A-1': 'asia', 'A-2': 'europe' } as Readonly<Record<string, string>>;

  function setup(chooseGateway: CheckoutOptions['chooseGateway']) {
    const [asia, europe] = [createFakeGateway(), createFakeGateway()];
    asia.wallets = [ALIPAY];
    europe.wallets = [ALIPAY_HK];
    const shop = openShop({ gateways: { asia, europe }, chooseGateway }, { gateway: asia });
    shop.orders.set('A-2', { id: 'A-2', amount: { currency: 'USD', value: 500 } });
    return { shop, asia, europe };
  }

  it('sends each order to its account, with its wallets, its notifications and its refunds', async () => {
    const { shop, asia, europe } = setup(({ id }) => orders[id]!);
    assert.deepEqual(await (await ask(shop, { orderId: 'A-2' })).json(), { wallets: [ALIPAY_HK] });
    const { payment, token } = await shop.created({ body: { orderId: 'A-2', wallet: 'ALIPAY_HK' } });
    assert.equal(asia.calls.length, 0);
    assert.equal(europe.calls[0]?.payment.notifyUrl, 'https://shop.example/alipay/notifications/europe');
    europe.move(payment.id, { outcome: 'success' });
    await shop.post('check', { payment, token });
    const { gateway } = (await shop.checkout.payments.retrieve(payment.id))!;
    assert.equal(gateway, 'europe');
    await shop.checkout.payments.refund(payment.id, { idempotencyKey: 'refund-key-00000001' });
    assert.equal(europe.refunds.size, 1);
  });

  it('is told what the page asks for, and keeps a payment where it was created', async () => {
    const seen: unknown[] = [];
    let account = 'asia';
    const { shop, asia, europe } = setup((_order, { request }) => (seen.push(request), account));
    const first = await shop.created({ body: { wallet: 'ALIPAY_HK', locale: 'en' } });
    account = 'europe';
    const again = await shop.created({ body: { wallet: 'ALIPAY_HK', locale: 'en' } });
    assert.equal(again.payment.id, first.payment.id);
    const asked = { orderId: 'A-1', terminal: 'WEB', wallet: 'ALIPAY_HK', locale: 'en' };
    assert.deepEqual(seen, [asked, asked]);
    assert.deepEqual([asia.held.size, europe.held.size], [1, 0]);
  });

  it('that names an account which does not exist is the merchant’s mistake, told to them alone', async () => {
    for (const name of ['mars', 'constructor', '']) {
      const { shop } = setup(() => name);
      const response = await shop.create();
      assert.deepEqual([response.status, (await problemOf(response)).code], [500, 'internal_error']);
      assert.match(shop.logged[0]!.message, /"chooseGateway" answered/);
    }
  });
});
