import type { Journal } from '../support/journal.ts';
import { Fields } from './fields.ts';
import type { Ledger, PaymentReference } from './ledger.ts';
import type { Merchants } from './merchants.ts';
import { cancelAnswer, inquiryAnswer, payAnswer } from './messages.ts';
import { cancelWindowEndMs, type Payment } from './payment.ts';
import { checkExpiry, type PayRequest, readPayRequest } from './pay-request.ts';
import { Refusal, type Result } from './results.ts';
import { type GatewayKeys, gatewayTime, isSignedBy, parseSignatureHeader, signatureHeader } from './wire.ts';

export interface ApiOptions {
  readonly origin: string;
  readonly keys: GatewayKeys;
  readonly now: () => number;
  readonly merchants: Merchants;
  readonly ledger: Ledger;
  readonly journal: Journal<Call>;
}

interface Caller {
  readonly clientId: string;
  readonly body: string;
}

/** The calls that are counted. */
export const CALLS = ['pay', 'inquiryPayment', 'cancel'] as const;

export type Call = (typeof CALLS)[number];

const PATH = /^\/ams(\/sandbox)?\/api\/v1\/payments\/(\w+)$/;
const SANDBOX_CLIENT = /^(SANDBOX_|T_)/;
// No allowed skew is published; a day catches seconds sent as milliseconds, and times without their offset.
const MAX_SKEW_MS = 86_400_000;

/** The merchant API: verifies who calls, answers every call with a result, and signs what it answers. */
export function createApi(options: ApiOptions): (request: Request) => Promise<Response> {
  const { journal, now } = options;

  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const clientId = request.headers.get('client-id') ?? '';
    const call = PATH.exec(pathname)?.[2] ?? pathname;
    const body = await request.text();
    let answer: object;
    let signed = true;
    try {
      const caller = identify(request, body, options);
      answer = perform(call, caller, options);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer = { result: error.result };
      signed = error.signed;
    }
    const reference = signed ? requestIdOf(body, clientId, options) : undefined;
    const { resultStatus, resultCode, resultMessage } = (answer as { result: Result }).result;
    journal.add({
      atMs: now(),
      call,
      account: clientId,
      reference,
      answer: resultCode,
      detail: resultMessage,
      isRefused: resultStatus === 'F',
    });
    return signed ? signedAnswer(answer, pathname + search, clientId, options) : Response.json(answer);
  };
}

/** Whatever fails before the signature is known to be good is refused without one of ours. */
function identify(request: Request, body: string, { merchants, now }: ApiOptions): Caller {
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
  return { clientId, body };
}

function perform(call: string, caller: Caller, options: ApiOptions): object {
  switch (call) {
    case 'pay':
      return pay(caller, options);
    case 'inquiryPayment':
      return inquiryAnswer(options.origin, findPayment(caller, options));
    case 'cancel':
      return cancel(findPayment(caller, options), options);
    default:
      throw new Refusal('NO_INTERFACE_DEF', 'This sandbox takes pay, inquiryPayment and cancel.');
  }
}

function pay({ clientId, body }: Caller, { origin, ledger, now }: ApiOptions): object {
  const request = readPayRequest(parseBody(body));
  const existing = ledger.find({ clientId, paymentRequestId: request.paymentRequestId });
  if (!existing) {
    checkExpiry(request, now());
    return payAnswer(origin, ledger.open(clientId, request));
  }
  if (!isRepeat(existing, request)) throw new Refusal('REPEAT_REQ_INCONSISTENT');
  if (existing.status === 'FAIL' || existing.status === 'CANCELLED') throw new Refusal(existing.resultCode);
  return payAnswer(origin, existing);
}

/** Antom docs, Idempotency: the key fields of a repeated request must be the same. */
function isRepeat(payment: Payment, request: PayRequest): boolean {
  return (
    payment.amount.value === request.amount.value &&
    payment.amount.currency === request.amount.currency &&
    payment.wallet === request.wallet &&
    payment.paymentMethodId === request.paymentMethodId
  );
}

function cancel(payment: Payment, { ledger, now }: ApiOptions): object {
  // A failed payment answers success and stays failed; a cancelled one is not cancelled twice.
  if (payment.status === 'FAIL') return cancelAnswer(payment, now());
  if (payment.cancelledAtMs !== undefined) return cancelAnswer(payment, payment.cancelledAtMs);
  if (now() > cancelWindowEndMs(payment)) throw new Refusal('CANCEL_WINDOW_EXCEED');
  ledger.apply(payment, { type: 'cancel' });
  return cancelAnswer(payment, now());
}

function findPayment({ clientId, body }: Caller, { ledger }: ApiOptions): Payment {
  const payment = ledger.find({ clientId, ...readReference(body) });
  if (!payment) throw new Refusal('ORDER_NOT_EXIST');
  return payment;
}

function readReference(body: string): Omit<PaymentReference, 'clientId'> {
  const fields = new Fields(parseBody(body));
  const paymentId = fields.optionalText('paymentId', 64);
  if (paymentId) return { paymentId };
  return { paymentRequestId: fields.text('paymentRequestId', 64) };
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('PARAM_ILLEGAL', 'The body is not JSON.');
  }
}

/** Which payment a call was about, for the journal, whether or not it was answered as hoped. */
function requestIdOf(body: string, clientId: string, { ledger }: ApiOptions): string | undefined {
  try {
    const reference = readReference(body);
    return reference.paymentRequestId ?? ledger.find({ clientId, ...reference })?.paymentRequestId;
  } catch {
    return undefined;
  }
}

/** Serialised once: the bytes that are signed are the bytes that are sent. */
function signedAnswer(answer: object, target: string, clientId: string, { keys, now }: ApiOptions): Response {
  const body = JSON.stringify(answer);
  const time = gatewayTime(now(), 0);
  return new Response(body, {
    headers: {
      'Content-Type': 'application/json;charset=UTF-8',
      'client-id': clientId,
      'response-time': time,
      signature: signatureHeader({ target, clientId, time, body }, keys),
    },
  });
}
