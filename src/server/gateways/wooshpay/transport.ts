import { GatewayError } from '../../gateway.ts';
import { callGateway, type HttpAnswer, parseJson } from '../../gateway-http.ts';
import { toError } from './errors.ts';
import type { ClientConfig } from './options.ts';

/** Carries messages to the gateway and brings back the JSON of its answers. Every call throws `GatewayError`. */
export interface Transport {
  readonly get: (path: string, query?: object) => Promise<unknown>;
  readonly post: (path: string, message: object, idempotencyKey?: string) => Promise<unknown>;
}

export function createTransport({ secretKey, origin, timeoutMs, send }: ClientConfig): Transport {
  // The key is the user name; the password behind the colon is empty.
  const common = { accept: 'application/json', authorization: `Basic ${btoa(`${secretKey}:`)}` };
  const call = async (path: string, request: RequestInit) =>
    readAnswer(await callGateway(send, origin + path, request, timeoutMs));

  return {
    get: (path, query = {}) => call(path + toSearch(query), { method: 'GET', headers: common }),

    // The key is not documented, and sent by every integration: nothing may depend on its being heeded.
    post: (path, message, idempotencyKey = crypto.randomUUID()) =>
      call(path, {
        method: 'POST',
        headers: { ...common, 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify(message),
      }),
  };
}

function readAnswer(answer: HttpAnswer): unknown {
  if (answer.status < 200 || answer.status > 299) throw toError(answer);
  try {
    return parseJson(answer.body);
  } catch (cause) {
    throw new GatewayError('unknown', 'The answer is not JSON', { cause });
  }
}

function toSearch(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search && `?${search.replaceAll('+', '%20')}`;
}
