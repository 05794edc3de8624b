/**
 * What brings a file from each schema version to the next; its `user_version` says how many have run. Append only:
 * a step that has been released never changes.
 *
 * A payment is kept as JSON; columns exist only for what is searched, compared or unique.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE payments (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    order_id TEXT NOT NULL,
    attempt_hash TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    next_inquiry_at_ms INTEGER,
    record TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX one_live_payment_per_order ON payments (order_id) WHERE status = 'pending';
  CREATE INDEX payments_of_order ON payments (order_id, position);
  CREATE INDEX payments_by_status ON payments (status, position);
  CREATE INDEX payments_due ON payments (next_inquiry_at_ms, position) WHERE next_inquiry_at_ms IS NOT NULL;

  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    payment_id TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_of_payment ON events (payment_id, position);

  -- AUTOINCREMENT: without it the sequence of a settled entry is given out again.
  CREATE TABLE outbox (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    payment_id TEXT NOT NULL,
    record TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX outbox_of_payment ON outbox (payment_id, sequence);

  CREATE TABLE grants (
    hash TEXT PRIMARY KEY,
    payment_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    expires_at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX grants_by_end ON grants (expires_at_ms);

  CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE aliases (
    alias TEXT PRIMARY KEY,
    payment_id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT OR IGNORE INTO aliases
  SELECT 'gateway:' || json_extract(record, '$.gateway') || ':' || json_extract(record, '$.gatewayReference'), id
  FROM payments WHERE json_extract(record, '$.gatewayReference') IS NOT NULL ORDER BY position;
  `,
];
