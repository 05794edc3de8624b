import assert from 'node:assert/strict';
import { createTrustPaymentsSandbox, type PaymentReport } from '../../../../demo/gateways/trust-payments/index.ts';
import type { GatewayPayment, IncomingNotification, PaymentLookup } from '../../../../src/server/gateway.ts';
import {
  createTrustPaymentsClient,
  trustPayments,
  type TrustPaymentsOptions,
} from '../../../../src/server/gateways/trust-payments/index.ts';
import { aPayment, SITE, someOptions } from './fixtures.ts';

export const ORIGIN = 'http://localhost:4023';
const NOW_MS = Date.parse('2026-11-21T12:30:00Z');

export interface Setup {
  /** What the merchant has told the adapter. */
  readonly options?: Partial<TrustPaymentsOptions>;
  /** What is set up at the gateway. */
  readonly site?: Readonly<Record<string, unknown>>;
}

/** A request as the gateway got it. */
export interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** The adapter before a simulated gateway that follows the manual and shares no code with it. */
export function setupSandbox({ options: overrides = {}, site = {} }: Setup = {}) {
  const inbox: IncomingNotification[] = [];
  const sent: Sent[] = [];
  const sandbox = createTrustPaymentsSandbox({
    origin: ORIGIN,
    now: () => NOW_MS,
    schedule: () => () => undefined,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const body = new Uint8Array(await request.arrayBuffer());
      inbox.push({ method: request.method, target: pathname + search, headers: request.headers, body });
      return gateway.acknowledge();
    },
  });
  const { username, password, notificationPassword } = someOptions();
  const account = {
    sitereference: SITE,
    username,
    password,
    notificationUrl: aPayment().notifyUrl,
    notificationPassword,
  };
  sandbox.registerSite({ ...account, ...site });

  const wire: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push({ url: request.url, headers: request.headers, body: await request.clone().text() });
    const givenUp = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => reject(new DOMException('No answer in time', 'TimeoutError')));
    });
    return Promise.race([sandbox.fetch(request), givenUp]);
  };
  const options = someOptions({ host: ORIGIN, fetch: wire, ...overrides });
  const gateway = trustPayments(options);

  const panel = async (path: string, body?: object): Promise<unknown> => {
    const init = body && { method: 'POST', body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    const response = await sandbox.fetch(new Request(`${ORIGIN}/panel/${path}`, { headers, ...init }));
    assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
    return response.json();
  };
  const report = async (): Promise<PaymentReport & Record<string, unknown>> =>
    (await panel(`payments/${aPayment().id}`)) as PaymentReport & Record<string, unknown>;

  return {
    gateway,
    client: createTrustPaymentsClient(options),
    sandbox,
    sent,
    report,
    panel,
    act: (action: string, body = {}) => panel(`payments/${aPayment().id}/${action}`, body),
    setFaults: (faults: object) => panel('faults', faults),
    /** Creates the payment. Answers it as the kit then knows it. */
    create: async (overrides: Partial<GatewayPayment> = {}): Promise<GatewayPayment> => {
      const { gatewayReference } = await gateway.createPayment(aPayment(overrides));
      assert.ok(gatewayReference);
      return aPayment({ ...overrides, gatewayReference });
    },
    /** The notifications that have arrived since the last time, as the adapter reads them. */
    notices: async (payments: PaymentLookup) => {
      await sandbox.settled();
      return Promise.all(inbox.splice(0).map((one) => gateway.readNotification(one, payments)));
    },
    /** The bodies of the notifications that have arrived. */
    bodies: async () => {
      await sandbox.settled();
      return inbox.splice(0).map(({ body }) => new TextDecoder().decode(body));
    },
  };
}
