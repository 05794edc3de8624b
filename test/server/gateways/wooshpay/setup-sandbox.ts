import assert from 'node:assert/strict';
import {
  type AccountForm,
  createWooshPaySandbox,
  type PaymentReport,
} from '../../../../demo/gateways/wooshpay/index.ts';
import type { GatewayPayment, IncomingNotification, Notice } from '../../../../src/server/gateway.ts';
import {
  createWooshPayClient,
  wooshPay,
  type WooshPayOptions,
} from '../../../../src/server/gateways/wooshpay/index.ts';
import { virtualTime } from '../../../demo/support/virtual-time.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { aPayment, SECRET_KEY } from './fixtures.ts';

export const ORIGIN = 'http://localhost:4022';

/** A request as it went over the wire. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SandboxSetup {
  /** What the merchant has set up otherwise than the gateway's dashboard says. */
  readonly options?: Partial<WooshPayOptions>;
  /** What the account has that is not as usual. */
  readonly account?: AccountForm;
}

/** The adapter before a simulated gateway that follows the manual and shares no code with it. */
export function setupSandbox({ options = {}, account = {} }: SandboxSetup = {}) {
  const inbox: IncomingNotification[] = [];
  const calls: Call[] = [];
  const time = virtualTime(NOW_MS, () => sandbox.settled());
  let acknowledge = (): Response => gateway.acknowledge();
  const sandbox = createWooshPaySandbox({
    origin: ORIGIN,
    now: time.now,
    schedule: time.schedule,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const body = new Uint8Array(await request.arrayBuffer());
      inbox.push({ method: request.method, target: pathname + search, headers: request.headers, body });
      return acknowledge();
    },
  });
  const webhookUrl = aPayment().notifyUrl;
  const { webhookSecret = '' } = sandbox.registerMerchant({ secretKey: SECRET_KEY, webhookUrl, ...account });
  const wire: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const headers = Object.fromEntries(request.headers);
    calls.push({ method: request.method, url: request.url, headers, body: await request.clone().text() });
    return sandbox.fetch(request);
  };
  const chosen = { secretKey: SECRET_KEY, webhookSecret, now: time.now, host: ORIGIN, fetch: wire, ...options };
  const gateway = wooshPay(chosen);
  const client = createWooshPayClient(chosen);

  const panel = async <T = PaymentReport>(path: string, body?: object): Promise<T> => {
    const init = body && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    };
    const response = await sandbox.fetch(new Request(`${ORIGIN}/panel/${path}`, init));
    assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
    return (await response.json()) as T;
  };

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
