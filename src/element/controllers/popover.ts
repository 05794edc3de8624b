import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';

const GAP = 8;

/**
 * Keeps an open popover beside its anchor, in whatever room the window leaves, until it closes. The browser itself opens
 * and closes it (top layer, Escape, a click outside, focus back to the button): this only says where.
 */
export function anchorPopover(popover: HTMLElement, anchor: Element): void {
  const place = async (): Promise<void> => {
    const { x, y } = await computePosition(anchor, popover, {
      placement: 'top-end',
      strategy: 'fixed',
      middleware: [offset(GAP), flip({ padding: GAP }), shift({ padding: GAP })],
    });
    // Set one by one on the style object: a style attribute would need 'unsafe-inline' in the page's policy.
    Object.assign(popover.style, { left: `${x}px`, top: `${y}px` });
    popover.dataset['placed'] = '';
  };
  const stop = autoUpdate(anchor, popover, () => void place());
  popover.addEventListener('beforetoggle', stop, { once: true });
}
