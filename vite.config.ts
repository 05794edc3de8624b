import { defineConfig, type Plugin } from 'vite';

/** Indentation in the templates of views and styles is for us: no shopper should download it. */
const dropIndentation: Plugin = {
  name: 'drop-indentation',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/element\/.*\.ts$/.test(id)
      ? code.replace(/\/\*[^*].*?\*\/|\n\s+/gs, (space) => (space[0] === '/' ? '' : '\n'))
      : null,
};

// What a script tag loads: one module with everything in it, and chunks for what not every shopper needs.
export default defineConfig({
  plugins: [dropIndentation],
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: { 'alipay-checkout': 'src/index.ts' }, formats: ['es'] },
    rolldownOptions: { output: { minify: true, chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
});
