import type { Action, Snapshot } from '../protocol/payment.ts';
import type { ReturnTicket } from '../protocol/return-ticket.ts';
import { type Attempt, AttemptKeeper, hasEnded } from './attempt.ts';
import { choose } from './choosing.ts';
import { create, isDefinite } from './creating.ts';
import { browserEnvironment, type SessionEnvironment } from './environment.ts';
import { type CheckoutError, toCheckoutError } from './errors.ts';
import { follow } from './follow.ts';
import { paymentSource } from './payment-source.ts';
import type { PaymentSession, SessionTarget, StartRequest } from './payment-session.ts';
import { type Access, cancel, check, find } from './questions.ts';
import { safeSnapshot } from './safe-snapshot.ts';
import { type CheckoutState, hasPayment, isLive } from './state.ts';
import { pruneAttempts } from './prune-attempts.ts';
import { call, StateKeeper } from './state-keeper.ts';
import { inTurn } from './turn.ts';
import { type CheckoutEvent, transition } from './transition.ts';
import { Work } from './work.ts';

export type { PaymentSession, SessionTarget, StartRequest };

type Launch = (action: Action) => void;

/**
 * Creates a session. It reads no global and makes no request before it has a target.
 *
 * @param environment - What to use in place of the browser's own clock, storage, page lifecycle or randomness.
 */
export function createPaymentSession(environment: Partial<SessionEnvironment> = {}): PaymentSession {
  return new Session({ ...browserEnvironment(), ...environment });
}

class Session implements PaymentSession {
  readonly #environment: SessionEnvironment;
  readonly #keeper = new StateKeeper();
  readonly #attempt: AttemptKeeper;
  #target: SessionTarget | null = null;
  #connected = true;
  /** Every request and timer hangs on it. */
  #work: Work;

  /** The request of the last start, for the next attempt. */
  #request: StartRequest | undefined;
  #launch: Launch | undefined;
  #cancelWanted = false;
  #checkWanted = false;

  constructor(environment: SessionEnvironment) {
    this.#environment = environment;
    this.#attempt = new AttemptKeeper(environment);
    this.#work = new Work(environment);
  }

  get state(): CheckoutState {
    return this.#keeper.current;
  }

  subscribe(listener: (state: CheckoutState) => void): () => void {
    return this.#keeper.subscribe(listener);
  }

