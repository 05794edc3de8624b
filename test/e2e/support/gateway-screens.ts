import { BackOffice } from './back-office.ts';
import { CheckoutPage } from './checkout-page.ts';
import { create, order } from './contract-caller.ts';
import type { Demo } from './demo.ts';
import { REDIRECT_ACCOUNTS } from './gateways.ts';
import type { Setting, Shoot } from './screens.ts';
import type { Shopper } from './shopper.ts';
import { approve, leave } from './wallet.ts';

/** Takes a shopper through what there is beside Alipay's own gateway, and shoots each. */
export async function walkGateways(demo: Demo, shopper: Shopper, setting: Setting, shoot: Shoot): Promise<void> {
  const orderThrough = async (account: string): Promise<CheckoutPage> => {
    const checkout = await shopper.order(account);
    if (setting.dir) await checkout.page.locator('html').evaluate((root) => root.setAttribute('dir', 'rtl'));
    return checkout;
  };

  const { page: front } = await shopper.open(demo.shopOrigin);
  await shoot('front', front);

  const choice = await orderThrough('alipay-wallets');
  await choice.pay();
  await choice.part('wallet').first().waitFor();
  await shoot('wallets', choice.page);

  const many = await shopper.order('alipay-wallets', { tea: 'puer', quantity: 9 });
  await many.pay();
  await many.part('wallet').last().scrollIntoViewIfNeeded();
  await shoot('wallets-unavailable', many.page);

  for (const { name, gateway } of REDIRECT_ACCOUNTS) {
    const panel = demo.panelOf(gateway);
    const checkout = await orderThrough(name);
    await checkout.pay();
    if (setting.isPhone) {
      await checkout.page.waitForURL(/\/(wallet|cashier)\//);
      await shoot(`${name}-wallet`, checkout.page);
      await leave(checkout.page);
      await checkout.part('icon').waitFor();
      await checkout.part('button').waitFor();
      await shoot(`${name}-back`, checkout.page);
    } else {
      await checkout.part('icon').waitFor();
      await checkout.part('button').waitFor();
      await shoot(`${name}-before-window`, checkout.page);
      const opening = checkout.page.waitForEvent('popup');
      await checkout.part('button').click();
      const opened = await opening;
      await opened.waitForURL(/\/cashier\//);
      await shoot(`${name}-cashier`, opened);
      await shoot(`${name}-window-open`, checkout.page);
      await leave(opened);
      await new CheckoutPage(opened).part('icon').waitFor();
      await shoot(`${name}-window-back`, opened);
      await shoot(`${name}-window-was-back`, checkout.page);
      await checkout.page.bringToFront();
      const again = checkout.page.waitForEvent('popup');
      await checkout.part('button').click();
      const second = await again;
      await approve(second);
      await checkout.reach('success');
      await new CheckoutPage(second).reach('success');
      await shoot(`${name}-window-paid`, second);
      await shoot(`${name}-paid`, checkout.page);
      const processing = await orderThrough(name);
      await processing.pay();
      await processing.reach('awaiting');
      await panel.act({ reference: await processing.reference() }, 'pend');
      await processing.reach('processing');
      await shoot(`${name}-processing`, processing.page);
    }
    const { page } = await shopper.open(`${demo.originOf(gateway)}/panel`);
    await shoot(`${name}-panel`, page);
    // Each page that follows a payment holds one of the browser's six connections to the shop.
    for (const one of shopper.context.pages()) await one.close();
  }

  await walkBackOffice(demo, shopper, shoot);
}

/** With a payment that has been returned in part, one that waits to be returned, and a refund that was refused. */
async function walkBackOffice(demo: Demo, shopper: Shopper, shoot: Shoot): Promise<void> {
  const panel = demo.panelOf('wooshpay');
  const office = await BackOffice.open(shopper, demo);
  for (const refunds of ['auto', 'manual'] as const) {
    await panel.setFaults({ refunds });
    const { body } = await create(demo, { orderId: await order(demo, 1, 'wooshpay') });
    const { id } = body.payment!;
    await panel.act({ reference: id }, 'approve');
    await office.shows(office.payment(id).getByRole('textbox'));
    await office.refund(id, '3.14');
    await office.refunds(id).waitFor();
    if (refunds === 'manual') await office.refund(id);
  }
  await shoot('back-office', office.page);
}
