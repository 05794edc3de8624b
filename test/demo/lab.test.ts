import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { DEVICES } from '../../demo/lab/devices.ts';
import { explain, type Explanation } from '../../demo/lab/explain.ts';
import { openOrders, type Orders } from '../../demo/shop/orders.ts';
import { createShop } from '../../demo/shop/shop.ts';
import { detectDevice } from '../../src/device/detect.ts';
import { readDeviceSignals } from '../../src/device/signals.ts';

const ORIGIN = 'http://localhost:4010';

function setup(): { orders: Orders; send: (path: string, init?: RequestInit) => Promise<Response> } {
  const orders = openOrders(':memory:');
  const shop = createShop({
    origin: ORIGIN,
    orders,
    accounts: ['alipay'],
    panels: [],
    payments: {
      list: async () => [],
      events: async () => [],
      cancel: () => Promise.reject(new Error('Nothing to cancel')),
      refund: () => Promise.reject(new Error('Nothing to refund')),
    },
  });
  return { orders, send: (path, init) => shop(new Request(ORIGIN + path, init)) };
}

const policyOf = (response: Response): string => response.headers.get('content-security-policy') ?? '';

describe('the device lab', () => {
  it('is a page as strict as the others, that may have frames of the shop and is no frame itself', async () => {
    const response = await setup().send('/lab');
    assert.equal(response.status, 200);
    assert.match(policyOf(response), /script-src 'self'; style-src 'self'/);
    assert.match(policyOf(response), /frame-src 'self'; frame-ancestors 'none'/);
    assert.doesNotMatch(await response.text(), / style=| on\w+=|<style|<script>/);
  });

  it('orders for a device, and shows that order under its signals in a frame of the shop', async () => {
    const { orders, send } = setup();
    const made = await send('/lab/iphone/orders', { method: 'POST' });
    assert.equal(made.status, 303);
    const [order] = orders.list();
    const location = made.headers.get('location') ?? '';
    assert.equal(location, `/lab/iphone/orders/${order?.id}`);

    const response = await send(location);
    const text = await response.text();
    assert.match(policyOf(response), /frame-src 'none'; frame-ancestors 'self'/);
    assert.match(text, new RegExp(`order-id="${order?.id}"`));
    assert.ok(text.indexOf('disguise.js') < text.indexOf('type="module"'), 'the disguise has to come first');
    assert.match(text, /iPhone OS/);
  });

  it('has a shop of a single page for each device, which knows its orders by the hash and may be kept', async () => {
    const { orders, send } = setup();
    const made = await send('/lab/iphone/single-page', { method: 'POST' });
    const [order] = orders.list();
    assert.equal(made.headers.get('location'), `/lab/iphone/single-page#/orders/${order?.id}`);
    const response = await send('/lab/iphone/single-page');
    assert.equal(response.headers.get('cache-control'), 'no-cache');
    assert.match(await response.text(), /iPhone OS/);
    assert.equal((await send('/lab/iphone/single-page/orders')).status, 404);
  });

  it('lets no other page of the shop be framed, nor any take itself to be elsewhere', async () => {
    const { orders, send } = setup();
    await send('/lab/iphone/orders', { method: 'POST' });
    for (const path of ['/', '/admin', `/orders/${orders.list()[0]?.id}`]) {
      const response = await send(path);
      assert.match(policyOf(response), /frame-ancestors 'none'/, path);
      assert.doesNotMatch(await response.text(), /disguise/, path);
    }
  });

  it('knows no other devices and no other orders', async () => {
    const { orders, send } = setup();
    assert.equal((await send('/lab/toaster/orders', { method: 'POST' })).status, 404);
    assert.equal((await send('/lab/toaster/orders/T-1')).status, 404);
    assert.equal((await send('/lab/iphone/orders/T-1')).status, 404);
    assert.deepEqual(orders.list(), []);
  });

  it('takes no order from another site', async () => {
    const { orders, send } = setup();
    const headers = { Origin: 'https://evil.example' };
    assert.equal((await send('/lab/iphone/orders', { method: 'POST', headers })).status, 403);
    assert.deepEqual(orders.list(), []);
  });

  it('explains signals that a page has sent', async () => {
    const { send } = setup();
    const body = JSON.stringify({
      userAgent: 'Mozilla/5.0 (iPhone) Safari/604.1',
      maxTouchPoints: '5',
      screenWidth: 393,
    });
    const response = await send('/lab/explanations', { method: 'POST', body });
    const explanation = (await response.json()) as Explanation;
    assert.deepEqual(explanation.answer[0], { field: 'terminal', value: 'WAP' });
    const said = Object.fromEntries(explanation.signals.map(({ name, said }) => [name, said]));
    assert.deepEqual([said['maxTouchPoints'], said['screenWidth']], ['', '393']);
  });

  for (const body of ['', 'null', '{}', '{"userAgent":1}', JSON.stringify({ userAgent: 'a'.repeat(1_001) })]) {
    it(`does not explain ${body.slice(0, 24) || 'nothing'}`, async () => {
      assert.equal((await setup().send('/lab/explanations', { method: 'POST', body })).status, 400);
    });
  }
});

