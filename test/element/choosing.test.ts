import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/index.ts';
import type { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import type { Backend, Wallet } from '../../src/session/backend.ts';
import type { CreateRequest, WalletsRequest } from '../../src/protocol/requests.ts';
import { aState, WALLETS } from '../support/checkout-states.ts';
import { aHeldBackend } from '../support/held-backend.ts';
import { aSnapshot, TOKEN } from '../support/payments.ts';
import { type PosedCheckout } from '../support/posed-checkout.ts';
import { waitUntil } from '../support/wait-until.ts';

const partOf = (checkout: Element) => (name: string) =>
  checkout.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]:not([hidden])`);
const rowsOf = (checkout: Element) => [...checkout.shadowRoot!.querySelectorAll<HTMLElement>('[part=wallet]')];
const textOf = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim();

/** A checkout whose list of wallets a test holds in its hands. */
async function posed(wallets: readonly Wallet[] | null = WALLETS) {
  const checkout = await fixture<PosedCheckout>(
    html`<posed-checkout endpoint="/alipay" order-id="A-1001" presentation="qr" locale="en" wallets></posed-checkout>`,
  );
  const part = partOf(checkout);
  part('button')!.focus();
  checkout.session.become({ phase: 'choosing', wallets });
  await checkout.updateComplete;
  return { checkout, part, rows: () => rowsOf(checkout) };
}

/** A checkout over a backend that lists these wallets, when the test says so. */
async function live(listed: readonly Wallet[] | 'trouble', presentation: 'qr' | 'redirect' = 'qr') {
  localStorage.clear();
  const created: CreateRequest[] = [];
  const asked: WalletsRequest[] = [];
  const held = aHeldBackend();
  const backend: Backend = {
    ...held,
    create: (request) => {
      created.push(request);
      return Promise.resolve({ ...aSnapshot(), token: TOKEN });
    },
    listWallets: (request) => {
      asked.push(request);
      return listed === 'trouble' ? Promise.reject(new Error('404')) : Promise.resolve(listed);
    },
  };
  const checkout = await fixture<AlipayCheckout>(
    html`<alipay-checkout
      order-id="A-1001"
      presentation=${presentation}
      locale="en"
      wallets
      .backend=${backend}
    ></alipay-checkout>`,
  );
  const destinations: string[] = [];
  checkout.addEventListener('alipay-redirect', (event) => {
    event.preventDefault();
    destinations.push(event.url);
  });
  return { checkout, part: partOf(checkout), created, asked, destinations };
}

describe('the choice of wallets', () => {
  it('is opened by the click, and creates nothing by itself', async () => {
    const { checkout, part, created, asked } = await live(WALLETS);
    part('button')!.click();
    await waitUntil(() => rowsOf(checkout).length === WALLETS.length, 'no wallets');
    expect(asked).to.deep.equal([{ orderId: 'A-1001', terminal: 'WEB', os: undefined, locale: 'en' }]);
    expect(created).to.deep.equal([]);
    expect(checkout.matches(':state(choosing)')).to.equal(true);
  });

  it('pays with the wallet that is tapped, on that very tap', async () => {
    const { checkout, part, created, destinations } = await live(WALLETS, 'redirect');
    part('button')!.click();
    await waitUntil(() => rowsOf(checkout).length > 0, 'no wallets');
    rowsOf(checkout)[1]!.click();
    await waitUntil(() => destinations.length > 0, 'never left');
    expect(created.map(({ wallet }) => wallet)).to.deep.equal(['ALIPAY_HK']);
    expect(destinations).to.deep.equal(['https://wallet.example/pay?id=1']);
  });

  for (const [what, listed, wallet] of [
    ['nothing is listed', [], undefined],
    ['the list cannot be had', 'trouble', undefined],
    ['one alone is available', [WALLETS[1]!, WALLETS[2]!], 'ALIPAY_HK'],
  ] as const) {
    it(`asks nothing where ${what}, and goes on`, async () => {
      const { checkout, part, created } = await live(listed);
      part('button')!.click();
      await waitUntil(() => part('qr'), 'no code');
      expect(created.map((request) => request.wallet)).to.deep.equal([wallet]);
      expect(checkout.state.phase).to.equal('awaiting');
    });
  }

  it('is offered again when the shopper tries again', async () => {
    const { checkout, part } = await posed();
    checkout.session.become(aState('failed', { payment: { status: 'failed', reason: 'declined' } }));
    await checkout.updateComplete;
    part('button')!.click();
    expect(checkout.session.calls.at(-1)).to.equal('start with a choice');
  });

  it('is fetched where the page asks for it only after a payment', async () => {
    const checkout = await fixture<PosedCheckout>(
      html`<posed-checkout endpoint="/alipay" order-id="A-1001" locale="en"></posed-checkout>`,
    );
    checkout.session.become(aState('voided', { payment: { status: 'voided', reason: 'expired' } }));
    await checkout.updateComplete;
    checkout.wallets = true;
    checkout.session.become({ phase: 'choosing', wallets: WALLETS });
    await checkout.updateComplete;
    expect(rowsOf(checkout)).to.have.lengthOf(WALLETS.length);
  });
});

describe('the list of wallets', () => {
  it('has the room of its rows before it is there, so that nothing jumps', async () => {
    const { checkout, part } = await posed(null);
    const before = part('panel')!.getBoundingClientRect();
    const top = part('wallets')!.getBoundingClientRect().top;
    expect(part('wallets')).to.have.attribute('aria-hidden', 'true');
    checkout.session.become({ phase: 'choosing', wallets: WALLETS });
    await checkout.updateComplete;
    expect(part('panel')!.getBoundingClientRect()).to.deep.equal(before);
    expect(part('wallets')!.getBoundingClientRect().top).to.equal(top);
  });

  it('names each wallet, where it is used, what it offers and why it is not available', async () => {
    const { rows } = await posed();
    expect(rows().map(textOf)).to.deep.equal([
      'Alipay China Save up to $5 on your first order',
      'AlipayHK Hong Kong',
      'GCash Philippines It does not take this currency.',
      'Touch ’n Go eWallet Malaysia',
      'DANA Indonesia Not available right now.',
    ]);
  });

  it('speaks the language of the page of all but the names', async () => {
    const { checkout, rows, part } = await posed();
    checkout.locale = 'zh-CN';
    await waitUntil(() => textOf(part('title')) === '请选择钱包', 'the words never came');
    expect(textOf(rows()[2]!)).to.equal('GCash 菲律宾 不支持此币种。');
  });

  it('can be gone through by keyboard, the unavailable ones too, which do nothing', async () => {
    const { checkout, rows } = await posed();
    for (let index = 0; index < WALLETS.length; index++) {
      await sendKeys({ press: 'Tab' });
      expect(checkout.shadowRoot!.activeElement).to.equal(rows()[index]);
      if (WALLETS[index]!.available) continue;
      await sendKeys({ press: 'Enter' });
      expect(rows()[index]).to.have.attribute('aria-disabled', 'true');
    }
    expect(checkout.session.calls.filter((call) => call.startsWith('start'))).to.deep.equal([]);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ press: ' ' });
    expect(checkout.session.calls.at(-1)).to.equal('start with TNG');
  });

  it('gives every wallet a target of 44 pixels', async () => {
    const { rows } = await posed();
    for (const row of rows()) expect(row.offsetHeight).to.be.at.least(44);
  });

  it('fits into 320 pixels, also with a name that has no end', async () => {
    const before = { width: innerWidth, height: innerHeight };
    await setViewport({ width: 320, height: 640 });
    const { part } = await posed([{ ...WALLETS[0]!, name: 'W'.repeat(80), promotion: 'P'.repeat(120) }, WALLETS[1]!]);
    const { clientWidth, scrollWidth } = part('wallets')!;
    expect(scrollWidth).to.equal(clientWidth);
    expect(part('panel')!.scrollWidth).to.equal(part('panel')!.clientWidth);
    await setViewport(before);
  });

  it('goes back to the button', async () => {
    const { checkout, part } = await posed();
    part('secondary-button')!.click();
    expect(checkout.session.calls.at(-1)).to.equal('cancel');
  });
});

describe('the focus of whoever chooses', () => {
  const focused = (checkout: Element) => checkout.shadowRoot!.activeElement;

  it('goes to the heading when the list takes the place of the button', async () => {
    const { checkout, part } = await posed();
    expect(focused(checkout)).to.equal(part('title'));
  });

  it('goes to the heading of what comes when a wallet is chosen', async () => {
    const { checkout, part, rows } = await posed();
    rows()[0]!.focus();
    checkout.session.become({ phase: 'creating', resuming: false });
    await checkout.updateComplete;
    expect(focused(checkout)).to.equal(part('title'));
  });

  it('goes to the button again on the way back', async () => {
    const { checkout, part } = await posed();
    part('secondary-button')!.focus();
    checkout.session.become({ phase: 'idle' });
    await checkout.updateComplete;
    expect(focused(checkout)).to.equal(part('button'));
  });
});
