import { randomUUID } from 'node:crypto';
import { checkoutCom } from 'alipay-checkout/gateways/checkout-com';
import type { Gateway } from 'alipay-checkout/server';
import { register } from './register.ts';
import type { Vault } from './vault.ts';

/** The shop's account at Checkout.com: of its previous platform, since that takes US dollars. */
export async function openCheckoutCom(origin: string, vault: Vault, notifyUrl: string): Promise<Gateway> {
  const secretKey = await vault.secret('checkout-com secret key', () => `sk_test_${randomUUID()}`);
  await register(origin, { name: 'Tea House', secretKey, webhookUrl: notifyUrl });
  return checkoutCom({ secretKey, host: origin });
}
