import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS, findBrowser } from '../../scripts/browser.ts';

/** A browser as shoppers have it. */
export interface PlainBrowser {
  readonly browser: Browser;
  /** Its tabs hide one another, and hidden ones are throttled: Playwright makes every page of its own contexts visible. */
  readonly honest: BrowserContext;
  close(): Promise<void>;
}

/**
 * Starts a Chromium of which nothing is switched off that could be in the way of a test: back/forward cache, throttling
 * of hidden pages. Their grace is shortened from five minutes to five seconds.
 *
 * @param hostRules - Where names lead, as Chromium's `--host-resolver-rules` has it.
 */
export async function startPlainBrowser(hostRules: string): Promise<PlainBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'alipay-checkout-browser-'));
  const child = spawn(
    await findBrowser(),
    [
      ...BROWSER_ARGUMENTS,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      `--host-resolver-rules=${hostRules}`,
      '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/5',
      '--lang=en-US',
      '--window-size=1280,800',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The browser ended with ${code}`)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const listening = /listening on (ws:\S+)/.exec(text)?.[1];
      if (listening) resolve(listening);
    });
  });
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  return {
    browser,
    honest: browser.contexts()[0]!,
    async close() {
      await browser.close();
      if (child.exitCode === null) {
        const gone = once(child, 'exit');
        child.kill();
        await gone;
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
