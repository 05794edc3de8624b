import type { Action, Payment, Snapshot } from '../protocol/payment.ts';
import type { Wallet } from './backend.ts';
import type { CheckoutError } from './errors.ts';

/** How the page follows its payment. Trouble shows here, beside the phase: the last true state stays on screen. */
export type Connection = 'live' | 'polling' | 'reconnecting' | 'offline';

/** The phases in which a payment exists. */
interface WithPayment {
  readonly payment: Payment;
  readonly action: Action | null;
  readonly connection: Connection;
  /** The server has been asked to ask the gateway: after a return, at the end of the countdown, on "I have paid". */
  readonly checking: boolean;
  /** A cancel is under way. */
  readonly cancelling: boolean;
  /** The last request that the server refused, such as a cancel that came too late. Gone with the next change. */
  readonly refusal: CheckoutError | null;
  /**
   * What the server's clock showed when this page's `performance.now()` was zero, in milliseconds since 1970: the two
   * together are the server's time. Never decides an outcome.
   */
  readonly serverTimeOriginMs: number;
  /** What the shopper calls the wallet. Absent where none was chosen, and on a device that did not create the payment. */
  readonly walletName?: string;
  /** The page has left for the wallet before, or was told to, as far as this browser knows. */
  readonly launched?: boolean;
}

/** One checkout, from the button to the end of its payment. Told apart by `phase`. */
export type CheckoutState =
  | { readonly phase: 'idle' }
  /** The shopper is to choose one of these wallets; null while the server is asked for them. */
  | { readonly phase: 'choosing'; readonly wallets: readonly Wallet[] | null }
  /** `resuming`: an attempt of this order exists, or may exist, and is being looked for. */
  | { readonly phase: 'creating'; readonly resuming: boolean; readonly walletName?: string }
  | ({ readonly phase: 'awaiting' } & WithPayment)
  | ({ readonly phase: 'processing' } & WithPayment)
  | ({ readonly phase: 'success' } & WithPayment)
  | ({ readonly phase: 'voided' } & WithPayment)
  | ({ readonly phase: 'failed' } & WithPayment)
  /** Only before a payment exists. */
  | { readonly phase: 'error'; readonly error: CheckoutError };

export type CheckoutPhase = CheckoutState['phase'];
export type PaymentState = Extract<CheckoutState, WithPayment>;
export type { Action, Payment, Snapshot };

/** True in the phases in which a payment exists. */
export function hasPayment(state: CheckoutState): state is PaymentState {
  return 'payment' in state;
}

/** True while the payment can still be paid, as far as the page knows. */
export function isLive(state: CheckoutState): state is Extract<PaymentState, { phase: 'awaiting' | 'processing' }> {
  return state.phase === 'awaiting' || state.phase === 'processing';
}

/**
 * How long the payment can still be paid by the server's clock, in milliseconds. `Infinity` where nobody has said.
 *
 * @param nowMs - By the page's monotonic clock.
 */
export function remainingMs({ payment, serverTimeOriginMs }: PaymentState, nowMs: number): number {
  return payment.expiresAt ? Date.parse(payment.expiresAt) - serverTimeOriginMs - nowMs : Infinity;
}

/** The state of a payment when its first snapshot has arrived, at `nowMs` by the page's monotonic clock. */
export function firstState({ payment, action }: Snapshot, nowMs: number): PaymentState {
  return {
    phase: phaseOf(payment),
    payment,
    action,
    connection: 'live',
    checking: false,
    cancelling: false,
    refusal: null,
    serverTimeOriginMs: Date.parse(payment.serverTime) - nowMs,
  };
}

export function phaseOf({ status, reason }: Payment): PaymentState['phase'] {
  if (status !== 'pending') return status;
  return reason === 'processing' ? 'processing' : 'awaiting';
}
