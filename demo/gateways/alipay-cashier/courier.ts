import type { Faults } from './faults.ts';
import type { Schedule } from './ledger.ts';
import type { Notification } from './messages.ts';
import type { Payment } from './payment.ts';
import { type GatewayKeys, gatewayTime, signatureHeader } from './wire.ts';

/** How long after the attempt before it each one is made. Antom docs, notifyPayment: eight within 24 hours. */
const INTERVALS_MS = [0, 120_000, 600_000, 600_000, 3_600_000, 7_200_000, 21_600_000, 54_000_000];
const ANSWER_TIMEOUT_MS = 10_000;
/** Compared as text: nothing else acknowledges. */
const ACKNOWLEDGEMENT = '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"}}';

/** One attempt to deliver a notification. */
export interface Delivery {
  readonly atMs: number;
  readonly attempt: number;
  readonly notifyType: Notification['notifyType'];
  readonly resultStatus: string;
  readonly outcome: 'acknowledged' | 'refused' | 'unreachable' | 'dropped';
  readonly httpStatus?: number;
}

export interface CourierOptions {
  readonly keys: GatewayKeys;
  readonly now: () => number;
  readonly schedule: Schedule;
  readonly fetch: typeof fetch;
  readonly faults: () => Faults;
  /** Whether an unacknowledged notification is sent again. Production does, Alipay's own sandbox does not. */
  readonly resend: boolean;
}

interface Letter {
  readonly payment: Payment;
  readonly url: string;
  readonly notification: Notification;
}

/** Brings signed notifications to the merchant, again and again until they are acknowledged. */
export class Courier {
  readonly #options: CourierOptions;
  readonly #last = new Map<string, Letter>();
  readonly #deliveries = new Map<string, Delivery[]>();
  readonly #waiting = new Set<() => void>();
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  /** Sends a notification. Does nothing where the merchant has named no address. */
  send(payment: Payment, notification: Notification): void {
    if (!payment.notifyUrl) return;
    const letter = { payment, url: payment.notifyUrl, notification };
    this.#last.set(payment.paymentId, letter);
    this.#attempt(letter, 1);
  }

  /** Sends the last notification of a payment once more. False where there has been none. */
  repeat({ paymentId }: Payment): boolean {
    const letter = this.#last.get(paymentId);
    if (letter) this.#attempt(letter, 1);
    return letter !== undefined;
  }

  deliveries({ paymentId }: Payment): readonly Delivery[] {
    return this.#deliveries.get(paymentId) ?? [];
  }

  /** Resolves when no delivery is under way; those that are scheduled for later do not count. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  close(): void {
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
  }

  #attempt(letter: Letter, attempt: number): void {
    const { notifications, delayMs } = this.#options.faults();
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

  async #deliver(letter: Letter, attempt: number): Promise<void> {
    if (await this.#post(letter, attempt)) return;
    const interval = INTERVALS_MS[attempt];
    if (this.#options.resend && interval !== undefined) this.#later(interval, () => this.#attempt(letter, attempt + 1));
  }

  /** Makes one attempt and notes it. True where it was acknowledged. */
  async #post({ payment, url, notification }: Letter, attempt: number): Promise<boolean> {
    const { now, faults } = this.#options;
    const { notifyType, resultStatus, body } = notification;
    const atMs = now();
    const dropped = faults().notifications === 'drop';
    const outcome = dropped ? { outcome: 'dropped' as const } : await this.#call(url, payment.clientId, body);
    const log = this.#deliveries.get(payment.paymentId) ?? [];
    log.push({ atMs, attempt, notifyType, resultStatus, ...outcome });
    this.#deliveries.set(payment.paymentId, log);
    return outcome.outcome === 'acknowledged';
  }

  async #call(url: string, clientId: string, body: string): Promise<Pick<Delivery, 'outcome' | 'httpStatus'>> {
    const { keys, now, fetch: send } = this.#options;
    const { pathname, search } = new URL(url);
    const time = gatewayTime(now(), 8);
    try {
      const response = await send(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
        headers: {
          'Content-Type': 'application/json',
          'client-id': clientId,
          'request-time': time,
          signature: signatureHeader({ target: pathname + search, clientId, time, body }, keys),
        },
        body,
      });
      const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
      const acknowledged = (await response.text()) === ACKNOWLEDGEMENT && response.status === 200 && isJson;
      return { outcome: acknowledged ? 'acknowledged' : 'refused', httpStatus: response.status };
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
