import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { aState, checkoutStates, type Look } from '../support/checkout-states.ts';
import { anAction } from '../support/payments.ts';
import { pose, PosedCheckout } from '../support/posed-checkout.ts';
import type { CheckoutState } from '../../src/session/state.ts';
import { CheckoutError } from '../../src/session/errors.ts';
import { waitUntil } from '../support/wait-until.ts';

interface Options extends Omit<Look, 'state' | 'presentation'> {
  presentation?: 'auto' | 'qr' | 'redirect' | 'both';
  theme?: 'light' | 'dark';
  locale?: string;
}

async function setup(state: CheckoutState, options: Options = {}) {
  const { presentation = 'qr', theme = 'light', locale = 'en', window, device, tap } = options;
  const checkout = Object.assign(new PosedCheckout(), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    wallets: state.phase === 'choosing',
    presentation,
    theme,
    locale,
  });
  localStorage.clear();
  await pose(checkout, await fixture(html`<div></div>`), { state: () => state, window, device, tap });
  const part = <E extends HTMLElement = HTMLElement>(name: string) =>
    checkout.shadowRoot!.querySelector<E>(`[part="${name}"]:not([hidden])`);
  const text = (name: string) => part(name)?.textContent.replace(/\s+/g, ' ').trim();
  const spoken = () => checkout.shadowRoot!.querySelector('[role=status]')!.textContent.replace(/\s+/g, ' ').trim();
  return { checkout, part, text, spoken };
}

const withCode = (part: (name: string) => HTMLElement | null) =>
  waitUntil(() => part('qr'), 'the QR code never appeared');

const words: [name: string, title: string, sentence: string, buttons: (string | undefined)[]][] = [
  ['creating', 'Preparing your payment', 'This takes a moment.', ['Pay with Alipay', 'Cancel', undefined]],
  ['resuming', 'Looking for your payment', 'This takes a moment.', [undefined, 'Cancel', undefined]],
  ['awaiting · QR', 'Scan with Alipay', 'Open Alipay on your phone', [undefined, 'Cancel', 'How to scan']],
  ['awaiting · near expiry', 'Scan with Alipay', 'about to expire', ['Get a new code', 'Cancel', 'How to scan']],
  ['awaiting · no action yet', 'Preparing your payment', 'This takes a moment.', [undefined, 'Cancel', undefined]],
  ['scanned', 'Confirm on your phone', 'Finish in Alipay', [undefined, 'Cancel', undefined]],
  ['checking', 'Checking with Alipay', 'Do not pay again', [undefined, 'I have paid', 'Cancel']],
  ['awaiting · both', 'Pay with Alipay', 'open the app here', ['Open Alipay', 'Cancel', 'How to scan']],
  ['processing', 'Order received', 'Alipay is confirming your payment', [undefined, undefined, undefined]],
  ['success', 'Paid', 'Thank you', [undefined, undefined, undefined]],
  ['success · surplus', 'This order was already paid', 'second payment', [undefined, undefined, undefined]],
  ['voided · cancelled', 'Payment cancelled', 'Nothing was charged.', ['Pay with Alipay', undefined, undefined]],
  ['voided · by the shop', 'Cancelled by the shop', 'Nothing was charged.', [undefined, undefined, undefined]],
  ['voided · expired', 'The code has expired', 'Nothing was charged.', ['Get a new code', undefined, undefined]],
  ['voided · reversed', 'Your payment was returned', 'The money goes back', ['Pay with Alipay', undefined, undefined]],
  ['failed · declined', 'Alipay declined', 'Nothing was charged.', ['Try again', undefined, undefined]],
  ['failed · unknown', 'Payment not completed', 'ask the shop first', ['Try again', undefined, undefined]],
  ['error · unreachable', 'We cannot reach the shop', 'Trying again is safe', ['Try again', undefined, undefined]],
  ['error · gateway', 'The payment could not start', 'try again', ['Try again', undefined, undefined]],
  ['choosing · asking', 'Choose your wallet', 'This takes a moment.', [undefined, 'Back', undefined]],
  ['choosing', 'Choose your wallet', 'You confirm the amount there.', [undefined, 'Back', undefined]],
  ['choosing · none available', 'No wallet is available', 'ask the shop', [undefined, 'Back', undefined]],
  ['window · to be opened', 'Pay with Alipay', 'a window of its own', ['Open Alipay', 'I have paid', 'Cancel']],
  ['window · opened', 'Finish in the Alipay', 'updates by itself', ['Show the window', 'I have paid', 'Cancel']],
  ['window · returned', 'Back from Alipay', 'You can close this window and go on', [undefined, undefined, undefined]],
  ['window · returned, checking', 'Checking', 'You can close this window and go on', [undefined, undefined, undefined]],
  ['window · returned, paid', 'Paid', 'You can close this window and go on', [undefined, undefined, undefined]],
  ['window · returned, failed', 'Alipay declined', 'Nothing was charged.', [undefined, undefined, undefined]],
  ['phone · no action yet', 'Opening Alipay', 'This takes a moment.', ['Pay with Alipay', 'Cancel', undefined]],
  ['phone · awaiting', 'Continue in Alipay', 'You come back here', ['Open Alipay', 'I have paid', 'Cancel']],
  ['phone · scanned', 'Continue in Alipay', 'You come back here', ['Open Alipay', 'I have paid', 'Cancel']],
  ['phone · back, the app', 'Continue in Alipay', 'You come back here', ['Open Alipay', 'I have paid', 'Cancel']],
  ['phone · not opened', 'Did Alipay not open?', 'You pay only once.', ['Open Alipay', 'I have paid', 'Cancel']],
  ['phone · back, a code', 'Did Alipay not open?', 'You pay only once.', ['Show a code', 'I have paid', 'Cancel']],
  ['phone · its own code', 'Scan with Alipay', 'from your photos', ['Save the code', 'Get a new link', 'Cancel']],
  ['phone · all tried', 'Did Alipay not open?', 'You pay only once.', ['Get a new link', 'I have paid', 'Cancel']],
  ['phone · all tried, for good', 'Did Alipay not open?', 'once', ['Pay on the website', 'I have paid', undefined]],
  ['tablet · both', 'Pay with Alipay', 'open the app here', ['Open Alipay', 'Cancel', 'How to scan']],
  ['tablet · both, not opened', 'Did Alipay not open?', 'only once', ['Get a new link', 'Cancel', 'How to scan']],
  ['WeChat · awaiting', 'Continue in your browser', 'from this app', ['Copy link', 'I have paid', 'Cancel']],
  ['WeChat · with a code', 'Continue in your browser', 'from this app', ['Copy link', 'Save the code', 'Cancel']],
  ['QQ · back', 'Continue in your browser', 'from this app', ['Copy link', 'I have paid', 'Cancel']],
  ['Instagram · back', 'Continue in Alipay', 'Nothing happens?', ['Open Alipay', 'I have paid', 'Cancel']],
  ['phone · expired', 'Time is up', 'Nothing was charged.', ['Pay with Alipay', undefined, undefined]],
];

