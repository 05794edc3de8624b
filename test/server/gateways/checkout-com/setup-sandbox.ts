import { createCheckoutComSandbox, type PaymentReport } from '../../../../demo/gateways/checkout-com/index.ts';
import {
  checkoutCom,
  type CheckoutComOptions,
  createCheckoutComClient,
} from '../../../../src/server/gateways/checkout-com/index.ts';
import type { GatewayPayment, Notice } from '../../../../src/server/gateway.ts';
import { createTestClock } from '../../../../src/testing/clock.ts';
import { panelReports } from '../../../support/gateway-pages.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { openInbox, wireTo } from '../../../support/gateway-wire.ts';
import { aPayment, previousOptions, someOptions } from './fixtures.ts';

export const ORIGIN = 'http://localhost:4021';

export type PlatformName = 'previous' | 'current';

export interface SandboxSetup {
  readonly platform?: PlatformName;
  /** What the merchant has set up otherwise than the gateway's dashboard says. */
  readonly options?: Partial<CheckoutComOptions>;
  /** What the account has that is not as usual. */
  readonly account?: Readonly<Record<string, unknown>>;
}

/** The adapter before a simulated gateway that follows the manual and shares no code with it. */
export async function setupSandbox({ platform = 'current', options = {}, account = {} }: SandboxSetup = {}) {
  const time = createTestClock(NOW_MS);
  const { post, inbox } = openInbox(() => gateway.acknowledge());
  const usual = platform === 'current' ? someOptions() : previousOptions();
  const sandbox = createCheckoutComSandbox({
    origin: ORIGIN,
    now: () => time.now(),
    schedule: (delayMs, task) => time.schedule(delayMs, task),
    fetch: post,
  });
  const { fetch, calls } = wireTo((request) => sandbox.fetch(request));
  const chosen = { ...usual, now: () => time.now(), host: ORIGIN, fetch, ...options };
  const gateway = checkoutCom(chosen);
  const client = createCheckoutComClient(chosen);

  const panel = panelReports<PaymentReport>(sandbox, ORIGIN);
  const { secretKey, webhookKey, processingChannelId } = usual;
  const webhookUrl = 'https://shop.example/alipay/notifications/checkout';
  await panel('merchants', { secretKey, webhookKey, processingChannelId, webhookUrl, ...account });

  return {
    gateway,
    client,
    time,
    sandbox,
    /** What has been sent, and is then forgotten. */
    sent: () => calls.splice(0),
    act: (event: string, { id }: GatewayPayment = paymentOf(platform), body = {}) =>
      panel(`payments/${id}/${event}`, body),
    settleRefund: (id: string, outcome: 'succeed' | 'fail') => panel(`refunds/${id}/${outcome}`, {}),
    report: ({ id }: GatewayPayment = paymentOf(platform)) => panel(`payments/${id}`),
    payments: async () => (await panel<{ payments: PaymentReport[] }>('payments')).payments,
    setFaults: (faults: object) => panel<object>('faults', faults),
    /** The notifications that have arrived, as the adapter reads them. */
    notices: async (...known: GatewayPayment[]): Promise<(Notice | null)[]> => {
      await sandbox.settled();
      return Promise.all(inbox.splice(0).map((one) => gateway.readNotification(one, lookupOf(...known))));
    },
    inbox,
  };
}

/** A payment that the account of this platform can take. */
export function paymentOf(platform: PlatformName, change: Partial<GatewayPayment> = {}): GatewayPayment {
  const currency = platform === 'current' ? 'HKD' : 'USD';
  return aPayment({ amount: { currency, value: 2000, exponent: 2 }, ...change });
}
