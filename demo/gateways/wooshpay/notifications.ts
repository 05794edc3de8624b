import { createHmac } from 'node:crypto';
import type { Letter } from '../support/courier.ts';
import type { Account } from './account.ts';
import type { Endpoint } from './endpoints.ts';
import type { EventType } from './payment.ts';

/** WooshPay docs, Webhook: 18 deliveries within 72 hours. Only that the gaps grow is known of them; in minutes. */
const GAPS = [1, 2, 4, 8, 15, 30, 60, 90, 120, 180, 240, 300, 360, 480, 600, 780, 1050];

export const RETRY_AFTER_MS = GAPS.map((minutes) => minutes * 60_000);

/** An event on its way to one endpoint. Retries repeat the time and the signature of the first delivery. */
export interface EventLetter extends Letter {
  readonly signature: string;
}

export interface EventParts {
  readonly id: string;
  readonly type: EventType;
  readonly atMs: number;
  readonly livemode: boolean;
  readonly object: object;
}

function eventBody({ id, type, atMs, livemode, object }: EventParts): string {
  return JSON.stringify({ id, object: 'event', created: atMs, livemode, type, data: { object } });
}

export function writeLetter(
  about: string,
  { url, secret }: Endpoint,
  parts: EventParts,
  { signatureTime }: Account,
): EventLetter {
  const body = eventBody(parts);
  const time = String(signatureTime === 'ms' ? parts.atMs : Math.floor(parts.atMs / 1000));
  const { status } = parts.object as { status: string };
  return { about, url, type: parts.type, status, body, signature: signatureHeader(secret, time, body) };
}

/** WooshPay docs, Check the webhook signatures: the secret is the key just as it is shown. */
export function signatureHeader(secret: string, time: string, body: string): string {
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}
