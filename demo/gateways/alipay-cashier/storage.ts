import { DatabaseSync } from 'node:sqlite';
import type { Merchant } from './merchant.ts';
import type { Payment } from './payment.ts';

interface Kinds {
  merchant: Merchant;
  payment: Payment;
}

/** What the gateway does not forget when it is killed. Notifications that were still to be sent are forgotten. */
export interface Storage {
  /** Oldest first. */
  load<K extends keyof Kinds>(kind: K): readonly Kinds[K][];
  save<K extends keyof Kinds>(kind: K, id: string, value: Kinds[K]): void;
}

export const noStorage: Storage = { load: () => [], save: () => undefined };

export function sqliteStorage(path: string): Storage {
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE IF NOT EXISTS kept (kind TEXT, id TEXT, value TEXT, PRIMARY KEY (kind, id))');
  const load = database.prepare('SELECT value FROM kept WHERE kind = ? ORDER BY rowid');
  const save = database.prepare(
    'INSERT INTO kept VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value',
  );
  return {
    load: (kind) => load.all(kind).map((row) => JSON.parse(String(row['value'])) as Kinds[typeof kind]),
    save: (kind, id, value) => void save.run(kind, id, JSON.stringify(value)),
  };
}