describe('each state', () => {
  for (const [name, title, sentence, buttons] of words) {
    it(`says what it is: ${name}`, async () => {
      const { state, ...look } = checkoutStates[name]!;
      const { text, part } = await setup(state(), look);
      expect(text('title')).to.contain(title);
      expect(text('words')).to.contain(sentence);
      expect(['button', 'secondary-button', 'link'].map((button) => text(button))).to.deep.equal(buttons);
      expect(part('panel')).to.exist;
    });
  }

  it('keeps the height of the frame from the click to every end', async function () {
    // Some sixty frames, in browsers that share a machine.
    this.timeout(40_000);
    for (const wanted of ['qr', 'redirect'] as const) {
      const heights = new Set<number>();
      for (const { state, presentation = 'qr', device } of Object.values(checkoutStates)) {
        if (presentation.replace('auto', 'qr') !== wanted || state().phase === 'idle') continue;
        const { checkout, part } = await setup(
          aState('failed', { payment: { status: 'failed', reason: 'declined' } }),
          {
            presentation,
            device,
          },
        );
        checkout.wallets = state().phase === 'choosing';
        for (const next of [{ phase: 'creating', resuming: false } as const, state()]) checkout.session.become(next);
        await checkout.updateComplete;
        heights.add(part('panel')!.offsetHeight);
      }
      expect([...heights]).to.have.lengthOf(1, `heights of ${wanted}: ${[...heights].join(', ')}`);
    }
  });
});

