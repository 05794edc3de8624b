import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { answeredWith, gzipped, truncatedAnswers, truncatedJson } from '../faults/answers.ts';
import { brokenEvent, doubledRequests, heldBack, lostAnswers, lostSilently, refused, reset } from '../faults/wire.ts';
import { FaultProxy } from './fault-proxy.ts';

const PAYMENT = '/alipay/payments/p1';
const EVENTS = `${PAYMENT}/events`;

describe('the fault proxy', () => {
  let server: Server;
  let proxy: FaultProxy;
  let asked: string[];
  let streams: ServerResponse[];

  beforeEach(async () => {
    asked = [];
    streams = [];
    server = createServer((req, res) => {
      asked.push(`${req.method} ${req.url}`);
      if (req.url !== EVENTS) return void res.setHeader('content-type', 'application/json').end('{"tea":"龙井"}');
      streams.push(res.writeHead(200, { 'content-type': 'text/event-stream' }));
      res.write('event: payment\ndata: first\n\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    proxy = await FaultProxy.open((server.address() as AddressInfo).port);
  });
  afterEach(() => {
    proxy.close();
    server.closeAllConnections();
    server.close();
  });

  const get = (path = PAYMENT, init?: RequestInit) => fetch(`http://127.0.0.1:${proxy.port}${path}`, init);
  const read = async (): Promise<unknown> => (await get()).json();

  /** Opens the stream and reads its first event. */
  async function follow() {
    const reader = (await get(EVENTS)).body!.pipeThrough(new TextDecoderStream()).getReader();
    assert.match((await reader.read()).value!, /first/);
    return reader;
  }

  it('is not there as long as nothing is wrong', async () => {
    assert.deepEqual(await read(), { tea: '龙井' });
    const post = await get('/alipay/payments', { method: 'POST', body: 'x'.repeat(100_000) });
    assert.equal(post.status, 200);
    const stream = await follow();
    streams[0]!.write('event: payment\ndata: second\n\n');
    assert.match((await stream.read()).value!, /second/);
    await stream.cancel();
    assert.deepEqual(
      proxy.arrivals.map(({ method, path, isAnswered }) => [method, path, isAnswered]),
      [
        ['GET', PAYMENT, true],
        ['POST', '/alipay/payments', true],
        ['GET', EVENTS, true],
      ],
    );
  });

  it('refuses connections, and takes them on the same port again', async () => {
    const { port } = proxy;
    await proxy.impose(refused);
    const code = await new Promise((resolve) =>
      connect(port, '127.0.0.1').on('error', (error: NodeJS.ErrnoException) => resolve(error.code)),
    );
    assert.equal(code, 'ECONNREFUSED');
    await proxy.lift();
    assert.equal(proxy.port, port);
    assert.deepEqual(await read(), { tea: '龙井' });
  });

  it('resets what is under way and what is asked for', async () => {
    const stream = await follow();
    await proxy.impose(reset);
    await assert.rejects(stream.read());
    await assert.rejects(get());
    assert.deepEqual(asked, [`GET ${EVENTS}`]);
  });

  it('breaks an event in the middle, and the connection with it', async () => {
    const stream = await follow();
    await proxy.impose(brokenEvent('reset'));
    streams[0]!.write('event: payment\ndata: second\n\n');
    const read = async (): Promise<string> => {
      const { value = '', done } = await stream.read();
      assert.doesNotMatch(value, /second/);
      return done ? value : value + (await read());
    };
    await assert.rejects(read());
  });

  it('holds everything back, and sends it when the fault is lifted', async () => {
    const stream = await follow();
    await proxy.impose(heldBack);
    streams[0]!.write('event: payment\ndata: second\n\n');
    const late = Promise.all([stream.read(), read()]);
    assert.equal(await Promise.race([late, wait(100, 'nothing')]), 'nothing');
    await proxy.lift();
    const [event, answer] = await late;
    assert.match(event.value!, /second/);
    assert.deepEqual(answer, { tea: '龙井' });
    await stream.cancel();
  });

  it('loses a stream without a word, and answers what is asked anew', async () => {
    const stream = await follow();
    await proxy.impose(lostSilently());
    streams[0]!.write('event: payment\ndata: second\n\n');
    assert.equal(await Promise.race([stream.read(), wait(100, 'nothing')]), 'nothing');
    assert.deepEqual(await read(), { tea: '龙井' });
  });

  it('answers in the place of the shop, which hears nothing of it', async () => {
    await proxy.impose(answeredWith(429, { 'retry-after': '2' }));
    const response = await get();
    assert.deepEqual([response.status, response.headers.get('retry-after')], [429, '2']);
    assert.match(await response.text(), /log in/);
    assert.deepEqual(asked, []);
  });

  it('lets the shop act and loses its answer', async () => {
    await proxy.impose(lostAnswers);
    await assert.rejects(get('/alipay/payments', { method: 'POST', body: '{}' }));
    assert.deepEqual(asked, ['POST /alipay/payments']);
  });

  it('asks the shop twice where the browser asks once', async () => {
    await proxy.impose(doubledRequests);
    assert.deepEqual(await read(), { tea: '龙井' });
    assert.deepEqual(asked, [`GET ${PAYMENT}`, `GET ${PAYMENT}`]);
  });

  it('cuts JSON short in an answer that ends, and answers that do not', async () => {
    await proxy.impose(truncatedJson);
    const response = await get();
    assert.equal(await response.text(), '{"tea":"');
    await proxy.impose(truncatedAnswers);
    await assert.rejects(read());
  });

  it('compresses, streams too', async () => {
    await proxy.impose(gzipped(true));
    const response = await get();
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.deepEqual(await response.json(), { tea: '龙井' });
    await (await follow()).cancel();
  });
});
