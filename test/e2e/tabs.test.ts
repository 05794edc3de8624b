import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainBrowser, type PlainTab } from './support/plain-browser.ts';
import { until } from './support/until.ts';
import { WatchedShop } from './support/watched-shop.ts';

const TABS = 8;
const UPDATES = 125;

const WIDGET = "document.querySelector('alipay-checkout')";
const PHASE = `${WIDGET}?.state?.phase`;
const VERSION = `${WIDGET}?.payment?.version`;

const phaseIs = (phase: string): string => `${PHASE} === '${phase}'`;
const paysAndCancels = `(async () => {
  const widget = ${WIDGET};
  const times = [];
  for (const [act, phase] of [['start', 'awaiting'], ['cancel', 'voided']]) {
    const fromMs = performance.now();
    widget[act]();
    while (widget.state.phase !== phase) await new Promise((resolve) => setTimeout(resolve, 10));
    times.push(performance.now() - fromMs);
  }
  return times;
})()`;

describe('tabs of a shop over HTTP/1.1', () => {
  let browser: PlainBrowser;
  let shop: WatchedShop;
  const open: PlainTab[] = [];

  before(async () => {
    browser = await PlainBrowser.launch(
      // Chromium holds timers of a hidden tab back after five minutes: here after a second.
      '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/1',
    );
  });
  beforeEach(async () => {
    shop = await WatchedShop.open();
  });
  afterEach(async () => {
    for (const tab of open.splice(0)) await tab.close();
    await shop.close();
  });
  after(() => browser?.close());

  async function visit(orderId = 'A-1001'): Promise<PlainTab> {
    const tab = await browser.open(shop.address(orderId));
    open.push(tab);
    await tab.see(PHASE);
    return tab;
  }

  async function pay(orderId?: string): Promise<PlainTab> {
    const tab = await visit(orderId);
    await tab.evaluate(`${WIDGET}.start()`);
    await tab.see(phaseIs('awaiting'));
    return tab;
  }

  const isFollowed = (): Promise<unknown> => until('a stream', () => Promise.resolve(shop.streams > 0));
  const showsAll = (version: number): Promise<unknown> =>
    Promise.all(open.map((tab) => tab.see(`${VERSION} === ${version}`)));

  it('have one stream for one payment, and create and cancel answer at once beside it', async () => {
    await pay();
    for (let count = 1; count < TABS; count++) {
      await visit();
      await open.at(-1)!.see(phaseIs('awaiting'));
    }
    await isFollowed();
    await showsAll(shop.change('A-1001', { reason: 'scanned' }));
    const other = await visit('A-1002');
    const times = await other.evaluate<number[]>(paysAndCancels);
    assert.ok(
      times.every((ms) => ms < 1_000),
      `create and cancel took ${times.map(Math.round).join(' and ')} ms`,
    );
    shop.change('A-1001', { status: 'success', reason: 'captured' });
    await Promise.all(open.slice(0, TABS).map((tab) => tab.see(phaseIs('success'))));
    assert.ok(shop.mostStreams <= 2, `${shop.mostStreams} streams`);
  });

  it('have two streams for eight payments, and the one that is looked at is up to date', async () => {
    const orders = Array.from({ length: TABS }, (_, index) => `B-${index}`);
    for (const orderId of orders) await pay(orderId);
    await until('two streams', () => Promise.resolve(shop.streams === 2));
    for (const orderId of orders) shop.change(orderId, { reason: 'scanned' });
    for (const tab of open) {
      await tab.bringToFront();
      await tab.see(`${VERSION} === 2`, 1_000);
    }
    assert.ok(shop.mostStreams <= 2, `${shop.mostStreams} streams`);
  });

  it('have another that follows as soon as the one that does is closed, frozen or gone', async () => {
    const first = await pay();
    await isFollowed();
    await visit();
    await visit();
    await Promise.all(open.map((tab) => tab.see(phaseIs('awaiting'))));
    open.shift();
    await first.close();
    await showsAll(shop.change('A-1001', { reason: 'scanned' }));
    // Whichever of the two follows: both have had their turn to be frozen.
    for (const frozen of [...open]) {
      await frozen.send('Page.setWebLifecycleState', { state: 'frozen' });
      const version = shop.change('A-1001', { description: 'Longjing' });
      for (const tab of open) if (tab !== frozen) await tab.see(`${VERSION} === ${version}`);
      await frozen.send('Page.setWebLifecycleState', { state: 'active' });
      await frozen.see(`${VERSION} === ${version}`);
    }
    assert.ok(shop.mostStreams <= 2, `${shop.mostStreams} streams`);
  });

  it('show nearly each of many updates while hidden, with their timers held back', async () => {
    const tab = await pay();
    await isFollowed();
    await visit('A-1002');
    await tab.see("document.visibilityState === 'hidden'");
    await pause(2_000);
    const before = await tab.evaluate<number>('new Set(versions).size');
    let version = 0;
    for (let update = 0; update < UPDATES; update++) {
      version = shop.change('A-1001', { description: `Update ${update}` });
      await pause(100);
    }
    await tab.see(`${VERSION} === ${version}`);
    const shown = (await tab.evaluate<number>('new Set(versions).size')) - before;
    assert.ok(shown >= 120, `${shown} of ${UPDATES} updates`);
  });

  it('are right within a second of being shown, though they could not be told while hidden', async () => {
    const tab = await pay();
    await isFollowed();
    await visit('A-1002');
    shop.refusesStreams = true;
    await until('no stream', () => Promise.resolve(shop.streams === 0));
    await pause(3_000);
    const version = shop.change('A-1001', { reason: 'scanned' });
    await tab.bringToFront();
    await tab.see(`${VERSION} === ${version}`, 1_000);
  });

  it('go into the back/forward cache without a connection, and come out with the truth', async () => {
    const tab = await pay();
    await isFollowed();
    await tab.evaluate("void (location.href = '/elsewhere')");
    await tab.see("location.pathname === '/elsewhere'");
    await until('no stream', () => Promise.resolve(shop.streams === 0));
    const asked = shop.asked.length;
    const version = shop.change('A-1001', { reason: 'scanned' });
    await tab.evaluate('void history.back()');
    await tab.see('window.persisted');
    await tab.see(`${VERSION} === ${version}`, 1_000);
    await isFollowed();
    const [first, next] = shop.asked.slice(asked).map((request) => request.split('/').at(-1));
    assert.notEqual(first, 'events', 'it asks before it streams');
    assert.equal(next, 'events');
    await showsAll(shop.change('A-1001', { reason: 'processing' }));
  });

  it('that were killed are resumed without another payment', async () => {
    const tab = await pay();
    open.shift();
    await tab.close();
    await visit();
    await open[0]!.see(phaseIs('awaiting'));
    assert.equal(shop.asked.filter((request) => request.startsWith('POST')).length, 1);
  });

  it('that begin at once begin one attempt', async () => {
    const tabs = [await visit(), await visit(), await visit()];
    await Promise.all(tabs.map((tab) => tab.evaluate(`${WIDGET}.start()`)));
    await Promise.all(tabs.map((tab) => tab.see(phaseIs('awaiting'))));
    assert.equal(shop.attempts, 1);
  });

  it('that may keep nothing still pay, each by itself', async () => {
    const tab = await visit();
    await tab.send('Page.enable');
    await tab.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
      }
      LockManager.prototype.request = () => Promise.reject(new DOMException('blocked', 'SecurityError'));`,
    });
    await tab.evaluate('location.reload()');
    await tab.see(`${PHASE} === 'idle' && (() => { try { localStorage } catch { return true } })()`);
    await tab.evaluate(`${WIDGET}.start()`);
    await tab.see(phaseIs('awaiting'));
    await isFollowed();
    shop.change('A-1001', { status: 'success', reason: 'captured' });
    await tab.see(phaseIs('success'));
  });
});
