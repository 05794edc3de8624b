import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ListQuery } from '../store.ts';

/** Every statement that is always the same, prepared once. */
export function prepareStatements(database: DatabaseSync) {
  return {
    insert: database.prepare(`
      INSERT INTO payments (id, revision, order_id, attempt_hash, status, next_inquiry_at_ms, record)
      VALUES (?, ?, ?, ?, ?, ?, ?)`),
    update: database.prepare(`
      UPDATE payments SET revision = ?, status = ?, next_inquiry_at_ms = ?, record = ? WHERE id = ? AND revision = ?`),
    byId: database.prepare('SELECT record FROM payments WHERE id = ?'),
    byAttempt: database.prepare('SELECT record FROM payments WHERE attempt_hash = ?'),
    liveOfOrder: database.prepare(`SELECT 1 FROM payments WHERE order_id = ? AND status = 'pending'`),
    listDue: database.prepare(`
      SELECT record FROM payments WHERE next_inquiry_at_ms <= ? ORDER BY next_inquiry_at_ms, position LIMIT ?`),
    addEvent: database.prepare('INSERT INTO events (payment_id, record) VALUES (?, ?)'),
    events: database.prepare('SELECT record FROM events WHERE payment_id = ? ORDER BY position'),
    putGrant: database.prepare(`
      INSERT OR REPLACE INTO grants (hash, payment_id, scope, expires_at_ms) VALUES (?, ?, ?, ?)`),
    grant: database.prepare(`
      SELECT hash, payment_id AS paymentId, scope, expires_at_ms AS expiresAtMs FROM grants WHERE hash = ?`),
    prune: database.prepare('DELETE FROM grants WHERE expires_at_ms < ?'),
    addToOutbox: database.prepare('INSERT INTO outbox (payment_id, record, due_at_ms) VALUES (?, ?, ?)'),
    listOutbox: database.prepare(`
      SELECT sequence, record, attempts, due_at_ms AS dueAtMs FROM outbox AS entry
      WHERE due_at_ms <= ? AND NOT EXISTS (
        SELECT 1 FROM outbox WHERE payment_id = entry.payment_id AND sequence < entry.sequence)
      ORDER BY sequence LIMIT ?`),
    settleOutbox: database.prepare('DELETE FROM outbox WHERE sequence = ?'),
    postponeOutbox: database.prepare(`
      UPDATE outbox SET attempts = attempts + 1, due_at_ms = ? WHERE sequence = ?`),
    acquireLease: database.prepare(`
      INSERT INTO leases (name, holder, until_ms) VALUES (:name, :holder, :untilMs)
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_ms = excluded.until_ms
      WHERE holder = excluded.holder OR until_ms <= :nowMs`),
    releaseLease: database.prepare('DELETE FROM leases WHERE name = ? AND holder = ?'),
  };
}

/** The statement of a list, with the conditions that it has and no more: `… OR :x IS NULL` would keep it off the index. */
export function prepareList(database: DatabaseSync, { orderId, status, before }: ListQuery): StatementSync {
  const conditions = [
    orderId !== undefined && 'order_id = :orderId',
    status !== undefined && 'status = :status',
    before !== undefined && 'position < (SELECT position FROM payments WHERE id = :before)',
  ].filter((condition) => condition !== false);
  return database.prepare(`
    SELECT record FROM payments WHERE ${conditions.join(' AND ') || 'TRUE'} ORDER BY position DESC LIMIT :limit`);
}
