import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { CheckoutPage } from './support/checkout-page.ts';
import { Keyboard } from './support/keyboard.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';
import { scan } from './support/wallet.ts';

const DISPLAYS = ['inline', 'dialog', 'popover'] as const;
const OVER_THE_PAGE = ['dialog', 'popover'] as const;

describe('by the keyboard alone', () => {
  const stage = setStage();

  async function setup(display: (typeof DISPLAYS)[number]) {
    const shopper = await stage.shopper();
    const { page: shop } = await shopper.open(stage.demo.shopOrigin);
    await new Keyboard(shop).use('Order now');
    await shop.waitForURL(/\/orders\//);
    const checkout = await shopper.open(`${shop.url()}?display=${display}`);
    await shop.close();
    await checkout.part('button').first().waitFor();
    const keyboard = new Keyboard(checkout.page);
    const over = checkout.page.locator('alipay-checkout [part=dialog]:is(:modal, :popover-open)');
    const focusIs = (name: string): Promise<unknown> =>
      until(`the focus on "${name}"`, async () => (await keyboard.focused()) === name, 5_000).catch(
        async (cause: unknown) => {
          throw new Error(`The focus is on "${await keyboard.focused()}", not on "${name}"`, { cause });
        },
      );
    return {
      checkout,
      keyboard,
      over,
      focusIs,
      /** Goes to the button on the page, and waits for the code. */
      pay: async () => {
        await keyboard.use('Pay with Alipay');
        await checkout.codeIsPainted();
      },
      payment: () => stage.gateway.paymentOf(checkout.orderId),
    };
  }

  /** What the shopper does on the phone. */
  async function confirm(checkout: CheckoutPage): Promise<void> {
    const [payment] = await stage.gateway.paymentsOf(checkout.orderId);
    const wallet = await scan(stage, payment!.walletUrl);
    await new Keyboard(wallet).use('Confirm payment');
    await wallet.getByRole('heading', { name: 'Paid' }).waitFor();
    await checkout.reach('success');
  }

  for (const display of DISPLAYS) {
    it(`a shopper buys: ${display}`, async () => {
      const { checkout, keyboard, over, pay, focusIs } = await setup(display);
      await pay();
      assert.equal(await over.count(), display === 'inline' ? 0 : 1);
      if (display === 'dialog') await focusIs('Scan with Alipay');
      await confirm(checkout);
      // The heading, whatever in the checkout had the focus: there is something new to read.
      await focusIs('Paid');
      assert.equal(await over.count(), display === 'inline' ? 0 : 1);
      await keyboard.tabTo('Back to the teas');
      if (display !== 'inline') {
        await keyboard.press('Escape');
        // The button on the page, which now says so.
        await focusIs('Paid');
        assert.equal(await over.count(), 0);
      }
      assert.deepEqual(await stage.demo.recordsOf(checkout.orderId), { order: 'paid', payment: 'success' });
    });

    it(`a shopper cancels, and pays after all: ${display}`, async () => {
      const { checkout, keyboard, pay, payment, focusIs } = await setup(display);
      await pay();
      await keyboard.tabTo('Cancel');
      await keyboard.press('Space');
      await checkout.reach('voided');
      assert.equal((await payment()).status, 'CANCELLED');
      await focusIs('Payment cancelled');
      await keyboard.use('Pay with Alipay');
      await checkout.codeIsPainted();
      await confirm(checkout);
      const statuses = (await stage.gateway.paymentsOf(checkout.orderId)).map(({ status }) => status);
      assert.deepEqual(statuses, ['SUCCESS', 'CANCELLED']);
    });

    it(`a shopper gets a new code for one that has expired, and pays that: ${display}`, async () => {
      const { checkout, keyboard, pay, payment, focusIs } = await setup(display);
      await pay();
      await keyboard.tabTo('How to scan');
      const old = await payment();
      await stage.gateway.act(old, 'expire');
      await checkout.reach('voided');
      await focusIs('The code has expired');
      await keyboard.use('Get a new code');
      await checkout.codeIsPainted();
      const [fresh] = await stage.gateway.paymentsOf(checkout.orderId);
      assert.notEqual(fresh!.walletUrl, old.walletUrl);
      await confirm(checkout);
      await focusIs('Paid');
    });
  }

  it('Escape ends nothing where the payment is in the page', async () => {
    const { checkout, keyboard, pay, payment, focusIs } = await setup('inline');
    await pay();
    await keyboard.tabTo('Cancel');
    await keyboard.press('Escape');
    await focusIs('Cancel');
    assert.equal(await checkout.phase(), 'awaiting');
    assert.equal((await payment()).calls.cancel, 0);
  });

  for (const display of OVER_THE_PAGE) {
    it(`Escape closes the help, and then the ${display}, and the payment goes on`, async () => {
      const { checkout, keyboard, over, pay, payment, focusIs } = await setup(display);
      await pay();
      await keyboard.use('How to scan');
      const help = checkout.part('help');
      await help.waitFor();
      await keyboard.press('Escape');
      await help.waitFor({ state: 'hidden' });
      await focusIs('How to scan');
      assert.equal(await over.count(), 1);
      await keyboard.press('Escape');
      await focusIs('Scan with Alipay');
      assert.equal(await over.count(), 0);

      await keyboard.press('Enter');
      await over.waitFor();
      await keyboard.press('Escape');
      await focusIs('Scan with Alipay');
      await confirm(checkout);
      await focusIs('Paid');
      assert.equal(await over.count(), 0, 'it opened by itself');
      assert.equal((await payment()).calls.cancel, 0);
    });

    it(`a payment that is found again after a reload is opened by its button: ${display}`, async () => {
      const { checkout, keyboard, over, pay, focusIs } = await setup(display);
      await pay();
      await checkout.page.reload();
      await checkout.reach('awaiting');
      assert.equal(await over.count(), 0);
      await keyboard.use('Scan with Alipay');
      await over.waitFor();
      await checkout.codeIsPainted();
      // A dialog takes the focus to its heading, a popover leaves it on the button.
      await focusIs(display === 'dialog' ? 'Scan with Alipay' : 'Pay with Alipay');
      await keyboard.use('Close');
      await over.waitFor({ state: 'detached' });
      await focusIs('Scan with Alipay');
    });
  }

  it('the focus stays in a dialog, whatever way Tab goes', async () => {
    const { checkout, keyboard, pay } = await setup('dialog');
    await pay();
    const isOnThePage = (): Promise<boolean> =>
      checkout.page.evaluate(() => {
        const outside = document.activeElement;
        const inside = outside?.shadowRoot?.activeElement;
        return outside !== document.body && !inside?.closest('dialog');
      });
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let times = 0; times < 8; times += 1) {
        await keyboard.press(key);
        assert.ok(!(await isOnThePage()), `${key} led to "${await keyboard.focused()}"`);
      }
    }
  });

  it('a popover in a scroller and a shadow root stands on the side that has room, and points to its button', async () => {
    const { checkout, keyboard } = await setup('popover');
    const { page } = checkout;
    await intoScroller(page);
    await keyboard.use('Pay with Alipay');
    await checkout.codeIsPainted();
    for (const [scrolled, side] of [
      ['up', 'bottom'],
      ['down', 'top'],
      ['up', 'bottom'],
    ] as const) {
      await page.locator('#scroller').evaluate((scroller, where) => {
        scroller.scrollTop = where === 'up' ? scroller.scrollHeight : 0;
      }, scrolled);
      const places = await until(`a popover at the ${side}`, async () => {
        const seen = await placesOf(page);
        return seen.side === side && seen;
      });
      const { popover, button, arrow, room } = places;
      const distance = side === 'bottom' ? popover.top - button.bottom : button.top - popover.bottom;
      assert.ok(distance > 0 && distance < 24, `it is ${distance} px from its button`);
      assert.ok(popover.top >= 0 && popover.bottom <= room.height && popover.right <= room.width, 'it is cut off');
      const middle = (arrow.left + arrow.right) / 2;
      assert.ok(middle > button.left && middle < button.right, 'it points past its button');
    }
  });
});

