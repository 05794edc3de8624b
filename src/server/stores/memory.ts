import {
  type AuditEvent,
  type Change,
  type Grant,
  MAX_PAGE,
  type OutboxEntry,
  type PaymentRecord,
  type Store,
} from '../store.ts';
import { createChangeFeed } from './change-feed.ts';

interface Lease {
  readonly holder: string;
  readonly untilMs: number;
}

/**
 * Keeps payments in memory: the reference for every other store, for tests and for a first try.
 *
 * All is gone when the process ends, open payments included: never take money with it.
 */
export function memoryStore(): Store {
  // Maps keep the order of insertion, which is the order of payments, events and outbox entries.
  const payments = new Map<string, PaymentRecord>();
  const idByAttempt = new Map<string, string>();
  const idByAlias = new Map<string, string>();
  const liveIdByOrder = new Map<string, string>();
  const trail = new Map<string, readonly AuditEvent[]>();
  const outbox = new Map<number, OutboxEntry>();
  const grants = new Map<string, Grant>();
  const leases = new Map<string, Lease>();
  const feed = createChangeFeed();
  let sequence = 0;

  function write(payment: PaymentRecord, { event, publish }: Change): void {
    const stored = freezeCopy(payment);
    payments.set(stored.id, stored);
    for (const alias of stored.aliases ?? []) if (!idByAlias.has(alias)) idByAlias.set(alias, stored.id);
    if (stored.status === 'pending') liveIdByOrder.set(stored.orderId, stored.id);
    else if (liveIdByOrder.get(stored.orderId) === stored.id) liveIdByOrder.delete(stored.orderId);
    trail.set(stored.id, Object.freeze([...(trail.get(stored.id) ?? []), freezeCopy(event)]));
    if (publish) {
      sequence += 1;
      outbox.set(sequence, Object.freeze({ sequence, payment: stored, attempts: 0, dueAtMs: event.atMs }));
    }
    feed.announce(stored.id);
  }

  return {
    async insert(payment, rights, change) {
      if (idByAttempt.has(payment.attemptHash)) return { inserted: false, conflict: 'attempt' };
      const isLive = payment.status === 'pending';
      if (isLive && liveIdByOrder.has(payment.orderId)) return { inserted: false, conflict: 'order' };
      if (payments.has(payment.id)) throw new Error(`There is a payment ${payment.id} already`);
      idByAttempt.set(payment.attemptHash, payment.id);
      for (const grant of rights) grants.set(grant.hash, freezeCopy(grant));
      write(payment, change);
      return { inserted: true };
    },

    async update(payment, change) {
      if (payments.get(payment.id)?.revision !== payment.revision - 1) return false;
      const liveId = liveIdByOrder.get(payment.orderId) ?? payment.id;
      if (payment.status === 'pending' && liveId !== payment.id) {
        throw new Error(`Order ${payment.orderId} has another live payment`);
      }
      write(payment, change);
      return true;
    },

    async retrieve(id) {
      return payments.get(id) ?? null;
    },

    async retrieveByAttempt(attemptHash) {
      return payments.get(idByAttempt.get(attemptHash) ?? '') ?? null;
    },

    async retrieveByAlias(alias) {
      return payments.get(idByAlias.get(alias) ?? '') ?? null;
    },

    async list({ orderId, status, before, limit = MAX_PAGE }) {
      const all = [...payments.values()];
      const end = before === undefined ? all.length : all.findIndex(({ id }) => id === before);
      return all
        .slice(0, Math.max(end, 0))
        .filter((payment) => (orderId ?? payment.orderId) === payment.orderId)
        .filter((payment) => (status ?? payment.status) === payment.status)
        .reverse()
        .slice(0, Math.min(limit, MAX_PAGE));
    },

    async listDue(nowMs, limit) {
      const dueAtMs = ({ nextInquiryAtMs = Infinity }: PaymentRecord): number => nextInquiryAtMs;
      return [...payments.values()]
        .filter((payment) => dueAtMs(payment) <= nowMs)
        .sort((a, b) => dueAtMs(a) - dueAtMs(b))
        .slice(0, limit);
    },

    async events(paymentId) {
      return trail.get(paymentId) ?? [];
    },

    async addGrant(grant) {
      grants.set(grant.hash, freezeCopy(grant));
    },

    async findGrant(hash) {
      return grants.get(hash) ?? null;
    },

    async listOutbox(nowMs, limit) {
      const heads = new Map<string, OutboxEntry>();
      for (const entry of outbox.values()) if (!heads.has(entry.payment.id)) heads.set(entry.payment.id, entry);
      return [...heads.values()].filter(({ dueAtMs }) => dueAtMs <= nowMs).slice(0, limit);
    },

    async settleOutbox(settled) {
      outbox.delete(settled);
    },

    async postponeOutbox(postponed, dueAtMs) {
      const entry = outbox.get(postponed);
      if (entry) outbox.set(postponed, Object.freeze({ ...entry, attempts: entry.attempts + 1, dueAtMs }));
    },

    async acquireLease(name, holder, nowMs, untilMs) {
      const lease = leases.get(name);
      if (lease && lease.holder !== holder && lease.untilMs > nowMs) return false;
      leases.set(name, { holder, untilMs });
      return true;
    },

    async releaseLease(name, holder) {
      if (leases.get(name)?.holder === holder) leases.delete(name);
    },

    watch: feed.watch,

    async prune(nowMs) {
      for (const [hash, { expiresAtMs }] of grants) if (expiresAtMs < nowMs) grants.delete(hash);
    },

    async close() {
      feed.close();
    },
  };
}

// Through JSON, so that the reference keeps no more than a store on disk would: an `undefined` property is gone.
function freezeCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, item: unknown) => Object.freeze(item)) as T;
}
