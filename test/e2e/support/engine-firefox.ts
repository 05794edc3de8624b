import puppeteer, { type ElementHandle } from 'puppeteer-core';
import { type EngineTab, partOf } from './engine-tab.ts';

/** Debian's Firefox, over WebDriver BiDi: Playwright would need one of its own build. */
export async function launchFirefox(executablePath: string): Promise<EngineTab> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 900 });
  return {
    goTo: (url) => page.goto(url),
    url: async () => page.url(),
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    async click(part) {
      const handle = (await page.evaluateHandle(partOf(part))) as ElementHandle<Element>;
      await handle.click();
    },
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
