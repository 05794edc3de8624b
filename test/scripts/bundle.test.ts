import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import * as otherLevels from '../../scripts/slim-qrcode/other-levels.js';
import type * as qrPath from '../../src/element/qr-path.ts';

describe('the bundle for script tags', () => {
  let outDir: string;
  const chunks = new Map<string, string>();

  before(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'alipay-checkout-'));
    const root = fileURLToPath(new URL('../..', import.meta.url));
    await build({ root, logLevel: 'error', build: { outDir } });
    for (const name of await readdir(join(outDir, 'chunks'))) {
      chunks.set(name.replace(/-.{8}\.js$/, ''), await readFile(join(outDir, 'chunks', name), 'utf8'));
    }
  });
  after(() => rm(outDir, { recursive: true }));

  async function load(chunk: string): Promise<unknown> {
    const name = (await readdir(join(outDir, 'chunks'))).find((file) => file.startsWith(`${chunk}-`))!;
    return import(pathToFileURL(join(outDir, 'chunks', name)).href);
  }

  it('has a chunk for everything that not every shopper needs', () => {
    for (const name of ['panel', 'scenes', 'qr-path', 'qr-options', 'popover', 'zh-hans'])
      assert.ok(chunks.has(name), name);
  });

  it('never imports the entry by its name, which is another behind a redirect or with a query', () => {
    for (const [name, code] of chunks) assert.doesNotMatch(code, /(from|import\()\s*["'`][^"'`]*alipay-checkout/, name);
  });

  it('encodes as the whole of qrcode does, in codes of every size', async () => {
    const { create } = await import('qrcode/lib/core/qrcode.js');
    const chunk = (await load('qr-path')) as typeof qrPath;
    const sizes = new Set<number>();
    for (let length = 1; length <= 2331; length += 11) {
      const text = 'https://qr.alipay.com/281002040096'.padEnd(length, 'aB3%龙').slice(0, length);
      const data = new TextEncoder().encode(text).slice(0, 2331);
      const { modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
      const drawn = chunk.encode(new TextDecoder().decode(data));
      sizes.add(drawn.size);
      assert.deepEqual(drawn, { size: modules.size, path: chunk.toPath(modules) });
    }
    assert.equal(sizes.size, 40);
  });

  it('encodes as the whole of qrcode does at the other levels of correction', async () => {
    const { create } = await import('qrcode/lib/core/qrcode.js');
    const chunk = (await load('qr-path')) as typeof qrPath;
    for (const [name, level] of Object.entries(otherLevels)) {
      const sizes = new Set<number>();
      for (let length = 1; length <= 1273; length += 11) {
        const text = 'https://qr.alipay.com/281002040096'.padEnd(length, 'x').slice(0, length);
        const data = new TextEncoder().encode(text);
        const { modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: name as 'L' | 'Q' | 'H' });
        sizes.add(modules.size);
        assert.deepEqual(chunk.encode(text, level), { size: modules.size, path: chunk.toPath(modules) });
      }
      assert.ok(sizes.size >= 25);
    }
  });

  it('has no chunk that waits for another: each is one hop away from the entry', () => {
    for (const [name, code] of chunks) assert.doesNotMatch(code, /(from|import)\s*["'`]\.\/[^"'`]*["'`]/, name);
  });

  it('exports from the entry what the package exports, and nothing else', async () => {
    const code = await readFile(join(outDir, 'alipay-checkout.js'), 'utf8');
    const exported = /export\{([^}]*)\};?\s*$/
      .exec(code)![1]!
      .split(',')
      .map((name) => name.split(' as ').at(-1)!);
    assert.deepEqual(exported.sort(), [
      'AlipayChangeEvent',
      'AlipayCheckout',
      'AlipayErrorEvent',
      'AlipayPaymentEvent',
      'AlipayQrEvent',
      'AlipayRedirectEvent',
      'defineLanguage',
    ]);
  });
});
