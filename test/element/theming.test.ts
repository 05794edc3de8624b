import { expect, fixture, html } from '@open-wc/testing';
import { type Colour, contrast } from '../support/colours.ts';
import { checkoutStates } from '../support/checkout-states.ts';
import { pose, PosedCheckout } from '../support/posed-checkout.ts';
import { waitUntil } from '../support/wait-until.ts';

const THEMES = ['electronics', 'fashion', 'gaming', 'kids', 'luxury', 'tea-house'];

interface Options {
  css?: string;
  scheme?: 'light' | 'dark';
  state?: string;
  width?: number;
}

async function setup({ css = '', scheme = 'light', state = 'awaiting · QR', width = 340 }: Options) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css.replaceAll(/(?<!-)alipay-checkout\b(?!-)/g, 'posed-checkout'));
  document.adoptedStyleSheets = [sheet];
  const stand = await fixture<HTMLElement>(html`<div></div>`);
  stand.style.width = `${width}px`;
  const look = checkoutStates[state]!;
  const checkout = Object.assign(new PosedCheckout(), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    theme: scheme,
    presentation: look.presentation ?? 'qr',
    wallets: state.startsWith('choosing'),
  });
  await pose(checkout, stand, look);
  if (state === 'awaiting · QR') await waitUntil(() => checkout.shadowRoot!.querySelector('[part=qr]'));
  const part = (name: string) => checkout.shadowRoot!.querySelector(`[part~="${name}"]`)!;
  const style = (name: string) => getComputedStyle(part(name));
  return { checkout, part, style };
}

const themeCss = async (name: string): Promise<string> => (await fetch(`/src/themes/${name}.css`)).text();

/** A computed colour, which a browser writes in one of several ways, as it is painted. */
function painted(colour: string): Colour {
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  paint.fillStyle = colour;
  paint.fillRect(0, 0, 1, 1);
  const [red, green, blue] = paint.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!];
}

afterEach(() => {
  document.adoptedStyleSheets = [];
});

describe('the tokens', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`have a contrast of 7:1 for all text where a shop gives none of them: ${scheme}`, async () => {
      const { style } = await setup({ scheme, state: 'awaiting · near expiry' });
      const panel = painted(style('panel').backgroundColor);
      for (const name of ['title', 'words', 'summary', 'amount', 'currency', 'note', 'link', 'secondary-button'])
        expect(contrast(painted(style(name).color), panel), name).to.be.at.least(7);
    });
  }

  for (const [name, surface, text] of [
    ['light', '#fff8e7', '#2b1d0e'],
    ['dark', '#1a0f2e', '#efe6ff'],
  ] as const) {
    it(`make a whole look of a few: ${name}`, async () => {
      const css = `alipay-checkout {
        --alipay-checkout-accent: ${text}; --alipay-checkout-on-accent: ${surface};
        --alipay-checkout-surface: ${surface}; --alipay-checkout-text: ${text};
        --alipay-checkout-radius: 4px; --alipay-checkout-font: 18px/24px serif;
      }`;
      // The other scheme than the colours have: nothing of its own may shine through.
      const { style } = await setup({ css, scheme: name === 'light' ? 'dark' : 'light' });
      const panel = painted(style('panel').backgroundColor);
      for (const quiet of ['words', 'summary', 'note', 'secondary-button'])
        expect(contrast(painted(style(quiet).color), panel), quiet).to.be.at.least(7);
      const line = contrast(painted(style('panel').borderTopColor), panel);
      expect(line, 'a hairline is to be seen, and no more').to.be.within(1.1, 2);
      expect(style('panel').borderRadius).to.equal('4px');
      expect(style('secondary-button').borderRadius).to.equal('2.5px');
      expect(style('qr-card').borderRadius).to.equal('3px');
      expect(style('words').font).to.contain('18px / 24px serif');
    });
  }

  it('never make a code smaller than readers need, and make it larger', async () => {
    const sizeAt = async (size: string) =>
      (await setup({ css: `alipay-checkout { --alipay-checkout-qr-size: ${size} }` })).part('qr').clientWidth;
    expect(await sizeAt('80px')).to.equal(232);
    expect(await sizeAt('280px')).to.equal(280);
  });
});

for (const theme of THEMES) {
  describe(`the theme "${theme}"`, () => {
    for (const scheme of ['light', 'dark'] as const) {
      it(`leaves the code dark on white, with four modules of quiet zone: ${scheme}`, async () => {
        const { part, style } = await setup({ css: await themeCss(theme), scheme });
        expect(style('qr-card').backgroundColor).to.equal('rgb(255, 255, 255)');
        expect(style('qr').fill).to.equal('rgb(0, 0, 0)');
        expect(style('qr').opacity).to.equal('1');
        const [left, top, width] = part('qr').getAttribute('viewBox')!.split(' ').map(Number);
        expect([left, top]).to.deep.equal([-4, -4]);
        // 21 modules and four for each version, between four and four of quiet zone.
        expect((width! - 8 - 21) % 4).to.equal(0);
      });
    }

    it('keeps the height of the frame from state to state', async () => {
      const css = await themeCss(theme);
      const heights = new Map<number, string>();
      for (const state of [
        'creating',
        'awaiting · QR',
        'scanned',
        'choosing',
        'processing',
        'success',
        'failed · declined',
      ])
        heights.set((await setup({ css, state, width: 360 })).part('panel').getBoundingClientRect().height, state);
      expect([...heights.values()]).to.have.lengthOf(1);
    });

    it('fits a column of 240 px', async () => {
      const css = await themeCss(theme);
      for (const state of ['awaiting · near expiry', 'failed · declined', 'choosing']) {
        const { checkout, part } = await setup({ css, state, width: 240 });
        expect(part('panel').scrollWidth, state).to.be.at.most(240);
        const edge = checkout.getBoundingClientRect().right;
        for (const name of ['title', 'words', 'footnote', 'stage'])
          expect(part(name).getBoundingClientRect().right, `${name}, ${state}`).to.be.at.most(edge);
      }
    });
  });
}
