import { randomBytes } from 'node:crypto';
import type { Answer } from './record.ts';

/** What was asked, whatever the format, in the field names of the JSON format. */
export interface Envelope {
  readonly alias: string;
  /** The merchant's own, if it gave one. */
  readonly requestreference: string | undefined;
  readonly request: Readonly<Record<string, unknown>>;
}

/** One of the two formats that requests come in. */
export interface WireFormat {
  /** What a request must say that it is. */
  readonly contentType: RegExp;
  /** @throws {Refusal} where the envelope is not as it must be. */
  read(body: string): Envelope;
  write(requestreference: string, answer: Answer): Response;
}

/** Padding of varying length, so that no two answers look alike. */
export function secrand(): string {
  const bytes = randomBytes(16);
  return bytes.toString('base64url').slice(0, 2 + ((bytes[0] ?? 0) % 12));
}

/** What the gateway calls a request to which the merchant gave no reference. */
export function ownRequestReference(): string {
  return `W23-${randomBytes(8).toString('hex').slice(0, 8)}`;
}
