import { randomBytes } from 'node:crypto';
import { createWooshPayClient, wooshPay } from 'alipay-checkout/gateways/wooshpay';
import type { Gateway } from 'alipay-checkout/server';
import { register } from './register.ts';
import type { Vault } from './vault.ts';

/** WooshPay documentation, "Webhook": what a payment and its refunds need. */
const EVENTS = [
  'payment_intent.requires_action',
  'payment_intent.processing',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.refund.updated',
];

/** The shop's account at WooshPay. Its webhook is set up once: each time more would double every event. */
export async function openWooshPay(origin: string, vault: Vault, notifyUrl: string): Promise<Gateway> {
  const secretKey = await vault.secret('wooshpay secret key', () => `sk_test_${randomBytes(16).toString('hex')}`);
  await register(origin, { name: 'Tea House', secretKey });
  const webhookSecret = await vault.secret(`wooshpay webhook secret for ${notifyUrl}`, async () => {
    const client = createWooshPayClient({ secretKey, webhookSecret: 'none-yet', host: origin });
    const { secret } = await client.createWebhookEndpoint({
      url: notifyUrl,
      enabled_events: EVENTS,
      description: 'Tea House',
    });
    if (!secret) throw new Error('WooshPay has answered no webhook secret');
    return secret;
  });
  return wooshPay({ secretKey, webhookSecret, host: origin });
}
