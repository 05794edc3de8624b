import type { Journal } from '../support/journal.ts';
import type { Accounts } from './accounts.ts';
import { type Call, routeOf } from './calls.ts';
import type { createIdempotency, Proceed } from './idempotency.ts';
import type { Ledger } from './ledger.ts';
import type { Payment } from './payment.ts';
import { referenceOf } from './payment-report.ts';
import { Refusal, refusalAnswer } from './refusal.ts';

export interface FrontOptions {
  readonly now: () => number;
  readonly accounts: Accounts;
  readonly ledger: Ledger;
  readonly journal: Journal<Call>;
  readonly idempotency: ReturnType<typeof createIdempotency>;
}

/** What every call passes: it is written down, and a refusal is told in the account's own way. */
export function createFront(options: FrontOptions): (request: Request, proceed: Proceed) => Promise<Response> {
  const { now, accounts, journal, idempotency } = options;

  return async (request, proceed) => {
    const text = await request.clone().text();
    const account = accounts.byAuthorization(request.headers.get('authorization'));
    const { pathname, searchParams } = new URL(request.url);
    const routed = routeOf(request.method, pathname);
    const outcome = await idempotency(request, proceed).catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    const refusal = outcome instanceof Refusal ? outcome : undefined;
    journal.add({
      atMs: now(),
      call: routed?.call ?? `${request.method} ${pathname}`,
      account: account?.name ?? '',
      reference:
        account &&
        aboutWhat([text, ...searchParams.values()].join(' '), routed?.id ?? '', options.ledger.listOf(account)),
      answer: refusal ? `${refusal.status} ${refusal.code}` : '200',
      detail: refusal?.message,
      isRefused: refusal !== undefined,
    });
    return outcome instanceof Refusal ? refusalAnswer(outcome, account?.errorShape ?? 'nested') : outcome;
  };
}

/** The merchant's reference of the payment that a call names in its path, its query or its body. */
function aboutWhat(said: string, id: string, payments: readonly Payment[]): string | undefined {
  const payment = payments.find((one) => {
    const names = [one.id, one.session?.id, ...one.refunds.map((refund) => refund.id)];
    return names.includes(id) || said.includes(`"${one.id}"`) || isNamed(said, referenceOf(one));
  });
  return payment && referenceOf(payment);
}

/** In a body as JSON writes it, in a search between its own quotes. */
function isNamed(said: string, reference: string): boolean {
  return said.includes(JSON.stringify(reference)) || said.includes(`'${reference}'`);
}
