import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './sqlite-schema.ts';

/**
 * Opens the file, creates it where there is none, and brings its schema up to date.
 *
 * @throws {Error} where it cannot be opened, or belongs to a newer version of this package.
 */
export function openDatabase(path: string, busyTimeoutMs: number): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    // First of all, since the switch to WAL already waits for other processes.
    database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
    database.exec('PRAGMA journal_mode = WAL');
    // In WAL mode the default may lose the last commits in a power cut, and we have acknowledged them to a gateway
    // (https://www.sqlite.org/pragma.html#pragma_synchronous). macOS needs to be told that it is to reach the disk.
    database.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
    migrate(database);
    return database;
  } catch (cause) {
    database?.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Cannot open the payment store "${path}": ${reason}`, { cause });
  }
}

/** Runs `run` in one transaction: all that it writes, or nothing where it throws. */
export function transaction<T>(database: DatabaseSync, run: () => T): T {
  // IMMEDIATE takes the write lock before anything is read: what was compared still holds when it is written.
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = run();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollback(database);
    throw error;
  }
}

function migrate(database: DatabaseSync): void {
  transaction(database, () => {
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > MIGRATIONS.length) {
      throw new Error(`its schema is version ${version}, and this alipay-checkout knows ${MIGRATIONS.length} at most`);
    }
    for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

function rollback(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself, as it does where the disk is full. The first error is the one to hear about.
  }
}
