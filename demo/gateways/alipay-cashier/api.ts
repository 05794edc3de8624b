import type { Journal } from '../support/journal.ts';
import type { Books, Caller } from './books.ts';
import { declare, inquireDeclarations } from './customs-calls.ts';
import { Fields } from './fields.ts';
import { cancel, consult, inquirePayment, pay } from './payment-calls.ts';
import { inquireRefund, refund } from './refund-calls.ts';
import { inquireRegistrationInfo, inquireRegistrationStatus, register } from './registration-calls.ts';
import { Refusal, type Result } from './results.ts';
import { callOf, verifyCaller } from './verify-caller.ts';
import { type GatewayKeys, gatewayTime, signatureHeader } from './wire.ts';

export interface ApiOptions {
  readonly keys: GatewayKeys;
  readonly books: Books;
  readonly journal: Journal<Call>;
}

/** The calls that are counted for each payment. */
export const CALLS = ['pay', 'inquiryPayment', 'cancel', 'refund', 'inquiryRefund', 'declare'] as const;

export type Call = (typeof CALLS)[number];

const HANDLERS: Readonly<Record<string, (caller: Caller, books: Books) => object>> = {
  'payments/consult': consult,
  'payments/pay': pay,
  'payments/inquiryPayment': inquirePayment,
  'payments/cancel': cancel,
  'payments/refund': refund,
  'payments/inquiryRefund': inquireRefund,
  'customs/declare': declare,
  'customs/inquiryDeclarationRequests': inquireDeclarations,
  'merchants/registration': register,
  'merchants/inquiryRegistrationStatus': inquireRegistrationStatus,
  'merchants/inquiryRegistrationInfo': inquireRegistrationInfo,
};

/** The merchant API: verifies who calls, answers every call with a result, and signs what it answers. */
export function createApi({ keys, books, journal }: ApiOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const clientId = request.headers.get('client-id') ?? '';
    const call = callOf(pathname) ?? pathname;
    const body = await request.text();
    let answer: object;
    let signed = true;
    try {
      verifyCaller(request, body, books);
      answer = perform(call, { clientId, body: parse(body) }, books);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer = { result: error.result };
      signed = error.signed;
    }
    const { resultStatus, resultCode, resultMessage } = (answer as { result: Result }).result;
    journal.add({
      atMs: books.now(),
      call: call.split('/').at(-1) ?? call,
      account: clientId,
      reference: signed ? referenceOf(clientId, body, books) : undefined,
      answer: resultCode,
      detail: resultMessage,
      isRefused: resultStatus === 'F',
    });
    return signed ? signedAnswer(answer, pathname + search, clientId, keys, books.now()) : Response.json(answer);
  };
}

function perform(call: string, caller: Caller, books: Books): object {
  const handle = Object.hasOwn(HANDLERS, call) ? HANDLERS[call] : undefined;
  if (!handle) throw new Refusal('NO_INTERFACE_DEF', `This sandbox knows no ${call}.`);
  return handle(caller, books);
}

function parse(body: string): Fields {
  try {
    return new Fields(JSON.parse(body));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('PARAM_ILLEGAL', 'The body is not JSON.');
  }
}

/** Which payment a call was about, by the merchant's reference, whether or not it was answered as hoped. */
function referenceOf(clientId: string, body: string, { ledger, refunds }: Books): string | undefined {
  try {
    const fields = parse(body);
    const [paymentRequestId, refundRequestId, refundId] = ['paymentRequestId', 'refundRequestId', 'refundId'].map(
      (name) => fields.optionalText(name, 64),
    );
    const ofRefund =
      refundId || refundRequestId ? refunds.find({ clientId, refundId, refundRequestId })?.paymentId : undefined;
    const paymentId = fields.optionalText('paymentId', 64) ?? ofRefund;
    return paymentId ? ledger.find({ clientId, paymentId })?.paymentRequestId : paymentRequestId;
  } catch {
    return undefined;
  }
}

/** Serialised once: the bytes that are signed are the bytes that are sent. */
function signedAnswer(answer: object, target: string, clientId: string, keys: GatewayKeys, nowMs: number): Response {
  const body = JSON.stringify(answer);
  const time = gatewayTime(nowMs, 0);
  return new Response(body, {
    headers: {
      'Content-Type': 'application/json;charset=UTF-8',
      'client-id': clientId,
      'response-time': time,
      signature: signatureHeader({ target, clientId, time, body }, keys),
    },
  });
}
