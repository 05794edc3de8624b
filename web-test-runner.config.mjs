import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { launchers } from './scripts/engines.mjs';
import { prebundle, summaryLine } from './scripts/wtr-helpers.mjs';

const worker = readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8');

export default {
  files: 'test/element/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  // Two seconds, the default, are too short for axe on a busy machine.
  testFramework: { config: { timeout: '20000' } },
  testsFinishTimeout: 240_000,
  // Engines that share two cores make each other late.
  concurrentBrowsers: 1,
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text', 'lcovonly'] },
  reporters: [defaultReporter({ reportTestProgress: false }), summaryLine()],
  plugins: [
    prebundle(['qrcode/lib/core/qrcode.js', 'qrcode/lib/core/error-correction-level.js', 'jsqr', 'axe-core']),
    {
      name: 'msw-worker',
      serve: ({ path }) => (path === '/mockServiceWorker.js' ? { body: worker, type: 'js' } : undefined),
    },
    esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)), target: 'es2022' }),
  ],
  browsers: await launchers(),
};