/** Puts the checkout of a page into a shadow root in a scroller, at the right edge, below all that it holds at first. */
function intoScroller(page: Page): Promise<void> {
  return page.locator('alipay-checkout').evaluate((checkout) => {
    const scroller = Object.assign(document.createElement('div'), { id: 'scroller' });
    const host = document.createElement('div');
    Object.assign(scroller.style, { position: 'fixed', inset: '0 0 0 auto', inlineSize: '280px', overflow: 'auto' });
    Object.assign(host.style, { paddingBlock: 'calc(100vh - 80px)' });
    host.attachShadow({ mode: 'open' }).append(checkout);
    scroller.append(host);
    document.body.append(scroller);
  });
}

function placesOf(page: Page) {
  return page.locator('alipay-checkout').evaluate((checkout) => {
    const root = checkout.shadowRoot!;
    const rectOf = (selector: string): DOMRect =>
      root.querySelector(selector)!.getBoundingClientRect().toJSON() as DOMRect;
    return {
      side: root.querySelector<HTMLElement>('[part=dialog]')?.dataset['placed'],
      popover: rectOf('[part=dialog]'),
      button: rectOf('button'),
      arrow: rectOf('[part=arrow]'),
      room: { width: innerWidth, height: innerHeight },
    };
  });
}
