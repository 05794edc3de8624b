import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import '../../src/index.ts';
import type { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import { aHeldBackend } from '../support/held-backend.ts';

const worker = setupWorker();
before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }));
after(() => worker.stop());

describe('a panel that cannot be fetched', () => {
  it('is fetched again: by itself after a pause, at once when the shopper asks', async () => {
    localStorage.clear();
    let isDown = true;
    let asked = 0;
    worker.use(
      http.get('*/element/panel.ts', () => {
        asked += 1;
        return isDown ? HttpResponse.error() : undefined;
      }),
    );
    const backend = aHeldBackend();
    const checkout = await fixture<AlipayCheckout>(
      html`<alipay-checkout order-id="A-1001" locale="en" presentation="qr" .backend=${backend}></alipay-checkout>`,
    );
    const button = checkout.shadowRoot!.querySelector('button')!;
    button.click();
    await checkout.updateComplete;
    // Not counted to the one: a browser may by itself ask again where a connection breaks.
    const askedAtFirst = asked;
    expect(askedAtFirst).to.be.greaterThan(0);
    expect(button.textContent.trim()).to.equal('Try again');
    await waitUntil(() => asked > askedAtFirst, 'it was not fetched again by itself', { timeout: 8000 });

    await waitUntil(() => button.textContent.trim() === 'Try again');
    isDown = false;
    button.click();
    await waitUntil(() => checkout.shadowRoot!.querySelector('[part=panel]'), 'it was not fetched again on the click');
    expect(button.isConnected).to.equal(true);
    expect(backend.created, 'fetching the panel again must not start a payment again').to.equal(1);
  });
});
