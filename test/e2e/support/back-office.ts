import type { Locator, Page } from 'playwright-core';
import type { Demo } from './demo.ts';
import type { Shopper } from './shopper.ts';
import { until } from './until.ts';

/** The page of the shop's own people. */
export class BackOffice {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(person: Shopper, { shopOrigin }: Demo): Promise<BackOffice> {
    return new BackOffice((await person.open(`${shopOrigin}/admin`)).page);
  }

  payment(reference: string): Locator {
    return this.page.locator(`[data-payment="${reference}"]`);
  }

  order(orderId: string): Locator {
    return this.page.locator(`[data-order="${orderId}"]`);
  }

  /** The refunds of a payment, oldest first. */
  refunds(reference: string): Locator {
    return this.payment(reference).locator('[data-refund]');
  }

  /** Asks for a refund, of all that is left unless an amount is given. */
  async refund(reference: string, amount?: string): Promise<void> {
    const payment = this.payment(reference);
    if (amount) await payment.getByRole('textbox').fill(amount);
    const answered = this.page.waitForEvent('load');
    await payment.getByRole('button', { name: 'Refund' }).click();
    await answered;
  }

  /** Loads the page again and again until it shows this. */
  async shows(what: Locator, withinMs = 15_000): Promise<void> {
    await until(
      `shown: ${String(what)}`,
      async () => {
        await this.page.reload();
        return (await what.count()) > 0;
      },
      withinMs,
    );
  }
}
