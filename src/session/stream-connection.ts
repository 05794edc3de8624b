import { HEARTBEAT_MS } from '../protocol/routes.ts';
import type { Snapshot } from '../protocol/payment.ts';
import type { SessionEnvironment } from './environment.ts';
import { type CheckoutError, toCheckoutError } from './errors.ts';
import type { PaymentSource } from './payment-source.ts';
import { takePlace } from './stream-places.ts';

/** Two and a half heartbeats without a byte: the connection is dead, though nobody has said so. */
export const SILENCE_MS = 2.5 * HEARTBEAT_MS;
/** Trouble is shown once it has lasted five seconds: so that it shows by the time the connection counts as dead. */
export const DOUBT_MS = SILENCE_MS - 5_000;

/** One connection of a payment's stream. Times are by the monotonic clock. */
export interface StreamConnection {
  /** When its first snapshot came. */
  liveAtMs: number | null;
  /** How long it has been silent for, in milliseconds. */
  silentMs(): number;
  /** Ends it. What it may still say is not heard. */
  close(): void;
}

interface StreamOptions {
  readonly environment: SessionEnvironment;
  readonly source: PaymentSource;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  /** The server has said how long to wait before the next one, in milliseconds. */
  readonly onRetry: (ms: number) => void;
  /** It has ended: in order with null, or by an error. Not called after `close`. */
  readonly onEnd: (error: CheckoutError | null) => void;
}

/** Opens a stream, once there is a place for it. Calls nothing back before it has returned. */
export function openStream(options: StreamOptions): StreamConnection {
  const { environment, source, onSnapshot, onRetry, onEnd } = options;
  const { clock, tabs } = environment;
  const controller = new AbortController();
  const { signal } = controller;
  let aliveAtMs = clock.monotonic();
  let aliveAtWallMs = clock.now();
  const connection: StreamConnection = {
    liveAtMs: null,
    // By the wall too: the monotonic clock of some platforms stands still while the device sleeps.
    silentMs: () => Math.max(clock.monotonic() - aliveAtMs, clock.now() - aliveAtWallMs),
    close: () => controller.abort(),
  };
  const listeners = {
    onAlive() {
      aliveAtMs = clock.monotonic();
      aliveAtWallMs = clock.now();
    },
    onSnapshot(snapshot: Snapshot) {
      if (signal.aborted) return;
      listeners.onAlive();
      connection.liveAtMs ??= aliveAtMs;
      onSnapshot(snapshot);
    },
    onRetry: (ms: number) => void (signal.aborted || onRetry(ms)),
  };
  // Also in a turn of its own: a backend of the page's own may answer, or throw, before it returns.
  const subscribe = async () => {
    await takePlace(tabs, signal);
    if (!signal.aborted) await source.subscribe(signal, listeners);
  };
  subscribe().then(
    () => signal.aborted || onEnd(null),
    (error: unknown) => signal.aborted || onEnd(toCheckoutError(error)),
  );
  return connection;
}
