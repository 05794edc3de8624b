import { css } from 'lit';

/** The quiet buttons, the footnote and the help popover. */
export const controls = css`
  .panel .actions {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: var(--_space);
    min-block-size: calc(88px + var(--_space));
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
    .warn .main:hover,
    .quiet:hover {
      background: var(--_raised);
    }
  }
  .footnote {
    display: flex;
    align-items: center;
    justify-content: space-between;
    column-gap: calc(2 * var(--_space));
    min-block-size: 44px;
    font-size: 13px;
    line-height: 18px;
    color: var(--_muted);
  }
  .note {
    flex: 1;
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
    margin: auto;
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
  #help[data-placed] {
    inset: auto;
    margin: 0;
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

  @media (forced-colors: active) {
    .time rect {
      fill: CanvasText;
    }
  }
`;
