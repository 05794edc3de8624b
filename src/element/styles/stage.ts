import { css } from 'lit';

/** The picture of a state: the code on its card, or a mark on a disc. */
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
    border-radius: 12px;
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
  .faded .qr {
    opacity: 0.14;
  }
  .faded .disc {
    /* On the white card whatever the theme, so in colours of its own. */
    background: #e8f0fd;
    color: #1668dc;
  }
  .skeleton {
    inline-size: min(calc(var(--_qr) + 26px), 100%);
    aspect-ratio: 1;
    border-color: transparent;
    background: linear-gradient(100deg, transparent 40%, var(--_line) 50%, transparent 60%) 100% 0 / 300% 100%
      var(--_raised);
    animation: sheen 1.6s ease-in-out infinite;
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
  .good .mark path {
    stroke-dasharray: 1;
    animation: draw 240ms 80ms ease-out both;
  }

  @container (inline-size < 300px) {
    .card {
      padding: 2px;
    }
  }
  @keyframes sheen {
    to {
      background-position: 0 0;
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
