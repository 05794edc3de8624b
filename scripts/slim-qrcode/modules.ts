import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CORE = /[\\/]qrcode[\\/]lib[\\/]core[\\/][\w-]+\.js$/;
const STAND_INS = ['segments', 'mode', 'version', 'error-correction-code', 'error-correction-level'];

/** The file that an import in our own code stands for, where that is not what it names. */
export const resolveForUs = (source: string): string | undefined =>
  source === 'qrcode/lib/core/error-correction-level.js'
    ? fileURLToPath(new URL('other-levels.js', import.meta.url))
    : undefined;

/** True for the files of qrcode's encoder. */
export const isQrcode = (file: string): boolean => CORE.test(file);

/** The file that an import in the encoder stands for: its own, or ours with the same name. */
export const resolveInQrcode = (source: string, importer: string): string =>
  STAND_INS.includes(source.replace('./', ''))
    ? fileURLToPath(new URL(`${source}.js`, import.meta.url))
    : join(dirname(importer), source.replace(/(\.js)?$/, '.js'));

/**
 * One file of qrcode's encoder, which is CommonJS, as an ES module: only so can a bundler leave out what is not used.
 * Knows the few forms that those files are written in, and stops a build where one has come to be written in another.
 * What the messages of its errors say nobody reads: qr-path.ts turns each into a code that is missing.
 */
export function toModule(code: string, file: string): string {
  const module = code
    .replace(/^const (\w+) = require\('([^']+)'\)\.(\w+)$/gm, "import { $3 as $1 } from '$2'")
    .replace(/^const (\w+) = require\('([^']+)'\)$/gm, (_, name: string, source: string) =>
      hasDefault(resolveInQrcode(source, file))
        ? `import ${name} from '${source}'`
        : `import * as ${name} from '${source}'`,
    )
    .replace(/^exports\.(\w+) = function \w+/gm, 'export function $1')
    .replace(/^exports\.(\w+) =/gm, 'export const $1 =')
    .replace(/^module\.exports =/gm, 'export default')
    .replace(/\bexports\.(\w+)/g, '$1')
    .replace(/new Error\((?:'[^']*'|[^')])*\)/g, 'new Error()');
  if (/\b(require|exports)\b(?! \w)/.test(module)) throw new Error(`${file} is not written as it used to be`);
  return module;
}

const hasDefault = (file: string): boolean => /^module\.exports =/m.test(readFileSync(file, 'utf8'));
