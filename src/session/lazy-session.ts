import type { Action, Snapshot } from '../protocol/payment.ts';
import type { ReturnTicket } from '../protocol/return-ticket.ts';
import { AttemptKeeper } from './attempt.ts';
import { browserEssentials, type Essentials, randomFraction } from './essentials.ts';
import type { PageTarget } from './handed-over.ts';
import { createOnce } from './http-call.ts';
import type { PaymentSession, StartRequest } from './payment-session.ts';
import { onPageWake } from './page-wake.ts';
import { safeSnapshot } from './safe-snapshot.ts';
import { type CheckoutState, firstState, hasPayment, isLive } from './state.ts';
import { call, StateKeeper } from './state-keeper.ts';
import type * as wholeSession from './whole-session.ts';

/** A session as the element uses it, which tries again by starting. */
export type LazySession = Omit<PaymentSession, 'target' | 'retry'> & { target(target: PageTarget): void };

export interface LazyEnvironment extends Essentials {
  /** Fetches the rest of the session. May fail, and is then called again. */
  readonly loadSession: () => Promise<typeof wholeSession>;
  /** Calls `listener` when the page is online again, or looked at again. Answers how to stop. */
  readonly onWake: (listener: () => void) => () => void;
}

const CREATE_TIMEOUT_MS = 20_000;
/** Nobody pays within the first second: what the shopper is to see is fetched before what follows it. */
const SHOWN_FIRST_MS = 1_000;
/** Between two tries for the rest of the session, at most; at least half of it. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000];

const TARGET = ['endpoint', 'orderId', 'backend', 'credentials', 'fetch'] as const;

type Launch = (action: Action) => unknown;
type Wish = (session: PaymentSession) => void;

/**
 * A session that takes the click itself, and fetches the rest of a session only once there is a payment to follow, or
 * anything at all to do that is not the first try of a first create.
 *
 * It hands over what it has done in the way in which a page hands over to the next one: by the stored attempt. So
 * whatever goes wrong here, a lost answer or a chunk that does not load, is what a reload would have to cope with too.
 */
export function createLazySession(
  environment: LazyEnvironment = {
    ...browserEssentials(),
    loadSession: () => import('./whole-session.ts'),
    onWake: onPageWake,
  },
): LazySession {
  return new Starter(environment);
}

class Starter implements LazySession {
  readonly #environment: LazyEnvironment;
  readonly #keeper = new StateKeeper();
  readonly #attempt: AttemptKeeper;
  #target: PageTarget | null = null;
  #connected = true;
  #creating: AbortController | null = null;
  /** What the first try came to, if it came to nothing: for the rest of the session to judge. */
  #refusal: unknown;
  #timer: unknown;

  /** The rest of the session, once it is there. From then on it is the session. */
  #session: PaymentSession | null = null;
  #whole: typeof wholeSession | null = null;
  #loading = false;
  #failures = 0;
  #stopWaking = () => {};
  #wishes: Wish[] = [];

  constructor(environment: LazyEnvironment) {
    this.#environment = environment;
    this.#attempt = new AttemptKeeper(environment);
  }

  get state(): CheckoutState {
    return this.#keeper.current;
  }

  subscribe(listener: (state: CheckoutState) => void): () => void {
    return this.#keeper.subscribe(listener);
  }

