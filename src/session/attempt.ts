import { parseSnapshot, type Snapshot } from '../protocol/payment.ts';
import type { CreateRequest } from '../protocol/requests.ts';
import type { Essentials } from './essentials.ts';

/** An end is shown again after a reload for this long; then the shopper who comes back finds the button. */
const END_SHOWN_MS = 15 * 60_000;
const ATTEMPT_KEPT_MS = 24 * 3_600_000;

/** What the names of all attempts in storage begin with. */
export const ATTEMPT_PREFIX = 'alipay-checkout:';

/**
 * One attempt to pay an order, as it survives a reload, a killed tab and a return in another tab: the attempt key with the
 * very request that went out under it, then the payment that came of it and the right to follow it. A payment that came
 * without a create has no key.
 */
export interface Attempt {
  readonly createdAtMs: number;
  readonly key?: string;
  readonly request?: CreateRequest;
  /** What the shopper calls the wallet of that request, where one was chosen. */
  readonly walletName?: string;
  readonly paymentId?: string;
  readonly token?: string;
  /** What was last known of the payment, and when this device learned it. */
  readonly snapshot?: Snapshot;
  readonly receivedAtMs?: number;
  /** The page was told to leave for the wallet. */
  readonly launched?: boolean;
}

/** Keeps the attempt of one order, in memory and in storage. */
export class AttemptKeeper {
  current: Attempt | null = null;
  /** True where the current attempt was not begun here: its payment may be over, and its key taken. */
  isTakenUp = false;
  /** What it is stored under. */
  name = '';
  readonly #environment: Essentials;

  constructor(environment: Essentials) {
    this.#environment = environment;
  }

  /** Turns to another order. Forgets nothing of the one before. */
  target({ endpoint, orderId }: { readonly endpoint: string; readonly orderId: string }): void {
    this.name = `${ATTEMPT_PREFIX}${endpoint}:${orderId}`;
    this.current = null;
  }

  /** The attempt in storage, perhaps another tab's. Null where none is left that matters to the shopper. */
  stored(): Attempt | null {
    const { storage, clock } = this.#environment;
    return readAttempt(storage.get(this.name), clock.now());
  }

  /**
   * Begins an attempt under a new key. Stored before it is sent: whatever happens to the page, the same bytes go out again
   * under the same key.
   */
  begin({ walletName, ...request }: CreateRequest & Pick<Attempt, 'walletName'>): void {
    const { clock, randomBytes } = this.#environment;
    const key = Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.current = null;
    this.isTakenUp = false;
    this.update({ createdAtMs: clock.now(), key, request, walletName });
  }

  /** Goes on with an attempt that exists. It is stored once its payment has been seen. */
  takeUp(attempt: Attempt): void {
    this.current = attempt;
    this.isTakenUp = true;
  }

  /** Learns more of the current attempt, and stores it. */
  update(news: Partial<Attempt>): void {
    this.current = { createdAtMs: this.#environment.clock.now(), ...this.current, ...news };
    this.#environment.storage.set(this.name, JSON.stringify(this.current));
  }

  /** Learns what has become of the current attempt, if there is one, and stores it. */
  learn({ payment, action }: Snapshot): void {
    const receivedAtMs = this.#environment.clock.now();
    if (this.current) this.update({ paymentId: payment.id, snapshot: { payment, action }, receivedAtMs });
  }

  forget(): void {
    this.current = null;
    this.#environment.storage.remove(this.name);
  }
}

/** True for a payment that ended without money, as far as is known. */
export function hasEnded(snapshot: Snapshot): boolean {
  const { status } = snapshot.payment;
  return status === 'voided' || status === 'failed';
}

/** Reads an attempt from storage. Null where it is none, and where it no longer matters to the shopper. */
export function readAttempt(text: string | null, nowMs: number): Attempt | null {
  try {
    const attempt = JSON.parse(text ?? '') as Attempt;
    const { createdAtMs, key, token, snapshot, receivedAtMs = createdAtMs } = attempt;
    // Written by an earlier release, or by something else on the page's origin: what does not fit counts as nothing.
    if (snapshot) parseSnapshot(snapshot);
    const hasEnded = snapshot && snapshot.payment.status !== 'pending';
    const keptUntilMs = hasEnded ? receivedAtMs + END_SHOWN_MS : createdAtMs + ATTEMPT_KEPT_MS;
    return createdAtMs > 0 && (key || token) && nowMs <= keptUntilMs ? attempt : null;
  } catch {
    return null;
  }
}
