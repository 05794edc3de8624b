import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { defineLanguage, speechOf } from '../../../src/element/controllers/localize.ts';
import { LOCALES } from '../../support/all-languages.ts';
import { checkoutStates } from '../../support/checkout-states.ts';
import { pose, PosedCheckout } from '../../support/posed-checkout.ts';
import { pseudo, pseudoMessages } from '../../support/pseudo-language.ts';

/** As wide as a page is on the smallest phone, or on a desktop at 400 %. */
const WIDTH = 320;

// A tag that is nobody's: `qps` is for private use.
defineLanguage('qps', { pay: pseudo('Pay with Alipay'), load: () => Promise.resolve(pseudoMessages) });

/** Rows, and what stands side by side in them: none may lie over another. The wallets of a list scroll in it. */
const PIECES = 'h2, .words p, button:not(.wallet), .note, [part=amount], .summary, .time, .wallets, [part=stage] > *';

async function setup(locale: string, name: string) {
  const { state, presentation = 'qr', window } = checkoutStates[name]!;
  const checkout = Object.assign(new PosedCheckout(), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    wallets: name.startsWith('choosing'),
    presentation,
    locale,
  });
  await pose(checkout, await fixture(html`<div></div>`), { state, ...(window && { window }) });
  for (const animation of checkout.shadowRoot!.getAnimations()) animation.cancel();
  return checkout;
}

const isShown = (element: Element): boolean => element.checkVisibility() && !element.closest('.spoken, [popover]');
const nameOf = (element: Element): string =>
  `${element.localName}.${element.className} “${element.textContent.trim()}”`;

/** What is cut off, sticks out of the frame or lies over something else. */
function faultsOf({ shadowRoot }: Element): string[] {
  const frame = shadowRoot!.firstElementChild!.getBoundingClientRect();
  const pieces = [...shadowRoot!.querySelectorAll<HTMLElement>(PIECES)].filter(isShown);
  const faults: string[] = [];
  pieces.forEach((piece, index) => {
    const { left, right, top, bottom } = piece.getBoundingClientRect();
    if (left < frame.left - 0.5 || right > frame.right + 0.5 || bottom > frame.bottom + 0.5)
      faults.push(`${nameOf(piece)} sticks out`);
    // A description is cut short on purpose, and has its whole text in a tooltip.
    const isCut = piece.scrollWidth > piece.clientWidth + 1 || piece.scrollHeight > piece.clientHeight + 1;
    if (isCut && piece.clientWidth > 0 && !piece.matches('.summary, .time, .wallets'))
      faults.push(`${nameOf(piece)} is cut off`);
    for (const other of pieces.slice(index + 1)) {
      const lies = other.getBoundingClientRect();
      const over = Math.min(right, lies.right) - Math.max(left, lies.left);
      const under = Math.min(bottom, lies.bottom) - Math.max(top, lies.top);
      if (over > 1 && under > 1 && !piece.contains(other)) faults.push(`${nameOf(other)} lies over ${nameOf(piece)}`);
    }
  });
  return faults;
}

describe('on the smallest phone', () => {
  const before = { width: innerWidth, height: innerHeight };
  beforeEach(() => setViewport({ width: WIDTH, height: 800 }));
  after(() => setViewport(before));

  for (const locale of ['qps', ...LOCALES].filter((locale) => speechOf(locale))) {
    it(`nothing is cut off and nothing overlaps in ${locale}`, async () => {
      const faults: string[] = [];
      for (const name of Object.keys(checkoutStates)) {
        const checkout = await setup(locale, name);
        faults.push(...faultsOf(checkout).map((fault) => `${name}: ${fault}`));
        expect(checkout.shadowRoot!.firstElementChild).to.have.attribute('lang', locale);
        checkout.remove();
      }
      expect(faults).to.deep.equal([]);
    }).timeout(60_000);
  }

  it('marks all of the pseudo-language, so that nothing is said past the languages', async () => {
    for (const name of Object.keys(checkoutStates)) {
      const { shadowRoot } = await setup('qps', name);
      const texts = shadowRoot!.querySelectorAll('h2, .words p, button:not(.wallet), .note, li:not(:has(button))');
      for (const element of texts) {
        const text = element.textContent.trim();
        if (text && isShown(element)) expect(text, name).to.match(/\[.*\]/s);
      }
    }
  }).timeout(60_000);
});
