import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { devices } from 'playwright-core';
import type { CheckoutPage } from './support/checkout-page.ts';
import { setStage } from './support/stage.ts';
import { approve, decline, leave } from './support/wallet.ts';

const WALLET = /\/wallet\/\d+$/;
const ORDER = /\/orders\/[\w-]+$/;

/** Taps the button, and stands in the wallet. */
async function openWallet(checkout: CheckoutPage): Promise<void> {
  await checkout.part('button').tap();
  await checkout.page.waitForURL(WALLET);
}

for (const device of ['iPhone 15', 'Galaxy S24']) {
  describe(device, () => {
    const stage = setStage();
    const phone = { ...devices[device], locale: 'en-US' };

    it('goes to the wallet with one tap, and comes back to its success', async () => {
      const checkout = await (await stage.shopper(phone)).order();
      const { orderId } = checkout;
      await openWallet(checkout);
      assert.equal((await stage.gateway.paymentOf(orderId)).terminal, 'WAP');
      await approve(checkout.page);
      await checkout.page.waitForURL(ORDER);
      await checkout.reach('success');
      assert.deepEqual(await stage.demo.recordsOf(orderId), { order: 'paid', payment: 'success' });
    });

    it('shows no success before the server knows of it: until then the page says that it asks', async () => {
      const checkout = await (await stage.shopper(phone)).order();
      const { orderId } = checkout;
      await openWallet(checkout);
      await stage.gateway.setFaults({ notifications: 'drop', gateway: 'slow', delayMs: 1_500 });
      await approve(checkout.page);
      await checkout.page.waitForURL(ORDER);
      await checkout.says('Checking with Alipay');
      assert.notEqual((await stage.demo.recordsOf(orderId)).payment, 'success');
      await checkout.reach('success');
      const phases = (await checkout.changes()).map(({ phase, checking }) => (checking ? 'checking' : phase));
      assert.ok(phases.indexOf('checking') < phases.indexOf('success'), phases.join());
      assert.equal((await stage.demo.recordsOf(orderId)).payment, 'success');
    });

    it('comes back to a payment that was declined', async () => {
      const checkout = await (await stage.shopper(phone)).order();
      await openWallet(checkout);
      await decline(checkout.page);
      await checkout.page.waitForURL(ORDER);
      await checkout.reach('failed');
    });

    const returns: Readonly<Record<string, (checkout: CheckoutPage, orderUrl: string) => Promise<unknown>>> = {
      'with the back button': ({ page }) => page.goBack(),
      'by opening the order again': ({ page }, orderUrl) => page.goto(orderUrl),
      'as the wallet sends it back': ({ page }) => leave(page),
    };
    for (const [how, comeBack] of Object.entries(returns)) {
      it(`that comes back ${how} without paying is told that we check, tries the app, the code, and gets a new link`, async () => {
        const checkout = await (await stage.shopper(phone)).order();
        const { orderId } = checkout;
        const orderUrl = checkout.page.url();
        await openWallet(checkout);
        const walletUrl = checkout.page.url();
        const { paymentRequestId } = await stage.gateway.paymentOf(orderId);

        await comeBack(checkout, orderUrl);
        await checkout.page.waitForURL(ORDER);
        await checkout.says('Checking with Alipay');
        await checkout.says('Continue in Alipay');
        assert.equal(await checkout.paymentId(), paymentRequestId);

        // There is no app here: nothing opens, and the page stays.
        await checkout.button('Open Alipay').tap();
        await checkout.says('Did Alipay not open?');
        assert.match(checkout.page.url(), ORDER);
        // Chromium may be asking over the page what to open the address with, and takes no taps meanwhile.
        await checkout.button('Show a code').dispatchEvent('click');
        await checkout.codeIsPainted();
        await checkout.button('Get a new link').dispatchEvent('click');
        await checkout.page.waitForURL((url) => WALLET.test(url.href) && url.href !== walletUrl);
        await checkout.page.getByRole('button', { name: 'Confirm payment' }).dispatchEvent('click');
        await checkout.page.waitForURL(ORDER);
        await checkout.reach('success');
        const payments = await stage.gateway.paymentsOf(orderId);
        assert.deepEqual(payments.map(({ status }) => status).sort(), ['CANCELLED', 'SUCCESS']);
      });
    }

    it('gets to the wallet where the gateway was down, as soon as it is back, with one payment only', async () => {
      await stage.gateway.setFaults({ gateway: 'down' });
      const checkout = await (await stage.shopper(phone)).order();
      const { orderId } = checkout;
      await checkout.part('button').tap();
      await checkout.reach('awaiting');
      await stage.gateway.setFaults({ gateway: 'up' });
      await checkout.page.waitForURL(WALLET);
      assert.equal(checkout.page.url(), (await stage.gateway.paymentOf(orderId)).walletUrl);
    });

    it('shows the outcome in another browser too, by the ticket of its address, and keeps it out of sight', async () => {
      const checkout = await (await stage.shopper(phone)).order();
      const { orderId } = checkout;
      await openWallet(checkout);
      const { redirectUrl } = await stage.gateway.paymentOf(orderId);
      assert.match(redirectUrl, /[?&]alipay_return=/);
      await fetch(checkout.page.url(), {
        method: 'POST',
        body: new URLSearchParams({ action: 'approve' }),
        redirect: 'manual',
      });

      const elsewhere = await (await stage.shopper(phone)).open(redirectUrl);
      await elsewhere.reach('success');
      assert.equal(elsewhere.page.url(), `${stage.demo.shopOrigin}/orders/${orderId}`);
      assert.equal(await elsewhere.page.evaluate(() => history.length), 2, 'about:blank and the order, no more');
    });

    it('in another browser may reopen a payment that is not paid yet', async () => {
      const checkout = await (await stage.shopper(phone)).order();
      const { orderId } = checkout;
      await openWallet(checkout);
      const { redirectUrl, walletUrl } = await stage.gateway.paymentOf(orderId);
      const elsewhere = await (await stage.shopper(phone)).open(redirectUrl);
      await elsewhere.says('Continue in Alipay');
      await elsewhere.button('Open Alipay').tap();
      await elsewhere.page.waitForURL(walletUrl);
      assert.equal((await stage.gateway.paymentsOf(orderId)).length, 1);
    });
  });
}
