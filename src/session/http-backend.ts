import { parseCreated, parseSnapshot, type Snapshot } from '../protocol/payment.ts';
import { parseProblem } from '../protocol/problem.ts';
import { IDEMPOTENCY_KEY, paths } from '../protocol/routes.ts';
import type { Backend } from './backend.ts';
import { CheckoutError } from './errors.ts';
import { readEventStream } from './event-stream.ts';
import { safeSnapshot } from './safe-snapshot.ts';

export interface HttpBackendOptions {
  /** The base address of the contract, absolute or relative to the page. */
  readonly endpoint: string;
  /** Whether cookies go along. Default `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
}

interface Call {
  readonly method?: 'POST';
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

// A snapshot has a few kilobytes; a page that answers in its place must not be parsed at any length.
const MAX_BODY_LENGTH = 65_536;

/** The backend that speaks the contract to `endpoint` over HTTP. Answers are parsed, and their addresses checked. */
export function httpBackend(options: HttpBackendOptions): Backend {
  const { credentials = 'same-origin', fetch: send = (input, init) => fetch(input, init) } = options;
  const endpoint = options.endpoint.replace(/\/+$/, '');

  async function call(path: string, { token, headers, ...init }: Call): Promise<Response> {
    let response: Response;
    try {
      response = await send(endpoint + path, {
        ...init,
        credentials,
        cache: 'no-store',
        // A login page that a redirect leads to is no answer, and a token must not follow it there.
        redirect: 'error',
        headers: { Accept: 'application/json', ...(token && { Authorization: `Bearer ${token}` }), ...headers },
      });
    } catch (cause) {
      throw new CheckoutError('unreachable', `No answer from ${endpoint}`, { retryable: true, cause });
    }
    if (!response.ok) throw await toError(response);
    return response;
  }

  async function callForSnapshot<S extends Snapshot>(path: string, read: (body: unknown) => S, init: Call): Promise<S> {
    const response = await call(path, init);
    return readAnswer(await readText(response), read);
  }

  return {
    create: (request, { idempotencyKey, signal }) =>
      callForSnapshot(paths.payments(), parseCreated, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [IDEMPOTENCY_KEY]: idempotencyKey },
        body: JSON.stringify(request),
        signal,
      }),
    retrieve: ({ paymentId, ...access }) => callForSnapshot(paths.payment(paymentId), parseSnapshot, access),
    check: ({ paymentId, ...access }) =>
      callForSnapshot(paths.check(paymentId), parseSnapshot, { ...access, method: 'POST' }),
    cancel: ({ paymentId, ...access }) =>
      callForSnapshot(paths.cancel(paymentId), parseSnapshot, { ...access, method: 'POST' }),

    async subscribe({ paymentId, ...access }, { onSnapshot, onAlive }) {
      const { headers, body } = await call(paths.events(paymentId), {
        ...access,
        headers: { Accept: 'text/event-stream' },
      });
      if (!body || !headers.get('Content-Type')?.startsWith('text/event-stream')) {
        void body?.cancel().catch(() => {});
        throw new CheckoutError('invalid_answer', 'The answer is not an event stream');
      }
      try {
        await readEventStream(body, access.signal, {
          onAlive,
          onEvent: ({ event, data }) => event === 'payment' && onSnapshot(readAnswer(data, parseSnapshot)),
        });
      } catch (cause) {
        if (cause instanceof CheckoutError) throw cause;
        throw new CheckoutError('unreachable', 'The stream broke', { retryable: true, cause });
      }
    },
  };
}

function readAnswer<S extends Snapshot>(text: string, read: (body: unknown) => S): S {
  let snapshot: S;
  try {
    snapshot = read(JSON.parse(text));
  } catch (cause) {
    throw new CheckoutError('invalid_answer', 'The answer is outside the contract', { cause });
  }
  return safeSnapshot(snapshot);
}

async function readText(response: Response): Promise<string> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw new CheckoutError('unreachable', 'The answer broke off', { retryable: true, cause });
  }
  if (text.length > MAX_BODY_LENGTH) throw new CheckoutError('invalid_answer', 'The answer is too long');
  return text;
}

async function toError(response: Response): Promise<CheckoutError> {
  const retryAfterMs = readRetryAfter(response.headers);
  try {
    const { code, title, retryable, payment, action = null } = parseProblem(JSON.parse(await readText(response)));
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
