import { GatewayError } from './gateway.ts';
import { type Bytes, concatBytes } from './signing.ts';

/** The longest answer that is read. No gateway's comes near it. */
const MAX_ANSWER_BYTES = 256 * 1024;

/** A gateway's answer, byte for byte: what a signature covers is lost by parsing. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Bytes;
}

/**
 * Calls a gateway and reads its answer, whatever its status.
 *
 * A redirect is not followed: it is no answer of the gateway's, and would carry the payment, and perhaps a key,
 * somewhere else.
 *
 * @throws {GatewayError} `unknown` where no whole answer came in time: the call may have taken effect.
 */
export async function callGateway(
  send: typeof fetch,
  url: string,
  request: RequestInit,
  timeoutMs: number,
): Promise<HttpAnswer> {
  try {
    const response = await send(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, headers: response.headers, body: await readBytes(response) };
  } catch (cause) {
    throw new GatewayError('unknown', 'The gateway gave no answer', { cause });
  }
}

/** The JSON in a body. @throws {SyntaxError} where there is none, {@link TypeError} where it is not even UTF-8. */
export function parseJson(body: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
}

async function readBytes(response: Response): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) throw new RangeError(`The answer is longer than ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return concatBytes(...chunks);
}
