import { css } from 'lit';

// Both colours of a token in one line. Of the two switches one is `initial`, which lets its fallback through, and one is
// empty, which hides it. light-dark() would say it better, and leave phones from before 2024 without any colour.
export const tokens = css`
  :host {
    --_light: initial;
    --_dark: ;
    --_accent: var(--alipay-checkout-accent, var(--_light, #1052b0) var(--_dark, #72aaff));
    --_on-accent: var(--alipay-checkout-on-accent, var(--_light, #fff) var(--_dark, #06101f));
    /* A pixel, or more where the reader has larger letters: never less, for pages that count a rem as ten pixels. */
    --_px: max(1px, 0.0625rem);
    --_radius: var(--alipay-checkout-radius, 16px);
    --_space: var(--alipay-checkout-space, 8px);
    color-scheme: light;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      --_light: ;
      --_dark: initial;
      color-scheme: dark;
    }
  }
  :host([theme='dark']) {
    --_light: ;
    --_dark: initial;
    color-scheme: dark;
  }
`;
