import { css } from 'lit';

// The same values twice, in a media query and under the attribute: light-dark() would leave older phones without colours.
const dark = css`
  --_accent: var(--alipay-checkout-accent, #4d94ff);
  --_on-accent: var(--alipay-checkout-on-accent, #06101f);
  --_surface: var(--alipay-checkout-surface, #161a21);
  --_raised: var(--alipay-checkout-raised, #20252e);
  --_line: var(--alipay-checkout-line, #2e343f);
  --_text: var(--alipay-checkout-text, #f3f5f8);
  --_muted: var(--alipay-checkout-muted, #a9b2c0);
  --_good: var(--alipay-checkout-good, #4cc38a);
  --_warn: var(--alipay-checkout-warn, #f5a254);
  --_bad: var(--alipay-checkout-bad, #f2877c);
  color-scheme: dark;
`;

export const styles = css`
  :host {
    --_accent: var(--alipay-checkout-accent, #1668dc);
    --_on-accent: var(--alipay-checkout-on-accent, #fff);
    --_surface: var(--alipay-checkout-surface, #fff);
    --_raised: var(--alipay-checkout-raised, #f4f6fa);
    --_line: var(--alipay-checkout-line, #e2e6ee);
    --_text: var(--alipay-checkout-text, #101828);
    --_muted: var(--alipay-checkout-muted, #475467);
    --_good: var(--alipay-checkout-good, #067647);
    --_warn: var(--alipay-checkout-warn, #9a3412);
    --_bad: var(--alipay-checkout-bad, #b42318);
    --_radius: var(--alipay-checkout-radius, 16px);
    --_space: var(--alipay-checkout-space, 8px);
    --_qr: max(208px, var(--alipay-checkout-qr-size, 208px));
    --_tone: var(--_accent);
    display: block;
    inline-size: 100%;
    max-inline-size: 400px;
    container-type: inline-size;
    color-scheme: light;
    color: var(--_text);
    font: var(
      --alipay-checkout-font,
      15px/21px system-ui,
      -apple-system,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif
    );
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
    }
  }
  :host([theme='dark']) {
    ${dark}
  }
  /* Until the words of the shopper's language are there: better nothing than another language for a moment. */
  :host(:state(localizing)) {
    visibility: hidden;
  }
  *,
  ::before {
    box-sizing: border-box;
    margin: 0;
  }

  .panel {
    display: grid;
    grid-template-rows: auto auto 1fr auto auto auto;
    gap: calc(2 * var(--_space));
    padding: calc(2 * var(--_space)) calc(2.5 * var(--_space)) var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow:
      0 1px 2px rgb(16 24 40 / 6%),
      0 8px 24px rgb(16 24 40 / 8%);
  }
  .idle {
    display: block;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: none;
  }
  .idle > :not(.actions) {
    display: none;
  }
  .idle .actions {
    min-block-size: 0;
  }
  .neutral {
    --_tone: var(--_muted);
  }
  .good {
    --_tone: var(--_good);
  }
  .warn {
    --_tone: var(--_warn);
  }
  .bad {
    --_tone: var(--_bad);
  }

  .header {
    display: flex;
    align-items: center;
    gap: calc(1.25 * var(--_space));
    min-block-size: 44px;
    padding-block-end: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .glyph {
    display: block;
    inline-size: 28px;
    block-size: 28px;
    fill: var(--_accent);
  }
  .glyph path {
    fill: none;
    stroke: var(--_on-accent);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .summary {
    flex: 1;
    min-inline-size: 0;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .amount {
    font-size: 20px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .currency {
    font-size: 13px;
    font-weight: 400;
    color: var(--_muted);
  }

  .stage {
    display: grid;
    place-items: center;
    min-block-size: 120px;
  }
  .tall .stage {
    min-block-size: calc(var(--_qr) + 26px);
  }
  .card {
    display: grid;
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    /* White in every theme, forced colours included: few readers find a code in other colours. */
    background: #fff;
    forced-color-adjust: none;
  }
  .card > * {
    grid-area: 1 / 1;
    place-self: center;
  }
  .qr {
    display: block;
    inline-size: min(var(--_qr), 100cqi - 34px);
    aspect-ratio: 1;
    fill: #000;
  }
  .faded .qr {
    opacity: 0.14;
  }
  .faded .disc {
    /* On the white card whatever the theme, so in colours of its own. */
    background: #e8f0fd;
    color: #1668dc;
  }
  .skeleton {
    inline-size: min(calc(var(--_qr) + 26px), 100%);
    aspect-ratio: 1;
    border-color: transparent;
    background: linear-gradient(100deg, transparent 40%, var(--_line) 50%, transparent 60%) 100% 0 / 300% 100%
      var(--_raised);
    animation: sheen 1.6s ease-in-out infinite;
  }
  .disc {
    display: grid;
    place-items: center;
    inline-size: 88px;
    block-size: 88px;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_tone) 12%, var(--_surface));
    color: var(--_tone);
    animation: rise 200ms ease-out;
  }
  .good .disc {
    background: var(--_good);
    color: var(--_surface);
  }
  .mark {
    inline-size: 44px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .good .mark path {
    stroke-dasharray: 1;
    animation: draw 240ms 80ms ease-out both;
  }

  .words {
    min-block-size: 70px;
    text-align: center;
    text-wrap: balance;
  }
  h2 {
    margin-block-end: calc(0.5 * var(--_space));
    font-size: 17px;
    font-weight: 600;
    line-height: 22px;
    outline: none;
  }
  .words p {
    color: var(--_muted);
  }

  .time {
    display: block;
    inline-size: 100%;
    block-size: 3px;
    border-radius: 2px;
  }
  .timed .time {
    background: var(--_line);
  }
  .time rect {
    fill: var(--_tone);
    transition: width 1s linear;
  }
  .time:dir(rtl) {
    transform: scaleX(-1);
  }

  .actions {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: var(--_space);
    min-block-size: calc(88px + var(--_space));
  }
  button {
    min-block-size: 44px;
    padding: 8px 16px;
    border: 1px solid transparent;
    border-radius: calc(0.625 * var(--_radius));
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    transition:
      background-color 160ms ease-out,
      opacity 160ms ease-out;
  }
  button:focus-visible,
  h2:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .main {
    inline-size: 100%;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .warn .main {
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
    color: var(--_text);
  }
  .quiet {
    border-color: var(--_line);
    color: var(--_muted);
  }
  @media (hover: hover) {
    .main:hover {
      background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
    }
    .warn .main:hover,
    .quiet:hover {
      background: var(--_raised);
    }
  }
  button:disabled,
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }

  .footnote {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    column-gap: calc(2 * var(--_space));
    min-block-size: 44px;
    font-size: 13px;
    line-height: 18px;
    color: var(--_muted);
  }
  .countdown {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    color: var(--_text);
  }
  .warn .note,
  .warn .countdown {
    color: var(--_warn);
  }
  .link {
    margin-inline: auto -8px;
    padding-inline: 8px;
    color: var(--_accent);
    font-weight: 400;
  }

  #help {
    inset: auto;
    inline-size: 280px;
    max-inline-size: calc(100vw - 16px);
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 12px 32px rgb(16 24 40 / 18%);
  }
  /* Unseen until it has a place: the browser would open it in the middle of the window. */
  #help:not([data-placed]) {
    opacity: 0;
  }
  h3 {
    margin-block-end: var(--_space);
    font-size: 15px;
  }
  ol {
    padding-inline-start: 20px;
    color: var(--_muted);
  }
  li + li {
    margin-block-start: calc(0.5 * var(--_space));
  }

  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @container (inline-size < 300px) {
    .panel {
      padding-inline: calc(1.5 * var(--_space));
    }
    .idle {
      padding: 0;
    }
    .card {
      padding: 2px;
    }
  }
  @media (forced-colors: active) {
    .time rect {
      fill: CanvasText;
    }
    .main {
      border-color: ButtonText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
  @keyframes sheen {
    to {
      background-position: 0 0;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
`;
