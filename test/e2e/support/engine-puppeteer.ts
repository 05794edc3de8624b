import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core';
import { BROWSER_ARGUMENTS, findBrowser } from '../../../scripts/browser.ts';
import { type EngineBrowser, type EngineTab, type LaunchOptions, partOf, WITHOUT_STORAGE } from './engine-tab.ts';

/** Unlike the Chromium that Playwright starts this one has a back/forward cache. */
export async function launchChromium({ storage = true }: LaunchOptions): Promise<EngineBrowser> {
  const executablePath = await findBrowser();
  const browser = await puppeteer.launch({ executablePath, headless: true, args: [...BROWSER_ARGUMENTS] });
  return {
    async newTab() {
      const page = await browser.newPage();
      if (!storage) await page.evaluateOnNewDocument(WITHOUT_STORAGE);
      return tabOf(page);
    },
    close: () => browser.close(),
  };
}

/** Debian's Firefox, over WebDriver BiDi: Playwright would need one of its own build. */
export async function launchFirefox(executablePath: string, { storage = true }: LaunchOptions): Promise<EngineBrowser> {
  const extraPrefsFirefox = { 'dom.storage.enabled': storage };
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox });
  return { newTab: async () => tabOf(await browser.newPage()), close: () => browser.close() };
}

async function tabOf(page: Page): Promise<EngineTab> {
  await page.setViewport({ width: 1000, height: 900 });
  return {
    goTo: (url) => page.goto(url),
    reload: () => page.reload(),
    // Puppeteer's own waits for a load, and a page out of the back/forward cache has none.
    goBack: () => page.evaluate('void setTimeout(() => history.back())'),
    url: async () => page.url(),
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    async click(part) {
      const handle = (await page.evaluateHandle(partOf(part))) as ElementHandle<Element>;
      await handle.click();
    },
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  };
}
