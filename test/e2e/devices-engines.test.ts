import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CheckoutPhase } from '../../src/session/state.ts';
import { Demo } from './support/demo.ts';
import { labDevice, LEAVES, OFFERS_BOTH, SHOWS_A_CODE, TERMINALS } from './support/emulated-device.ts';
import { type EngineBrowser, type EngineTab, partOf } from './support/engine-tab.ts';
import { ENGINES } from './support/engines.ts';
import { readPicture } from './support/qr-reader.ts';
import { until } from './support/until.ts';

const PHASE = `document.querySelector('alipay-checkout')?.state?.phase`;

// What Chromium emulates in its network and its screen, the lab's own script puts into a page of any engine.
for (const { name, missing, launch } of ENGINES) {
  describe(name, { skip: missing }, () => {
    let demo: Demo;
    let browser: EngineBrowser;
    let tab: EngineTab;
    before(async () => {
      [demo, browser] = await Promise.all([Demo.start(), launch()]);
      tab = await browser.newTab();
    });
    after(async () => {
      await browser?.close();
      await demo?.stop();
    });

    /** Presses the button of a phase, as soon as it is to be seen. */
    async function press(phase: CheckoutPhase): Promise<void> {
      const isSeen = `${PHASE} === '${phase}' && ${partOf('button')}?.checkVisibility({ visibilityProperty: true })`;
      await until(`the button of "${phase}"`, () => tab.evaluate<boolean>(isSeen));
      await tab.click('button');
    }

    /** Orders on a device of the lab and taps the button. Answers the order's id and address. */
    async function pay(id: string): Promise<{ orderId: string; orderUrl: string }> {
      const made = await fetch(`${demo.shopOrigin}/lab/${id}/orders`, { method: 'POST', redirect: 'manual' });
      const orderUrl = demo.shopOrigin + made.headers.get('location');
      await tab.goTo(orderUrl);
      await press('idle');
      return { orderId: orderUrl.split('/').at(-1) ?? '', orderUrl };
    }

    const code = (): Promise<string> =>
      until('a code that can be read', async () => {
        const isThere = await tab.evaluate<boolean>(`${PHASE} === 'awaiting' && !!${partOf('qr')}`);
        return isThere && readPicture(await tab.screenshot());
      });

    for (const id of SHOWS_A_CODE) {
      it(`shows a code on ${labDevice(id).name}, and its success in the same place`, async () => {
        const { orderId, orderUrl } = await pay(id);
        const shown = await code();
        const payment = await demo.gateway.paymentOf(orderId);
        assert.deepEqual([shown, payment.terminal], [payment.walletUrl, 'WEB']);
        await demo.gateway.act(payment, 'approve');
        await until('a success', () => tab.evaluate<boolean>(`${PHASE} === 'success'`));
        assert.equal(await tab.url(), orderUrl);
      });
    }

    for (const id of OFFERS_BOTH) {
      it(`shows a code on ${labDevice(id).name}, and goes to the wallet when it is told to`, async () => {
        const { orderId, orderUrl } = await pay(id);
        const shown = await code();
        const { walletUrl, terminal } = await demo.gateway.paymentOf(orderId);
        assert.deepEqual([shown, terminal, await tab.url()], [walletUrl, 'WAP', orderUrl]);
        await press('awaiting');
        await until('the wallet', async () => (await tab.url()) === walletUrl);
      });
    }

    for (const id of LEAVES) {
      it(`goes to the wallet's page on ${labDevice(id).name}`, async () => {
        const { orderId } = await pay(id);
        await until('the wallet', async () => (await tab.url()).startsWith(demo.gatewayOrigin));
        const { walletUrl, terminal } = await demo.gateway.paymentOf(orderId);
        assert.deepEqual([await tab.url(), terminal], [walletUrl, TERMINALS[id] ?? 'WAP']);
      });
    }
  });
}
