import assert from 'node:assert/strict';
import { createAlipaySandbox, type PaymentReport } from '../../../../demo/gateways/alipay-cashier/index.ts';
import {
  alipayCashier,
  type AlipayCashierOptions,
  createAlipayCashierClient,
} from '../../../../src/server/gateways/alipay-cashier/index.ts';
import type { GatewayPayment, IncomingNotification, Notice } from '../../../../src/server/gateway.ts';
import { aPayment, gatewayKeys, lookupOf, merchantKeys, NOW_MS, someOptions, spkiOf } from './fixtures.ts';

export const ORIGIN = 'http://localhost:4020';

/** The adapter before a simulated gateway that follows the manual and shares no code with it. */
export function setupSandbox(overrides: Partial<AlipayCashierOptions> = {}) {
  let nowMs = NOW_MS;
  const now = () => nowMs;
  const inbox: IncomingNotification[] = [];
  const options = { ...someOptions({ host: ORIGIN, now }), ...overrides };

  const sandbox = createAlipaySandbox({
    origin: ORIGIN,
    now,
    keys: gatewayKeys,
    schedule: () => () => undefined,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const body = new Uint8Array(await request.arrayBuffer());
      inbox.push({ method: request.method, target: pathname + search, headers: request.headers, body });
      return gateway.acknowledge();
    },
  });
  sandbox.registerMerchant(options.clientId, spkiOf(merchantKeys));
  const wire: typeof fetch = (input, init) => sandbox.fetch(new Request(input, init));
  const gateway = alipayCashier({ fetch: wire, ...options });
  const client = createAlipayCashierClient({ fetch: wire, ...options });

  const panel = async (path: string, body?: object): Promise<PaymentReport> => {
    const method = body ? 'POST' : 'GET';
    const init = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await sandbox.fetch(new Request(`${ORIGIN}/panel/${path}`, { method, ...init }));
    assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
    return (await response.json()) as PaymentReport;
  };

  return {
    gateway,
    client,
    act: (action: string, { id }: GatewayPayment, body = {}) => panel(`payments/${id}/${action}`, body),
    report: ({ id }: GatewayPayment) => panel(`payments/${id}`),
    setFaults: (faults: object) => panel('faults', faults),
    pass: (ms: number) => (nowMs += ms),
    /** The notifications that have arrived, as the adapter reads them. */
    notifications: async (): Promise<(Notice | null)[]> => {
      await sandbox.settled();
      return Promise.all(
        inbox.splice(0).map((notification) => gateway.readNotification(notification, lookupOf(aPayment()))),
      );
    },
  };
}
