import type { FaultSwitch } from '../support/faults.ts';
import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';
import { acceptedAnswer, actionsAnswer, createdAnswer, detailsAnswer } from './answers.ts';
import { Fields } from './fields.ts';
import type { Ledger } from './ledger.ts';
import type { Payment } from './payment.ts';
import { MAX_REFERENCE, readMetadata, readPaymentRequest } from './payment-request.ts';
import { readRefundRequest } from './refund.ts';
import { Refusal } from './refusal.ts';

export interface ApiOptions {
  readonly origin: string;
  readonly accounts: Accounts;
  readonly ledger: Ledger;
  readonly faults: FaultSwitch;
}

/** The calls that are counted, named as the gateway's documentation titles them. */
export const CALLS = [
  'requestPayment',
  'getPaymentsList',
  'getPaymentDetails',
  'getPaymentActions',
  'refundPayment',
  'voidPayment',
] as const;

export type Call = (typeof CALLS)[number];

/** What a request asks for, and of which payment. Null where there is no such call. */
export function callOf(request: Request): { call: Call | 'capturePayment'; id: string } | null {
  const { pathname, searchParams } = new URL(request.url);
  const [, , id = '', part = '', ...rest] = pathname.split('/');
  if (rest.length > 0) return null;
  switch (`${request.method} ${id && ':id'}/${part}`) {
    case 'POST /':
      return { call: 'requestPayment', id };
    case 'GET /':
      return searchParams.has('reference') ? { call: 'getPaymentsList', id } : null;
    case 'GET :id/':
      return { call: 'getPaymentDetails', id };
    case 'GET :id/actions':
      return { call: 'getPaymentActions', id };
    case 'POST :id/refunds':
      return { call: 'refundPayment', id };
    case 'POST :id/voids':
      return { call: 'voidPayment', id };
    case 'POST :id/captures':
      return { call: 'capturePayment', id };
    default:
      return null;
  }
}

/** The merchant API. Every refusal is a {@link Refusal}. */
export function createApi(options: ApiOptions): (request: Request) => Promise<Response> {
  const { origin, accounts, ledger, faults } = options;

  return async (request) => {
    const account = accounts.byAuthorization(request.headers.get('authorization'));
    if (!account) throw new Refusal(401);
    const asked = callOf(request);
    if (!asked) throw new Refusal(404);
    switch (asked.call) {
      case 'requestPayment':
        return createdAnswer(origin, ledger.open(account, readPaymentRequest(await readJson(request), account)));
      case 'getPaymentsList':
        return list(account, new URL(request.url).searchParams);
      case 'getPaymentDetails':
        return details(account, asked.id);
      case 'getPaymentActions':
        return Response.json(actionsAnswer(find(account, asked.id)));
      case 'refundPayment':
        return refund(find(account, asked.id), await readJson(request));
      case 'voidPayment':
        return voidPayment(account, find(account, asked.id), await readJson(request));
      case 'capturePayment':
        // Alipay captures by itself.
        find(account, asked.id);
        throw new Refusal(403);
    }
  };

  function find(account: Account, id: string): Payment {
    const payment = ledger.find(account, id);
    if (!payment) throw new Refusal(404);
    return payment;
  }

  /** Asked for by session, the answer has the actions as well. */
  function details(account: Account, id: string): Response {
    const payment = find(account, id);
    const answer = detailsAnswer(origin, payment);
    return Response.json(id === payment.id ? answer : { ...answer, actions: actionsAnswer(payment) });
  }

  function list(account: Account, query: URLSearchParams): Response {
    if (account.platform === 'previous') throw new Refusal(404);
    const limit = Number(query.get('limit') ?? 10);
    const skip = Number(query.get('skip') ?? 0);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new Refusal(422, ['limit_invalid']);
    if (!Number.isInteger(skip) || skip < 0) throw new Refusal(422, ['skip_invalid']);
    const payments = ledger.of(account).filter(({ reference }) => reference === query.get('reference'));
    const data = payments.slice(skip, skip + limit).map((payment) => detailsAnswer(origin, payment));
    return Response.json({ limit, skip, total_count: payments.length, data });
  }

  /** Accepted at once, decided later: within this call, or by the panel. */
  function refund(payment: Payment, body: unknown): Response {
    const action = ledger.refund(payment, readRefundRequest(body));
    if (faults.current.refunds === 'manual') ledger.announceRefund(payment.id, action);
    else ledger.settleRefund(payment.id, action.id, true);
    return acceptedAnswer(origin, payment, action);
  }

  function voidPayment(account: Account, payment: Payment, body: unknown): Response {
    const fields = Fields.of(body ?? {});
    const reference = fields.optionalText('reference', { max: MAX_REFERENCE });
    readMetadata(fields);
    fields.verify();
    const voided = account.behaviour === 'voids_pending' ? ledger.apply(payment.id, { type: 'void' }) : null;
    const action = voided?.actions.at(-1);
    if (!action) throw new Refusal(403);
    return acceptedAnswer(origin, payment, { ...action, reference });
  }
}

/** Undefined where there is no body. */
async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (!text) return undefined;
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal(415);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(422, ['request_body_malformed']);
  }
}
