import { expect, fixture, html } from '@open-wc/testing';
import { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import type { Destination } from '../../src/element/launch.ts';
import { isFetched } from '../support/fetched.ts';
import { aHeldBackend } from '../support/held-backend.ts';
import { waitUntil } from '../support/wait-until.ts';

class PhoneCheckout extends AlipayCheckout {
  declare destination: Destination | undefined;

  protected override navigate(destination: Destination): void {
    this.destination = destination;
  }
}
customElements.define('phone-checkout', PhoneCheckout);

async function setup() {
  localStorage.clear();
  const backend = aHeldBackend();
  const checkout = await fixture<PhoneCheckout>(
    html`<phone-checkout order-id="A-1001" presentation="redirect" .backend=${backend}></phone-checkout>`,
  );
  const part = (name: string) => checkout.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`);
  return { checkout, backend, part };
}

// The first of them in this order: a module is fetched once a page.
describe('a checkout that leaves for the wallet', () => {
  it('fetches neither the panel nor the encoder on its way, and stays busy', async () => {
    const { checkout, backend, part } = await setup();
    checkout.start();
    backend.answer();
    await waitUntil(() => checkout.destination, 'it never left');
    // This waits for a panel that is on its way, too.
    await checkout.updateComplete;
    expect(part('panel')).to.equal(null);
    expect(part('button')).to.have.attribute('aria-busy', 'true');
    expect(isFetched('panel')).to.equal(false);
    expect(isFetched('qr-path')).to.equal(false);
  });

  it('shows how things stand, without an encoder, when the page is shown again', async () => {
    const { checkout, backend, part } = await setup();
    checkout.start();
    backend.answer();
    await waitUntil(() => checkout.destination, 'it never left');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await checkout.updateComplete;
    expect(part('title')!.textContent).to.equal('Continue in Alipay');
    expect(isFetched('qr-path')).to.equal(false);
  });

  it('shows how things stand at once when the page keeps its shopper', async () => {
    const { checkout, backend, part } = await setup();
    checkout.addEventListener('alipay-redirect', (event) => event.preventDefault());
    checkout.start();
    backend.answer();
    await waitUntil(() => checkout.state.phase === 'awaiting', 'never awaiting');
    await checkout.updateComplete;
    expect(checkout.destination).to.equal(undefined);
    expect(part('title')!.textContent).to.equal('Continue in Alipay');
  });
});

describe('what a tap came to', () => {
  it('is told once, with no more of the address than its scheme', async () => {
    const { checkout, backend } = await setup();
    const launches: object[] = [];
    checkout.addEventListener('alipay-launch', ({ rung, scheme, outcome }) => launches.push({ rung, scheme, outcome }));
    checkout.start();
    backend.answer();
    await waitUntil(() => checkout.destination, 'it never left');
    expect(launches).to.deep.equal([]);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(launches).to.deep.equal([{ rung: 'page', scheme: 'https', outcome: 'opened' }]);
  });
});
