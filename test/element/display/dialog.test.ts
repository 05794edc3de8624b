import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { withReturnTicket } from '../../../src/protocol/return-ticket.ts';
import { aState, checkoutStates } from '../../support/checkout-states.ts';
import { aPayment, TOKEN } from '../../support/payments.ts';
import { setup, still, success, voided } from './setup.ts';
import { waitUntil } from '../../support/wait-until.ts';

describe('a payment in a dialog', () => {
  it('is shown from the click on, over a page that is inert', async () => {
    const shop = await fixture<HTMLElement>(html`<main><a href="#tea">Tea</a></main>`);
    const { over, part, pay, focused } = await setup('dialog', { into: shop });
    await pay();
    expect(over()!.matches('dialog:modal')).to.equal(true);
    expect(over()).to.have.attribute('aria-label', 'Pay with Alipay');
    expect(focused()).to.equal(part('title'));
    shop.querySelector('a')!.focus();
    expect(document.activeElement).to.not.equal(shop.querySelector('a'));
  });

  it('leaves the button on the page where it is, as it is', async () => {
    const { button, label, pay } = await setup('dialog');
    const before = JSON.stringify(button().getBoundingClientRect());
    await pay();
    expect(JSON.stringify(button().getBoundingClientRect())).to.equal(before);
    expect(label()).to.equal('Pay with Alipay');
    expect(button()).to.have.attribute('aria-expanded', 'true');
  });

  const ways: Record<string, (over: HTMLElement) => Promise<unknown> | void> = {
    'the button that closes it': (over) => over.querySelector<HTMLElement>('[part=close]')!.click(),
    Escape: () => sendKeys({ press: 'Escape' }),
    'a click beside it': () => sendMouse({ type: 'click', position: [4, 4] }),
  };
  for (const [way, close] of Object.entries(ways)) {
    it(`goes on when it is closed by ${way}, and opens again`, async () => {
      const { checkout, over, button, label, isOpen, pay, focused } = await setup('dialog');
      button().focus();
      await pay();
      await close(over()!);
      await waitUntil(() => !isOpen(), 'it never closed');
      await waitUntil(() => focused() === button(), 'the focus did not come back');
      await checkout.updateComplete;
      expect(checkout.session.calls).not.to.include('cancel');
      expect(checkout.state.phase).to.equal('awaiting');
      expect(label()).to.equal('Scan with Alipay');
      expect(button()).to.have.attribute('aria-expanded', 'false');
      button().click();
      await checkout.updateComplete;
      expect(isOpen()).to.equal(true);
      expect(checkout.session.calls.filter((call) => call === 'start')).to.have.lengthOf(1);
    });
  }

  it('stays open where text is selected in it and the pointer leaves it', async () => {
    const { over, part, isOpen, pay } = await setup('dialog');
    await pay();
    await still(over()!);
    const { left, top } = part('words')!.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + 4), Math.round(top + 4)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [4, 4] });
    await sendMouse({ type: 'up' });
    await aTimeout(0);
    expect(isOpen()).to.equal(true);
  });

  it('speaks inside while it is open, and on the page while it is closed', async () => {
    const { spoken, spokenInside, become, checkout, isOpen, pay, close } = await setup('dialog');
    const paid: Event[] = [];
    checkout.addEventListener('alipay-success', (event) => paid.push(event));
    await pay();
    expect(spokenInside()).to.contain('Scan with Alipay');
    await close();
    await become(success());
    expect(isOpen(), 'it opened by itself').to.equal(false);
    expect(spoken()).to.contain('Paid');
    expect(paid).to.have.lengthOf(1);
  });

  it('goes to the heading when the payment ends', async () => {
    const { part, pay, become, focused } = await setup('dialog');
    await pay();
    part('secondary-button')!.focus();
    await become(success());
    expect(focused()).to.equal(part('title'));
  });

  it('shows an end that came while it was closed before another payment is offered', async () => {
    const { checkout, label, button, become, pay, isOpen, close } = await setup('dialog');
    await pay();
    await close();
    await become(voided());
    expect(label()).to.equal('Payment cancelled');
    button().click();
    await checkout.updateComplete;
    expect(isOpen()).to.equal(true);
    await close();
    expect(label()).to.equal('Pay with Alipay');
    expect(checkout.session.calls.filter((call) => call === 'start')).to.have.lengthOf(1);
    button().click();
    expect(checkout.session.calls.filter((call) => call === 'start')).to.have.lengthOf(2);
  });

  it('offers no other payment where it is paid', async () => {
    const { checkout, label, button, become, pay, isOpen, close } = await setup('dialog');
    await pay();
    await become(success());
    await close();
    expect(label()).to.equal('Paid');
    button().click();
    await checkout.updateComplete;
    expect(isOpen()).to.equal(true);
    expect(checkout.session.calls.filter((call) => call === 'start')).to.have.lengthOf(1);
  });

  it('opens by itself for none that is found', async () => {
    const { become, isOpen, label } = await setup('dialog');
    await become({ phase: 'creating', resuming: true });
    expect(label()).to.equal('Looking for your payment');
    await become(aState('awaiting'));
    expect(isOpen()).to.equal(false);
    expect(label()).to.equal('Scan with Alipay');
  });

  it('opens by itself where the wallet has led back to the page', async () => {
    const here = location.href;
    history.replaceState(null, '', withReturnTicket(here, { paymentId: aPayment().id, ticket: TOKEN }));
    const { become, isOpen } = await setup('dialog');
    expect(location.href).to.equal(here);
    await become({ phase: 'creating', resuming: true });
    expect(isOpen()).to.equal(true);
  });

  it('opens for a payment that begins by itself', async () => {
    const { checkout, become, isOpen } = await setup('dialog');
    checkout.autostart = true;
    checkout.orderId = 'A-1002';
    await checkout.updateComplete;
    await become({ phase: 'creating', resuming: false });
    expect(isOpen()).to.equal(true);
  });

  it('does not open on the way to the wallet', async () => {
    const { over, button, become, close } = await setup('dialog', { presentation: 'redirect' });
    button().click();
    await become({ phase: 'creating', resuming: false });
    expect(over()).to.equal(null);
    expect(button()).to.have.attribute('aria-busy', 'true');
    await become(voided());
    expect(over()!.matches(':modal')).to.equal(true);
    await close();
    button().click();
    await become({ phase: 'creating', resuming: false });
    expect(over()!.matches(':modal')).to.equal(false);
    expect(button()).to.have.attribute('aria-busy', 'true');
  });

  it('says that a code is on the screen once it is', async () => {
    const { checkout, become, button, isOpen } = await setup('dialog');
    const shown: Event[] = [];
    checkout.addEventListener('alipay-qr', (event) => shown.push(event));
    await become(aState('awaiting'));
    await waitUntil(() => checkout.shadowRoot!.querySelector('[part=qr]'), 'no code was drawn');
    await checkout.updateComplete;
    expect(shown).to.have.lengthOf(0);
    button().click();
    await waitUntil(() => shown.length === 1, 'the page was not told');
    expect(isOpen()).to.equal(true);
  });

  it('is closed, with the focus on the button, when the shopper goes back from the choice', async () => {
    const { checkout, button, become, focused, part } = await setup('dialog');
    checkout.wallets = true;
    button().click();
    await become({ phase: 'choosing', wallets: [] });
    part('secondary-button')!.focus();
    await become({ phase: 'idle' });
    expect(checkout.shadowRoot!.querySelector('dialog')).to.equal(null);
    expect(focused()).to.equal(button());
    expect(button()).not.to.have.attribute('aria-expanded');
  });

  it('goes on in a modal dialog when the element is moved in the document', async () => {
    const elsewhere = await fixture<HTMLElement>(html`<main></main>`);
    const { checkout, over, pay, isOpen } = await setup('dialog');
    await pay();
    elsewhere.append(checkout);
    await aTimeout(0);
    await checkout.updateComplete;
    expect(over()!.matches(':modal')).to.equal(true);
    checkout.remove();
    await aTimeout(0);
    expect(isOpen()).to.equal(false);
    expect(getComputedStyle(document.documentElement).overflow).to.equal('visible');
  });

  it('keeps the page from scrolling, and in its place', async () => {
    const page = await fixture<HTMLElement>(html`<main style="block-size: 4000px"></main>`);
    const { pay, close } = await setup('dialog', { into: page });
    const { clientWidth } = document.documentElement;
    await pay();
    expect(getComputedStyle(document.documentElement).overflow).to.equal('hidden');
    expect(page.offsetWidth).to.be.at.most(clientWidth);
    expect(page.offsetWidth).to.be.greaterThan(clientWidth - 40);
    await close();
    expect(getComputedStyle(document.documentElement).overflow).to.equal('visible');
  });

  it('shows the help above it, and Escape closes the help alone', async () => {
    const { root, part, pay, isOpen, become } = await setup('dialog');
    await pay();
    await become(checkoutStates['awaiting · QR']!.state());
    part('link')!.click();
    const help = part('help')!;
    await waitUntil(() => 'placed' in help.dataset, 'the help was never placed');
    const { left, top, width } = help.getBoundingClientRect();
    expect(help.contains(root.elementFromPoint(left + width / 2, top + 8)), 'it is covered').to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(help.matches(':popover-open')).to.equal(false);
    expect(isOpen()).to.equal(true);
  });
});
