import type { Snapshot } from '../protocol/payment.ts';
import type { ReturnTicket } from '../protocol/return-ticket.ts';
import { type Attempt, hasEnded } from './attempt.ts';
import { browserEnvironment, type SessionEnvironment } from './environment.ts';
import { toCheckoutError } from './errors.ts';
import type { PaymentSession, SessionTarget, StartRequest } from './payment-session.ts';
import { Progress } from './progress.ts';
import { pruneAttempts } from './prune-attempts.ts';
import { type Launch, Pursuit } from './pursuit.ts';
import { safeSnapshot } from './safe-snapshot.ts';
import { type CheckoutState, isLive } from './state.ts';

export type { PaymentSession, SessionTarget, StartRequest };

/** Nobody leaves for the wallet, pays and is back on the page within this time. */
const QUICKEST_RETURN_MS = 3_000;

/**
 * Creates a session. It reads no global and makes no request before it has a target.
 *
 * @param environment - What to use in place of the browser's own clock, storage, page lifecycle or randomness.
 */
export function createPaymentSession(environment: Partial<SessionEnvironment> = {}): PaymentSession {
  return new Session({ ...browserEnvironment(), ...environment });
}

/** What the shopper, or the page, wants: to be done where the progress of the checkout allows it. */
class Session implements PaymentSession {
  readonly #environment: SessionEnvironment;
  readonly #progress: Progress;
  readonly #pursuit: Pursuit;

  constructor(environment: SessionEnvironment) {
    this.#environment = environment;
    this.#progress = new Progress(environment);
    this.#pursuit = new Pursuit(environment, this.#progress);
  }

  get state(): CheckoutState {
    return this.#progress.state;
  }

  subscribe(listener: (state: CheckoutState) => void): () => void {
    return this.#progress.subscribe(listener);
  }

  target(target: SessionTarget): void {
    const { backend, endpoint, orderId } = this.#pursuit.target ?? {};
    if (target.backend === backend && target.endpoint === endpoint && target.orderId === orderId) return;
    this.#pursuit.target = target;
    this.#clear();
    const { attempt } = this.#progress;
    attempt.target(target);
    pruneAttempts(this.#environment);
    const stored = attempt.stored();
    if (stored) this.#takeUp(stored);
    const sinceMs = this.#environment.clock.now() - (stored?.receivedAtMs ?? 0);
    // So the page is still the one that offers to pay, and must not say that it checks.
    if (target.isBegunHere && sinceMs < QUICKEST_RETURN_MS) this.#pursuit.wanted = null;
    this.#pursuit.proceed(false);
  }

  start({ choose, ...request }: StartRequest, onLaunch?: Launch): void {
    const { phase } = this.state;
    const pursuit = this.#pursuit;
    if (!pursuit.target || !pursuit.isConnected || phase === 'success') return;
    pursuit.launch = onLaunch;
    if (phase === 'creating' || (choose && phase === 'choosing')) return;
    if (isLive(this.state)) return pursuit.launchIfReady();
    pursuit.stop();
    if (choose && !this.#progress.openAttempt) return this.#choose(request);
    this.#progress.renew(request);
    pursuit.wanted = null;
    this.#progress.dispatch({ type: 'start' });
    pursuit.takeTurn(() => this.#begin());
  }

  resume(given: ReturnTicket | { readonly snapshot: Snapshot; readonly token: string }): void {
    if (!this.#pursuit.target) return;
    const paymentId = 'ticket' in given ? given.paymentId : given.snapshot.payment.id;
    const stored = this.#progress.attempt.stored();
    const isOwn = stored?.paymentId === paymentId;
    if ('ticket' in given && !isOwn && this.#isOfAnother(paymentId)) return;
    this.#clear();
    const own = isOwn ? stored : { createdAtMs: this.#environment.clock.now(), paymentId };
    if ('ticket' in given) {
      // The token of the browser that created the payment may do more than the ticket, which may only ask.
      this.#takeUp({ token: given.ticket, ...own });
      this.#pursuit.wanted = 'check';
      return this.#pursuit.proceed(false);
    }
    this.#takeUp({ ...own, token: given.token, snapshot: undefined });
    try {
      this.#pursuit.arrive(safeSnapshot(given.snapshot));
    } catch (error) {
      this.#progress.dispatch({ type: 'failed', error: toCheckoutError(error) });
    }
  }

  check(): void {
    this.#pursuit.check();
  }

  cancel(): void {
    const { phase } = this.state;
    this.#pursuit.launch = undefined;
    if (phase !== 'creating' && phase !== 'choosing') this.#pursuit.cancel();
    // Once a create has been sent the payment may exist: it is cancelled when the answer is there.
    else if (phase === 'creating' && this.#progress.attempt.current?.request) this.#pursuit.wanted = 'cancel';
    else this.#clear();
  }

  retry(onLaunch?: Launch): void {
    const { phase } = this.state;
    const { attempt, request } = this.#progress;
    const { current } = attempt;
    if (phase !== 'voided' && phase !== 'failed' && phase !== 'error') return;
    const lastRequest = request ?? current?.request;
    if (lastRequest) return this.start(lastRequest, onLaunch);
    // Nothing was started here: the shopper came with a ticket, which may be tried again where it was not answered.
    this.#clear();
    if (current && phase === 'error') this.#takeUp(current);
    this.#pursuit.proceed(false);
  }

  connect(): void {
    if (this.#pursuit.isConnected) return;
    this.#pursuit.isConnected = true;
    this.#pursuit.proceed(false);
  }

  disconnect(): void {
    this.#pursuit.isConnected = false;
    const { phase } = this.state;
    // Nothing has been begun that could be gone on with.
    if (phase === 'choosing' || (phase === 'creating' && !this.#progress.attempt.current)) this.#clear();
    else this.#pursuit.stop();
  }

  #choose(request: StartRequest): void {
    this.#progress.dispatch({ type: 'choosing', wallets: null });
    this.#pursuit.choose(request, (choice) => {
      if (choice && 'length' in choice) this.#progress.dispatch({ type: 'choosing', wallets: choice });
      else this.start({ ...request, wallet: choice?.id, walletName: choice?.name }, this.#pursuit.launch);
    });
  }

  #begin(): void {
    const { attempt, openAttempt, request } = this.#progress;
    if (openAttempt) attempt.takeUp(openAttempt);
    else attempt.begin({ ...request!, orderId: this.#pursuit.target!.orderId });
    this.#pursuit.proceed(false);
  }

  /**
   * True for a payment that is certainly another order's: a page may have several checkouts, and the address that a shopper
   * comes back to does not say whose return it is. Of an order that goes by other names in the page nobody can tell.
   */
  #isOfAnother(paymentId: string): boolean {
    const isPaid = ({ paymentId: id, request, snapshot }: Attempt) =>
      id === paymentId && request?.orderId === snapshot?.payment.orderId;
    return this.#pursuit.target!.orderId !== '' && pruneAttempts(this.#environment).some(isPaid);
  }

  /** Takes up an attempt that exists. A shopper who had left for the wallet may have paid meanwhile. */
  #takeUp(attempt: Attempt): void {
    const { snapshot, launched } = attempt;
    if (snapshot && launched && !hasEnded(snapshot)) this.#pursuit.wanted = 'check';
    this.#progress.takeUp(attempt);
  }

  /** Stops everything and starts over without a payment. What is stored stays. */
  #clear(): void {
    this.#pursuit.stop();
    this.#pursuit.launch = undefined;
    this.#pursuit.wanted = null;
    this.#progress.reset();
  }
}
