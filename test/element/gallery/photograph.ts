// Takes a picture of every state: `node test/element/gallery/photograph.ts FOLDER`. For looking, not for asserting.
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const [folder = 'test/.artifacts', ...rest] = process.argv.slice(2);
/** `only=window` draws the states whose names have that in them. */
const parts = rest.filter((word) => word.startsWith('only='));
const only = rest.filter((word) => !parts.includes(word));

/** By name; any other name is that of a language. */
const sheets: Readonly<Record<string, string>> = {
  light: 'theme=light',
  dark: 'theme=dark',
  'light-320': 'width=320',
  'light-240': 'width=240',
  'light-640': 'width=640',
  chinese: 'locale=zh-Hans',
  'right-to-left': 'locale=ar&dir=rtl',
};

const { outputFiles } = await build({
  entryPoints: [new URL('gallery.ts', import.meta.url).pathname],
  bundle: true,
  format: 'esm',
  write: false,
});
const script = outputFiles[0]!.text;
const server = createServer(({ url }, answer) => {
  const isScript = url === '/gallery.js';
  answer.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
  answer.end(
    isScript ? script : '<!doctype html><title>Gallery</title><script type="module" src="/gallery.js"></script>',
  );
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
for (const name of only.length > 0 ? only : Object.keys(sheets)) {
  const parameters = sheets[name] ?? `locale=${name}`;
  const page = await browser.newPage({ viewport: { width: 1810, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`http://127.0.0.1:${port}/#${[parameters, ...parts].join('&')}`);
  await page.locator('body[data-posed]').waitFor();
  await page.evaluate(() => document.fonts.ready);
  await writeFile(`${folder}/${name}.png`, await page.screenshot({ fullPage: true }));
  await page.close();
}
await browser.close();
server.close();
