import type { Created, Snapshot } from '../protocol/payment.ts';
import { type Checkout, createCheckout } from '../server/checkout.ts';
import type { Gateway } from '../server/gateway.ts';
import type { LogEntry } from '../server/log.ts';
import type { MerchantPayment } from '../server/snapshot.ts';
import { memoryStore } from '../server/stores/memory.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { createWire, type Wire } from './wire.ts';

/** Where a payment can be moved to by its shopper, or by the gateway of its own accord. */
export type Move = 'paid' | 'processing' | 'declined' | 'cancelled' | 'expired';

/** An adapter in front of a gateway that a test can drive: a simulator, or the gateway's own sandbox. */
export interface GatewayFixture {
  readonly gateway: Gateway;
  /** What an order costs: something that this gateway takes, and that can be returned in parts. At least 10 units. */
  readonly amount: { readonly currency: string; readonly value: number };
  /** Moves a payment on, by our id. False where this gateway knows no such move. */
  move(paymentId: string, to: Move): Promise<boolean>;
  /** Ends a refund, by our id. False where this gateway ends refunds by itself, at once. */
  endRefund(refundId: string, as: 'success' | 'failed'): Promise<boolean>;
  /** How much the gateway says that it has returned of a payment, in its own minor units. */
  returned(paymentId: string): Promise<number>;
  /** How many payments the gateway has under our id that a shopper could still pay, or has paid. */
  count(paymentId: string): Promise<number>;
  /** Resolves once no notification is on its way. Default: at once. */
  settled?(): Promise<void>;
  /** Keys and passwords: what must never appear in an address, a log or an answer. */
  readonly secrets: readonly string[];
}

/** What a fixture is built with. */
export interface FixtureContext {
  /** The clock of kit, adapter and gateway. */
  readonly clock: TestClock;
  /** Puts the network between adapter and gateway: hand its answer to the adapter as `fetch`. */
  readonly over: Wire['over'];
  /** Where the gateway sends its notifications. */
  readonly notifyUrl: string;
  /** Delivers a notification to it. */
  readonly receive: (request: Request) => Promise<Response>;
}

/** A shop on that gateway. */
export interface GatewayStage {
  readonly fixture: GatewayFixture;
  readonly gateway: Gateway;
  readonly checkout: Checkout;
  readonly clock: TestClock;
  readonly wire: Wire;
  readonly log: LogEntry[];
  /** Every notification that the gateway has sent, whether or not it was delivered. */
  readonly notifications: Request[];
  /** `lose`: none arrives. */
  mail: 'deliver' | 'lose';
  create(request?: { terminal?: string; wallet?: string; orderId?: string }): Promise<Created>;
  /** The same, as it is answered. */
  post(path: string, body?: object, token?: string): Promise<Response>;
  snapshot(created: Created): Promise<Snapshot>;
  payment(created: Created): Promise<MerchantPayment>;
  /** Lets time pass, with the sweep running, until everything has come to rest. */
  pass(ms: number): Promise<void>;
}

const ORIGIN = 'https://shop.example';
const BASE = `${ORIGIN}/alipay`;
const SWEEP_MS = 60_000;

export async function openGatewayStage(
  setup: (context: FixtureContext) => GatewayFixture | Promise<GatewayFixture>,
): Promise<GatewayStage> {
  const clock = createTestClock();
  const wire = createWire();
  const log: LogEntry[] = [];
  const notifications: Request[] = [];
  const receive = async (request: Request): Promise<Response> => {
    notifications.push(request.clone());
    return stage.mail === 'lose' ? new Response(null, { status: 503 }) : checkout.fetch(request);
  };
  const notifyUrl = `${BASE}/notifications/main`;
  const fixture = await setup({ clock, over: wire.over, notifyUrl, receive });
  const checkout = createCheckout({
    gateways: { main: fixture.gateway },
    store: memoryStore(),
    publicUrl: BASE,
    findOrder: (id) => ({ id, amount: fixture.amount, description: 'Longjing tea', buyer: { country: 'DE' } }),
    environment: clock,
    rateLimit: { perOrder: 1_000, perClient: 1_000 },
    clientAddress: () => '203.0.113.9',
    log: (entry) => void log.push(entry),
  });
  let attempts = 0;

  const post = (path: string, body: object = {}, token = ''): Promise<Response> => {
    const key = `attempt-key-${String(++attempts).padStart(8, '0')}`;
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      origin: ORIGIN,
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const request = new Request(BASE + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return clock.until(checkout.fetch(request));
  };
  const rest = async (): Promise<void> => {
    await clock.advance(0);
    await fixture.settled?.();
    await clock.advance(0);
  };

  const stage: GatewayStage = {
    fixture,
    gateway: fixture.gateway,
    checkout,
    clock,
    wire,
    log,
    notifications,
    mail: 'deliver',
    post,
    async create({ terminal = 'WEB', wallet, orderId = 'A-1001' } = {}) {
      const os = terminal === 'WEB' ? {} : { os: 'IOS' };
      const body = { orderId, terminal, ...os, ...(wallet && { wallet }), returnUrl: `${ORIGIN}/orders/${orderId}` };
      const response = await post('/payments', body);
      if (!response.ok) throw new Error(`The create was answered ${response.status}: ${await response.text()}`);
      await rest();
      return (await response.json()) as Created;
    },
    async snapshot({ payment, token }) {
      const headers = { authorization: `Bearer ${token}` };
      const response = await clock.until(checkout.fetch(new Request(`${BASE}/payments/${payment.id}`, { headers })));
      return (await response.json()) as Snapshot;
    },
    async payment({ payment: { id } }) {
      const payment = await checkout.payments.retrieve(id);
      if (!payment) throw new Error(`There is no payment ${id}`);
      return payment;
    },
    async pass(ms) {
      // Days pass in longer steps: the sweep comes often enough all the same.
      const stepMs = Math.max(SWEEP_MS, ms / 100);
      for (let left = ms; left > 0; left -= stepMs) {
        await clock.advance(Math.min(left, stepMs));
        await rest();
        await clock.until(checkout.reconcile());
      }
      await rest();
    },
  };
  return stage;
}
