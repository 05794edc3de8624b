import type { Merchants } from './merchants.ts';
import { Refusal } from './results.ts';
import { isSignedBy, parseSignatureHeader } from './wire.ts';

export interface VerifyOptions {
  readonly merchants: Merchants;
  readonly now: () => number;
}

/** Where the API lives: the sandbox's own path, or production's. */
const PATH = /^\/ams(\/sandbox)?\/api\/v1\/((?:payments|customs|merchants)\/\w+)$/;

const SANDBOX_CLIENT = /^(SANDBOX_|T_)/;
// No allowed skew is published; a day catches seconds sent as milliseconds, and times without their offset.
const MAX_SKEW_MS = 86_400_000;

/** Which call a path names, as `payments/pay`. Undefined where it is no address of this API. */
export function callOf(pathname: string): string | undefined {
  return PATH.exec(pathname)?.[2];
}

/**
 * Whether a request is from the merchant that it says it is from, and can be read.
 *
 * @throws {Refusal} unsigned for whatever fails before the signature is known to be good.
 */
export function verifyCaller(request: Request, body: string, { merchants, now }: VerifyOptions): void {
  const unsigned = { signed: false };
  const { pathname, search } = new URL(request.url);
  const path = PATH.exec(pathname);
  if (!path) throw new Refusal('NO_INTERFACE_DEF', undefined, unsigned);
  if (request.method !== 'POST') throw new Refusal('METHOD_NOT_SUPPORTED', undefined, unsigned);
  const clientId = request.headers.get('client-id') ?? '';
  const key = merchants.keyOf(clientId);
  if (!key) throw new Refusal('CLIENT_INVALID', undefined, unsigned);
  if (Boolean(path[1]) !== SANDBOX_CLIENT.test(clientId)) {
    throw new Refusal('ACCESS_DENIED', 'Sandbox clients call the sandbox, others do not.', unsigned);
  }
  const header = parseSignatureHeader(request.headers.get('signature') ?? '');
  if (!header) throw new Refusal('INVALID_SIGNATURE', 'The header cannot be read.', unsigned);
  if (header.keyVersion !== '1') throw new Refusal('KEY_NOT_FOUND', undefined, unsigned);
  const time = request.headers.get('request-time') ?? '';
  if (!isSignedBy(key, header.signature, { target: pathname + search, clientId, time, body })) {
    throw new Refusal('INVALID_SIGNATURE', undefined, unsigned);
  }
  const atMs = /^\d+$/.test(time) ? Number(time) : Date.parse(time);
  if (!(Math.abs(atMs - now()) <= MAX_SKEW_MS)) throw new Refusal('PARAM_ILLEGAL', 'request-time is not now.');
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal('MEDIA_TYPE_NOT_ACCEPTABLE');
  }
  if ((request.headers.get('agent-token') ?? '').length > 128) throw new Refusal('ACCESS_DENIED', 'agent-token');
}
