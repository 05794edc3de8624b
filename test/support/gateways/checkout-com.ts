import { createCheckoutComSandbox } from '../../../demo/gateways/checkout-com/index.ts';
import { checkoutCom, type CheckoutComOptions } from '../../../src/server/gateways/checkout-com/index.ts';
import type { FixtureContext, GatewayFixture } from '../../../src/testing/gateway.ts';
import { panelReports } from '../gateway-pages.ts';
import { drivePanel, endRefundsByHand } from './panel.ts';

const ORIGIN = 'http://localhost:4021';

const ACCOUNTS = {
  previous: {
    options: { secretKey: 'sk_test_0b9b5db6-f223-49d0-b68f-f6643dd4f808' },
    amount: { currency: 'USD', value: 2000 },
  },
  current: {
    options: {
      secretKey: 'sk_sbox_o2nulev2arguvyf6w7sc5fkznaa',
      processingChannelId: 'pc_zs5fqhybzc2e3jmq3efvybybpq',
      webhookKey: 'Bearer any text of the merchant’s',
    },
    amount: { currency: 'HKD', value: 15_600 },
  },
} as const satisfies Record<string, { options: CheckoutComOptions; amount: GatewayFixture['amount'] }>;

/** Our Checkout.com adapter before the simulated gateway, as an account of either platform. */
export const checkoutComFixture =
  (platform: keyof typeof ACCOUNTS, differences: Partial<CheckoutComOptions & { behaviour: string }> = {}) =>
  async ({ clock, over, receive, notifyUrl }: FixtureContext): Promise<GatewayFixture> => {
    const { options, amount } = ACCOUNTS[platform];
    const { behaviour, ...changes } = differences;
    const sandbox = createCheckoutComSandbox({
      origin: ORIGIN,
      now: () => clock.now(),
      schedule: (delayMs, task) => clock.schedule(delayMs, task),
      fetch: (input, init) => receive(new Request(input, init)),
    });
    await panelReports(sandbox, ORIGIN)('merchants', {
      ...options,
      webhookUrl: notifyUrl,
      ...(behaviour && { behaviour }),
    });
    await endRefundsByHand(sandbox, ORIGIN);
    return {
      gateway: checkoutCom({
        ...options,
        ...changes,
        host: ORIGIN,
        fetch: over((input, init) => sandbox.fetch(new Request(input, init))),
        now: () => clock.now(),
      }),
      amount,
      secrets: [options.secretKey],
      ...drivePanel(sandbox, { origin: ORIGIN, refundDone: 'Approved' }),
    };
  };
