import { css } from 'lit';

// Both colours of a token in one line. Of the two switches one is `initial`, which lets its fallback through, and one is
// empty, which hides it. light-dark() would say it better, and leave phones from before 2024 without any colour.
export const tokens = css`
  :host {
    --_light: initial;
    --_dark: ;
    --_accent: var(--alipay-checkout-accent, var(--_light, #1668dc) var(--_dark, #4d94ff));
    --_on-accent: var(--alipay-checkout-on-accent, var(--_light, #fff) var(--_dark, #06101f));
    --_surface: var(--alipay-checkout-surface, var(--_light, #fff) var(--_dark, #161a21));
    --_raised: var(--alipay-checkout-raised, var(--_light, #f4f6fa) var(--_dark, #20252e));
    --_line: var(--alipay-checkout-line, var(--_light, #e2e6ee) var(--_dark, #2e343f));
    --_text: var(--alipay-checkout-text, var(--_light, #101828) var(--_dark, #f3f5f8));
    --_muted: var(--alipay-checkout-muted, var(--_light, #475467) var(--_dark, #a9b2c0));
    --_good: var(--alipay-checkout-good, var(--_light, #067647) var(--_dark, #4cc38a));
    --_warn: var(--alipay-checkout-warn, var(--_light, #9a3412) var(--_dark, #f5a254));
    --_bad: var(--alipay-checkout-bad, var(--_light, #b42318) var(--_dark, #f2877c));
    --_radius: var(--alipay-checkout-radius, 16px);
    --_space: var(--alipay-checkout-space, 8px);
    --_qr: max(208px, var(--alipay-checkout-qr-size, 208px));
    --_tone: var(--_accent);
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
