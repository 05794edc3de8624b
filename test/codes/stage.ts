import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { BROWSER_ARGUMENTS, findBrowser } from '../../scripts/browser.ts';
import type { Showing, Shown } from './page.ts';
import type { Reading, Readings } from './readers.ts';
import { canBeRead, type Shot } from './shots.ts';

declare const showing: Showing;
declare const reading: Reading;

/** Of the window, in CSS pixels at 100 %. */
const WINDOW = { width: 1280, height: 900 };

/** A code that has been shown and read. */
export interface Seen {
  readonly readings: Readings;
  /** Its modules are large enough to be told apart. */
  readonly canBeRead: boolean;
}

/** One Chromium with two pages: one that shows codes, and one that reads the pictures of them. */
export class CodeStage {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #shown: Page;
  readonly #readers: Page;
  readonly #devtools: CDPSession;

  private constructor(browser: Browser, server: Server, [shown, readers]: [Page, Page], devtools: CDPSession) {
    this.#browser = browser;
    this.#server = server;
    this.#shown = shown;
    this.#readers = readers;
    this.#devtools = devtools;
  }

  static async open(): Promise<CodeStage> {
    const page = (script: string) =>
      `<!doctype html><title>Codes</title><script type="module" src="${script}"></script>`;
    const files: Readonly<Record<string, [type: string, body: string | Buffer]>> = {
      '/shown': ['text/html', page('/page.js')],
      '/readers': ['text/html', page('/readers.js')],
      '/page.js': ['text/javascript', await bundle('page.ts')],
      '/readers.js': ['text/javascript', await bundle('readers.ts')],
      '/zxing.wasm': [
        'application/wasm',
        await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))),
      ],
    };
    const server = createServer(({ url = '' }, answer) => {
      const [type, body] = files[url] ?? ['text/plain', ''];
      answer.setHeader('content-type', type).end(body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_ARGUMENTS] });
    // Without a viewport of Playwright's own, which would fight with ours for the pixels.
    const context = await browser.newContext({ viewport: null, reducedMotion: 'reduce' });
    // The one that is shown last: a page behind another draws one frame a second.
    const [readers, shown] = [await context.newPage(), await context.newPage()];
    await shown.goto(`${address}/shown`);
    await readers.goto(`${address}/readers`);
    await shown.waitForFunction(() => 'showing' in globalThis);
    await readers.waitForFunction(() => 'reading' in globalThis);
    return new CodeStage(browser, server, [shown, readers], await context.newCDPSession(shown));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }

  /** Shows every code from now on in light on dark, as nobody should. */
  async invert(): Promise<void> {
    await this.#shown.evaluate(() => {
      document.documentElement.style.filter = 'invert(1)';
    });
  }

  /** Shows a code in a window of the shot's zoom and pixel ratio. */
  async show(shot: Shot): Promise<Shown> {
    const { zoom, pixelRatio } = shot;
    // Zooming is this to a page: fewer CSS pixels, and more of the device's in each.
    await this.#devtools.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(WINDOW.width / zoom),
      height: Math.round(WINDOW.height / zoom),
      deviceScaleFactor: pixelRatio * zoom,
      mobile: false,
    });
    await this.#shown.emulateMedia({ forcedColors: shot.forcedColors ? 'active' : 'none' });
    return this.#shown.evaluate((shown) => showing.show(shown), shot);
  }

  /** Shows a code, takes its picture, and has it read. */
  async read(shot: Shot): Promise<Seen> {
    const { card, module } = await this.show(shot);
    const { data } = await this.#devtools.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      captureBeyondViewport: true,
      // With some of what is around it: a code is not read without its quiet zone, whatever lies beyond.
      clip: { x: card.x - 8, y: card.y - 8, width: card.width + 16, height: card.height + 16, scale: 1 },
    });
    const readings = await this.#readers.evaluate(([png, how]) => reading.read(`data:image/png;base64,${png}`, how), [
      data,
      shot,
    ] as const);
    return { readings, canBeRead: canBeRead(shot, module * shot.pixelRatio * shot.zoom) };
  }
}

async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    bundle: true,
    loader: { '.css': 'text' },
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
}
