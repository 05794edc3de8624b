import { createWooshPaySandbox, type Account } from '../../../demo/gateways/wooshpay/index.ts';
import { wooshPay, type WooshPayOptions } from '../../../src/server/gateways/wooshpay/index.ts';
import type { FixtureContext, GatewayFixture } from '../../../src/testing/gateway.ts';
import { drivePanel, endRefundsByHand } from './panel.ts';

const ORIGIN = 'http://localhost:4022';
const SECRET_KEY = 'sk_test_4eC39HqLyjWDarjtT1zdp7dc';

/** Our WooshPay adapter before the simulated gateway, which `account` lets differ where the documents do. */
export const wooshPayFixture =
  (options: Partial<WooshPayOptions> = {}, account: Partial<Account> = {}) =>
  async ({ clock, over, receive, notifyUrl }: FixtureContext): Promise<GatewayFixture> => {
    const sandbox = createWooshPaySandbox({
      origin: ORIGIN,
      now: () => clock.now(),
      schedule: (delayMs, task) => clock.schedule(delayMs, task),
      fetch: (input, init) => receive(new Request(input, init)),
    });
    const form = { name: 'Tea House', secretKey: SECRET_KEY, webhookUrl: notifyUrl, ...account };
    const { webhookSecret = '' } = sandbox.registerMerchant(form);
    await endRefundsByHand(sandbox, ORIGIN);
    const panel = drivePanel(sandbox, { origin: ORIGIN, refundDone: 'succeeded' });
    return {
      gateway: wooshPay({
        secretKey: SECRET_KEY,
        webhookSecret,
        host: ORIGIN,
        fetch: over((input, init) => sandbox.fetch(new Request(input, init))),
        now: () => clock.now(),
        ...options,
      }),
      amount: { currency: 'EUR', value: 2000 },
      secrets: [SECRET_KEY, webhookSecret],
      ...panel,
      // On a hosted page the shopper tries again, so that this is no end.
      move: async (id, to) => !(options.page === 'hosted' && to === 'declined') && panel.move(id, to),
    };
  };
