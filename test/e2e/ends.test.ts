import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readQr } from './support/qr-reader.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';
import { approve, decline, scan } from './support/wallet.ts';

describe('a payment that does not end in money', () => {
  const stage = setStage();

  it('is shown as failed where the shopper declines, and may be tried again', async () => {
    const checkout = await (await stage.shopper()).order();
    await checkout.pay();
    await checkout.codeIsPainted();
    const { walletUrl, paymentRequestId } = await stage.gateway.paymentOf(checkout.orderId);
    await decline(await scan(stage, walletUrl));
    await checkout.reach('failed');
    await checkout.says('Alipay declined this payment');
    assert.deepEqual(await stage.demo.recordsOf(checkout.orderId), { order: 'open', payment: 'failed' });

    await checkout.button('Try again').click();
    await checkout.codeIsPainted();
    const [second] = await stage.gateway.paymentsOf(checkout.orderId);
    assert.notEqual(second!.paymentRequestId, paymentRequestId);
    assert.equal(await readQr(checkout.page), second!.walletUrl);
  });

  it('is cancelled at the gateway itself where the shopper cancels', async () => {
    const checkout = await (await stage.shopper()).order();
    await checkout.pay();
    await checkout.codeIsPainted();
    await checkout.button('Cancel').click();
    await checkout.reach('voided');
    await checkout.says('Payment cancelled');
    const { status, calls, walletUrl } = await stage.gateway.paymentOf(checkout.orderId);
    assert.equal(status, 'CANCELLED');
    assert.ok(calls.cancel >= 1);

    const wallet = await scan(stage, walletUrl);
    await wallet.getByRole('heading', { name: 'Payment cancelled' }).waitFor();
    assert.equal(await wallet.getByRole('button').count(), 0);
  });

  it('is cancelled by the shop in the open page', async () => {
    const checkout = await (await stage.shopper()).order();
    await checkout.pay();
    await checkout.codeIsPainted();
    const { paymentRequestId } = await stage.gateway.paymentOf(checkout.orderId);
    const response = await fetch(`${stage.demo.shopOrigin}/admin/${paymentRequestId}/cancel`, { method: 'POST' });
    assert.ok(response.ok);
    await checkout.says('Cancelled by the shop');
    assert.equal((await stage.gateway.paymentOf(checkout.orderId)).status, 'CANCELLED');
  });

  it('expires, and is followed by a new code for the same order: only that one can still be paid', async () => {
    const checkout = await (await stage.shopper()).order();
    await checkout.pay();
    await checkout.codeIsPainted();
    const old = await stage.gateway.paymentOf(checkout.orderId);
    await stage.gateway.act(old, 'expire');
    await checkout.reach('voided');
    await checkout.says('The code has expired');

    await checkout.button('Get a new code').click();
    await checkout.codeIsPainted();
    const [fresh] = await stage.gateway.paymentsOf(checkout.orderId);
    assert.notEqual(fresh!.walletUrl, old.walletUrl);
    assert.equal(await readQr(checkout.page), fresh!.walletUrl);

    const oldWallet = await scan(stage, old.walletUrl);
    await oldWallet.getByRole('heading', { name: 'This code has expired' }).waitFor();
    // A wallet page that was open before offers its button still; the gateway is what refuses.
    const tapped = await fetch(old.walletUrl, { method: 'POST', body: new URLSearchParams({ action: 'approve' }) });
    assert.match(await tapped.text(), /This code has expired/);

    await approve(await scan(stage, fresh!.walletUrl));
    await checkout.reach('success');
    const statuses = (await stage.gateway.paymentsOf(checkout.orderId)).map(({ status }) => status);
    assert.deepEqual(statuses, ['SUCCESS', 'FAIL']);
    const paid = await until('an order that is paid', async () => {
      const records = await stage.demo.recordsOf(checkout.orderId);
      return records.order === 'paid' && records;
    });
    assert.deepEqual(paid, { order: 'paid', payment: 'success' });
  });

  it('is never made beside a success: who comes later is shown that the order is paid', async () => {
    const shopper = await stage.shopper();
    const checkout = await shopper.order();
    await checkout.pay();
    await checkout.codeIsPainted();
    // Another tab, still before its first click.
    const later = await (await stage.shopper()).open(checkout.page.url());
    await approve(await scan(stage, (await stage.gateway.paymentOf(checkout.orderId)).walletUrl));
    await checkout.reach('success');

    stage.expectComplaints(/status of 409/);
    await later.pay();
    await later.reach('success');
    assert.equal((await stage.gateway.paymentsOf(checkout.orderId)).length, 1);
  });
});
