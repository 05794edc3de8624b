import { DatabaseSync } from 'node:sqlite';

/** What a gateway does not forget when it is killed. Notifications that were still to be sent are forgotten. */
export interface Storage {
  /** What was saved under this kind, oldest first. */
  load<T extends object>(kind: string): readonly T[];
  save(kind: string, id: string, value: object): void;
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
    load: <T>(kind: string) => load.all(kind).map((row) => JSON.parse(String(row['value'])) as T),
    save: (kind, id, value) => void save.run(kind, id, JSON.stringify(value)),
  };
}
