import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What shoppers download, in bytes. Each file is compressed by itself, as it travels. */
export interface Size {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

export function sizeOf(files: readonly (string | Uint8Array)[]): Size {
  const contents = files.map((file) => (typeof file === 'string' ? readFileSync(file) : file));
  const sum = (measure: (content: Uint8Array) => Uint8Array): number =>
    contents.reduce((total, content) => total + measure(content).byteLength, 0);
  return {
    minified: sum((content) => content),
    gzip: sum((content) => gzipSync(content, { level: 9 })),
    brotli: sum((content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })),
  };
}

/** Bundles modules as an application would, and weighs what it loads at once: what is imported later stays out. */
export async function bundleSize(modules: readonly string[], external: readonly string[] = []): Promise<Size> {
  const { outputFiles, metafile } = await build({
    stdin: {
      // A namespace that is exported keeps all of its names; nothing of an entry is dropped as unused.
      contents: modules.map((path, index) => `export * as m${index} from ${JSON.stringify(path)};`).join('\n'),
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['production'],
    external: [...external, 'node:*'],
    outdir: 'out',
    write: false,
    metafile: true,
    legalComments: 'none',
  });
  const byPath = new Map(outputFiles.map(({ path, contents }) => [path.replaceAll('\\', '/'), contents]));
  const entry = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint)![0];
  const wanted = new Set([entry]);
  for (const path of wanted) {
    for (const { path: imported, kind } of metafile.outputs[path]!.imports) {
      if (kind === 'import-statement' && imported in metafile.outputs) wanted.add(imported);
    }
  }
  return sizeOf([...wanted].map((path) => [...byPath].find(([file]) => file.endsWith(`/${path}`))![1]));
}
