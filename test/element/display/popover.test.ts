import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { setup as setupDisplay, still, success } from './setup.ts';
import { waitUntil } from '../../support/wait-until.ts';

type Checkout = Awaited<ReturnType<typeof setup>>;

const setup = (options?: Parameters<typeof setupDisplay>[1]) => setupDisplay('popover', options);

const middleOf = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

async function placed({ over }: Checkout): Promise<DOMRect> {
  await waitUntil(() => over()!.dataset['placed'], 'it was never placed');
  return over()!.getBoundingClientRect();
}

describe('a payment in a popover', () => {
  const before = { width: innerWidth, height: innerHeight };
  beforeEach(() => setViewport({ width: 1280, height: 900 }));
  after(() => setViewport(before));

  it('is shown beside the button, which keeps the focus', async () => {
    const checkout = await setup();
    checkout.button().focus();
    await checkout.pay();
    const button = checkout.button().getBoundingClientRect();
    const { left, top } = await placed(checkout);
    expect(top).to.be.within(button.bottom + 8, button.bottom + 24);
    expect(left).to.be.within(button.left - 40, button.left + 40);
    expect(checkout.focused() === checkout.button(), 'the focus has left the button').to.equal(true);
    expect(checkout.over()).to.have.attribute('role', 'dialog');
    expect(checkout.over()).to.have.attribute('aria-label', 'Pay with Alipay');
  });

  it('points to the button with its arrow, and with none where it has to cover it', async () => {
    const checkout = await setup();
    await checkout.pay();
    await placed(checkout);
    const arrow = checkout.part('arrow')!;
    const [x] = middleOf(arrow);
    expect(x).to.be.closeTo(middleOf(checkout.button())[0], 4);
    expect(arrow.style.visibility).to.equal('');
    await setViewport({ width: 500, height: 500 });
    await waitUntil(() => arrow.style.visibility === 'hidden', 'the arrow still points');
  });

  it('stays beside a button in a scroller and in a shadow root', async () => {
    const scroller = await fixture<HTMLElement>(html`<main></main>`);
    Object.assign(scroller.style, { blockSize: '200px', overflow: 'auto' });
    const inside = document.createElement('div');
    inside.attachShadow({ mode: 'open' });
    inside.style.blockSize = '600px';
    scroller.append(inside);
    const checkout = await setup({ into: inside.shadowRoot! });
    await checkout.pay();
    await placed(checkout);
    await still(checkout.over()!);
    const apart = checkout.over()!.getBoundingClientRect().top - checkout.button().getBoundingClientRect().top;
    scroller.scrollTop = 20;
    await waitUntil(() => {
      const { top } = checkout.over()!.getBoundingClientRect();
      return Math.abs(top - checkout.button().getBoundingClientRect().top - apart) < 1;
    }, 'it did not come along');
    expect(checkout.button().getBoundingClientRect().top).to.be.below(0);
  });

  it('is closed by a click elsewhere, which cancels nothing', async () => {
    const { checkout, isOpen, label, pay } = await setup();
    await pay();
    await sendMouse({ type: 'click', position: [700, 20] });
    await waitUntil(() => !isOpen(), 'it never closed');
    await checkout.updateComplete;
    expect(checkout.session.calls).not.to.include('cancel');
    expect(label()).to.equal('Scan with Alipay');
  });

  it('is closed by the button and opened again, and not by the second click of two', async () => {
    const checkout = await setup();
    const { button, isOpen, pay } = checkout;
    await pay();
    await placed(checkout);
    await waitUntil(() => button().popoverTargetElement, 'the button is not known to belong to it');
    await sendMouse({ type: 'click', position: middleOf(button()) });
    await waitUntil(() => !isOpen(), 'it stayed open');
    await sendMouse({ type: 'click', position: middleOf(button()) });
    await aTimeout(0);
    expect(isOpen(), 'it opens again').to.equal(true);
    button().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
    await aTimeout(0);
    expect(isOpen(), 'it stays open').to.equal(true);
  });

  it('leaves the page as it is: nothing is inert, and Tab goes through it and on', async () => {
    const page = await fixture<HTMLElement>(html`<main></main>`);
    const { root, button, pay, part, focused } = await setup({ into: page });
    page.append(Object.assign(document.createElement('button'), { textContent: 'Next' }));
    button().focus();
    await pay();
    for (const name of ['close', 'secondary-button', 'link']) {
      await sendKeys({ press: 'Tab' });
      expect(focused() === part(name), `the focus is on ${focused()?.outerHTML}`).to.equal(true);
    }
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement!.textContent).to.equal('Next');
    expect(root.querySelectorAll('[role=status]'), 'or all would be said twice').to.have.lengthOf(1);
  });

  it('gives the focus back to the button on Escape', async () => {
    const { part, pay, isOpen, focused, button } = await setup();
    button().focus();
    await pay();
    part('secondary-button')!.focus();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isOpen() && focused() === button(), 'the focus did not come back');
  });

  it('shows the help above it, and stays open', async () => {
    const { part, begin, isOpen, button } = await setup();
    // Keys, as of a person: what scripts alone have opened one Escape closes together.
    button().focus();
    await sendKeys({ press: 'Enter' });
    await begin();
    part('link')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => 'placed' in part('help')!.dataset, 'the help was never placed');
    expect(isOpen()).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(part('help')!.matches(':popover-open')).to.equal(false);
    expect(isOpen()).to.equal(true);
  });

  it('says an end while it is closed, and shows it on a click', async () => {
    const { close, become, pay, label, spoken, button, isOpen, checkout } = await setup();
    await pay();
    await close();
    await become(success());
    expect(spoken()).to.contain('Paid');
    expect(label()).to.equal('Paid');
    button().click();
    await checkout.updateComplete;
    expect(isOpen()).to.equal(true);
  });

  for (const [name, size] of Object.entries({
    'a narrow window': { width: 390, height: 760 },
    'a low window': { width: 900, height: 420 },
  })) {
    it(`is a modal dialog in ${name}, also where the window becomes one`, async () => {
      const { checkout, over, pay, isOpen } = await setup();
      await pay();
      expect(over()!.matches(':modal')).to.equal(false);
      await setViewport(size);
      await waitUntil(() => over()!.matches(':modal'), 'it stayed a popover');
      const { left, right, bottom } = over()!.getBoundingClientRect();
      expect([left >= 0, right <= size.width, bottom <= size.height]).not.to.include(false);
      await setViewport({ width: 1280, height: 900 });
      await waitUntil(() => !over()!.matches(':modal') && isOpen(), 'it stayed a dialog');
      expect(checkout.session.calls).not.to.include('cancel');
    });
  }
});
