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
import { openDatabase, transaction } from './sqlite-file.ts';
import { prepareList, prepareStatements } from './sqlite-statements.ts';

export interface SqliteStoreOptions {
  /** How long a call waits while another process writes, in milliseconds. Default 5000. */
  readonly busyTimeoutMs?: number;
}

/**
 * Keeps payments in a SQLite file: durable, with nothing else to install or run.
 *
 * Several processes of one machine may share the file; `watch` hears the changes of its own process only. The file
 * must not be on a network drive. Node prints an `ExperimentalWarning` where it still counts `node:sqlite` as such.
 *
 * @throws {TypeError} where an option is missing or malformed.
 * @throws {Error} where the file cannot be opened, or belongs to a newer version of this package.
 */
export function sqliteStore(path: string, { busyTimeoutMs = 5_000 }: SqliteStoreOptions = {}): Store {
  if (typeof path !== 'string' || path.trim() === '') throw new TypeError('"path" must be the path of a file');
  if (path === ':memory:') throw new TypeError('"path" must be the path of a file; memoryStore() keeps no file');
  if (!Number.isSafeInteger(busyTimeoutMs) || busyTimeoutMs < 0) {
    throw new TypeError('"busyTimeoutMs" must be a whole number of milliseconds');
  }
  const database = openDatabase(path, busyTimeoutMs);
  const sql = prepareStatements(database);
  const feed = createChangeFeed();
  let closed = false;

  function writeChange(payment: PaymentRecord, { event, publish }: Change): void {
    sql.addEvent.run(payment.id, JSON.stringify(event));
    for (const alias of payment.aliases ?? []) sql.addAlias.run(alias, payment.id);
    if (publish) sql.addToOutbox.run(payment.id, JSON.stringify(payment), event.atMs);
  }

  function writeGrant({ hash, paymentId, scope, expiresAtMs }: Grant): void {
    sql.putGrant.run(hash, paymentId, scope, expiresAtMs);
  }

  return {
    async insert(payment, grants, change) {
      const { id, revision, orderId, attemptHash, status, nextInquiryAtMs = null } = payment;
      const conflict = transaction(database, () => {
        if (sql.byAttempt.get(attemptHash)) return 'attempt';
        if (status === 'pending' && sql.liveOfOrder.get(orderId)) return 'order';
        sql.insert.run(id, revision, orderId, attemptHash, status, nextInquiryAtMs, JSON.stringify(payment));
        grants.forEach(writeGrant);
        writeChange(payment, change);
        return null;
      });
      if (conflict) return { inserted: false, conflict };
      feed.announce(id);
      return { inserted: true };
    },

    async update(payment, change) {
      const { id, revision, status, nextInquiryAtMs = null } = payment;
      const updated = transaction(database, () => {
        const text = JSON.stringify(payment);
        const { changes } = sql.update.run(revision, status, nextInquiryAtMs, text, id, revision - 1);
        if (changes === 1) writeChange(payment, change);
        return changes === 1;
      });
      if (updated) feed.announce(id);
      return updated;
    },

    async retrieve(id) {
      const row = sql.byId.get(id);
      return row ? record<PaymentRecord>(row) : null;
    },

    async retrieveByAttempt(attemptHash) {
      const row = sql.byAttempt.get(attemptHash);
      return row ? record<PaymentRecord>(row) : null;
    },

    async retrieveByAlias(alias) {
      const row = sql.byAlias.get(alias);
      return row ? record<PaymentRecord>(row) : null;
    },

    async list(query) {
      const named = { ...query, limit: Math.min(query.limit ?? MAX_PAGE, MAX_PAGE) };
      const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
      return prepareList(database, query)
        .all(given)
        .map(record<PaymentRecord>);
    },

    async listDue(nowMs, limit) {
      return sql.listDue.all(nowMs, limit).map(record<PaymentRecord>);
    },

    async events(paymentId) {
      return sql.events.all(paymentId).map(record<AuditEvent>);
    },

    async addGrant(grant) {
      writeGrant(grant);
    },

    async findGrant(hash) {
      const row = sql.grant.get(hash) as Grant | undefined;
      return row ? { ...row } : null;
    },

    async listOutbox(nowMs, limit) {
      return sql.listOutbox.all(nowMs, limit).map((row) => {
        const { sequence, attempts, dueAtMs } = row as Record<string, number>;
        return { sequence, attempts, dueAtMs, payment: record<PaymentRecord>(row) } as OutboxEntry;
      });
    },

    async settleOutbox(sequence) {
      sql.settleOutbox.run(sequence);
    },

    async postponeOutbox(sequence, dueAtMs) {
      sql.postponeOutbox.run(dueAtMs, sequence);
    },

    async acquireLease(name, holder, nowMs, untilMs) {
      return sql.acquireLease.run({ name, holder, nowMs, untilMs }).changes === 1;
    },

    async releaseLease(name, holder) {
      sql.releaseLease.run(name, holder);
    },

    watch: feed.watch,

    async prune(nowMs) {
      sql.prune.run(nowMs);
    },

    async close() {
      feed.close();
      if (!closed) database.close();
      closed = true;
    },
  };
}

function record<T>(row: Record<string, unknown>): T {
  return JSON.parse(row['record'] as string) as T;
}
