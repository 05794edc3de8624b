import { parseCreated, parseSnapshot, type Snapshot } from '../protocol/payment.ts';
import { parseProblem } from '../protocol/problem.ts';
import { parseWallets } from '../protocol/requests.ts';
import { paths } from '../protocol/routes.ts';
import type { Backend } from './backend.ts';
import { CheckoutError } from './errors.ts';
import { readEventStream } from './event-stream.ts';
import { type Call, createCall, type HttpOptions, postJson, readJson, send } from './http-call.ts';
import { safeSnapshot } from './safe-snapshot.ts';

export type HttpBackendOptions = HttpOptions;

/** The backend that speaks the contract to `endpoint` over HTTP. Answers are parsed, and their addresses checked. */
export function httpBackend(options: HttpBackendOptions): Backend {
  async function call(request: Call): Promise<Response> {
    let response: Response;
    try {
      response = await send(options, request);
    } catch (cause) {
      throw new CheckoutError('unreachable', `No answer from ${options.endpoint}`, { retryable: true, cause });
    }
    if (!response.ok) throw await toError(response);
    return response;
  }

  async function ask<T>(request: Call, parse: (body: unknown) => T): Promise<T> {
    return read(await readText(await call(request)), parse);
  }

  return {
    create: (request, { idempotencyKey, signal }) =>
      ask(createCall(request, idempotencyKey, signal), safely(parseCreated)),
    retrieve: ({ paymentId, ...access }) => ask({ ...access, path: paths.payment(paymentId) }, readSnapshot),
    check: ({ paymentId, ...access }) => ask({ ...access, path: paths.check(paymentId), method: 'POST' }, readSnapshot),
    cancel: ({ paymentId, ...access }) =>
      ask({ ...access, path: paths.cancel(paymentId), method: 'POST' }, readSnapshot),
    listWallets: async (request, { signal }) =>
      (await ask(postJson(paths.wallets(), request, signal), parseWallets)).wallets,

    async subscribe({ paymentId, ...access }, { onSnapshot, ...listeners }) {
      const { headers, body } = await call({
        ...access,
        path: paths.events(paymentId),
        headers: { Accept: 'text/event-stream' },
      });
      if (!body || !headers.get('Content-Type')?.startsWith('text/event-stream')) {
        void body?.cancel().catch(() => {});
        throw new CheckoutError('invalid_answer', 'The answer is not an event stream');
      }
      try {
        await readEventStream(body, access.signal, {
          ...listeners,
          onEvent: ({ event, data }) => event === 'payment' && onSnapshot(read(data, readSnapshot)),
        });
      } catch (cause) {
        if (cause instanceof CheckoutError) throw cause;
        throw new CheckoutError('unreachable', 'The stream broke', { retryable: true, cause });
      }
    },
  };
}

/** Only those addresses that the page may be sent to, or an error. */
const safely =
  <S extends Snapshot>(parse: (body: unknown) => S) =>
  (body: unknown): S =>
    safeSnapshot(parse(body));

const readSnapshot = safely(parseSnapshot);

function read<T>(text: string, parse: (body: unknown) => T): T {
  try {
    return parse(readJson(text));
  } catch (cause) {
    if (cause instanceof CheckoutError) throw cause;
    throw new CheckoutError('invalid_answer', 'The answer is outside the contract', { cause });
  }
}

async function readText(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw new CheckoutError('unreachable', 'The answer broke off', { retryable: true, cause });
  }
}

/** An answer that is no success, as the error that it tells of. */
export async function toError(response: Response): Promise<CheckoutError> {
  const retryAfterMs = readRetryAfter(response.headers);
  try {
    const { code, title, retryable, payment, action = null } = parseProblem(readJson(await readText(response)));
    const snapshot = payment && readSnapshot({ payment, action });
    return new CheckoutError(code, title ?? code, { retryable, retryAfterMs, snapshot });
  } catch (cause) {
    const { status } = response;
    const retryable = status >= 500 || status === 429;
    return new CheckoutError('invalid_answer', `HTTP ${status} outside the contract`, {
      retryable,
      retryAfterMs,
      cause,
    });
  }
}

// In seconds, or as a time, which is measured against the answer's own clock: this device's may be wrong.
function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('Retry-After') ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.parse(headers.get('Date') ?? '');
  return ms >= 0 ? ms : undefined;
}
