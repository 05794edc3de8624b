import { createHmac } from 'node:crypto';
import {
  createWooshPayClient,
  wooshPay,
  type WooshPayClient,
  type WooshPayOptions,
} from '../../../../src/server/gateways/wooshpay/index.ts';
import type { Gateway, IncomingNotification } from '../../../../src/server/gateway.ts';
import { NOW_MS, paymentBuilder, refundBuilder } from '../../../support/gateway-payments.ts';

export const SECRET_KEY = 'sk_test_4f7d0aExample';
export const WEBHOOK_SECRET = 'whsec_c2tfZXhhbXBsZQ==';
export const INTENT_ID = 'pi_1666729870215872512';
export const SESSION_ID = 'cs_1666729870215872777';
export const REFUND_ID = 're_1666729870215872999';

/** What WooshPay answers for a desktop. Source: its documentation, "Alipay". */
export const WEB_URL =
  'https://open-sea.alipayplus.com/api/open/v1/ac/cashier/self/codevalue/checkout.htm?codeValue=28166604009zSv0130nTr0bKf';
/** What WooshPay answers for a phone. */
export const APP_URL =
  'https://render.alipay.com/p/s/i/?scheme=alipays%3A%2F%2Fplatformapi%2FstartApp%3FappId%3D10000007';
/** Where its hosted pages are. */
export const PAGE_URL = `https://checkouttest.wooshpay.com/pay/${SESSION_ID}?key=pk_test_1`;

export function someOptions(overrides: Partial<WooshPayOptions> = {}): WooshPayOptions {
  return { secretKey: SECRET_KEY, webhookSecret: WEBHOOK_SECRET, now: () => NOW_MS, ...overrides };
}

export const aPayment = paymentBuilder({
  amount: { currency: 'CNY', value: 1314, exponent: 2 },
  notifyUrl: 'https://shop.example/alipay/notifications/wooshpay',
  clientAddress: '203.0.113.9',
});

export const aRefund = refundBuilder({ amount: { currency: 'CNY', value: 314, exponent: 2 } });

/** A PaymentIntent as the gateway sends it. */
export function anIntent(overrides: object = {}) {
  return {
    id: INTENT_ID,
    object: 'payment_intent',
    created: NOW_MS,
    currency: 'CNY',
    amount: 1314,
    status: 'requires_action',
    livemode: false,
    client_secret: `${INTENT_ID}_secret_jmGL6NBNInPx5zdjIJ2utli4`,
    next_action: { type: 'redirect_to_url', alipay_handle_redirect: { url: WEB_URL } },
    payment_method_types: ['alipay'],
    merchant_order_id: aPayment().id,
    metadata: { order_id: 'A-1001' },
    ...overrides,
  };
}

/** A Checkout Session as the gateway sends it. */
export function aSession(overrides: object = {}) {
  return {
    id: SESSION_ID,
    object: 'checkout.session',
    status: 'open',
    payment_status: 'unpaid',
    url: PAGE_URL,
    payment_intent: INTENT_ID,
    client_reference_id: aPayment().id,
    amount_subtotal: 1314,
    amount_total: 1314,
    currency: 'CNY',
    created: NOW_MS,
    expires_at: NOW_MS + 86_400_000,
    customer: '',
    payment_link: '',
    metadata: { order_id: 'A-1001', payment_id: aPayment().id },
    ...overrides,
  };
}

/** The intent behind a session: it does not echo the session's reference. */
export function anIntentBehind(overrides: object = {}) {
  return anIntent({ merchant_order_id: null, metadata: '', next_action: '', ...overrides });
}

/** A refund as the gateway sends it. */
export function aWireRefund(overrides: object = {}) {
  return {
    id: REFUND_ID,
    object: 'refund',
    amount: 314,
    created: NOW_MS,
    currency: 'CNY',
    payment_intent: INTENT_ID,
    reason: null,
    status: 'succeeded',
    failure_reason: null,
    metadata: { refund_id: aRefund().id },
    ...overrides,
  };
}

/** A request as it reached the gateway. */
export interface Sent {
  readonly call: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What the gateway answers a call with: JSON, a whole answer, or nothing at all. */
type Answer = object | (() => Response) | 'no answer';

/**
 * The adapter before a gateway that answers each call, such as `GET /v1/refunds/re_1`, as told. Several answers to one
 * call are a list, the last of which is repeated.
 */
export function setup(
  answers: Readonly<Record<string, Answer | readonly Answer[]>> = {},
  overrides: Partial<WooshPayOptions> = {},
): { gateway: Gateway; client: WooshPayClient; sent: Sent[]; calls: () => string[] } {
  const sent: Sent[] = [];
  const answered = new Map<string, number>();
  const options = someOptions({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const call = `${request.method} ${pathname}${search}`;
      const text = await request.text();
      sent.push({ call, headers: request.headers, body: text ? JSON.parse(text) : undefined });
      const count = answered.get(call) ?? 0;
      answered.set(call, count + 1);
      const given = answers[call];
      const answer: Answer | undefined = Array.isArray(given) ? (given[count] ?? given.at(-1)) : given;
      if (answer === undefined || answer === 'no answer') throw new TypeError(`No answer to ${call}`);
      return typeof answer === 'function' ? (answer as () => Response)() : Response.json(answer);
    },
    ...overrides,
  });
  return {
    gateway: wooshPay(options),
    client: createWooshPayClient(options),
    sent,
    calls: () => sent.map(({ call }) => call),
  };
}

/** An error as the gateway answers it. */
export function anError(status: number, error: object = {}): () => Response {
  return () => Response.json({ error }, { status });
}

/** A notification of the gateway's, signed by other means than ours. */
export function aNotification(
  event: object | string,
  { secret = WEBHOOK_SECRET, time = String(NOW_MS) } = {},
): IncomingNotification {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return {
    method: 'POST',
    target: '/alipay/notifications/wooshpay',
    headers: new Headers({ 'wooshpay-signature': `t=${time},v1=${signature}` }),
    body: new TextEncoder().encode(body),
  };
}

/** An event as the gateway sends it. */
export function anEvent(type: string, object: object, overrides: object = {}) {
  const id = 'evt_1666729900000000001';
  return { id, object: 'event', created: NOW_MS, livemode: false, type, data: { object }, ...overrides };
}
