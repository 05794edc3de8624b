import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { setup } from './setup.ts';

describe('a display that cannot be fetched', () => {
  const worker = setupWorker();
  before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }));
  after(() => worker.stop());

  it('leaves the payment in its place on the page', async () => {
    worker.use(http.get('*/element/display/overlay.ts', () => HttpResponse.error()));
    const { checkout, over, root, become, button } = await setup('dialog');
    button().click();
    await become({ phase: 'creating', resuming: false });
    await checkout.updateComplete;
    expect(over()).to.equal(null);
    expect(root.querySelector('[part=title]')!.textContent).to.equal('Preparing your payment');
  });
});
