import { transform } from 'esbuild';
import { defineConfig, type Plugin } from 'vite';

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

// What a script tag loads: one module, and chunks for what not every shopper needs.
export default defineConfig({
  plugins: [minifyTemplates],
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: { 'alipay-checkout': 'src/index.ts' }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: { minify: true, chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
