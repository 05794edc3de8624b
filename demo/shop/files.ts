import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOTS = {
  '/assets/': new URL('./public/', import.meta.url),
  '/cdn/': new URL('../../dist/cdn/', import.meta.url),
  // `alipay-checkout/device`, and what it imports.
  '/package/device/': new URL('../../dist/device/', import.meta.url),
  '/package/protocol/': new URL('../../dist/protocol/', import.meta.url),
  '/package/themes/': new URL('../../dist/themes/', import.meta.url),
  '/lab/assets/': new URL('../lab/public/', import.meta.url),
  '/studio/assets/': new URL('../studio/public/', import.meta.url),
};

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
};

/** A file of the shop's, its lab's or its studio's own, or of the package as `npm run build` has made it. */
export async function serveFile(pathname: string): Promise<Response | undefined> {
  const found = Object.entries(ROOTS).find(([prefix]) => pathname.startsWith(prefix));
  if (!found) return undefined;
  const [prefix, root] = found;
  const url = new URL(`./${pathname.slice(prefix.length)}`, root);
  const type = TYPES[extname(url.pathname)];
  if (!type || !url.href.startsWith(root.href)) return undefined;
  try {
    // Chunks carry a hash of their content in their name; everything else may change with the next build.
    const cache = pathname.includes('/chunks/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return new Response(await readFile(fileURLToPath(url)), {
      headers: { 'Content-Type': type, 'Cache-Control': cache, 'X-Content-Type-Options': 'nosniff' },
    });
  } catch {
    return undefined;
  }
}

/** The hash by which a page pins a file of the widget. */
export async function integrityOf(name: string): Promise<string | undefined> {
  const manifest = await serveFile('/cdn/sri.json');
  const hashes = (await manifest?.json()) as Readonly<Record<string, string>> | undefined;
  return hashes?.[name];
}
