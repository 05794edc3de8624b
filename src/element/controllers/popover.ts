import { arrow, autoUpdate, computePosition, flip, offset, type Placement, shift } from '@floating-ui/dom';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const GAP = 8;
/** An arrow keeps off the round corners. */
const CORNER = 20;

/** Where to stand, in this order. Where the window has room for none of these, a popover covers its anchor in the first. */
export type Places = readonly [Placement, ...Placement[]];

const HELP: Places = ['bottom-end', 'right-end', 'left-end', 'top-end'];

/**
 * Keeps an open popover beside its anchor until it closes. The browser itself opens and closes it (top layer, Escape, a
 * click outside, focus back to the button): this only says where.
 */
export class PopoverController implements ReactiveController {
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  place(popover: HTMLElement, anchor: Element, places = HELP, pointer?: HTMLElement): void {
    this.hostDisconnected();
    if (!popover.isConnected) return;
    this.#stop = autoUpdate(anchor, popover, () => void moveTo(popover, anchor, places, pointer));
    popover.addEventListener('beforetoggle', () => this.hostDisconnected(), { once: true });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}

async function moveTo(
  popover: HTMLElement,
  anchor: Element,
  [first, ...others]: Places,
  pointer?: HTMLElement,
): Promise<void> {
  const { x, y, placement, middlewareData } = await computePosition(anchor, popover, {
    placement: first,
    strategy: 'fixed',
    middleware: [
      offset(pointer ? GAP + pointer.offsetHeight / 2 : GAP),
      flip({ padding: GAP, crossAxis: false, fallbackPlacements: others, fallbackStrategy: 'initialPlacement' }),
      shift({ padding: GAP, crossAxis: true }),
      pointer && arrow({ element: pointer, padding: CORNER }),
    ],
  });
  // Set on the style object: a style attribute would need 'unsafe-inline' in the page's policy.
  Object.assign(popover.style, { left: `${x}px`, top: `${y}px` });
  popover.dataset['placed'] = placement;
  if (!pointer) return;
  const { x: left, y: top, centerOffset } = middlewareData.arrow!;
  Object.assign(pointer.style, {
    left: left === undefined ? '' : `${left}px`,
    top: top === undefined ? '' : `${top}px`,
  });
  // It points at nothing where the popover had to cover its anchor, or to stand too far off.
  const covered = middlewareData.shift?.[/^(top|bottom)/.test(placement) ? 'y' : 'x'];
  pointer.style.visibility = centerOffset !== 0 || covered ? 'hidden' : '';
}
