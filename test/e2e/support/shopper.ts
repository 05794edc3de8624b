import type { BrowserContext, Page } from 'playwright-core';
import { CheckoutPage, recordChanges } from './checkout-page.ts';
import type { Demo } from './demo.ts';

/** Somebody with a browser of their own: nothing stored, nothing shared. */
export interface Shopper {
  readonly context: BrowserContext;
  /** Orders a tea and stands before its payment, which goes through the shop's first account or the one that is named. */
  order(account?: string, wish?: Wish): Promise<CheckoutPage>;
  /** Opens an address in another tab. */
  open(url: string): Promise<CheckoutPage>;
}

/** What is to be ordered. Default: one tin of the tea on the front page. */
export interface Wish {
  readonly tea?: string;
  readonly quantity?: number;
}

/** @param prepare - What is to be done to each page before it goes anywhere. */
export async function openShopper(
  context: BrowserContext,
  demo: Demo,
  prepare?: (page: Page) => Promise<void>,
): Promise<Shopper> {
  await context.addInitScript(recordChanges);
  const open = async (url: string): Promise<CheckoutPage> => {
    const page = await context.newPage();
    await prepare?.(page);
    await page.goto(url);
    return new CheckoutPage(page);
  };
  return {
    context,
    open,
    async order(account, { tea, quantity } = {}) {
      const { page } = await open(demo.shopOrigin + (tea ? `/teas/${tea}` : ''));
      if (quantity) await page.getByRole('spinbutton').fill(String(quantity));
      if (account) await page.locator('select[name="gateway"]').selectOption(account);
      await page.getByRole('button', { name: /Order now|立即下单/ }).click();
      await page.waitForURL(/\/orders\//);
      return new CheckoutPage(page);
    },
  };
}
