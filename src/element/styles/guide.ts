import { css } from 'lit';

/** The steps out of an app, in the room of the stage: the frame keeps its height. Adopted after the choice of wallets. */
export const guide = css`
  .guiding:not(.tall) .stage {
    min-block-size: 0;
  }
  .guiding .words {
    min-block-size: calc(188px + 2 * var(--_space));
    margin-block-start: calc(-2 * var(--_space));
  }
  .guiding.tall .words {
    min-block-size: 68px;
    margin-block-start: 0;
  }
  .guiding .actions {
    min-block-size: calc(88px + var(--_space));
  }
  .steps {
    display: grid;
    gap: var(--_space);
    inline-size: fit-content;
    margin: calc(2 * var(--_space)) auto 0;
    padding: 0;
    color: var(--_text);
    /* Not none, which Safari takes for no list at all. */
    list-style-type: '';
    counter-reset: step;
    text-align: start;
    text-wrap: wrap;
  }
  .steps li {
    display: flex;
    gap: calc(1.25 * var(--_space));
    margin: 0;
    counter-increment: step;
  }
  .steps li::before {
    flex: none;
    inline-size: calc(22 * var(--_px));
    block-size: calc(22 * var(--_px));
    border-radius: 50%;
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
    color: var(--_text);
    font-size: calc(13 * var(--_px));
    font-weight: 600;
    line-height: 1.693;
    text-align: center;
    content: counter(step);
  }
  .words .aside {
    margin-block-start: calc(1.5 * var(--_space));
  }
  .guiding .address {
    margin-block-start: calc(1.5 * var(--_space));
  }
  @media (forced-colors: active) {
    .steps li::before {
      border: 1px solid;
      line-height: calc(20 * var(--_px));
    }
  }
  @container (inline-size < max(300px, 18.75rem)) {
    .guiding .words {
      min-block-size: calc(231px + 2 * var(--_space));
    }
    .guiding.tall .words {
      min-block-size: 111px;
    }
    .guiding .address {
      margin-block-start: calc(0.5 * var(--_space));
    }
  }
`;
