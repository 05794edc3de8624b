import type { Page } from 'playwright-core';
import type { CheckoutPage } from './checkout-page.ts';
import type { Account } from './gateways.ts';
import type { Stage } from './stage.ts';
import { scan } from './wallet.ts';

/** A shopper at a desktop who has ordered and clicked, and whose payment can now be paid. */
export async function begin(stage: Stage, { name, hasCode }: Account): Promise<CheckoutPage> {
  const checkout = await (await stage.shopper()).order(name);
  await checkout.pay();
  await canPay(checkout, { hasCode });
  return checkout;
}

/** Waits until there is a code, or a way to the gateway's window. */
export async function canPay(checkout: CheckoutPage, { hasCode }: Pick<Account, 'hasCode'>): Promise<void> {
  await (hasCode ? checkout.codeIsPainted() : checkout.button('Open Alipay').waitFor());
}

/** The page on which that shopper decides: on the phone that has scanned the code, or in a window of its own. */
export async function openWallet(stage: Stage, checkout: CheckoutPage, { hasCode }: Account): Promise<Page> {
  if (!hasCode) return checkout.openWindow();
  const { walletUrl } = await stage.gateway.payment(await checkout.reference());
  return scan(stage, walletUrl);
}
