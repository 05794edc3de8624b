import type { Storage } from '../support/storage.ts';
import { Refusal } from './errors.ts';
import type { Site } from './site.ts';

/** The sites that the gateway knows, and who may act for them. */
export class Sites {
  readonly #sites = new Map<string, Site>();
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
    for (const site of storage.load<Site>('site')) this.#sites.set(site.sitereference, site);
  }

  /** Takes a site in, or its new settings. */
  register(site: Site): void {
    this.#sites.set(site.sitereference, site);
    this.#storage.save('site', site.sitereference, site);
  }

  get(sitereference: string): Site | undefined {
    return this.#sites.get(sitereference);
  }

  /** Who signs in with this `Authorization` header. Null where nobody does. */
  userOf(authorization: string): string | null {
    const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
    const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
    const site = [...this.#sites.values()].find((one) => one.username === username && one.password === password);
    return site?.username ?? null;
  }

  /** The site, if the user may act for it. @throws {Refusal} */
  open(user: string, sitereference: string): Site {
    const site = this.#sites.get(sitereference);
    if (!site) throw new Refusal('30001', 'sitereference');
    if (site.username !== user) throw new Refusal('30006', 'sitereference');
    if (site.isSuspended) throw new Refusal('60023');
    return site;
  }
}
