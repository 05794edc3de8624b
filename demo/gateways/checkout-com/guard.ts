import { randomBytes } from 'node:crypto';
import type { Journal } from '../support/journal.ts';
import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';
import { type Call, callOf } from './api.ts';
import type { IdempotentAnswers } from './idempotency.ts';
import type { Ledger } from './ledger.ts';
import { Refusal } from './refusal.ts';

export interface GuardOptions {
  readonly now: () => number;
  readonly accounts: Accounts;
  readonly ledger: Ledger;
  readonly journal: Journal<Call>;
  readonly answers: IdempotentAnswers;
}

type Perform = (request: Request) => Promise<Response>;

/** What every call passes on its way in and out: replays, refusals, and the record of what was asked. */
export function createGuard(options: GuardOptions): (request: Request, perform: Perform) => Promise<Response> {
  const { now, accounts, ledger, journal, answers } = options;

  return async (request, perform) => {
    const requestId = randomBytes(8).toString('hex').toUpperCase();
    const sent = request.clone();
    const key = idempotencyKeyOf(request);
    const proceed = (): Promise<Response> => perform(request).catch((error: unknown) => refuse(error, requestId));
    const response = await (key === null ? proceed() : answers.answer(key, proceed));
    await note(sent, response.clone());
    response.headers.set('Cko-Request-Id', requestId);
    response.headers.set('Cko-Version', '1.0.0');
    return response;
  };

  async function note(request: Request, response: Response): Promise<void> {
    const account = accounts.byAuthorization(request.headers.get('authorization'));
    const asked = callOf(request);
    const { pathname } = new URL(request.url);
    journal.add({
      atMs: now(),
      call: asked?.call ?? `${request.method} ${pathname}`,
      account: account?.id ?? '',
      reference: account && (await referenceOf(account, request, asked?.id ?? '')),
      answer: String(response.status),
      detail: response.ok ? undefined : await response.text(),
      isRefused: !response.ok,
    });
  }

  /** The merchant's reference of the payment that a call is about, whether or not it was answered as hoped. */
  async function referenceOf(account: Account, request: Request, id: string): Promise<string | undefined> {
    if (id) return ledger.find(account, id)?.reference;
    if (request.method === 'GET') return new URL(request.url).searchParams.get('reference') ?? undefined;
    const body: unknown = await request.json().catch(() => null);
    const reference = typeof body === 'object' && body !== null && 'reference' in body ? body.reference : undefined;
    return typeof reference === 'string' ? reference : undefined;
  }
}

/** Keys are the account's own, each for one address. */
function idempotencyKeyOf(request: Request): string | null {
  const key = request.headers.get('cko-idempotency-key');
  if (!key || request.method !== 'POST') return null;
  return JSON.stringify([request.headers.get('authorization'), new URL(request.url).pathname, key]);
}

function refuse(error: unknown, requestId: string): Response {
  if (!(error instanceof Refusal)) throw error;
  const { status, errorCodes } = error;
  if (errorCodes.length === 0) return new Response(null, { status });
  const body = { request_id: requestId, error_type: 'request_invalid', error_codes: errorCodes };
  return Response.json(body, { status });
}
