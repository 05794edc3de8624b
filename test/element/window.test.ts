import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { leave } from '../../src/element/launch.ts';
import type { Action } from '../../src/protocol/payment.ts';
import { aState } from '../support/checkout-states.ts';
import { aPayment } from '../support/payments.ts';
import { pose, PosedCheckout, withWindows } from '../support/posed-checkout.ts';
import { waitUntil } from '../support/wait-until.ts';

const PAGE = 'https://wallet.example/pay?id=1';
const pageOnly: Action = { redirect: { url: PAGE, method: 'GET' } };

/** A checkout on a desktop whose payment can be paid on a page of the gateway only. */
async function setup({
  action = pageOnly,
  presentation = 'auto',
}: { action?: Action; presentation?: 'auto' | 'redirect' | 'both' } = {}) {
  const checkout = Object.assign(new PosedCheckout(), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    locale: 'en',
    presentation,
  });
  const redirects: string[] = [];
  checkout.addEventListener('alipay-redirect', ({ url }) => redirects.push(url));
  await pose(checkout, await fixture(html`<div></div>`), { state: () => aState('awaiting', { action }) });
  const part = (name: string) => checkout.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]:not([hidden])`);
  const text = (name: string) => part(name)?.textContent.trim();
  return { checkout, part, text, redirects };
}

/** A window as `window.open` answers it, as far as the checkout may touch it. */
const aWindow = () => ({
  opener: window as Window | null,
  closed: false,
  shown: 0,
  focus() {
    this.shown += 1;
  },
});

describe('a window of its own', () => {
  it('is opened on the click, empty, and sent on without a way back into the page', async () => {
    const { checkout, part, text, redirects } = await setup();
    const opened = aWindow();
    const calls: unknown[][] = [];
    await withWindows(
      (...args) => {
        calls.push(args);
        return opened as unknown as Window;
      },
      () => {
        part('button')!.click();
        // On that very click: a task later a browser would block it.
        expect(calls).to.have.lengthOf(1);
      },
    );
    expect(calls[0]!.slice(0, 2)).to.deep.equal(['', '_blank']);
    expect(opened.opener).to.equal(null);
    expect(checkout.destinations).to.deep.equal([{ url: PAGE }]);
    expect(checkout.views).to.deep.equal([opened]);
    expect(redirects).to.deep.equal([PAGE]);
    await checkout.updateComplete;
    expect(text('title')).to.equal('Finish in the Alipay window');
  });

  it('leaves this tab where the browser blocks it', async () => {
    const { checkout, part } = await setup();
    await withWindows(
      () => null,
      () => part('button')!.click(),
    );
    expect(checkout.views).to.deep.equal([window]);
  });

  it('is not opened where the page wants to send its shopper on by itself', async () => {
    const { checkout, part } = await setup();
    checkout.addEventListener('alipay-redirect', (event) => event.preventDefault());
    let calls = 0;
    await withWindows(
      () => {
        calls += 1;
        return null;
      },
      () => part('button')!.click(),
    );
    expect([calls, checkout.views.length]).to.deep.equal([0, 0]);
  });

  it('is shown again, and opened again once it is closed', async () => {
    const { checkout, part, text, redirects } = await setup();
    const windows = [aWindow(), aWindow()];
    let calls = 0;
    const open = () => windows[calls++] as unknown as Window;
    await withWindows(open, () => part('button')!.click());
    await checkout.updateComplete;
    expect(text('button')).to.equal('Show the window');
    await withWindows(open, () => part('button')!.click());
    expect([windows[0]!.shown, calls, redirects.length]).to.deep.equal([1, 1, 1]);

    windows[0]!.closed = true;
    window.dispatchEvent(new FocusEvent('focus'));
    await checkout.updateComplete;
    expect(text('button')).to.equal('Open Alipay again');
    await withWindows(open, () => part('button')!.click());
    expect([calls, redirects.length]).to.deep.equal([2, 2]);
    await checkout.updateComplete;
    expect(text('button')).to.equal('Show the window');
  });

  it('belongs to one payment, and is none of the next', async () => {
    const { checkout, part, text } = await setup();
    await withWindows(
      () => aWindow() as unknown as Window,
      () => part('button')!.click(),
    );
    checkout.session.become(aState('awaiting', { payment: { id: 'second0123456789abcdefgh' }, action: pageOnly }));
    await checkout.updateComplete;
    expect(text('button')).to.equal('Open Alipay');
  });

  for (const [what, options] of [
    ['the page asks to be left', { presentation: 'redirect' }],
    ['there is a code to scan as well', { presentation: 'both', action: { ...pageOnly, qrCode: { data: 'code' } } }],
  ] as const) {
    it(`is not opened where ${what}`, async () => {
      const { checkout, part } = await setup(options);
      await waitUntil(() => part('button'), 'nothing to open');
      let calls = 0;
      await withWindows(
        () => {
          calls += 1;
          return null;
        },
        () => part('button')!.click(),
      );
      expect(calls).to.equal(0);
      expect(checkout.views).to.deep.equal([window]);
    });
  }

  it('keeps the frame as high as it was for the code that was expected', async () => {
    const before = { width: innerWidth, height: innerHeight };
    await setViewport({ width: 1280, height: 900 });
    const { checkout, part } = await setup();
    checkout.session.become({ phase: 'creating', resuming: false });
    await checkout.updateComplete;
    const { height } = part('panel')!.getBoundingClientRect();
    checkout.session.become(aState('awaiting', { action: pageOnly }));
    await checkout.updateComplete;
    expect(part('panel')!.getBoundingClientRect().height).to.equal(height);
    await setViewport(before);
  });
});

describe('sending a window on', () => {
  /** A document as an opened window has it: of this origin, and empty. */
  async function anotherWindow() {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="The wallet"></iframe>`);
    return frame.contentWindow!;
  }

  it('builds a form in the document of that window, and none in the page', async () => {
    const view = await anotherWindow();
    const submit = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit')!;
    const posted: unknown[] = [];
    HTMLFormElement.prototype.submit = function () {
      posted.push([this.ownerDocument === view.document, this.action, [...new FormData(this)]]);
    };
    try {
      leave({ url: PAGE, fields: { id: '1' } }, view);
    } finally {
      Object.defineProperty(HTMLFormElement.prototype, 'submit', submit);
    }
    expect(posted).to.deep.equal([[true, PAGE, [['id', '1']]]]);
    expect(document.forms).to.have.lengthOf(0);
  });

  it('takes an opened window there, with no opener, in a real browser', async () => {
    let opened: Window | null = null;
    // On a key, as a shopper does: not every browser lets a script alone open one.
    const button = await fixture<HTMLButtonElement>(
      html`<button @click=${() => (opened = window.open('', '_blank', 'popup,width=200,height=200'))}>Open</button>`,
    );
    button.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => opened !== null, 'the runner must allow windows');
    expect(opened, 'the runner must allow windows').not.to.equal(null);
    opened!.opener = null;
    leave({ url: new URL('/mockServiceWorker.js?there', location.href).href }, opened!);
    await waitUntil(() => opened!.location.search === '?there', 'it never went');
    expect(opened!.opener).to.equal(null);
    opened!.close();
  });
});

