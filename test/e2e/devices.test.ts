import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import { CheckoutPage } from './support/checkout-page.ts';
import {
  labDevice,
  LEAVES,
  LED_OUT,
  OFFERS_BOTH,
  recordShifts,
  shiftsOf,
  shopperOn,
  SHOWS_A_CODE,
  TERMINALS,
} from './support/emulated-device.ts';
import { readQr } from './support/qr-reader.ts';
import type { Shopper } from './support/shopper.ts';
import { setStage } from './support/stage.ts';
import { approve } from './support/wallet.ts';

const WALLET = /\/wallet\/\d+$/;
const ORDER = /\/orders\/[\w-]+$/;

/** So slow that nothing which comes with the payment can pass for an effect of the click. */
const SLOW = { gateway: 'slow', delayMs: 1_200 } as const;

/** In CSS pixels. On a screen that is narrower words may take a line more than there is room for, and move what follows. */
const NARROWEST = 320;

/** Every page that has been opened or gone anywhere: what a page does to its shopper and not for them. */
function watchMoves({ context }: Shopper, { page }: CheckoutPage): string[] {
  const moves: string[] = [];
  context.on('page', () => moves.push('opened a window'));
  page.on('framenavigated', (frame) => moves.push(`went to ${frame.url()}`));
  // Schemes of apps are asked for and go nowhere.
  page.on('request', (request) => request.isNavigationRequest() && moves.push(`asked for ${request.url()}`));
  return moves;
}

describe('a device', () => {
  const stage = setStage();

  async function arrive(id: string): Promise<{ checkout: CheckoutPage; moves: string[] }> {
    const shopper = await shopperOn(stage, labDevice(id));
    await shopper.context.addInitScript(recordShifts);
    const checkout = await shopper.order();
    await checkout.part('button').waitFor();
    return { checkout, moves: watchMoves(shopper, checkout) };
  }

  for (const id of SHOWS_A_CODE) {
    it(`that is ${labDevice(id).name} shows a code, and stays where it is to the end`, async () => {
      await stage.gateway.setFaults(SLOW);
      const { checkout, moves } = await arrive(id);
      await checkout.pay();
      await checkout.codeIsPainted();
      const payment = await stage.gateway.paymentOf(checkout.orderId);
      assert.equal(payment.terminal, 'WEB');
      assert.equal(await checkout.button('Open Alipay').count(), 0);
      // The smallest screen is lower than the frame around the code.
      await checkout.part('qr').scrollIntoViewIfNeeded();
      assert.equal(await readQr(checkout.page), payment.walletUrl);
      await stage.gateway.act(payment, 'approve');
      await checkout.reach('success');
      assert.deepEqual(moves, []);
      if (labDevice(id).signals.screenWidth >= NARROWEST) assert.deepEqual(await shiftsOf(checkout), []);
    });
  }

  for (const id of OFFERS_BOTH) {
    it(`that is ${labDevice(id).name} shows a code beside the way to the app, which it takes only when told to`, async () => {
      await stage.gateway.setFaults(SLOW);
      const { checkout, moves } = await arrive(id);
      await checkout.part('button').tap();
      await checkout.codeIsPainted();
      const payment = await stage.gateway.paymentOf(checkout.orderId);
      assert.equal(payment.terminal, 'WAP');
      assert.equal(await readQr(checkout.page), payment.walletUrl);
      assert.deepEqual(moves, []);
      assert.deepEqual(await shiftsOf(checkout), []);

      await checkout.button('Open Alipay').tap();
      await checkout.page.waitForURL(payment.walletUrl);
      await approve(checkout.page);
      await checkout.page.waitForURL(ORDER);
      await checkout.reach('success');
    });
  }

  for (const id of LED_OUT) {
    /** Taps the button, and sees how to get out. */
    async function seeTheGuide(checkout: CheckoutPage): Promise<void> {
      assert.equal(await checkout.button('Copy link').count(), 0);
      await checkout.part('button').tap();
      await checkout.says('Continue in your browser');
      assert.equal(await checkout.button('Open Alipay').count(), 0);
    }

    const notice = (checkout: CheckoutPage, text: string): Promise<void> =>
      checkout.part('note').getByText(text, { exact: true }).waitFor();

    it(`that is ${labDevice(id).name} shows the way out on the tap, with a code to save, and goes nowhere itself`, async () => {
      const { checkout, moves } = await arrive(id);
      const followed = checkout.page.waitForRequest('**/events');
      await seeTheGuide(checkout);
      const payment = await stage.gateway.paymentOf(checkout.orderId);
      assert.equal(payment.terminal, 'WAP');
      await checkout.codeIsPainted();
      assert.equal(await readQr(checkout.page), payment.walletUrl);
      await followed;
      await stage.gateway.act(payment, 'approve');
      await checkout.reach('success');
      const changes = await checkout.changes();
      assert.ok(
        !changes.some(({ checking }) => checking),
        'nobody has left, and so nobody is back to be told that we check',
      );
      assert.deepEqual(moves, []);
    });

    it(`that is ${labDevice(id).name} copies an address under which a browser finds the same payment`, async () => {
      const { checkout, moves } = await arrive(id);
      await seeTheGuide(checkout);
      await checkout.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await checkout.button('Copy link').tap();
      await notice(checkout, 'Link copied');
      const copied = await checkout.page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, checkout.page.url());
      assert.deepEqual(moves, []);

      const outside = await (await shopperOn(stage, labDevice('iphone'))).open(copied);
      await outside.part('button').tap();
      await outside.page.waitForURL(WALLET);
      // Throws where there is more than one.
      assert.equal(outside.page.url(), (await stage.gateway.paymentOf(checkout.orderId)).walletUrl);
    });

    it(`that is ${labDevice(id).name} selects the address at a touch where nothing may be copied`, async () => {
      const { checkout } = await arrive(id);
      await seeTheGuide(checkout);
      await checkout.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await checkout.button('Copy link').tap();
      await notice(checkout, 'Press and hold the link to copy it.');
      await checkout.part('address').tap();
      const selected = await checkout.part('address').evaluate((field: HTMLInputElement) => {
        return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
      });
      assert.equal(selected, checkout.page.url());
    });
  }

  for (const id of LEAVES) {
    it(`that is ${labDevice(id).name} goes to the wallet's page in the same view, and nowhere before`, async () => {
      const { checkout, moves } = await arrive(id);
      const { orderId } = checkout;
      await checkout.part('button').tap();
      await checkout.page.waitForURL(WALLET);
      const { terminal, walletUrl } = await stage.gateway.paymentOf(orderId);
      assert.equal(terminal, TERMINALS[id] ?? 'WAP');
      assert.equal(checkout.page.url(), walletUrl);
      const addresses = moves.map((move) => move.replace(/^\D+ /, ''));
      assert.ok(!moves.includes('opened a window'), moves.join());
      assert.ok(
        addresses.every((address) => address.startsWith(stage.demo.gatewayOrigin)),
        moves.join(),
      );
    });
  }
});

