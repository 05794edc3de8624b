import { fixture, html } from '@open-wc/testing';
import type { AlipayCheckout } from '../../../src/element/alipay-checkout.ts';
import type { CheckoutState } from '../../../src/session/state.ts';
import { aState } from '../../support/checkout-states.ts';
import { PosedCheckout } from '../../support/posed-checkout.ts';
import { waitUntil } from '../../support/wait-until.ts';

export type Display = AlipayCheckout['display'];

export const success = (): CheckoutState => aState('success', { payment: { status: 'success', reason: 'captured' } });
export const voided = (): CheckoutState =>
  aState('voided', { payment: { status: 'voided', reason: 'cancelled_by_shopper' } });

interface Options {
  readonly presentation?: AlipayCheckout['presentation'];
  /** Where the checkout is put. */
  readonly into?: ParentNode & Node;
}

/** A checkout in a display, before a payment. */
export async function setup(display: Display, { presentation = 'qr', into }: Options = {}) {
  const checkout = Object.assign(new PosedCheckout(), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    locale: 'en',
    display,
    presentation,
  });
  (into ?? (await fixture(html`<main></main>`))).appendChild(checkout);
  await checkout.updateComplete;
  const root = checkout.shadowRoot!;

  const over = () => root.querySelector<HTMLElement>('[part=dialog]');
  const isOpen = () => over()?.matches(':is(:modal, :popover-open)') ?? false;
  /** The button on the page, which comes first. */
  const button = () => root.querySelector('button')!;
  /** What there is of a part, but for the button on the page. */
  const part = (name: string) => over()?.querySelector<HTMLElement>(`[part="${name}"]:not([hidden])`) ?? null;
  const label = () => button().innerText.trim();
  const words = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim();
  const become = async (state: CheckoutState) => {
    checkout.session.become(state);
    await checkout.updateComplete;
  };
  /** What a click on the button, or a key, leads to at a real session. */
  const begin = async () => {
    await become({ phase: 'creating', resuming: false });
    await become(aState('awaiting'));
    if (display !== 'inline') await waitUntil(isOpen, 'it never opened');
  };
  return {
    checkout,
    root,
    over,
    isOpen,
    button,
    part,
    label,
    become,
    begin,
    focused: () => root.activeElement,
    /** What the region of the page says, and that of the dialog. */
    spoken: () => words(root.querySelector('.spoken:not(dialog *)')),
    spokenInside: () => words(root.querySelector('dialog .spoken')),
    pay: () => {
      button().click();
      return begin();
    },
    close: async () => {
      part('close')!.click();
      await checkout.updateComplete;
    },
  };
}

/** Once whatever has begun to move is still. */
export const still = (element: Element): Promise<unknown> =>
  Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished.catch(() => {})));
