import type { Storage } from '../support/storage.ts';
import { type Account, authorizationOf, type Mode, readAccount } from './account.ts';

/** The accounts that the gateway knows. */
export class Accounts {
  readonly #accounts = new Map<string, Account>();
  readonly #storage: Storage;
  readonly #mode: Mode;

  constructor(storage: Storage, mode: Mode) {
    this.#storage = storage;
    this.#mode = mode;
    for (const account of storage.load<Account>('account')) this.#accounts.set(account.secretKey, account);
  }

  /** Takes an account in, or what it has changed. Null where it is not usable. */
  register(form: Readonly<Record<string, unknown>>): Account | null {
    const account = readAccount(form, this.#mode, (secretKey) => this.#accounts.get(secretKey));
    if (!account) return null;
    this.#accounts.set(account.secretKey, account);
    this.#storage.save('account', account.secretKey, account);
    return account;
  }

  /** @throws where there is no such account: everything that is kept belongs to one. */
  get(secretKey: string): Account {
    const account = this.#accounts.get(secretKey);
    if (!account) throw new Error('A payment without its account');
    return account;
  }

  byAuthorization(header: string | null): Account | undefined {
    return this.#list().find(({ secretKey }) => authorizationOf(secretKey) === header);
  }

  /** True for the key that belongs into browsers. */
  isPublishable(header: string | null): boolean {
    return this.#list().some(({ publishableKey }) => authorizationOf(publishableKey) === header);
  }

  #list(): readonly Account[] {
    return [...this.#accounts.values()];
  }
}
