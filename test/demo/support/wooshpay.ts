import { createHmac } from 'node:crypto';
import {
  type Account,
  type AccountForm,
  createWooshPaySandbox,
  type PaymentReport,
  type WooshPaySandbox,
  type WooshPaySandboxOptions,
} from '../../../demo/gateways/wooshpay/index.ts';
import { createTestClock, type TestClock } from '../../../src/testing/clock.ts';
import { panelOf, visitorOf } from '../../support/gateway-pages.ts';
import { type Change, jsonRequest } from './json-request.ts';

export const ORIGIN = 'https://gateway.example';
export const START_MS = Date.parse('2026-11-21T12:30:02.640Z');
export const SECRET_KEY = 'sk_test_teahouse0001';
export const WEBHOOK_URL = 'https://shop.example/alipay/notifications/wooshpay';
export const RETURN_URL = 'https://shop.example/orders/O-1001?alipay_return=1';

/** A received event. `genuine`: signed with the secret of the endpoint that it came to, over exactly what was received. */
export interface Received {
  readonly atMs: number;
  readonly url: string;
  readonly genuine: boolean;
  readonly signature: string;
  readonly text: string;
  readonly body: { id: string; type: string; created: number; livemode: boolean; data: { object: Body } };
}

export type Body = Record<string, unknown> & { readonly id: string };

export interface Answer {
  readonly status: number;
  readonly body: Body;
  /** What the error of a refused call says, in its usual place. */
  readonly error: { readonly type?: string; readonly code?: string; readonly message?: string };
}

export interface Fixture {
  readonly sandbox: WooshPaySandbox;
  readonly account: Account & { readonly webhookSecret?: string };
  readonly time: TestClock;
  readonly received: Received[];
  /** The secrets by the addresses that they are for. */
  readonly secrets: Map<string, string>;
  /** What the shop answers to events. */
  acknowledge: (() => Response) | undefined;
  /** POSTs where there is a body, even an empty one. */
  readonly call: (path: string, body?: unknown, change?: Change) => Promise<Answer>;
  readonly panel: (path: string, body?: unknown) => Promise<Response>;
  readonly payment: (reference?: string) => Promise<PaymentReport>;
  readonly visit: (url: string, action?: string, userAgent?: string) => Promise<Response>;
}

export interface SetupOptions extends Partial<WooshPaySandboxOptions> {
  /** What the account has that is not as usual. */
  readonly account?: AccountForm;
}

/** A sandbox with one account, whose dashboard has one endpoint. */
export function setup({ account: form = {}, ...options }: SetupOptions = {}): Fixture {
  const received: Received[] = [];
  const secrets = new Map<string, string>();
  const time = createTestClock(START_MS);
  const sandbox = createWooshPaySandbox({
    origin: ORIGIN,
    now: () => time.now(),
    schedule: (delayMs, task) => time.schedule(delayMs, task),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const text = await request.text();
      const signature = request.headers.get('wooshpay-signature') ?? '';
      const genuine = isGenuine(signature, secrets.get(request.url) ?? '', text);
      const body = JSON.parse(text) as Received['body'];
      received.push({ atMs: time.now(), url: request.url, genuine, signature, text, body });
      return fixture.acknowledge?.() ?? new Response(null, { status: 204 });
    },
    ...options,
  });
  const account = sandbox.registerMerchant({
    secretKey: SECRET_KEY,
    name: 'Tea House',
    webhookUrl: WEBHOOK_URL,
    ...form,
  });
  secrets.set(WEBHOOK_URL, account.webhookSecret ?? '');

  const fixture: Fixture = {
    sandbox,
    account,
    time,
    received,
    secrets,
    acknowledge: undefined,
    async call(path, body, change = {}) {
      const { authorization = `Basic ${btoa(`${account.secretKey}:`)}`, key } = change;
      const headers = { Authorization: authorization, ...(key && { 'Idempotency-Key': key }) };
      const response = await sandbox.fetch(jsonRequest(`${ORIGIN}/v1/${path}`, body, headers, change));
      const answer = JSON.parse((await response.text()) || '{}') as Body & { error?: Answer['error'] };
      return { status: response.status, body: answer, error: answer.error ?? {} };
    },
    panel: panelOf(sandbox, ORIGIN),
    payment: async (reference = 'PR-1001') => {
      const response = await fixture.panel(`payments/${reference}`);
      return (await response.json()) as PaymentReport;
    },
    visit: (url, action, userAgent = 'Mozilla/5.0 (X11; Linux x86_64)') =>
      visitorOf(sandbox)(new URL(url, ORIGIN), action, { 'User-Agent': userAgent }),
  };
  return fixture;
}

/** Written from the manual alone: `t` as sent, a dot, and the body. */
function isGenuine(header: string, secret: string, body: string): boolean {
  const { t, v1 } = Object.fromEntries(header.split(',').map((part) => part.split('='))) as { t: string; v1: string };
  return v1 === createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
}

/** The body of a good request for a payment, as in the manual. */
export function anIntent(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    amount: 1314,
    currency: 'CNY',
    confirm: true,
    payment_method_types: ['alipay'],
    payment_method_data: { type: 'alipay' },
    payment_method_options: { alipay: { client_ip: '203.0.113.9', terminal_type: 'WEB', os_type: 'IOS' } },
    merchant_order_id: 'PR-1001',
    description: '龙井 🍵 <b>Green tea</b>, 2 boxes',
    metadata: { order_id: 'O-1001' },
    return_url: RETURN_URL,
    ...change,
  };
}

/** The body of a good request for a hosted page, as in the manual. */
export function aSession(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    mode: 'payment',
    success_url: 'https://shop.example/ok',
    cancel_url: 'https://shop.example/basket',
    payment_method_types: ['alipay'],
    client_reference_id: 'PR-1001',
    metadata: { order_id: 'O-1001' },
    line_items: [aLineItem(), aLineItem({ quantity: 3, price_data: aPrice({ unit_amount: 100 }) })],
    ...change,
  };
}

export function aLineItem(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { quantity: 1, price_data: aPrice(), ...change };
}

export function aPrice(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { currency: 'CNY', unit_amount: 1000, product_data: { name: 'Pineapple cakes' }, ...change };
}
