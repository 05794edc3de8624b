import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { IncomingNotification } from '../../src/server/gateway.ts';

type Fetch = typeof fetch;

/** A call as it went over the wire. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A way to a gateway, and the calls that went over it. As on the real one, the caller can give up. */
export function wireTo(gateway: (request: Request) => Response | Promise<Response>): { fetch: Fetch; calls: Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { method, url, headers, signal } = request;
      calls.push({ method, url, headers: Object.fromEntries(headers), body: await request.clone().text() });
      const givenUp = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as DOMException));
      });
      return Promise.race([gateway(request), givenUp]);
    },
  };
}

/** A merchant's address for notifications: how a gateway posts to it, and what has arrived. */
export function openInbox(acknowledge: () => Response): { post: Fetch; inbox: IncomingNotification[] } {
  const inbox: IncomingNotification[] = [];
  return {
    inbox,
    post: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const body = new Uint8Array(await request.arrayBuffer());
      inbox.push({ method: request.method, target: pathname + search, headers: request.headers, body });
      return acknowledge();
    },
  };
}

/** A gateway that never answers, whose callers' time is up at once; and how long they would have waited for it. */
export function silence(t: TestContext): { fetch: Fetch; limitsMs: () => readonly unknown[] } {
  const limit = new AbortController();
  const started = t.mock.method(AbortSignal, 'timeout', () => limit.signal);
  return {
    fetch: (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('Too late', 'TimeoutError')));
        limit.abort();
      }),
    limitsMs: () => started.mock.calls.map(({ arguments: [ms] }: { arguments: unknown[] }) => ms),
  };
}

/** The address that is called, where no call gets through. */
export async function calledAddress(call: (fetch: Fetch) => Promise<unknown>): Promise<string> {
  let address = '';
  const broken: Fetch = (input, init) => {
    address = new Request(input, init).url;
    return Promise.reject(new TypeError('No network'));
  };
  await assert.rejects(call(broken));
  return address;
}
