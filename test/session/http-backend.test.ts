import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Snapshot } from '../../src/protocol/payment.ts';
import type { CheckoutError } from '../../src/session/errors.ts';
import { httpBackend } from '../../src/session/http-backend.ts';
import { aPayment, aSnapshot } from '../support/a-snapshot.ts';

const { signal } = new AbortController();
const access = { paymentId: aPayment().id, token: 'token-of-the-create', signal };
const create = { orderId: 'A-1001', terminal: 'WEB', returnUrl: 'https://shop.example/pay' } as const;

/** A backend whose endpoint answers what the test says, and the requests that reached it. */
function setup(answer: () => Response | Promise<Response>, endpoint = 'https://shop.example/alipay/') {
  const requests: { url: string; init: RequestInit; headers: Headers }[] = [];
  const backend = httpBackend({
    endpoint,
    fetch: async (input, init = {}) => {
      requests.push({ url: input as string, init, headers: new Headers(init.headers) });
      return answer();
    },
  });
  return { backend, requests };
}

const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init);
const refused = (expected: Partial<CheckoutError>) => (error: CheckoutError) => {
  for (const [key, value] of Object.entries(expected)) assert.deepEqual(error[key as keyof CheckoutError], value, key);
  return true;
};

describe('a request', () => {
  it('creates with the key in its header and the body as it is', async () => {
    const { backend, requests } = setup(json({ ...aSnapshot(), token: 'token-of-the-create' }, { status: 201 }));
    const { token } = await backend.create(create, { idempotencyKey: 'k'.repeat(32), signal });
    const [{ url, init, headers }] = requests as [(typeof requests)[0]];
    assert.equal(token, 'token-of-the-create');
    assert.equal(url, 'https://shop.example/alipay/payments');
    assert.deepEqual([init.method, init.body], ['POST', JSON.stringify(create)]);
    assert.equal(headers.get('Idempotency-Key'), 'k'.repeat(32));
    assert.equal(headers.get('Content-Type'), 'application/json');
  });

  it('goes to an address relative to the page where the endpoint is one', async () => {
    const { backend, requests } = setup(json(aSnapshot()), '/alipay');
    await backend.retrieve(access);
    assert.equal(requests[0]!.url, `/alipay/payments/${access.paymentId}`);
  });

  it('carries the token in a header only, follows no redirect, and is not cached', async () => {
    const { backend, requests } = setup(json(aSnapshot()));
    await backend.retrieve(access);
    await backend.check(access);
    await backend.cancel(access);
    for (const { url, init, headers } of requests) {
      assert.equal(headers.get('Authorization'), 'Bearer token-of-the-create');
      assert.doesNotMatch(url, /token/);
      assert.deepEqual([init.redirect, init.cache, init.credentials], ['error', 'no-store', 'same-origin']);
    }
    assert.deepEqual(
      requests.map(({ url, init }) => `${init.method ?? 'GET'} ${url.split(access.paymentId)[1]}`),
      ['GET ', 'POST /check', 'POST /cancel'],
    );
  });
});

describe('the wallets of an order', () => {
  const query = { orderId: 'A-1001', terminal: 'WEB' } as const;
  const wallets = [{ id: 'ALIPAY_HK', name: 'AlipayHK', region: 'HK', available: true }];

  it('are asked for by its id and the terminal, and read as the contract has them', async () => {
    const { backend, requests } = setup(json({ wallets: [{ ...wallets[0], color: 'red' }] }));
    assert.deepEqual(await backend.listWallets!(query, { signal }), wallets);
    const [{ url, init, headers }] = requests as [(typeof requests)[0]];
    assert.deepEqual(
      [url, init.method, init.body],
      ['https://shop.example/alipay/wallets', 'POST', JSON.stringify(query)],
    );
    assert.equal(headers.get('Content-Type'), 'application/json');
  });

  it('are refused in another shape, and where the endpoint has no such route', async () => {
    for (const answer of [json({ wallets: 'all' }), () => new Response('Not found', { status: 404 })]) {
      await assert.rejects(setup(answer).backend.listWallets!(query, { signal }), refused({ code: 'invalid_answer' }));
    }
  });
});

