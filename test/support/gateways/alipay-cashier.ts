import { generateKeyPairSync } from 'node:crypto';
import { createAlipaySandbox } from '../../../demo/gateways/alipay-cashier/index.ts';
import { alipayCashier } from '../../../src/server/gateways/alipay-cashier/index.ts';
import type { FixtureContext, GatewayFixture } from '../../../src/testing/gateway.ts';
import { drivePanel, endRefundsByHand } from './panel.ts';

const ORIGIN = 'http://localhost:4020';
const CLIENT_ID = 'SANDBOX_5XEXAMPLE0000000001';
const merchantKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const gatewayKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const spki = { format: 'der', type: 'spki' } as const;

/** Our Alipay Cashier adapter before the simulated gateway. */
export async function alipayCashierFixture({ clock, over, receive }: FixtureContext): Promise<GatewayFixture> {
  const sandbox = createAlipaySandbox({
    origin: ORIGIN,
    keys: gatewayKeys,
    now: () => clock.now(),
    schedule: (delayMs, task) => clock.schedule(delayMs, task),
    fetch: (input, init) => receive(new Request(input, init)),
  });
  const publicKey = merchantKeys.publicKey.export(spki).toString('base64');
  const gatewayPublicKey = sandbox.registerMerchant(CLIENT_ID, publicKey, 'Tea House');
  const privateKey = merchantKeys.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  await endRefundsByHand(sandbox, ORIGIN);
  return {
    gateway: alipayCashier({
      clientId: CLIENT_ID,
      privateKey,
      gatewayPublicKey,
      host: ORIGIN,
      wallets: ['ALIPAY_CN', 'ALIPAY_HK'],
      fetch: over((input, init) => sandbox.fetch(new Request(input, init))),
      now: () => clock.now(),
    }),
    amount: { currency: 'USD', value: 2000 },
    secrets: [privateKey],
    ...drivePanel(sandbox, { origin: ORIGIN, refundDone: 'SUCCESS' }),
  };
}
