import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { detectDevice } from '../../src/device/detect.ts';
import { PosedCheckout } from '../support/posed-checkout.ts';
import { waitUntil } from '../support/wait-until.ts';

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0';

async function setup(userAgent: string) {
  const checkout = Object.assign(new PosedCheckout(), {
    device: detectDevice({ userAgent }),
    endpoint: '/alipay',
    orderId: 'A-1001',
    autostart: true,
  });
  (await fixture(html`<div></div>`)).append(checkout);
  await checkout.updateComplete;
  return checkout;
}

describe('autostart', () => {
  it('starts without a click for a shopper', async () => {
    const { session } = await setup(`${CHROME} Safari/537.36`);
    await waitUntil(() => session.calls.includes('start'), 'it never started');
  });

  it('leaves it to the click of a bot', async () => {
    const { session, shadowRoot } = await setup(`${CHROME} (compatible; Googlebot/2.1)`);
    await nextFrame();
    expect(session.calls).to.not.include('start');
    shadowRoot!.querySelector('button')!.click();
    expect(session.calls).to.include('start');
  });
});