describe('the awaiting state', () => {
  it('shows a code that says to a screen reader what to do, and the amount', async () => {
    const { part } = await setup(aState('awaiting'));
    await withCode(part);
    expect(part('qr')).to.have.attribute('role', 'img');
    expect(part('qr')).to.have.attribute('aria-label', 'Scan this code with Alipay to pay $13.14 USD');
    expect(part('qr')!.getBoundingClientRect().width).to.be.at.least(232);
  });

  it('shows a short and a long code in the square that was kept for it', async () => {
    const { checkout, part } = await setup({ phase: 'creating', resuming: false });
    const { width, height } = part('skeleton')!.getBoundingClientRect();
    for (const length of [20, 2000]) {
      checkout.session.become(aState('awaiting', { action: anAction({ qrCode: { data: 'x'.repeat(length) } }) }));
      await withCode(part);
      const card = part('qr-card')!.getBoundingClientRect();
      expect([card.width, card.height]).to.deep.equal([width, height]);
    }
  });

  it('fires alipay-qr once for each code that it shows', async () => {
    const { checkout, part } = await setup({ phase: 'creating', resuming: false });
    const shown: string[] = [];
    checkout.addEventListener('alipay-qr', ({ payment }) => shown.push(payment.id));
    checkout.session.become(aState('awaiting'));
    await withCode(part);
    checkout.session.become(aState('awaiting', { connection: 'polling' }));
    await checkout.updateComplete;
    expect(shown).to.have.lengthOf(1);
    checkout.session.become(aState('awaiting', { action: anAction({ qrCode: { data: 'another' } }) }));
    await checkout.updateComplete;
    expect(shown).to.have.lengthOf(2);
  });

  it('counts down by the clock of the server, not by its own', async () => {
    const hour = 3_600_000;
    const expiresAt = new Date(Date.now() + hour + 90_000).toISOString();
    const serverTimeOriginMs = Date.now() - performance.now() + hour;
    const { text } = await setup(aState('awaiting', { payment: { expiresAt }, serverTimeOriginMs }));
    expect(text('countdown')).to.match(/^1:(30|29)$/);
  });

  it('has no countdown where nobody has said when it ends', async () => {
    const { part } = await setup(aState('awaiting', { payment: { expiresAt: undefined } }));
    expect(part('countdown')).to.equal(null);
  });

  it('speaks of a code only where it shows one', async () => {
    const note = async (presentation: 'qr' | 'redirect') =>
      (await setup(aState('awaiting'), { presentation })).text('note');
    expect(await note('qr')).to.match(/^Code valid for \d+:\d\d$/);
    expect(await note('redirect')).to.match(/^Time left \d+:\d\d$/);
  });

  it('asks, and does not say "expired", when the countdown has ended', async () => {
    const expiresAt = new Date(Date.now() - 1000).toISOString();
    const { text } = await setup(aState('awaiting', { payment: { expiresAt } }));
    expect(text('title')).to.equal('Checking with Alipay');
  });

  it('speaks of the time that is left at the marks only', async () => {
    const left = async (seconds: number) => {
      const expiresAt = new Date(Date.now() + seconds * 1000).toISOString();
      return (await setup(aState('awaiting', { payment: { expiresAt } }))).spoken();
    };
    expect(await left(400)).not.to.contain('Less than');
    expect(await left(299)).to.contain('Less than 5 minutes left.');
    expect(await left(150)).to.contain('Less than 5 minutes left.');
    expect(await left(119)).to.contain('Less than 2 minutes left.');
    expect(await left(59)).to.contain('Less than 1 minute left.');
    expect(await left(29)).to.contain('Less than 30 seconds left.');
  });

  it('offers no cancel where the payment cannot be cancelled', async () => {
    const { part } = await setup(aState('awaiting', { payment: { cancellable: false } }));
    expect(part('secondary-button')).to.equal(null);
  });

  it('says that a cancel was refused, and stays as it is', async () => {
    const refusal = new CheckoutError('payment_already_succeeded', 'Too late');
    const { text, spoken } = await setup(aState('awaiting', { refusal }));
    expect(text('note')).to.equal('This payment can no longer be cancelled.');
    expect(text('title')).to.equal('Scan with Alipay');
    expect(spoken()).to.contain('This payment can no longer be cancelled.');
  });

  it('ignores a second press of Cancel while the first is under way', async () => {
    const { checkout, part } = await setup(aState('awaiting', { cancelling: true }));
    part('secondary-button')!.click();
    expect(part('secondary-button')).to.have.attribute('aria-disabled', 'true');
    expect(checkout.session.calls).not.to.include('cancel');
  });

  it('gets a new code by cancelling the old one first', async () => {
    const { checkout, part } = await setup(checkoutStates['awaiting · near expiry']!.state());
    const voided: Event[] = [];
    checkout.addEventListener('alipay-voided', (event) => voided.push(event));
    part('button')!.click();
    expect(checkout.session.calls).to.include('cancel').and.not.to.include('start');
    checkout.session.become(aState('voided', { payment: { status: 'voided', reason: 'cancelled_by_shopper' } }));
    expect(checkout.session.calls.at(-1)).to.equal('start');
    expect(voided, 'the shop was told of a cancel that the shopper never wanted').to.deep.equal([]);
  });

  it('shows the success when the old code was paid after all', async () => {
    const { checkout, part, text } = await setup(checkoutStates['awaiting · near expiry']!.state());
    part('button')!.click();
    checkout.session.become(aState('success', { payment: { status: 'success', reason: 'captured' } }));
    await checkout.updateComplete;
    expect(text('title')).to.equal('Paid');
    expect(checkout.session.calls).not.to.include('start');
  });
});

