import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { CheckoutPage } from './support/checkout-page.ts';
import { create, order } from './support/contract-caller.ts';
import { type Account, ACCOUNTS, OTHER_GATEWAYS, REDIRECT_ACCOUNTS } from './support/gateways.ts';
import { begin } from './support/payers.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';
import { approve } from './support/wallet.ts';

describe('a payment through a bad day of its gateway', () => {
  const stage = setStage({ gateways: OTHER_GATEWAYS, faults: { notifications: 'drop' } });
  const approveAt = ({ gateway }: Account, reference: string) =>
    stage.demo.panelOf(gateway).act({ reference }, 'approve');
  const becomesPaid = (orderId: string, withinMs?: number) =>
    until('a paid order', async () => (await stage.demo.recordsOf(orderId)).order === 'paid', withinMs);

  /** Side by side, since most of it is waiting. */
  async function throughEach(accounts: readonly Account[], play: (account: Account) => Promise<void>): Promise<void> {
    const plays = accounts.map((account) =>
      play(account).catch((cause: unknown) => {
        throw new Error(`It did not work through ${account.name}`, { cause });
      }),
    );
    await Promise.all(plays);
  }

  const unattended: string[] = [];
  before(async () => {
    for (const panel of stage.demo.panels) await panel.setFaults({ notifications: 'drop' });
    for (const account of ACCOUNTS) {
      const orderId = await order(stage.demo, 1, account.name);
      const { body } = await create(stage.demo, { orderId });
      await approveAt(account, body.payment!.id);
      unattended.push(orderId);
    }
  });

  it('is settled within seconds where its notification is lost and a page follows it', () =>
    throughEach(ACCOUNTS, async (account) => {
      const checkout = await begin(stage, account);
      await approveAt(account, await checkout.reference());
      await checkout.reach('success');
      await becomesPaid(checkout.orderId);
    }));

  it('is settled where the gateway dies while its shopper pays, and comes back', () =>
    throughEach(REDIRECT_ACCOUNTS, async (account) => {
      const { gateway } = account;
      const checkout = await begin(stage, account);
      const reference = await checkout.reference();
      await stage.demo.killGateway(gateway);
      await stage.demo.startGateway(gateway);
      assert.equal(await checkout.phase(), 'awaiting');
      await approveAt(account, reference);
      await checkout.reach('success');
      await becomesPaid(checkout.orderId);
    }));

  /** A click whose payment the gateway has not confirmed to the shop. */
  async function clickInVain({ name }: Account): Promise<CheckoutPage> {
    const checkout = await (await stage.shopper()).order(name);
    await checkout.pay();
    await checkout.reach('awaiting');
    assert.equal(await checkout.button('Open Alipay').count(), 0);
    return checkout;
  }

  async function isPaidOnce(checkout: CheckoutPage, { gateway }: Account): Promise<void> {
    const panel = stage.demo.panelOf(gateway);
    await panel.setFaults({ gateway: 'up', notifications: 'deliver' });
    await checkout.button('Open Alipay').waitFor({ timeout: 50_000 });
    const reference = await checkout.reference();
    await approve(await checkout.openWindow());
    await checkout.reach('success');
    const paid = (await panel.attemptsOf(reference)).filter(({ stage: at }) => at === 'paid');
    assert.equal(paid.length, 1);
  }

  it('gets there where the gateway answers slowly', () =>
    throughEach(REDIRECT_ACCOUNTS, async (account) => {
      await stage.demo.panelOf(account.gateway).setFaults({ gateway: 'slow', delayMs: 2_000 });
      const checkout = await begin(stage, account);
      await isPaidOnce(checkout, account);
    }));

  // Trust Payments knows no idempotency: it is left in peace for half a minute, which the next test waits for.
  const [checkoutCom, wooshPay] = REDIRECT_ACCOUNTS;
  it('gets there where the gateway was dead at the click', () =>
    throughEach([checkoutCom, wooshPay], async (account) => {
      await stage.demo.killGateway(account.gateway);
      const checkout = await clickInVain(account);
      await stage.demo.startGateway(account.gateway);
      await isPaidOnce(checkout, account);
    }));

  it('gets there where the answer to the click was lost', () =>
    throughEach(REDIRECT_ACCOUNTS, async (account) => {
      await stage.demo.panelOf(account.gateway).setFaults({ gateway: 'lost' });
      await isPaidOnce(await clickInVain(account), account);
    }));

  it('is settled by the sweep where its notification is lost and nobody follows it', async () => {
    for (const orderId of unattended) await becomesPaid(orderId, 90_000);
  });
});
