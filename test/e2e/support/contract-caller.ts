import { createPrivateKey, sign } from 'node:crypto';
import type { PaymentReport } from '../../../demo/gateways/alipay-cashier/index.ts';
import type { Created, Snapshot } from '../../../src/protocol/payment.ts';
import type { Demo } from './demo.ts';

/** What a caller without a browser, good or bad, gets from the shop. */
export interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string } & Partial<Created>;
}

/** Orders a tea, to be paid through the shop's first account or the one that is named. Answers the order's id. */
export async function order({ shopOrigin }: Demo, quantity = 1, account = ''): Promise<string> {
  const response = await fetch(`${shopOrigin}/orders`, {
    method: 'POST',
    body: new URLSearchParams({ tea: 'longjing', quantity: String(quantity), gateway: account }),
    redirect: 'manual',
  });
  return response.headers.get('location')!.split('/').at(-1)!;
}

/** Creates a payment as a page does, or nearly so. */
export function create(
  { shopOrigin }: Demo,
  body: Readonly<Record<string, unknown>>,
  key: string = crypto.randomUUID(),
): Promise<Answer> {
  return call(`${shopOrigin}/alipay/payments`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ terminal: 'WEB', returnUrl: `${shopOrigin}/`, ...body }),
  });
}

export function retrieve({ shopOrigin }: Demo, id: string, token?: string): Promise<Answer> {
  return call(`${shopOrigin}/alipay/payments/${id}`, {
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  });
}

/** What the payment's shopper sees of it, without the time of the answer. */
export async function shown(demo: Demo, { payment, token }: Created): Promise<Snapshot> {
  const { body } = await retrieve(demo, payment.id, token);
  return { payment: { ...body.payment!, serverTime: '' }, action: body.action! };
}

/** A notification as the gateway would send it: of a success, unless `change` says otherwise. */
export function aNotification({ paymentRequestId, paymentId, amount }: PaymentReport, change: object = {}): string {
  return JSON.stringify({
    notifyType: 'PAYMENT_RESULT',
    result: { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'success' },
    paymentRequestId,
    paymentId,
    paymentAmount: amount,
    ...change,
  });
}

/**
 * Sends a notification, signed with a key (base64 of its PKCS #8) over what `signed` says was sent, or not signed at all.
 * Written from the manual (Antom docs, Sign a request and verify the signature): it shares no code with either side.
 */
export function notify(demo: Demo, body: string, key?: string, signed: string = body): Promise<Answer> {
  const target = '/alipay/notifications/alipay';
  const clientId = 'SANDBOX_5XTEAHOUSE0000001';
  const time = new Date().toISOString();
  return call(demo.shopOrigin + target, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'client-id': clientId,
      'request-time': time,
      ...(key && { signature: signature(key, `POST ${target}\n${clientId}.${time}.${signed}`) }),
    },
    body,
  });
}

function signature(key: string, text: string): string {
  const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  const value = sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64');
  return `algorithm=RSA256, keyVersion=1, signature=${encodeURIComponent(value)}`;
}

async function call(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
