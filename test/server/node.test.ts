import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it, type TestContext } from 'node:test';
import { nodeHandler, type NodeHandlerOptions } from '../../src/server/node.ts';

type Fetch = (request: Request, context?: { socketAddress?: string }) => Promise<Response>;

/** A server with a checkout that answers with `fetch`. `before` stands for what a framework does first. */
async function setup(t: TestContext, fetch: Fetch, before: (req: IncomingMessage) => unknown = () => {}) {
  const handler = nodeHandler({ fetch, startSweep: () => () => {} });
  const server = createServer((req, res) => void Promise.resolve(before(req)).then(() => handler(req, res)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('hands on method, address, headers and every byte of the body', async (t) => {
  const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0x0d, 0x0a, 0xff, 0xfe, 0x00, 0x7d]);
  let seen: unknown;
  const origin = await setup(t, async (request) => {
    seen = [
      request.method,
      request.url,
      request.headers.get('idempotency-key'),
      new Uint8Array(await request.arrayBuffer()),
    ];
    return new Response(null, { status: 204 });
  });

  await fetch(`${origin}/payments?a=%2F`, { method: 'POST', headers: { 'Idempotency-Key': 'k1' }, body: bytes });

  assert.deepEqual(seen, ['POST', `${origin}/payments?a=%2F`, 'k1', bytes]);
});

it('tells the address of the socket, whatever a header claims', async (t) => {
  const origin = await setup(t, async (_request, context) => Response.json(context));
  const answer = await fetch(origin, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
  assert.deepEqual(await answer.json(), { socketAddress: '127.0.0.1' });
});

it('answers with status, headers and body', async (t) => {
  const headers = { 'content-type': 'application/problem+json', 'retry-after': '3' };
  const origin = await setup(t, async () => new Response('{}', { status: 429, headers }));
  const answer = await fetch(origin);
  assert.equal(answer.status, 429);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.equal(answer.headers.get('retry-after'), '3');
  assert.equal(await answer.text(), '{}');
});

it('streams: what is written arrives before the stream ends', async (t) => {
  let writer: WritableStreamDefaultWriter<Uint8Array>;
  const origin = await setup(t, async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    writer = writable.getWriter();
    void writer.write(new TextEncoder().encode('first'));
    return new Response(readable, { headers: { 'content-type': 'text/event-stream' } });
  });

  const reader = (await fetch(origin)).body!.pipeThrough(new TextDecoderStream()).getReader();

  assert.equal((await reader.read()).value, 'first');
  void writer!.write(new TextEncoder().encode('second'));
  assert.equal((await reader.read()).value, 'second');
  void writer!.close();
  assert.equal((await reader.read()).done, true);
});

it('cancels the stream and aborts the request when the client goes away', { timeout: 5_000 }, async (t) => {
  const ends = new EventTarget();
  const bothEnds = Promise.all([once(ends, 'cancel'), once(ends, 'abort')]);
  const origin = await setup(t, async (request) => {
    request.signal.addEventListener('abort', () => ends.dispatchEvent(new Event('abort')));
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('snapshot')),
      cancel: () => void ends.dispatchEvent(new Event('cancel')),
    });
    return new Response(body);
  });

  const client = new AbortController();
  const answer = await fetch(origin, { signal: client.signal });
  await answer.body!.getReader().read();
  client.abort();

  await bothEnds;
});

it('hands on the first bytes of a body while the client is still sending', { timeout: 5_000 }, async (t) => {
  const origin = await setup(t, async (request) => {
    const { value } = await request.body!.getReader().read();
    return new Response(null, { status: value?.byteLength === 4 ? 413 : 500 });
  });
  // Never ended: an adapter that gathers the body first never answers.
  const client = sendRequest(origin, { method: 'POST' });
  client.write('tea ');
  const [answer] = (await once(client, 'response')) as [IncomingMessage];
  assert.equal(answer.statusCode, 413);
  client.destroy();
});

it('knows the whole address where Express has taken the path of the mount off', async (t) => {
  const origin = await setup(
    t,
    async (request) => new Response(request.url),
    (req) => Object.assign(req, { originalUrl: req.url, url: '/payments?a=1' }),
  );
  const answer = await fetch(`${origin}/shop/alipay/payments?a=1`);
  assert.equal(await answer.text(), `${origin}/shop/alipay/payments?a=1`);
});

it('stays on its own host for an address that looks like another', async (t) => {
  const origin = await setup(t, async (request) => new Response(new URL(request.url).host));
  const answer = await fetch(`${origin}//evil.example/payments`);
  assert.equal(await answer.text(), new URL(origin).host);
});

it('takes the bytes that a host has kept of a body it has read', async (t) => {
  const origin = await setup(
    t,
    async (request) => new Response(await request.text()),
    async (req) => Object.assign(req, { rawBody: Buffer.concat(await req.toArray()) }),
  );
  const answer = await fetch(origin, { method: 'POST', body: '{ "a" : 1 }' });
  assert.equal(await answer.text(), '{ "a" : 1 }');
});

it('throws where a body parser has been there before', async (t) => {
  const handler = nodeHandler({ fetch: async () => new Response(), startSweep: () => () => {} });
  const server = createServer((req, res) => {
    req.resume().once('end', () => {
      try {
        handler(req, res);
      } catch (error) {
        res.end(String(error));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    method: 'POST',
    body: '{}',
  });
  assert.match(await answer.text(), /before any body parser/);
});

for (const [options, sweeps] of [
  [undefined, 1],
  [{ sweep: true }, 1],
  [{ sweep: false }, 0],
] satisfies [NodeHandlerOptions | undefined, number][]) {
  it(`begins the sweep ${sweeps} times with ${JSON.stringify(options)}`, (t) => {
    const startSweep = t.mock.fn(() => () => {});
    nodeHandler({ fetch: async () => new Response(), startSweep }, options);
    assert.equal(startSweep.mock.callCount(), sweeps);
  });
}
