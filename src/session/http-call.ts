import { type Created, parseCreated } from '../protocol/payment.ts';
import type { CreateRequest } from '../protocol/requests.ts';
import { IDEMPOTENCY_KEY, paths } from '../protocol/routes.ts';
import { safeSnapshot } from './safe-snapshot.ts';

export interface HttpOptions {
  /** The base address of the contract, absolute or relative to the page. */
  readonly endpoint: string;
  /** Whether cookies go along. Default `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
}

/** A request to the endpoint, before it has an address and what all requests have. */
export interface Call {
  readonly path: string;
  readonly method?: 'POST';
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

// A snapshot has a few kilobytes; a page that answers in its place must not be parsed at any length.
const MAX_BODY_LENGTH = 65_536;

/** Sends a request. Rejects as `fetch` does; an answer that is no success is an answer like any other. */
export function send(options: HttpOptions, { path, token, headers, ...init }: Call): Promise<Response> {
  const { endpoint, credentials = 'same-origin', fetch: fetchFrom = (input, rest) => fetch(input, rest) } = options;
  return fetchFrom(endpoint.replace(/\/+$/, '') + path, {
    ...init,
    credentials,
    cache: 'no-store',
    // A login page that a redirect leads to is no answer, and a token must not follow it there.
    redirect: 'error',
    headers: { Accept: 'application/json', ...(token && { Authorization: `Bearer ${token}` }), ...headers },
  });
}

/** A request that carries JSON. */
export const postJson = (path: string, body: unknown, signal: AbortSignal, headers?: Call['headers']): Call => ({
  path,
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
  signal,
});

/** The create of an attempt. */
export const createCall = (request: CreateRequest, idempotencyKey: string, signal: AbortSignal): Call =>
  postJson(paths.payments(), request, signal, { [IDEMPOTENCY_KEY]: idempotencyKey });

/** Parses a body, unless it is too long to be one of the contract. */
export function readJson(text: string): unknown {
  if (text.length > MAX_BODY_LENGTH) throw new RangeError('The answer is too long');
  return JSON.parse(text);
}

/** Creates a payment over HTTP, in one try. Answers the response where that is no success, and rejects where none came. */
export async function createOnce(
  options: HttpOptions,
  request: CreateRequest,
  { idempotencyKey, signal }: { readonly idempotencyKey: string; readonly signal: AbortSignal },
): Promise<Created | Response> {
  const response = await send(options, createCall(request, idempotencyKey, signal));
  return response.ok ? safeSnapshot(parseCreated(readJson(await response.text()))) : response;
}