describe('an explanation', () => {
  for (const { name, signals } of DEVICES) {
    const explanation = explain(signals);

    it(`gives the answer for ${name}, and evidence of which nothing can be left out`, () => {
      const device = detectDevice(signals);
      for (const { field, value } of explanation.answer) {
        assert.equal(value, String(device[field as keyof typeof device] ?? ''));
      }
      for (const { said, without } of explanation.evidence) assert.notDeepEqual(without, [], said);
      assert.equal(explanation.userAgent.map(({ text }) => text).join(''), signals.userAgent);
    });
  }

  it('finds the two things that tell an iPad from a Mac', () => {
    const { evidence } = explain({
      userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15',
      platform: 'MacIntel',
      maxTouchPoints: 5,
      screenWidth: 820,
      screenHeight: 1180,
    });
    const found = evidence.map(({ signal, said }) => `${signal}: ${said}`);
    assert.ok(found.includes('userAgent: Macintosh') && found.includes('maxTouchPoints: 5'), found.join());
    assert.ok(!found.some((one) => one.startsWith('screen')), found.join());
  });

  it('finds nothing for a device that says nothing', () => {
    assert.deepEqual(explain({ userAgent: '' }).evidence, []);
  });

  it('says what a single signal changes', () => {
    const { signals } = explain({
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
      platform: 'Linux armv81',
      hover: false,
    });
    const without = Object.fromEntries(signals.map((signal) => [signal.name, signal.without]));
    assert.deepEqual(without['platform']?.[0], { field: 'terminal', value: 'WEB' });
    assert.deepEqual(without['hover'], []);
  });
});

describe('the disguise of a frame', () => {
  const script = readFileSync(new URL('../../demo/lab/public/disguise.js', import.meta.url), 'utf8');

  for (const { name, signals } of DEVICES) {
    it(`makes a page say all that ${name} says, and nothing of the machine under it`, () => {
      const window = {
        navigator: { userAgent: 'A machine', userAgentData: { platform: 'A machine' }, platform: 'A machine' },
        screen: { width: 1, height: 1 },
        matchMedia: () => ({ matches: true }),
      };
      const document = { currentScript: { dataset: { signals: JSON.stringify(signals) } } };
      runInNewContext(script, { ...window, window, document });
      const read = readDeviceSignals(window as unknown as typeof globalThis);
      assert.deepEqual(JSON.parse(JSON.stringify(read)), JSON.parse(JSON.stringify(signals)));
    });
  }

  it('leaves questions about anything else to the browser', () => {
    const window = { navigator: {}, screen: {}, matchMedia: (query: string) => ({ matches: query === '(dark)' }) };
    const document = { currentScript: { dataset: { signals: JSON.stringify(DEVICES[0]?.signals) } } };
    runInNewContext(script, { ...window, window, document });
    assert.equal(window.matchMedia('(dark)').matches, true);
    assert.equal(window.matchMedia('(light)').matches, false);
  });
});
