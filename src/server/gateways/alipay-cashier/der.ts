import { type Bytes, concatBytes } from '../../signing.ts';

/** The few tags of DER (ITU-T X.690) that RSA keys are made of. */
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const SEQUENCE = 0x30;

export interface DerValue {
  readonly tag: number;
  readonly content: Bytes;
}

/** The values that follow each other in `bytes`. @throws {RangeError} where they do not end where the bytes end. */
export function readDer(bytes: Bytes): DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < bytes.length;) {
    const { length, start } = readLength(bytes, at + 1);
    const end = start + length;
    if (end > bytes.length) throw new RangeError('A value is cut short');
    values.push({ tag: bytes[at] ?? 0, content: bytes.slice(start, end) });
    at = end;
  }
  return values;
}

/** One value around the given contents. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const content = concatBytes(...contents);
  return concatBytes(Uint8Array.of(tag, ...lengthOf(content.length)), content);
}

function readLength(bytes: Bytes, at: number): { length: number; start: number } {
  const first = bytes[at];
  if (first === undefined) throw new RangeError('A length is missing');
  if (first < 0x80) return { length: first, start: at + 1 };
  const start = at + 1 + (first & 0x7f);
  // No key is longer than three bytes can count; 0x80, an unknown length, is not DER.
  if (first === 0x80 || first > 0x83 || start > bytes.length) throw new RangeError('A length is malformed');
  return { length: bytes.slice(at + 1, start).reduce((length, byte) => length * 256 + byte, 0), start };
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const digits = [length >> 16, (length >> 8) & 0xff, length & 0xff];
  const significant = digits.slice(digits.findIndex((digit) => digit > 0));
  return [0x80 + significant.length, ...significant];
}
