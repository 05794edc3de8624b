import type { Action, Amount, OperatingSystem, REASONS, Terminal } from '../protocol/payment.ts';
import type { Wallets } from '../protocol/requests.ts';

/**
 * What every gateway adapter implements: our words in, our words out.
 *
 * An adapter is the only place that knows its gateway's field names, statuses and minor units. It keeps no state: all
 * that it needs of a payment is handed to it, so that any instance of the server can go on with any payment.
 */
export interface Gateway {
  /** The gateway's own name, for logs and the audit trail: `alipay-cashier`. */
  readonly name: string;
  readonly capabilities: Capabilities;

  /**
   * Creates the payment at the gateway. Called again with the same payment where the first outcome is unknown, so it
   * must be idempotent by `payment.id`.
   *
   * @throws {GatewayError} `rejected` where this payment is dead, `misconfigured` where the merchant's set-up is at
   * fault, `unknown` in every other case: the payment may exist.
   */
  createPayment(payment: GatewayPayment): Promise<Evidence>;

  /**
   * Asks for the payment's state, by our own reference. Null where the gateway says that it has no such payment.
   *
   * @throws {GatewayError} where the inquiry itself failed: the payment's state is then not known to have changed.
   */
  retrievePayment(payment: GatewayPayment): Promise<Evidence | null>;

  /**
   * Cancels the payment so that it can no longer be paid. `refused` where the gateway says that it cannot be cancelled
   * in its present state: the kit then inquires.
   *
   * @throws {GatewayError} `unknown` where it may or may not be cancelled: the same call is repeated later.
   */
  cancelPayment(payment: GatewayPayment): Promise<'cancelled' | 'refused'>;

  /**
   * Returns `refund.amount` of a paid payment to the shopper. Called again with the same refund where the first outcome
   * is unknown and {@link retrieveRefund} does not know it, so it must be idempotent by `refund.id`.
   *
   * @throws {GatewayError} `rejected` where this refund is dead and no money moves, `unknown` where it may have been made.
   */
  refundPayment(payment: GatewayPayment, refund: GatewayRefund): Promise<RefundEvidence>;

  /**
   * Asks for a refund's state, by our own reference. Null where the gateway says that it has no such refund.
   *
   * @throws {GatewayError} where the inquiry itself failed.
   */
  retrieveRefund(payment: GatewayPayment, refund: GatewayRefund): Promise<RefundEvidence | null>;

  /**
   * The wallets that this amount can be paid with now, in the order to be offered. Absent where the gateway offers no
   * choice.
   *
   * @throws {GatewayError} where the gateway could not be asked.
   */
  listWallets?(query: WalletQuery): Promise<readonly WalletOption[]>;

  /**
   * Verifies a notification and translates it. Null for a genuine notification that is about nothing of ours.
   *
   * @throws {NotificationRefused} where it is not genuine or not readable: nothing of it may be believed.
   */
  readNotification(notification: IncomingNotification, payments: PaymentLookup): Promise<Notice | null>;

  /** The exact answer that this gateway takes as "received". Sent only once the notification's effect is stored. */
  acknowledge(): Response;
}

/** What a gateway supports. The kit refuses what is outside, before it calls. */
export interface Capabilities {
  /** ISO 4217 codes, each with how this gateway counts it. */
  readonly currencies: Readonly<Record<string, CurrencyRule>>;
  readonly terminals: readonly Terminal[];
  /** The wallets that a page may ask for by name. A page that names none gets the adapter's default. */
  readonly wallets: readonly string[];
  /** `any`: also a paid payment, whose money then goes back. `unpaid`: before it is paid only. `never`: not at all. */
  readonly cancel: 'any' | 'unpaid' | 'never';
  /** `many`: in parts, up to the whole. `one`: a single refund, whole or part. `full`: the whole only. `none`: not at all. */
  readonly refunds: 'many' | 'one' | 'full' | 'none';
  /** How long after its end a voided or failed payment can still turn out to be paid, in milliseconds. */
  readonly endCanTurnForMs: number;
  /**
   * How old a payment that the gateway does not know must be before it is created again, in milliseconds: as long as an
   * inquiry may lag behind. 0 where the same request makes the same payment.
   */
  readonly createAgainAfterMs: number;
  /** The same for a refund. Where a gateway knows no idempotency, be generous: sent twice, it may be paid twice. */
  readonly refundAgainAfterMs: number;
}

