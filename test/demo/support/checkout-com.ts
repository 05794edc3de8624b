import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import {
  type CheckoutComSandboxOptions,
  createCheckoutComSandbox,
  type PaymentReport,
} from '../../../demo/gateways/checkout-com/index.ts';
import type { Sandbox } from '../../../demo/gateways/support/sandbox.ts';
import { createTestClock, type TestClock } from '../../../src/testing/clock.ts';
import { panelOf, visitorOf } from '../../support/gateway-pages.ts';
import { type Change, jsonRequest } from './json-request.ts';

export const ORIGIN = 'https://gateway.example';
export const START_MS = Date.parse('2026-11-21T12:30:02.640Z');
export const CURRENT_KEY = 'sk_sbox_o2nulev2arguvyf6w7sc5fkznaa';
export const PREVIOUS_KEY = 'sk_test_0b9b5db6-f223-49d0-b68f-f6643dd4f808';
export const CHANNEL = 'pc_zs5fqhybzc2e3jmq3efvybybpq';
export const WEBHOOK_KEY = 'Bearer of any text';

/** A received webhook. `genuine`: it is signed with the account's webhook key, over exactly what was received. */
export interface Received {
  readonly atMs: number;
  readonly genuine: boolean;
  readonly authorization: string | null;
  readonly text: string;
  readonly body: { id: string; type: string; data: Record<string, unknown> } & Record<string, unknown>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & { id: string; _links: Record<string, { href: string }> };
}

export interface Fixture {
  readonly sandbox: Sandbox;
  readonly time: TestClock;
  readonly received: Received[];
  /** What the shop answers to webhooks. */
  acknowledge: (() => Response) | undefined;
  /** POSTs where there is a body, even an empty one. */
  readonly call: (path: string, body?: unknown, change?: Change) => Promise<Answer>;
  readonly panel: (path: string, body?: unknown) => Promise<Response>;
  readonly payment: (reference?: string) => Promise<PaymentReport>;
  readonly visit: (url: string, action?: string) => Promise<Response>;
}

export interface SetupOptions extends Partial<CheckoutComSandboxOptions> {
  /** What the account has that is not as usual. Null: the storage knows it already. */
  readonly account?: (Readonly<Record<string, unknown>> & { readonly secretKey?: string }) | null;
}

/** A sandbox with one account of the current platform. */
export async function setup({ account = {}, ...options }: SetupOptions = {}): Promise<Fixture> {
  const received: Received[] = [];
  const time = createTestClock(START_MS);
  const secretKey = account?.secretKey ?? CURRENT_KEY;
  const isPrevious = secretKey === PREVIOUS_KEY;
  const sandbox = createCheckoutComSandbox({
    origin: ORIGIN,
    now: () => time.now(),
    schedule: (delayMs, task) => time.schedule(delayMs, task),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const text = await request.text();
      const signature = createHmac('sha256', isPrevious ? secretKey : WEBHOOK_KEY)
        .update(text)
        .digest('hex');
      received.push({
        atMs: time.now(),
        genuine: request.headers.get('cko-signature') === signature,
        authorization: request.headers.get('authorization'),
        text,
        body: JSON.parse(text) as Received['body'],
      });
      return fixture.acknowledge?.() ?? new Response(null, { status: 204 });
    },
    ...options,
  });

  const fixture: Fixture = {
    sandbox,
    time,
    received,
    acknowledge: undefined,
    async call(path, body, change = {}) {
      const { authorization = isPrevious ? secretKey : `Bearer ${secretKey}`, key } = change;
      const headers = { Authorization: authorization, ...(key && { 'Cko-Idempotency-Key': key }) };
      const response = await sandbox.fetch(jsonRequest(`${ORIGIN}/${path}`, body, headers, change));
      const answer = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json');
      const parsed = (isJson ? JSON.parse(answer) : {}) as Answer['body'];
      return { status: response.status, text: answer, headers: response.headers, body: parsed };
    },
    panel: panelOf(sandbox, ORIGIN),
    payment: async (reference = 'PR-1001') => {
      const response = await fixture.panel(`payments/${reference}`);
      return (await response.json()) as PaymentReport;
    },
    visit: visitorOf(sandbox),
  };
  if (account) {
    const response = await fixture.panel('merchants', {
      secretKey,
      name: 'Tea House',
      webhookUrl: 'https://shop.example/alipay/notifications/checkout',
      ...(isPrevious ? {} : { webhookKey: WEBHOOK_KEY, processingChannelId: CHANNEL }),
      ...account,
    });
    assert.equal(response.status, 200);
  }
  return fixture;
}

/** The body of a good request on the current platform. */
export function aRequest(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    source: { type: 'alipay_cn' },
    amount: 1314,
    currency: 'CNY',
    reference: 'PR-1001',
    processing_channel_id: CHANNEL,
    processing: { terminal_type: 'WEB' },
    success_url: 'https://shop.example/orders/1?paid=1',
    failure_url: 'https://shop.example/orders/1',
    description: '龙井 🍵 <b>Green tea</b>',
    metadata: { order_id: 'O-1001' },
    ...change,
  };
}

/** The body of a good request on the previous platform: the document's own example. */
export function aPreviousRequest(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    source: { type: 'alipay' },
    amount: 2000,
    currency: 'USD',
    reference: 'PR-1001',
    success_url: 'https://shop.example/pay/return?order=1001',
    failure_url: 'https://shop.example/pay/return?order=1001',
    ...change,
  };
}
