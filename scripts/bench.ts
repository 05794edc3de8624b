/** `npm run bench`, after a build: what the package weighs and how long its chain of requests is, against budget.json. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { desktopJourney, type Journey, phoneJourney } from './bench-hops.ts';
import { bundleSize, type Size, sizeOf } from './bench-sizes.ts';
import budget from './budget.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const cdn = join(root, 'dist/cdn');
const LIT = ['lit', 'lit/*', 'lit-html', '@lit/*'];
const RUNTIME = Object.keys(packageJson.dependencies).flatMap((name) => [name, `${name}/*`]);

let isOver = false;

console.log('Entries, as an application bundles them (bytes)');
const entries = Object.entries(packageJson.exports).flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [[name, join(root, target.default)] as const],
);
const rows: [string, Size][] = [];
for (const [name, file] of entries) {
  const isForBrowsers = !/^\.\/(server|gateways)/.test(name);
  // What a server installs is not downloaded by shoppers: our own code alone is weighed.
  rows.push([name, await bundleSize([file], isForBrowsers ? [] : RUNTIME)]);
  if (name === '.' || name === './element') rows.push([`${name}, Lit there already`, await bundleSize([file], LIT)]);
}
printSizes(rows);

console.log('\nShoppers (bytes)');
const desktop = await desktopJourney(cdn);
const phone = await phoneJourney(cdn);
const headless = ['protocol', 'device', 'session'].map((name) => join(root, 'dist', name, 'index.js'));
printSizes([
  ['desktop until the QR is painted', sizeOf(scriptsOf(desktop))],
  ['phone until the wallet is asked for', sizeOf(scriptsOf(phone))],
  ['all chunks, one locale', sizeOf(chunksOfOneLocale())],
  ['protocol, device and session', await bundleSize(headless)],
]);

console.log('\nHops');
printHops('desktop until the QR is painted', desktop);
printHops('phone until the wallet is asked for', phone);

if (isOver) {
  console.error('\nOver budget');
  process.exitCode = 1;
}

function scriptsOf({ requests }: Journey): string[] {
  return requests.filter(({ path }) => path.endsWith('.js')).map(({ path }) => join(cdn, path));
}

/** The entry speaks English; of the other languages a shopper loads one at most: here the heaviest. */
function chunksOfOneLocale(): string[] {
  const languages = globSync('*.ts', { cwd: join(root, 'src/element/locales') }).map((file) => file.replace('.ts', ''));
  const isLocale = (file: string): boolean => languages.some((name) => file.startsWith(join('chunks', `${name}-`)));
  const files = globSync('**/*.js', { cwd: cdn });
  const [heaviest] = files
    .filter(isLocale)
    .map((file) => join(cdn, file))
    .sort((a, b) => sizeOf([b]).brotli - sizeOf([a]).brotli);
  const others = files.filter((file) => !isLocale(file)).map((file) => join(cdn, file));
  return heaviest ? [...others, heaviest] : others;
}

function printSizes(sizes: readonly (readonly [string, Size])[]): void {
  printRow('', 'minified', 'gzip', 'brotli', 'budget', 'headroom', 'goal');
  for (const [name, { minified, gzip, brotli }] of sizes) {
    const goal = (budget.goals as Readonly<Record<string, number>>)[name] ?? '';
    printRow(name, minified, gzip, brotli, ...against(brotli, budget.brotliBytes, name), goal);
  }
}

function printHops(name: string, { hops, requests }: Journey): void {
  printRow(name, '', '', hops, ...against(hops, budget.hops, name));
  for (const { hop, method, path } of requests) console.log(`  ${hop}  ${method} ${path}`);
}

/** The budget of a row and what is left of it, both empty where it has none. */
function against(value: number, budgets: Readonly<Record<string, number>>, name: string): [number | '', number | ''] {
  const limit = budgets[name];
  if (limit === undefined) return ['', ''];
  isOver ||= value > limit;
  return [limit, limit - value];
}

function printRow(name: string, ...cells: (string | number)[]): void {
  console.log(name.padEnd(38) + cells.map((cell) => String(cell).padStart(10)).join(''));
}
