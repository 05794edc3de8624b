import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/index.ts';
import type { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import type { Backend } from '../../src/session/backend.ts';
import { CheckoutError } from '../../src/session/errors.ts';
import { aSnapshot, TOKEN } from '../support/payments.ts';

// A file, and so a page, of its own: a module is fetched once a page.
const encoderIsFetched = () =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('/qr-path.ts'));

function aBackend(): Backend & { answer(): void } {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const never = () => new Promise<never>(() => {});
  return {
    answer: () => answer(),
    create: () => answered.then(() => ({ ...aSnapshot(), token: TOKEN })),
    retrieve: () => Promise.resolve(aSnapshot()),
    subscribe: never,
    check: never,
    cancel: () => Promise.reject(new CheckoutError('cancel_not_supported', 'No')),
  };
}

async function setup(presentation: 'qr' | 'redirect') {
  localStorage.clear();
  const backend = aBackend();
  const checkout = await fixture<AlipayCheckout>(
    html`<alipay-checkout order-id="A-1001" presentation=${presentation} .backend=${backend}></alipay-checkout>`,
  );
  checkout.addEventListener('alipay-redirect', (event) => event.preventDefault());
  return { checkout, backend };
}

describe('the QR encoder', () => {
  it('is not fetched on the way to the wallet of a phone', async () => {
    const { checkout, backend } = await setup('redirect');
    backend.answer();
    checkout.start();
    await waitUntil(() => checkout.state.phase === 'awaiting', 'never awaiting');
    await checkout.updateComplete;
    expect(encoderIsFetched()).to.equal(false);
  });

  it('is fetched beside the create request, not before the click and not after the answer', async () => {
    const { checkout, backend } = await setup('qr');
    expect(encoderIsFetched()).to.equal(false);
    checkout.start();
    await waitUntil(encoderIsFetched, 'the encoder waited for the answer');
    expect(checkout.state.phase).to.equal('creating');
    backend.answer();
    await waitUntil(() => checkout.shadowRoot!.querySelector('[part=qr]'), 'no code');
  });
});
