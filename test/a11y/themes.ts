/** What the element is told, and the colour that its page has behind it. */
export interface Theme {
  readonly scheme: 'light' | 'dark';
  readonly behind: string;
  /** The system's own colours take the place of all others, as where Windows is set to high contrast. */
  readonly forced?: boolean;
}

/** Our own look, those that come with the package (`theme-css.ts`), and high contrast. */
export const themes: Readonly<Record<string, Theme>> = {
  light: { scheme: 'light', behind: '#ffffff' },
  dark: { scheme: 'dark', behind: '#0b0d11' },
  'tea-house': { scheme: 'light', behind: '#f7f2e7' },
  electronics: { scheme: 'light', behind: '#eef1f5' },
  fashion: { scheme: 'light', behind: '#ffffff' },
  kids: { scheme: 'light', behind: '#fff4dc' },
  luxury: { scheme: 'dark', behind: '#0c0b08' },
  gaming: { scheme: 'dark', behind: '#07070c' },
  'forced-colors': { scheme: 'light', behind: 'Canvas', forced: true },
};

/** Those that are looked at in every language and width: one in each scheme beside our own. */
export const AUDITED_THEMES = ['light', 'dark', 'kids', 'gaming', 'forced-colors'];
