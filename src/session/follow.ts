import type { Snapshot } from '../protocol/payment.ts';
import { AfterEnd } from './after-end.ts';
import type { LifecycleEvent, SessionEnvironment } from './environment.ts';
import { type CheckoutError, toCheckoutError } from './errors.ts';
import { Expiry } from './expiry.ts';
import { KeptStream } from './kept-stream.ts';
import { isDenied, type PaymentSource } from './payment-source.ts';
import { Polling, UNHURRIED_MS } from './polling.ts';
import { Presence } from './presence.ts';
import { type CheckoutState, type Connection, hasPayment, remainingMs } from './state.ts';
import { DOUBT_MS, SILENCE_MS } from './stream-connection.ts';
import { TabGroup } from './tab-group.ts';

/** A stream that has shown nothing by then is perhaps held back by a proxy: the page polls beside it. */
const STREAM_GRACE_MS = 4_000;
/** The timers of some platforms sleep with the device: nobody says that it has woken, and the silence looks short. */
const LOOK_EVERY_MS = 5_000;
/** A timer of more than 2³¹ milliseconds would fire at once. */
const MAX_WAIT_MS = 3_600_000;

export interface FollowOptions {
  readonly environment: SessionEnvironment;
  readonly source: PaymentSource;
  readonly paymentId: string;
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
}

/**
 * Follows a payment: a stream, polling beside it for as long as it has nothing to tell, and a question at once whenever
 * the shopper comes back. Of the tabs that show the payment one does so for all. Stops by itself after a success.
 *
 * One function, `tick`, looks at what is due after each thing that happens, and sets the one timer for what is due next:
 * so there are never two timers, nor two requests of a kind.
 */
