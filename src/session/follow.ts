import type { Snapshot } from '../protocol/payment.ts';
import { jitter, pollIntervalMs, reconnectDelayMs } from './back-off.ts';
import type { Backend } from './backend.ts';
import { type LifecycleEvent, randomFraction, type SessionEnvironment } from './environment.ts';
import { type CheckoutError, toCheckoutError } from './errors.ts';
import { Expiry } from './expiry.ts';
import { Presence } from './presence.ts';
import { Retriever } from './retriever.ts';
import { type CheckoutState, type Connection, hasPayment, isLive, remainingMs } from './state.ts';
import { openStream, SILENCE_MS, type StreamConnection } from './stream-connection.ts';
import { TabGroup } from './tab-group.ts';

/** A stream that has shown nothing by then is perhaps held back by a proxy: the page polls beside it. */
const STREAM_GRACE_MS = 4_000;
/** The timers of some platforms sleep with the device: nobody says that it has woken, and the silence looks short. */
const LOOK_EVERY_MS = 5_000;
/** A stream that lived this long was healthy: the next reconnect does not pay for earlier failures. */
const HEALTHY_MS = 30_000;
/** While polling works there is no hurry to get the stream back; nor to poll where nobody is looking. */
const UNHURRIED_MS = 30_000;
/** Focus, visibility and `online` often come together and are to make one request. */
const WAKE_THROTTLE_MS = 1_000;
/** After an end that a late success may still overturn, first the stream, then polling, then only on return. */
const ENDED_STREAM_MS = 2 * 60_000;
const ENDED_POLL_MS = 15 * 60_000;
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
 * the shopper comes back. Of the tabs that show the payment one does so for all. Stops by itself after a success.
 *
 * One function, `tick`, looks at what is due after each thing that happens, and sets the one timer for what is due next:
 * so there are never two timers, nor two requests of a kind.
 */
