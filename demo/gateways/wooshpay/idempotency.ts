import type { Storage } from '../support/storage.ts';
import type { Accounts } from './accounts.ts';
import { Refusal } from './refusal.ts';

export type Proceed = (request: Request) => Promise<Response>;

interface Kept {
  /** What was asked: a key stands for one request. */
  readonly asked: string;
  readonly answer: string;
  readonly atMs: number;
}

const KEPT_FOR_MS = 86_400_000;

/**
 * Answers a request that comes again under its `Idempotency-Key` as the first time. The documents name the errors, and
 * neither the header nor how long it holds: a day, as at Stripe. What was refused may be tried again.
 */
export function createIdempotency(
  accounts: Accounts,
  storage: Storage,
  now: () => number,
): (request: Request, proceed: Proceed) => Promise<Response> {
  const kept = new Map(storage.load<Kept & { id: string }>('answer').map((one) => [one.id, one]));
  const running = new Set<string>();

  return async (request, proceed) => {
    const key = request.headers.get('idempotency-key');
    const account = accounts.byAuthorization(request.headers.get('authorization'));
    if (key === null || request.method !== 'POST' || !account?.honoursIdempotencyKeys) return proceed(request);
    const id = `${account.secretKey} ${key}`;
    const asked = `${new URL(request.url).pathname} ${await request.clone().text()}`;
    if (running.has(id)) throw new Refusal('idempotency_key_in_use', 'A request with this key is still running.');
    const known = kept.get(id);
    if (known && known.atMs + KEPT_FOR_MS > now()) {
      if (known.asked === asked) return Response.json(JSON.parse(known.answer));
      throw new Refusal('idempotency_key_reused', 'This key was used with other parameters.');
    }
    running.add(id);
    try {
      const response = await proceed(request);
      const entry = { id, asked, answer: await response.clone().text(), atMs: now() };
      kept.set(id, entry);
      storage.save('answer', id, entry);
      return response;
    } finally {
      running.delete(id);
    }
  };
}
