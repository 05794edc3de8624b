import { createAlipaySandbox, type PaymentReport } from '../../../../demo/gateways/alipay-cashier/index.ts';
import {
  alipayCashier,
  type AlipayCashierOptions,
  createAlipayCashierClient,
} from '../../../../src/server/gateways/alipay-cashier/index.ts';
import type { GatewayPayment, IncomingNotification, Notice } from '../../../../src/server/gateway.ts';
import { createTestClock } from '../../../../src/testing/clock.ts';
import { panelReports } from '../../../support/gateway-pages.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { openInbox, wireTo } from '../../../support/gateway-wire.ts';
import { aPayment, CLIENT_ID, gatewayKeys, merchantKeys, someOptions, spkiOf } from './fixtures.ts';

export const ORIGIN = 'http://localhost:4020';

/** A call by its target, as it is signed. */
export interface SentCall {
  readonly method: string;
  readonly target: string;
  readonly headers: Headers;
  readonly body: string;
}

/** The adapter before a simulated gateway that follows the manual and shares no code with it. */
export function setupSandbox(overrides: Partial<AlipayCashierOptions> = {}) {
  const time = createTestClock(NOW_MS);
  const { post, inbox } = openInbox(() => gateway.acknowledge());
  const options = { ...someOptions({ host: ORIGIN, now: () => time.now() }), ...overrides };

  const sandbox = createAlipaySandbox({
    origin: ORIGIN,
    now: () => time.now(),
    keys: gatewayKeys,
    schedule: (delayMs, task) => time.schedule(delayMs, task),
    fetch: post,
  });
  sandbox.registerMerchant(options.clientId, spkiOf(merchantKeys));
  const { fetch, calls } = wireTo((request) => sandbox.fetch(request));
  const gateway = alipayCashier({ fetch, ...options });
  const client = createAlipayCashierClient({ fetch, ...options });

  const panel = panelReports<PaymentReport>(sandbox, ORIGIN);

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
    sent: (): SentCall[] =>
      calls.splice(0).map(({ method, url, headers, body }) => {
        return { method, target: url.slice(ORIGIN.length), headers: new Headers(headers), body };
      }),
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
