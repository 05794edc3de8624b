import type { Snapshot } from '../protocol/payment.ts';
import type { Wallet } from './backend.ts';
import type { CheckoutError } from './errors.ts';
import { type CheckoutState, type Connection, firstState, hasPayment, isLive, type PaymentState } from './state.ts';

/** What can happen to a checkout, and what the shopper calls the wallet of its attempt, where one was chosen. */
export type CheckoutEvent = Happening & { readonly walletName?: string };

type Happening =
  | { readonly type: 'choosing'; readonly wallets: readonly Wallet[] | null }
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

/** The whole life of a checkout. Pure; an event that does not apply answers the very same state. */
export function transition(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  const { walletName } = event;
  const name = walletName && { walletName };
  switch (event.type) {
    case 'choosing':
      return mayBegin(state) ? { phase: 'choosing', wallets: event.wallets } : state;
    case 'start':
      return mayBegin(state) ? { phase: 'creating', resuming: false, ...name } : state;
    case 'resuming':
      return state.phase === 'idle' || state.phase === 'error' ? { phase: 'creating', resuming: true } : state;
    case 'failed':
      return state.phase === 'creating' ? { phase: 'error', error: event.error } : state;
    case 'reset':
      return state.phase === 'idle' ? state : { phase: 'idle' };
    case 'snapshot':
      return receive(state, { ...firstState(event.snapshot, event.nowMs), ...name });
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

/** True where a new attempt would stand beside no other. */
function mayBegin(state: CheckoutState): boolean {
  return state.phase !== 'creating' && state.phase !== 'success' && !isLive(state);
}

function receive(state: CheckoutState, first: PaymentState): CheckoutState {
  const { payment } = first;
  if (state.phase === 'creating') return first;
  if (!hasPayment(state) || payment.id !== state.payment.id) return state;
  if (payment.version <= state.payment.version) {
    const { clockOffsetMs } = first;
    const jumped = Math.abs(clockOffsetMs - state.clockOffsetMs) > CLOCK_TOLERANCE_MS;
    return jumped && payment.version === state.payment.version ? { ...state, clockOffsetMs } : state;
  }
  // The server has already decided what outranks what. This one rule is kept here too: nobody who was told "paid" may
  // read "failed", whatever went wrong behind the endpoint.
  if (state.phase === 'success' && first.phase !== 'success' && payment.reason !== 'reversed') return state;
  return { ...first, connection: state.connection, cancelling: state.cancelling && payment.status === 'pending' };
}
