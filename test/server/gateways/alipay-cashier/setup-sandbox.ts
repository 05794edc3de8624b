import assert from 'node:assert/strict';
import { createAlipaySandbox, type PaymentReport } from '../../../../demo/gateways/alipay-cashier/index.ts';
import {
  alipayCashier,
  type AlipayCashierOptions,
  createAlipayCashierClient,
} from '../../../../src/server/gateways/alipay-cashier/index.ts';
import type { GatewayPayment, IncomingNotification, Notice } from '../../../../src/server/gateway.ts';
import { virtualTime } from '../../../demo/support/virtual-time.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { aPayment, CLIENT_ID, gatewayKeys, merchantKeys, someOptions, spkiOf } from './fixtures.ts';

export const ORIGIN = 'http://localhost:4020';

/** A call as it went over the wire. */
export interface SentCall {
  readonly method: string;
  readonly target: string;
  readonly headers: Headers;
  readonly body: string;
}

/** The adapter before a simulated gateway that follows the manual and shares no code with it. */
export function setupSandbox(overrides: Partial<AlipayCashierOptions> = {}) {
  const inbox: IncomingNotification[] = [];
  const calls: SentCall[] = [];
  const time = virtualTime(NOW_MS, () => sandbox.settled());
  const options = { ...someOptions({ host: ORIGIN, now: time.now }), ...overrides };

  const sandbox = createAlipaySandbox({
    origin: ORIGIN,
    now: time.now,
    keys: gatewayKeys,
    schedule: time.schedule,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const body = new Uint8Array(await request.arrayBuffer());
      inbox.push({ method: request.method, target: pathname + search, headers: request.headers, body });
      return gateway.acknowledge();
    },
  });
  sandbox.registerMerchant(options.clientId, spkiOf(merchantKeys));
  const wire: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method, url, headers } = request;
    calls.push({ method, target: url.slice(ORIGIN.length), headers, body: await request.clone().text() });
    const { signal } = request;
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as DOMException));
    });
    return Promise.race([sandbox.fetch(request), aborted]);
  };
  const gateway = alipayCashier({ fetch: wire, ...options });
  const client = createAlipayCashierClient({ fetch: wire, ...options });

  const panel = async <T = PaymentReport>(path: string, body?: object): Promise<T> => {
    const method = body ? 'POST' : 'GET';
    const init = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await sandbox.fetch(new Request(`${ORIGIN}/panel/${path}`, { method, ...init }));
    assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
    return (await response.json()) as T;
  };

  return {
    gateway,
    client,
    panel,
    act: (action: string, { id }: GatewayPayment, body = {}) => panel(`payments/${id}/${action}`, body),
    report: ({ id }: GatewayPayment) => panel(`payments/${id}`),
    setFaults: (faults: object) => panel<object>('faults', faults),
    /** Signs the merchant up with another contract. */
    setContract: (contract: object) =>
      panel<object>('merchants', { clientId: CLIENT_ID, publicKey: spkiOf(merchantKeys), ...contract }),
    pass: (ms: number) => time.advance(ms),
    /** What has been sent, and is then forgotten. */
    sent: () => calls.splice(0),
    /** The notifications that have arrived, as they arrived. */
    received: async (): Promise<IncomingNotification[]> => {
      await time.advance(0);
      return inbox.splice(0);
    },
    /** The notifications that have arrived, as the adapter reads them. */
    notifications: async (...known: GatewayPayment[]): Promise<(Notice | null)[]> => {
      await time.advance(0);
      const payments = lookupOf(aPayment(), ...known);
      return Promise.all(inbox.splice(0).map((notification) => gateway.readNotification(notification, payments)));
    },
  };
}
