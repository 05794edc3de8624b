import type { Action, Payment, Snapshot } from '../protocol/payment.ts';
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
  /** The server's clock minus this device's, in milliseconds. Never decides an outcome. */
  readonly clockOffsetMs: number;
}

/** One checkout, from the button to the end of its payment. Told apart by `phase`. */
export type CheckoutState =
  | { readonly phase: 'idle' }
  /** `resuming`: an attempt of this order exists, or may exist, and is being looked for. */
  | { readonly phase: 'creating'; readonly resuming: boolean }
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

/** What can happen to a checkout. */
export type CheckoutEvent =
  | { readonly type: 'start' }
  | { readonly type: 'resuming' }
  /** `nowMs`: this device's clock when the snapshot was received. */
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot; readonly nowMs: number }
  | { readonly type: 'connection'; readonly connection: Connection }
  | { readonly type: 'checking'; readonly checking: boolean }
  | { readonly type: 'cancelling'; readonly cancelling: boolean }
  | { readonly type: 'refused'; readonly error: CheckoutError }
  | { readonly type: 'failed'; readonly error: CheckoutError }
  | { readonly type: 'reset' };

// Latency makes every measurement of the clock a little different; only a jump is worth telling the view.
const CLOCK_TOLERANCE_MS = 2_000;

/** True in the phases in which a payment exists. */
export function hasPayment(state: CheckoutState): state is PaymentState {
  return 'payment' in state;
}

/** True while the payment can still be paid, as far as the page knows. */
export function isLive(state: CheckoutState): state is Extract<PaymentState, { phase: 'awaiting' | 'processing' }> {
  return state.phase === 'awaiting' || state.phase === 'processing';
}

/** How long the payment can still be paid by the server's clock, in milliseconds. `Infinity` where nobody has said. */
export function remainingMs({ payment, clockOffsetMs }: PaymentState, nowMs: number): number {
  return payment.expiresAt ? Date.parse(payment.expiresAt) - clockOffsetMs - nowMs : Infinity;
}

/** The whole life of a checkout. Pure; an event that does not apply answers the very same state. */
export function transition(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  switch (event.type) {
    case 'start':
      return state.phase === 'creating' || isLive(state) || state.phase === 'success'
        ? state
        : { phase: 'creating', resuming: false };
    case 'resuming':
      return state.phase === 'idle' || state.phase === 'error' ? { phase: 'creating', resuming: true } : state;
    case 'failed':
      return state.phase === 'creating' ? { phase: 'error', error: event.error } : state;
    case 'reset':
      return state.phase === 'idle' ? state : { phase: 'idle' };
    case 'snapshot':
      return receive(state, event.snapshot, event.nowMs);
    case 'connection':
      return hasPayment(state) && state.connection !== event.connection
        ? { ...state, connection: event.connection }
        : state;
    case 'checking':
      if (!hasPayment(state) || state.checking === event.checking || state.phase === 'success') return state;
      return { ...state, checking: event.checking, refusal: event.checking ? null : state.refusal };
    case 'cancelling':
      if (!isLive(state) || state.cancelling === event.cancelling) return state;
      return { ...state, cancelling: event.cancelling, refusal: event.cancelling ? null : state.refusal };
    case 'refused':
      return hasPayment(state) ? { ...state, cancelling: false, refusal: event.error } : state;
  }
}

function receive(state: CheckoutState, { payment, action }: Snapshot, nowMs: number): CheckoutState {
  const clockOffsetMs = Date.parse(payment.serverTime) - nowMs;
  const fresh = { payment, action, clockOffsetMs, checking: false, refusal: null };
  if (state.phase === 'creating') {
    return { ...fresh, phase: phaseOf(payment), connection: 'live', cancelling: false };
  }
  if (!hasPayment(state) || payment.id !== state.payment.id) return state;
  if (payment.version <= state.payment.version) {
    const jumped =
      payment.version === state.payment.version && Math.abs(clockOffsetMs - state.clockOffsetMs) > CLOCK_TOLERANCE_MS;
    return jumped ? { ...state, clockOffsetMs } : state;
  }
  // The server has already decided what outranks what. This one rule is kept here too: nobody who was told "paid" may
  // read "failed", whatever went wrong behind the endpoint.
  const phase = phaseOf(payment);
  if (state.phase === 'success' && phase !== 'success' && payment.reason !== 'reversed') return state;
  return { ...state, ...fresh, phase, cancelling: state.cancelling && payment.status === 'pending' };
}

function phaseOf({ status, reason }: Payment): PaymentState['phase'] {
  if (status !== 'pending') return status;
  return reason === 'processing' ? 'processing' : 'awaiting';
}
