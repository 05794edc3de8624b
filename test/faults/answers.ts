import { constants, createGzip, gzipSync } from 'node:zlib';
import { pipeline } from 'node:stream';
import type { Exchange, WireFault } from '../support/fault-proxy.ts';
import type { Answer } from '../support/fault-proxy-http.ts';
import { isOfContract } from './wire.ts';

type Headers = Answer['headers'];

const PAGE = '<!doctype html><title>Network</title><h1>Please log in to our network</h1>';

/** Somebody on the way answers everything with a page of their own. */
export function answeredWith(status: number, headers: Headers = {}): WireFault {
  return {
    cuts: true,
    answer: async () => ({ status, headers: { 'content-type': 'text/html', ...headers }, body: Buffer.from(PAGE) }),
  };
}

/** The shop acts on what it is asked, and somebody on the way answers with a page of their own. */
export function answeredAfterwards(status: number): WireFault {
  const { answer } = answeredWith(status);
  return {
    cuts: true,
    async answer(exchange, lifted) {
      await exchange.forward();
      return answer!(exchange, lifted);
    },
  };
}

/** The payment's own requests are refused by the shop's server, in the words of the contract. */
export function refusedBy(status: number, code: string, headers: Headers = {}): WireFault {
  const body = Buffer.from(JSON.stringify({ code, title: code, status, retryable: status >= 429 }));
  return {
    cuts: true,
    answer: async (exchange) =>
      isOfContract(exchange)
        ? { status, headers: { 'content-type': 'application/problem+json', ...headers }, body }
        : exchange.forward(),
  };
}

/** JSON that stops in the middle, in an answer that is well otherwise. Streams stop in the middle of their first event. */
export const truncatedJson = spoiled((answer) => ({
  ...answer,
  body: Buffer.isBuffer(answer.body) ? half(answer.body) : eachPiece(answer.body, half),
}));

/** An answer that promises more bytes than come before the connection is closed. */
export const truncatedAnswers: WireFault = {
  cuts: true,
  async deliver({ kind, bytes }, exchange) {
    if (!isOfContract(exchange) || kind === 'head') return void exchange.socket.write(bytes);
    exchange.socket.write(bytes.subarray(0, bytes.length - 40));
    exchange.socket.end();
  },
};

/** Everything of the contract is said to be plain text, as a proxy says of what it does not know. */
export const wrongContentType = spoiled((answer) => ({
  ...answer,
  headers: { ...answer.headers, 'content-type': 'text/plain' },
}));

/** A proxy compresses everything, streams too. `flushed`: piece by piece, else whenever it has enough. */
export function gzipped(flushed: boolean): WireFault {
  const flush = flushed ? constants.Z_SYNC_FLUSH : constants.Z_NO_FLUSH;
  return spoiled(({ body, headers, ...answer }) => ({
    ...answer,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: Buffer.isBuffer(body) ? gzipSync(body) : pipeline(body, createGzip({ flush }), () => {}),
  }));
}

function spoiled(spoil: (answer: Answer) => Answer): WireFault {
  return {
    cuts: true,
    async answer(exchange: Exchange) {
      const answer = await exchange.forward();
      return isOfContract(exchange) ? spoil(answer) : answer;
    },
  };
}

const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);

async function* eachPiece(body: AsyncIterable<Buffer>, change: (bytes: Buffer) => Buffer): AsyncIterable<Buffer> {
  for await (const bytes of body) yield change(bytes);
}
