import { css } from 'lit';

/** The host, and the button that is all there is before a payment. */
export const button = css`
  :host {
    display: block;
    inline-size: 100%;
    max-inline-size: calc(400 * var(--_px));
    overflow-wrap: anywhere;
    container-type: inline-size;
    /* No family for Chinese: by the language of the words a browser knows which of a character's forms to draw. */
    font: var(--alipay-checkout-font, calc(15 * var(--_px)) / 1.4 system-ui, sans-serif);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
    margin: 0;
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
  button:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .main {
    inline-size: 100%;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  @media (hover: hover) {
    .main:hover {
      background: color-mix(in srgb, var(--_accent) 88%, CanvasText);
    }
  }
  button:disabled,
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  [aria-busy='true'] {
    animation: busy 800ms ease-in-out infinite alternate;
  }
  @keyframes busy {
    to {
      opacity: 0.8;
    }
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