describe('the frame', () => {
  it('is the button alone before there is a payment', async () => {
    const { part, text } = await setup({ phase: 'idle' });
    expect(text('button')).to.equal('Pay with Alipay');
    for (const name of ['panel', 'header', 'stage', 'words', 'footnote']) expect(part(name)).to.equal(null);
  });

  it('is the same button, busy, while a phone is being sent to the wallet', async () => {
    const { checkout, part } = await setup({ phase: 'idle' }, { presentation: 'redirect' });
    const button = part('button')!;
    const { width, height } = button.getBoundingClientRect();
    checkout.session.become({ phase: 'creating', resuming: false });
    await checkout.updateComplete;
    expect(part('panel')).to.equal(null);
    expect(part('button')).to.equal(button);
    expect(button).to.have.attribute('aria-busy', 'true');
    expect(button.getBoundingClientRect()).to.include({ width, height });
  });

  it('goes on in its frame when a phone tries again', async () => {
    const failed = aState('failed', { payment: { status: 'failed', reason: 'declined' } });
    const { checkout, text } = await setup(failed, { presentation: 'redirect' });
    checkout.session.become({ phase: 'creating', resuming: false });
    await checkout.updateComplete;
    expect(text('title')).to.equal('Opening Alipay');
  });

  it('is the button alone again when the page turns to another order', async () => {
    const { checkout, part } = await setup(aState('awaiting'));
    checkout.session.become({ phase: 'idle' });
    await checkout.updateComplete;
    expect(part('panel')).to.equal(null);
    expect(checkout.offsetHeight).to.equal(part('button')!.offsetHeight);
  });

  it('wears the label that the page gives it, and its own where it gets only white space', async () => {
    const labelled = await fixture<PosedCheckout>(html`<posed-checkout>Alipay now</posed-checkout>`);
    const plain = await fixture<PosedCheckout>(
      html`<posed-checkout> <script type="application/json"></script> </posed-checkout>`,
    );
    await nextFrame();
    const button = (checkout: PosedCheckout) => checkout.shadowRoot!.querySelector('button')!;
    expect(button(labelled).textContent.trim()).to.equal('');
    expect(button(labelled).querySelector('slot')!.assignedNodes()[0]!.textContent).to.equal('Alipay now');
    expect(button(plain).textContent.trim()).to.equal('Pay with Alipay');
  });

  it('writes the amount with the decimals of the contract and the code of the currency', async () => {
    const yen = { currency: 'JPY', value: 1314, exponent: 0 };
    const { text } = await setup(aState('awaiting', { payment: { amount: yen } }));
    expect(text('amount')).to.equal('¥1,314 JPY');
  });

  it('speaks Chinese where the page does', async () => {
    const { checkout, text } = await setup(aState('awaiting'), { locale: 'zh-CN' });
    await waitUntil(() => text('title') === '请用支付宝扫码', 'the words never came');
    expect(getComputedStyle(checkout).visibility).to.equal('visible');
  });

  it('never leaves the shopper without words, whatever the locale attribute says', async () => {
    const { text } = await setup(aState('awaiting'), { locale: 'not a locale!' });
    expect(text('title')).to.not.equal('');
  });

  it('exposes its phase as a custom state', async () => {
    const { checkout } = await setup(aState('awaiting'));
    expect(checkout.matches(':state(awaiting)')).to.equal(true);
    expect(checkout.matches(':state(pending)')).to.equal(true);
    checkout.session.become(aState('success', { payment: { status: 'success', reason: 'captured' } }));
    await checkout.updateComplete;
    expect(checkout.matches(':state(awaiting)')).to.equal(false);
    expect(checkout.matches(':state(success)')).to.equal(true);
  });

  const windows = { 'a wide window': [1280, 720], 'a phone': [390, 760], 'a small phone': [340, 620] } as const;
  for (const [name, [width, height]] of Object.entries(windows)) {
    it(`opens the help over nothing that it explains, and closes it again: ${name}`, async () => {
      const before = { width: innerWidth, height: innerHeight };
      await setViewport({ width, height });
      const { part, checkout } = await setup(aState('awaiting'));
      await withCode(part);
      const help = checkout.shadowRoot!.querySelector<HTMLElement>('[part=help]')!;
      part('link')!.click();
      expect(help.matches(':popover-open')).to.equal(true);
      await waitUntil(() => 'placed' in help.dataset, 'the help was never placed');
      const { left, top, right, bottom } = help.getBoundingClientRect();
      expect([left >= 0, top >= 0, right <= width, bottom <= height], 'inside the window').not.to.include(false);
      // On a small phone there is room for the steps only over the end of the frame, from which they are opened.
      for (const open of ['qr', 'title', 'words', ...(height > 620 ? ['time'] : [])]) {
        const box = part(open)!.getBoundingClientRect();
        const isApart = left >= box.right || right <= box.left || top >= box.bottom || bottom <= box.top;
        expect(isApart, `beside the ${open}`).to.equal(true);
      }
      part('link')!.click();
      expect(help.matches(':popover-open')).to.equal(false);
      await setViewport(before);
    });
  }

  it('keeps a long description to one line, and says it whole on request', async () => {
    const description = 'Tea House on the West Lake, spring harvest, one hundred grams and a cup';
    const { checkout, part } = await setup({ phase: 'creating', resuming: false });
    const height = part('header')!.offsetHeight;
    checkout.session.become(aState('awaiting', { payment: { description } }));
    await checkout.updateComplete;
    expect(part('header')!.offsetHeight).to.equal(height);
    expect(part('panel')!.scrollWidth).to.equal(part('panel')!.clientWidth);
    expect(part('summary')!.querySelector('[title]')).to.have.attribute('title', description);
  });

  it('puts the mark of an end nearer to its words than to the header', async () => {
    const { part } = await setup(aState('voided', { payment: { status: 'voided', reason: 'expired' } }));
    const mark = part('icon')!.getBoundingClientRect();
    const above = mark.top - part('header')!.getBoundingClientRect().bottom;
    const below = part('title')!.getBoundingClientRect().top - mark.bottom;
    expect(below).to.be.within(24, above);
  });
});