describe('back from the wallet', () => {
  const id = aPayment().id;

  /** Another page of the shop, as far as the talk of windows goes. */
  function anotherPage() {
    const channel = new BroadcastChannel('alipay-checkout');
    const heard: unknown[] = [];
    channel.onmessage = ({ data }) => heard.push(data);
    return { heard, say: (message: unknown) => channel.postMessage(message), leave: () => channel.close() };
  }

  async function returned() {
    const checkout = Object.assign(new PosedCheckout(), { endpoint: '/alipay', orderId: 'A-1001', locale: 'en' });
    history.replaceState(null, '', `${location.search || '?wtr'}&alipay_return=${id}.ticket-0123456789abcdef`);
    (await fixture(html`<div></div>`)).append(checkout);
    checkout.session.become(aState('awaiting', { action: pageOnly }));
    await checkout.updateComplete;
    const title = () => checkout.shadowRoot!.querySelector('[part=title]')!.textContent;
    return { checkout, title };
  }

  it('asks whether a page goes on with the payment, and shows how it stands while nobody answers', async () => {
    const page = anotherPage();
    const { checkout, title } = await returned();
    await waitUntil(() => page.heard.length > 0, 'never asked');
    expect(page.heard).to.deep.equal([{ ask: id }]);
    expect(title()).to.equal('Pay with Alipay');
    expect(checkout.session.calls).to.include('resume');
    page.leave();
  });

  it('says that the window can be closed once a page has answered, and offers no second way to pay', async () => {
    const page = anotherPage();
    const { checkout, title } = await returned();
    page.say({ goesOn: id });
    await waitUntil(() => title() === 'Back from Alipay', 'the answer was not heard');
    expect(checkout.shadowRoot!.querySelectorAll('button:not([hidden])')).to.have.lengthOf(0);
    page.leave();
  });

  it('believes no answer about another payment, and nothing that is none', async () => {
    const page = anotherPage();
    const { checkout, title } = await returned();
    for (const message of [{ goesOn: 'second0123456789abcdefgh' }, null, 'goesOn', { ask: 1 }]) page.say(message);
    // Messages come in order: the one that counts is the last.
    checkout.session.become(aState('processing', { payment: { reason: 'processing' } }));
    await checkout.updateComplete;
    expect(title()).to.equal('Order received');
    const words = () => checkout.shadowRoot!.querySelector('[part=words]')!.textContent;
    expect(words()).to.contain('Alipay is confirming');
    page.say({ goesOn: id });
    await waitUntil(() => words().includes('You can close this window'), 'the answer was not heard');
    page.leave();
  });

  it('is answered by the page that has opened the window, for that payment only', async () => {
    const { part, checkout } = await setup();
    const page = anotherPage();
    page.say({ ask: id });
    await withWindows(
      () => aWindow() as unknown as Window,
      () => part('button')!.click(),
    );
    page.say({ ask: 'second0123456789abcdefgh' });
    page.say({ ask: id });
    await waitUntil(() => page.heard.length > 0, 'no answer');
    expect(page.heard).to.deep.equal([{ goesOn: id }]);
    checkout.remove();
    page.say({ ask: id });
    const other = await setup();
    await withWindows(
      () => aWindow() as unknown as Window,
      () => other.part('button')!.click(),
    );
    page.say({ ask: id });
    await waitUntil(() => page.heard.length === 2, 'no answer of the second page');
    page.leave();
  });

  it('does not ask where the shopper has not come back', async () => {
    const page = anotherPage();
    await setup();
    const { title } = await returned();
    await waitUntil(() => page.heard.length > 0, 'never asked');
    expect(page.heard).to.have.lengthOf(1);
    expect(title()).to.equal('Pay with Alipay');
    page.leave();
  });
});
