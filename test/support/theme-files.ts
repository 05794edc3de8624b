import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../src/themes/', import.meta.url);

export interface ThemeFile {
  readonly name: string;
  readonly css: string;
  /** The tokens by their names, without what they all begin with: of `light`, `dark`, or of the one that there is. */
  readonly schemes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The themes that come with the package, as their files say. */
export const themeFiles: readonly ThemeFile[] = globSync('*.css', { cwd: fileURLToPath(folder) })
  .sort()
  .map((file) => {
    const css = readFileSync(new URL(file, folder), 'utf8');
    const base = tokensOf(css, 'alipay-checkout');
    const dark = { ...base, ...tokensOf(css, "alipay-checkout[theme='dark']") };
    const only = /color-scheme: (light|dark);/.exec(css)?.[1];
    return { name: file.replace('.css', ''), css, schemes: only ? { [only]: base } : { light: base, dark } };
  });

/** The tokens that a rule with this selector gives. */
export function tokensOf(css: string, selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = start < 0 ? '' : css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--alipay-checkout-([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  );
}
