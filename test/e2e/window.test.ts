import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CheckoutPage } from './support/checkout-page.ts';
import { OTHER_GATEWAYS, REDIRECT_ACCOUNTS } from './support/gateways.ts';
import { begin } from './support/payers.ts';
import { setStage } from './support/stage.ts';
import { approve, decline, leave } from './support/wallet.ts';

const ORDER = /\/orders\/[\w-]+$/;
const CLOSE = 'You can close this window and go on in the first one.';

describe('a window of its own', () => {
  const stage = setStage({ gateways: OTHER_GATEWAYS });

  for (const account of REDIRECT_ACCOUNTS) {
    it(`is cut off from the shop's page, which goes on with ${account.name} by itself`, async () => {
      const checkout = await begin(stage, account);
      const opened = await checkout.openWindow();
      await opened.getByRole('button', { name: 'Confirm payment' }).waitFor();
      assert.equal(new URL(opened.url()).origin, stage.demo.originOf(account.gateway));
      assert.equal(await opened.evaluate(() => window.opener === null), true);
      await checkout.says('Finish in the Alipay window');

      await approve(opened);
      await checkout.reach('success');
      await opened.waitForURL(ORDER);
      const returned = new CheckoutPage(opened);
      await returned.says('Paid');
      await opened.getByText(CLOSE, { exact: true }).waitFor();
      assert.equal(await returned.widget.getByRole('button').count(), 0);
    });
  }

  const [account] = REDIRECT_ACCOUNTS;

  it('that comes back without money offers no second way to pay: the first page does', async () => {
    const checkout = await begin(stage, account);
    const opened = await checkout.openWindow();
    await leave(opened);
    await opened.waitForURL(ORDER);
    const returned = new CheckoutPage(opened);
    await returned.says('Back from Alipay');
    await opened.getByText(CLOSE, { exact: true }).waitFor();
    assert.equal(await returned.widget.getByRole('button').count(), 0);

    const again = checkout.page.waitForEvent('popup');
    await checkout.button('Open Alipay again').click();
    await approve(await again);
    await checkout.reach('success');
    assert.equal((await stage.demo.panelOf(account.gateway).paymentsOf(checkout.orderId)).length, 1);
  });

  it('that comes back declined says so, and can be closed', async () => {
    const checkout = await begin(stage, account);
    const opened = await checkout.openWindow();
    await decline(opened);
    await opened.waitForURL(ORDER);
    await new CheckoutPage(opened).says('Alipay declined this payment');
    await opened.getByText(CLOSE, { exact: true }).waitFor();
    await checkout.reach('failed');
    await checkout.button('Try again').waitFor();
  });

  it('that has been closed can be opened again', async () => {
    const checkout = await begin(stage, account);
    const opened = await checkout.openWindow();
    await opened.getByRole('button', { name: 'Confirm payment' }).waitFor();
    await opened.close();
    await checkout.page.bringToFront();
    await checkout.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    const again = checkout.page.waitForEvent('popup');
    await checkout.button('Open Alipay again').click();
    await approve(await again);
    await checkout.reach('success');
  });

  it('that the browser blocks leaves the page itself, which comes back', async () => {
    const checkout = await begin(stage, account);
    await checkout.page.evaluate(() => {
      window.open = () => null;
    });
    await checkout.button('Open Alipay').click();
    await checkout.page.waitForURL(/\/cashier\//);
    await approve(checkout.page);
    await checkout.page.waitForURL(ORDER);
    await checkout.says('Paid');
    assert.equal(await checkout.page.getByText(CLOSE).count(), 0);
  });
});
