import type { Created, Snapshot } from '../../src/protocol/payment.ts';
import type { Backend, PaymentAccess, StreamListeners } from '../../src/session/backend.ts';
import { CheckoutError } from '../../src/session/errors.ts';
import { aSnapshot } from './a-snapshot.ts';

type Method = keyof Backend;
type Scripted = Exclude<Method, 'subscribe' | 'listWallets'>;
type Answer<T> = T | CheckoutError | 'never';

/** A stream that the session has opened, with the server's end of it. */
interface FakeStream extends StreamListeners {
  readonly end: () => void;
  readonly fail: (error: CheckoutError) => void;
}

/** A request that the session has made, as the test looks at it. */
interface Seen {
  readonly method: Method;
  readonly atMs: number;
  readonly token?: string;
  readonly key?: string;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export const unreachable = () => new CheckoutError('unreachable', 'No answer', { retryable: true });
export const unauthorized = () => new CheckoutError('unauthorized', 'Wrong token');

/**
 * A backend that does what the test tells it: each method takes its next scripted answer, and repeats the last one. A
 * stream is open until the test ends it. Notes the requests that overlap.
 */
export function scriptedBackend({ now }: { readonly now: () => number }) {
  const seen: Seen[] = [];
  const open = new Set<Seen>();
  const overlaps: Method[] = [];
  const streams: FakeStream[] = [];
  const script: { [M in Scripted]: Answer<M extends 'create' ? Created : Snapshot>[] } = {
    create: [{ ...aSnapshot(), token: 'token-of-the-create' }],
    retrieve: [aSnapshot()],
    check: [aSnapshot()],
    cancel: [aSnapshot({ version: 9, status: 'voided', reason: 'cancelled_by_shopper' })],
  };
  let streaming: 'live' | 'mute' | CheckoutError = 'live';
  /** What a new stream shows first, and what a test last told the streams. */
  let latest: Snapshot = aSnapshot();

  async function run<T>(request: Omit<Seen, 'atMs'>, act: () => Promise<T>): Promise<T> {
    const mine = { ...request, atMs: now() };
    seen.push(mine);
    if ([...open].some(({ method, signal }) => method === mine.method && !signal.aborted)) overlaps.push(mine.method);
    open.add(mine);
    try {
      return await act();
    } finally {
      open.delete(mine);
    }
  }

  async function answer<M extends keyof typeof script>(method: M, signal: AbortSignal): Promise<Created> {
    const answers = script[method];
    const next = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (next === 'never') return untilAborted(signal);
    // Over the network an answer never comes in the same turn.
    await Promise.resolve();
    if (next instanceof CheckoutError) throw next;
    return next as Created;
  }

  const about =
    (method: 'retrieve' | 'check' | 'cancel') =>
    ({ token, signal }: PaymentAccess) =>
      run({ method, token, signal }, () => answer(method, signal));

  const backend: Backend = {
    create: (body, { idempotencyKey: key, signal }) =>
      run({ method: 'create', key, body: JSON.stringify(body), signal }, () => answer('create', signal)),
    retrieve: about('retrieve'),
    check: about('check'),
    cancel: about('cancel'),
    subscribe: ({ token, signal }, listeners) =>
      run({ method: 'subscribe', token, signal }, async () => {
        await Promise.resolve();
        if (streaming instanceof CheckoutError) throw streaming;
        return new Promise<void>((resolve, reject) => {
          signal.addEventListener('abort', () => reject(unreachable()));
          streams.push({ ...listeners, end: resolve, fail: reject });
          if (streaming === 'live') listeners.onSnapshot(latest);
        });
      }),
  };

  return {
    backend,
    script,
    overlaps,
    seen: (method: Method) => seen.filter((request) => request.method === method),
    /** How many requests are open, streams included. */
    pending: () => open.size,
    /** How streams behave from now on: `mute` ones open and tell nothing. */
    stream(behaviour: typeof streaming): void {
      streaming = behaviour;
    },
    /** The stream that was opened last. */
    lastStream: () => streams.at(-1)!,
    /** The payment changes at the server, and an open stream tells so. */
    push(snapshot: Snapshot): void {
      latest = snapshot;
      script.retrieve = [snapshot];
      streams.at(-1)?.onSnapshot(snapshot);
    },
  };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(unreachable()), { once: true }));
}
