// Runs in a page of `stage.ts`: shows one code after another.
import { cssOf } from '../a11y/theme-css.ts';
import { themes } from '../a11y/themes.ts';
import { aState } from '../support/checkout-states.ts';
import { pose, PosedCheckout } from '../support/posed-checkout.ts';
import type { Shot } from './shots.ts';

/** A code that is shown, in CSS pixels. */
export interface Shown {
  readonly card: { x: number; y: number; width: number; height: number };
  /** The side of one of its modules. */
  readonly module: number;
}

/** What `stage.ts` can have done in its page. */
export interface Showing {
  /** Puts a code in the place of the one before, and answers where it is. */
  show(shot: Shot): Promise<Shown>;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

const showing: Showing = {
  async show({ text, theme, column, qrSize, qrErrorCorrection, qrMark }) {
    const { scheme, behind } = themes[theme]!;
    sheet.replaceSync(
      `html { background: ${behind} } body { margin: 0; inline-size: min(${column}px, 100vw) } ${cssOf(theme)}
      posed-checkout { max-inline-size: none; ${qrSize ? `--alipay-checkout-qr-size: ${qrSize}` : ''} }`,
    );
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
    const code = checkout.shadowRoot!.querySelector<SVGSVGElement>('[part=qr]')!;
    const { x, y, width, height } = code.parentElement!.getBoundingClientRect();
    return {
      card: { x, y, width, height },
      module: code.getBoundingClientRect().width / code.viewBox.baseVal.width,
    };
  },
};
Object.assign(globalThis, { showing });
