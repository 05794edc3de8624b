import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { isQrcode, resolveForUs, resolveInQrcode, toModule } from './slim-qrcode/modules.ts';

/** The encoder as the bundle for script tags has it, so that what is tested is what ships. */
const slimEncoder = {
  name: 'slim-encoder',
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ path, importer }) =>
      isQrcode(importer) ? { path: resolveInQrcode(path, importer) } : undefined,
    );
    build.onResolve({ filter: /^qrcode\// }, ({ path }) => ({ path: resolveForUs(path) }));
    build.onLoad({ filter: /[\\/]qrcode[\\/]/ }, async ({ path }) =>
      isQrcode(path) ? { contents: toModule(await readFile(path, 'utf8'), path) } : undefined,
    );
  },
};

/**
 * Serves CommonJS packages as modules. The runner transforms one file at a time and cannot convert them by itself.
 *
 * @param {readonly string[]} specifiers - As they stand in the imports.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function prebundle(specifiers) {
  const pathOf = (specifier) => `/__prebundled/${specifier.replaceAll('/', '_')}.mjs`;
  return {
    name: 'prebundle',
    resolveImport: ({ source }) => (specifiers.includes(source) ? pathOf(source) : undefined),
    async serve({ path }) {
      const specifier = specifiers.find((candidate) => pathOf(candidate) === path);
      if (!specifier) return undefined;
      const { outputFiles } = await build({
        stdin: {
          contents: `import * as all from '${specifier}'; export * from '${specifier}'; export default all.default;`,
          resolveDir: import.meta.dirname,
        },
        bundle: true,
        logLevel: 'error',
        plugins: [slimEncoder],
        format: 'esm',
        platform: 'browser',
        write: false,
      });
      return { body: outputFiles[0].text, type: 'js' };
    },
  };
}

/**
 * Prints `N passed, N failed, N skipped` alone on a line at the end: the runner's own progress line is not one.
 *
 * @returns {import('@web/test-runner').Reporter}
 */
export function summaryLine() {
  const count = ({ suites, tests }, counts) => {
    for (const test of tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
    for (const suite of suites) count(suite, counts);
  };
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const { passed, testResults } of sessions) {
        const failedBefore = counts.failed;
        if (testResults) count(testResults, counts);
        // A file that does not load has no tests to fail.
        if (!passed && counts.failed === failedBefore) counts.failed++;
      }
      console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    },
  };
}
