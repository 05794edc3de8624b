import type { Created } from '../protocol/payment.ts';
import type { CreateRequest, Refund } from '../protocol/requests.ts';
import { refundAlias } from './aliases.ts';
import { cancelPayment } from './cancel-payment.ts';
import { advance } from './conversation.ts';
import { createPayment } from './create-payment.ts';
import { systemEnvironment } from './environment.ts';
import { assertOrder } from './find-order.ts';
import { createFollowers } from './followers.ts';
import { handle } from './handler.ts';
import { snapshotOf } from './http.ts';
import type { Kit } from './kit.ts';
import { consoleLog } from './log.ts';
import { mustRetrieve } from './ledger.ts';
import { assertOptions, type CheckoutOptions, type Order } from './options.ts';
import { createOutbox } from './outbox.ts';
import { parsePublicUrl } from './public-url.ts';
import { createRateLimiter } from './rate-limit.ts';
import { assertRefundOrder, type RefundOrder, refundPayment } from './refund-payment.ts';
import { refundsOf } from './refunds.ts';
import { createSecret } from './secrets.ts';
import { type MerchantPayment, toMerchantPayment, toRefund } from './snapshot.ts';
import type { AuditEvent, ListQuery, PaymentRecord } from './store.ts';
import { sweep, type SweepReport } from './sweep.ts';

/** The endpoint of the contract, and the merchant's own way to the payments behind it. */
export interface Checkout {
  /**
   * Answers a request of the contract; never throws. Needs no `this`: `app.mount('/alipay', checkout.fetch)`.
   * `socketAddress` is the address that the request came from, where the host knows it.
   */
  readonly fetch: (request: Request, context?: { readonly socketAddress?: string }) => Promise<Response>;
  readonly payments: CheckoutPayments;
  /** Settles what is due and delivers what `onPayment` has not yet taken. For hosts without timers: call it by schedule. */
  reconcile(): Promise<SweepReport>;
  /** Calls {@link reconcile} now and then every `intervalMs` (default 15 s). Answers how to stop. */
  startSweep(intervalMs?: number): () => void;
}

/** What the merchant's own code may do with payments. */
export interface CheckoutPayments {
  /**
   * Creates the payment of an order, for a page that is rendered with its payment in it. An order that has a live
   * payment gets that one. @throws {Refusal} as the endpoint would answer. @throws {TypeError} where the order is malformed.
   */
  create(order: Order, request: Omit<CreateRequest, 'orderId'>): Promise<Created>;
  /** Null where there is no such payment. */
  retrieve(id: string): Promise<MerchantPayment | null>;
  /** Newest first; at most 100 at a time. */
  list(query?: ListQuery): Promise<readonly MerchantPayment[]>;
  /**
   * Cancels a payment that is not paid. Still `pending` afterwards where the gateway did not answer: the sweep goes on.
   * @throws {Refusal} `payment_not_found`, `payment_already_succeeded`, `cancel_not_supported`.
   */
  cancel(id: string): Promise<MerchantPayment>;
  /**
   * Returns money of a payment that is paid: all that is left of it, or a part. The same key makes the same refund, so
   * call again where an answer is lost. Still `pending` where the gateway has not confirmed it: `onPayment` is told of
   * its end.
   * @throws {Refusal} `payment_not_found`, `payment_not_refundable`, `refund_not_supported`, `amount_out_of_range`,
   * `idempotency_key_reused`, `gateway_rejected`. @throws {TypeError} where the order is malformed.
   */
  refund(id: string, order: RefundOrder): Promise<Refund>;
  /** A refund as it is stored, by its own id. Null where there is none. */
  retrieveRefund(id: string): Promise<Refund | null>;
  /** Everything that ever happened to a payment, oldest first. */
  events(id: string): Promise<readonly AuditEvent[]>;
}

const DEFAULT_SWEEP_MS = 15_000;

/**
 * Sets up a checkout. Nothing runs by itself but what a request begins: mount `fetch`, and start the sweep.
 *
 * @throws {TypeError} naming the option that is missing or malformed.
 */
export function createCheckout(options: CheckoutOptions): Checkout {
  assertOptions(options);
  const { onPayment = () => {} } = options;
  const kit = createKit(options, {
    published: () => void outbox().catch((error: unknown) => report(error)),
    due: () => void reconcile().catch((error: unknown) => report(error)),
  });
  const outbox = createOutbox(kit, onPayment);
  const reconcile = () => sweep(kit, outbox);
  const report = (error: unknown) =>
    kit.log({ level: 'error', event: 'sweep_failed', message: error instanceof Error ? error.message : 'no reason' });

  return {
    fetch: (request, context) => handle(kit, request, context?.socketAddress),
    payments: createPayments(kit),
    reconcile,
    startSweep(intervalMs = DEFAULT_SWEEP_MS) {
      let isStopped = false;
      let stopWaiting = () => {};
      const run = async (): Promise<void> => {
        await reconcile().catch(report);
        if (!isStopped) stopWaiting = kit.environment.schedule(intervalMs, () => void run());
      };
      void run();
      return () => {
        isStopped = true;
        stopWaiting();
      };
    },
  };
}

function createKit(options: CheckoutOptions, hooks: Pick<Kit, 'published' | 'due'>): Kit {
  const { gateways, environment = systemEnvironment, rateLimit = {} } = options;
  const publicUrl = parsePublicUrl(options.publicUrl);
  const [firstAccount = ''] = Object.keys(gateways);
  const kit: Kit = {
    store: options.store,
    gateways,
    environment,
    log: options.log ?? consoleLog,
    findOrder: options.findOrder,
    chooseGateway: options.chooseGateway ?? (() => firstAccount),
    authorize: options.authorize,
    clientAddress: options.clientAddress ?? ((_request, socketAddress) => socketAddress),
    publicUrl,
    allowedOrigins: new Set(options.allowedOrigins ?? [publicUrl.origin]),
    returnTicket: options.returnTicket ?? true,
    late: options.late ?? 'accept',
    surplus: options.surplus ?? 'refund',
    limits: {
      client: createRateLimiter(rateLimit.perClient ?? 60),
      order: createRateLimiter(rateLimit.perOrder ?? 20),
    },
    followers: createFollowers(environment, async (id) => (await advance(kit, id)).record),
    ...hooks,
  };
  return kit;
}

function createPayments(kit: Kit): CheckoutPayments {
  const toMerchant = (record: PaymentRecord): MerchantPayment =>
    toMerchantPayment(record, kit.gateways[record.gateway], kit.environment.now());
  return {
    async create(order, request) {
      assertOrder(order);
      const input = { order, request: { ...request, orderId: order.id }, attemptKey: createSecret() };
      const { record, token } = await createPayment(kit, input);
      return { ...snapshotOf(kit, record), token };
    },
    async retrieve(id) {
      const record = await kit.store.retrieve(id);
      return record && toMerchant(record);
    },
    list: async (query = {}) => (await kit.store.list(query)).map(toMerchant),
    async cancel(id) {
      return toMerchant(await cancelPayment(kit, await mustRetrieve(kit, id), 'merchant'));
    },
    async refund(id, order) {
      assertRefundOrder(order);
      return refundPayment(kit, id, order);
    },
    async retrieveRefund(id) {
      const record = await kit.store.retrieveByAlias(refundAlias(id));
      const refund = record && refundsOf(record).find((one) => one.id === id);
      return refund ? toRefund(record, refund) : null;
    },
    events: (id) => kit.store.events(id),
  };
}
