/**
 * `npm test`: everything. `npm test -- node`, `element`, `e2e` or `a11y`: one part of it.
 *
 * A part that fails does not keep the next from running. What the runners print is passed on; in the end stands one line
 * for each part and one for all.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { findBrowser } from './browser.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
/** The last resort against a test that hangs. */
const TIMEOUT_MS = 300_000;

const PARTS: Readonly<Record<string, () => Promise<Counts>>> = {
  node: () =>
    // The package and the demo are tested as they are published.
    built(() => nodeTests(globSync('test/**/*.test.ts', { cwd: root, exclude: ['test/{element,e2e,a11y}/**'] }))),
  element: async () =>
    readRunner(await run(fileURLToPath(new URL('dist/bin.js', import.meta.resolve('@web/test-runner'))))),
  // One file at a time: each has a browser, a shop and a gateway of its own.
  e2e: () => built(() => nodeTests(globSync('test/e2e/**/*.test.ts', { cwd: root }), '--test-concurrency=1')),
  a11y: async () =>
    add(
      // A browser each, and nobody's clock is looked at.
      await nodeTests(globSync('test/a11y/**/*.test.ts', { cwd: root }), '--test-concurrency=2'),
      readViews(await run('scripts/a11y.ts', '--part', 'any/24')),
    ),
};

let build: ReturnType<typeof run> | undefined;

assertNode();
const browser = await findBrowser().catch(giveUp);
console.log(`Node ${process.version}, browser ${browser}`);
process.env['CHROME_PATH'] = browser;

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(PARTS, name));
if (unknown) giveUp(new Error(`There is no part "${unknown}": ${Object.keys(PARTS).join(', ')}`));

const results: [string, Counts][] = [];
for (const [name, runPart] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n# ${name}`);
  results.push([name, await runPart()]);
}
console.log();
for (const [name, counts] of results) console.log(`${name}: ${summary(counts)}`);
const total = results.map(([, counts]) => counts).reduce(add);
console.log(summary(total));
process.exitCode = total.failed > 0 ? 1 : 0;

function assertNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return;
  giveUp(new Error(`Node ${process.version} is too old: alipay-checkout needs 22.13 or later`));
}

/** Runs tests after a build, made once. A build that fails counts as one more failure. */
async function built(tests: () => Promise<Counts>): Promise<Counts> {
  build ??= run('scripts/build.ts');
  const { code } = await build;
  return add(await tests(), { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 });
}

async function nodeTests(files: readonly string[], ...options: string[]): Promise<Counts> {
  // Without a file the runner would look for tests by itself, and run all there are.
  if (files.length === 0) {
    console.error('There are no tests to run');
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return readRunner(await run('--test', '--test-reporter=spec', `--test-timeout=${TIMEOUT_MS}`, ...options, ...files));
}

/** Runs Node in the root of the repository; what it prints is shown, and answered too. */
async function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['inherit', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text);
    output += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output: stripVTControlCharacters(output) };
}

/** Reads the closing lines: `ℹ pass 3` and so on of Node's runner, `3 passed, 0 failed, 0 skipped` of the browser's. */
function readRunner({ code, output }: { code: number | null; output: string }): Counts {
  const node = (name: string): number => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const [, passed, failed, skipped] = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(output) ?? [];
  const counts = passed
    ? { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) }
    : { passed: node('pass'), failed: node('fail') + node('cancelled'), skipped: node('skipped') + node('todo') };
  // A runner can fail without a test that does: a file that does not load, a crash, nothing found.
  return code === 0 && counts.passed > 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}

/** Reads the closing line of `npm run a11y`. It is one test, of as many views as there was time for. */
function readViews({ code, output }: { code: number | null; output: string }): Counts {
  const isClean = code === 0 && /^[1-9]\d* views, 0 violations$/m.test(output);
  return { passed: isClean ? 1 : 0, failed: isClean ? 0 : 1, skipped: 0 };
}

function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

function summary({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function giveUp(error: Error): never {
  console.error(error.message);
  process.exit(1);
}
