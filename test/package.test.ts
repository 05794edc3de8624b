import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import packageJson from '../package.json' with { type: 'json' };

const root = new URL('../', import.meta.url);
const cdn = new URL('dist/cdn/', root);

/** Imports an entry by its public name, as a customer does. */
const load = (entry: string): Promise<object> => import(import.meta.resolve(entry.replace(/^\./, packageJson.name)));

it('has been built', () => {
  assert.ok(existsSync(cdn), 'run "npm run build" first, or "npm test", which does');
});

it('registers the element from its main entry, and from no other', async () => {
  for (const entry of Object.keys(packageJson.exports)) if (/^\.\/[\w/-]+$/.test(entry)) await load(entry);
  assert.equal(globalThis.customElements?.get('alipay-checkout'), undefined);
  await load('.');
  assert.ok(globalThis.customElements.get('alipay-checkout'));
});

for (const [entry, target] of Object.entries(packageJson.exports)) {
  if (typeof target === 'string') continue;

  it(`imports "${entry}" without a DOM, and has its types`, async () => {
    assert.ok(Object.keys(await load(entry)).length > 0);
    assert.ok(existsSync(new URL(target.types, root)), `${target.types} is missing`);
  });
}

it('has the integrity of every file that a script tag may load', () => {
  const listed = JSON.parse(readFileSync(new URL('sri.json', cdn), 'utf8')) as Record<string, string>;
  const files = globSync('**/*.js', { cwd: fileURLToPath(cdn) });
  assert.ok(files.includes('alipay-checkout.js'));
  assert.deepEqual(Object.keys(listed).sort(), files.map((file) => file.replaceAll('\\', '/')).sort());
  for (const [file, integrity] of Object.entries(listed)) {
    const hash = createHash('sha384').update(readFileSync(new URL(file, cdn)));
    assert.equal(integrity, `sha384-${hash.digest('base64')}`);
  }
});

it('bundles all that a script tag needs', async () => {
  const files = globSync('**/*.js', { cwd: fileURLToPath(cdn) });
  // Whatever is no relative address stays external, and would be left to a browser that cannot resolve it.
  const { metafile } = await build({
    entryPoints: files.map((file) => fileURLToPath(new URL(file, cdn))),
    outdir: 'nowhere',
    bundle: true,
    packages: 'external',
    metafile: true,
    write: false,
    format: 'esm',
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  assert.deepEqual(
    imports.filter(({ external }) => external),
    [],
  );
  const named = files.flatMap((file) => {
    const folder = new URL(file, cdn);
    const code = readFileSync(folder, 'utf8');
    return [...code.matchAll(/["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)].map(([, path]) => new URL(path!, folder));
  });
  for (const chunk of named) assert.ok(existsSync(chunk), `${chunk.pathname} is missing`);
  assert.ok(named.length >= files.length - 1, 'there are chunks that nothing fetches');
});