/** How a gateway counts a currency: `minimum`, `maximum` and `step` are in the gateway's own minor units. */
export interface CurrencyRule {
  readonly exponent: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Amounts must be a multiple of it: 100 where a currency has two decimals on the wire but is whole in practice. */
  readonly step?: number;
}

/** A payment as an adapter sees it. */
export interface GatewayPayment {
  /** Our reference and the gateway's idempotency key: 24 of `[A-Za-z0-9]`. */
  readonly id: string;
  readonly orderId: string;
  readonly amount: Amount;
  readonly description: string;
  readonly terminal: Terminal;
  readonly os?: OperatingSystem;
  readonly wallet?: string;
  readonly locale?: string;
  /** Where the wallet sends the shopper back to. Proves nothing when it is called. */
  readonly returnUrl: string;
  /** Where this gateway account's notifications go. */
  readonly notifyUrl: string;
  /** The shopper's network address, where the kit knows it. */
  readonly clientAddress?: string;
  /** The buyer's country as two letters, where the merchant knows it. */
  readonly buyerCountry?: string;
  /** The gateway's own id for this payment, once it has told us. */
  readonly gatewayReference?: string;
  readonly createdAtMs: number;
  /** When the gateway closes the payment by itself, once it has told us. */
  readonly expiresAtMs?: number;
}

/** A refund as an adapter sees it. */
export interface GatewayRefund {
  /** Our reference and, where the gateway has such a thing, its idempotency key: 24 of `[A-Za-z0-9]`. */
  readonly id: string;
  /** Counted as the payment's amount is. */
  readonly amount: Amount;
  /** True where it returns the whole payment at once. */
  readonly isFull: boolean;
  /** In the merchant's words; at most 256 characters. */
  readonly reason?: string;
  /** The gateway's own id for this refund, once it has told us. */
  readonly gatewayReference?: string;
  readonly createdAtMs: number;
}

/** What a shopper is about to pay, and on what. */
export interface WalletQuery {
  readonly amount: Amount;
  readonly terminal: Terminal;
  readonly os?: OperatingSystem;
  readonly locale?: string;
  /** The buyer's country as two letters, where the merchant knows it. */
  readonly buyerCountry?: string;
}

/** A wallet to choose. `id` is one of {@link Capabilities.wallets}; `reason` says why it is not available. */
export type WalletOption = Wallets['wallets'][number];

/** Why a gateway refused a payment. */
export type FailureReason = (typeof REASONS)['failed'][number];

/**
 * What a gateway has told us about a payment, verified: a signed notification, or the answer to our own inquiry.
 * Nothing else moves a payment's status.
 */
export interface Evidence {
  /** Our reference as the gateway echoes it. Evidence for another payment than ours is refused. */
  readonly paymentId: string;
  /** A state that the adapter does not know is `awaiting`, never an end. */
  readonly outcome: 'awaiting' | 'scanned' | 'processing' | 'failed' | 'expired' | 'cancelled' | 'success';
  /** Of a `failed` outcome. Default `unknown`. */
  readonly reason?: FailureReason;
  /** Of a `cancelled` outcome, where the gateway says who. Default: who asked us, else the merchant. */
  readonly cancelledBy?: 'shopper' | 'merchant';
  /** What a person has to see to at the gateway, for the log: this payment does not go on by itself. */
  readonly attention?: string;
  /** In our minor units. Required for a `success`: money is believed only where amount and currency equal ours. */
  readonly amount?: Amount;
  readonly gatewayReference?: string;
  /** What the shopper can do now. Absent: as before. */
  readonly action?: Action;
  readonly expiresAtMs?: number;
}

