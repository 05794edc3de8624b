import type { FaultSwitch } from './faults.ts';
import type { Schedule } from './schedule.ts';

/** A notification, written once: all attempts carry the same bytes. */
export interface Letter {
  /** The gateway's own reference of the payment that it is about. */
  readonly about: string;
  readonly url: string;
  /** What it tells, in the gateway's words. */
  readonly type: string;
  readonly status?: string;
  readonly body: string;
}

/** One attempt to deliver a notification. */
export interface Delivery {
  readonly atMs: number;
  readonly attempt: number;
  readonly type: string;
  readonly status?: string | undefined;
  readonly outcome: 'acknowledged' | 'refused' | 'unreachable' | 'dropped';
  readonly httpStatus?: number;
}

export interface CourierOptions<L extends Letter> {
  readonly now: () => number;
  readonly schedule: Schedule;
  readonly fetch: typeof fetch;
  readonly faults: FaultSwitch;
  /** How long after the attempt before it each further one is made, in milliseconds. None: there is one attempt only. */
  readonly retryAfterMs: readonly number[] | ((letter: L) => readonly number[]);
  readonly answerTimeoutMs: number;
  /** The headers of an attempt, which sign it. Asked for each attempt, since some gateways sign the time as well. */
  readonly headers: (letter: L) => Readonly<Record<string, string>>;
  /** Whether the merchant's answer is what this gateway takes as "received". */
  readonly isAcknowledged: (response: Response) => boolean | Promise<boolean>;
}

/** Brings signed notifications to the merchant, again and again until they are acknowledged. */
export class Courier<L extends Letter = Letter> {
  readonly #options: CourierOptions<L>;
  readonly #last = new Map<string, L>();
  readonly #deliveries = new Map<string, Delivery[]>();
  readonly #waiting = new Set<() => void>();
  readonly #underWay = new Set<Promise<unknown>>();
  /** Of a pair that is to be sent the other way round, the one that came first. */
  #held: L | undefined;

  constructor(options: CourierOptions<L>) {
    this.#options = options;
    options.faults.onChange(() => this.#release());
  }

  send(letter: L): void {
    this.#last.set(letter.about, letter);
    if (this.#options.faults.current.notifications === 'reorder') this.#sendInPairs(letter);
    else this.#attempt(letter, 1);
  }

  /** Sends the last notification of a payment once more. False where there has been none. */
  repeat(about: string): boolean {
    const letter = this.#last.get(about);
    if (letter) this.#attempt(letter, 1);
    return letter !== undefined;
  }

  deliveries(about: string): readonly Delivery[] {
    return this.#deliveries.get(about) ?? [];
  }

  /** Resolves when no delivery is under way; those that are scheduled for later do not count. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  close(): void {
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
  }

  #sendInPairs(letter: L): void {
    const first = this.#held;
    this.#held = first ? undefined : letter;
    if (first) this.#track(this.#deliver(letter, 1).then(() => this.#deliver(first, 1)));
  }

  /** A pair that is never completed is delivered all the same, once the fault is over. */
  #release(): void {
    if (!this.#held || this.#options.faults.current.notifications === 'reorder') return;
    this.#attempt(this.#held, 1);
    this.#held = undefined;
  }

  #attempt(letter: L, attempt: number): void {
    const { notifications, delayMs } = this.#options.faults.current;
    const deliver = (): void => this.#track(this.#deliver(letter, attempt));
    if (notifications === 'delay') this.#later(delayMs, deliver);
    else deliver();
    // The double has no retries of its own: it is the network that repeats itself, not the gateway.
    if (notifications === 'duplicate') this.#track(this.#post(letter, attempt));
  }

  #track(work: Promise<unknown>): void {
    const underWay = work.finally(() => this.#underWay.delete(underWay));
    this.#underWay.add(underWay);
  }

  async #deliver(letter: L, attempt: number): Promise<void> {
    if (await this.#post(letter, attempt)) return;
    const { retryAfterMs } = this.#options;
    const table = typeof retryAfterMs === 'function' ? retryAfterMs(letter) : retryAfterMs;
    const retryMs = table[attempt - 1];
    if (retryMs !== undefined) this.#later(retryMs, () => this.#attempt(letter, attempt + 1));
  }

  /** Makes one attempt and notes it. True where it was acknowledged. */
  async #post(letter: L, attempt: number): Promise<boolean> {
    const { now, faults } = this.#options;
    const { about, type, status } = letter;
    const atMs = now();
    const isDropped = faults.current.notifications === 'drop';
    const outcome = isDropped ? { outcome: 'dropped' as const } : await this.#call(letter);
    const log = this.#deliveries.get(about) ?? [];
    log.push({ atMs, attempt, type, status, ...outcome });
    this.#deliveries.set(about, log);
    return outcome.outcome === 'acknowledged';
  }

  async #call(letter: L): Promise<Pick<Delivery, 'outcome' | 'httpStatus'>> {
    const { fetch: send, faults, headers, isAcknowledged, answerTimeoutMs } = this.#options;
    const isForged = faults.current.notifications === 'forge';
    try {
      const response = await send(letter.url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(answerTimeoutMs),
        headers: headers(letter),
        // A space changes nothing that it says, and everything that is signed, also where the body holds its own hash.
        body: isForged ? `${letter.body} ` : letter.body,
      });
      const outcome = (await isAcknowledged(response)) ? 'acknowledged' : 'refused';
      return { outcome, httpStatus: response.status };
    } catch {
      return { outcome: 'unreachable' };
    }
  }

  #later(delayMs: number, task: () => void): void {
    const cancel = this.#options.schedule(delayMs, () => {
      this.#waiting.delete(cancel);
      task();
    });
    this.#waiting.add(cancel);
  }
}
