/** What the element is told, and what its page adds: a colour behind it, tokens of its own. */
export interface Theme {
  readonly scheme: 'light' | 'dark';
  readonly behind: string;
  /** The system's own colours take the place of all others, as where Windows is set to high contrast. */
  readonly forced?: boolean;
  readonly css?: string;
}

export const themes: Readonly<Record<string, Theme>> = {
  light: { scheme: 'light', behind: '#ffffff' },
  dark: { scheme: 'dark', behind: '#0b0d11' },
  tea: {
    scheme: 'light',
    behind: '#f7f3ea',
    css: `posed-checkout {
      --alipay-checkout-accent: #2f5d3a; --alipay-checkout-surface: #fffdf7; --alipay-checkout-radius: 4px;
      --alipay-checkout-text: #22301f; --alipay-checkout-muted: #4b5645;
    }`,
  },
  night: {
    scheme: 'dark',
    behind: '#07070c',
    css: `posed-checkout {
      --alipay-checkout-accent: #b388ff; --alipay-checkout-on-accent: #160a2b; --alipay-checkout-surface: #12101c;
      --alipay-checkout-radius: 24px;
    }`,
  },
  'forced-colors': { scheme: 'light', behind: 'Canvas', forced: true },
};
