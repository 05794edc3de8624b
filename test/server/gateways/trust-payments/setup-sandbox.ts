import assert from 'node:assert/strict';
import { createTrustPaymentsSandbox, type PaymentReport } from '../../../../demo/gateways/trust-payments/index.ts';
import type { GatewayPayment, PaymentLookup } from '../../../../src/server/gateway.ts';
import {
  createTrustPaymentsClient,
  trustPayments,
  type TrustPaymentsOptions,
} from '../../../../src/server/gateways/trust-payments/index.ts';
import { panelReports } from '../../../support/gateway-pages.ts';
import { NOW_MS } from '../../../support/gateway-payments.ts';
import { openInbox, wireTo } from '../../../support/gateway-wire.ts';
import { aPayment, SITE, someOptions } from './fixtures.ts';

export const ORIGIN = 'http://localhost:4023';

export interface Setup {
  /** What the merchant has told the adapter. */
  readonly options?: Partial<TrustPaymentsOptions>;
  /** What is set up at the gateway. */
  readonly site?: Readonly<Record<string, unknown>>;
}

/** The adapter before a simulated gateway that follows the manual and shares no code with it. */
export function setupSandbox({ options: overrides = {}, site = {} }: Setup = {}) {
  const { post, inbox } = openInbox(() => gateway.acknowledge());
  const sandbox = createTrustPaymentsSandbox({
    origin: ORIGIN,
    now: () => NOW_MS,
    schedule: () => () => undefined,
    fetch: post,
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

  const { fetch, calls: sent } = wireTo((request) => sandbox.fetch(request));
  const options = someOptions({ host: ORIGIN, fetch, ...overrides });
  const gateway = trustPayments(options);

  const panel = panelReports<PaymentReport>(sandbox, ORIGIN);
  const report = () => panel<PaymentReport & Record<string, unknown>>(`payments/${aPayment().id}`);

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
