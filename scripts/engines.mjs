import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromeLauncher } from '@web/test-runner-chrome';
import { SeleniumLauncher } from '@web/test-runner-selenium';
import puppeteer from 'puppeteer-core';
import { Builder, Capabilities, Key } from 'selenium-webdriver';
import { BROWSER_ARGUMENTS } from './browser.ts';

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const MINI_BROWSER = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
];

const found = (paths) => paths.find((path) => existsSync(path));

/** Ends with this process, whatever ends it. */
function start(command, args, env = {}) {
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  process.once('exit', () => child.kill());
  return child;
}

function chromium() {
  return chromeLauncher({
    // A context for each page: pages that share one also share msw's worker, and background tabs draw no frames.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    launchOptions: { executablePath: process.env.CHROME_PATH || undefined, args: [...BROWSER_ARGUMENTS] },
  });
}

function firefox() {
  const executablePath = process.env.FIREFOX_PATH ?? found(FIREFOX);
  return (
    executablePath &&
    chromeLauncher({ puppeteer, concurrency: 1, launchOptions: { browser: 'firefox', executablePath } })
  );
}

async function webkit() {
  const binary = found(MINI_BROWSER);
  if (!binary || !existsSync('/usr/bin/WebKitWebDriver')) return undefined;
  const DISPLAY = process.env.DISPLAY ?? (await openDisplay());
  if (!DISPLAY) return undefined;
  const port = await freePort();
  // Without the bridge of assistive technology, which waits for a bus that no machine without a desktop has.
  start('/usr/bin/WebKitWebDriver', [`--port=${port}`], { DISPLAY, NO_AT_BRIDGE: '1' });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`${url}/status`);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  return new WebKitLauncher(new Builder().usingServer(url).withCapabilities(capabilities));
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

/** A screen that nobody sees: WebKit knows no other way. Undefined where there is none. */
async function openDisplay() {
  const path = found(['/usr/bin/Xvfb']);
  if (!path) return undefined;
  const child = spawn(path, ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  process.once('exit', () => child.kill());
  const number = await new Promise((resolve) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('exit', () => resolve(''));
  });
  return number && `:${number}`;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(url) {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('The driver of WebKit does not answer');
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
