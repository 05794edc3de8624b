import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { TEAS } from '../../demo/shop/catalogue.ts';
import { serveFile } from '../../demo/shop/files.ts';
import { openOrders, type Orders } from '../../demo/shop/orders.ts';
import { createShop } from '../../demo/shop/shop.ts';

const ORIGIN = 'http://localhost:4010';

function setup(): {
  orders: Orders;
  cancelled: string[];
  refunded: unknown[];
  send: (path: string, init?: RequestInit) => Promise<Response>;
} {
  const orders = openOrders(':memory:');
  const cancelled: string[] = [];
  const refunded: unknown[] = [];
  const shop = createShop({
    origin: ORIGIN,
    orders,
    accounts: ['alipay', 'alipay-wallets', 'wooshpay'],
    panels: [{ name: 'Alipay Cashier', url: 'http://localhost:4020/panel' }],
    payments: {
      list: async () => [],
      events: async () => [],
      cancel: async (id) => {
        cancelled.push(id);
        throw new Error('The payment has already succeeded.');
      },
      refund: async (id, { value, idempotencyKey }) => {
        refunded.push([id, value, idempotencyKey]);
        throw new Error('This payment is not paid.');
      },
    },
  });
  return { orders, cancelled, refunded, send: (path, init) => shop(new Request(ORIGIN + path, init)) };
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
    const { id } = orders.create(TEAS[0], 2, 'alipay');
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
    const { id: orderId } = orders.create(TEAS[0], 1, 'alipay');
    assert.doesNotMatch(await (await send(`/orders/${orderId}`)).text(), /disabled|data-status="paid"/);
    orders.settle({ orderId, status: 'success', reason: 'captured', amount: { value: 1314 } });
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

describe('the gateway of an order', () => {
  it('is the one that was chosen, and the first where there is no such one', async () => {
    const { orders, send } = setup();
    for (const gateway of ['wooshpay', 'mars', '']) {
      await send('/orders', form({ tea: 'longjing', quantity: '1', gateway }));
    }
    await send('/orders', form({ tea: 'longjing', quantity: '1' }));
    const chosen = orders.list().map(({ gateway }) => gateway);
    assert.deepEqual(chosen, ['alipay', 'alipay', 'alipay', 'wooshpay']);
  });

  it('offers a choice of wallets where the account has one', async () => {
    const { orders, send } = setup();
    const widgetOf = async (gateway: string) => {
      const page = await (await send(`/orders/${orders.create(TEAS[0], 1, gateway).id}`)).text();
      return /<alipay-checkout[^>]*>/.exec(page)?.[0] ?? '';
    };
    assert.match(await widgetOf('alipay-wallets'), /\swallets[\s>]/);
    assert.doesNotMatch(await widgetOf('alipay'), /\swallets[\s>]/);
  });
});

describe('a refund in the back office', () => {
  it('returns the amount that was written, or all that is left, under the key of its form', async () => {
    const { send, refunded } = setup();
    const key = 'a3c1f0de-0000-4000-8000-000000000000';
    await send('/admin/abc/refund', form({ key, amount: '5.10' }));
    const response = await send('/admin/abc/refund', form({ key, amount: '' }));
    assert.deepEqual(refunded, [
      ['abc', 510, key],
      ['abc', undefined, key],
    ]);
    assert.match(await (await send(response.headers.get('location') ?? '')).text(), /not paid/);
  });
});

describe('the orders of the demo', () => {
  const news = (orderId: string, status: string, reason: string, surplus = false) => ({
    orderId,
    status,
    reason,
    surplus,
    amount: { value: 1314 },
  });

  it('are returned once all of their money is, and stay paid for a part of it', () => {
    const orders = openOrders(':memory:');
    const { id } = orders.create(TEAS[0], 1, 'alipay');
    const paid = news(id, 'success', 'captured');
    orders.settle(paid);
    orders.settle({ ...paid, refunded: { value: 1313 } });
    assert.equal(orders.find(id)?.status, 'paid');
    orders.settle({ ...paid, refunded: { value: 1314 } });
    assert.equal(orders.find(id)?.status, 'returned');
  });

  it('of the time when there was one gateway go through that', () => {
    const folder = mkdtempSync(join(tmpdir(), 'orders-'));
    try {
      const old = new DatabaseSync(join(folder, 'orders.db'));
      old.exec(`CREATE TABLE orders (id TEXT PRIMARY KEY, tea_id TEXT, quantity INTEGER, currency TEXT, total INTEGER,
        status TEXT, created_at_ms INTEGER); INSERT INTO orders VALUES ('T-1', 'puer', 1, 'USD', 2450, 'open', 1)`);
      old.close();
      assert.equal(openOrders(join(folder, 'orders.db')).find('T-1')?.gateway, 'alipay');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('survive a restart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'orders-'));
    try {
      const { id } = openOrders(join(folder, 'orders.db')).create(TEAS[0], 2, 'alipay');
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
      const { id } = orders.create(TEAS[0], 1, 'alipay');
      for (const [status, reason, surplus] of history) orders.settle(news(id, status, reason, surplus));
      assert.equal(orders.find(id)?.status, expected);
    });
  }
});
