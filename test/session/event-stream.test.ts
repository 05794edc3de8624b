import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CheckoutError } from '../../src/session/errors.ts';
import { createEventStreamParser, readEventStream, type StreamEvent } from '../../src/session/event-stream.ts';

/** What a parser answers for pieces of text. */
function parse(...pieces: readonly string[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const push = createEventStreamParser((event) => events.push(event));
  pieces.forEach(push);
  return events;
}

/** What a reader answers for pieces of bytes. */
async function read(...pieces: readonly Uint8Array[]): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      pieces.forEach((piece) => controller.enqueue(piece));
      controller.close();
    },
  });
  const { signal } = new AbortController();
  await readEventStream(body, signal, { onEvent: (event) => events.push(event), onAlive: () => {} });
  return events;
}

const message = (data: string): StreamEvent => ({ event: 'message', data });

describe('an event stream', () => {
  const table: readonly [behaviour: string, text: string, events: StreamEvent[]][] = [
    ['names an event', 'event: payment\ndata: 1\n\n', [{ event: 'payment', data: '1' }]],
    [
      'forgets the name with its event',
      'event: payment\ndata: 1\n\ndata: 2\n\n',
      [{ event: 'payment', data: '1' }, message('2')],
    ],
    ['joins lines of data', 'data: a\ndata: b\n\n', [message('a\nb')]],
    ['takes one space away, not two', 'data:  a\ndata:b\n\n', [message(' a\nb')]],
    ['keeps the colons of a value', 'data: {"a":"b: c"}\n\n', [message('{"a":"b: c"}')]],
    ['takes a field without a colon as empty', 'data\n\n', [message('')]],
    ['tells nothing without data', 'event: payment\nid: 3\n\n', []],
    ['skips comments', ': beat\n\n:\ndata: 1\n: beat\n\n', [message('1')]],
    ['skips fields that it does not know', 'retry: 5\nid: 7\nother: x\ndata: 1\n\n', [message('1')]],
    ['ends lines with CR', 'data: 1\r\rdata: 2\r\r', [message('1'), message('2')]],
    ['ends lines with CRLF', 'data: 1\r\n\r\ndata: 2\r\n\r\n', [message('1'), message('2')]],
    ['ends lines with any of the three', 'data: a\rdata: b\ndata: c\r\n\n', [message('a\nb\nc')]],
    ['drops an event that the end cuts off', 'data: 1\n\ndata: 2\n', [message('1')]],
    ['drops a line that the end cuts off', 'data: 1\n\ndata: 2', [message('1')]],
    ['keeps what is not a line end in other places', 'data: a\u2028b\u0085c\n\n', [message('a\u2028b\u0085c')]],
    ['knows no prototype', '__proto__: x\nconstructor: y\ndata: 1\n\n', [message('1')]],
  ];
  for (const [behaviour, text, events] of table) {
    it(behaviour, () => assert.deepEqual(parse(text), events));
  }

  it('means the same wherever the network splits it', async () => {
    const bytes = new TextEncoder().encode(
      '\ufeffevent: payment\r\ndata: {"a":"支付宝 😀"}\r\n\r\n: beat\r\rdata: ü\rdata: é\n\n',
    );
    const whole = await read(bytes);
    assert.deepEqual(whole, [{ event: 'payment', data: '{"a":"支付宝 😀"}' }, message('ü\né')]);
    for (let at = 0; at <= bytes.length; at++) {
      assert.deepEqual(await read(bytes.slice(0, at), bytes.slice(at)), whole, `split at byte ${at}`);
    }
    assert.deepEqual(await read(...Array.from(bytes, (byte) => Uint8Array.of(byte))), whole, 'split at every byte');
  });

  it('tells an event as soon as its empty line has come, even where that ends in CR', () => {
    assert.deepEqual(parse('data: 1\r\r'), [message('1')]);
    assert.deepEqual(parse('data: 1\r\n\r', '\ndata: 2\r\n', '\r', '\n'), [message('1'), message('2')]);
  });

  for (const [what, piece] of [
    ['line', 'x'.repeat(4_096)],
    ['event', `data: ${'x'.repeat(4_096)}\n`],
  ] as const) {
    it(`refuses a ${what} without end`, () => {
      const push = createEventStreamParser(() => {});
      assert.throws(() => {
        for (let times = 0; times < 20; times++) push(piece);
      }, CheckoutError);
    });
  }

  it('stops reading when it is aborted', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) });
    const controller = new AbortController();
    const reading = readEventStream(body, controller.signal, { onEvent: () => {}, onAlive: () => {} });
    controller.abort();
    await reading;
    assert.ok(cancelled);
  });
});
