import type { Storage } from '../support/storage.ts';
import { type Account, authorizationOf, readAccount } from './account.ts';

/** The accounts that the gateway knows. */
export class Accounts {
  readonly #accounts = new Map<string, Account>();
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
    for (const account of storage.load<Account>('account')) this.#accounts.set(account.id, account);
  }

  /** Takes an account in, or what it has changed. Null where it is not usable. */
  register(form: Readonly<Record<string, unknown>>): Account | null {
    const known = this.#list().find(({ secretKey }) => secretKey === form['secretKey']);
    const account = readAccount(form, known);
    if (!account) return null;
    this.#accounts.set(account.id, account);
    this.#storage.save('account', account.id, account);
    return account;
  }

  get(id: string): Account | undefined {
    return this.#accounts.get(id);
  }

  byAuthorization(header: string | null): Account | undefined {
    return this.#list().find((account) => authorizationOf(account) === header);
  }

  #list(): readonly Account[] {
    return [...this.#accounts.values()];
  }
}
