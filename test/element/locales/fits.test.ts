import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { defineLanguage } from '../../../src/element/controllers/localize.ts';
import { LOCALES } from '../../support/all-languages.ts';
import { checkoutStates } from '../../support/checkout-states.ts';
import { pose, PosedCheckout } from '../../support/posed-checkout.ts';
import { pseudo, pseudoMessages } from '../../support/pseudo-language.ts';

/** As wide as a page is on the smallest phone, or on a desktop at 400 %; and as a narrow column of such a page. */
const WIDTHS = [320, 240];
const HEIGHT = 800;

// A tag that is nobody's: `qps` is for private use.
defineLanguage('qps', { pay: pseudo('Pay with Alipay'), load: () => Promise.resolve(pseudoMessages) });

/** Letters that are taller than their line count as overflowing to Firefox: less than this is none. */
const HALF_A_LINE = 10;

/** Rows, and what stands side by side in them: none may lie over another. The wallets of a list scroll in it. */
const PIECES = 'h2, .words p, button:not(.wallet), .note, [part=amount], .summary, .time, .wallets, [part=stage] > *';

const IS_WEBKIT = !/Chrome|Firefox/.test(navigator.userAgent);

/** A checkout in each state, all under one another: one layout is faster than forty. */
async function setup(locale: string): Promise<[name: string, checkout: PosedCheckout][]> {
  const into = await fixture(html`<div></div>`);
  const checkouts: [string, PosedCheckout][] = [];
  for (const [name, look] of Object.entries(checkoutStates)) {
    // WebKit lets a page change its address a hundred times in ten seconds, and each return does so twice.
    if (look.window === 'returned' && IS_WEBKIT) continue;
    localStorage.clear();
    const checkout = Object.assign(new PosedCheckout(), {
      endpoint: '/alipay',
      orderId: 'A-1001',
      wallets: name.includes('choosing'),
      presentation: look.presentation ?? 'qr',
      locale,
    });
    await pose(checkout, into, look);
    checkouts.push([name, checkout]);
  }
  return checkouts;
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
    const isCut = piece.scrollWidth > piece.clientWidth + 1 || piece.scrollHeight > piece.clientHeight + HALF_A_LINE;
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
  beforeEach(() => setViewport({ width: WIDTHS[0]!, height: HEIGHT }));
  after(() => setViewport(before));

  for (const locale of ['qps', ...LOCALES]) {
    it(`nothing is cut off and nothing overlaps in ${locale}`, async () => {
      const checkouts = await setup(locale);
      for (const width of WIDTHS) {
        await setViewport({ width, height: HEIGHT });
        const faults = checkouts.flatMap(([name, checkout]) => faultsOf(checkout).map((fault) => `${name}: ${fault}`));
        expect(faults, `${width} px`).to.deep.equal([]);
      }
      for (const [name, { shadowRoot }] of checkouts)
        expect(shadowRoot!.firstElementChild, name).to.have.attribute('lang', locale);
    }).timeout(60_000);
  }

  it('marks all of the pseudo-language, so that nothing is said past the languages', async () => {
    for (const [name, { shadowRoot }] of await setup('qps')) {
      const texts = shadowRoot!.querySelectorAll('h2, .words p, button:not(.wallet), .note, li:not(:has(button))');
      for (const element of texts) {
        const text = element.textContent.trim();
        if (text && isShown(element)) expect(text, name).to.match(/\[.*\]/s);
      }
    }
  }).timeout(60_000);
});
