import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { PaymentReport } from '../../demo/gateways/alipay-cashier/index.ts';
import type { CheckoutPhase } from '../../src/session/state.ts';
import { order } from './support/contract-caller.ts';
import { Demo } from './support/demo.ts';
import { type EngineBrowser, type EngineTab, partOf } from './support/engine-tab.ts';
import { ALL_ENGINES } from './support/engines.ts';
import { until } from './support/until.ts';

const WIDGET = `document.querySelector('alipay-checkout')`;
const PHASE = `${WIDGET}?.state?.phase`;

/** What the follower is allowed, from the approval at the gateway until the page shows it. */
const NEWS_WITHIN_MS = 6_000;

/** How the shopper pays: on a desktop that shows a code, or on a phone that goes to the wallet's page. */
const DEVICES = { 'a code': 'windows', 'the wallet’s page': 'iphone' } as const;
type Way = keyof typeof DEVICES;
const WAYS = Object.keys(DEVICES) as Way[];

/** The shop forbids its pages to be stored; the page of the lab may be kept in the back/forward cache. */
const PAGES = {
  'a page that may not be kept': (device: string, orderId: string) => `/lab/${device}/orders/${orderId}`,
  'a page that may be kept': (device: string, orderId: string) => `/lab/${device}/single-page#/orders/${orderId}`,
} as const;
type PageName = keyof typeof PAGES;

