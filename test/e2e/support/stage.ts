import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Faults } from '../../../demo/gateways/support/faults.ts';
import { BROWSER_ARGUMENTS, findBrowser } from '../../../scripts/browser.ts';
import { Demo } from './demo.ts';
import type { AlipayPanel } from './gateway-panel.ts';
import type { GatewayName } from './gateways.ts';
import { openShopper, type Shopper } from './shopper.ts';

/** What the tests of a file play on: the demo, a browser, and whoever visits the shop. */
export interface Stage {
  readonly demo: Demo;
  /** Alipay's. */
  readonly gateway: AlipayPanel;
  /** A shopper with a browser of their own: nothing stored, nothing shared. */
  shopper(options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>): Promise<Shopper>;
  /** The next complaints of a page that match are what the test has asked for. Counts until its end. */
  expectComplaints(pattern: RegExp): void;
}

/** What Chromium logs of its own accord for an answer that is no success, or for none. */
export const NETWORK_TROUBLE = /^Failed to load resource/;

export interface StageOptions {
  /** Those that play beside Alipay's. */
  readonly gateways?: readonly GatewayName[];
  /** What is wrong with every gateway when a test begins. Default: nothing. */
  readonly faults?: Partial<Faults>;
}

const WELL = { gateway: 'up', notifications: 'deliver', refunds: 'auto' } as const satisfies Partial<Faults>;

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: 'en-US' };

/**
 * Sets the stage for the tests of the suite that calls it. After each test the pages are closed, the gateways are well
 * again, and a page that had anything to complain of fails the test.
 */
export function setStage({ gateways = [], faults }: StageOptions = {}): Stage {
  let demo: Demo;
  let browser: Browser;
  const contexts = new Set<BrowserContext>();
  const complaints: string[] = [];
  const expected: RegExp[] = [];

  before(async () => {
    const executablePath = await findBrowser();
    [demo, browser] = await Promise.all([
      Demo.start(gateways),
      chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] }),
    ]);
  });
  beforeEach(async () => {
    for (const panel of demo.panels) await panel.setFaults({ ...WELL, ...faults });
  });
  afterEach(async () => {
    for (const context of contexts) await context.close();
    contexts.clear();
    const allowed = expected.splice(0);
    const unexpected = complaints.splice(0).filter((text) => !allowed.some((pattern) => pattern.test(text)));
    assert.deepEqual(unexpected, [], 'what the pages complained of');
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  return {
    get demo() {
      return demo;
    },
    get gateway() {
      return demo.gateway;
    },
    expectComplaints: (pattern) => void expected.push(pattern),
    async shopper(options, prepare) {
      const context = await browser.newContext({ ...DESKTOP, ...options });
      contexts.add(context);
      context.on('page', (page) => listen(page, demo.shopOrigin, (text) => complaints.push(text)));
      return openShopper(context, demo, prepare);
    },
  };
}

/** Hears what a page complains of: errors, broken policies, and requests of the shop's pages to anybody else. */
function listen(page: Page, shopOrigin: string, complain: (text: string) => void): void {
  page.on('pageerror', (error) => complain(`Uncaught ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
  });
  page.on('request', (request) => {
    const isOfShop = page.url().startsWith(shopOrigin) && !request.isNavigationRequest();
    const isElsewhere = !/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${shopOrigin}/`);
    if (isOfShop && isElsewhere) complain(`A request to ${request.url()}`);
  });
}