/** What a gateway has told us about a refund, verified. Nothing else moves a refund's status. */
export interface RefundEvidence {
  /** Our reference as the gateway echoes it. */
  readonly refundId: string;
  /** `processing` for every state that is not known to be an end. */
  readonly outcome: 'processing' | 'success' | 'failed';
  /** What was returned; compared with what we asked for. */
  readonly amount?: Amount;
  readonly gatewayReference?: string;
  /** Why it failed, in the gateway's own code. */
  readonly gatewayCode?: string;
}

/**
 * What a genuine notification tells: of a payment, of a refund, or only that it is time to `ask` about a payment, where
 * the gateway's way of signing does not let us believe what it says.
 */
export type Notice =
  | { readonly payment: Evidence }
  | { readonly refund: RefundEvidence }
  | { readonly ask: { readonly paymentId: string } };

/** Finds payments of the gateway account that a notification came to, where it does not say enough by itself. */
export interface PaymentLookup {
  byId(paymentId: string): Promise<GatewayPayment | null>;
  /** By the gateway's own id, of the payment or of one of its refunds. */
  byGatewayReference(gatewayReference: string): Promise<GatewayPayment | null>;
}

/** A notification as it arrived. */
export interface IncomingNotification {
  readonly method: string;
  /** Path and query of the address that the gateway called, as it called it: what its signature covers. */
  readonly target: string;
  readonly headers: Headers;
  /** The exact bytes: a body that is parsed and serialised again no longer verifies. */
  readonly body: Uint8Array;
}

/** A call to a gateway did not succeed. `kind` says what is known of the payment afterwards. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly kind: 'rejected' | 'unknown' | 'misconfigured';
  /** Of a `rejected` payment, for the shopper. */
  readonly reason: FailureReason;
  /** The gateway's own code, for logs: never shown to shoppers. */
  readonly gatewayCode: string | undefined;

  constructor(
    kind: GatewayError['kind'],
    message: string,
    { reason = 'unknown', gatewayCode, cause }: { reason?: FailureReason; gatewayCode?: string; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.reason = reason;
    this.gatewayCode = gatewayCode;
  }
}

/** A notification that is not to be believed. Answered with its `status`, never with the acknowledgement. */
export class NotificationRefused extends Error {
  override readonly name = 'NotificationRefused';
  readonly status: 400 | 401;

  constructor(status: 400 | 401, message: string, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

/** Why a gateway cannot take an amount, or null where it can. */
export function refuseAmount(
  { currencies }: Pick<Capabilities, 'currencies'>,
  amount: Amount,
): 'currency_not_supported' | 'amount_out_of_range' | null {
  const rule = Object.hasOwn(currencies, amount.currency) ? currencies[amount.currency] : undefined;
  if (!rule) return 'currency_not_supported';
  const value = rescale(amount.value, amount.exponent, rule.exponent);
  if (value === null || value < rule.minimum || value > rule.maximum) return 'amount_out_of_range';
  return value % (rule.step ?? 1) === 0 ? null : 'amount_out_of_range';
}

/**
 * The same money counted with another number of decimals. Null where it cannot be counted so without a remainder or
 * beyond what a number holds exactly: money is never rounded.
 */
export function rescale(value: number, from: number, to: number): number | null {
  const scaled = to >= from ? value * 10 ** (to - from) : value / 10 ** (from - to);
  return Number.isSafeInteger(scaled) ? scaled : null;
}

/** True where two amounts are the same money, however many decimals each is counted with. */
export function isSameMoney(a: Amount, b: Amount): boolean {
  return a.currency === b.currency && rescale(a.value, a.exponent, b.exponent) === b.value;
}
