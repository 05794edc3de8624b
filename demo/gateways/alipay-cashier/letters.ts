import type { Letter } from '../support/courier.ts';
import { type GatewayKeys, gatewayTime, signatureHeader } from './wire.ts';

/** Antom docs, notifyPayment: eight attempts within 24 hours. */
export const RETRY_AFTER_MS = [120_000, 600_000, 600_000, 3_600_000, 7_200_000, 21_600_000, 54_000_000];

/** What a merchant answers to a notification. Compared as text: nothing else acknowledges. */
const ACKNOWLEDGEMENT = '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"}}';

export interface AlipayLetter extends Letter {
  readonly clientId: string;
}

export function signedHeaders(
  { url, clientId, body }: AlipayLetter,
  nowMs: number,
  keys: GatewayKeys,
): Record<string, string> {
  const { pathname, search } = new URL(url);
  const time = gatewayTime(nowMs, 8);
  return {
    'Content-Type': 'application/json',
    'client-id': clientId,
    'request-time': time,
    signature: signatureHeader({ target: pathname + search, clientId, time, body }, keys),
  };
}

export async function isAcknowledged(response: Response): Promise<boolean> {
  const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
  return (await response.text()) === ACKNOWLEDGEMENT && response.status === 200 && isJson;
}
