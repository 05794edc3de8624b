import type { Action, Created, Snapshot } from '../protocol/payment.ts';
import type { CreateRequest } from '../protocol/requests.ts';
import type { ReturnTicket } from '../protocol/return-ticket.ts';
import { type Attempt, loadAttempt, newAttempt, removeAttempt, saveAttempt, withSnapshot } from './attempt.ts';
import { sleep } from './clock.ts';
import { browserEnvironment, randomFraction, type SessionEnvironment } from './environment.ts';
import { CheckoutError } from './errors.ts';
import { follow } from './follow.ts';
import { request, requestUntilAnswered, toCheckoutError } from './request.ts';
import { safeSnapshot } from './safe-snapshot.ts';
import type { PaymentSession, SessionTarget } from './session.ts';
import { type CheckoutEvent, type CheckoutState, hasPayment, isLive, transition } from './state.ts';

const CREATE_TIMEOUT_MS = 30_000;
const RETRIEVE_TIMEOUT_MS = 8_000;
const CANCEL_TIMEOUT_MS = 20_000;
const CHECK_TIMEOUT_MS = 10_000;
/** The server makes one inquiry in three seconds; an earlier question would get the answer that is known. */
const CHECK_AGAIN_MS = 3_500;

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

  #attempt: Attempt | null = null;
  /** Where the attempt comes from; one is renewed once at most. */
  #origin: 'new' | 'stored' | 'renewed' = 'stored';
  /** The request of the last start, for the next attempt. */
  #request: Omit<CreateRequest, 'orderId'> | null = null;
  #launch: ((action: Action) => void) | undefined;
  #cancelWanted = false;
  #checkWanted = false;
  #tokenRenewed = false;

  constructor(environment: SessionEnvironment) {
    this.#environment = environment;
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
    const attempt = loadAttempt(this.#environment, target);
    if (attempt) this.#take(attempt);
    this.#proceed(false);
  }

  start(request: Omit<CreateRequest, 'orderId'>, onLaunch?: (action: Action) => void): void {
    if (!this.#target || !this.#connected) return;
    const { phase } = this.#state;
    if (phase === 'creating' || phase === 'success') return;
    this.#launch = onLaunch;
    if (isLive(this.#state)) return this.#launchIfReady();

    this.#halt();
    this.#request = request;
    this.#cancelWanted = false;
    this.#dispatch({ type: 'start' });
    // No new key before the old one has been answered; nor beside a payment that another tab is following.
    const stored = loadAttempt(this.#environment, this.#target);
    if (!stored || hasEnded(stored.snapshot)) return this.#createAnew('new');
    this.#attempt = stored;
    this.#origin = 'stored';
    this.#proceed(false);
  }

  resume(payment: ReturnTicket | { readonly snapshot: Snapshot; readonly token: string }): void {
    if (!this.#target) return;
    this.#clear();
    const paymentId = 'ticket' in payment ? payment.paymentId : payment.snapshot.payment.id;
    const createdAtMs = Math.trunc(this.#environment.clock.now());
    const stored = loadAttempt(this.#environment, this.#target);
    const own = stored?.paymentId === paymentId ? stored : null;
    if ('ticket' in payment) {
      // The token of the tab that created the payment may do more than the ticket, which may only ask.
      this.#take(own ?? { createdAtMs, paymentId, token: payment.ticket });
      this.#checkWanted = true;
      return this.#proceed(false);
    }
    this.#take({ ...(own ?? { createdAtMs, paymentId }), token: payment.token, snapshot: undefined });
    try {
      this.#receive(safeSnapshot(payment.snapshot));
    } catch (error) {
      return this.#dispatch({ type: 'failed', error: toCheckoutError(error) });
    }
    this.#proceed(true);
  }

  check(): void {
    const { phase } = this.#state;
    const access = this.#access();
    if (!access || !hasPayment(this.#state) || phase === 'success' || this.#state.checking) return;
    this.#dispatch({ type: 'checking', checking: true });
    const stop = () => this.#dispatch({ type: 'checking', checking: false });
    this.#settle(
      this.#ask(CHECK_TIMEOUT_MS, async (signal) => {
        for (let times = 0; times < 2; times++) {
          if (times > 0) await sleep(this.#environment.clock, CHECK_AGAIN_MS, signal);
          const snapshot = await access.backend.check({ ...access, signal });
          if (signal.aborted) return;
          this.#receive(snapshot);
          if (!hasPayment(this.#state) || !this.#state.checking) return;
        }
      }),
      stop,
      stop,
    );
  }

  cancel(): void {
    this.#launch = undefined;
    if (this.#state.phase === 'creating') {
      // Once a create has been sent the payment may exist: it is cancelled when the answer is there.
      if (this.#attempt?.request) this.#cancelWanted = true;
      else this.#clear();
      return;
    }
    const access = this.#access();
    if (!access || !isLive(this.#state) || this.#state.cancelling) return;
    this.#dispatch({ type: 'cancelling', cancelling: true });
    this.#settle(
      this.#ask(CANCEL_TIMEOUT_MS, (signal) => access.backend.cancel({ ...access, signal })),
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

  retry(onLaunch?: (action: Action) => void): void {
    const { phase } = this.#state;
    if (phase !== 'voided' && phase !== 'failed' && phase !== 'error') return;
    const lastRequest = this.#request ?? this.#attempt?.request;
    if (lastRequest) return this.start(lastRequest, onLaunch);
    // Nothing was started here: the shopper came with a ticket, which may be tried again where it was not answered.
    const attempt = phase === 'error' ? this.#attempt : null;
    this.#clear();
    if (attempt) this.#take(attempt);
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
      if (this.#checkWanted) this.check();
      this.#checkWanted = false;
    } else if (this.#state.phase === 'creating') {
      if (this.#attempt?.request) this.#create();
      else this.#find();
    }
  }

  #createAnew(origin: 'new' | 'renewed'): void {
    this.#origin = origin;
    try {
      const { orderId } = this.#target!;
      // Stored before it is sent: whatever happens to the page, the same bytes go out again under the same key.
      this.#remember(newAttempt(this.#environment, { ...(this.#request ?? this.#attempt?.request), orderId }));
    } catch (cause) {
      const error = new CheckoutError('invalid_options', (cause as Error).message, { cause });
      return this.#dispatch({ type: 'failed', error });
    }
    this.#proceed(false);
  }

  #create(): void {
    this.#settle(
      this.#sendCreate(),
      (created) => {
        // The shopper asked for a payment, and the attempt that had to be asked about first is over: now a new one.
        if (this.#origin === 'stored' && this.#request && hasEnded(created)) return this.#createAnew('renewed');
        this.#attempt = { ...this.#attempt!, token: created.token };
        this.#receive(created);
        this.#proceed(true);
        if (this.#cancelWanted) this.cancel();
        this.#cancelWanted = false;
      },
      (error) => {
        if (error.code === 'idempotency_key_reused' && this.#origin !== 'renewed') return this.#createAnew('renewed');
        if (isDefinite(error)) this.#forget();
        const { snapshot } = error;
        if (snapshot?.payment.status === 'success') return this.#receive(snapshot);
        this.#dispatch(this.#cancelWanted ? { type: 'reset' } : { type: 'failed', error });
      },
    );
  }

  #sendCreate(): Promise<Created> {
    const { key, request: body } = this.#attempt!;
    return this.#askUntilAnswered(CREATE_TIMEOUT_MS, (signal) =>
      this.#target!.backend.create(body!, { idempotencyKey: key!, signal }),
    );
  }

  #find(): void {
    const access = this.#access();
    if (!access) return;
    this.#settle(
      this.#askUntilAnswered(RETRIEVE_TIMEOUT_MS, (signal) => access.backend.retrieve({ ...access, signal })),
      (snapshot) => {
        this.#receive(snapshot);
        this.#proceed(true);
      },
      (error) => {
        if (isDefinite(error)) this.#attempt = null;
        this.#dispatch({ type: 'failed', error });
      },
    );
  }

  #follow(fresh: boolean): void {
    const access = this.#access();
    if (!access || !hasPayment(this.#state)) return;
    const { payment, connection } = this.#state;
    follow({
      ...access,
      environment: this.#environment,
      signal: this.#work.signal,
      connection,
      fresh,
      payment: () => (hasPayment(this.#state) ? this.#state.payment : payment),
      remainingMs: () => this.#remainingMs(),
      onSnapshot: (snapshot) => {
        this.#tokenRenewed = false;
        this.#receive(snapshot);
      },
      onConnection: (next) => this.#dispatch({ type: 'connection', connection: next }),
      onExpired: () => this.check(),
      onReturn: () => {
        if (this.#attempt?.launched) this.check();
      },
      onDenied: () => this.#renewToken(),
    });
  }

  /** A replay of the create answers a fresh token. Without one the last true state stays on the screen. */
  #renewToken(): void {
    this.#dispatch({ type: 'connection', connection: 'reconnecting' });
    if (this.#tokenRenewed || !this.#attempt?.request || !isLive(this.#state)) return;
    this.#tokenRenewed = true;
    this.#settle(
      this.#sendCreate(),
      (created) => {
        if (created.payment.id !== this.#attempt?.paymentId) return;
        this.#remember({ ...this.#attempt, token: created.token });
        this.#receive(created);
        this.#proceed(true);
      },
      () => {},
    );
  }

  #launchIfReady(): void {
    if (!isLive(this.#state) || !this.#state.action || !this.#launch) return;
    const { action } = this.#state;
    const launch = this.#launch;
    this.#launch = undefined;
    // A desktop stays where it is: there, coming back to the tab is no return from the wallet.
    const launched = this.#attempt?.request?.terminal !== 'WEB';
    if (this.#attempt && launched) this.#remember({ ...this.#attempt, launched });
    launch(action);
  }

  #remainingMs(): number {
    if (!isLive(this.#state) || !this.#state.payment.expiresAt) return Infinity;
    const { payment, clockOffsetMs } = this.#state;
    return Date.parse(payment.expiresAt!) - clockOffsetMs - this.#environment.clock.now();
  }

  #access() {
    const { paymentId, token } = this.#attempt ?? {};
    return this.#connected && this.#target && paymentId && token
      ? { backend: this.#target.backend, paymentId, token }
      : null;
  }

  /** Takes up an attempt that exists, with what was last known of its payment. */
  #take(attempt: Attempt): void {
    this.#attempt = attempt;
    this.#dispatch({ type: 'resuming' });
    const { snapshot, receivedAtMs = 0, launched } = attempt;
    if (!snapshot) return;
    this.#dispatch({ type: 'snapshot', snapshot, nowMs: receivedAtMs });
    this.#checkWanted = launched === true && !hasEnded(snapshot);
  }

  #remember(attempt: Attempt): void {
    this.#attempt = attempt;
    saveAttempt(this.#environment, this.#target!, attempt);
  }

  #forget(): void {
    this.#attempt = null;
    removeAttempt(this.#environment, this.#target!);
  }

  #receive(snapshot: Snapshot): void {
    this.#dispatch({ type: 'snapshot', snapshot, nowMs: this.#environment.clock.now() });
    this.#launchIfReady();
  }

  #dispatch(event: CheckoutEvent): void {
    const state = transition(this.#state, event);
    if (state === this.#state) return;
    // Stored before it is shown: a shopper who has seen a payment finds it again.
    if (event.type === 'snapshot' && this.#attempt) {
      this.#remember(withSnapshot(this.#attempt, event.snapshot, event.nowMs));
    }
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }

  /** Stops everything and starts over without a payment. What is stored stays. */
  #clear(): void {
    this.#halt();
    this.#attempt = null;
    this.#origin = 'stored';
    this.#request = null;
    this.#launch = undefined;
    this.#cancelWanted = this.#checkWanted = this.#tokenRenewed = false;
    this.#dispatch({ type: 'reset' });
  }

  #halt(): void {
    this.#work.abort();
    this.#work = new AbortController();
    this.#dispatch({ type: 'checking', checking: false });
    this.#dispatch({ type: 'cancelling', cancelling: false });
  }

  #ask<T>(timeoutMs: number, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return request({ clock: this.#environment.clock, signal: this.#work.signal, timeoutMs }, send);
  }

  #askUntilAnswered<T>(timeoutMs: number, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return requestUntilAnswered(
      {
        clock: this.#environment.clock,
        signal: this.#work.signal,
        timeoutMs,
        random: () => randomFraction(this.#environment),
        isWanted: () => !this.#cancelWanted,
      },
      send,
    );
  }

  /** Acts on an answer, unless everything has been stopped since the question. */
  #settle<T>(answer: Promise<T>, onAnswer: (value: T) => void, onError: (error: CheckoutError) => void): void {
    const { signal } = this.#work;
    answer.then(
      (value) => signal.aborted || onAnswer(value),
      (error: unknown) => signal.aborted || onError(toCheckoutError(error)),
    );
  }
}

function hasEnded(snapshot: Snapshot | undefined): boolean {
  return snapshot?.payment.status === 'voided' || snapshot?.payment.status === 'failed';
}

/** True where the server has answered and nothing came of it. Anything else may have made a payment. */
function isDefinite({ code, retryable }: CheckoutError): boolean {
  return !retryable && code !== 'invalid_answer' && code !== 'unsafe_address';
}
