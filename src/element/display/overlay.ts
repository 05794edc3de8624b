import type { ReactiveController } from 'lit';
import type { CheckoutPhase } from '../../session/state.ts';
import type { Places, PopoverController } from '../controllers/popover.ts';
import type { PanelHost } from '../panel.ts';
import { overlay } from '../styles/overlay.ts';
import type { Display, DrawnButton, Opening, Surroundings } from '../views/scene.ts';
import { dialogView, type OverlayEvents, popoverView, standing } from './overlay-view.ts';
import { ScrollLock } from './scroll-lock.ts';

/** The element, as what is shown over its page knows it. */
export type OverlayHost = PanelHost & { readonly display: string };

/** No room for a payment beside its button: a dialog it is then, or a sheet at the lower edge. */
const SMALL = '(max-width: 479px), (max-height: 479px)';

const PLACES: Places = ['bottom', 'top', 'right', 'left'];

const ENDS: readonly CheckoutPhase[] = ['success', 'voided', 'failed', 'error'];

/**
 * Shows a payment over the page, in a modal dialog or a popover, while the button keeps its place. Closing it cancels
 * nothing: the button then says how the payment stands, and opens it again.
 */
export class Overlay implements Display, ReactiveController, OverlayEvents {
  readonly styles = [overlay] as const;
  readonly #host: OverlayHost;
  readonly #small = matchMedia(SMALL);
  readonly #lock = new ScrollLock();
  #popover: PopoverController | undefined;
  #shown = false;
  #opened: HTMLElement | null = null;
  /** An end that the shopper has seen: nothing is left to be said of it. */
  #seen = false;
  #pressed = false;
  #toggle: Opening['onToggle'] = () => {};

  constructor(host: OverlayHost) {
    this.#host = host;
    host.addController(this);
  }

  draw(around: Surroundings, { open, ready, onToggle }: Opening): Surroundings {
    const { display } = this.#host;
    if (display !== 'dialog' && display !== 'popover') return around;
    const isOver = ENDS.includes(this.#host.state.phase);
    this.#toggle = onToggle;
    this.#shown = open && (ready || this.#shown);
    this.#seen = isOver && (this.#seen || this.#shown);
    const isModal = display === 'dialog' || this.#small.matches || !('popover' in HTMLElement.prototype);
    return {
      ...around,
      className: '',
      main: this.#pageButton(around, open, isOver),
      above: undefined,
      beside: undefined,
      below: isModal ? dialogView(around, this) : popoverView(around, this),
    };
  }

  hostConnected(): void {
    this.#small.addEventListener('change', this.#redraw);
    // What was open before the element was moved.
    this.#redraw();
  }

  hostDisconnected(): void {
    this.#small.removeEventListener('change', this.#redraw);
    // A dialog that is taken out of the document is modal no more, and could not be made so while it is open.
    if (this.#opened) hide(this.#opened);
    this.#opened = null;
    this.#lock.release();
  }

  hostUpdated(): void {
    const over = this.#over;
    if (!over) return this.#leave();
    if (!this.#host.isConnected) return;
    const wanted = this.#shown ? over : null;
    if (wanted !== this.#opened) {
      if (this.#opened) hide(this.#opened);
      // What the browser has closed since it was opened is not opened again: it will tell, and then it is not wanted.
      this.#opened = wanted;
      if (wanted) this.#show(wanted);
    }
    if (this.#shown && isDialog(over)) this.#lock.lock();
    else this.#lock.release();
    this.#button.ariaHasPopup = 'dialog';
    this.#button.ariaExpanded = String(this.#shown);
    if (!this.#shown) this.#button.popoverTargetElement = null;
  }

  readonly onClose = (): void => this.#toggle(false);

  readonly onToggled = ({ type, target }: Event): void => {
    const over = target as HTMLElement;
    if (isOpen(over)) {
      // Only now: the browser would take the click that has opened it for one that closes it.
      if (type === 'toggle') this.#button.popoverTargetElement = over;
      return;
    }
    if (over === this.#opened) this.#toggle(false);
    // Not every browser gives it back where the button was clicked, or while what is closed is still fading.
    const isLost = over.matches(':focus-within') || document.activeElement === document.body;
    if (isLost) this.#button.focus({ preventScroll: true });
  };

  /** A click on the backdrop that has begun there, and not where text was being selected. */
  readonly onPress = ({ type, target, currentTarget }: Event): void => {
    const isBackdrop = target === currentTarget;
    if (type === 'click' && isBackdrop && this.#pressed) this.#toggle(false);
    this.#pressed = type !== 'click' && isBackdrop;
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const help = event.key === 'Escape' && this.#over?.querySelector<HTMLElement>(':popover-open');
    if (!help) return;
    // WebKit would close the dialog with it.
    event.preventDefault();
    help.hidePopover();
  };

  get #over(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.over');
  }

  /** The one on the page, which comes first. */
  get #button(): HTMLButtonElement {
    return this.#host.renderRoot.querySelector('button')!;
  }

  #pageButton(around: Surroundings, open: boolean, isOver: boolean): DrawnButton {
    if (this.#shown) return { onClick: this.#handlePress };
    if (open) return { busy: true, onClick: () => {} };
    if (this.#seen && around.main) return around.main;
    return { label: standing(around, !isOver), onClick: () => this.#toggle(true) };
  }

  #show(over: HTMLElement): void {
    if (isDialog(over)) {
      over.showModal();
      // Not the first button, which closes it. What is above the heading is to be seen, the amount for one.
      over.querySelector('h2')?.focus({ preventScroll: true });
    } else {
      over.showPopover();
      void this.#settle(over);
    }
    // For whoever waits for what can be seen.
    void this.#host.updateComplete.then(this.#redraw);
  }

  async #settle(over: HTMLElement): Promise<void> {
    try {
      const { PopoverController: Popover } = await import('../controllers/popover.ts');
      this.#popover ??= new Popover(this.#host);
      this.#popover.place(over, this.#button, PLACES, over.querySelector<HTMLElement>('.arrow')!);
    } catch {
      // Without its place it is in the middle of the window, and points at nothing.
      over.dataset['placed'] = '';
    }
  }

  /** The payment is over, or is shown elsewhere. */
  #leave(): void {
    this.#shown = false;
    this.#opened = null;
    this.#lock.release();
    this.#button.ariaHasPopup = null;
    this.#button.ariaExpanded = null;
    this.#button.popoverTargetElement = null;
  }

  readonly #handlePress = (event: MouseEvent): void => {
    // It is the browser's way to close a popover, which would come after ours and open it again.
    event.preventDefault();
    // The second click of two was meant as the first.
    if (event.detail < 2) this.#toggle(false);
  };

  readonly #redraw = (): void => {
    this.#host.requestUpdate();
  };
}

const isDialog = (over: HTMLElement): over is HTMLDialogElement => over.localName === 'dialog';

const isOpen = (over: HTMLElement): boolean => (isDialog(over) ? over.open : over.matches(':popover-open'));

function hide(over: HTMLElement): void {
  if (isDialog(over)) over.close();
  else if (isOpen(over)) over.hidePopover();
}
