/** What the element is told, and the colour that its page has behind it. */
export interface Theme {
  readonly scheme: 'light' | 'dark';
  readonly behind: string;
  /** The system's own colours take the place of all others, as where Windows is set to high contrast. */
  readonly forced?: boolean;
}

/** Our own look, one in each scheme of those that come with the package (`theme-css.ts`), and high contrast. */
export const themes: Readonly<Record<string, Theme>> = {
  light: { scheme: 'light', behind: '#ffffff' },
  dark: { scheme: 'dark', behind: '#0b0d11' },
  kids: { scheme: 'light', behind: '#fff4dc' },
  gaming: { scheme: 'dark', behind: '#07070c' },
  'forced-colors': { scheme: 'light', behind: 'Canvas', forced: true },
};
