import { HEARTBEAT_MS } from '../protocol/routes.ts';
import type { Snapshot } from '../protocol/payment.ts';
import { jitter, pollIntervalMs, reconnectDelayMs } from './back-off.ts';
import type { Backend } from './backend.ts';
import { type LifecycleEvent, randomFraction, type SessionEnvironment } from './environment.ts';
import { type CheckoutError, toCheckoutError } from './errors.ts';
import { request } from './request.ts';
import { type CheckoutState, type Connection, hasPayment, isLive, remainingMs } from './state.ts';
import { openStream, type StreamConnection } from './stream-connection.ts';

const RETRIEVE_TIMEOUT_MS = 8_000;
/** A stream that has shown nothing by then is perhaps held back by a proxy: the page polls beside it. */
const STREAM_GRACE_MS = 4_000;
/** Two and a half heartbeats without a byte: the connection is dead, though nobody has said so. */
const SILENCE_MS = 2.5 * HEARTBEAT_MS;
/** A stream that lived this long was healthy: the next reconnect does not pay for earlier failures. */
const HEALTHY_MS = 30_000;
/** While polling works there is no hurry to get the stream back; nor to poll where nobody is looking. */
const UNHURRIED_MS = 30_000;
/** Focus, visibility and `online` often come together and are to make one request. */
const WAKE_THROTTLE_MS = 1_000;
/** After an end that a late success may still overturn, first the stream, then polling, then only on return. */
const ENDED_STREAM_MS = 2 * 60_000;
const ENDED_POLL_MS = 15 * 60_000;
/** Between two reports that the payment's time is over, doubled each time up to a minute. */
const EXPIRY_MS = 5_000;
/** A timer of more than 2³¹ milliseconds would fire at once. */
const MAX_WAIT_MS = 3_600_000;

export interface FollowOptions {
  readonly environment: SessionEnvironment;
  readonly backend: Backend;
  readonly paymentId: string;
  readonly token: string;
  /** Stops everything. */
  readonly signal: AbortSignal;
  /** True where the page's snapshot has just come from the server: the stream is opened at once. Else it is asked first. */
  readonly fresh: boolean;
  /** What the page shows now. */
  readonly state: () => CheckoutState;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  readonly onConnection: (connection: Connection) => void;
  /** The payment's time is over and the server has not said so. */
  readonly onExpired: () => void;
  /** The shopper has come back to the page. */
  readonly onReturn: () => void;
  /** The server no longer accepts the token. The follower has stopped. */
  readonly onDenied: (error: CheckoutError) => void;
}

/**
 * Follows a payment: a stream, polling beside it for as long as it has nothing to tell, and a question at once whenever
 * the shopper comes back. Stops by itself after a success.
 *
 * One function, `tick`, looks at what is due after each thing that happens, and sets the one timer for what is due next:
 * so there are never two timers, nor two requests of a kind.
 */
