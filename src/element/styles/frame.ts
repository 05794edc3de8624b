import { css } from 'lit';

/**
 * The frame and its fixed rows. The base tokens are made as those of the button are; of those two the others are mixed, so
 * that a shop which gives its text and its surface need not give them. Where a browser cannot mix (before 2023), the
 * colour is that of the text.
 */
export const frame = css`
  :host {
    --_surface: var(--alipay-checkout-surface, var(--_light, #fff) var(--_dark, #161a21));
    --_raised: var(--alipay-checkout-raised, color-mix(in srgb, var(--_text) 5%, var(--_surface)));
    --_line: var(--alipay-checkout-line, color-mix(in srgb, var(--_text) 13%, var(--_surface)));
    --_text: var(--alipay-checkout-text, var(--_light, #101828) var(--_dark, #f3f5f8));
    --_muted: var(--alipay-checkout-muted, color-mix(in srgb, var(--_text) 78%, var(--_surface)));
    --_least: 232px;
    --_qr: max(var(--_least), var(--alipay-checkout-qr-size, 0px));
    /* With its padding and border. */
    --_card: calc(var(--_qr) + 6px);
    --_tone: var(--_accent);
    color: var(--_text);
  }
  /* A page made small: with fewer than three of the screen's pixels a module is lost as soon as a camera blurs. */
  @media (max-resolution: 0.85dppx) {
    :host {
      --_least: 348px;
    }
  }
  .panel {
    /* A title and two lines, in whatever font. */
    --_words: calc(22 * var(--_px) + 0.5 * var(--_space) + 2lh);
    display: grid;
    /* Not auto, which gives way to where the window is lower than the frame: the rows would lie over one another. */
    grid-template: repeat(2, max-content) minmax(max-content, 1fr) repeat(3, max-content) / minmax(0, 1fr);
    gap: calc(2 * var(--_space));
    padding: calc(2 * var(--_space)) calc(2.5 * var(--_space)) var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--alipay-checkout-shadow, 0 1px 2px rgb(16 24 40 / 6%), 0 8px 24px rgb(16 24 40 / 8%));
  }
  /* Lines end where a reader would pause, not in the middle of a word. */
  :lang(ja) {
    word-break: auto-phrase;
  }
  :lang(ko),
  :lang(zh) {
    word-break: keep-all;
  }
  /* A name in Latin letters stands a little apart from Han characters. Not from Hangul, whose particles follow close. */
  :lang(zh) {
    text-autospace: normal;
  }
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(1.25 * var(--_space));
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
  }
  /* Where there is no room for a short word beside the amount, as where letters are set wide, the amount goes below. */
  .summary:has(.description:not(:empty)) {
    min-inline-size: calc(44 * var(--_px));
  }
  /* One line: it comes with the payment, and the frame must not grow then. */
  .description {
    display: block;
    inline-size: fit-content;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .amount {
    margin-inline-start: auto;
    font-size: calc(20 * var(--_px));
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .currency {
    font-size: calc(13 * var(--_px));
    font-weight: 400;
    color: var(--_muted);
  }

  .words {
    min-block-size: var(--_words);
    text-align: center;
    text-wrap: balance;
  }
  h2 {
    margin-block-end: calc(0.5 * var(--_space));
    font-size: calc(17 * var(--_px));
    font-weight: 600;
    line-height: 1.2942;
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
  .time:has(rect) {
    background: var(--_line);
  }
  .time rect {
    fill: var(--_tone);
    transition: width 1s linear;
  }
  .time:dir(rtl) {
    transform: scaleX(-1);
  }

  /* Where a page gives it the room: the code beside the words. */
  @container (inline-size >= max(560px, 35rem)) {
    .tall {
      grid-template: auto 1fr / min(var(--_card), 50cqi) minmax(0, 1fr);
      column-gap: calc(3 * var(--_space));
    }
    .tall .header {
      grid-column: 1 / 3;
    }
    .tall .stage {
      grid-area: 2 / 1 / 6;
    }
  }
  @container (inline-size < max(340px, 21.25rem)) {
    /* Two smaller lines are no higher than the one. */
    .description {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      font-size: calc(13 * var(--_px));
      line-height: 1.308;
      white-space: normal;
    }
  }
  @container (inline-size < max(300px, 18.75rem)) {
    .panel {
      --_words: calc(44 * var(--_px) + 0.5 * var(--_space) + 3lh);
      padding-inline: calc(1.5 * var(--_space));
    }
    .header {
      gap: 0 var(--_space);
    }
    .amount {
      font-size: calc(17 * var(--_px));
    }
  }
`;
