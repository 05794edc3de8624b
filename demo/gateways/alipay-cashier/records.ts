import { randomInt } from 'node:crypto';
import type { Storage } from '../support/storage.ts';
import { gatewayTime } from './wire.ts';

/** Everything of one kind that the gateway has written down, kept over a restart. */
export class Records<T extends object> {
  readonly #records = new Map<string, T>();
  readonly #storage: Storage;
  readonly #kind: string;
  readonly #idOf: (record: T) => string;

  constructor(storage: Storage, kind: string, idOf: (record: T) => string) {
    this.#storage = storage;
    this.#kind = kind;
    this.#idOf = idOf;
    for (const record of storage.load<T>(kind)) this.#records.set(idOf(record), record);
  }

  /** Keeps a record as it now is. */
  keep(record: T): T {
    const id = this.#idOf(record);
    this.#storage.save(this.#kind, id, record);
    this.#records.set(id, record);
    return record;
  }

  /** Oldest first. */
  list(): readonly T[] {
    return [...this.#records.values()];
  }
}

/** An id of the gateway's: the day, what kind it is, and digits that nobody can guess. */
export function newId(nowMs: number, kind: string): string {
  return gatewayTime(nowMs).slice(0, 10).replaceAll('-', '') + kind + digits(9);
}

export function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}
