import { createTrustPaymentsSandbox } from '../../../demo/gateways/trust-payments/index.ts';
import { trustPayments, type TrustPaymentsOptions } from '../../../src/server/gateways/trust-payments/index.ts';
import type { FixtureContext, GatewayFixture } from '../../../src/testing/gateway.ts';
import { drivePanel, endRefundsByHand } from './panel.ts';

const ORIGIN = 'http://localhost:4023';
const USER = { username: 'webservices@teahouse.example', password: 'the password of webservices' };
const SITE = 'test_teahouse1';
const NOTIFICATION_PASSWORD = 'the password of notifications';

/** Our Trust Payments adapter before the simulated gateway. */
export const trustPaymentsFixture =
  (options: Partial<TrustPaymentsOptions> = {}) =>
  async ({ clock, over, receive, notifyUrl }: FixtureContext): Promise<GatewayFixture> => {
    const sandbox = createTrustPaymentsSandbox({
      origin: ORIGIN,
      now: () => clock.now(),
      schedule: (delayMs, task) => clock.schedule(delayMs, task),
      fetch: (input, init) => receive(new Request(input, init)),
    });
    sandbox.registerSite({
      name: 'Tea House',
      sitereference: SITE,
      ...USER,
      notificationUrl: notifyUrl,
      notificationPassword: NOTIFICATION_PASSWORD,
      wap: true,
    });
    await endRefundsByHand(sandbox, ORIGIN);
    return {
      gateway: trustPayments({
        ...USER,
        siteReference: SITE,
        notificationPassword: NOTIFICATION_PASSWORD,
        host: ORIGIN,
        wap: true,
        fetch: over((input, init) => sandbox.fetch(new Request(input, init))),
        ...options,
      }),
      amount: { currency: 'GBP', value: 2000 },
      secrets: [USER.password, NOTIFICATION_PASSWORD],
      ...drivePanel(sandbox, { origin: ORIGIN, refundDone: '100' }),
    };
  };
