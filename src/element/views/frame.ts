import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Amount, Payment } from '../../protocol/payment.ts';
import type { CheckoutPhase } from '../../session/state.ts';
import { formatAmount, formatRemaining } from '../format.ts';
import type { PanelWords, SceneWords } from '../locales/messages.ts';
import { glyph } from './glyph.ts';
import type { Button, Said, Scene, Surroundings } from './scene.ts';
import { drawStage, type StageContext } from './stage.ts';

/** What the frame draws around a scene. */
export interface FrameContext extends StageContext {
  readonly messages: PanelWords & Partial<SceneWords>;
  readonly phase: CheckoutPhase;
  /** The stage of a presentation with a code is higher, in all of its states. */
  readonly tall: boolean;
  /** A line that is more urgent than the scene's own note. */
  readonly notice: string | undefined;
  /** Gives the wallet its name in the words of a scene. */
  readonly say: (words: string) => Said;
  /** The title has been read from its heading, and is not to be said again. */
  readonly isRead: boolean;
  readonly onRead: () => void;
  /** What stands in the help beside its heading. */
  readonly moreHelp: TemplateResult | typeof nothing | undefined;
  readonly onHelpToggle: (event: ToggleEvent) => void;
}

/** Times before the end at which the countdown is spoken, in seconds: each second would drown everything else. */
const SPOKEN_SECONDS = [30, 60, 120, 300];

/** Every row is always there, so nothing jumps, and every slot stays rendered. */
export function frame(scene: Scene, context: FrameContext): Surroundings {
  const { phase, payment, messages, locale, tall, notice, wallet, say, isRead } = context;
  const [title, sentence] = scene.words.map(say);
  const { main } = scene;
  return {
    className: `panel ${scene.tone ?? ''} ${tall ? 'tall' : ''} ${scene.list ? 'listed' : ''}`,
    name: messages.payWith.replace('{wallet}', wallet),
    title,
    closeLabel: messages.close,
    main: main && { ...main, label: main.label && say(main.label) },
    above: html`
      <div part="header" class="header">
        <slot name="glyph">${glyph}</slot>
        <span part="summary" class="summary"
          ><slot name="summary" dir="auto">${payment && descriptionOf(payment)}</slot></span
        >
        ${payment ? amountOf(payment.amount, locale) : nothing}
      </div>
      <div part="stage" class="stage">${drawStage(scene, context)}</div>
      <div class="words">
        <h2 part="title" tabindex="-1" @focus=${context.onRead}>${title}</h2>
        <p part="words">${sentence}</p>
        ${scene.list}
      </div>
    `,
    beside: html`
      ${quietButton(scene)}
      <slot name="success" dir="auto" ?hidden=${phase !== 'success'}></slot>
      <slot name="voided" dir="auto" ?hidden=${phase !== 'voided'}></slot>
      <slot name="failed" dir="auto" ?hidden=${phase !== 'failed'}></slot>
    `,
    below: html`
      ${timeBar(scene)}
      <div part="footnote" class="footnote">
        <span part="note" class="note"><bdi>${notice ?? noteOf(scene, messages)}</bdi></span>
        ${footLink(scene, messages)}
      </div>
      <div id="help" part="help" popover @toggle=${context.onHelpToggle}>
        ${context.moreHelp}<slot name="help" dir="auto"
          ><div>
            <h3>${messages.howToScan}</h3>
            <ol>
              ${messages.helpSteps?.map((step) => html`<li>${say(step)}</li>`)}
            </ol>
          </div></slot
        >
      </div>
    `,
    spoken: html`<div>${isRead ? nothing : title} ${sentence}</div>
      <div>${spokenTime(scene, messages)}</div>
      <div>${notice}</div>`,
  };
}

const descriptionOf = ({ description }: Payment): TemplateResult =>
  html`<bdi class="description" title=${description ?? nothing}>${description}</bdi>`;

function amountOf(amount: Amount, locale: string): TemplateResult {
  const { figure, code } = formatAmount(amount, locale);
  // A figure runs from left to right in every language; Arabic alone would take "US$" apart.
  return html`<bdi part="amount" class="amount"
    ><bdi dir="ltr">${figure}</bdi> <span part="currency" class="currency">${code}</span></bdi
  >`;
}

const quietButton = ({ quiet }: Scene): TemplateResult =>
  html`<button
    part="secondary-button"
    class="quiet"
    type="button"
    ?hidden=${!quiet}
    aria-disabled=${busy(quiet)}
    @click=${clickOf(quiet)}
  >
    ${quiet?.label}
  </button>`;

function footLink({ link }: Scene, { howToScan }: PanelWords): TemplateResult {
  const button = link === 'help' ? undefined : link;
  return html`<button
    part="link"
    class="link"
    type="button"
    ?hidden=${!link}
    popovertarget=${link === 'help' ? 'help' : nothing}
    aria-disabled=${busy(button)}
    @click=${clickOf(button)}
  >
    ${button ? button.label : howToScan}
  </button>`;
}

type Press = Pick<Button, 'busy' | 'onClick'> | undefined;

// Not `disabled`, which would take the focus away from whoever has just pressed it.
const busy = (button: Press): 'true' | typeof nothing => (button?.busy ? 'true' : nothing);
const clickOf = (button: Press): Button['onClick'] | undefined => (button?.busy ? undefined : button?.onClick);

// A rectangle whose width is an attribute: a style attribute would need 'unsafe-inline' in the page's policy.
const timeBar = ({ time }: Scene): TemplateResult =>
  html`<svg part="time" class="time" aria-hidden="true">
    ${time && svg`<rect width="${(time.share * 100).toFixed(1)}%" height="100%" />`}
  </svg>`;

const noteOf = ({ time, note }: Scene, { validFor }: PanelWords): Said | undefined =>
  time
    ? html`${note ?? validFor} <bdi part="countdown" class="countdown">${formatRemaining(time.remainingMs)}</bdi>`
    : note;

function spokenTime({ time }: Scene, { lessThan }: PanelWords): string {
  const seconds = time && SPOKEN_SECONDS.find((spoken) => time.remainingMs <= spoken * 1000);
  return seconds ? lessThan(seconds) : '';
}
