import { html, nothing, type TemplateResult } from 'lit';
import type { DrawnButton, Surroundings } from '../views/scene.ts';

export interface OverlayEvents {
  readonly onClose: () => void;
  /** It is open or closed now. */
  readonly onToggled: (event: Event) => void;
  readonly onPress: (event: Event) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** A modal dialog. All else is inert while it is open, the region of the page that speaks too: so it has its own. */
export const dialogView = (around: Surroundings, events: OverlayEvents): TemplateResult =>
  html`<dialog
    part="dialog"
    class="over modal"
    aria-label=${around.name}
    @close=${events.onToggled}
    @pointerdown=${events.onPress}
    @click=${events.onPress}
    @keydown=${events.onKey}
  >
    ${content(around, events)}
    <div role="status" aria-atomic="false" class="spoken">${around.spoken}</div>
  </dialog>`;

/**
 * A popover with an arrow, which the browser closes on Escape and on a press elsewhere. Not a `<dialog>`, which would take
 * the focus from the button.
 */
export const popoverView = (around: Surroundings, events: OverlayEvents): TemplateResult =>
  html`<div part="dialog" class="over" role="dialog" aria-label=${around.name} popover @toggle=${events.onToggled}>
    ${content(around, events)}
    <div part="arrow" class="arrow"></div>
  </div>`;

function content({ above, main, beside, below, className, closeLabel }: Surroundings, { onClose }: OverlayEvents) {
  return html`
    <button part="close" class="close" type="button" aria-label=${closeLabel} @click=${onClose}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 7l10 10M17 7l-10 10" /></svg>
    </button>
    <div part="panel" class=${className}>
      ${above}
      <div part="actions" class="actions">${mainButton(main)} ${beside}</div>
      ${below}
    </div>
  `;
}

/** The filled button of a scene. The page's own label is on the page's button, and there alone. */
const mainButton = (main: DrawnButton | undefined): TemplateResult =>
  html`<button
    part="button"
    class="main"
    type="button"
    ?hidden=${main?.label === undefined}
    aria-disabled=${main?.busy ?? nothing}
    aria-busy=${main?.busy ?? nothing}
    @click=${main?.busy ? undefined : main?.onClick}
  >
    ${main?.label}
  </button>`;

/** What the page's button says of a payment that is not shown. */
export const standing = ({ title }: Surroundings, isPending: boolean): TemplateResult =>
  html`<span part="standing" class="standing ${isPending ? 'pending' : ''}">${title}</span>`;
