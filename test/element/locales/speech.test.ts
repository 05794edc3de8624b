import { expect, fixture, html } from '@open-wc/testing';
import { defineLanguage } from '../../../src/element/controllers/localize.ts';
import type { CheckoutState } from '../../../src/session/state.ts';
import { enMessages } from '../../support/en-messages.ts';
import { aState } from '../../support/checkout-states.ts';
import { pose, PosedCheckout } from '../../support/posed-checkout.ts';
import { waitUntil } from '../../support/wait-until.ts';

const idle = { phase: 'idle' } as const;

async function setup(options: Partial<PosedCheckout>, state: CheckoutState = aState('awaiting')) {
  const checkout = Object.assign(new PosedCheckout(), { endpoint: '/alipay', orderId: 'A-1001', presentation: 'qr' });
  Object.assign(checkout, options);
  const into = await fixture(html`<div></div>`);
  await pose(checkout, into, { state: () => state });
  const text = (selector: string) => checkout.shadowRoot!.querySelector(selector)?.textContent.trim();
  return { checkout, into, text };
}

const upsideDown = { ...enMessages, scan: ['Scan dn', 'Open.'], cancel: 'Lecnac' } as const;
const load = () => Promise.resolve(upsideDown);

describe('a language that a page adds', () => {
  it('is spoken by a checkout that is already there, from the button to the panel', async () => {
    const { checkout, text } = await setup({ locale: 'sv-FI' }, idle);
    defineLanguage('sv', { pay: 'Betala med Alipay', load });
    await checkout.updateComplete;
    expect(text('[part=button]')).to.equal('Betala med Alipay');
    checkout.session.become(aState('awaiting'));
    await checkout.updateComplete;
    expect(text('[part=title]')).to.equal('Scan dn');
    expect(checkout.shadowRoot!.querySelector('[part=panel]')).to.have.attribute('lang', 'sv-FI');
  });

  it('takes the place of one of ours', async () => {
    const { checkout, text } = await setup({ locale: 'de-LI' });
    defineLanguage('de-LI', { pay: 'Zahla', load });
    await waitUntil(() => text('[part=title]') === 'Scan dn', 'the words never came');
    expect(checkout.state.phase).to.equal('awaiting');
  });

  it('that cannot be fetched leaves the shopper with English, also in its figures, which is marked as such', async () => {
    defineLanguage('fa', { pay: 'پرداخت', dir: 'rtl', load: () => Promise.reject(new Error('no network')) });
    const { checkout, text } = await setup({ locale: 'fa' }, { phase: 'creating', resuming: false });
    expect(text('[part=title]')).to.equal('Preparing your payment');
    expect(text('[part=button]')).to.equal('Pay with Alipay');
    expect(checkout.shadowRoot!.querySelector('[part=panel]')).to.have.attribute('lang', 'en');
    expect(checkout.shadowRoot!.querySelector('[part=panel]')).to.have.attribute('dir', 'ltr');
  });

  it('is refused at once where its tag is none', () => {
    expect(() => defineLanguage('no_language', { pay: 'Pay', load })).to.throw(RangeError);
  });
});

describe('the words of a page', () => {
  it('take the place of ours, one by one', async () => {
    const messages = { pay: 'Buy the tea', scan: ['Scan for tea', 'With {wallet}.'] } as const;
    const { checkout, text } = await setup({ locale: 'en', messages }, idle);
    expect(text('[part=button]')).to.equal('Buy the tea');
    checkout.session.become(aState('awaiting'));
    await checkout.updateComplete;
    expect(text('[part=title]')).to.equal('Scan for tea');
    expect(text('[part=words]')).to.equal('With Alipay.');
    expect(text('[part=secondary-button]')).to.equal('Cancel');
  });
});

describe('the direction of the words', () => {
  const panelOf = ({ shadowRoot }: Element) => shadowRoot!.querySelector<HTMLElement>('[part=panel]')!;
  const glyphIsOnTheRight = (checkout: Element) => {
    const [glyph, amount] = ['slot[name=glyph] svg', '[part=amount]'].map((selector) =>
      checkout.shadowRoot!.querySelector(selector)!.getBoundingClientRect(),
    );
    return glyph!.left > amount!.left;
  };

  it('mirrors the frame on a page that runs from left to right', async () => {
    defineLanguage('ur', { pay: 'ادائیگی', dir: 'rtl', load });
    const { checkout, text } = await setup({ locale: 'ur' });
    await waitUntil(() => text('[part=title]') === 'Scan dn', 'the words never came');
    expect(panelOf(checkout).matches(':dir(rtl)')).to.equal(true);
    expect(glyphIsOnTheRight(checkout)).to.equal(true);
  });

  it('leaves English as it is on a page that runs from right to left', async () => {
    const { checkout, into } = await setup({ locale: 'en' });
    into.setAttribute('dir', 'rtl');
    const directionOf = (element: Element) => getComputedStyle(element).direction;
    expect(directionOf(into)).to.equal('rtl');
    const texts = ['[part=title]', '[part=words]', '[part=summary] bdi', '[part=note] bdi', '[part=help] li'];
    for (const text of texts) expect(directionOf(checkout.shadowRoot!.querySelector(text)!)).to.equal('ltr');
    expect(glyphIsOnTheRight(checkout)).to.equal(false);
  });

  it('also holds for what is spoken, in the language that it is in', async () => {
    const { checkout } = await setup({ locale: 'en-GB' });
    const spoken = checkout.shadowRoot!.querySelector('[role=status]');
    expect(spoken).to.have.attribute('lang', 'en-GB');
    expect(spoken).to.have.attribute('dir', 'ltr');
  });

  for (const locale of ['ar', 'he']) {
    it(`leaves the number of an order as it is in ${locale}, although it begins with figures`, async () => {
      const payment = { status: 'success', reason: 'captured', orderId: '1001-A' } as const;
      const { checkout, text } = await setup({ locale }, aState('success', { payment }));
      await waitUntil(() => text('[part=note]')?.includes('1001-A'), 'the order was never named');
      const words = document.createTreeWalker(checkout.shadowRoot!.querySelector('[part=note]')!, NodeFilter.SHOW_TEXT);
      while (!words.currentNode.nodeValue?.includes('1001-A')) words.nextNode();
      const node = words.currentNode;
      const leftOf = (letter: string) => {
        const range = document.createRange();
        const at = node.nodeValue!.indexOf('1001-A') + '1001-A'.indexOf(letter);
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().left;
      };
      expect(leftOf('1')).to.be.lessThan(leftOf('A'));
    });
  }

  it('leaves what the page slots in as the page has it', async () => {
    const { checkout, into } = await setup({ locale: 'en' });
    const summary = Object.assign(document.createElement('span'), { slot: 'summary', textContent: 'چای' });
    into.setAttribute('dir', 'rtl');
    checkout.append(summary);
    await checkout.updateComplete;
    expect(getComputedStyle(summary).direction).to.equal('rtl');
  });
});
