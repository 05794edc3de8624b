import { expect, fixture, html } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import '../../src/index.ts';
import type { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import { aHeldBackend } from '../support/held-backend.ts';
import { waitUntil } from '../support/wait-until.ts';

const worker = setupWorker();
before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }));
after(() => worker.stop());

describe('a panel that cannot be fetched', () => {
  it('leaves the button, which tries again without starting a payment again', async () => {
    localStorage.clear();
    let asked = 0;
    worker.use(
      http.get('*/element/panel.ts', () => {
        asked += 1;
        return HttpResponse.error();
      }),
    );
    const backend = aHeldBackend();
    const checkout = await fixture<AlipayCheckout>(
      html`<alipay-checkout order-id="A-1001" locale="en" presentation="qr" .backend=${backend}></alipay-checkout>`,
    );
    const button = checkout.shadowRoot!.querySelector('button')!;
    button.click();
    await checkout.updateComplete;
    expect(asked).to.be.greaterThan(0);
    expect(button).not.to.have.attribute('aria-busy');
    button.click();
    await checkout.updateComplete;
    await waitUntil(() => !button.ariaBusy, 'it is still busy');
    expect(backend.created).to.equal(1);
  });
});
