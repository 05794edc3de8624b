import { css } from 'lit';

/**
 * The code on its card, and the place where one is about to be: a square of the same side however many modules the code
 * turns out to have, so that nothing moves when it comes. What white the card has beside the code is a hairline's: corners
 * that are round stay outside of the quiet zone, and the modules get the room.
 */
export const stage = css`
  .stage {
    display: grid;
    place-items: center;
    min-block-size: 120px;
  }
  .tall .stage {
    min-block-size: var(--_card);
  }
  .card {
    display: grid;
    inline-size: min(var(--_card), 100%);
    aspect-ratio: 1;
    padding: 2px;
    border: 1px solid var(--_line);
    border-radius: min(10px, 0.75 * var(--_radius));
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
    inline-size: 100%;
    fill: #000;
  }
  .skeleton {
    border-color: transparent;
    background: var(--_raised);
    /* The pulse of the button that has been pressed. */
    animation: busy 800ms ease-in-out infinite alternate;
  }
`;
