import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { BROWSER_ARGUMENTS, findBrowser } from '../../scripts/browser.ts';
import type { Finding } from './finding.ts';
import type { Reach } from './layout.ts';
import type { Posing } from './page.ts';
import { themes } from './themes.ts';
import type { View } from './views.ts';

declare const posing: Posing;

/** Valid in itself, so that every rule about whole pages can be asked too. */
const FRAME = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Checkout</title>
  <main><h1 tabindex="-1">A-1001</h1><div id="stand"></div></main>
  <script src="/ibm.js"></script>
  <script type="module" src="/page.js"></script>
</html>`;

/** The same in every run, as a checkout may show it. No server: the browser is given what it asks for. */
const ADDRESS = 'https://shop.example/';

const HEIGHT = 900;

/** One page in one Chromium, in which views take turns. */
export class Stage {
  readonly page: Page;
  readonly #browser: Browser;

  private constructor(page: Page, browser: Browser) {
    this.page = page;
    this.#browser = browser;
  }

  static async open(): Promise<Stage> {
    const files: Readonly<Record<string, [type: string, text: string]>> = {
      '/': ['text/html', FRAME],
      '/page.js': ['text/javascript', await bundlePage()],
      '/ibm.js': [
        'text/javascript',
        await readFile(new URL(import.meta.resolve('accessibility-checker-engine')), 'utf8'),
      ],
    };
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_ARGUMENTS] });
    // Entrances would be measured half transparent; and moments are written in the time of the place.
    const page = await browser.newPage({ reducedMotion: 'reduce', timezoneId: 'UTC' });
    await page.route('**', (route) => {
      const [type, body] = files[new URL(route.request().url()).pathname] ?? ['text/plain', ''];
      return route.fulfill({ contentType: `${type}; charset=utf-8`, body });
    });
    const stage = new Stage(page, browser);
    try {
      await stage.#load();
    } catch (error) {
      await stage.close();
      throw error;
    }
    return stage;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async show({ width, ...view }: View): Promise<void> {
    await this.#furnish({ width, ...view });
    await this.page.evaluate((shown) => posing.show(shown), view);
  }

  async #furnish({ width, theme }: View): Promise<void> {
    await this.page.setViewportSize({ width, height: HEIGHT });
    await this.page.emulateMedia({ forcedColors: themes[theme]?.forced ? 'active' : 'none' });
  }

  async #load(): Promise<void> {
    let broken: unknown;
    this.page.on('pageerror', (error) => (broken = error));
    await this.page.goto(ADDRESS);
    const isReady = this.page.waitForFunction(() => 'posing' in globalThis, undefined, { timeout: 10_000 });
    await isReady.catch((error: unknown) => {
      throw new Error('The page did not load', { cause: broken ?? error });
    });
  }

  /** What is wrong with how the view is laid out. */
  measure({ spaced }: { readonly spaced: boolean }): Promise<readonly Finding[]> {
    return this.page.evaluate((wide) => {
      posing.space(wide);
      return posing.measure();
    }, spaced);
  }

  /** From where to where the words of each box reach. */
  reaches(): Promise<readonly Reach[]> {
    return this.page.evaluate(() => posing.reaches());
  }

  /**
   * Lets the session of the view that is shown go on to another state, through others in between that last no time.
   *
   * @param differences - From what the state is like when all is well, such as its connection.
   */
  async goTo(states: string | readonly string[], differences: object = {}): Promise<void> {
    await this.page.evaluate(([names, rest]) => posing.goTo(names, rest), [[states].flat(), differences] as const);
  }

  /** What a screen reader would have said since it was last asked. */
  heard(): Promise<readonly string[]> {
    return this.page.evaluate(() => posing.heard());
  }

  /** What was wanted of the session since it was last asked. */
  wanted(): Promise<readonly string[]> {
    return this.page.evaluate(() => posing.wanted());
  }

  /** What the engines find in each of some views, of one width and theme. */
  async inspect(views: readonly View[]): Promise<(readonly Finding[])[]> {
    if (views[0]) await this.#furnish(views[0]);
    return this.page.evaluate((inspected) => posing.inspect(inspected), views);
  }

  /** What the engines find in a shadow root that is full of faults. An engine that finds none is blind. */
  inspectFaults(): Promise<readonly Finding[]> {
    return this.page.evaluate(() => posing.inspectFaults());
  }
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    loader: { '.css': 'text' },
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
}
