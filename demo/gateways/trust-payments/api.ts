import type { Journal } from '../support/journal.ts';
import { REQUEST_TYPES, type RequestType } from './call.ts';
import { Refusal } from './errors.ts';
import { Fields, onlyItem } from './fields.ts';
import { merchantReferenceOf } from './journal-reference.ts';
import { jsonFormat } from './json-format.ts';
import { type OperationOptions, perform } from './operations.ts';
import { type Answer, toTimestamp } from './record.ts';
import { ownRequestReference, type WireFormat } from './wire-format.ts';
import { xmlFormat } from './xml-format.ts';

export interface ApiOptions extends OperationOptions {
  readonly now: () => number;
  readonly journal: Journal<RequestType>;
}

/** With the slash at the end, and not without. */
const FORMATS: Readonly<Record<string, WireFormat>> = { '/json/': jsonFormat, '/xml/': xmlFormat };

/** The webservices: who calls is known by HTTP, and everything after that is told inside the body. */
export function createApi(options: ApiOptions): (request: Request) => Promise<Response> {
  const { sites, journal, now } = options;

  return async (request) => {
    const { pathname } = new URL(request.url);
    const format = FORMATS[pathname];
    if (!format) return page(404, 'Not Found');
    if (request.method !== 'POST') return page(405, 'Method Not Allowed');
    const account = sites.userOf(request.headers.get('authorization') ?? '');
    const note = (call: string, answer: string, detail?: string, reference?: string): void =>
      journal.add({
        atMs: now(),
        call,
        account: account ?? '',
        reference,
        answer,
        detail,
        isRefused: answer !== '0',
      });
    if (account === null) {
      note(pathname, '401');
      return page(401, 'Authorization Required');
    }
    const body = format.contentType.test(request.headers.get('content-type') ?? '') ? await readUtf8(request) : null;
    if (body === null) {
      note(pathname, '400');
      return page(400, 'Bad Request');
    }
    const { requestreference, type, about, answer } = answerTo(body, account, format, options);
    const { errorcode = '', errormessage } = answer.fields;
    note(type ?? pathname, errorcode, [errormessage, ...(answer.errordata ?? [])].join(' '), about);
    return format.write(requestreference, answer);
  };
}

/** An answer, with what was understood of the request before it was carried out or refused. */
interface Answered {
  readonly requestreference: string;
  readonly type?: RequestType;
  /** The merchant's reference of the payment. */
  readonly about?: string | undefined;
  readonly answer: Answer;
}

function answerTo(body: string, user: string, format: WireFormat, options: ApiOptions): Answered {
  let understood: Omit<Answered, 'answer'> = { requestreference: ownRequestReference() };
  try {
    const { alias, request, requestreference = understood.requestreference } = format.read(body);
    understood = { requestreference, about: merchantReferenceOf(request, options.ledger) };
    if (alias !== user) throw new Refusal('21002', 'alias');
    const type = readType(request);
    understood = { ...understood, type };
    const call = { user, type, request: new Fields(request), isJson: format === jsonFormat };
    return { ...understood, answer: perform(call, options) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...understood, answer: refusalAnswer(error, options.now()) };
  }
}

/** Either field names the type, and both together are an error of their own. */
function readType({
  requesttypedescriptions: list,
  requesttypedescription: one,
}: Record<string, unknown>): RequestType {
  if (list !== undefined && one !== undefined) throw new Refusal('60040');
  const wanted = list === undefined ? one : onlyItem(list);
  const type = REQUEST_TYPES.find((known) => known === wanted);
  if (!type) throw new Refusal('60018');
  return type;
}

function refusalAnswer({ code, message, data }: Refusal, nowMs: number): Answer {
  return {
    fields: {
      requesttypedescription: 'ERROR',
      transactionstartedtimestamp: toTimestamp(nowMs),
      errorcode: code,
      errormessage: message,
    },
    ...(data.length > 0 ? { errordata: data } : {}),
  };
}

/** The body as text, or null where it is no UTF-8. */
async function readUtf8(request: Request): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer());
  } catch {
    return null;
  }
}

/** What the web server in front of the gateway says, in HTML. */
function page(status: number, title: string): Response {
  return new Response(
    `<!DOCTYPE html>\n<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>\n`,
    {
      status,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        ...(status === 401 ? { 'WWW-Authenticate': 'Basic realm="webservices"' } : {}),
      },
    },
  );
}
