import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ListQuery } from '../store.ts';

const STATEMENTS = {
  insert: `
      INSERT INTO payments (id, revision, order_id, attempt_hash, status, next_inquiry_at_ms, record)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  update: `
      UPDATE payments SET revision = ?, status = ?, next_inquiry_at_ms = ?, record = ? WHERE id = ? AND revision = ?`,
  byId: 'SELECT record FROM payments WHERE id = ?',
  byAttempt: 'SELECT record FROM payments WHERE attempt_hash = ?',
  byAlias: 'SELECT record FROM aliases JOIN payments ON payments.id = aliases.payment_id WHERE alias = ?',
  addAlias: 'INSERT OR IGNORE INTO aliases (alias, payment_id) VALUES (?, ?)',
  liveOfOrder: `SELECT 1 FROM payments WHERE order_id = ? AND status = 'pending'`,
  listDue: `
      SELECT record FROM payments WHERE next_inquiry_at_ms <= ? ORDER BY next_inquiry_at_ms, position LIMIT ?`,
  addEvent: 'INSERT INTO events (payment_id, record) VALUES (?, ?)',
  events: 'SELECT record FROM events WHERE payment_id = ? ORDER BY position',
  putGrant: `
      INSERT OR REPLACE INTO grants (hash, payment_id, scope, expires_at_ms) VALUES (?, ?, ?, ?)`,
  grant: `
      SELECT hash, payment_id AS paymentId, scope, expires_at_ms AS expiresAtMs FROM grants WHERE hash = ?`,
  prune: 'DELETE FROM grants WHERE expires_at_ms < ?',
  addToOutbox: 'INSERT INTO outbox (payment_id, record, due_at_ms) VALUES (?, ?, ?)',
  listOutbox: `
      SELECT sequence, record, attempts, due_at_ms AS dueAtMs FROM outbox AS entry
      WHERE due_at_ms <= ? AND NOT EXISTS (
        SELECT 1 FROM outbox WHERE payment_id = entry.payment_id AND sequence < entry.sequence)
      ORDER BY sequence LIMIT ?`,
  settleOutbox: 'DELETE FROM outbox WHERE sequence = ?',
  postponeOutbox: `
      UPDATE outbox SET attempts = attempts + 1, due_at_ms = ? WHERE sequence = ?`,
  acquireLease: `
      INSERT INTO leases (name, holder, until_ms) VALUES (:name, :holder, :untilMs)
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_ms = excluded.until_ms
      WHERE holder = excluded.holder OR until_ms <= :nowMs`,
  releaseLease: 'DELETE FROM leases WHERE name = ? AND holder = ?',
} as const;

/** Every statement that is always the same, prepared once. */
export function prepareStatements(database: DatabaseSync): Record<keyof typeof STATEMENTS, StatementSync> {
  const prepared = Object.entries(STATEMENTS).map(([name, sql]) => [name, database.prepare(sql)]);
  return Object.fromEntries(prepared) as Record<keyof typeof STATEMENTS, StatementSync>;
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
