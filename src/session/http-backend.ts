import { parseCreated, parseSnapshot, type Snapshot } from '../protocol/payment.ts';
import { parseProblem } from '../protocol/problem.ts';
import { paths } from '../protocol/routes.ts';
import type { Backend } from './backend.ts';
import { CheckoutError } from './errors.ts';
import { readEventStream } from './event-stream.ts';
import { type Call, createCall, type HttpOptions, readAnswer, readJson, send } from './http-call.ts';
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

  async function ask<S extends Snapshot>(request: Call, parse: (body: unknown) => S): Promise<S> {
    return read(await readText(await call(request)), parse);
  }

  return {
    create: (request, { idempotencyKey, signal }) => ask(createCall(request, idempotencyKey, signal), parseCreated),
    retrieve: ({ paymentId, ...access }) => ask({ ...access, path: paths.payment(paymentId) }, parseSnapshot),
    check: ({ paymentId, ...access }) =>
      ask({ ...access, path: paths.check(paymentId), method: 'POST' }, parseSnapshot),
    cancel: ({ paymentId, ...access }) =>
      ask({ ...access, path: paths.cancel(paymentId), method: 'POST' }, parseSnapshot),

    async subscribe({ paymentId, ...access }, { onSnapshot, onAlive }) {
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
          onAlive,
          onEvent: ({ event, data }) => event === 'payment' && onSnapshot(read(data, parseSnapshot)),
        });
      } catch (cause) {
        if (cause instanceof CheckoutError) throw cause;
        throw new CheckoutError('unreachable', 'The stream broke', { retryable: true, cause });
      }
    },
  };
}

function read<S extends Snapshot>(text: string, parse: (body: unknown) => S): S {
  try {
    return readAnswer(text, parse);
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
    const snapshot = payment && safeSnapshot(parseSnapshot({ payment, action }));
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
