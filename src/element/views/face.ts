import { html, nothing, type TemplateResult } from 'lit';
import type { DrawnButton, MainButton, Surroundings } from './scene.ts';

export interface FaceContext {
  /** Null as long as the button is alone. */
  readonly around: Surroundings | null;
  /** For the live region, which is there before there is anything to say. */
  readonly spoken: TemplateResult | string | undefined;
  /** The button while it is alone. */
  readonly alone: MainButton;
  /** What the button says where neither the page nor the scene has a label for it. */
  readonly label: string;
  /** What the words are in, and which way they run: the page around them may be in another language. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly disabled: boolean;
  /** The page has put a label of its own into the default slot. */
  readonly labelled: boolean;
  readonly onLabelChange: (event: Event) => void;
}

/**
 * The one template of the element: the pay button, and whatever the panel draws around it. The button is the same from
 * first to last, so it keeps its slot, and the focus of whoever pressed it.
 */
export function face({ around, spoken, alone, lang, dir, ...context }: FaceContext): TemplateResult {
  return html`
    <div part=${around?.className ? 'panel' : nothing} class=${around?.className ?? nothing} lang=${lang} dir=${dir}>
      ${around?.above}
      <div part="actions" class="actions">${button(around ? around.main : alone, context)} ${around?.beside}</div>
      ${around?.below}
    </div>
    <div role="status" aria-atomic="false" class="spoken" lang=${lang} dir=${dir}>${spoken}</div>
  `;
}

function button(
  main: DrawnButton | undefined,
  { label, disabled, labelled, onLabelChange }: Omit<FaceContext, 'around' | 'spoken' | 'alone' | 'lang' | 'dir'>,
): TemplateResult {
  const own = main !== undefined && main.label === undefined;
  return html`<button
    part="button"
    class="main"
    type="button"
    ?hidden=${!main}
    ?disabled=${disabled && own}
    aria-disabled=${main?.busy ?? nothing}
    aria-busy=${main?.busy ?? nothing}
    @click=${main?.busy ? undefined : main?.onClick}
  >
    <slot ?hidden=${!own || !labelled} @slotchange=${onLabelChange}></slot>${
      own && labelled ? nothing : (main?.label ?? label)
    }
  </button>`;
}
