import { randomBytes } from 'node:crypto';
import { trustPayments } from 'alipay-checkout/gateways/trust-payments';
import type { Gateway } from 'alipay-checkout/server';
import { register } from './register.ts';
import type { Vault } from './vault.ts';

/** The shop's test site at Trust Payments. */
export async function openTrustPayments(origin: string, vault: Vault, notificationUrl: string): Promise<Gateway> {
  const create = () => randomBytes(16).toString('hex');
  const username = 'webservices@teahouse.example';
  const password = await vault.secret('trust-payments password', create);
  const notificationPassword = await vault.secret('trust-payments notification password', create);
  const siteReference = 'test_teahouse1';
  await register(origin, {
    name: 'Tea House',
    sitereference: siteReference,
    username,
    password,
    notificationUrl,
    notificationPassword,
    wap: true,
  });
  return trustPayments({ username, password, siteReference, notificationPassword, host: origin, wap: true });
}
