import { expect, fixture, html } from '@open-wc/testing';
import type { AlipayLaunchEvent } from '../../src/element/events.ts';
import type { Action } from '../../src/protocol/payment.ts';
import type { PaymentState } from '../../src/session/state.ts';
import { aState, devices } from '../support/checkout-states.ts';
import { aPayment } from '../support/payments.ts';
import { pose, PosedCheckout, tapInVain, tapToCopy } from '../support/posed-checkout.ts';
import { waitUntil } from '../support/wait-until.ts';

const PAGE = 'https://wallet.example/pay?id=1';
const SCHEME = 'alipays://platformapi/startapp?appId=1';
const everything: Action = {
  redirect: { url: PAGE, method: 'GET' },
  app: { schemeUrl: SCHEME },
  qrCode: { data: 'https://qr.alipay.com/1' },
};

interface Options {
  readonly device?: (typeof devices)[keyof typeof devices];
  readonly action?: Action;
  readonly state?: Partial<PaymentState>;
}

async function setup({ device = devices.iPhone, action = everything, state }: Options = {}) {
  const checkout = Object.assign(new PosedCheckout(), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    locale: 'en',
    presentation: 'redirect',
  });
  const launches: unknown[] = [];
  checkout.addEventListener('alipay-launch', ({ rung, scheme, outcome }: AlipayLaunchEvent) =>
    launches.push([rung, scheme, outcome].join(' ')),
  );
  await pose(checkout, await fixture(html`<div></div>`), {
    state: () => aState('awaiting', { action, ...state }),
    device,
  });
  const part = (name: string) => checkout.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]:not([hidden])`);
  const text = (name: string) => part(name)?.textContent.trim();
  const tap = async () => {
    tapInVain(part('button')!);
    await checkout.updateComplete;
    await new Promise((resolve) => queueMicrotask(() => resolve(null)));
    await checkout.updateComplete;
  };
  const urls = () => checkout.destinations.map(({ url }) => url);
  return { checkout, part, text, tap, urls, launches };
}

beforeEach(() => localStorage.clear());

describe('a phone whose wallet does not open', () => {
  it('takes one way a tap: the page, the app, a code, a new link; and no address twice', async () => {
    const { checkout, part, text, tap, urls, launches } = await setup();
    await tap();
    expect(urls()).to.deep.equal([PAGE]);
    expect([text('title'), text('button')]).to.deep.equal(['Did Alipay not open?', 'Open Alipay']);
    await tap();
    expect(urls()).to.deep.equal([PAGE, SCHEME]);
    expect(text('button')).to.equal('Show a code');
    await tap();
    await waitUntil(() => part('qr'), 'no code');
    expect(text('secondary-button')).to.equal('Get a new link');
    part('secondary-button')!.click();
    expect(checkout.session.calls).to.include('cancel');
    expect(urls()).to.deep.equal([PAGE, SCHEME]);
    expect(launches).to.deep.equal(['page https not-opened', 'app alipays not-opened']);
  });

  it('moves nothing by itself', async () => {
    const { tap, urls, checkout } = await setup();
    await tap();
    await checkout.updateComplete;
    expect(urls()).to.deep.equal([PAGE]);
    expect(checkout.session.calls).not.to.include('cancel');
  });

  it('remembers after a reload which addresses have been used', async () => {
    const before = await setup();
    await before.tap();
    await before.tap();
    before.checkout.remove();
    const { text } = await setup({ state: { launched: true } });
    expect(text('button')).to.equal('Show a code');
  });

  it('tries anew with the next payment', async () => {
    const { checkout, text, tap } = await setup();
    await tap();
    await tap();
    checkout.orderId = 'A-1002';
    checkout.session.become(aState('awaiting', { payment: { id: 'second0123456789abcdefgh' }, action: everything }));
    await checkout.updateComplete;
    expect([text('title'), text('button')]).to.deep.equal(['Continue in Alipay', 'Open Alipay']);
  });

  it('offers the page again where the payment cannot be cancelled', async () => {
    const { checkout, tap, text, urls } = await setup({
      action: { redirect: { url: PAGE, method: 'GET' } },
      state: { payment: { ...aState('awaiting').payment, cancellable: false } },
    });
    await tap();
    expect(text('button')).to.equal('Pay on the website');
    await tap();
    expect(urls()).to.deep.equal([PAGE, PAGE]);
    expect(checkout.session.calls).not.to.include('cancel');
  });

  it('takes no second tap while the first is on its way', async () => {
    const { checkout, part } = await setup();
    part('button')!.click();
    await checkout.updateComplete;
    expect(part('button')).to.have.attribute('aria-disabled', 'true');
    part('button')!.click();
    expect(checkout.destinations).to.have.lengthOf(1);
    checkout.remove();
  });
});

describe('an app that lets nobody go to the wallet', () => {
  it('says where to go, and copies the address of the page', async () => {
    const { checkout, part, text, urls } = await setup({
      device: devices.weChat,
      action: { ...everything, qrCode: undefined },
    });
    expect(text('title')).to.equal('Continue in your browser');
    expect(await tapToCopy(part('button')!, true)).to.deep.equal([location.href]);
    await checkout.updateComplete;
    expect(text('note')).to.equal('Link copied');
    expect(checkout.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('Link copied');
    expect(urls()).to.deep.equal([]);
  });

  it('shows the address where it lets no page copy', async () => {
    const { checkout, part, text } = await setup({
      device: devices.weChat,
      action: { ...everything, qrCode: undefined },
    });
    await tapToCopy(part('button')!, false);
    await checkout.updateComplete;
    expect(text('note')).to.equal('Press and hold the link to copy it.');
    const address = part('address') as HTMLInputElement;
    address.focus();
    expect([address.value, getSelection()!.toString()]).to.deep.equal([location.href, location.href]);
  });

  it('lets one tap try where it may work, and then shows the way out', async () => {
    const { text, tap, urls } = await setup({ device: devices.qq });
    expect(text('button')).to.equal('Open Alipay');
    await tap();
    expect([urls(), text('title')]).to.deep.equal([[PAGE], 'Continue in your browser']);
  });
});

describe('a tablet', () => {
  it('is warned of the end of a code, and gets another with one key (WCAG 2.2.1)', async () => {
    const { checkout, part, text } = await setup({
      device: devices.iPad,
      action: { qrCode: everything.qrCode!, app: everything.app! },
      state: { payment: aPayment({ expiresAt: new Date(Date.now() + 50_000).toISOString() }) },
    });
    expect(text('words')).to.equal('This code is about to expire.');
    expect([text('button'), text('secondary-button')]).to.deep.equal(['Open Alipay', 'Cancel']);
    expect(text('link')).to.equal('Get a new code');
    part('link')!.click();
    expect(checkout.session.calls).to.include('cancel');
  });
});

describe('inside Alipay', () => {
  const action: Action = { redirect: { url: PAGE, method: 'GET' }, bridge: { tradeNo: '2026' } };
  const bridged = globalThis as typeof globalThis & { AlipayJSBridge?: unknown };
  afterEach(() => delete bridged.AlipayJSBridge);

  it('has the wallet ask over the page, and then the server, whatever the wallet says', async () => {
    const { checkout, part, text, urls, launches } = await setup({ device: devices.alipay, action });
    const calls: unknown[] = [];
    let end = (_: object): void => {};
    bridged.AlipayJSBridge = {
      call: (name: string, options: object, done: typeof end) => {
        calls.push([name, options]);
        end = done;
      },
    };
    part('button')!.click();
    await waitUntil(() => calls.length > 0, 'the wallet was not asked');
    await checkout.updateComplete;
    expect(calls).to.deep.equal([['tradePay', { tradeNO: '2026' }]]);
    expect(text('title')).to.equal('Confirm the payment');
    expect(checkout.session.calls).not.to.include('check');
    end({ resultCode: '9000' });
    await waitUntil(() => checkout.session.calls.includes('check'), 'the server was not asked');
    expect(checkout.state.phase).to.equal('awaiting');
    expect(urls()).to.deep.equal([]);
    expect(launches).to.deep.equal(['bridge  opened']);
  });

  it('goes to the page in the same view where the action has no trade number', async () => {
    const { checkout, part } = await setup({ device: devices.alipay, action: { ...everything, qrCode: undefined } });
    part('button')!.click();
    expect(checkout.views).to.deep.equal([window]);
    expect(checkout.destinations).to.deep.equal([{ url: PAGE }]);
    checkout.remove();
  });

  it('says so where the wallet alone could ask, and does not show the page', async () => {
    const bridgeOnly: Action = { bridge: { tradeNo: '2026' } };
    const { checkout, part } = await setup({ device: devices.iPhone, action: bridgeOnly });
    const codes: string[] = [];
    checkout.addEventListener('alipay-error', ({ error }) => codes.push(error.code));
    checkout.session.start = (_, onLaunch) => onLaunch?.(bridgeOnly);
    checkout.session.become({ phase: 'idle' });
    await checkout.updateComplete;
    part('button')!.click();
    await waitUntil(() => codes.length > 0, 'it was not said');
    expect(codes).to.deep.equal(['wallet_only']);
    expect(checkout.destinations).to.deep.equal([]);
  });

  it('takes the bridge for nothing in a page that Alipay does not show', async () => {
    const { checkout, part } = await setup({ device: devices.iPhone, action });
    bridged.AlipayJSBridge = { call: () => expect.fail('a stranger was asked') };
    part('button')!.click();
    await waitUntil(() => checkout.destinations.length > 0, 'it never left');
    checkout.remove();
  });
});
