import type { Created, Snapshot } from '../../src/protocol/payment.ts';
import type { Problem } from '../../src/protocol/problem.ts';
import { type Checkout, createCheckout } from '../../src/server/checkout.ts';
import type { LogEntry } from '../../src/server/log.ts';
import type { CheckoutOptions, Order } from '../../src/server/options.ts';
import type { MerchantPayment } from '../../src/server/snapshot.ts';
import type { Store } from '../../src/server/store.ts';
import { memoryStore } from '../../src/server/stores/memory.ts';
import { createFakeGateway, type FakeGateway } from './fake-gateway.ts';
import { createTestClock, type TestClock } from '../../src/testing/clock.ts';

export const ORIGIN = 'https://shop.example';
const BASE = `${ORIGIN}/alipay`;

export interface Shop {
  readonly checkout: Checkout;
  readonly gateway: FakeGateway;
  readonly store: Store;
  readonly clock: TestClock;
  readonly logged: LogEntry[];
  /** What `onPayment` was called with. */
  readonly told: MerchantPayment[];
  readonly orders: Map<string, Order>;
  send(path: string, init?: RequestInit): Promise<Response>;
  create(options?: CreateOptions): Promise<Response>;
  /** Creates a payment and reads the answer. */
  created(options?: CreateOptions): Promise<Created>;
  get(payment: Access, headers?: Record<string, string>): Promise<Snapshot>;
  post(what: 'check' | 'cancel', payment: Access): Promise<Response>;
  notify(id: string, change?: Parameters<FakeGateway['notify']>[1]): Promise<Response>;
}

export interface CreateOptions {
  readonly key?: string;
  readonly body?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

type Access = Pick<Created, 'payment' | 'token'>;

/** A shop with one order of USD 20.00, a scripted gateway and a clock that stands still. */
export function openShop(
  options: Partial<CheckoutOptions> = {},
  {
    gateway = createFakeGateway(),
    store = memoryStore(),
    clock = createTestClock(),
  }: { gateway?: FakeGateway; store?: Store; clock?: TestClock } = {},
): Shop {
  const logged: LogEntry[] = [];
  const told: MerchantPayment[] = [];
  const orders = new Map<string, Order>([
    ['A-1', { id: 'A-1', amount: { currency: 'USD', value: 2000 }, description: 'Tea' }],
  ]);
  const checkout = createCheckout({
    gateways: { main: gateway },
    findOrder: (orderId) => orders.get(orderId) ?? null,
    store,
    publicUrl: BASE,
    onPayment: (payment) => void told.push(payment),
    log: (entry) => void logged.push(entry),
    environment: clock,
    ...options,
  });
  let keys = 0;

  const send = (path: string, init?: RequestInit) => clock.until(checkout.fetch(new Request(BASE + path, init)));
  const create = ({
    key = `attempt-key-${String(++keys).padStart(8, '0')}`,
    body = {},
    headers = {},
  }: CreateOptions = {}) =>
    send('/payments', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, origin: ORIGIN, ...headers },
      body: JSON.stringify({ orderId: 'A-1', terminal: 'WEB', returnUrl: `${ORIGIN}/orders/A-1`, ...body }),
    });

  return {
    checkout,
    gateway,
    store,
    clock,
    logged,
    told,
    orders,
    send,
    create,
    created: async (createOptions) => (await create(createOptions)).json() as Promise<Created>,
    async get({ payment, token }, headers = {}) {
      const response = await send(`/payments/${payment.id}`, {
        headers: { authorization: `Bearer ${token}`, ...headers },
      });
      return (await response.json()) as Snapshot;
    },
    post: (what, { payment, token }) =>
      send(`/payments/${payment.id}/${what}`, { method: 'POST', headers: { authorization: `Bearer ${token}` } }),
    notify: (id, change) => send('/notifications/main', gateway.notify(id, change)),
  };
}

/** Reads a refusal. */
export async function problemOf(response: Response): Promise<Problem> {
  return (await response.json()) as Problem;
}
