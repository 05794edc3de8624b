import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import type { CheckoutPage } from '../e2e/support/checkout-page.ts';
import type { Demo } from '../e2e/support/demo.ts';
import { openShopper } from '../e2e/support/shopper.ts';
import { until } from '../e2e/support/until.ts';
import type { FaultProxy } from '../support/fault-proxy.ts';
import { isOfContract } from './wire.ts';

/** What the shopper sees at one moment. */
export interface Look {
  /** As `performance.now()` counts in this process. */
  readonly atMs: number;
  /** Nobody sees it just now. */
  readonly isHidden: boolean;
  readonly phase: string;
  readonly connection: string | undefined;
  readonly title: string;
  readonly notice: string;
  readonly hasCode: boolean;
  /** When the payment's time is over, by the server's clock. */
  readonly expiresAt: string | undefined;
}

export interface VisitOptions {
  readonly demo: Demo;
  readonly proxy: FaultProxy;
  readonly context: BrowserContext;
  /** Every random wait of the page is this part of the longest that it could be. */
  readonly luck: number;
  readonly random: () => number;
}

/** A shopper before the payment of an order, behind the proxy. */
export class Visit {
  readonly demo: Demo;
  readonly proxy: FaultProxy;
  readonly context: BrowserContext;
  readonly random: () => number;
  /** What the pages threw. */
  readonly errors: string[] = [];
  readonly orderId: string;
  /** The shopper's page. A fault that takes it away puts another in its place. */
  checkout: CheckoutPage;
  /** More tabs of the same shopper. */
  readonly others: CheckoutPage[] = [];
  readonly #url: string;
  readonly #open: (url: string) => Promise<CheckoutPage>;
  #sent = 0;

  private constructor(options: VisitOptions, checkout: CheckoutPage, open: (url: string) => Promise<CheckoutPage>) {
    this.demo = options.demo;
    this.proxy = options.proxy;
    this.context = options.context;
    this.random = options.random;
    this.checkout = checkout;
    this.orderId = checkout.orderId;
    this.#url = checkout.page.url();
    this.#open = open;
  }

  static async begin(options: VisitOptions): Promise<Visit> {
    const { context, demo, luck } = options;
    await context.addInitScript(fixLuck, luck);
    const shopper = await openShopper(context, demo);
    const visit = new Visit(options, await shopper.order(), (url) => shopper.open(url));
    context.on('page', (page) => visit.#listen(page));
    visit.#listen(visit.page);
    return visit;
  }

  get page(): Page {
    return this.checkout.page;
  }

  /** How many requests of the contract there have been: at the proxy, or in the browser where the proxy hears of none. */
  get requests(): number {
    return Math.max(this.#sent, this.proxy.arrivals.filter(isOfContract).length);
  }

  /** Opens the order once more, in another tab. */
  openAgain(): Promise<CheckoutPage> {
    return this.#open(this.#url);
  }

  /** Waits until the payment is followed by a stream, as most of its life. */
  async isStreaming(): Promise<void> {
    const { arrivals } = this.proxy;
    await until('a stream', async () =>
      arrivals.some(({ path, isAnswered }) => path.endsWith('/events') && isAnswered),
    );
  }

  async look(): Promise<Look> {
    const seen = await this.checkout.widget.evaluate((widget: AlipayCheckout) => {
      const { state, shadowRoot: root } = widget;
      const textOf = (part: string): string => root?.querySelector(`[part=${part}]`)?.textContent?.trim() ?? '';
      return {
        isHidden: document.hidden,
        phase: state.phase,
        connection: 'connection' in state ? state.connection : undefined,
        title: textOf('title'),
        notice: textOf('note'),
        hasCode: !!root?.querySelector('[part=qr] path'),
        expiresAt: 'payment' in state ? state.payment.expiresAt : undefined,
      };
    });
    return { ...seen, atMs: performance.now() };
  }

  /** Speaks to the page's own browser in its own words. */
  async devtools(...[method, params]: Parameters<CDPSession['send']>): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send(method, params);
  }

  /** Lets the shopper confirm in the wallet, which has a network of its own, and waits until the shop knows. */
  async approve(): Promise<void> {
    const { gateway } = this.demo;
    await gateway.act(await gateway.paymentOf(this.orderId), 'approve');
    await until('a notification that the shop has stored', async () => {
      const { notifications } = await gateway.paymentOf(this.orderId);
      return notifications.some(({ outcome }) => outcome === 'acknowledged');
    });
  }

  #listen(page: Page): void {
    page.on('pageerror', ({ message }) => this.errors.push(message));
    page.on('request', (request) => {
      if (isOfContract({ path: new URL(request.url()).pathname })) this.#sent++;
    });
  }
}

/** Runs in the page. What the back-off draws is one byte at a time; keys are longer, and stay random. */
function fixLuck(luck: number): void {
  crypto.getRandomValues = <T extends ArrayBufferView<ArrayBuffer>>(array: T): T => {
    Crypto.prototype.getRandomValues.call(crypto, array);
    if (array instanceof Uint8Array && array.length === 1) array[0] = Math.floor(luck * 256);
    return array;
  };
}
