import type { Snapshot } from '../protocol/payment.ts';
import type { Wallet } from './backend.ts';
import type { CheckoutError } from './errors.ts';
import { type CheckoutState, type Connection, firstState, hasPayment, isLive, type PaymentState } from './state.ts';

/**
 * What can happen to a checkout, and what is known of its attempt: what the shopper calls the wallet, where one was chosen,
 * and whether the page has left for it.
 */
export type CheckoutEvent = Happening & { readonly walletName?: string; readonly launched?: boolean };

type Happening =
  | { readonly type: 'choosing'; readonly wallets: readonly Wallet[] | null }
  | { readonly type: 'start' }
  | { readonly type: 'resuming' }
  /** `nowMs`: the page's monotonic clock when the snapshot was received. */
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot; readonly nowMs: number }
  | { readonly type: 'connection'; readonly connection: Connection }
  | { readonly type: 'checking'; readonly checking: boolean }
  | { readonly type: 'cancelling'; readonly cancelling: boolean }
  | { readonly type: 'refused'; readonly error: CheckoutError }
  | { readonly type: 'failed'; readonly error: CheckoutError }
  | { readonly type: 'reset' };

// Latency makes every measurement of the server's clock a little different; only a jump is worth telling the view.
const CLOCK_TOLERANCE_MS = 2_000;
/** No answer that is still heard is later than that. */
const LATEST_ANSWER_MS = 60_000;

/** The whole life of a checkout. Pure; an event that does not apply answers the very same state. */
export function transition(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  const { walletName, launched } = event;
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
      return receive(state, { ...firstState(event.snapshot, event.nowMs), ...name, ...(launched && { launched }) });
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
  const serverTimeOriginMs = nearer(state.serverTimeOriginMs, first.serverTimeOriginMs);
  if (payment.version <= state.payment.version) {
    const isMoved = serverTimeOriginMs !== state.serverTimeOriginMs && payment.version === state.payment.version;
    return isMoved ? { ...state, serverTimeOriginMs } : state;
  }
  // The server has already decided what outranks what. This one rule is kept here too: nobody who was told "paid" may
  // read "failed", whatever went wrong behind the endpoint.
  if (state.phase === 'success' && first.phase !== 'success' && payment.reason !== 'reversed') return state;
  const { connection, cancelling } = state;
  return { ...first, serverTimeOriginMs, connection, cancelling: cancelling && payment.status === 'pending' };
}

/**
 * Of two measurements of the server's clock the one to go by. Answers are late and never early, so the greater is nearer,
 * and the way here of the quickest is all that is wrong with it. Half of the time that an answer took would say less: most
 * of it may be the gateway's, and the server looks at its clock when that is over.
 */
function nearer(before: number, measured: number): number {
  const aheadMs = measured - before;
  return aheadMs > CLOCK_TOLERANCE_MS || aheadMs < -LATEST_ANSWER_MS ? measured : before;
}