for (const { name, missing, launch } of ALL_ENGINES) {
  describe(`a payment under way in ${name}`, { skip: missing }, () => {
    let demo: Demo;
    let browser: EngineBrowser;
    const tabs: EngineTab[] = [];
    const others: EngineBrowser[] = [];

    before(async () => {
      [demo, browser] = await Promise.all([Demo.start(), launch()]);
    });
    afterEach(async () => {
      for (const tab of tabs.splice(0)) await tab.close();
      for (const other of others.splice(0)) await other.close();
    });
    after(async () => {
      await browser?.close();
      await demo?.stop();
    });

    async function open(url: string): Promise<EngineTab> {
      const tab = await browser.newTab();
      tabs.push(tab);
      await tab.goTo(url);
      return tab;
    }

    /** In a browser of its own, in which nothing is stored. */
    async function openElsewhere(url: string, options?: Parameters<typeof launch>[0]): Promise<EngineTab> {
      const other = await launch(options);
      others.push(other);
      const tab = await other.newTab();
      await tab.goTo(url);
      return tab;
    }

    // Between two pages there is none to ask.
    const see = (tab: EngineTab, expression: string, withinMs?: number): Promise<unknown> =>
      until(expression, () => tab.evaluate<boolean>(`Boolean(${expression})`).catch(() => false), withinMs);

    const reach = (tab: EngineTab, phase: CheckoutPhase, withinMs?: number): Promise<unknown> =>
      see(tab, `${PHASE} === '${phase}'`, withinMs);

    async function press(tab: EngineTab): Promise<void> {
      await see(tab, `${WIDGET} && ${partOf('button')}?.checkVisibility({ visibilityProperty: true })`);
      await tab.click('button');
    }

    const isAtWallet = (tab: EngineTab): Promise<unknown> =>
      until('the wallet', async () => (await tab.url()).startsWith(demo.gatewayOrigin));

    interface Begun {
      readonly tab: EngineTab;
      readonly url: string;
      readonly payment: PaymentReport;
    }

    /** Orders and pays as far as the code, or as the wallet's page. */
    async function begin(way: Way, pageName: PageName = 'a page that may not be kept'): Promise<Begun> {
      const orderId = await order(demo);
      const url = demo.shopOrigin + PAGES[pageName](DEVICES[way], orderId);
      const tab = await open(url);
      await press(tab);
      if (way === 'a code') await showsCode(tab);
      else await isAtWallet(tab);
      return { tab, url, payment: await demo.gateway.paymentOf(orderId) };
    }

    const showsCode = (tab: EngineTab): Promise<unknown> =>
      see(tab, `${PHASE} === 'awaiting' && ${partOf('qr')}?.checkVisibility()`);

    /** What a page may offer to one who has not paid: the code, or the way to the wallet. */
    const offersToPay = (tab: EngineTab, way: Way): Promise<unknown> =>
      way === 'a code'
        ? showsCode(tab)
        : see(tab, `${PHASE} === 'awaiting' && !${WIDGET}.state.checking && ${partOf('button')}?.checkVisibility()`);

    /** The same payment is shown, its follower lives, and there never was another. */
    async function isFollowedToSuccess(tab: EngineTab, { reference, orderId }: PaymentReport): Promise<void> {
      assert.equal(await tab.evaluate(`${WIDGET}.payment.id`), reference);
      await demo.gateway.act({ reference }, 'approve');
      await reach(tab, 'success', NEWS_WITHIN_MS);
      const { calls } = await demo.gateway.paymentOf(orderId);
      assert.equal(calls.pay, 1);
    }

    for (const way of WAYS) {
      it(`is found again on opening the order anew, after the tab with ${way} is gone`, async () => {
        const { tab, url, payment } = await begin(way);
        tabs.splice(tabs.indexOf(tab), 1);
        await tab.close();
        const anew = await open(url);
        await offersToPay(anew, way);
        await isFollowedToSuccess(anew, payment);
      });

      for (const pageName of Object.keys(PAGES) as PageName[]) {
        it(`is found again by the back button, from ${way === 'a code' ? 'elsewhere' : way} to ${pageName}`, async (t) => {
          const orderId = await order(demo);
          const url = demo.shopOrigin + PAGES[pageName](DEVICES[way], orderId);
          const tab = await open(url);
          await tab.evaluate(`void addEventListener('pageshow', ({ persisted }) => (window.wasKept = persisted))`);
          await press(tab);
          if (way === 'a code') {
            await showsCode(tab);
            await tab.goTo(demo.shopOrigin);
          } else await isAtWallet(tab);
          const payment = await demo.gateway.paymentOf(orderId);

          await tab.goBack();
          await see(tab, `location.href === '${url}'`);
          await offersToPay(tab, way);
          const wasKept = await tab.evaluate<boolean>('window.wasKept === true');
          // WebKit keeps both. None of the three may have a reason of ours not to keep the second.
          t.diagnostic(wasKept ? 'out of the back/forward cache' : 'loaded anew');
          if (pageName === 'a page that may be kept') assert.ok(wasKept);
          await isFollowedToSuccess(tab, payment);
        });
      }
    }

    it('is found again by a reload, with its code', async () => {
      const { tab, payment } = await begin('a code');
      await tab.reload();
      await showsCode(tab);
      await isFollowedToSuccess(tab, payment);
    });

    /** The shop's own page, that takes itself to be where it is: on a desktop, with a code to show. */
    async function isBackAtShop(tab: EngineTab, payment: PaymentReport): Promise<void> {
      await showsCode(tab);
      assert.equal(await tab.url(), `${demo.shopOrigin}/orders/${payment.orderId}`);
      await isFollowedToSuccess(tab, payment);
    }

    it('is found again in another tab that the wallet leads back to', async () => {
      const { payment } = await begin('the wallet’s page');
      await isBackAtShop(await open(payment.redirectUrl), payment);
    });

    it('is found again in another browser that the wallet leads back to, by the ticket of its address', async () => {
      const { payment } = await begin('the wallet’s page');
      await isBackAtShop(await openElsewhere(payment.redirectUrl), payment);
    });

    it('is found again in another browser by a shop that routes by the hash, wherever the ticket stands', async () => {
      const { url, payment } = await begin('the wallet’s page', 'a page that may be kept');
      const address = new URL(payment.redirectUrl);
      const { search } = address;
      assert.match(search, /^\?alipay_return=/);
      address.search = '';
      address.hash += search;
      const returned = await openElsewhere(payment.redirectUrl);
      for (const href of [payment.redirectUrl, address.href]) {
        await returned.goTo('about:blank');
        await returned.goTo(href);
        await offersToPay(returned, 'the wallet’s page');
        assert.equal(await returned.url(), url);
      }
      await isFollowedToSuccess(returned, payment);
    });

    describe('where pages may keep nothing', () => {
      async function beginElsewhere(): Promise<Pick<Begun, 'tab' | 'payment'>> {
        const orderId = await order(demo);
        const url = demo.shopOrigin + PAGES['a page that may be kept'](DEVICES['a code'], orderId);
        const tab = await openElsewhere(url, { storage: false });
        await press(tab);
        await showsCode(tab);
        return { tab, payment: await demo.gateway.paymentOf(orderId) };
      }

      it('is followed to its success', async () => {
        const { tab, payment } = await beginElsewhere();
        await isFollowedToSuccess(tab, payment);
      });

      it('is found again by the click that would begin another', async () => {
        const { tab, payment } = await beginElsewhere();
        await tab.reload();
        await reach(tab, 'idle');
        await press(tab);
        await showsCode(tab);
        await isFollowedToSuccess(tab, payment);
      });

      it('is found again by the ticket that the wallet leads back with', async () => {
        const { payment } = await begin('the wallet’s page');
        await isBackAtShop(await openElsewhere(payment.redirectUrl, { storage: false }), payment);
      });
    });
  });
}
