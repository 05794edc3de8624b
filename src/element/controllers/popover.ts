import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const GAP = 8;

/**
 * Keeps an open popover beside its anchor until it closes: below it, else at a side, else above. Where the window has room
 * for none of these it covers the lower edge. The browser itself opens and closes it (top layer, Escape, a click outside,
 * focus back to the button): this only says where.
 */
export class PopoverController implements ReactiveController {
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  place(popover: HTMLElement, anchor: Element): void {
    this.hostDisconnected();
    if (!popover.isConnected) return;
    this.#stop = autoUpdate(anchor, popover, () => void moveTo(popover, anchor));
    popover.addEventListener('beforetoggle', () => this.hostDisconnected(), { once: true });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}

async function moveTo(popover: HTMLElement, anchor: Element): Promise<void> {
  const { x, y } = await computePosition(anchor, popover, {
    placement: 'bottom-end',
    strategy: 'fixed',
    middleware: [
      offset(GAP),
      flip({
        padding: GAP,
        crossAxis: false,
        fallbackPlacements: ['right-end', 'left-end', 'top-end'],
        fallbackStrategy: 'initialPlacement',
      }),
      shift({ padding: GAP, crossAxis: true }),
    ],
  });
  // Set on the style object: a style attribute would need 'unsafe-inline' in the page's policy.
  Object.assign(popover.style, { left: `${x}px`, top: `${y}px` });
  popover.dataset['placed'] = '';
}
