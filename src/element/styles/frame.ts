import { css } from 'lit';

/** The frame and its fixed rows. */
export const frame = css`
  :host {
    display: block;
    inline-size: 100%;
    max-inline-size: 400px;
    container-type: inline-size;
    color: var(--_text);
    font: var(
      --alipay-checkout-font,
      15px/21px system-ui,
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
  /* Until the words of the shopper's language are there: better nothing than another language for a moment. */
  :host(:state(localizing)) {
    visibility: hidden;
  }
  * {
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

  .words {
    min-block-size: 68px;
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

  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @container (inline-size < 300px) {
    .panel:not(.idle) {
      padding-inline: calc(1.5 * var(--_space));
    }
    .words {
      min-block-size: 111px;
    }
  }
`;
