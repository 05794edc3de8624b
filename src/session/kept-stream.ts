import type { Snapshot } from '../protocol/payment.ts';
import { reconnectDelayMs } from './back-off.ts';
import type { SessionEnvironment } from './environment.ts';
import { randomFraction } from './essentials.ts';
import type { CheckoutError } from './errors.ts';
import type { PaymentSource } from './payment-source.ts';
import { openStream, type StreamConnection } from './stream-connection.ts';

/** A stream that lived this long was healthy: the next reconnect does not pay for earlier failures. */
const HEALTHY_MS = 30_000;

interface KeptStreamOptions {
  readonly environment: SessionEnvironment;
  readonly source: PaymentSource;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  /** The connection has ended: in order with null, or by an error. */
  readonly onEnd: (error: CheckoutError | null) => void;
}

/** A payment's stream, from one connection to the next, and when the next may be. Times are by the monotonic clock. */
export class KeptStream {
  /** The next connection is not to be opened before. */
  opensAtMs = -Infinity;
  /** Whether there has been a connection. */
  wasOpened = false;
  readonly #options: KeptStreamOptions;
  #connection: StreamConnection | null = null;
  #failures = 0;
  /** The least that the server wants to lie between two connections. */
  #retryMs = 0;

  constructor(options: KeptStreamOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#connection !== null;
  }

  /** True once the open connection has shown something. */
  get isLive(): boolean {
    return this.#liveAtMs !== null;
  }

  get isFailing(): boolean {
    return this.#failures > 0;
  }

  /** How long the open connection has been silent for, in milliseconds. */
  silentMs(): number {
    return this.#connection?.silentMs() ?? 0;
  }

  open(): void {
    this.wasOpened = true;
    this.#connection = openStream({ ...this.#options, onRetry: (ms) => (this.#retryMs = ms) });
  }

  /** The connection has ended, or counts as dead: the next waits for `leastMs`, or longer under back-off. */
  lose(leastMs: number): void {
    const { environment } = this.#options;
    const nowMs = environment.clock.monotonic();
    const liveAtMs = this.#liveAtMs;
    this.close();
    const wasHealthy = liveAtMs !== null && nowMs - liveAtMs >= HEALTHY_MS;
    this.#failures = wasHealthy ? 0 : this.#failures + 1;
    const delayMs = reconnectDelayMs(this.#failures, randomFraction(environment));
    this.opensAtMs = nowMs + Math.max(delayMs, this.#retryMs, leastMs);
  }

  close(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  get #liveAtMs(): number | null {
    return this.#connection?.liveAtMs ?? null;
  }
}
