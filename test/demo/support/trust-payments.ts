import assert from 'node:assert/strict';
import {
  createTrustPaymentsSandbox,
  type PaymentReport,
  type Storage,
} from '../../../demo/gateways/trust-payments/index.ts';
import { createTestClock } from '../../../src/testing/clock.ts';
import { panelOf, visitorOf } from '../../support/gateway-pages.ts';

export const ORIGIN = 'https://gateway.example';
const NOTIFY_URL = 'https://shop.example/alipay/notifications/europe';
const START_MS = Date.parse('2026-11-21T12:30:02.640Z');
export const USER = 'webservices@example.com';
export const SITE = {
  sitereference: 'test_site12345',
  name: 'Tea House',
  username: USER,
  password: 'päss:word',
  wap: true,
  minimumRefund: 10,
  notificationUrl: NOTIFY_URL,
  notificationPassword: 'demo',
};

type Fields = Record<string, string> & {
  errordata?: string[];
  records?: Record<string, string>[];
};

/** What a test sends instead of what is right. */
export interface Change {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly envelope?: Record<string, unknown>;
}

/** A sandbox with one site, the clock that it goes by, and the merchant before it. */
export function setup({ site = {}, storage }: { site?: Record<string, unknown>; storage?: Storage } = {}) {
  const received: { atMs: number; type: string; text: string; form: URLSearchParams }[] = [];
  const time = createTestClock(START_MS);
  const merchant = { acknowledge: () => new Response('OK') };
  const sandbox = createTrustPaymentsSandbox({
    origin: ORIGIN,
    ...(storage && { storage }),
    now: () => time.now(),
    schedule: (delayMs, task) => time.schedule(delayMs, task),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const text = await request.text();
      const type = request.headers.get('content-type') ?? '';
      received.push({ atMs: time.now(), type, text, form: new URLSearchParams(text) });
      return merchant.acknowledge();
    },
  });
  sandbox.registerSite({ ...SITE, ...site });

  const send = (content: Record<string, unknown>, change: Change = {}): Promise<Response> => {
    const { path = '/json/', method = 'POST', headers, envelope } = change;
    const body = JSON.stringify({ alias: USER, version: '1.00', request: [content], ...envelope });
    const basic = Buffer.from(`${USER}:${SITE.password}`).toString('base64');
    const request = new Request(ORIGIN + path, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Basic ${basic}`, ...headers },
      ...(method === 'POST' ? { body: change.body ?? body } : {}),
    });
    return sandbox.fetch(request);
  };
  const call = async (content: Record<string, unknown>, change?: Change): Promise<Fields> => {
    const response = await send(content, change);
    assert.equal(response.status, 200);
    const { response: items } = (await response.json()) as { response: Fields[] };
    assert.equal(items.length, 1);
    return items[0]!;
  };
  const panel = panelOf(sandbox, ORIGIN);
  return {
    sandbox,
    time,
    received,
    merchant,
    send,
    call,
    panel,
    act: async (action: string, body = {}, reference = 'My_Order_123') =>
      (await panel(`payments/${reference}/${action}`, body)).status,
    payment: async (reference = 'My_Order_123') =>
      (await panel(`payments/${reference}`)).json() as Promise<PaymentReport>,
    visit: visitorOf(sandbox),
  };
}

/** A good `AUTH`, as in the manual. */
export function anAuth(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    requesttypedescriptions: ['AUTH'],
    sitereference: 'test_site12345',
    accounttypedescription: 'ECOM',
    paymenttypedescription: 'ALIPAY',
    baseamount: '1050',
    currencyiso3a: 'EUR',
    orderreference: 'My_Order_123',
    returnurl: 'https://shop.example/return?order=A-1001',
    billingcountryiso2a: 'DE',
    ...change,
  };
}

export function aQuery(filter: Record<string, string | string[]>): Record<string, unknown> {
  const lists = Object.entries(filter).map(([name, values]) => [name, [values].flat().map((value) => ({ value }))]);
  return { requesttypedescriptions: ['TRANSACTIONQUERY'], filter: Object.fromEntries(lists) };
}

export function anUpdate(transactionreference: string, updates: Record<string, unknown>): Record<string, unknown> {
  return {
    ...aQuery({ sitereference: 'test_site12345', transactionreference }),
    requesttypedescriptions: ['TRANSACTIONUPDATE'],
    updates,
  };
}

export function aRefund(
  parenttransactionreference: string,
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    requesttypedescriptions: ['REFUND'],
    sitereference: 'test_site12345',
    parenttransactionreference,
    baseamount: '500',
    orderreference: 'refund-7',
    ...change,
  };
}
