import type { Locator, Page } from 'playwright-core';
import type { AlipayCheckout } from '../../../src/element/alipay-checkout.ts';
import type { CheckoutPhase } from '../../../src/session/state.ts';

/** One change that the widget told its page of. */
export interface Change {
  readonly phase: CheckoutPhase;
  readonly atMs: number;
  readonly checking: boolean;
  readonly paymentId: string | undefined;
  readonly errorCode: string | undefined;
}

declare global {
  interface Window {
    changes: Change[];
  }
}

/** Keeps every change of the widget in the page. A page that is loaded again begins with none. */
export function recordChanges(): void {
  window.changes = [];
  addEventListener('alipay-change', (event) => {
    const { state } = event;
    window.changes.push({
      phase: state.phase,
      atMs: Date.now(),
      checking: 'checking' in state && state.checking,
      paymentId: 'payment' in state ? state.payment.id : undefined,
      errorCode: 'error' in state ? state.error.code : undefined,
    });
  });
}

/** The page of an order, as its shopper sees it. */
export class CheckoutPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get orderId(): string {
    return new URL(this.page.url()).pathname.split('/')[2] ?? '';
  }

  get widget(): Locator {
    return this.page.locator('alipay-checkout');
  }

  part(name: string): Locator {
    return this.widget.locator(`[part~="${name}"]`);
  }

  button(name: string): Locator {
    return this.widget.getByRole('button', { name, exact: true });
  }

  async pay(): Promise<void> {
    await this.part('button').click();
  }

  /** Waits until the widget has come to a phase. */
  async reach(phase: CheckoutPhase, withinMs = 15_000): Promise<void> {
    await this.page
      .waitForFunction(
        (wanted) => document.querySelector<AlipayCheckout>('alipay-checkout')?.state?.phase === wanted,
        phase,
        { timeout: withinMs },
      )
      .catch(async (error: unknown) => {
        throw new Error(`Not "${phase}" but "${await this.phase()}"`, { cause: error });
      });
  }

  /** Waits until the widget says this, in its heading. */
  async says(title: string, withinMs = 15_000): Promise<void> {
    await this.part('title')
      .and(this.page.getByText(title, { exact: true }))
      .waitFor({ timeout: withinMs });
  }

  phase(): Promise<CheckoutPhase> {
    return this.widget.evaluate((widget: AlipayCheckout) => widget.state.phase);
  }

  paymentId(): Promise<string | undefined> {
    return this.widget.evaluate((widget: AlipayCheckout) => widget.payment?.id);
  }

  /** The payment's reference at its gateway. @throws where there is no payment yet. */
  async reference(): Promise<string> {
    const id = await this.paymentId();
    if (id === undefined) throw new Error('There is no payment');
    return id;
  }

  /** Opens the gateway's page in the window that the widget opens for it. */
  async openWindow(): Promise<Page> {
    const opening = this.page.waitForEvent('popup');
    await this.button('Open Alipay').click();
    return opening;
  }

  /** Every change since this document was loaded. */
  changes(): Promise<Change[]> {
    return this.page.evaluate(() => window.changes);
  }

  /** Waits for a code on the screen. */
  async codeIsPainted(withinMs = 15_000): Promise<void> {
    await this.part('qr').waitFor({ timeout: withinMs });
  }
}