describe('the focus', () => {
  it('stays on the pay button while the payment is being created', async () => {
    const { checkout, part } = await setup({ phase: 'idle' });
    part('button')!.focus();
    checkout.session.become({ phase: 'creating', resuming: false });
    await checkout.updateComplete;
    expect(checkout.shadowRoot!.activeElement).to.equal(part('button'));
    expect(part('button')).to.have.attribute('aria-disabled', 'true');
  });

  it('goes to the heading of an end when it was inside', async () => {
    const { checkout, part } = await setup(aState('awaiting'));
    part('secondary-button')!.focus();
    checkout.session.become(aState('failed', { payment: { status: 'failed', reason: 'declined' } }));
    await checkout.updateComplete;
    expect(checkout.shadowRoot!.activeElement).to.equal(part('title'));
  });

  it('is seen on a control, and not on a heading', async () => {
    const { checkout, part } = await setup(aState('awaiting'));
    await sendKeys({ press: 'Tab' });
    expect(checkout.shadowRoot!.activeElement).to.equal(part('secondary-button'));
    expect(getComputedStyle(part('secondary-button')!).outlineStyle).to.equal('solid');
    checkout.session.become(aState('failed', { payment: { status: 'failed', reason: 'declined' } }));
    await checkout.updateComplete;
    expect(checkout.shadowRoot!.activeElement).to.equal(part('title'));
    expect(getComputedStyle(part('title')!).outlineStyle).to.equal('none');
  });

  it('is left alone when it was elsewhere on the page', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Voucher" />`);
    const { checkout } = await setup(aState('awaiting'));
    field.focus();
    checkout.session.become(aState('success', { payment: { status: 'success', reason: 'captured' } }));
    await checkout.updateComplete;
    expect(document.activeElement).to.equal(field);
  });
});
