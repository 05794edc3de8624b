import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckoutPage } from './support/checkout-page.ts';
import { readQr } from './support/qr-reader.ts';
import { NETWORK_TROUBLE, setStage } from './support/stage.ts';
import { until } from './support/until.ts';

describe('a payment over a bad network', () => {
  const stage = setStage();

  /** A shopper who sees the code of their payment. */
  async function withCode(): Promise<CheckoutPage> {
    const checkout = await (await stage.shopper()).order();
    await checkout.pay();
    await checkout.codeIsPainted();
    return checkout;
  }

  const approve = async ({ orderId }: CheckoutPage): Promise<unknown> =>
    stage.gateway.act(await stage.gateway.paymentOf(orderId), 'approve');

  /** The success is in the store, and in the page that was open all the time. */
  async function endsPaid(checkout: CheckoutPage): Promise<void> {
    await checkout.reach('success', 40_000);
    const phases = (await checkout.changes()).map(({ phase }) => phase);
    assert.equal(phases[0], 'creating', 'the page was loaded again');
    await until('an order that is paid', async () => (await stage.demo.recordsOf(checkout.orderId)).order === 'paid');
    assert.equal((await stage.demo.recordsOf(checkout.orderId)).payment, 'success');
    assert.equal((await stage.gateway.paymentOf(checkout.orderId)).status, 'SUCCESS');
  }

  it('gets there by polling where no stream gets through', async () => {
    stage.expectComplaints(NETWORK_TROUBLE);
    const shopper = await stage.shopper();
    await shopper.context.route('**/events', (route) => route.abort());
    const checkout = await shopper.order();
    await checkout.pay();
    await checkout.codeIsPainted();
    await approve(checkout);
    await endsPaid(checkout);
  });

  it('gets there by polling where a proxy holds the stream back', async () => {
    const shopper = await stage.shopper();
    await shopper.context.route('**/events', () => new Promise(() => {}));
    const checkout = await shopper.order();
    await checkout.pay();
    await checkout.codeIsPainted();
    await approve(checkout);
    await endsPaid(checkout);
  });

  it('gets there though nothing beside the entry loads at the first try', async () => {
    stage.expectComplaints(NETWORK_TROUBLE);
    const shopper = await stage.shopper();
    const failed = new Set<string>();
    await shopper.context.route('**/chunks/*.js*', (route) => {
      const { pathname, search } = new URL(route.request().url());
      // A browser that never asks again for an address that has failed once finds the chunk under another.
      if (search) return route.continue();
      failed.add(pathname);
      return route.abort();
    });
    const checkout = await shopper.order();
    await checkout.pay();
    await checkout.codeIsPainted();
    await approve(checkout);
    await endsPaid(checkout);
    assert.ok(failed.size >= 4, `${failed.size} chunks had failed`);
  });

  it('gets there by inquiry, within seconds, where the notification is lost', async () => {
    await stage.gateway.setFaults({ notifications: 'drop' });
    const checkout = await withCode();
    const approvedAtMs = Date.now();
    await approve(checkout);
    await endsPaid(checkout);
    const success = (await checkout.changes()).find(({ phase }) => phase === 'success');
    const delayMs = success!.atMs - approvedAtMs;
    assert.ok(delayMs < 6_000, `success came ${delayMs} ms after the approval`);
  });

  it('takes a doubled notification as one', async () => {
    await stage.gateway.setFaults({ notifications: 'duplicate' });
    const checkout = await withCode();
    await approve(checkout);
    await endsPaid(checkout);
    const { notifications } = await stage.gateway.paymentOf(checkout.orderId);
    assert.deepEqual([...new Set(notifications.map(({ outcome }) => outcome))], ['acknowledged']);
  });

  it('survives a shop that dies before the approval', async () => {
    stage.expectComplaints(NETWORK_TROUBLE);
    const checkout = await withCode();
    await stage.demo.killShop();
    await stage.demo.startShop();
    await approve(checkout);
    await endsPaid(checkout);
  });

  it('survives a shop that is dead during the approval, and never hears of it', async () => {
    stage.expectComplaints(NETWORK_TROUBLE);
    const checkout = await withCode();
    await stage.demo.killShop();
    await approve(checkout);
    await until('a notification that found nobody', async () => {
      const { notifications } = await stage.gateway.paymentOf(checkout.orderId);
      return notifications.some(({ outcome }) => outcome === 'unreachable');
    });
    await stage.demo.startShop();
    await endsPaid(checkout);
  });

  it('survives a shop that dies right after the approval', async () => {
    stage.expectComplaints(NETWORK_TROUBLE);
    await stage.gateway.setFaults({ notifications: 'drop' });
    const checkout = await withCode();
    await approve(checkout);
    await stage.demo.killShop();
    await stage.demo.startShop();
    await endsPaid(checkout);
  });

  it('shows its code by itself as soon as a gateway that was down is back, and asks for one payment only', async () => {
    await stage.gateway.setFaults({ gateway: 'down' });
    const checkout = await (await stage.shopper()).order();
    await checkout.pay();
    await checkout.reach('awaiting');
    await checkout.says('Preparing your payment');
    assert.equal((await stage.gateway.paymentsOf(checkout.orderId)).length, 0);

    await stage.gateway.setFaults({ gateway: 'up' });
    await checkout.codeIsPainted(30_000);
    assert.equal(await readQr(checkout.page), (await stage.gateway.paymentOf(checkout.orderId)).walletUrl);
    await approve(checkout);
    await endsPaid(checkout);
  });

  it('shows its code by itself where the answer of the gateway was lost, and asks for one payment only', async () => {
    await stage.gateway.setFaults({ gateway: 'lost' });
    const checkout = await (await stage.shopper()).order();
    await checkout.pay();
    await checkout.reach('awaiting');
    await checkout.says('Preparing your payment');
    await stage.gateway.paymentOf(checkout.orderId);

    await stage.gateway.setFaults({ gateway: 'up' });
    await checkout.codeIsPainted(30_000);
    assert.equal(await readQr(checkout.page), (await stage.gateway.paymentOf(checkout.orderId)).walletUrl);
    await approve(checkout);
    await endsPaid(checkout);
  });
});