describe('an answer', () => {
  it('that is a problem becomes an error with its code, its payment and its wait', async () => {
    const { backend } = setup(
      json(
        { code: 'order_already_paid', retryable: false, title: 'Paid', payment: aPayment({ version: 3 }) },
        { status: 409, headers: { 'Retry-After': '7' } },
      ),
    );
    await assert.rejects(
      backend.retrieve(access),
      refused({
        code: 'order_already_paid',
        message: 'Paid',
        retryable: false,
        retryAfterMs: 7_000,
        snapshot: { payment: aPayment({ version: 3 }), action: null },
      }),
    );
  });

  const waits: readonly [header: string, ms: number | undefined][] = [
    ['0', 0],
    ['120', 120_000],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['soon', undefined],
    ['-5', undefined],
  ];
  for (const [header, retryAfterMs] of waits) {
    it(`asks to wait "${header}"`, async () => {
      const headers = { 'Retry-After': header, Date: 'Thu, 01 Jan 2026 00:00:00 GMT' };
      const { backend } = setup(json({ code: 'rate_limited', retryable: true }, { status: 429, headers }));
      await assert.rejects(backend.retrieve(access), refused({ code: 'rate_limited', retryAfterMs }));
    });
  }

  const strange: readonly [what: string, answer: () => Response, retryable: boolean][] = [
    ['a login page in its place', () => new Response('<!doctype html>'), false],
    ['a page of a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), true],
    ['an answer that is cut off', () => new Response('{"payment":{"id":'), false],
    ['another shape', json({ id: 1 }), false],
    ['a reason of another status', json(aSnapshot({ status: 'pending', reason: 'captured' })), false],
    ['an endless answer', () => new Response(' '.repeat(100_000) + JSON.stringify(aSnapshot())), false],
    ['a refusal in words of its own', json({ error: 'no' }, { status: 403 }), false],
  ];
  for (const [what, answer, retryable] of strange) {
    it(`that is ${what} is not believed`, async () => {
      await assert.rejects(setup(answer).backend.retrieve(access), refused({ code: 'invalid_answer', retryable }));
    });
  }

  it('that does not come, or breaks off, is worth another try', async () => {
    const broken = () =>
      new Response(new ReadableStream({ start: (controller) => controller.error(new Error('reset')) }));
    for (const answer of [() => Promise.reject(new TypeError('Failed to fetch')), broken]) {
      await assert.rejects(setup(answer).backend.retrieve(access), refused({ code: 'unreachable', retryable: true }));
    }
  });
});

describe('the addresses of an action', () => {
  const retrieve = (snapshot: Snapshot) => setup(json(snapshot)).backend.retrieve(access);

  it('are dropped where the page must not be sent there, and the rest stays', async () => {
    const { action } = await retrieve(
      aSnapshot(
        {},
        {
          qrCode: { data: 'https://qr.alipay.com/1' },
          redirect: { url: 'javascript:alert(1)', method: 'GET' },
          app: { schemeUrl: 'alipays://platformapi/startapp', linkUrl: 'data:text/html,x' },
        },
      ),
    );
    assert.deepEqual(action, {
      qrCode: { data: 'https://qr.alipay.com/1' },
      app: { schemeUrl: 'alipays://platformapi/startapp' },
    });
  });

  it('end in an error where no safe one is left to pay with', async () => {
    const hostile = { redirect: { url: 'javascript:alert(1)', method: 'GET' } } as const;
    await assert.rejects(retrieve(aSnapshot({}, hostile)), refused({ code: 'unsafe_address' }));
    const paid = await retrieve(aSnapshot({ status: 'success', reason: 'captured' }, hostile));
    assert.equal(paid.action, null);
  });
});

describe('a stream', () => {
  const stream = (text: string, type = 'text/event-stream; charset=utf-8') =>
    setup(() => new Response(text, { headers: { 'Content-Type': type } })).backend;

  /** The versions that a stream tells, and how it ends. */
  async function follow(backend: ReturnType<typeof stream>) {
    const versions: number[] = [];
    let alive = 0;
    const retries: number[] = [];
    const listeners = {
      onSnapshot: ({ payment }: Snapshot) => versions.push(payment.version),
      onAlive: () => alive++,
      onRetry: (ms: number) => retries.push(ms),
    };
    const ended = await backend.subscribe({ ...access }, listeners).then(
      () => 'ended',
      ({ code }: CheckoutError) => code,
    );
    return { versions, ended, alive, retries };
  }
  const event = (name: string, snapshot: unknown) => `event: ${name}\nid: 1\ndata: ${JSON.stringify(snapshot)}\n\n`;

  it('tells the snapshots of its payment events until it ends', async () => {
    const text =
      event('payment', aSnapshot()) + ': beat\n\n' + event('other', 1) + event('payment', aSnapshot({ version: 2 }));
    const { versions, ended, alive } = await follow(stream(text));
    assert.deepEqual([versions, ended], [[1, 2], 'ended']);
    assert.ok(alive > 0);
  });

  it('tells how long the server wants to be left alone before the next one', async () => {
    const { retries } = await follow(stream(`retry: 8000\n\nretry: soon\n\n${event('payment', aSnapshot())}`));
    assert.deepEqual(retries, [8_000]);
  });

  it('breaks where it tells something outside the contract, or an unsafe address', async () => {
    const hostile = aSnapshot({}, { redirect: { url: 'javascript:alert(1)', method: 'GET' } });
    assert.equal((await follow(stream(event('payment', { id: 1 })))).ended, 'invalid_answer');
    assert.equal((await follow(stream(event('payment', hostile)))).ended, 'unsafe_address');
  });

  it('is refused where it is something else', async () => {
    assert.equal((await follow(stream('<!doctype html>', 'text/html'))).ended, 'invalid_answer');
  });

  it('says with which code it was refused', async () => {
    const { backend } = setup(json({ code: 'unauthorized', retryable: false }, { status: 401 }));
    assert.equal((await follow(backend)).ended, 'unauthorized');
  });
});
