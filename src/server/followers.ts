import type { ServerEnvironment } from './environment.ts';
import { nextFollowedInquiry } from './inquiry-times.ts';
import type { PaymentRecord } from './store.ts';

/** A page that polls asks at least this often; one that has not is gone. */
const POLLER_MS = 40_000;

/** Knows which payments somebody is looking at, and has them asked about in time. */
export interface Followers {
  /** Counts a stream in, and answers how to count it out. */
  follow(record: PaymentRecord): () => void;
  /** Somebody has just asked for this payment. */
  seen(record: PaymentRecord): void;
  count(paymentId: string): number;
}

interface Followed {
  streams: number;
  seenUntilMs: number;
}

/**
 * Keeps one timer for each payment that is followed in this process. `inquire` asks the gateway and answers the payment
 * as it then is; it is not called for a payment that has ended.
 */
export function createFollowers(
  environment: ServerEnvironment,
  inquire: (paymentId: string) => Promise<PaymentRecord>,
): Followers {
  const followed = new Map<string, Followed>();

  const enter = (record: PaymentRecord): Followed => {
    const existing = followed.get(record.id);
    if (existing) return existing;
    const entry: Followed = { streams: 0, seenUntilMs: 0 };
    followed.set(record.id, entry);
    wait(entry, record);
    return entry;
  };

  const wait = (entry: Followed, record: PaymentRecord): void => {
    if (record.status !== 'pending') {
      followed.delete(record.id);
      return;
    }
    const nowMs = environment.now();
    environment.schedule(nextFollowedInquiry(record, nowMs) - nowMs, () => {
      if (entry.streams === 0 && entry.seenUntilMs < environment.now()) {
        followed.delete(record.id);
        return;
      }
      const again = (next: PaymentRecord) => wait(entry, next);
      inquire(record.id).then(again, () => again(record));
    });
  };

  return {
    follow(record) {
      const entry = enter(record);
      entry.streams += 1;
      let isCounted = true;
      return () => {
        if (isCounted) entry.streams -= 1;
        isCounted = false;
      };
    },
    seen(record) {
      if (record.status === 'pending') enter(record).seenUntilMs = environment.now() + POLLER_MS;
    },
    count: (paymentId) => followed.get(paymentId)?.streams ?? 0,
  };
}
