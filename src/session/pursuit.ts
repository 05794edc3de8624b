import type { Action, Snapshot } from '../protocol/payment.ts';
import { choose } from './choosing.ts';
import { create, isDefinite } from './creating.ts';
import type { SessionEnvironment } from './environment.ts';
import { follow } from './follow.ts';
import { paymentSource } from './payment-source.ts';
import type { SessionTarget, StartRequest } from './payment-session.ts';
import type { Progress } from './progress.ts';
import { type Access, cancel, check, find } from './questions.ts';
import { hasPayment, isLive } from './state.ts';
import { call } from './state-keeper.ts';
import { inTurn } from './turn.ts';
import { Work } from './work.ts';

export type Launch = (action: Action) => unknown;

/** What a session has under way with its backend: creating or finding the payment, following, checking, cancelling it. */
export class Pursuit {
  target: SessionTarget | null = null;
  isConnected = true;
  /** Called once, with the action of the payment that it was given for. */
  launch: Launch | undefined;
  /** To be done as soon as there is a payment. */
  wanted: 'cancel' | 'check' | null = null;
  readonly #environment: SessionEnvironment;
  readonly #progress: Progress;
  /** Every request and timer hangs on it. */
  #work: Work;

  constructor(environment: SessionEnvironment, progress: Progress) {
    this.#environment = environment;
    this.#progress = progress;
    this.#work = new Work(environment);
  }

  /** Starts what the state asks for. `fresh`: the page's snapshot has just come from the server. */
  proceed(fresh: boolean): void {
    if (!this.isConnected) return;
    const { state, attempt } = this.#progress;
    if (hasPayment(state)) {
      this.#follow(fresh);
      const { wanted } = this;
      this.wanted = null;
      if (wanted === 'cancel') this.cancel();
      else if (wanted === 'check') this.check();
    } else if (state.phase === 'creating') {
      if (attempt.current?.request) this.#create();
      else this.#find();
    }
  }

  /** Receives the first snapshot of a payment, and goes on with it. */
  arrive(snapshot: Snapshot): void {
    const work = this.#work;
    this.#receive(snapshot);
    // A listener may have turned to another order.
    if (work === this.#work) this.proceed(true);
  }

  launchIfReady(): void {
    const { launch } = this;
    const { state, attempt } = this.#progress;
    if (!launch || !isLive(state) || !state.action) return;
    this.launch = undefined;
    const hasLeft = call(launch, state.action) !== false;
    // A desktop stays where it is: there, coming back to the tab is no return from the wallet.
    if (hasLeft && attempt.current?.request?.terminal !== 'WEB') attempt.update({ launched: true });
  }

  /** Calls `act` once no other tab is about this order, unless everything has been stopped meanwhile. */
  takeTurn(act: () => void): void {
    const work = this.#work;
    void inTurn(this.#environment, this.#progress.attempt.name, () => work === this.#work && act());
  }

  choose(request: StartRequest, tell: Parameters<typeof choose>[3]): void {
    choose(this.#work, this.target!, request, tell);
  }

  check(): void {
    const access = this.#access();
    const { state } = this.#progress;
    if (!access || !hasPayment(state) || state.phase === 'success' || state.checking) return;
    const tell = (checking: boolean) => this.#progress.dispatch({ type: 'checking', checking });
    tell(true);
    check(this.#work, access, {
      clock: this.#environment.clock,
      onAnswer: (snapshot) => this.#receive(snapshot),
      isAnswered: () => !hasPayment(this.#progress.state) || !this.#progress.state.checking,
      onEnd: () => tell(false),
    });
  }

  cancel(): void {
    const access = this.#access();
    const { state } = this.#progress;
    if (!access || !isLive(state) || state.cancelling) return;
    this.#progress.dispatch({ type: 'cancelling', cancelling: true });
    cancel(this.#work, access, {
      onAnswer: (snapshot) => {
        this.#receive(snapshot);
        this.#progress.dispatch({ type: 'cancelling', cancelling: false });
      },
      onError: (error) => {
        if (error.snapshot) this.#receive(error.snapshot);
        this.#progress.dispatch({ type: 'refused', error });
      },
    });
  }

  /** Stops every request and timer. */
  stop(): void {
    this.#work.stop();
    this.#work = new Work(this.#environment);
    this.#progress.dispatch({ type: 'checking', checking: false });
    this.#progress.dispatch({ type: 'cancelling', cancelling: false });
  }

  #create(): void {
    const { attempt, request } = this.#progress;
    create({
      work: this.#work,
      attempt,
      target: this.target!,
      request,
      isWanted: () => this.wanted !== 'cancel',
      onCreated: (created) => this.arrive(created),
      onError: (error) => {
        if (error.snapshot?.payment.status === 'success') return this.#receive(error.snapshot);
        this.#progress.dispatch(this.wanted === 'cancel' ? { type: 'reset' } : { type: 'failed', error });
      },
    });
  }

  #find(): void {
    const access = this.#access();
    if (!access) return;
    find(this.#work, access, {
      onAnswer: (snapshot) => this.arrive(snapshot),
      onError: (error) => {
        if (isDefinite(error)) this.#progress.attempt.current = null;
        this.#progress.dispatch({ type: 'failed', error });
      },
    });
  }

  #follow(fresh: boolean): void {
    const access = this.#access();
    if (!access) return;
    const progress = this.#progress;
    const { attempt } = progress;
    follow({
      environment: this.#environment,
      source: paymentSource({ ...access, attempt, isLive: () => isLive(progress.state) }),
      paymentId: access.paymentId,
      signal: this.#work.signal,
      fresh,
      state: () => progress.state,
      onSnapshot: (snapshot) => this.#receive(snapshot),
      onConnection: (connection) => progress.dispatch({ type: 'connection', connection }),
      onExpired: () => this.check(),
      onReturn: () => attempt.current?.launched && isLive(progress.state) && this.check(),
    });
  }

  #receive(snapshot: Snapshot): void {
    this.#progress.receive(snapshot);
    this.launchIfReady();
  }

  #access(): Access | null {
    const { paymentId, token } = this.#progress.attempt.current ?? {};
    return this.isConnected && this.target && paymentId && token
      ? { backend: this.target.backend, paymentId, token }
      : null;
  }
}
