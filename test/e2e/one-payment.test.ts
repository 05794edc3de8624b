import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readQr } from './support/qr-reader.ts';
import { setStage } from './support/stage.ts';

describe('an order has one live payment', () => {
  const stage = setStage();

  it('whatever a double click does', async () => {
    const checkout = await (await stage.shopper()).order();
    await checkout.part('button').dblclick();
    await checkout.codeIsPainted();
    const { calls } = await stage.gateway.paymentOf(checkout.orderId);
    assert.equal(calls.pay, 1);
  });

  it('in two tabs that pay at once', async () => {
    const shopper = await stage.shopper();
    const first = await shopper.order();
    const second = await shopper.open(first.page.url());
    await Promise.all([first.pay(), second.pay()]);
    await Promise.all([first.codeIsPainted(), second.codeIsPainted()]);
    const { reference, calls } = await stage.gateway.paymentOf(first.orderId);
    assert.equal(calls.pay, 1);
    assert.deepEqual([await first.paymentId(), await second.paymentId()], [reference, reference]);

    await stage.gateway.act({ reference }, 'approve');
    await Promise.all([first.reach('success'), second.reach('success')]);
  });

  it('in two browsers that pay at once', async () => {
    const first = await (await stage.shopper()).order();
    const second = await (await stage.shopper()).open(first.page.url());
    await Promise.all([first.pay(), second.pay()]);
    await Promise.all([first.codeIsPainted(), second.codeIsPainted()]);
    const { paymentRequestId, calls } = await stage.gateway.paymentOf(first.orderId);
    assert.equal(calls.pay, 1);
    assert.deepEqual([await first.paymentId(), await second.paymentId()], [paymentRequestId, paymentRequestId]);
  });

  it('that a reload finds again, with the same code', async () => {
    const checkout = await (await stage.shopper()).order();
    await checkout.pay();
    await checkout.codeIsPainted();
    const paymentId = await checkout.paymentId();
    const code = await readQr(checkout.page);
    await checkout.page.reload();
    await checkout.codeIsPainted();
    assert.equal(await checkout.paymentId(), paymentId);
    assert.equal(await readQr(checkout.page), code);
    const { walletUrl, calls } = await stage.gateway.paymentOf(checkout.orderId);
    assert.deepEqual([code, calls.pay], [walletUrl, 1]);
  });

  it('that a reload in the middle of its creation finds again', async () => {
    await stage.gateway.setFaults({ gateway: 'slow', delayMs: 1_500 });
    const checkout = await (await stage.shopper()).order();
    const asked = checkout.page.waitForRequest('**/alipay/payments');
    await checkout.pay();
    await asked;
    await checkout.page.reload();
    await checkout.codeIsPainted();
    const { walletUrl } = await stage.gateway.paymentOf(checkout.orderId);
    assert.equal(await readQr(checkout.page), walletUrl);
  });
});
