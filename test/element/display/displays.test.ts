import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { checkoutStates } from '../../support/checkout-states.ts';
import { type Display, setup, still, success, voided } from './setup.ts';
import { waitUntil } from '../../support/wait-until.ts';

const DISPLAYS: readonly Display[] = ['inline', 'dialog', 'popover'];

describe('every display', () => {
  const before = { width: innerWidth, height: innerHeight };
  after(() => setViewport(before));

  for (const display of DISPLAYS) {
    it(`takes a payment, cancels it and begins another by the keyboard alone: ${display}`, async () => {
      const { checkout, root, button, begin, become, focused } = await setup(display);
      const reach = async (name: string) => {
        for (let tabs = 0; tabs < 8; tabs += 1) {
          const element = focused();
          if (element?.matches(`[part="${name}"]`) && element !== (display === 'inline' ? null : button())) return;
          await sendKeys({ press: 'Tab' });
        }
        throw new Error(`No way to the ${name}: ${focused()?.outerHTML}`);
      };
      const calls = () => checkout.session.calls.filter((call) => call === 'start' || call === 'cancel');
      await sendKeys({ press: 'Tab' });
      expect(focused() === button(), `the focus is on ${focused()?.outerHTML}`).to.equal(true);
      await sendKeys({ press: 'Enter' });
      await begin();
      await reach('secondary-button');
      await sendKeys({ press: 'Enter' });
      expect(calls()).to.deep.equal(['start', 'cancel']);
      await become(voided());
      expect(focused() === root.querySelector('h2'), `the focus is on ${focused()?.outerHTML}`).to.equal(true);
      await reach('button');
      await sendKeys({ press: 'Enter' });
      expect(calls()).to.deep.equal(['start', 'cancel', 'start']);
    });

    it(`gets a new code by the keyboard alone: ${display}`, async () => {
      const { checkout, root, button, begin, become, focused } = await setup(display);
      button().focus();
      await sendKeys({ press: 'Enter' });
      await begin();
      await become(checkoutStates['awaiting · near expiry']!.state());
      const main = [...root.querySelectorAll<HTMLElement>('[part=button]')].at(-1);
      for (let tabs = 0; tabs < 6 && focused() !== main; tabs += 1) await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      expect(checkout.session.calls).to.include('cancel');
      await become(voided());
      expect(checkout.session.calls.at(-1)).to.equal('start');
    });

    for (const width of [320, 1280]) {
      it(`has nothing that axe objects to, ${width} px wide: ${display}`, async () => {
        await setViewport({ width, height: 800 });
        const { checkout, root, pay } = await setup(display);
        await pay();
        await waitUntil(() => root.querySelector('[part=qr]'), 'no code was drawn');
        await still(checkout);
        await expect(checkout).to.be.accessible();
      });
    }
  }

  it('keeps the payment when it is another under way', async () => {
    await setViewport({ width: 1280, height: 900 });
    const { checkout, root, over, isOpen, pay, button } = await setup('inline');
    await pay();
    for (const [display, look] of [
      ['dialog', 'dialog:modal'],
      ['popover', ':popover-open'],
      ['dialog', 'dialog:modal'],
    ] as const) {
      checkout.display = display;
      await checkout.updateComplete;
      await checkout.updateComplete;
      expect(over()!.matches(look), display).to.equal(true);
    }
    checkout.display = 'inline';
    await checkout.updateComplete;
    await waitUntil(() => !isOpen(), 'it is still over the page');
    expect(root.querySelectorAll('[part=panel] [part=qr]')).to.have.lengthOf(1);
    expect(button()).not.to.have.attribute('aria-haspopup');
    expect(checkout.session.calls).not.to.include('cancel');
  });

  it('is the page itself where the attribute says what it cannot be', async () => {
    const { checkout, over, root, become } = await setup('inline');
    checkout.setAttribute('display', 'carousel');
    checkout.start();
    await become({ phase: 'creating', resuming: false });
    expect(over() === null).to.equal(true);
    expect(root.querySelectorAll('[part=panel]')).to.have.lengthOf(1);
  });

  it('tells of the payment by :state(), whether it is shown or not', async () => {
    const { checkout, pay, close, become } = await setup('dialog');
    await pay();
    expect(checkout.matches(':state(pending)')).to.equal(true);
    await close();
    expect(checkout.matches(':state(pending)')).to.equal(true);
    await become(success());
    expect(checkout.matches(':state(success)')).to.equal(true);
  });

  it('has each slot once, where it is seen', async () => {
    const { checkout, root, pay, become, button } = await setup('dialog');
    checkout.append(
      'Pay now',
      Object.assign(document.createElement('a'), { href: '#order', slot: 'success', textContent: 'Your order' }),
    );
    await pay();
    const names = [...root.querySelectorAll('slot')].map(({ name }) => name);
    expect(names).to.have.lengthOf(new Set(names).size);
    expect(button().querySelector('slot')!.assignedNodes()[0]!.textContent).to.equal('Pay now');
    await become(success());
    const link = checkout.querySelector('a')!;
    expect(link.getClientRects()).to.have.lengthOf(1);
    link.focus();
    expect(document.activeElement === link).to.equal(true);
  });
});
