import type { Action, Created, Snapshot } from '../protocol/payment.ts';
import type { CreateRequest } from '../protocol/requests.ts';
import type { ReturnTicket } from '../protocol/return-ticket.ts';
import { type Attempt, AttemptKeeper } from './attempt.ts';
import { sleep } from './clock.ts';
import { browserEnvironment, randomFraction, type SessionEnvironment } from './environment.ts';
import { type CheckoutError, toCheckoutError } from './errors.ts';
import { follow } from './follow.ts';
import type { PaymentSession, SessionTarget } from './payment-session.ts';
import { request, requestUntilAnswered } from './request.ts';
import { safeSnapshot } from './safe-snapshot.ts';
import { type CheckoutEvent, type CheckoutState, hasPayment, isLive, transition } from './state.ts';

export type { PaymentSession, SessionTarget };

const CREATE_TIMEOUT_MS = 30_000;
const RETRIEVE_TIMEOUT_MS = 8_000;
const CANCEL_TIMEOUT_MS = 20_000;
const CHECK_TIMEOUT_MS = 10_000;
/** The server makes one inquiry in three seconds; an earlier question would get the answer that is known. */
const CHECK_AGAIN_MS = 3_500;

type StartRequest = Omit<CreateRequest, 'orderId'>;
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
  readonly #listeners = new Set<(state: CheckoutState) => void>();
  #state: CheckoutState = { phase: 'idle' };
  #target: SessionTarget | null = null;
  #connected = true;
  /** Every request and timer hangs on it. */
  #work = new AbortController();

  readonly #attempt: AttemptKeeper;
  /** Where the attempt comes from; one is renewed once at most. */
  #origin: 'new' | 'stored' | 'renewed' = 'stored';
  /** The request of the last start, for the next attempt. */
  #request: StartRequest | undefined;
  #launch: Launch | undefined;
  #cancelWanted = false;
  #checkWanted = false;
  #tokenRenewed = false;

  constructor(environment: SessionEnvironment) {
    this.#environment = environment;
    this.#attempt = new AttemptKeeper(environment);
  }

  get state(): CheckoutState {
    return this.#state;
  }

  subscribe(listener: (state: CheckoutState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  target(target: SessionTarget): void {
    const { backend, endpoint, orderId } = this.#target ?? {};
    if (target.backend === backend && target.endpoint === endpoint && target.orderId === orderId) return;
    this.#target = target;
    this.#clear();
    this.#attempt.target(target);
    const stored = this.#attempt.stored();
    if (stored) this.#take(stored);
    this.#proceed(false);
  }

  start(startRequest: StartRequest, onLaunch?: Launch): void {
    const { phase } = this.#state;
    if (!this.#target || !this.#connected || phase === 'creating' || phase === 'success') return;
    this.#launch = onLaunch;
    if (isLive(this.#state)) return this.#launchIfReady();

    this.#halt();
    this.#request = startRequest;
    this.#cancelWanted = false;
    // No new key before the old one has been answered; nor beside a payment that another tab is following.
    const stored = this.#attempt.stored();
    this.#dispatch({ type: 'start' });
    if (!stored || hasEnded(stored.snapshot)) return this.#createAnew('new');
    this.#attempt.current = stored;
    this.#origin = 'stored';
    this.#proceed(false);
  }

  resume(given: ReturnTicket | { readonly snapshot: Snapshot; readonly token: string }): void {
    if (!this.#target) return;
    this.#clear();
    const paymentId = 'ticket' in given ? given.paymentId : given.snapshot.payment.id;
    const stored = this.#attempt.stored();
    const own = stored?.paymentId === paymentId ? stored : { createdAtMs: this.#environment.clock.now(), paymentId };
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
    if (!access || !hasPayment(this.#state) || this.#state.phase === 'success' || this.#state.checking) return;
    const isOver = () => !hasPayment(this.#state) || !this.#state.checking;
    const ask = async (signal: AbortSignal) => {
      this.#receive(await access.backend.check({ ...access, signal }));
      if (isOver()) return;
      await sleep(this.#environment.clock, CHECK_AGAIN_MS, signal);
      if (!isOver()) this.#receive(await access.backend.check({ ...access, signal }));
    };
    const stop = () => this.#dispatch({ type: 'checking', checking: false });
    this.#dispatch({ type: 'checking', checking: true });
    this.#ask(ask, CHECK_TIMEOUT_MS, stop, stop);
  }

  cancel(): void {
    this.#launch = undefined;
    if (this.#state.phase === 'creating') {
      // Once a create has been sent the payment may exist: it is cancelled when the answer is there.
      if (this.#attempt.current?.request) this.#cancelWanted = true;
      else this.#clear();
      return;
    }
    const access = this.#access();
    if (!access || !isLive(this.#state) || this.#state.cancelling) return;
    this.#dispatch({ type: 'cancelling', cancelling: true });
    this.#ask(
      (signal) => access.backend.cancel({ ...access, signal }),
      CANCEL_TIMEOUT_MS,
      (snapshot) => {
        this.#receive(snapshot);
        this.#dispatch({ type: 'cancelling', cancelling: false });
      },
      (error) => {
        if (error.snapshot) this.#receive(error.snapshot);
        this.#dispatch({ type: 'refused', error });
      },
    );
  }

  retry(onLaunch?: Launch): void {
    const { phase } = this.#state;
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
    this.#halt();
  }

  /** Starts what the state asks for. `fresh`: the page's snapshot has just come from the server. */
  #proceed(fresh: boolean): void {
    if (!this.#connected) return;
    if (hasPayment(this.#state)) {
      this.#follow(fresh);
      if (this.#cancelWanted) this.cancel();
      else if (this.#checkWanted) this.check();
      this.#cancelWanted = this.#checkWanted = false;
    } else if (this.#state.phase === 'creating') {
      if (this.#attempt.current?.request) this.#create();
      else this.#find();
    }
  }

  #createAnew(origin: 'new' | 'renewed'): void {
    const lastRequest = this.#request ?? this.#attempt.current!.request!;
    this.#origin = origin;
    this.#attempt.begin({ ...lastRequest, orderId: this.#target!.orderId });
    this.#proceed(false);
  }

  #create(): void {
    this.#askForToken(
      (created) => {
        // The shopper asked for a payment, and the attempt that had to be asked about first is over: now a new one.
        if (this.#origin === 'stored' && this.#request && hasEnded(created)) return this.#createAnew('renewed');
        this.#attempt.update({ token: created.token });
        this.#arrive(created);
      },
      (error) => {
        if (error.code === 'idempotency_key_reused' && this.#origin !== 'renewed') return this.#createAnew('renewed');
        if (isDefinite(error)) this.#attempt.forget();
        if (error.snapshot?.payment.status === 'success') return this.#receive(error.snapshot);
        this.#dispatch(this.#cancelWanted ? { type: 'reset' } : { type: 'failed', error });
      },
    );
  }

  #find(): void {
    const access = this.#access();
    if (!access) return;
    this.#ask(
      (signal) => access.backend.retrieve({ ...access, signal }),
      RETRIEVE_TIMEOUT_MS,
      (snapshot) => this.#arrive(snapshot),
      (error) => {
        if (isDefinite(error)) this.#attempt.current = null;
        this.#dispatch({ type: 'failed', error });
      },
      requestUntilAnswered,
    );
  }

  #follow(fresh: boolean): void {
    const access = this.#access();
    if (!access) return;
    follow({
      ...access,
      environment: this.#environment,
      signal: this.#work.signal,
      fresh,
      state: () => this.#state,
      onSnapshot: (snapshot) => {
        this.#tokenRenewed = false;
        this.#receive(snapshot);
      },
      onConnection: (connection) => this.#dispatch({ type: 'connection', connection }),
      onExpired: () => this.check(),
      onReturn: () => {
        if (this.#attempt.current?.launched) this.check();
      },
      onDenied: () => this.#renewToken(),
    });
  }

  /** A replay of the create answers a fresh token. Without one the last true state stays on the screen. */
  #renewToken(): void {
    this.#dispatch({ type: 'connection', connection: 'reconnecting' });
    const { request: sent, paymentId } = this.#attempt.current ?? {};
    if (this.#tokenRenewed || !sent || !isLive(this.#state)) return;
    this.#tokenRenewed = true;
    this.#askForToken((created) => {
      if (created.payment.id !== paymentId) return;
      this.#attempt.update({ token: created.token });
      this.#arrive(created);
    });
  }

  /** Sends the attempt as it was stored; only its answer carries a token. */
  #askForToken(onAnswer: (created: Created) => void, onError: (error: CheckoutError) => void = () => {}): void {
    const { key, request: sent } = this.#attempt.current!;
    const { backend } = this.#target!;
    this.#ask(
      (signal) => backend.create(sent!, { idempotencyKey: key!, signal }),
      CREATE_TIMEOUT_MS,
      onAnswer,
      onError,
      requestUntilAnswered,
    );
  }

  /** Asks, and acts on the answer unless everything has been stopped since. */
  #ask<T>(
    send: (signal: AbortSignal) => Promise<T>,
    timeoutMs: number,
    onAnswer: (value: T) => void,
    onError: (error: CheckoutError) => void,
    by: typeof requestUntilAnswered = request,
  ): void {
    const { clock } = this.#environment;
    const { signal } = this.#work;
    const random = () => randomFraction(this.#environment);
    const isWanted = () => !this.#cancelWanted;
    by({ clock, signal, timeoutMs, random, isWanted }, send).then(
      (value) => signal.aborted || onAnswer(value),
      (error: unknown) => signal.aborted || onError(toCheckoutError(error)),
    );
  }

  #access() {
    const { paymentId, token } = this.#attempt.current ?? {};
    return this.#connected && this.#target && paymentId && token
      ? { backend: this.#target.backend, paymentId, token }
      : null;
  }

  /** Takes up an attempt that exists, with what was last known of its payment. */
  #take(attempt: Attempt): void {
    this.#attempt.current = attempt;
    this.#dispatch({ type: 'resuming' });
    const { snapshot, receivedAtMs = 0, launched = false } = attempt;
    if (!snapshot) return;
    this.#checkWanted = launched;
    this.#dispatch({ type: 'snapshot', snapshot, nowMs: receivedAtMs });
  }

  /** Receives the first snapshot of a payment, and goes on with it. */
  #arrive(snapshot: Snapshot): void {
    const { signal } = this.#work;
    this.#receive(snapshot);
    // A listener may have turned to another order.
    if (!signal.aborted) this.#proceed(true);
  }

  #receive(snapshot: Snapshot): void {
    this.#dispatch({ type: 'snapshot', snapshot, nowMs: this.#environment.clock.now() });
    this.#launchIfReady();
  }

  #launchIfReady(): void {
    const launch = this.#launch;
    if (!launch || !isLive(this.#state) || !this.#state.action) return;
    this.#launch = undefined;
    // A desktop stays where it is: there, coming back to the tab is no return from the wallet.
    if (this.#attempt.current?.request?.terminal !== 'WEB') this.#attempt.update({ launched: true });
    call(launch, this.#state.action);
  }

  #dispatch(event: CheckoutEvent): void {
    const state = transition(this.#state, event);
    if (state === this.#state) return;
    // Stored before it is shown: a shopper who has seen a payment finds it again.
    if (event.type === 'snapshot' && this.#attempt.current) {
      const { snapshot, nowMs } = event;
      const { payment, action } = snapshot;
      this.#attempt.update({ paymentId: payment.id, snapshot: { payment, action }, receivedAtMs: nowMs });
    }
    this.#state = state;
    for (const listener of this.#listeners) call(listener, state);
  }

  /** Stops everything and starts over without a payment. What is stored stays. */
  #clear(): void {
    this.#halt();
    this.#attempt.current = null;
    this.#origin = 'stored';
    this.#request = this.#launch = undefined;
    this.#cancelWanted = this.#checkWanted = this.#tokenRenewed = false;
    this.#dispatch({ type: 'reset' });
  }

  #halt(): void {
    this.#work.abort();
    this.#work = new AbortController();
    this.#dispatch({ type: 'checking', checking: false });
    this.#dispatch({ type: 'cancelling', cancelling: false });
  }
}

function hasEnded(snapshot: Snapshot | undefined): boolean {
  return snapshot?.payment.status === 'voided' || snapshot?.payment.status === 'failed';
}

/** True where the server has answered and nothing came of it. Anything else may have made a payment. */
function isDefinite({ code, retryable }: CheckoutError): boolean {
  return !retryable && code !== 'invalid_answer' && code !== 'unsafe_address';
}

// What the page does with the news is its own affair: its mistakes must not stop the payment from being followed.
function call<T>(listener: (value: T) => void, value: T): void {
  try {
    listener(value);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
