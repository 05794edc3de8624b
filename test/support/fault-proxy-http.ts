import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request as it came from the browser. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** What the browser is to get. A body that is no buffer is a stream, sent in chunks. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | AsyncIterable<Buffer>;
}

/** Bytes on their way to the browser: an answer as a whole, or the head and the chunks of a stream. */
export interface Piece {
  readonly kind: 'whole' | 'head' | 'chunk' | 'end';
  readonly bytes: Buffer;
  readonly arrivedAtMs: number;
}

/** Tells apart the connection, which is between two neighbours, from what is said over it. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']);

/** Takes the bytes of a connection piece by piece, and calls `onRequest` for each request that is complete. */
export function createRequestReader(onRequest: (asked: Asked) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const headEnd = rest.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const [first = '', ...lines] = rest.toString('latin1', 0, headEnd).split('\r\n');
      const [method = '', path = ''] = first.split(' ');
      const headers = lines.map((line) => {
        const [, name = '', value = ''] = /^([^:]*):\s*(.*)$/.exec(line) ?? [];
        return [name, value] as const;
      });
      const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
      const end = headEnd + 4 + length;
      if (rest.length < end) return;
      const body = rest.subarray(headEnd + 4, end);
      rest = rest.subarray(end);
      onRequest({ method, path, headers, body });
    }
  };
}

/** Asks a server as the browser did, over a connection of its own, and reads its answer: of a stream only the head. */
export async function forward(port: number, asked: Asked, signal: AbortSignal): Promise<Answer> {
  const upstream = request({
    port,
    host: '127.0.0.1',
    method: asked.method,
    path: asked.path,
    headers: Object.fromEntries(asked.headers.filter(([name]) => name.toLowerCase() !== 'connection')),
    agent: false,
    signal,
  });
  upstream.end(asked.body);
  const [message] = (await once(upstream, 'response')) as [IncomingMessage];
  // Whoever reads it is told by the reading; a stream that nobody reads breaks off unheard.
  message.on('error', () => {});
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (!HOP_BY_HOP.has(name) && value !== undefined) headers[name] = String(value);
  }
  const isStream = message.headers['content-type']?.startsWith('text/event-stream');
  const body = isStream ? (message as AsyncIterable<Buffer>) : await buffer(message);
  return { status: message.statusCode ?? 502, headers, body };
}

/** The bytes of an answer. */
export async function* piecesOf({ status, headers, body }: Answer): AsyncIterable<Piece> {
  const piece = (kind: Piece['kind'], bytes: Buffer): Piece => ({ kind, bytes, arrivedAtMs: performance.now() });
  const length = Buffer.isBuffer(body) ? { 'content-length': String(body.length) } : { 'transfer-encoding': 'chunked' };
  const lines = Object.entries({ ...length, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`HTTP/1.1 ${status} ${status < 400 ? 'OK' : 'Trouble'}\r\n${lines.join('')}\r\n`);
  if (Buffer.isBuffer(body)) {
    yield piece('whole', Buffer.concat([head, body]));
    return;
  }
  yield piece('head', head);
  for await (const chunk of body) {
    const size = Buffer.from(`${chunk.length.toString(16)}\r\n`);
    yield piece('chunk', Buffer.concat([size, chunk, Buffer.from('\r\n')]));
  }
  yield piece('end', Buffer.from('0\r\n\r\n'));
}
