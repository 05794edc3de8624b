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

/** What differs from the theme that was begun with. */
export interface Changes extends Omit<Theme, 'schemes' | 'rules'> {
  schemes?: Theme['schemes'];
}

/** A colour of the element, by scheme. A number: that share of the text, in per cent, on the surface. */
export interface UsualColour {
  readonly name: string;
  readonly light: string | number;
  readonly dark: string | number;
}

export function emptyTheme(): Theme;
export function mergeThemes(base: Theme, changes: Changes): Theme;
export function colourOf(theme: Theme, scheme: 'light' | 'dark', name: string, colours: readonly UsualColour[]): string;
export function completeTheme(theme: Theme, colours: readonly UsualColour[]): Theme;
export function parseTheme(css: string, colours: readonly string[]): Theme;
export function formatTheme(theme: Theme, tag?: string): string;