describe('a shop whose checkout begins by itself', () => {
  const stage = setStage();

  async function arrive(id: string): Promise<CheckoutPage> {
    const shopper = await shopperOn(stage, labDevice(id));
    await shopper.context.route('**/orders/*', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('<alipay-checkout', '<alipay-checkout autostart');
      await route.fulfill({ response, body });
    });
    const { page } = await shopper.open(stage.demo.shopOrigin);
    await page.getByRole('button', { name: 'Order now' }).click();
    await page.waitForURL(ORDER);
    // Playwright does not let us change what a redirect leads to.
    await page.reload();
    return new CheckoutPage(page);
  }

  it('shows its code to a desktop', async () => {
    const checkout = await arrive('windows');
    await checkout.codeIsPainted();
  });

  it('asks for nothing on behalf of a crawler, until that clicks', async () => {
    const checkout = await arrive('crawler');
    await checkout.page.waitForFunction(() => customElements.get('alipay-checkout'));
    await checkout.widget.evaluate((widget: AlipayCheckout) => widget.updateComplete);
    assert.equal(await checkout.phase(), 'idle');
    assert.deepEqual(await stage.gateway.paymentsOf(checkout.orderId), []);
    await checkout.pay();
    await checkout.codeIsPainted();
  });
});

describe('the device lab', () => {
  const stage = setStage();

  async function payOnAll(): Promise<Page> {
    const shopper = await stage.shopper({ viewport: { width: 1440, height: 900 } });
    const { page } = await shopper.open(`${stage.demo.shopOrigin}/lab`);
    await page.getByRole('button', { name: 'Pay on all of them' }).click();
    return page;
  }

  it('shows side by side what each device is led to, and lets none of them leave', async () => {
    const page = await payOnAll();
    for (const id of [...SHOWS_A_CODE, ...OFFERS_BOTH]) {
      await page.locator(`#${id}`).getByText('Shows a code.').waitFor();
      await page.frameLocator(`#${id} iframe`).locator('alipay-checkout [part~="qr"]').waitFor();
    }
    for (const id of LED_OUT) {
      await page.locator(`#${id}`).getByText('Shows the way out.').waitFor();
      await page.frameLocator(`#${id} iframe`).getByRole('button', { name: 'Copy link' }).waitFor();
    }
    for (const id of LEAVES) {
      await page.locator(`#${id}`).getByText('Leaves for').waitFor();
      await page.frameLocator(`#${id} iframe`).locator('alipay-checkout').waitFor();
    }
  });

  it('says what the visitor’s device is, what another is, and what a user agent alone would be', async () => {
    const shopper = await shopperOn(stage, labDevice('ipad'));
    const { page } = await shopper.open(`${stage.demo.shopOrigin}/lab`);
    const finding = page.locator('.finding');
    await finding.getByText('tablet', { exact: true }).waitFor();
    assert.deepEqual(await finding.locator('mark').allTextContents(), ['Macintosh', 'Version/26.0']);

    await page.getByRole('button', { name: 'Why: WeChat', exact: true }).click();
    await finding.getByRole('heading', { name: 'WeChat' }).waitFor();
    await finding.getByText('wechat', { exact: true }).waitFor();

    await page.getByLabel('Ask about another user agent').fill(labDevice('ipad').signals.userAgent);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    // Without its fingers an iPad cannot be told from a Mac.
    await finding.getByText('desktop', { exact: true }).first().waitFor();

    await page.getByRole('button', { name: 'Back to your device' }).click();
    await finding.getByText('tablet', { exact: true }).waitFor();
  });
});
