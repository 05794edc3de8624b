import { type Bytes, concatBytes } from '../../signing.ts';

/** The whole body of an answer. @throws {RangeError} once it is longer than `maxBytes`; the rest is not downloaded. */
export async function readBytes(response: Response, maxBytes: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw new RangeError(`The answer is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return concatBytes(...chunks);
}
