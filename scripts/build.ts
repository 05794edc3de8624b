/**
 * `npm run build`: dist/ for importers (one file a module, with types) and dist/cdn/ for script tags (bundled, with the
 * hashes of subresource integrity in sri.json), checked as a package in the end.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build } from 'vite';
import { openApiDocument } from '../src/protocol/openapi.ts';
import { elementManifest } from './manifest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cdn = join(root, 'dist/cdn');

rmSync(join(root, 'dist'), { recursive: true, force: true });
compile();
writeContract();
writeJson('dist/custom-elements.json', elementManifest());
cpSync(join(root, 'src/themes'), join(root, 'dist/themes'), { recursive: true });
await build({ root, logLevel: 'warn' });
writeLicenses();
const files = writeIntegrity();
await checkPackage();
console.log(`Built dist/ and dist/cdn/ (${files} files)`);

function compile(): void {
  const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const project = join(root, 'scripts/tsconfig.build.json');
  const { status } = spawnSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/** The contract for those who implement the endpoint in another language. */
function writeContract(): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  writeJson('dist/openapi.json', openApiDocument(version));
}

function writeJson(name: string, value: unknown): void {
  writeFileSync(join(root, name), `${JSON.stringify(value, null, 2)}\n`);
}

/** What the bundle contains of others, with their licenses, which ask to go along. */
function writeLicenses(): void {
  const names = [
    'lit',
    '@lit/reactive-element',
    'lit-element',
    'lit-html',
    'qrcode',
    '@floating-ui/dom',
    '@floating-ui/core',
  ];
  const texts = names.map((name) => {
    const folder = join(root, 'node_modules', name);
    const file = globSync('{LICENSE,license}*', { cwd: folder })[0];
    if (!file) throw new Error(`${name} has no license file any more`);
    return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  writeFileSync(join(cdn, 'THIRD-PARTY.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

/** Chunks too: a page's import map may name them (https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/script/type/importmap). */
function writeIntegrity(): number {
  const names = globSync('**/*.js', { cwd: cdn })
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const hashes = names.map((name) => {
    const hash = createHash('sha384')
      .update(readFileSync(join(cdn, name)))
      .digest('base64');
    return [name, `sha384-${hash}`];
  });
  writeJson('dist/cdn/sri.json', Object.fromEntries(hashes));
  return names.length;
}

async function checkPackage(): Promise<void> {
  const { messages, pkg } = await publint({ pkgDir: root, pack: false, strict: true });
  for (const message of messages) console.error(`publint: ${formatMessage(message, pkg ?? {})}`);
  if (messages.length > 0) process.exit(1);
}
