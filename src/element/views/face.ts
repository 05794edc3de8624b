import { html, nothing, type TemplateResult } from 'lit';
import type { DrawnButton, MainButton, Surroundings } from './scene.ts';

export interface FaceContext {
  /** Null as long as the button is alone. */
  readonly around: Surroundings | null;
  /** The button while it is alone. */
  readonly alone: MainButton;
  /** What the button says where neither the page nor the scene has a label for it. */
  readonly label: string;
  readonly disabled: boolean;
  /** The page has put a label of its own into the default slot. */
  readonly labelled: boolean;
  readonly onLabelChange: (event: Event) => void;
}

/**
 * The one template of the element: the pay button, and whatever the panel draws around it. The button is the same from
 * first to last, so it keeps its slot, and the focus of whoever pressed it.
 */
export function face({ around, alone, ...context }: FaceContext): TemplateResult {
  return html`
    <div part=${around ? 'panel' : nothing} class=${around?.className ?? nothing}>
      ${around?.above}
      <div part="actions" class="actions">${button(around ? around.main : alone, context)} ${around?.beside}</div>
      ${around?.below}
    </div>
    <div role="status" aria-atomic="false" class="spoken">${around?.spoken}</div>
  `;
}

function button(
  main: DrawnButton | undefined,
  { label, disabled, labelled, onLabelChange }: Omit<FaceContext, 'around' | 'alone'>,
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
