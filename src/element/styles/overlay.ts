import { css } from 'lit';

/** What is shown over the page, and what the button on the page then says. */
export const overlay = css`
  .over {
    /* Its own: inside, the room of the button on the page says nothing. */
    container-type: inline-size;
    inline-size: min(400 * var(--_px), 100vw - 32px);
    max-inline-size: none;
    max-block-size: calc(100vh - 32px);
    max-block-size: calc(100dvh - 32px);
    margin: auto;
    padding: 0;
    border: 0;
    overflow: visible;
    background: none;
    color: inherit;
    opacity: 0;
    transform: translateY(8px);
    transition:
      opacity 160ms ease-out,
      transform 160ms ease-out,
      overlay 160ms allow-discrete,
      display 160ms allow-discrete;
  }
  .over:is([open], [data-placed]:popover-open) {
    opacity: 1;
    transform: none;
  }
  @starting-style {
    .over[open] {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  .over[data-placed]:not([data-placed='']) {
    inset: auto;
    margin: 0;
  }
  .over::backdrop {
    background: none;
  }
  .modal::backdrop {
    background: var(--alipay-checkout-backdrop, rgb(16 24 40 / 56%));
    opacity: 0;
    transition:
      opacity 160ms ease-out,
      overlay 160ms allow-discrete,
      display 160ms allow-discrete;
  }
  .modal[open]::backdrop {
    opacity: 1;
  }
  @starting-style {
    .modal[open]::backdrop {
      opacity: 0;
    }
  }

  .over .panel {
    max-block-size: inherit;
    overflow-y: auto;
    overscroll-behavior: contain;
    box-shadow: var(--alipay-checkout-overlay-shadow, 0 16px 48px rgb(16 24 40 / 24%));
  }
  .over .header {
    padding-inline-end: calc(44px - var(--_space));
  }
  /* Beside the panel and not in it, which may scroll. */
  .close {
    position: absolute;
    inset-block-start: calc(2 * var(--_space) - 4px);
    inset-inline-end: var(--_space);
    display: grid;
    place-items: center;
    inline-size: 44px;
    min-block-size: 44px;
    padding: 0;
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_muted);
  }
  .close:focus-visible {
    /* Inside, since it has the amount beside it, and so a little stronger: WCAG 2.4.13 counts the area. */
    outline-width: 3px;
    outline-offset: -4px;
  }
  .close svg {
    inline-size: 22px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  @media (hover: hover) {
    .close:hover {
      background: var(--_raised);
    }
  }

  .arrow {
    position: absolute;
    inline-size: 14px;
    block-size: 14px;
    border: 1px solid var(--_line);
    background: var(--_surface);
    transform: rotate(45deg);
  }
  [data-placed='bottom'] > .arrow {
    top: -7px;
    border-color: var(--_line) transparent transparent var(--_line);
  }
  [data-placed='top'] > .arrow {
    bottom: -7px;
    border-color: transparent var(--_line) var(--_line) transparent;
  }
  [data-placed='right'] > .arrow {
    left: -7px;
    border-color: transparent transparent var(--_line) var(--_line);
  }
  [data-placed='left'] > .arrow {
    right: -7px;
    border-color: var(--_line) var(--_line) transparent transparent;
  }

  .standing {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
  }
  .pending::before {
    content: '';
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: currentColor;
  }

  @media (max-width: 479px) {
    .modal {
      inset-block: auto 0;
      inline-size: 100%;
      max-block-size: calc(100vh - 24px);
      max-block-size: calc(100dvh - 24px);
      margin: 0;
      transform: translateY(100%);
    }
    @starting-style {
      .modal[open] {
        opacity: 1;
        transform: translateY(100%);
      }
    }
    .modal,
    .modal::backdrop {
      transition-duration: 240ms;
    }
    .modal .panel {
      padding-block-end: max(var(--_space), env(safe-area-inset-bottom));
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .modal::backdrop {
      transition: none;
    }
  }
`;