export function follow(options: FollowOptions): void {
  const { environment, backend, paymentId, token, signal } = options;
  const { clock, lifecycle } = environment;
  const random = () => randomFraction(environment);
  const presence = new Presence(environment);
  const expiry = new Expiry(options.onExpired);
  const group = new TabGroup({ environment, paymentId, state: options.state, onLead, onNews });
  const retriever = new Retriever({ environment, backend, paymentId, token, onAnswer, onError });

  let stopped = false;
  let timer: unknown;

  let stream: StreamConnection | null = null;
  let streamFailures = 0;
  let streamAtMs = -Infinity;
  /** The least that the server wants to lie between two streams. */
  let retryMs = 0;
  /** Until then the stream may still make polling needless. */
  let graceEndsAtMs = clock.monotonic() + STREAM_GRACE_MS;

  /** `Retry-After`: no request of any kind before. */
  let notBeforeMs = -Infinity;
  /** When the shopper was last known to come to the page. */
  let attentionAtMs = clock.monotonic();
  /** A return that came too soon after a question is asked about then. */
  let wakeAtMs = Infinity;

  let endedAtMs: number | null = null;

  function tick(): void {
    clock.clearTimeout(timer);
    if (stopped) return;
    const state = options.state();
    if (!hasPayment(state) || state.phase === 'success') return stop();
    const nowMs = clock.monotonic();
    const { silentAtMs } = presence;
    if (nowMs >= silentAtMs) {
      drop();
      if (!lifecycle.isOnline()) report('offline');
      return;
    }
    group.join();
    endedAtMs = isLive(state) ? null : (endedAtMs ?? nowMs);
    const isWatched = endedAtMs === null && lifecycle.isVisible();
    const due = [
      silentAtMs,
      tickStream(nowMs),
      tickPolling(nowMs),
      isWatched ? group.look(nowMs) : Infinity,
      isWatched ? expiry.tick(nowMs, remainingMs(state, nowMs)) : Infinity,
    ];
    const nextMs = Math.min(...due);
    if (!stopped && nextMs < Infinity) timer = clock.setTimeout(tick, Math.min(nextMs - nowMs, MAX_WAIT_MS));
  }

  // Each of these does what is due and answers when it has something to do next.

  function tickStream(nowMs: number): number {
    if (!group.leads) {
      closeStream();
      return Infinity;
    }
    if (endedAtMs !== null) {
      if (nowMs - endedAtMs < ENDED_STREAM_MS) return stream ? endedAtMs + ENDED_STREAM_MS : Infinity;
      closeStream();
      return Infinity;
    }
    if (stream) {
      // A hidden page keeps no timer for it: coming back looks at the silence first.
      if (!lifecycle.isVisible()) return Infinity;
      const leftMs = SILENCE_MS - stream.silentMs();
      if (leftMs > 0) return nowMs + Math.min(leftMs, LOOK_EVERY_MS);
      lose(stream, toCheckoutError(`Silent for ${SILENCE_MS} ms`));
    }
    // A question that is under way comes first, so that a page that was away shows the truth before it streams.
    if (retriever.isAsking) return Infinity;
    const openAtMs = Math.max(streamAtMs, notBeforeMs);
    if (nowMs < openAtMs) return openAtMs;
    open();
    return tickStream(nowMs);
  }

  function tickPolling(nowMs: number): number {
    if (retriever.isAsking || (stream && stream.liveAtMs !== null)) return Infinity;
    // After the end whoever is looked at asks for itself: it is a question each half minute.
    if (!group.leads && endedAtMs === null) return Infinity;
    const { askedAtMs, failures, spread } = retriever;
    const intervalMs = Math.max(currentIntervalMs(nowMs), reconnectDelayMs(failures, spread));
    const nextAtMs = Math.max(askedAtMs, endedAtMs ?? -Infinity) + jitter(intervalMs, spread);
    const pollAtMs = Math.max(graceEndsAtMs, notBeforeMs, Math.min(nextAtMs, wakeAtMs));
    if (nowMs < pollAtMs) return pollAtMs;
    wakeAtMs = Infinity;
    retriever.ask();
    return Infinity;
  }

  function currentIntervalMs(nowMs: number): number {
    const visible = lifecycle.isVisible();
    if (endedAtMs !== null) return visible && nowMs - endedAtMs < ENDED_POLL_MS ? UNHURRIED_MS : Infinity;
    return visible ? pollIntervalMs(nowMs - attentionAtMs) : UNHURRIED_MS;
  }

  function open(): void {
    stream = openStream({
      environment,
      backend,
      paymentId,
      token,
      onSnapshot(snapshot) {
        report('live');
        receive(snapshot);
        tick();
      },
      onRetry(ms) {
        retryMs = ms;
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
    const delayMs = Math.max(reconnectDelayMs(streamFailures, random()), retryMs);
    streamAtMs = nowMs + (connection() === 'polling' ? Math.max(delayMs, UNHURRIED_MS) : delayMs);
    // A server that ends its stream in order will take the next one; after anything else the page asks at once.
    if (error) graceEndsAtMs = nowMs;
    else if (liveAtMs !== null) graceEndsAtMs = nowMs + STREAM_GRACE_MS;
    respect(error);
  }

  function onAnswer(snapshot: Snapshot): void {
    // A first look before the stream has had its time says nothing about the stream.
    if (connection() !== 'live' || clock.monotonic() >= graceEndsAtMs) reportUnstreamed('polling');
    receive(snapshot);
    tick();
  }

  function onError(error: CheckoutError): void {
    if (isDenied(error)) return deny(error);
    respect(error);
    reportUnstreamed('reconnecting');
    tick();
  }

  function notice(event: LifecycleEvent): void {
    presence.notice(event);
    if (event === 'hidden' || event === 'offline' || event === 'pagehide' || event === 'freeze') tick();
    else wake(event);
  }

  function wake(event: LifecycleEvent): void {
    const nowMs = clock.monotonic();
    attentionAtMs = nowMs;
    streamAtMs = Math.min(streamAtMs, nowMs);
    expiry.hurry();
    const due = nowMs >= Math.max(notBeforeMs, retriever.askedAtMs + WAKE_THROTTLE_MS) && nowMs < presence.silentAtMs;
    // Where nobody looks the one that leads asks for all.
    if (due && (lifecycle.isVisible() || group.leads)) retriever.ask();
    else wakeAtMs = retriever.askedAtMs + WAKE_THROTTLE_MS;
    group.ask();
    tick();
    if (event === 'visible' || event === 'pageshow') options.onReturn();
  }

  /** This tab leads from now on, or no longer. */
  function onLead(): void {
    graceEndsAtMs = Math.max(graceEndsAtMs, clock.monotonic() + STREAM_GRACE_MS);
    tick();
  }

  function onNews(snapshot: Snapshot, told: Connection | undefined): void {
    if (told) report(told);
    options.onSnapshot(snapshot);
    tick();
  }

  /** What this tab has learned from the server goes to the others too. */
  function receive(snapshot: Snapshot): void {
    const before = options.state();
    options.onSnapshot(snapshot);
    if (options.state() !== before) group.tell();
  }

  function connection(): Connection | null {
    const state = options.state();
    return hasPayment(state) ? state.connection : null;
  }

  function report(next: Connection): void {
    // After the end nobody waits, and trouble is nobody's concern.
    if (endedAtMs !== null || connection() === next) return;
    options.onConnection(next);
    if (group.leads) group.tell();
  }

  function reportUnstreamed(next: Connection): void {
    if (group.leads && (!stream || stream.liveAtMs === null)) report(next);
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

  /** Lets go of everything that could not go on, or would keep the page from being put aside. */
  function drop(): void {
    closeStream();
    retriever.drop();
    group.leave();
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
  if (!options.fresh && lifecycle.isOnline()) retriever.ask();
  tick();
}

// A wrong token and an unknown payment get the same answer, so either may stand for the other.
function isDenied({ code }: CheckoutError): boolean {
  return code === 'unauthorized' || code === 'payment_not_found';
}