export function follow(options: FollowOptions): void {
  const { environment, source, paymentId, signal, state } = options;
  const { clock, lifecycle } = environment;
  const presence = new Presence(environment);
  const expiry = new Expiry(options.onExpired);
  const group = new TabGroup({ environment, paymentId, state, onLead, onNews });
  const stream = new KeptStream({ environment, source, onSnapshot: onStreamed, onEnd: onStreamEnd });
  const polling = new Polling({ environment, source, onAnswer, onError });
  const first = state();
  const afterEnd = new AfterEnd(hasPayment(first) ? first : null);

  let stopped = false;
  let timer: unknown;
  /** `Retry-After`: no request of any kind before. */
  let notBeforeMs = -Infinity;

  function tick(): void {
    clock.clearTimeout(timer);
    if (stopped) return;
    const shown = state();
    if (!hasPayment(shown) || shown.phase === 'success') return stop();
    const nowMs = clock.monotonic();
    const { silentAtMs } = presence;
    if (nowMs >= silentAtMs) {
      drop();
      if (!lifecycle.isOnline()) report('offline');
      return;
    }
    group.join();
    afterEnd.look(shown, nowMs);
    const isWatched = !afterEnd.isIn && lifecycle.isVisible();
    const due = [
      silentAtMs,
      tickStream(nowMs),
      tickPolling(nowMs),
      isWatched ? group.look(nowMs) : Infinity,
      isWatched ? expiry.tick(nowMs, remainingMs(shown, nowMs)) : Infinity,
    ];
    const nextMs = Math.min(...due);
    if (!stopped && nextMs < Infinity) timer = clock.setTimeout(tick, Math.min(nextMs - nowMs, MAX_WAIT_MS));
    // Last of all: whoever hears of it may stop everything.
    if (stream.isLive) report(stream.silentMs() < DOUBT_MS ? 'live' : 'reconnecting');
  }

  // Each of these does what is due and answers when it has something to do next.

  function tickStream(nowMs: number): number {
    const { streamsUntilMs } = afterEnd;
    if (!group.leads || nowMs >= streamsUntilMs) {
      stream.close();
      return Infinity;
    }
    if (stream.isOpen) {
      // A hidden page keeps no timer for it: coming back looks at the silence first.
      if (afterEnd.isIn || !lifecycle.isVisible()) return streamsUntilMs;
      const silentMs = stream.silentMs();
      const limitMs = silentMs < DOUBT_MS ? DOUBT_MS : SILENCE_MS;
      if (silentMs < limitMs) return nowMs + Math.min(limitMs - silentMs, LOOK_EVERY_MS);
      lose(toCheckoutError(`Silent for ${SILENCE_MS} ms`));
    }
    // What ends after the payment did was ended by the server. A question that is under way comes first, so that a page
    // that was away shows the truth before it streams.
    if ((afterEnd.isIn && stream.wasOpened) || polling.isAsking) return Infinity;
    const openAtMs = Math.max(stream.opensAtMs, notBeforeMs);
    if (nowMs < openAtMs) return openAtMs;
    stream.open();
    return tickStream(nowMs);
  }

  function tickPolling(nowMs: number): number {
    // After the end whoever is looked at asks for itself: it is a question each half minute.
    if (stream.isLive || (!group.leads && !afterEnd.isIn)) return Infinity;
    return polling.tick(nowMs, notBeforeMs, afterEnd);
  }

  function onStreamed(snapshot: Snapshot): void {
    report('live');
    receive(snapshot);
    tick();
  }

  function onStreamEnd(error: CheckoutError | null): void {
    lose(error);
    tick();
  }

  function lose(error: CheckoutError | null): void {
    const nowMs = clock.monotonic();
    const wasLive = stream.isLive;
    stream.lose(connection() === 'polling' ? UNHURRIED_MS : 0);
    // A server that ends its stream in order will take the next one; after anything else the page asks at once.
    if (error) polling.startsAtMs = nowMs;
    else if (wasLive) polling.startsAtMs = nowMs + STREAM_GRACE_MS;
    respect(error);
  }

  function onAnswer(snapshot: Snapshot): void {
    // A first look before the stream has had its time says nothing about the stream.
    if (connection() !== 'live' || clock.monotonic() >= polling.startsAtMs) reportUnstreamed('polling');
    receive(snapshot);
    tick();
  }

  function onError(error: CheckoutError): void {
    respect(error);
    reportUnstreamed('reconnecting');
    // Another tab may have a token that is worth more.
    if (isDenied(error)) group.passOn();
    tick();
  }

  function notice(event: LifecycleEvent): void {
    presence.notice(event);
    if (event === 'hidden' || event === 'offline' || event === 'pagehide' || event === 'freeze') tick();
    else wake(event);
  }

  function wake(event: LifecycleEvent): void {
    const nowMs = clock.monotonic();
    stream.opensAtMs = Math.min(stream.opensAtMs, nowMs);
    expiry.hurry();
    const mayAsk = nowMs >= notBeforeMs && nowMs < presence.silentAtMs;
    // Where nobody looks the one that leads asks for all.
    polling.wake(mayAsk && (lifecycle.isVisible() || group.leads));
    group.ask();
    tick();
    if (event === 'visible' || event === 'pageshow') options.onReturn();
  }

  /** This tab leads from now on, or no longer. */
  function onLead(): void {
    if (!stream.isFailing) polling.startsAtMs = Math.max(polling.startsAtMs, clock.monotonic() + STREAM_GRACE_MS);
    tick();
  }

  function onNews(snapshot: Snapshot, told: Connection | undefined): void {
    if (told) report(told);
    options.onSnapshot(snapshot);
    tick();
  }

  /** What this tab has learned from the server goes to the others too. */
  function receive(snapshot: Snapshot): void {
    const before = state();
    options.onSnapshot(snapshot);
    if (state() !== before) group.tell();
  }

  function connection(): Connection | null {
    const shown = state();
    return hasPayment(shown) ? shown.connection : null;
  }

  function report(next: Connection): void {
    // After the end nobody waits, and trouble is nobody's concern.
    if (afterEnd.isIn || connection() === next) return;
    options.onConnection(next);
    if (group.leads) group.tell();
  }

  function reportUnstreamed(next: Connection): void {
    if (group.leads && !stream.isLive) report(next);
  }

  function respect(error: CheckoutError | null): void {
    if (error?.retryAfterMs !== undefined) {
      notBeforeMs = Math.max(notBeforeMs, clock.monotonic() + error.retryAfterMs);
    }
  }

  /** Lets go of everything that could not go on, or would keep the page from being put aside. */
  function drop(): void {
    stream.close();
    polling.drop();
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
  polling.startsAtMs = clock.monotonic() + STREAM_GRACE_MS;
  if (!options.fresh && lifecycle.isOnline()) polling.ask();
  tick();
}
