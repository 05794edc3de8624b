import type { CreateRequest, Wallets, WalletsRequest } from '../protocol/requests.ts';
import type { Created, Snapshot } from '../protocol/payment.ts';

/** A wallet that an order may be paid with. `reason`, a stable code, says why it cannot be now. */
export type Wallet = Wallets['wallets'][number];

/** What every request about an existing payment carries. */
export interface PaymentAccess {
  readonly paymentId: string;
  /** The token of the create answer, or a return ticket. */
  readonly token: string;
  readonly signal: AbortSignal;
}

/** What a stream calls back. */
export interface StreamListeners {
  readonly onSnapshot: (snapshot: Snapshot) => void;
  readonly onAlive: () => void;
  readonly onRetry: (ms: number) => void;
}

/**
 * The other half of the checkout, as the session sees it. `httpBackend` speaks the contract over HTTP; a page without an
 * HTTP endpoint hands in an object of its own. Every method rejects with a `CheckoutError`.
 */
export interface Backend {
  /** Creates the payment, or answers the one that this key, or this order, already has. */
  create(request: CreateRequest, options: { idempotencyKey: string; signal: AbortSignal }): Promise<Created>;
  /** The payment as it is stored. */
  retrieve(access: PaymentAccess): Promise<Snapshot>;
  /**
   * Streams snapshots, the present one first, until the stream ends (resolves) or breaks (rejects). `onAlive` is called
   * for every sign of life, heartbeats included, so that a silent connection can be told from an idle one; `onRetry` where
   * the server says how many milliseconds to wait, at least, before the next stream.
   */
  subscribe(access: PaymentAccess, listeners: StreamListeners): Promise<void>;
  /** Brings the server's next inquiry at the gateway forward: "I have paid", or back from the wallet. */
  check(access: PaymentAccess): Promise<Snapshot>;
  /** Cancels the payment. Rejects with `payment_already_succeeded` or `cancel_not_supported` where it cannot. */
  cancel(access: PaymentAccess): Promise<Snapshot>;
  /** The wallets that an order can be paid with, in the order to be offered. Absent where there is no choice. */
  listWallets?(request: WalletsRequest, options: { signal: AbortSignal }): Promise<readonly Wallet[]>;
}
