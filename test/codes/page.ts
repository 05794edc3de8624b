// Runs in a page of `stage.ts`: shows one code after another.
import { cssOf } from '../a11y/theme-css.ts';
import { themes } from '../a11y/themes.ts';
import { aState } from '../support/checkout-states.ts';
import { pose, PosedCheckout } from '../support/posed-checkout.ts';
import type { Shot } from './shots.ts';

/** What `stage.ts` can have done in its page. */
export interface Showing {
  /** Puts a code in the place of the one before, and answers where its card is, in CSS pixels. */
  show(shot: Shot): Promise<{ x: number; y: number; width: number; height: number }>;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

const showing: Showing = {
  async show({ text, theme, qrErrorCorrection, qrMark }) {
    const { scheme, behind } = themes[theme]!;
    sheet.replaceSync(`body { margin: 0; background: ${behind} } ${cssOf(theme)}`);
    document.body.replaceChildren();
    const checkout = Object.assign(new PosedCheckout(), {
      endpoint: '/alipay',
      orderId: 'A-1001',
      theme: scheme,
      qrErrorCorrection,
      qrMark,
      presentation: 'qr',
    });
    await pose(checkout, document.body, { state: () => aState('awaiting', { action: { qrCode: { data: text } } }) });
    while (!checkout.shadowRoot!.querySelector('[part=qr]')) await checkout.updateComplete;
    const { x, y, width, height } = checkout.shadowRoot!.querySelector('[part=qr-card]')!.getBoundingClientRect();
    return { x, y, width, height };
  },
};
Object.assign(globalThis, { showing });
