import { createHmac } from 'node:crypto';
import { checkoutCom, type CheckoutComOptions } from '../../../../src/server/gateways/checkout-com/index.ts';
import type { Gateway, IncomingNotification } from '../../../../src/server/gateway.ts';
import { NOW_MS, paymentBuilder, refundBuilder } from '../../../support/gateway-payments.ts';
import { type Call, wireTo } from '../../../support/gateway-wire.ts';

export const PREVIOUS_KEY = 'sk_test_0b9b5db6-f223-49d0-b68f-f6643dd4f808';
export const CURRENT_KEY = 'sk_sbox_o2nulev2arguvyf6w7sc5fkznaa';
export const CHANNEL_ID = 'pc_zs5fqhybzc2e3jmq3efvybybpq';
export const WEBHOOK_KEY = 'Bearer sk_of-the-webhook';
export const PAY_ID = 'pay_wu2hdjkzookuji3i2xai2ienlm';
export const ACTION_ID = 'act_7fmebms4rtmuja2poigylogjk4';
export const CASHIER = 'https://sandbox.checkout.com/LP.Core/api/payment/108674';

/** An account of the current platform. */
export function someOptions(overrides: Partial<CheckoutComOptions> = {}): CheckoutComOptions {
  return {
    secretKey: CURRENT_KEY,
    webhookKey: WEBHOOK_KEY,
    processingChannelId: CHANNEL_ID,
    now: () => NOW_MS,
    ...overrides,
  };
}

/** An account of the previous platform. */
export function previousOptions(overrides: Partial<CheckoutComOptions> = {}): CheckoutComOptions {
  return { secretKey: PREVIOUS_KEY, now: () => NOW_MS, ...overrides };
}

export const aPayment = paymentBuilder({
  amount: { currency: 'HKD', value: 2000, exponent: 2 },
  notifyUrl: 'https://shop.example/alipay/notifications/checkout',
});

export const aRefund = refundBuilder({ amount: { currency: 'HKD', value: 500, exponent: 2 } });

/** The answer to a request whose shopper is to be sent on. */
export const pending = {
  id: PAY_ID,
  status: 'Pending',
  reference: aPayment().id,
  customer: { id: 'cus_j4o4tigv4vaebednks3gafrwk4' },
  _links: { self: { href: `https://api.sandbox.checkout.com/payments/${PAY_ID}` }, redirect: { href: CASHIER } },
};

/** The answer to an inquiry. */
export const details = (overrides: object = {}) => ({
  id: PAY_ID,
  requested_on: '2026-11-21T12:30:01Z',
  source: { type: 'alipay_cn' },
  amount: 2000,
  currency: 'HKD',
  payment_type: 'Regular',
  reference: aPayment().id,
  status: 'Pending',
  risk: { flagged: false },
  customer: { id: 'cus_j4o4tigv4vaebednks3gafrwk4' },
  _links: { self: { href: `https://api.sandbox.checkout.com/payments/${PAY_ID}` } },
  ...overrides,
});

/** A `fetch` that writes down its calls and answers each with what `answer` makes of it: `POST /payments`. */
export const recordingFetch = (answer: (target: string) => Response | object) =>
  wireTo(({ method, url }) => {
    const { pathname, search } = new URL(url);
    const answered = answer(`${method} ${pathname}${search}`);
    return answered instanceof Response ? answered : Response.json(answered);
  });

/** An adapter whose gateway answers each call with what `answer` makes of it. */
export function answeringGateway(
  answer: (target: string) => Response | object,
  options: CheckoutComOptions = someOptions(),
): { gateway: Gateway; calls: Call[] } {
  const { fetch, calls } = recordingFetch(answer);
  return { gateway: checkoutCom({ ...options, fetch }), calls };
}

/** A notification, signed by other means than ours. */
export function signed(
  body: string | object,
  { key = WEBHOOK_KEY, headers = {} }: { key?: string; headers?: Record<string, string> } = {},
): IncomingNotification {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const signature = createHmac('sha256', key).update(bytes).digest('hex');
  return {
    method: 'POST',
    target: '/alipay/notifications/checkout',
    headers: new Headers({ 'content-type': 'application/json', 'cko-signature': signature, ...headers }),
    body: new Uint8Array(bytes),
  };
}

/** An event as the current platform sends it. */
export const event = (type: string, data: object = {}) => ({
  id: 'evt_6aznipgxbuaure3qen5qbzyswy',
  type,
  version: '1.0.1',
  source: 'gateway',
  timestamp: '2026-11-21T12:31:00.000+00:00',
  data: {
    id: PAY_ID,
    action_id: 'act_gse7gcrhleuedmzhq25n3mhweq',
    response_code: '10000',
    response_summary: 'Approved',
    amount: 2000,
    currency: 'HKD',
    processed_on: '2026-11-21T12:31:00Z',
    reference: aPayment().id,
    metadata: { order_id: 'A-1001' },
    ...data,
  },
});
