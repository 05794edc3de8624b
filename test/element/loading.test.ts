import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.ts';
import type { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import { isFetched } from '../support/fetched.ts';
import { aHeldBackend } from '../support/held-backend.ts';
import { waitUntil } from '../support/wait-until.ts';

async function setup() {
  localStorage.clear();
  const backend = aHeldBackend();
  const checkout = await fixture<AlipayCheckout>(
    html`<alipay-checkout order-id="A-1001" presentation="qr" .backend=${backend}></alipay-checkout>`,
  );
  return { checkout, backend };
}

describe('a checkout with a code', () => {
  it('fetches nothing for a button that nobody has pressed', async () => {
    await setup();
    expect(isFetched('panel')).to.equal(false);
    expect(isFetched('qr-path')).to.equal(false);
  });

  it('fetches the panel and the encoder beside the create request, not after its answer', async () => {
    const { checkout, backend } = await setup();
    checkout.start();
    await waitUntil(() => isFetched('panel') && isFetched('qr-path'), 'something waited for the answer');
    // The request waits for a part of its own, which may come after these.
    await waitUntil(() => backend.created === 1, 'nothing was created');
    expect(checkout.state.phase).to.equal('creating');
    expect(isFetched('scenes'), 'the other scenes took room from what paints the code').to.equal(false);
    backend.answer();
    await waitUntil(() => checkout.shadowRoot!.querySelector('[part=qr]'), 'no code');
    await waitUntil(() => isFetched('scenes'), 'the next scene would have to be waited for');
  });
});
