import type { Action, Snapshot } from '../protocol/payment.ts';
import type { CreateRequest } from '../protocol/requests.ts';
import type { ReturnTicket } from '../protocol/return-ticket.ts';
import type { Backend } from './backend.ts';
import type { CheckoutState } from './state.ts';

/** Which checkout this is. Changing it stops following, cancels nothing, and finds that order's own attempt. */
export interface SessionTarget {
  readonly backend: Backend;
  /** Names the attempt in storage, beside the order: two endpoints may know the same order id. */
  readonly endpoint: string;
  readonly orderId: string;
  /** The stored attempt was begun by this very page. Default: by one that its shopper may have left for the wallet. */
  readonly isBegunHere?: boolean;
}

/** A create without its order, which is the target's. */
export interface StartRequest extends Omit<CreateRequest, 'orderId'> {
  /**
   * Offers the choice of wallets first, to be made by another start with a `wallet`. There is none to be made, and the
   * payment starts at once, where a single wallet is available, where the server lists none or does not answer, and where
   * an attempt of this order may have made a payment already.
   */
  readonly choose?: true;
  /** What the shopper calls the `wallet`, for the state to tell. It is not sent. */
  readonly walletName?: string;
}

/** One payment from start to end, without a view. */
export interface PaymentSession {
  readonly state: CheckoutState;
  /** Calls `listener` after every change of state. Answers how to stop. */
  subscribe(listener: (state: CheckoutState) => void): () => void;

  /** Points the session at an order and goes on with that order's stored attempt, if there is one. */
  target(target: SessionTarget): void;

  /**
   * Starts a payment, or goes on with the one that is under way; a second call while one is being created does nothing.
   * `onLaunch` is called once, with the first action of a payment that this call created or reopened, for the page to
   * leave for the wallet, and answers false where it stays; never on a resume. A request that names no wallet keeps to the
   * one of the attempt before.
   */
  start(request: StartRequest, onLaunch?: (action: Action) => unknown): void;

  /** Goes on with a given payment: from a return address, or one that the page was rendered with. */
  resume(payment: ReturnTicket | { readonly snapshot: Snapshot; readonly token: string }): void;

  /** "I have paid", or the countdown has ended: asks the server to ask the gateway. */
  check(): void;
  /**
   * Cancels the payment, or goes back from the choice of wallets. While one is being created: as soon as the server has
   * answered, since it may exist already.
   */
  cancel(): void;
  /** After an end that is not success, or an error: tries again with the request of the last start, as a new attempt. */
  retry(onLaunch?: (action: Action) => unknown): void;

  /** Goes on after {@link disconnect}. A session is connected from the beginning. */
  connect(): void;
  /** Stops every request and timer, and keeps the state: the element has left the document. */
  disconnect(): void;
}
