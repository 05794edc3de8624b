import {
  type AlipaySandbox,
  createAlipaySandbox,
  generateKeys,
  type PaymentReport,
  type Storage,
} from '../../../demo/gateways/alipay-cashier/index.ts';
import { createTestClock, type TestClock } from '../../../src/testing/clock.ts';
import { panelOf, visitorOf } from '../../support/gateway-pages.ts';
import { aMerchant, isFromGateway, type Merchant } from './merchant.ts';

export const ORIGIN = 'https://gateway.example';
export const NOTIFY_URL = 'https://shop.example/alipay/notifications/asia?shop=7';
export const START_MS = Date.parse('2026-11-21T12:30:02.640Z');
const ACKNOWLEDGEMENT = '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"}}';
const keys = generateKeys();

/** A received notification. `genuine`: its signature is the gateway's, over exactly what was received. */
export interface Received {
  readonly atMs: number;
  readonly genuine: boolean;
  readonly text: string;
  readonly body: Record<string, unknown> & {
    notifyType: string;
    result: { resultStatus: string; resultCode: string };
  };
}

export interface Answer {
  readonly status: number;
  readonly signed: boolean;
  readonly body: Record<string, unknown> & { result: { resultStatus: string; resultCode: string } };
}

export interface Fixture {
  readonly sandbox: AlipaySandbox;
  readonly merchant: Merchant;
  readonly time: TestClock;
  readonly received: Received[];
  /** What the shop answers to notifications. */
  acknowledge: (() => Response) | undefined;
  /** `api` is one of the payments' where it names no area, as in `customs/declare`. */
  readonly call: (api: string, body: unknown, change?: Change) => Promise<Answer>;
  readonly panel: (path: string, body?: unknown) => Promise<Response>;
  readonly payment: (paymentRequestId?: string) => Promise<PaymentReport>;
  readonly visit: (url: string, action?: string) => Promise<Response>;
}

/** What a test does to an otherwise good call. */
export interface Change {
  readonly prefix?: string;
  readonly time?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent instead of what was signed. */
  readonly sentBody?: string;
  readonly sentTarget?: string;
}

export interface SetupOptions {
  readonly resend?: boolean;
  readonly clientId?: string;
  readonly storage?: Storage;
  /** False where `storage` knows the merchant already. */
  readonly registered?: boolean;
}

export function setup({ resend = true, clientId, storage, registered = true }: SetupOptions = {}): Fixture {
  const received: Received[] = [];
  const time = createTestClock(START_MS);
  const merchant = aMerchant(clientId);
  const sandbox = createAlipaySandbox({
    origin: ORIGIN,
    keys,
    resend,
    ...(storage && { storage }),
    now: () => time.now(),
    schedule: (delayMs, task) => time.schedule(delayMs, task),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const text = await request.text();
      const header = (name: string): string => request.headers.get(name) ?? '';
      const genuine = isFromGateway(gatewayPublicKey, {
        target: pathname + search,
        clientId: header('client-id'),
        time: header('request-time'),
        signature: header('signature'),
        body: text,
      });
      received.push({ atMs: time.now(), genuine, text, body: JSON.parse(text) as Received['body'] });
      const accepted = new Response(ACKNOWLEDGEMENT, { headers: { 'Content-Type': 'application/json' } });
      return fixture.acknowledge?.() ?? accepted;
    },
  });
  const gatewayPublicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  if (registered) sandbox.registerMerchant(merchant.clientId, merchant.publicKey, 'Tea House');

  const fixture: Fixture = {
    sandbox,
    merchant,
    time,
    received,
    acknowledge: undefined,
    async call(api, content, { prefix = '/ams/sandbox/api', time: sentTime, headers, sentBody, sentTarget } = {}) {
      const target = `${prefix}/v1/${api.includes('/') ? api : `payments/${api}`}`;
      const requestTime = sentTime ?? String(time.now());
      const body = typeof content === 'string' ? content : JSON.stringify(content);
      const response = await sandbox.fetch(
        new Request(ORIGIN + (sentTarget ?? target), {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json; charset=UTF-8',
            'client-id': merchant.clientId,
            'request-time': requestTime,
            signature: merchant.sign(target, requestTime, body),
            ...headers,
          },
          body: sentBody ?? body,
        }),
      );
      const text = await response.text();
      const signature = response.headers.get('signature');
      const signed =
        signature !== null &&
        isFromGateway(gatewayPublicKey, {
          target: sentTarget ?? target,
          clientId: response.headers.get('client-id') ?? '',
          time: response.headers.get('response-time') ?? '',
          signature,
          body: text,
        });
      return { status: response.status, signed, body: JSON.parse(text || '{"result":{}}') as Answer['body'] };
    },
    panel: panelOf(sandbox, ORIGIN),
    payment: async (id = 'PR-1001') => (await fixture.panel(`payments/${id}`)).json() as Promise<PaymentReport>,
    visit: visitorOf(sandbox),
  };
  return fixture;
}

/** The body of a good `pay` call, as in the manual. */
export function aPay(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    productCode: 'CASHIER_PAYMENT',
    paymentRequestId: 'PR-1001',
    order: {
      referenceOrderId: 'O-1001',
      orderDescription: '龙井 🍵 <b>Green tea</b>, 2 boxes',
      orderAmount: { currency: 'USD', value: '1314' },
    },
    paymentAmount: { currency: 'USD', value: '1314' },
    paymentMethod: { paymentMethodType: 'ALIPAY_CN' },
    settlementStrategy: { settlementCurrency: 'USD' },
    env: { terminalType: 'WEB', clientIp: '203.0.113.9' },
    paymentRedirectUrl: 'https://shop.example/orders/O-1001?alipay_return=1',
    paymentNotifyUrl: NOTIFY_URL,
    ...change,
  };
}

/** The body of a good `refund` call. */
export function aRefund(paymentId: unknown, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    refundRequestId: 'RF-1',
    paymentId,
    refundAmount: { currency: 'USD', value: '314' },
    refundReason: 'one box missing',
    refundNotifyUrl: NOTIFY_URL,
    ...change,
  };
}

/** Pays an order, as its shopper does. Answers the gateway's id. */
export async function paid({ call, panel }: Fixture, change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const request = aPay(change);
  const { body } = await call('pay', request);
  await panel(`payments/${String(request['paymentRequestId'])}/approve`, {});
  return String(body['paymentId']);
}
