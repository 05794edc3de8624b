import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/index.ts';
import type { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import type { Backend } from '../../src/session/backend.ts';
import { type CheckoutState, hasPayment } from '../../src/session/state.ts';
import { aState, checkoutStates, type Look, WALLETS } from '../support/checkout-states.ts';
import { aHeldBackend } from '../support/held-backend.ts';
import { aSnapshot, TOKEN } from '../support/payments.ts';
import { pose, PosedCheckout } from '../support/posed-checkout.ts';
import { waitUntil } from '../support/wait-until.ts';

const partOf = (checkout: Element) => (name: string) =>
  checkout.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]:not([hidden])`);
const textOf = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim();

/** The state of a shopper who has chosen the wallet of this name. */
const named = (state: CheckoutState, walletName: string): CheckoutState =>
  hasPayment(state) || state.phase === 'creating' ? { ...state, walletName } : state;

async function posed(walletName: string | undefined, { state, ...look }: Look, locale = 'en') {
  const checkout = Object.assign(new PosedCheckout(), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    presentation: look.presentation ?? 'qr',
    wallets: true,
    locale,
  });
  const into = await fixture(html`<div></div>`);
  if (look.window !== 'returned') {
    // Whoever has chosen a wallet here has seen the list of them.
    await pose(checkout, into, { state: () => ({ phase: 'choosing', wallets: WALLETS }) });
    checkout.remove();
  }
  await pose(checkout, into, { ...look, state: () => (walletName ? named(state(), walletName) : state()) });
  const part = partOf(checkout);
  return { checkout, part, text: (name: string) => textOf(part(name)) };
}

/** The same of another payment: which ways to the wallet have been tried is kept for each. */
function another(look: Look): Look {
  if (look.window) return look;
  const state = () => {
    const own = look.state();
    return hasPayment(own) ? { ...own, payment: { ...own.payment, id: 'another89012345678901234' } } : own;
  };
  return { ...look, state };
}

/** All that a shopper can read or hear, but for the time that is left, which goes on. */
function saidBy({ shadowRoot }: Element): string {
  const texts = [...shadowRoot!.querySelectorAll(':is(h2, h3, p, li, button, .note):not([hidden])')].map(textOf);
  const labels = [...shadowRoot!.querySelectorAll('[aria-label]')].map(({ ariaLabel }) => ariaLabel);
  return [...texts, ...labels].join('\n').replaceAll(/\d+:\d\d/g, '');
}

const looks = Object.entries(checkoutStates).filter(([, { state }]) => 'walletName' in named(state(), 'GCash'));

describe('the wallet that was chosen', () => {
  for (const [name, look] of looks) {
    it(`is the only one that is spoken of: ${name}`, async () => {
      for (const locale of ['en', 'zh-Hans']) {
        localStorage.clear();
        const { checkout } = await posed('GCash', look, locale);
        if (locale !== 'en') await waitUntil(() => !/[a-z]{3} /.test(textOf(partOf(checkout)('title'))!), 'no Chinese');
        expect(saidBy(checkout)).not.to.match(/Alipay|支付宝|[{}]/);
      }
    });

    it(`changes no word where it is Alipay itself: ${name}`, async () => {
      for (const locale of ['en', 'zh-Hans']) {
        localStorage.clear();
        const [plain, chosen] = await Promise.all([
          posed(undefined, look, locale),
          posed('Alipay', another(look), locale),
        ]);
        // Each draws its code in its own time.
        await waitUntil(() => saidBy(chosen.checkout) === saidBy(plain.checkout), 'they say the same');
        expect(chosen.checkout.shadowRoot!.querySelector('[part=panel] [lang]')).to.equal(null);
      }
    });
  }

  it('is named where its shopper is to scan, to open and to wait', async () => {
    const titled = async (name: string) => (await posed('GCash', checkoutStates[name]!)).text('title');
    expect(await titled('awaiting · QR')).to.equal('Scan with GCash');
    expect(await titled('phone · awaiting')).to.equal('Continue in GCash');
    expect(await titled('checking')).to.equal('Checking with GCash');
    const { text } = await posed('GCash', checkoutStates['phone · awaiting']!);
    expect(text('button')).to.equal('Open GCash');
    const processing = await posed('GCash', checkoutStates['processing']!);
    expect(processing.text('words')).to.equal('GCash is confirming your payment. You can close this page.');
  });

  it('is named on the button while its payment is being created, and promised by no other', async () => {
    const { text } = await posed('GCash', checkoutStates['creating']!);
    expect(text('button')).to.equal('Pay with GCash');
    // This one leads back to the choice.
    expect((await posed('GCash', checkoutStates['voided · cancelled']!)).text('button')).to.equal('Try again');
  });

  it('is marked as English in Latin letters, and as nothing in others', async () => {
    const nameOf = async (name: string) => {
      const { checkout } = await posed(name, checkoutStates['awaiting · QR']!, 'zh-Hans');
      await waitUntil(() => textOf(partOf(checkout)('title')) === `请用${name}扫码`, 'no Chinese');
      return partOf(checkout)('title')!.querySelector('bdi bdi')!;
    };
    expect(await nameOf('Touch ’n Go eWallet')).to.have.attribute('lang', 'en');
    expect(await nameOf('카카오페이')).not.to.have.attribute('lang');
  });

  it('stays in its place in a label on a page that runs the other way', async () => {
    const { part, checkout } = await posed('GCash', checkoutStates['phone · awaiting']!);
    checkout.dir = 'rtl';
    const name = part('button')!.querySelector('bdi bdi')!;
    const range = new Range();
    range.setStartBefore(name.parentElement!.firstChild!);
    range.setEndBefore(name);
    expect(range.toString()).to.equal('Open ');
    expect(range.getBoundingClientRect().right).to.be.at.most(name.getBoundingClientRect().left + 1);
  });

  it('is accessible, and stays within its frame, with a name of forty letters on a small phone', async () => {
    const before = { width: innerWidth, height: innerHeight };
    await setViewport({ width: 320, height: 640 });
    for (const name of ['awaiting · QR', 'phone · awaiting', 'window · opened', 'failed · declined']) {
      const { checkout, part } = await posed('Rabbit Touch ’n Go Line Kakao Pay eWallet', checkoutStates[name]!, 'en');
      expect(part('panel')!.scrollWidth).to.equal(part('panel')!.clientWidth);
      for (const animation of checkout.shadowRoot!.getAnimations()) animation.cancel();
      await expect(checkout).to.be.accessible();
    }
    await setViewport(before);
  });

  it('keeps the height of the frame', async () => {
    for (const wanted of ['qr', 'redirect']) {
      const heights = new Set<number>();
      for (const [, look] of looks.filter(([, { presentation = 'qr' }]) => presentation === wanted)) {
        heights.add((await posed('GCash', look)).part('panel')!.offsetHeight);
      }
      expect([...heights]).to.have.lengthOf(1, `heights of ${wanted}: ${[...heights].join(', ')}`);
    }
  });
});

describe('the wallet of a payment that goes on', () => {
  /** A checkout over a backend with two wallets, and every title that it has had. */
  async function live() {
    const backend: Backend = {
      ...aHeldBackend(),
      create: () => Promise.resolve({ ...aSnapshot(), token: TOKEN }),
      listWallets: () => Promise.resolve(WALLETS.slice(0, 2)),
    };
    const checkout = await fixture<AlipayCheckout>(
      html`<alipay-checkout
        order-id="A-1001"
        presentation="qr"
        locale="en"
        wallets
        .backend=${backend}
      ></alipay-checkout>`,
    );
    const titles = new Set<string>();
    const note = () => titles.add(textOf(partOf(checkout)('title')) ?? '');
    new MutationObserver(note).observe(checkout.shadowRoot!, { subtree: true, childList: true, characterData: true });
    return { checkout, part: partOf(checkout), titles };
  }

  it('is the one whose row was tapped, also after a reload, and Alipay at no moment', async () => {
    localStorage.clear();
    const first = await live();
    first.part('button')!.click();
    await waitUntil(() => first.part('wallets')?.querySelectorAll('button')[1], 'no wallets');
    first.part('wallets')!.querySelectorAll('button')[1]!.click();
    await waitUntil(() => first.part('qr'), 'no code');
    expect(textOf(first.part('title'))).to.equal('Scan with AlipayHK');
    first.checkout.remove();

    const again = await live();
    await waitUntil(() => again.part('qr'), 'no code after the reload');
    expect(textOf(again.part('title'))).to.equal('Scan with AlipayHK');
    expect([...first.titles, ...again.titles]).not.to.include('Scan with Alipay');
  });
});

describe('a wallet that cannot be chosen', () => {
  it('says so in words where no way to pay was found', async () => {
    const wallet = { ...WALLETS[2]!, reason: 'no_pay_options' };
    const { part } = await posed(undefined, { state: () => ({ phase: 'choosing', wallets: [wallet] }) });
    expect(textOf(part('wallet-reason'))).to.equal('It cannot pay for this order.');
  });
});

describe('a payment without an end to its time', () => {
  it('has nothing in the footnote that leads into a time', async () => {
    const { expiresAt: _, ...payment } = aState('awaiting').payment;
    for (const presentation of ['auto', 'redirect', 'both'] as const) {
      const state = (): CheckoutState => ({ ...aState('awaiting'), payment });
      const { text, part } = await posed(undefined, { state, presentation });
      expect(text('note')).to.equal('');
      expect(part('countdown')).to.equal(null);
    }
  });
});
