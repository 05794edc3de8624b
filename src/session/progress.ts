import type { Snapshot } from '../protocol/payment.ts';
import { type Attempt, AttemptKeeper, hasEnded } from './attempt.ts';
import type { SessionEnvironment } from './environment.ts';
import type { StartRequest } from './payment-session.ts';
import type { CheckoutState } from './state.ts';
import { StateKeeper } from './state-keeper.ts';
import { type CheckoutEvent, transition } from './transition.ts';

/** How far a checkout has come: what the page shows, and the attempt that is stored beside it. */
export class Progress {
  readonly attempt: AttemptKeeper;
  /** The request of the last start, for the next attempt. */
  request: StartRequest | undefined;
  readonly #environment: SessionEnvironment;
  readonly #keeper = new StateKeeper();

  constructor(environment: SessionEnvironment) {
    this.#environment = environment;
    this.attempt = new AttemptKeeper(environment);
  }

  get state(): CheckoutState {
    return this.#keeper.current;
  }

  subscribe(listener: (state: CheckoutState) => void): () => void {
    return this.#keeper.subscribe(listener);
  }

  /** No new key before the old one has been answered; nor beside a payment that another tab is following. */
  get openAttempt(): Attempt | null {
    const stored = this.attempt.stored();
    return stored?.snapshot && hasEnded(stored.snapshot) ? null : stored;
  }

  /** Notes the request of a start. One that names no wallet keeps to the one of the attempt before, which is left behind. */
  renew(request: StartRequest): void {
    const { request: before, walletName } = this.attempt.current ?? {};
    const isKept = !('wallet' in request) || request.wallet === before?.wallet;
    this.request = { ...(isKept && { wallet: before?.wallet, walletName }), ...request };
    this.attempt.current = null;
  }

  /** Takes up an attempt that exists, and shows what was last known of its payment. */
  takeUp(attempt: Attempt): void {
    this.attempt.takeUp(attempt);
    this.dispatch({ type: 'resuming' });
    const { snapshot, createdAtMs, receivedAtMs = createdAtMs } = attempt;
    if (!snapshot) return;
    // The page that received it had a monotonic clock of its own. The wall's may have been set since: until the answer.
    const { clock } = this.#environment;
    const sinceMs = Math.max(0, clock.now() - receivedAtMs);
    this.dispatch({ type: 'snapshot', snapshot, nowMs: clock.monotonic() - sinceMs });
  }

  /** Learns what the server has told. Stored before it is shown: a shopper who has seen a payment finds it again. */
  receive(snapshot: Snapshot): void {
    const nowMs = this.#environment.clock.monotonic();
    this.dispatch({ type: 'snapshot', snapshot, nowMs }, () => this.attempt.learn(snapshot));
  }

  dispatch(event: CheckoutEvent, beforeTold?: () => void): void {
    const { walletName } = this.attempt.current ?? this.request ?? {};
    const launched = this.attempt.current?.launched;
    this.#keeper.set(transition(this.state, { ...event, walletName, launched }), beforeTold);
  }

  /** Starts over without a payment. What is stored stays. */
  reset(): void {
    this.attempt.current = null;
    this.request = undefined;
    this.dispatch({ type: 'reset' });
  }
}