  target(target: PageTarget): void {
    const before = this.#target;
    if (before && TARGET.every((name) => before[name] === target[name])) return;
    this.#halt();
    this.#wishes = [];
    this.#refusal = undefined;
    this.#target = target;
    if (this.#session) return this.#turn(this.#session);
    this.#attempt.target(target);
    const stored = this.#attempt.stored();
    if (stored) {
      this.#keeper.set({ phase: 'creating', resuming: true });
      this.#handOver();
    } else if (this.state.phase !== 'idle') this.#keeper.set({ phase: 'idle' });
  }

  start(request: StartRequest, onLaunch?: Launch): void {
    if (this.#session) return this.#session.start(request, onLaunch);
    if (!this.#target || !this.#connected || this.state.phase === 'creating') return;
    const again: Wish = (session) => session.start(request, onLaunch);
    if (this.state.phase !== 'idle') return this.#wish(again);
    this.#keeper.set(request.choose ? { phase: 'choosing', wallets: null } : { phase: 'creating', resuming: false });
    if (request.choose) return this.#wish(again);
    const creating = new AbortController();
    this.#creating = creating;
    void this.#environment.alone(this.#attempt.name, (isAlone) => {
      if (this.#creating !== creating) return;
      // Another tab may have begun one since: it is not for here to judge what became of it.
      if (!isAlone || this.#attempt.stored()) return this.#wish(again);
      this.#attempt.begin({ ...request, orderId: this.#target!.orderId });
      return this.#create(creating, again, onLaunch);
    });
  }

  resume(payment: ReturnTicket | { readonly snapshot: Snapshot; readonly token: string }): void {
    if (this.#session) return this.#session.resume(payment);
    if (!this.#target) return;
    this.#halt();
    this.#keeper.set({ phase: 'creating', resuming: true });
    try {
      // A page that was rendered with its payment shows it at once.
      if ('snapshot' in payment) this.#show(safeSnapshot(payment.snapshot));
    } catch {
      // For the rest of the session to tell.
    }
    this.#wish((session) => session.resume(payment));
  }

  check(): void {
    if (hasPayment(this.state)) this.#wish((session) => session.check());
  }

  cancel(): void {
    // Nothing has been begun yet, and nobody should have to wait to go back.
    if (this.state.phase === 'choosing' && !this.#session) {
      this.#wishes = [];
      this.#keeper.set({ phase: 'idle' });
    } else if (this.state.phase !== 'idle') this.#wish((session) => session.cancel());
  }

  connect(): void {
    if (this.#connected) return;
    this.#connected = true;
    this.#session?.connect();
    if (!this.#session && this.state.phase !== 'idle') this.#handOver();
  }

  disconnect(): void {
    this.#connected = false;
    this.#session?.disconnect();
    this.#halt();
  }

  /** The first try of a first create. Whatever does not simply work goes to the rest of the session. */
  async #create(creating: AbortController, again: Wish, onLaunch?: Launch): Promise<void> {
    const { clock } = this.#environment;
    const { backend, ...http } = this.#target!;
    const { request: sent, key } = this.#attempt.current!;
    const options = { idempotencyKey: key!, signal: creating.signal };
    const startOver = (refusal?: unknown) => {
      this.#refusal = refusal;
      this.#wish(again);
    };
    this.#timer = clock.setTimeout(() => startOver(), CREATE_TIMEOUT_MS);
    try {
      const created = await (backend ? backend.create(sent!, options) : createOnce(http, sent!, options));
      if (this.#creating !== creating) return;
      // Not to be aborted any more: of a refusal the body is still to be read.
      this.#creating = null;
      this.#halt();
      if (created instanceof Response) return startOver(created);
      // Answered after all, when the rest of the session was already to start over: the page must not be left twice.
      this.#wishes = this.#wishes.filter((wish) => wish !== again);
      // Stored before it is shown: a shopper who has seen a payment finds it again.
      this.#attempt.update({ token: created.token });
      this.#attempt.learn(created);
      const { action } = created;
      this.#show(created);
      if (!action) return startOver();
      this.#timer = clock.setTimeout(() => this.#handOver(), SHOWN_FIRST_MS);
      const hasLeft = onLaunch && call(onLaunch, action) !== false;
      if (hasLeft && sent!.terminal !== 'WEB') this.#attempt.update({ launched: true });
    } catch (error) {
      if (this.#creating !== creating) return;
      this.#halt();
      startOver(error);
    }
  }

  #show(snapshot: Snapshot): void {
    this.#keeper.set(firstState(snapshot, this.#environment.clock.monotonic()));
  }

  /** Has something done by the rest of the session, as soon as it is there. */
  #wish(wish: Wish): void {
    if (this.#session) return wish(this.#session);
    this.#wishes.push(wish);
    this.#handOver();
  }

  #handOver(): void {
    if (this.#loading || !this.#connected || !this.#target) return;
    this.#loading = true;
    this.#environment.loadSession().then(
      (whole) => {
        this.#loading = false;
        if (this.#connected) this.#accept(whole);
      },
      () => {
        this.#loading = false;
        if (this.#connected) this.#waitAndTryAgain();
      },
    );
  }

  #waitAndTryAgain(): void {
    const { clock, onWake } = this.#environment;
    const pauseMs = PAUSES_MS[this.#failures++] ?? PAUSES_MS.at(-1)!;
    const tryAgain = () => this.#handOver();
    this.#rest();
    this.#timer = clock.setTimeout(tryAgain, pauseMs * (0.5 + randomFraction(this.#environment) / 2));
    this.#stopWaking = onWake(tryAgain);
    const { state } = this;
    if (isLive(state)) this.#keeper.set({ ...state, connection: 'reconnecting' });
  }

  #accept(whole: typeof wholeSession): void {
    this.#halt();
    const session = whole.createPaymentSession(this.#environment);
    this.#whole = whole;
    this.#session = session;
    this.#turn(session);
    for (const wish of this.#wishes.splice(0)) wish(session);
    // From here on. What it went through to get where this one was is nobody's concern.
    this.#keeper.set(session.state);
    session.subscribe((state) => this.#keeper.set(state));
  }

  #turn(session: PaymentSession): void {
    const refusal = this.#refusal;
    this.#refusal = undefined;
    session.target(this.#whole!.handedOver(this.#target!, this.#attempt.current, refusal));
  }

  #rest(): void {
    this.#environment.clock.clearTimeout(this.#timer);
    this.#stopWaking();
  }

  #halt(): void {
    this.#rest();
    this.#creating?.abort();
    this.#creating = null;
  }
}
