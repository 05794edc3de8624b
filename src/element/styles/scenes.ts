import { css } from 'lit';

/** What is not wanted before a code is painted: the tones of the ends and of the last minute, marks, the help. */
export const scenes = css`
  :host {
    --_good: var(--alipay-checkout-good, var(--_light, #05603a) var(--_dark, #4cc38a));
    --_warn: var(--alipay-checkout-warn, var(--_light, #9a3412) var(--_dark, #f5a254));
    --_bad: var(--alipay-checkout-bad, var(--_light, #b42318) var(--_dark, #f2877c));
  }
  .warn {
    --_tone: var(--_warn);
  }
  .neutral {
    --_tone: var(--_muted);
  }
  .good {
    --_tone: var(--_good);
  }
  .bad {
    --_tone: var(--_bad);
  }

  .warn .note,
  .warn .countdown {
    color: var(--_warn);
  }
  .warn .main,
  .waiting .main {
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
    color: var(--_text);
  }
  @media (hover: hover) {
    .quiet:hover,
    .warn .main:hover,
    .waiting .main:hover {
      background: var(--_raised);
    }
  }

  @media (forced-colors: active) {
    .time rect {
      fill: CanvasText;
    }
  }

  .faded .qr {
    opacity: 0.14;
  }
  .disc {
    /* Above the faded code: what is translucent would be painted over it. */
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 88px;
    block-size: 88px;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_tone) 12%, var(--_surface));
    color: var(--_tone);
    animation: rise 200ms ease-out;
  }
  /* Nearer to the words than to the header, which have the room of a code between them. */
  .tall .stage > .disc {
    align-self: end;
    margin-block-end: calc(3 * var(--_space));
  }
  @container (inline-size >= max(560px, 35rem)) {
    .tall .stage > .disc {
      align-self: center;
      margin: 0;
    }
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
  .back:dir(rtl) {
    transform: scaleX(-1);
  }
  .good .mark path {
    stroke-dasharray: 1;
    animation: draw 240ms 80ms ease-out both;
  }

  .note {
    text-wrap: balance;
  }
  #help {
    margin: auto;
    inline-size: calc(320 * var(--_px));
    max-inline-size: calc(100vw - 16px);
    max-block-size: calc(100vh - 16px);
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: calc(0.75 * var(--_radius));
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--alipay-checkout-overlay-shadow, 0 12px 32px rgb(16 24 40 / 18%));
  }
  /* Unseen until it has a place: the browser would open it in the middle of the window. */
  #help:not([data-placed]) {
    opacity: 0;
  }
  #help[data-placed] {
    inset: auto;
    margin: 0;
  }
  /* On the line of the heading, or of whatever the page says there, so that the help is no higher for it. */
  .code-link {
    float: inline-end;
    margin-block: -11px;
  }
  .address {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_muted);
    border-radius: calc(0.625 * var(--_radius));
    background: var(--_raised);
    color: var(--_text);
    /* Anything smaller and phones zoom in on it. */
    font-size: calc(16 * var(--_px));
    text-overflow: ellipsis;
  }
  .address:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  h3 {
    margin-block-end: var(--_space);
    font-size: calc(15 * var(--_px));
  }
  ol {
    padding-inline-start: calc(20 * var(--_px));
    color: var(--_muted);
  }
  li + li {
    margin-block-start: calc(0.5 * var(--_space));
  }

  /* No frame is as narrow, unless letters are large: it had better grow then than leave words out or break names. */
  @container (inline-size < 14rem) {
    .about,
    .description {
      display: block;
      overflow: visible;
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
