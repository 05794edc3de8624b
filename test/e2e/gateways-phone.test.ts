import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { devices } from 'playwright-core';
import { OTHER_GATEWAYS, REDIRECT_ACCOUNTS } from './support/gateways.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';
import { approve, decline, leave } from './support/wallet.ts';

const ORDER = /\/orders\/[\w-]+$/;

for (const device of ['iPhone 15', 'Galaxy S24']) {
  describe(device, () => {
    const stage = setStage({ gateways: OTHER_GATEWAYS });
    const phone = { ...devices[device], locale: 'en-US' };

    for (const { name, gateway, isCancellable } of REDIRECT_ACCOUNTS) {
      it(`goes to ${name} with one tap, and comes back to its success`, async () => {
        const checkout = await (await stage.shopper(phone)).order(name);
        const { orderId } = checkout;
        await checkout.part('button').tap();
        await approve(checkout.page);
        await checkout.page.waitForURL(ORDER);
        await checkout.reach('success');
        assert.equal((await stage.demo.panelOf(gateway).payment(await checkout.reference())).stage, 'paid');
        await until('a paid order', async () => (await stage.demo.recordsOf(orderId)).order === 'paid');
      });

      it(`leaves ${name} without paying, goes there again, and is declined`, async () => {
        const checkout = await (await stage.shopper(phone)).order(name);
        await checkout.part('button').tap();
        await leave(checkout.page);
        await checkout.page.waitForURL(ORDER);
        await checkout.says('Did Alipay not open?');
        const reference = await checkout.reference();
        assert.equal(await checkout.button('Cancel').count(), isCancellable ? 1 : 0);

        // An address may be good for one use only. What cannot be cancelled stays the one payment, with the one it has.
        await checkout.button(isCancellable ? 'Get a new link' : 'Pay on the website').tap();
        await decline(checkout.page);
        await checkout.page.waitForURL(ORDER);
        await checkout.reach('failed');
        const declined = await checkout.reference();
        assert.equal(declined === reference, !isCancellable);
        assert.equal((await stage.demo.panelOf(gateway).payment(declined)).stage, 'declined');
      });
    }
  });
}