export function follow(options: FollowOptions): void {
  const { environment, backend, paymentId, token, signal } = options;
  const { clock, lifecycle } = environment;
  const random = () => randomFraction(environment);

  let stopped = false;
  let suspended = false;
  let timer: unknown;

  let stream: StreamConnection | null = null;
  let streamFailures = 0;
  let streamAtMs = -Infinity;
  /** Until then the stream may still make polling needless. */
  let graceEndsAtMs = clock.monotonic() + STREAM_GRACE_MS;

  let retrieving: AbortController | null = null;
  let retrieveFailures = 0;
  let retrievedAtMs = -Infinity;
  let spread = random();
  /** `Retry-After`: no request of any kind before. */
  let notBeforeMs = -Infinity;
  /** When the shopper was last known to come to the page. */
  let attentionAtMs = clock.monotonic();

  let endedAtMs: number | null = null;
  let expiryAtMs = -Infinity;
  let expiryWaitMs = EXPIRY_MS;

  function tick(): void {
    clock.clearTimeout(timer);
    if (stopped) return;
    const state = options.state();
    if (!hasPayment(state) || state.phase === 'success') return stop();
    if (!lifecycle.isOnline()) {
      drop();
      return report('offline');
    }
    if (suspended) return drop();
    const nowMs = clock.monotonic();
    endedAtMs = isLive(state) ? null : (endedAtMs ?? nowMs);
    const due = [tickStream(nowMs), tickPolling(nowMs), tickExpiry(nowMs, remainingMs(state, clock.now()))];
    const nextMs = Math.min(...due);
    if (!stopped && nextMs < Infinity) timer = clock.setTimeout(tick, Math.min(nextMs - nowMs, MAX_WAIT_MS));
  }

  // Each of the three does what is due and answers when it has something to do next.

  function tickStream(nowMs: number): number {
    if (endedAtMs !== null) {
      if (nowMs - endedAtMs < ENDED_STREAM_MS) return stream ? endedAtMs + ENDED_STREAM_MS : Infinity;
      closeStream();
      return Infinity;
    }
    if (stream) {
      // A hidden page keeps no timer for it: coming back looks at the silence first.
      if (!lifecycle.isVisible()) return Infinity;
      const silentAtMs = stream.aliveAtMs + SILENCE_MS;
      if (nowMs < silentAtMs) return silentAtMs;
      lose(stream, toCheckoutError(`Silent for ${SILENCE_MS} ms`));
    }
    // A question that is under way comes first, so that a page that was away shows the truth before it streams.
    if (retrieving) return Infinity;
    const openAtMs = Math.max(streamAtMs, notBeforeMs);
    if (nowMs < openAtMs) return openAtMs;
    open();
    return tickStream(nowMs);
  }

  function tickPolling(nowMs: number): number {
    if (retrieving || (stream && stream.liveAtMs !== null)) return Infinity;
    const intervalMs = Math.max(currentIntervalMs(nowMs), reconnectDelayMs(retrieveFailures, spread));
    const pollAtMs = Math.max(graceEndsAtMs, notBeforeMs, retrievedAtMs + jitter(intervalMs, spread));
    if (nowMs < pollAtMs) return pollAtMs;
    retrieve(nowMs);
    return Infinity;
  }

  function currentIntervalMs(nowMs: number): number {
    const visible = lifecycle.isVisible();
    if (endedAtMs !== null) return visible && nowMs - endedAtMs < ENDED_POLL_MS ? UNHURRIED_MS : Infinity;
    return visible ? pollIntervalMs(nowMs - attentionAtMs) : UNHURRIED_MS;
  }

  function tickExpiry(nowMs: number, leftMs: number): number {
    if (endedAtMs !== null || !lifecycle.isVisible()) return Infinity;
    const atMs = Math.max(expiryAtMs, nowMs + leftMs);
    if (nowMs < atMs) return atMs;
    expiryAtMs = nowMs + expiryWaitMs;
    expiryWaitMs = Math.min(2 * expiryWaitMs, 60_000);
    options.onExpired();
    return expiryAtMs;
  }

  function open(): void {
    stream = openStream({
      clock,
      backend,
      paymentId,
      token,
      onSnapshot(snapshot) {
        report('live');
        options.onSnapshot(snapshot);
        tick();
      },
      onEnd(error) {
        lose(stream!, error);
        tick();
      },
    });
  }

  function lose({ liveAtMs }: StreamConnection, error: CheckoutError | null): void {
    closeStream();
    if (error && isDenied(error)) return deny(error);
    const nowMs = clock.monotonic();
    const healthy = liveAtMs !== null && nowMs - liveAtMs >= HEALTHY_MS;
    streamFailures = healthy ? 0 : streamFailures + 1;
    const delayMs = reconnectDelayMs(streamFailures, random());
    streamAtMs = nowMs + (connection() === 'polling' ? Math.max(delayMs, UNHURRIED_MS) : delayMs);
    // A server that ends its stream in order will take the next one; after anything else the page asks at once.
    if (error) graceEndsAtMs = nowMs;
    else if (liveAtMs !== null) graceEndsAtMs = nowMs + STREAM_GRACE_MS;
    respect(error);
  }

  function retrieve(nowMs: number): void {
    const mine = new AbortController();
    retrieving = mine;
    retrievedAtMs = nowMs;
    spread = random();
    const onAnswer = (snapshot: Snapshot) => {
      retrieveFailures = 0;
      // A first look before the stream has had its time says nothing about the stream.
      if (connection() !== 'live' || clock.monotonic() >= graceEndsAtMs) reportUnstreamed('polling');
      options.onSnapshot(snapshot);
    };
    const onError = (error: CheckoutError) => {
      if (isDenied(error)) return deny(error);
      retrieveFailures++;
      respect(error);
      reportUnstreamed('reconnecting');
    };
    const settled =
      <T>(act: (value: T) => void) =>
      (value: T) => {
        if (retrieving !== mine) return;
        retrieving = null;
        act(value);
        tick();
      };
    request({ clock, signal: mine.signal, timeoutMs: RETRIEVE_TIMEOUT_MS }, (bounded) =>
      backend.retrieve({ paymentId, token, signal: bounded }),
    ).then(settled(onAnswer), settled(onError));
  }

  function notice(event: LifecycleEvent): void {
    if (event === 'pagehide') suspended = true;
    if (event === 'visible' || event === 'pageshow' || event === 'online' || event === 'focus') wake(event);
    else tick();
  }

  function wake(event: LifecycleEvent): void {
    suspended = false;
    const nowMs = clock.monotonic();
    attentionAtMs = nowMs;
    streamAtMs = Math.min(streamAtMs, nowMs);
    expiryWaitMs = EXPIRY_MS;
    const due = nowMs >= Math.max(notBeforeMs, retrievedAtMs + WAKE_THROTTLE_MS);
    if (due && !retrieving && lifecycle.isOnline()) retrieve(nowMs);
    tick();
    if (event === 'visible' || event === 'pageshow') options.onReturn();
  }

  function connection(): Connection | null {
    const state = options.state();
    return hasPayment(state) ? state.connection : null;
  }

  function report(next: Connection): void {
    // After the end nobody waits, and trouble is nobody's concern.
    if (endedAtMs === null) options.onConnection(next);
  }

  function reportUnstreamed(next: Connection): void {
    if (!stream || stream.liveAtMs === null) report(next);
  }

  function respect(error: CheckoutError | null): void {
    if (error?.retryAfterMs !== undefined) {
      notBeforeMs = Math.max(notBeforeMs, clock.monotonic() + error.retryAfterMs);
    }
  }

  function deny(error: CheckoutError): void {
    stop();
    options.onDenied(error);
  }

  function closeStream(): void {
    stream?.close();
    stream = null;
  }

  function drop(): void {
    closeStream();
    if (retrieving) retrievedAtMs = -Infinity;
    retrieving?.abort();
    retrieving = null;
  }

  function stop(): void {
    if (stopped) return;
    stopped = true;
    clock.clearTimeout(timer);
    unsubscribe();
    signal.removeEventListener('abort', stop);
    drop();
  }

  const unsubscribe = lifecycle.subscribe(notice);
  signal.addEventListener('abort', stop);
  if (!options.fresh && lifecycle.isOnline()) retrieve(clock.monotonic());
  tick();
}

// A wrong token and an unknown payment get the same answer, so either may stand for the other.
function isDenied({ code }: CheckoutError): boolean {
  return code === 'unauthorized' || code === 'payment_not_found';
}
