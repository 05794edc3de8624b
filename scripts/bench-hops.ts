import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium, devices, type Page } from 'playwright-core';
import { BROWSER_ARGUMENTS, findBrowser } from './browser.ts';

/** What a page asked for on its way to a goal. */
export interface Journey {
  /** How many times the page had to wait for an answer before it could ask on. */
  readonly hops: number;
  readonly requests: readonly { readonly hop: number; readonly method: string; readonly path: string }[];
}

/** A page that asks for nothing new for so long is waiting for answers. */
const QUIET_MS = 500;
/** Even a browser on a busy machine has asked for something by then. */
const STUCK_MS = 20_000;
const WALLET = 'https://wallet.example/pay';

/** A desktop that creates its payment as soon as the page is there. */
export const desktopJourney = (cdn: string): Promise<Journey> =>
  travel(cdn, {
    attributes: 'autostart',
    // A browser without a window says so, and would be taken for a bot.
    context: devices['Desktop Chrome'],
    goal: (page) => page.locator('[part~="qr"] path').waitFor(),
  });

/** A phone on which the shopper taps the button. */
export const phoneJourney = (cdn: string): Promise<Journey> =>
  travel(cdn, {
    attributes: '',
    context: devices['iPhone 15'],
    goal: async (page) => {
      const left = page.waitForRequest(WALLET);
      await page.locator('[part~="button"]').tap();
      await left;
    },
  });

interface Trip {
  readonly attributes: string;
  readonly context: BrowserContextOptions;
  /** Resolves once the page has got where it was to get. */
  readonly goal: (page: Page) => Promise<unknown>;
}

/**
 * Opens a page with the widget, over a server that answers nothing until the page has no more to ask, and then all at
 * once. So each round of answers is one hop, as on a network where only the way there and back costs time.
 */
async function travel(cdn: string, { attributes, context, goal }: Trip): Promise<Journey> {
  const requests: { hop: number; method: string; path: string }[] = [];
  const held: (() => void)[] = [];
  let lastAskedAt = performance.now();
  let hops = 0;
  const server = createServer((req, res) => {
    lastAskedAt = performance.now();
    requests.push({ hop: hops + 1, method: req.method!, path: req.url! });
    held.push(() => answer(cdn, attributes, req, res));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_ARGUMENTS] });
  try {
    const page = await (await browser.newContext(context)).newPage();
    // The page's timers stand still: on a busy machine what is only fetched a second after the code would come before it.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 1000);
    await page.route(`${WALLET}**`, (route) => route.fulfill({ body: 'The wallet' }));
    let isThere = false;
    const opened = page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
    const arrived = opened.then(() => goal(page)).then(() => (isThere = true));
    arrived.catch(() => {});
    for (;;) {
      const releasedAt = (lastAskedAt = performance.now());
      const isWaiting = () => isThere || held.length > 0;
      while (performance.now() - lastAskedAt < QUIET_MS || !isWaiting()) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (performance.now() - releasedAt > STUCK_MS) {
          throw new Error(`The page is stuck after ${hops} hops: ${JSON.stringify(requests)}`);
        }
      }
      if (isThere) return { hops, requests: requests.filter(({ hop }) => hop <= hops) };
      hops += 1;
      for (const release of held.splice(0)) release();
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

function answer(cdn: string, attributes: string, req: IncomingMessage, res: ServerResponse): void {
  const send = (type: string, body: string | Uint8Array, status = 200): void => {
    res.writeHead(status, { 'content-type': type }).end(body);
  };
  const path = req.url!;
  if (path === '/') send('text/html', pageWith(attributes));
  else if (path.endsWith('.js')) send('text/javascript', readFileSync(join(cdn, path)));
  else if (req.method === 'POST')
    send('application/json', JSON.stringify({ ...snapshot(), token: 't'.repeat(32) }), 201);
  // The stream stays open, as it does for a payment under way.
  else
    res
      .writeHead(200, { 'content-type': 'text/event-stream' })
      .write(`event: payment\ndata: ${JSON.stringify(snapshot())}\n\n`);
}

function pageWith(attributes: string): string {
  return `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Shop</title>
<script type="module" src="/alipay-checkout.js"></script>
<alipay-checkout endpoint="/alipay" order-id="A-1001" ${attributes}></alipay-checkout></html>`;
}

function snapshot(): object {
  const now = new Date();
  return {
    payment: {
      id: 'benchbenchbenchbench1234',
      version: 1,
      orderId: 'A-1001',
      status: 'pending',
      reason: 'awaiting_action',
      amount: { currency: 'USD', value: 2000, exponent: 2 },
      cancellable: true,
      createdAt: now.toISOString(),
      serverTime: now.toISOString(),
      expiresAt: new Date(now.getTime() + 600_000).toISOString(),
    },
    action: {
      qrCode: { data: `https://qr.example/${'281002040092'.repeat(8)}` },
      redirect: { url: WALLET, method: 'GET' },
    },
  };
}
