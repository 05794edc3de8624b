import { readFile } from 'node:fs/promises';
import { emptyTheme, parseTheme, type Theme } from './public/theme.js';
import { COLOURS, THEMES } from './tokens.ts';

/** What a designer may begin with, by the names of the package's files. The first, without a name, is the default. */
export async function readThemes(): Promise<ReadonlyMap<string, Theme>> {
  const names = COLOURS.map(({ name }) => name);
  const read = THEMES.map(async (theme): Promise<[string, Theme]> => {
    const file = new URL(import.meta.resolve(`alipay-checkout/themes/${theme}.css`));
    return [theme, parseTheme(await readFile(file, 'utf8'), names)];
  });
  return new Map([['', emptyTheme()], ...(await Promise.all(read))]);
}