  target(target: SessionTarget): void {
    const { backend, endpoint, orderId } = this.#target ?? {};
    if (target.backend === backend && target.endpoint === endpoint && target.orderId === orderId) return;
    this.#target = target;
    this.#clear();
    this.#attempt.target(target);
    pruneAttempts(this.#environment);
    const stored = this.#attempt.stored();
    if (stored) this.#take(stored);
    this.#proceed(false);
  }

  start({ choose, ...startRequest }: StartRequest, onLaunch?: Launch): void {
    const { phase } = this.state;
    if (!this.#target || !this.#connected || phase === 'success') return;
    this.#launch = onLaunch;
    if (phase === 'creating' || (choose && phase === 'choosing')) return;
    if (isLive(this.state)) return this.#launchIfReady();
    this.#halt();
    if (choose && !this.#openAttempt()) return this.#choose(startRequest);
    const { request: before, walletName } = this.#attempt.current ?? {};
    const isKept = !('wallet' in startRequest) || startRequest.wallet === before?.wallet;
    this.#request = { ...(isKept && { wallet: before?.wallet, walletName }), ...startRequest };
    this.#cancelWanted = false;
    this.#attempt.current = null;
    this.#dispatch({ type: 'start' });
    const work = this.#work;
    void inTurn(this.#environment, this.#attempt.name, () => work === this.#work && this.#begin());
  }

  resume(given: ReturnTicket | { readonly snapshot: Snapshot; readonly token: string }): void {
    if (!this.#target) return;
    const paymentId = 'ticket' in given ? given.paymentId : given.snapshot.payment.id;
    const stored = this.#attempt.stored();
    const isOwn = stored?.paymentId === paymentId;
    if ('ticket' in given && !isOwn && this.#isOfAnother(paymentId)) return;
    this.#clear();
    const own = isOwn ? stored : { createdAtMs: this.#environment.clock.now(), paymentId };
    if ('ticket' in given) {
      // The token of the browser that created the payment may do more than the ticket, which may only ask.
      this.#take({ token: given.ticket, ...own });
      this.#checkWanted = true;
      return this.#proceed(false);
    }
    this.#take({ ...own, token: given.token, snapshot: undefined });
    try {
      this.#arrive(safeSnapshot(given.snapshot));
    } catch (error) {
      this.#dispatch({ type: 'failed', error: toCheckoutError(error) });
    }
  }

  check(): void {
    const access = this.#access();
    if (!access || !hasPayment(this.state) || this.state.phase === 'success' || this.state.checking) return;
    this.#dispatch({ type: 'checking', checking: true });
    check(this.#work, access, {
      clock: this.#environment.clock,
      onAnswer: (snapshot) => this.#receive(snapshot),
      isAnswered: () => !hasPayment(this.state) || !this.state.checking,
      onEnd: () => this.#dispatch({ type: 'checking', checking: false }),
    });
  }

  cancel(): void {
    this.#launch = undefined;
    if (this.state.phase === 'choosing') return this.#clear();
    if (this.state.phase === 'creating') {
      // Once a create has been sent the payment may exist: it is cancelled when the answer is there.
      if (this.#attempt.current?.request) this.#cancelWanted = true;
      else this.#clear();
      return;
    }
    const access = this.#access();
    if (!access || !isLive(this.state) || this.state.cancelling) return;
    this.#dispatch({ type: 'cancelling', cancelling: true });
    cancel(this.#work, access, {
      onAnswer: (snapshot) => {
        this.#receive(snapshot);
        this.#dispatch({ type: 'cancelling', cancelling: false });
      },
      onError: (error) => {
        if (error.snapshot) this.#receive(error.snapshot);
        this.#dispatch({ type: 'refused', error });
      },
    });
  }

  retry(onLaunch?: Launch): void {
    const { phase } = this.state;
    const { current } = this.#attempt;
    if (phase !== 'voided' && phase !== 'failed' && phase !== 'error') return;
    const lastRequest = this.#request ?? current?.request;
    if (lastRequest) return this.start(lastRequest, onLaunch);
    // Nothing was started here: the shopper came with a ticket, which may be tried again where it was not answered.
    this.#clear();
    if (current && phase === 'error') this.#take(current);
    this.#proceed(false);
  }

  connect(): void {
    if (this.#connected) return;
    this.#connected = true;
    this.#proceed(false);
  }

  disconnect(): void {
    this.#connected = false;
    const { phase } = this.state;
    // Nothing has been begun that could be gone on with.
    if (phase === 'choosing' || (phase === 'creating' && !this.#attempt.current)) this.#clear();
    else this.#halt();
  }

  /** Starts what the state asks for. `fresh`: the page's snapshot has just come from the server. */
  #proceed(fresh: boolean): void {
    if (!this.#connected) return;
    if (hasPayment(this.state)) {
      this.#follow(fresh);
      if (this.#cancelWanted) this.cancel();
      else if (this.#checkWanted) this.check();
      this.#cancelWanted = this.#checkWanted = false;
    } else if (this.state.phase === 'creating') {
      if (this.#attempt.current?.request) this.#create();
      else this.#find();
    }
  }

  #begin(): void {
    const open = this.#openAttempt();
    if (open) this.#attempt.takeUp(open);
    else this.#attempt.begin({ ...this.#request!, orderId: this.#target!.orderId });
    this.#proceed(false);
  }

  /** No new key before the old one has been answered; nor beside a payment that another tab is following. */
  #openAttempt(): Attempt | null {
    const stored = this.#attempt.stored();
    return stored?.snapshot && hasEnded(stored.snapshot) ? null : stored;
  }

  /**
   * True for a payment that is certainly another order's: a page may have several checkouts, and the address that a shopper
   * comes back to does not say whose return it is. Of an order that goes by other names in the page nobody can tell.
   */
  #isOfAnother(paymentId: string): boolean {
    const isPaid = ({ paymentId: id, request, snapshot }: Attempt) =>
      id === paymentId && request?.orderId === snapshot?.payment.orderId;
    return this.#target!.orderId !== '' && pruneAttempts(this.#environment).some(isPaid);
  }

  #choose(request: StartRequest): void {
    this.#dispatch({ type: 'choosing', wallets: null });
    choose(this.#work, this.#target!, request, (choice) => {
      if (choice && 'length' in choice) this.#dispatch({ type: 'choosing', wallets: choice });
      else this.start({ ...request, wallet: choice?.id, walletName: choice?.name }, this.#launch);
    });
  }

  #create(): void {
    create({
      ...this.#sending(),
      request: this.#request,
      onCreated: (created) => this.#arrive(created),
      onError: (error) => {
        if (error.snapshot?.payment.status === 'success') return this.#receive(error.snapshot);
        this.#dispatch(this.#cancelWanted ? { type: 'reset' } : { type: 'failed', error });
      },
    });
  }

  #find(): void {
    const onError = (error: CheckoutError) => {
      if (isDefinite(error)) this.#attempt.current = null;
      this.#dispatch({ type: 'failed', error });
    };
    const access = this.#access();
    if (access) find(this.#work, access, { onAnswer: (snapshot) => this.#arrive(snapshot), onError });
  }

  #follow(fresh: boolean): void {
    const access = this.#access();
    if (!access) return;
    follow({
      environment: this.#environment,
      source: paymentSource({ ...access, attempt: this.#attempt, isLive: () => isLive(this.state) }),
      paymentId: access.paymentId,
      signal: this.#work.signal,
      fresh,
      state: () => this.state,
      onSnapshot: (snapshot) => this.#receive(snapshot),
      onConnection: (connection) => this.#dispatch({ type: 'connection', connection }),
      onExpired: () => this.check(),
      onReturn: () => this.#attempt.current?.launched && isLive(this.state) && this.check(),
    });
  }

  #sending() {
    const isWanted = () => !this.#cancelWanted;
    return { work: this.#work, attempt: this.#attempt, target: this.#target!, isWanted };
  }

  #access(): Access | null {
    const { paymentId, token } = this.#attempt.current ?? {};
    return this.#connected && this.#target && paymentId && token
      ? { backend: this.#target.backend, paymentId, token }
      : null;
  }

  /** Takes up an attempt that exists, with what was last known of its payment. */
  #take(attempt: Attempt): void {
    this.#attempt.takeUp(attempt);
    this.#dispatch({ type: 'resuming' });
    const { snapshot, createdAtMs, receivedAtMs = createdAtMs, launched = false } = attempt;
    if (!snapshot) return;
    this.#checkWanted = launched && !hasEnded(snapshot);
    // The page that received it had a monotonic clock of its own. The wall's may have been set since: until the answer.
    const { clock } = this.#environment;
    const sinceMs = Math.max(0, clock.now() - receivedAtMs);
    this.#dispatch({ type: 'snapshot', snapshot, nowMs: clock.monotonic() - sinceMs });
  }

  /** Receives the first snapshot of a payment, and goes on with it. */
  #arrive(snapshot: Snapshot): void {
    const work = this.#work;
    this.#receive(snapshot);
    // A listener may have turned to another order.
    if (work === this.#work) this.#proceed(true);
  }

  #receive(snapshot: Snapshot): void {
    const nowMs = this.#environment.clock.monotonic();
    // Stored before it is shown: a shopper who has seen a payment finds it again.
    this.#dispatch({ type: 'snapshot', snapshot, nowMs }, () => this.#attempt.learn(snapshot));
    this.#launchIfReady();
  }

  #dispatch(event: CheckoutEvent, beforeTold?: () => void): void {
    const { walletName } = this.#attempt.current ?? this.#request ?? {};
    this.#keeper.set(transition(this.state, { ...event, walletName }), beforeTold);
  }

  #launchIfReady(): void {
    const launch = this.#launch;
    if (!launch || !isLive(this.state) || !this.state.action) return;
    this.#launch = undefined;
    // A desktop stays where it is: there, coming back to the tab is no return from the wallet.
    if (this.#attempt.current?.request?.terminal !== 'WEB') this.#attempt.update({ launched: true });
    call(launch, this.state.action);
  }

  /** Stops everything and starts over without a payment. What is stored stays. */
  #clear(): void {
    this.#halt();
    this.#attempt.current = null;
    this.#request = this.#launch = undefined;
    this.#cancelWanted = this.#checkWanted = false;
    this.#dispatch({ type: 'reset' });
  }

  #halt(): void {
    this.#work.stop();
    this.#work = new Work(this.#environment);
    this.#dispatch({ type: 'checking', checking: false });
    this.#dispatch({ type: 'cancelling', cancelling: false });
  }
}
