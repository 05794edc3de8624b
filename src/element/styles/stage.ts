import { css } from 'lit';

/** The code on its card. */
export const stage = css`
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
    border-radius: calc(0.75 * var(--_radius));
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
  .skeleton {
    inline-size: min(calc(var(--_qr) + 26px), 100%);
    aspect-ratio: 1;
    border-color: transparent;
    background: linear-gradient(100deg, transparent 40%, var(--_line) 50%, transparent 60%) 100% 0 / 300% 100%
      var(--_raised);
    animation: sheen 1.6s ease-in-out infinite;
  }
  @container (inline-size < max(300px, 18.75rem)) {
    .card {
      padding: 2px;
    }
  }
  @keyframes sheen {
    to {
      background-position: 0 0;
    }
  }
`;
