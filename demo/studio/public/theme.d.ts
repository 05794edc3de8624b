/** Values of tokens, by their names without what they all begin with. */
export type Tokens = Record<string, string>;

/** What a designer makes: colours by scheme, the rest once, and rules for parts as they are written. */
export interface Theme {
  schemes: 'both' | 'light' | 'dark';
  light: Tokens;
  dark: Tokens;
  shape: Tokens;
  rules: string;
}

export function emptyTheme(): Theme;
export function parseTheme(css: string, colours: readonly string[]): Theme;
export function formatTheme(theme: Theme, tag?: string): string;
