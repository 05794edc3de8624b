import { css } from 'lit';

/** The list of wallets, in the room of the stage and of the filled button: the frame keeps its height. */
export const choice = css`
  .listed {
    --_room: calc(164 * var(--_px) + var(--_words) + 3 * var(--_space));
  }
  .listed.tall {
    --_room: calc(var(--_card) + 44px + var(--_words) + 3 * var(--_space));
  }
  .listed .stage {
    min-block-size: 0;
  }
  .listed .words {
    min-block-size: var(--_room);
    margin-block-start: calc(-2 * var(--_space));
  }
  .listed .actions {
    min-block-size: 44px;
  }
  .wallets {
    display: grid;
    gap: var(--_space);
    max-block-size: calc(var(--_room) + 1lh - var(--_words) - 1.5 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
    /* At half zoom half a pixel is cut, which would be the last border. */
    padding: 0 0 1px;
    overflow-y: auto;
    overscroll-behavior: contain;
    /* A shade at the lower edge that goes away at the end, where the first of the two has scrolled over it. */
    background:
      linear-gradient(var(--_surface) 0 0) bottom / 100% 12px no-repeat local,
      linear-gradient(transparent, var(--_line)) bottom / 100% 12px no-repeat;
    /* Not none, which Safari takes for no list at all. */
    list-style-type: '';
    text-align: start;
  }
  .wallet {
    display: flex;
    align-items: center;
    gap: var(--_space);
    inline-size: 100%;
    min-block-size: 52px;
    border-color: var(--_line);
    text-align: start;
  }
  .wallet:focus-visible {
    /* Inside: what stands out of a list that scrolls is cut off. */
    outline-width: 3px;
    outline-offset: -3px;
  }
  .about {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: baseline;
    column-gap: var(--_space);
  }
  .region,
  .reason,
  .promotion {
    font-size: calc(13 * var(--_px));
    font-weight: 400;
    line-height: 1.385;
    color: var(--_muted);
  }
  .promotion,
  .reason {
    grid-column: 1 / -1;
  }
  .promotion {
    color: var(--_good);
  }
  .chevron {
    flex: none;
    inline-size: 20px;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .chevron:dir(rtl) {
    transform: scaleX(-1);
  }
  .wallet[aria-disabled='true'] {
    border-style: dashed;
    color: var(--_muted);
    opacity: 1;
  }
  [aria-disabled='true'] .chevron {
    visibility: hidden;
  }
  /* The question beside the list, and the way back below it. */
  @container (inline-size >= max(560px, 35rem)) {
    .listed.tall {
      --_block: max(var(--_card), calc(var(--_words) + 135px + 6 * var(--_space)));
    }
    .listed.tall .stage {
      min-block-size: var(--_block);
    }
    .listed.tall .words {
      display: contents;
    }
    .listed.tall h2 {
      grid-area: 2 / 1;
      align-self: end;
      margin: 0 0 calc(-1.5 * var(--_space));
    }
    .listed.tall p {
      grid-area: 3 / 1;
    }
    .tall .wallets {
      grid-area: 2 / 2 / 5;
      align-content: start;
      max-block-size: calc(var(--_block) - 44px - 2 * var(--_space));
      margin: 0;
    }
    .listed.tall .actions {
      grid-area: 5 / 2;
    }
    .listed.tall :is(.time, .footnote) {
      grid-area: 4 / 1;
    }
  }
  @media (hover: hover) {
    .wallet:not([aria-disabled='true'], .skeleton):hover {
      background: var(--_raised);
    }
  }
  .wallet.skeleton {
    aspect-ratio: auto;
    /* Seen in forced colours alone, which take the background away. */
    border: 1px solid transparent;
    border-radius: calc(0.625 * var(--_radius));
  }
`;
