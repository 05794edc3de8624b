import { expect, fixture, html } from '@open-wc/testing';
import { askAxe } from '../a11y/axe.ts';
import { checkoutStates } from '../support/checkout-states.ts';
import { pose, PosedCheckout } from '../support/posed-checkout.ts';
import { waitUntil } from '../support/wait-until.ts';

interface Pose {
  readonly state: string;
  readonly theme: 'light' | 'dark';
  readonly display: 'inline' | 'dialog' | 'popover';
}

/** States in which nothing is shown but the button on the page. */
const BUTTON_ALONE = ['idle', 'phone · creating'];

/** Shows a state as a shopper sees it, which is open where it is shown over the page. */
async function show({ state, theme, display }: Pose): Promise<PosedCheckout> {
  const look = checkoutStates[state]!;
  const checkout = Object.assign(new PosedCheckout(), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    locale: 'en',
    wallets: state.includes('choosing'),
    presentation: look.presentation ?? 'qr',
    theme,
    display,
  });
  // The payment of every state is the same, and what has been tried for it is kept.
  localStorage.clear();
  const stand = await fixture(html`<main></main>`);
  stand.append(checkout);
  await checkout.updateComplete;
  if (display !== 'inline') checkout.start();
  await pose(checkout, stand, look);
  if (display !== 'inline' && !BUTTON_ALONE.includes(state)) {
    const isOpen = () => checkout.shadowRoot!.querySelector(':modal, [part=dialog][data-placed]:popover-open');
    await waitUntil(isOpen, 'it never opened');
  }
  // Entrances would be measured half transparent.
  for (const animation of checkout.shadowRoot!.getAnimations()) animation.cancel();
  return checkout;
}

/** What axe finds in a checkout, by all of its rules. */
async function violationsOf(checkout: PosedCheckout): Promise<readonly string[]> {
  const findings = await askAxe(checkout);
  return findings
    .filter(({ kind }) => kind === 'violation')
    .map(({ rule, message, where }) => `${rule}: ${message} ${where}`);
}

/** In its place on the page in both schemes. Over the page the frame is the same one: light shows what is its own. */
const LOOKS: readonly Pick<Pose, 'theme' | 'display'>[] = [
  { display: 'inline', theme: 'light' },
  { display: 'inline', theme: 'dark' },
  { display: 'dialog', theme: 'light' },
  { display: 'popover', theme: 'light' },
];

before(() => {
  // Behind a dialog axe takes what is beyond the root's own box for cut off, and does not look.
  document.documentElement.style.minHeight = '100vh';
});

for (const look of LOOKS) {
  describe(`each state, ${look.display}, ${look.theme}`, () => {
    it('is looked at by an engine that is not blind', async () => {
      const checkout = await show({ ...look, state: 'success' });
      checkout.shadowRoot!.querySelector<HTMLElement>('[part=title]')!.style.color = '#777';
      expect((await violationsOf(checkout)).join()).to.contain('contrast');
    });

    for (const state of Object.keys(checkoutStates)) {
      it(`has no violation: ${state}`, async () => {
        expect(await violationsOf(await show({ ...look, state }))).to.deep.equal([]);
      });
    }
  });
}
