import type { Snapshot } from '../protocol/payment.ts';
import type { Backend } from './backend.ts';
import type { Clock } from './clock.ts';
import { type CheckoutError, toCheckoutError } from './errors.ts';

/** One connection of a payment's stream. Times are by the monotonic clock. */
export interface StreamConnection {
  /** The last sign of life; at first, when it was opened. */
  aliveAtMs: number;
  /** When its first snapshot came. */
  liveAtMs: number | null;
  /** Ends it. What it may still say is not heard. */
  close(): void;
}

interface StreamOptions {
  readonly clock: Clock;
  readonly backend: Backend;
  readonly paymentId: string;
  readonly token: string;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  /** It has ended: in order with null, or by an error. Not called after `close`. */
  readonly onEnd: (error: CheckoutError | null) => void;
}

/** Opens a stream. Calls nothing back before it has returned. */
export function openStream({ clock, backend, onSnapshot, onEnd, ...access }: StreamOptions): StreamConnection {
  const controller = new AbortController();
  const { signal } = controller;
  const connection: StreamConnection = {
    aliveAtMs: clock.monotonic(),
    liveAtMs: null,
    close: () => controller.abort(),
  };
  const listeners = {
    onAlive: () => {
      connection.aliveAtMs = clock.monotonic();
    },
    onSnapshot: (snapshot: Snapshot) => {
      if (signal.aborted) return;
      listeners.onAlive();
      connection.liveAtMs ??= connection.aliveAtMs;
      onSnapshot(snapshot);
    },
  };
  // In a turn of its own: a backend of the page's own may answer, or throw, before it returns.
  Promise.resolve()
    .then(() => (signal.aborted ? undefined : backend.subscribe({ ...access, signal }, listeners)))
    .then(
      () => signal.aborted || onEnd(null),
      (error: unknown) => signal.aborted || onEnd(toCheckoutError(error)),
    );
  return connection;
}
