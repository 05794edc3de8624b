import type { Storage } from '../support/storage.ts';
import type { Account } from './account.ts';
import { Fields } from './fields.ts';
import { newId, newSecret } from './ids.ts';
import { EVENT_TYPES, type EventType } from './payment.ts';

/** Where a merchant wants to be told. Each has a secret of its own. */
export interface Endpoint {
  readonly id: string;
  readonly secretKey: string;
  readonly url: string;
  readonly enabledEvents: readonly EventType[];
  readonly description: string | undefined;
  readonly secret: string;
  readonly createdAtMs: number;
  /** True for the one that was entered in the dashboard, where an account has one. */
  readonly isFromDashboard: boolean;
}

export interface EndpointRequest {
  readonly url: string;
  readonly enabledEvents: readonly EventType[];
  readonly description: string | undefined;
}

/** Reads the body of a registration. WooshPay docs, Create a Webhook. @throws {Refusal} */
export function readEndpointRequest(body: unknown): EndpointRequest {
  const fields = new Fields(body);
  const url = fields.url('url');
  if (!isCallable(url)) throw fields.invalid('url', 'must be https');
  const enabledEvents = fields.someOf('enabled_events', EVENT_TYPES);
  const description = fields.optionalText('description', 1000);
  fields.optionalOneOf('api_version', ['1.0.1']);
  fields.close();
  return { url, enabledEvents, description };
}

/** All that merchants have registered. Whoever registers an address twice is told twice. */
export class Endpoints {
  readonly #endpoints = new Map<string, Endpoint>();
  readonly #storage: Storage;
  readonly #now: () => number;

  constructor(storage: Storage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
    for (const endpoint of storage.load<Endpoint>('endpoint')) this.#endpoints.set(endpoint.id, endpoint);
  }

  register({ secretKey }: Account, request: EndpointRequest): Endpoint {
    const secret = `whsec_${newSecret(32)}`;
    return this.#keep({ ...request, ...this.#born(), secretKey, secret, isFromDashboard: false });
  }

  /** As the dashboard does, which changes the address of the one that it has. */
  registerInDashboard({ secretKey }: Account, url: string): Endpoint {
    const known = [...this.#endpoints.values()].find((one) => one.isFromDashboard && one.secretKey === secretKey);
    // The secrets that the dashboard shows look like base64, and are to be used as they stand.
    const secret = Buffer.from(`sk_${newSecret(29)}`).toString('base64');
    const born = { ...this.#born(), description: undefined, secret, secretKey, isFromDashboard: true };
    return this.#keep({ ...born, ...known, url, enabledEvents: EVENT_TYPES });
  }

  /** Who is to be told of this. */
  listening(secretKey: string, type: EventType): readonly Endpoint[] {
    return [...this.#endpoints.values()].filter(
      (endpoint) => endpoint.secretKey === secretKey && endpoint.enabledEvents.includes(type),
    );
  }

  #born(): Pick<Endpoint, 'id' | 'createdAtMs'> {
    return { id: newId('we'), createdAtMs: this.#now() };
  }

  #keep(endpoint: Endpoint): Endpoint {
    this.#endpoints.set(endpoint.id, endpoint);
    this.#storage.save('endpoint', endpoint.id, endpoint);
    return endpoint;
  }
}

/** Anything but this machine has to be called by https. */
export function isCallable(address: unknown): address is string {
  const url = typeof address === 'string' ? URL.parse(address) : null;
  if (url?.protocol === 'https:') return true;
  return url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
}
