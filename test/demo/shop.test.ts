import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { TEAS } from '../../demo/shop/catalogue.ts';
import { serveFile } from '../../demo/shop/files.ts';
import { openOrders, type Orders } from '../../demo/shop/orders.ts';
import { createShop } from '../../demo/shop/shop.ts';

const ORIGIN = 'http://localhost:4010';

function setup(): {
  orders: Orders;
  cancelled: string[];
  send: (path: string, init?: RequestInit) => Promise<Response>;
} {
  const orders = openOrders(':memory:');
  const cancelled: string[] = [];
  const shop = createShop({
    origin: ORIGIN,
    orders,
    panelUrl: 'http://localhost:4020/panel',
    payments: {
      list: async () => [],
      events: async () => [],
      cancel: async (id) => {
        cancelled.push(id);
        throw new Error('The payment has already succeeded.');
      },
    },
  });
  return { orders, cancelled, send: (path, init) => shop(new Request(ORIGIN + path, init)) };
}

const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });

describe('the shop of the demo', () => {
  it('makes an order whose amount no form can name', async () => {
    const { orders, send } = setup();
    const response = await send('/orders', form({ tea: 'longjing', quantity: '3', total: '1', price: '1' }));
    assert.equal(response.status, 303);
    const [order] = orders.list();
    assert.equal(response.headers.get('location'), `/orders/${order?.id}`);
    assert.deepEqual([order?.total, order?.currency, order?.status], [3942, 'USD', 'open']);
  });

  const refused: Record<string, Record<string, string>> = {
    'no tea': { quantity: '1' },
    'an unknown tea': { tea: 'coffee', quantity: '1' },
    'a part of a tin': { tea: 'longjing', quantity: '0.5' },
    'fewer than one': { tea: 'longjing', quantity: '-1' },
    'more than there are': { tea: 'longjing', quantity: '10' },
  };
  for (const [what, fields] of Object.entries(refused)) {
    it(`refuses an order of ${what}`, async () => {
      const { orders, send } = setup();
      assert.equal((await send('/orders', form(fields))).status, 400);
      assert.deepEqual(orders.list(), []);
    });
  }

  it('refuses a form that another site sends', async () => {
    const { orders, send } = setup();
    const request = { ...form({ tea: 'longjing', quantity: '1' }), headers: { Origin: 'https://evil.example' } };
    assert.equal((await send('/orders', request)).status, 403);
    assert.deepEqual(orders.list(), []);
  });

  it('puts the widget on the page of an order, under a strict policy and without anything inline', async () => {
    const { orders, send } = setup();
    const { id } = orders.create(TEAS[0], 2);
    const response = await send(`/orders/${id}`);
    const text = await response.text();
    assert.match(text, new RegExp(`<alipay-checkout[^>]+endpoint="/alipay"[^>]+order-id="${id}"`));
    assert.match(text, /\$26\.28/);
    assert.match(response.headers.get('content-security-policy') ?? '', /script-src 'self'; style-src 'self'/);
    assert.doesNotMatch(text, / style=| on\w+=|<style|<script>/);
  });

  it('speaks the language that the shopper asks for, and chooses', async () => {
    const { send } = setup();
    assert.match(await (await send('/')).text(), /<html lang="en">/);
    assert.match(await (await send('/', { headers: { 'Accept-Language': 'zh-CN,zh' } })).text(), /西湖龙井/);
    const chosen = await send('/language?to=zh-Hans&back=/teas/puer');
    assert.equal(chosen.headers.get('location'), '/teas/puer');
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
    assert.match(await (await send('/teas/puer', { headers: { Cookie: cookie } })).text(), /勐海熟普洱/);
  });

  for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example', '']) {
    it(`does not let the language switch lead to "${back}"`, async () => {
      const { send } = setup();
      const response = await send(`/language?to=en&back=${encodeURIComponent(back)}`);
      assert.equal(response.headers.get('location'), '/');
    });
  }

  it('serves its own files and no others', async () => {
    const { send } = setup();
    assert.equal((await send('/assets/shop.css')).status, 200);
    assert.equal((await send('/assets/..%2fpublic%2fshop.css')).status, 404);
    assert.equal(await serveFile('/cdn/../../demo/shop/public/shop.css'), undefined);
    assert.equal((await send('/orders/T-UNKNOWN')).status, 404);
  });

  it('offers no second payment of an order that is paid', async () => {
    const { orders, send } = setup();
    const { id: orderId } = orders.create(TEAS[0], 1);
    assert.doesNotMatch(await (await send(`/orders/${orderId}`)).text(), /disabled|data-status="paid"/);
    orders.settle({ orderId, status: 'success', reason: 'captured' });
    assert.match(
      await (await send(`/orders/${orderId}`)).text(),
      /data-status="paid"[^]*<alipay-checkout[^>]*disabled/,
    );
  });

  it('says in the back office why a payment could not be cancelled', async () => {
    const { send, cancelled } = setup();
    const response = await send('/admin/abc/cancel', form({}));
    assert.deepEqual(cancelled, ['abc']);
    assert.match(await (await send(response.headers.get('location') ?? '')).text(), /already succeeded/);
  });
});

describe('the orders of the demo', () => {
  const news = (orderId: string, status: string, reason: string, surplus = false) => ({
    orderId,
    status,
    reason,
    surplus,
  });

  it('survive a restart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'orders-'));
    try {
      const { id } = openOrders(join(folder, 'orders.db')).create(TEAS[0], 2);
      assert.equal(openOrders(join(folder, 'orders.db')).find(id)?.total, 2628);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const histories = [
    ['open', [['pending', 'awaiting_action']]],
    ['paid', [['success', 'captured']]],
    [
      'paid',
      [
        ['success', 'captured'],
        ['success', 'captured'],
      ],
    ],
    ['received', [['pending', 'processing']]],
    [
      'open',
      [
        ['pending', 'processing'],
        ['failed', 'declined'],
      ],
    ],
    [
      'paid',
      [
        ['voided', 'expired'],
        ['success', 'captured'],
      ],
    ],
    [
      'paid',
      [
        ['success', 'captured'],
        ['voided', 'cancelled_by_shopper'],
      ],
    ],
    [
      'returned',
      [
        ['success', 'captured'],
        ['voided', 'reversed'],
      ],
    ],
    [
      'paid',
      [
        ['success', 'captured'],
        ['voided', 'reversed', true],
      ],
    ],
  ] as const;
  for (const [expected, history] of histories) {
    it(`are ${expected} after ${history.map((step) => step.join(' ')).join(', ')}`, () => {
      const orders = openOrders(':memory:');
      const { id } = orders.create(TEAS[0], 1);
      for (const [status, reason, surplus] of history) orders.settle(news(id, status, reason, surplus));
      assert.equal(orders.find(id)?.status, expected);
    });
  }
});
