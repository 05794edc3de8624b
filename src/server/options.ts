import type { Amount } from '../protocol/payment.ts';
import type { CreateRequest } from '../protocol/requests.ts';
import { isoExponent } from './currencies.ts';
import type { ServerEnvironment } from './environment.ts';
import type { Gateway } from './gateway.ts';
import type { Log } from './log.ts';
import type { MerchantPayment } from './snapshot.ts';
import type { Store } from './store.ts';

/** An order as the merchant's own system knows it. */
export interface Order {
  /** The merchant's own id, at most 64 characters. One order is paid once. */
  readonly id: string;
  /** What it costs, in minor units. `exponent`, how many decimals they are, defaults to that of ISO 4217. */
  readonly amount: Omit<Amount, 'exponent'> & { readonly exponent?: number };
  /** Shown to the shopper in the wallet; at most 256 characters. Default: the order's id. */
  readonly description?: string;
  readonly buyer?: {
    /** Two letters, ISO 3166. */
    readonly country?: string;
  };
}

/** What a page asks for before it pays. `wallet` is absent where the shopper has chosen none, or is still to choose. */
export type PayRequest = Pick<CreateRequest, 'orderId' | 'terminal' | 'os' | 'wallet' | 'locale'>;

/** How a checkout is set up. */
export interface CheckoutOptions {
  /**
   * The merchant's gateway accounts, each under a name of the merchant's choosing: lower-case letters, digits and
   * dashes. The name is stored with every payment and is part of the address that gets its notifications: permanent.
   */
  readonly gateways: Readonly<Record<string, Gateway>>;

  /**
   * Looks up what the page's `order-id` stands for. It may be a signed token; what counts from here on is the `id` of
   * the answer. Answer null where there is no such order, or where this request may not pay it.
   */
  readonly findOrder: (orderId: string, request: Request) => Order | null | Promise<Order | null>;

  /** Where payments are kept: `sqliteStore('payments.db')`, or `memoryStore()` for tests. */
  readonly store: Store;

  /**
   * The public address under which this handler is mounted, as gateways call and sign it: `https://shop.example/alipay`.
   * Not taken from requests, since proxies rewrite those. `http:` only on the same machine, for development.
   */
  readonly publicUrl: string;

  /**
   * Called for each change of a payment, in version order, at least once and again until it resolves. So what it does
   * must be idempotent: fulfil by `payment.orderId`, and only on `success` without `surplus`.
   */
  readonly onPayment?: (payment: MerchantPayment) => void | Promise<void>;

  /**
   * Names the gateway account that an order is paid through, and whose wallets are offered for it. Default: the first.
   * Called again for each request; a payment stays with the account that it was created at.
   */
  readonly chooseGateway?: (order: Order, context: { readonly request: PayRequest }) => string | Promise<string>;

  /**
   * Who may refund over HTTP: true opens `POST {endpoint}/payments/{id}/refunds` to this request, of the merchant's own
   * back office. Without it that address does not exist; `checkout.payments.refund` is always there.
   */
  readonly authorize?: (request: Request) => boolean | Promise<boolean>;

  /** Origins whose pages may use this endpoint and be returned to. Default: that of `publicUrl`. */
  readonly allowedOrigins?: readonly string[];

  /**
   * Whether return addresses carry a ticket that lets the shopper read their payment in another browser than the one
   * they left. Default true.
   */
  readonly returnTicket?: boolean;

  /** A success that comes after the payment had ended. `accept` (default) counts it, `refund` returns the money. */
  readonly late?: 'accept' | 'refund';

  /** A second success of an order that is already paid. `refund` (default) returns the money, `hold` keeps it. */
  readonly surplus?: 'refund' | 'hold';

  /**
   * The shopper's network address, for rate limits and for gateways that ask for it. Default: the socket's, as the
   * host's adapter tells it. Behind a proxy of yours, read the header which that proxy sets.
   */
  readonly clientAddress?: (request: Request, socketAddress: string | undefined) => string | undefined;

  /** How many payments may be created a minute. Default 60 for each client and 20 for each order. */
  readonly rateLimit?: { readonly perClient?: number; readonly perOrder?: number };

  /** Where the kit tells its operator about trouble. Default: warnings and errors to the console. */
  readonly log?: Log;

  /** The clock and its timers. Default: the host's. */
  readonly environment?: ServerEnvironment;
}

/** What an order costs, with its decimals said. */
export function toAmount({ amount }: Order): Amount {
  return { ...amount, exponent: amount.exponent ?? isoExponent(amount.currency) };
}

const ACCOUNT_NAME = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** @throws {TypeError} naming the option that is missing or malformed. */
export function assertOptions(options: CheckoutOptions): void {
  const names = Object.keys(options.gateways ?? {});
  if (names.length === 0) throw new TypeError('"gateways" must name at least one gateway account');
  const malformed = names.find((name) => !ACCOUNT_NAME.test(name));
  if (malformed !== undefined) {
    throw new TypeError(`"gateways": "${malformed}" must be lower-case letters, digits and dashes, at most 32`);
  }
  if (typeof options.findOrder !== 'function') throw new TypeError('"findOrder" must be a function');
  if (typeof options.store?.insert !== 'function') {
    throw new TypeError('"store" must be a store, such as sqliteStore("payments.db") or memoryStore()');
  }
}
