import assert from 'node:assert/strict';
import { createCheckoutComSandbox, type PaymentReport } from '../../../../demo/gateways/checkout-com/index.ts';
import {
  checkoutCom,
  type CheckoutComOptions,
  createCheckoutComClient,
} from '../../../../src/server/gateways/checkout-com/index.ts';
import type { GatewayPayment, IncomingNotification, Notice } from '../../../../src/server/gateway.ts';
import { virtualTime } from '../../../demo/support/virtual-time.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { aPayment, type Call, previousOptions, someOptions } from './fixtures.ts';

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
  const inbox: IncomingNotification[] = [];
  const calls: Call[] = [];
  const time = virtualTime(NOW_MS, () => sandbox.settled());
  const usual = platform === 'current' ? someOptions() : previousOptions();
  const sandbox = createCheckoutComSandbox({
    origin: ORIGIN,
    now: time.now,
    schedule: time.schedule,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const body = new Uint8Array(await request.arrayBuffer());
      inbox.push({ method: request.method, target: pathname + search, headers: request.headers, body });
      return gateway.acknowledge();
    },
  });
  const wire: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const sent = request.clone();
    const headers = Object.fromEntries(request.headers);
    calls.push({ method: request.method, url: request.url, headers, body: await sent.text() });
    return sandbox.fetch(request);
  };
  const chosen = { ...usual, now: time.now, host: ORIGIN, fetch: wire, ...options };
  const gateway = checkoutCom(chosen);
  const client = createCheckoutComClient(chosen);

  const panel = async <T = PaymentReport>(path: string, body?: object): Promise<T> => {
    const method = body ? 'POST' : 'GET';
    const init = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await sandbox.fetch(new Request(`${ORIGIN}/panel/${path}`, { method, ...init }));
    assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
    return (await response.json()) as T;
  };
  const { secretKey, webhookKey, processingChannelId } = usual;
  const webhookUrl = 'https://shop.example/alipay/notifications/checkout';
  await panel('merchants', { secretKey, webhookKey, processingChannelId, webhookUrl, ...account });

  return {
    gateway,
    client,
    calls,
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
