import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { importAgain } from './scripts/import-again.ts';
import { isQrcode, resolveForUs, resolveInQrcode, toModule } from './scripts/slim-qrcode/modules.ts';
import { shareEntry } from './scripts/share-entry.ts';

const ENTRY = 'alipay-checkout';

/** The minifier of the bundler leaves the text of templates alone; what stands in ours for our eyes goes here. */
const minifyTemplates: Plugin = {
  name: 'minify-templates',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.includes('/src/element/')) return null;
    const sheet = /css`([^`]*)`/.exec(code);
    if (!sheet) return code.replace(/\n\s+/g, '\n');
    const { code: css } = await transform(sheet[1]!, { loader: 'css', minify: true, target: 'es2022' });
    return code.replace(sheet[1]!, () => css.trim());
  },
};

const slimEncoder: Plugin = {
  name: 'slim-encoder',
  enforce: 'pre',
  resolveId: (source, importer) =>
    importer && isQrcode(importer) ? resolveInQrcode(source, importer) : resolveForUs(source),
  // What a module only prepares for itself is left out where nothing else of it is used.
  transform: (code, id) => (isQrcode(id) ? { code: toModule(code, id), moduleSideEffects: false } : null),
};

/** Two per cent smaller than what the bundler's own minifier leaves. */
const minifyChunks: Plugin = {
  name: 'minify-chunks',
  renderChunk: {
    order: 'post',
    async handler(code) {
      const { code: small } = await minify(code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3 },
        // The licenses stand in THIRD-PARTY.txt beside it, as the banner says.
        format: { comments: /^!/ },
      });
      return small!;
    },
  },
};

/**
 * One hash for all chunks, of all that they are made of: the entry names each of them, and a hash that they share weighs
 * there but once. A release changes as a whole anyway.
 */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const sources = ['src/**/*.ts', 'scripts/**/*.ts', 'vite.config.ts', 'package.json', 'package-lock.json'];
  for (const file of globSync(sources, { cwd: import.meta.dirname }).sort()) {
    hash.update(readFileSync(`${import.meta.dirname}/${file}`));
  }
  return hash.digest('base64url').slice(0, 8);
}

// What a script tag loads: one module, and chunks for what not every shopper needs.
export default defineConfig({
  plugins: [minifyTemplates, slimEncoder, shareEntry(ENTRY, packageJson.version), importAgain, minifyChunks],
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: { [ENTRY]: 'src/index.ts' }, formats: ['es'] },
    rolldownOptions: {
      // What chunks share with the entry stays in it: in a chunk of its own it would cost every shopper one more hop.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        comments: { annotation: false, jsdoc: false, legal: true },
        chunkFileNames: `chunks/[name]-${hashOfSources()}.js`,
        banner: ({ isEntry }) =>
          isEntry ? '/*! MIT. Contains Lit (BSD-3-Clause), qrcode and Floating UI (MIT): THIRD-PARTY.txt */' : '',
      },
    },
  },
});
