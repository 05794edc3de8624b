import type { Snapshot } from '../protocol/payment.ts';
import type { Problem } from '../protocol/problem.ts';
import { ERRORS } from '../protocol/problem.ts';
import { IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_PATTERN } from '../protocol/routes.ts';
import { ShapeError } from '../protocol/json-schema.ts';
import { Refusal } from './errors.ts';
import type { Kit } from './kit.ts';
import { toSnapshot } from './snapshot.ts';
import type { PaymentRecord } from './store.ts';

/** No body of the contract comes near it; whatever is larger is not read. */
export const MAX_BODY_BYTES = 64 * 1024;

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** A JSON answer that nobody may keep. */
export function json(
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...HEADERS, 'content-type': 'application/json', ...headers },
  });
}

/** The answer about a payment, or 304 where the asker has this version. */
export function answer(kit: Kit, record: PaymentRecord, request?: Request): Response {
  const etag = `"${record.version}"`;
  if (request?.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers: { ...HEADERS, etag } });
  }
  return json(snapshotOf(kit, record), { headers: { etag } });
}

export function snapshotOf(kit: Kit, record: PaymentRecord): Snapshot {
  return toSnapshot(record, kit.gateways[record.gateway], kit.environment.now());
}

/** Turns an error into the answer that the contract gives it. One that it does not know is told to the operator alone. */
export function problem(kit: Kit, error: unknown): Response {
  const refusal = toRefusal(kit, error);
  const { code, status, message, payment, retryAfterSeconds } = refusal;
  const body: Problem = {
    type: 'about:blank',
    title: code.replaceAll('_', ' '),
    status,
    detail: message,
    code,
    retryable: ERRORS[code].retryable,
    ...(payment && snapshotOf(kit, payment)),
  };
  return json(body, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    },
  });
}

function toRefusal(kit: Kit, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ShapeError) return new Refusal('invalid_request', `${error.message}.`);
  const message =
    error instanceof Error ? `${error.name}: ${error.message}` : 'Something that is not an error was thrown';
  kit.log({ level: 'error', event: 'internal_error', message });
  return new Refusal('internal_error', 'Something went wrong here. Nothing is lost: ask again.');
}

/** Reads a JSON body. @throws {Refusal} `invalid_request` where it is not JSON, or larger than any body of the contract. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refusal('invalid_request', 'The body must be sent as application/json.', { status: 415 });
  }
  const text = new TextDecoder().decode(await readBody(request));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid_request', 'The body is not JSON.');
  }
}

/** The key that makes a repeated request the same. @throws {Refusal} `invalid_request`. */
export function readIdempotencyKey(request: Request): string {
  const key = request.headers.get(IDEMPOTENCY_KEY) ?? '';
  if (IDEMPOTENCY_KEY_PATTERN.test(key)) return key;
  throw new Refusal(
    'invalid_request',
    `The header ${IDEMPOTENCY_KEY} must be 16 to 128 of A-Z, a-z, 0-9, "_" and "-".`,
  );
}

/** Reads a body byte for byte, up to {@link MAX_BODY_BYTES}. @throws {Refusal} `invalid_request`, 413. */
export async function readBody(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw new Refusal('invalid_request', 'The body is too large.', { status: 413 });
    chunks.push(chunk);
  }
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}
