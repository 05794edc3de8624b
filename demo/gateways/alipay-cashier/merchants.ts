import type { KeyObject } from 'node:crypto';
import type { Storage } from '../support/storage.ts';
import type { Merchant } from './merchant.ts';
import { parsePublicKey } from './wire.ts';

/** The merchants that the gateway knows. */
export class Merchants {
  readonly #merchants = new Map<string, { merchant: Merchant; key: KeyObject }>();
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
    for (const merchant of storage.load<Merchant>('merchant')) this.#keep(merchant);
  }

  /** Takes a merchant in, or its new key. @throws where the key is none. */
  register(merchant: Merchant): void {
    this.#keep(merchant);
    this.#storage.save('merchant', merchant.clientId, merchant);
  }

  get(clientId: string): Merchant | undefined {
    return this.#merchants.get(clientId)?.merchant;
  }

  keyOf(clientId: string): KeyObject | undefined {
    return this.#merchants.get(clientId)?.key;
  }

  nameOf(clientId: string): string {
    return this.get(clientId)?.name ?? clientId;
  }

  #keep(merchant: Merchant): void {
    this.#merchants.set(merchant.clientId, { merchant, key: parsePublicKey(merchant.publicKey) });
  }
}
