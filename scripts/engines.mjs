import { chromeLauncher } from '@web/test-runner-chrome';
import { SeleniumLauncher } from '@web/test-runner-selenium';
import puppeteer from 'puppeteer-core';
import { Builder, Capabilities, Key } from 'selenium-webdriver';
import { BROWSER_ARGUMENTS } from './browser.ts';
import { findFirefox, findWebKit, startWebKitDriver } from './other-browsers.ts';

function chromium() {
  return chromeLauncher({
    // A context for each page: pages that share one also share msw's worker, and background tabs draw no frames.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    launchOptions: { executablePath: process.env.CHROME_PATH || undefined, args: [...BROWSER_ARGUMENTS] },
  });
}

function firefox() {
  const executablePath = findFirefox();
  return (
    executablePath &&
    chromeLauncher({ puppeteer, concurrency: 1, launchOptions: { browser: 'firefox', executablePath } })
  );
}

async function webkit() {
  const binary = findWebKit();
  if (!binary) return undefined;
  const { url, capabilities } = await startWebKitDriver(binary);
  return new WebKitLauncher(new Builder().usingServer(url).withCapabilities(new Capabilities(capabilities)));
}

const keyOf = (name) => Key[name.toUpperCase()] ?? name;

/** Takes the commands that tests give to their browser, which the launcher alone does not, in the shape of Playwright's. */
class WebKitLauncher extends SeleniumLauncher {
  type = 'playwright';
  concurrency = 1;

  getPage(id) {
    // One key at a time, to the frame that the tests of a session run in.
    const act = async (fill) => {
      await this.#enter(id);
      await fill(this.driver.actions({ async: true })).perform();
      await this.driver.switchTo().defaultContent();
    };
    return {
      keyboard: {
        type: (text) => act((actions) => actions.sendKeys(text)),
        press: (key) => act((actions) => actions.keyDown(keyOf(key)).keyUp(keyOf(key))),
        down: (key) => act((actions) => actions.keyDown(keyOf(key))),
        up: (key) => act((actions) => actions.keyUp(keyOf(key))),
      },
      mouse: {
        move: (x, y) => act((actions) => actions.move({ x, y, duration: 0 })),
        click: (x, y) => act((actions) => actions.move({ x, y, duration: 0 }).press().release()),
        down: () => act((actions) => actions.press()),
        up: () => act((actions) => actions.release()),
      },
      // The window itself does not get narrower than 450 pixels.
      setViewportSize: ({ width, height }) =>
        this.driver.executeScript(
          'for (const { style } of document.querySelectorAll("iframe")) style.cssText = arguments[0]',
          `border: 0; width: ${width}px; height: ${height}px`,
        ),
    };
  }

  /** A browser for each file, as the others have a page: one that has been lived in keeps workers and what it fetched. */
  async stopSession(id) {
    const result = await super.stopSession(id);
    await this.stop();
    return result;
  }

  async #enter(id) {
    await this.driver.switchTo().defaultContent();
    const frame = await this.driver.findElement({ id: this.iframeManager.framePerSession.get(id) });
    await this.driver.switchTo().frame(frame);
  }
}

const ENGINES = { chromium, firefox, webkit };

/**
 * The launchers of the browsers that are here: Chromium, and Firefox and WebKitGTK where they are installed. `ENGINES`
 * names those to use alone (`ENGINES=webkit`), and then they have to be there.
 */
export async function launchers() {
  const asked = process.env.ENGINES?.split(',');
  const names = asked ?? Object.keys(ENGINES);
  const all = [];
  for (const name of names) {
    const launcher = await ENGINES[name]?.();
    if (launcher) all.push(launcher);
    else if (asked) throw new Error(`There is no ${name} here`);
    else console.log(`No ${name} here: what it would show is not tested`);
  }
  return all;
}
