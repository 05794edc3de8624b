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
  .quiet {
    border-color: var(--_line);
    color: var(--_muted);
  }
  .footnote {
    display: flex;
    align-items: center;
    justify-content: space-between;
    column-gap: calc(2 * var(--_space));
    min-block-size: 44px;
    /* As near to the bar that it tells of as to the edge below. */
    margin-block-start: calc(-1 * var(--_space));
    font-size: calc(13 * var(--_px));
    line-height: 1.385;
    color: var(--_muted);
  }
  .note {
    flex: 1;
    min-inline-size: 0;
    /* Three lines reach into the room around them, and the frame keeps its height. */
    margin-block: -5px;
  }
  .countdown {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    color: var(--_text);
  }
  .link {
    min-inline-size: 44px;
    margin-inline: auto -8px;
    padding-inline: 8px;
    color: var(--_accent);
    font-weight: 400;
  }
`;
