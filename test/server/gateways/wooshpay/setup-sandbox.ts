import {
  type AccountForm,
  createWooshPaySandbox,
  type PaymentReport,
} from '../../../../demo/gateways/wooshpay/index.ts';
import type { GatewayPayment, Notice } from '../../../../src/server/gateway.ts';
import {
  createWooshPayClient,
  wooshPay,
  type WooshPayOptions,
} from '../../../../src/server/gateways/wooshpay/index.ts';
import { createTestClock } from '../../../../src/testing/clock.ts';
import { panelReports } from '../../../support/gateway-pages.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { openInbox, wireTo } from '../../../support/gateway-wire.ts';
import { aPayment, SECRET_KEY } from './fixtures.ts';

export const ORIGIN = 'http://localhost:4022';

export interface SandboxSetup {
  /** What the merchant has set up otherwise than the gateway's dashboard says. */
  readonly options?: Partial<WooshPayOptions>;
  /** What the account has that is not as usual. */
  readonly account?: AccountForm;
}

/** The adapter before a simulated gateway that follows the manual and shares no code with it. */
export function setupSandbox({ options = {}, account = {} }: SandboxSetup = {}) {
  const time = createTestClock(NOW_MS);
  let acknowledge = (): Response => gateway.acknowledge();
  const { post, inbox } = openInbox(() => acknowledge());
  const sandbox = createWooshPaySandbox({
    origin: ORIGIN,
    now: () => time.now(),
    schedule: (delayMs, task) => time.schedule(delayMs, task),
    fetch: post,
  });
  const webhookUrl = aPayment().notifyUrl;
  const { webhookSecret = '' } = sandbox.registerMerchant({ secretKey: SECRET_KEY, webhookUrl, ...account });
  const { fetch, calls } = wireTo((request) => sandbox.fetch(request));
  const chosen = { secretKey: SECRET_KEY, webhookSecret, now: () => time.now(), host: ORIGIN, fetch, ...options };
  const gateway = wooshPay(chosen);
  const client = createWooshPayClient(chosen);

  const panel = panelReports<PaymentReport>(sandbox, ORIGIN);

  return {
    gateway,
    client,
    time,
    inbox,
    /** What has been sent, and is then forgotten. */
    sent: () => calls.splice(0),
    /** What the shop answers to notifications from now on. */
    answerWith: (answer: () => Response) => (acknowledge = answer),
    act: (event: string, body = {}) => panel(`payments/${aPayment().id}/${event}`, body),
    settleRefund: (id: string, outcome: 'succeed' | 'fail') => panel(`refunds/${id}/${outcome}`, {}),
    report: () => panel(`payments/${aPayment().id}`),
    payments: async () => (await panel<{ payments: PaymentReport[] }>('payments')).payments,
    setFaults: (faults: object) => panel<object>('faults', faults),
    /** Changes the account as the dashboard does. */
    setAccount: (form: AccountForm) => sandbox.registerMerchant({ secretKey: SECRET_KEY, ...form }),
    /** What a browser is answered that opens an address. */
    open: (url: string) => sandbox.fetch(new Request(url)),
    /** The notifications that have arrived, as the adapter reads them. */
    notices: async (...known: GatewayPayment[]): Promise<(Notice | null)[]> => {
      await sandbox.settled();
      return Promise.all(inbox.splice(0).map((one) => gateway.readNotification(one, lookupOf(...known))));
    },
  };
}
