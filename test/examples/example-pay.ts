import { safeUrl } from 'alipay-checkout/protocol';
import {
  callGateway,
  decodeHex,
  type Evidence,
  type Gateway,
  GatewayError,
  hmacSha256,
  isSameBytes,
  NotificationRefused,
  parseJson,
  type RefundEvidence,
} from 'alipay-checkout/server';

/** How Example Pay is reached, and as whom. */
export interface ExamplePayOptions {
  readonly secretKey: string;
  /** What it signs its notifications with. */
  readonly notificationKey: string;
  readonly host?: string;
  readonly fetch?: typeof fetch;
}

const TIMEOUT_MS = 8_000;

/** A charge in Example Pay's own words. What is not there, or is of another type, is `undefined`. */
interface Charge {
  readonly id: string;
  readonly reference: string;
  /** `open`, `paid`, `refused`, `closed`; an open list. */
  readonly state: string;
  readonly cents: number;
  readonly currency: string;
  readonly pay_url?: string;
}

interface Return {
  readonly id: string;
  readonly reference: string;
  /** `under_way`, `done`, `failed`; an open list. */
  readonly state: string;
}

/** Takes payments through Example Pay. Throws `TypeError` where an option is missing or malformed. */
export function examplePay(options: ExamplePayOptions): Gateway {
  const { secretKey, notificationKey, host = 'https://api.example-pay.example', fetch: send = fetch } = options;
  if (!secretKey) throw new TypeError('"secretKey" must be the secret key');
  if (!notificationKey) throw new TypeError('"notificationKey" must be the key of the notifications');

  /** @throws {GatewayError} Whatever is no clear yes or no leaves everything unknown. */
  async function call(method: 'GET' | 'POST', path: string, key?: string, message?: object): Promise<unknown> {
    const headers = {
      authorization: `Bearer ${secretKey}`,
      ...(key && { 'idempotency-key': key }),
      ...(message && { 'content-type': 'application/json' }),
    };
    const body = message && JSON.stringify(message);
    const { status, body: bytes } = await callGateway(send, host + path, { method, headers, body }, TIMEOUT_MS);
    if (status === 401) throw new GatewayError('misconfigured', 'Example Pay does not know this "secretKey"');
    const answer = readJson(bytes, (cause) => new GatewayError('unknown', 'The answer is not JSON', { cause }));
    if (status === 422) throw new GatewayError('rejected', 'Example Pay refuses this', { gatewayCode: codeOf(answer) });
    if (status !== 200) throw new GatewayError('unknown', `Example Pay answered HTTP ${status}`);
    return answer;
  }

  return {
    name: 'example-pay',
    capabilities: {
      currencies: { EUR: { exponent: 2, minimum: 50, maximum: 1_000_000 } },
      terminals: ['WEB', 'WAP'],
      wallets: [],
      cancel: 'unpaid',
      refunds: 'many',
      endCanTurnForMs: 24 * 3_600_000,
      createAgainAfterMs: 0,
      refundAgainAfterMs: 0,
    },

    async createPayment({ id, amount, description, returnUrl, notifyUrl }) {
      const message = {
        reference: id,
        cents: amount.value,
        currency: amount.currency,
        description,
        returnUrl,
        notifyUrl,
      };
      return fromCharge(id, toCharge(await call('POST', '/charges', id, message)));
    },

    async retrievePayment({ id }) {
      const [charge] = toList(await call('GET', `/charges?reference=${id}`));
      return charge ? fromCharge(id, toCharge(charge)) : null;
    },

    async cancelPayment({ id, gatewayReference }) {
      try {
        const charge = toCharge(await call('POST', `/charges/${gatewayReference}/close`, `close-${id}`, {}));
        return charge.state === 'closed' ? 'cancelled' : 'refused';
      } catch (error) {
        // Refused: it is paid, or has ended. The kit asks how it stands.
        if (error instanceof GatewayError && error.kind === 'rejected') return 'refused';
        throw error;
      }
    },

    async refundPayment({ gatewayReference }, { id, amount }) {
      const message = { reference: id, cents: amount.value };
      return fromReturn(id, toReturn(await call('POST', `/charges/${gatewayReference}/returns`, id, message)));
    },

    async retrieveRefund({ gatewayReference }, { id }) {
      const [found] = toList(await call('GET', `/charges/${gatewayReference}/returns?reference=${id}`));
      return found ? fromReturn(id, toReturn(found)) : null;
    },

    async readNotification({ headers, body }) {
      const signature = decodeHex(headers.get('example-signature') ?? '');
      const expected = await hmacSha256(notificationKey, Uint8Array.from(body));
      if (!signature || !isSameBytes(signature, expected)) {
        throw new NotificationRefused(401, 'The signature of the notification is wrong');
      }
      const refuse = (cause: unknown) => new NotificationRefused(400, 'The notification is not JSON', cause);
      const { charge, return: returned } = readJson(body, refuse) as Record<string, unknown>;
      if (charge) return { payment: fromCharge(toCharge(charge).reference, toCharge(charge)) };
      return returned ? { refund: fromReturn(toReturn(returned).reference, toReturn(returned)) } : null;
    },

    acknowledge: () => new Response('ok'),
  };
}

/** Theirs to ours. A state that we do not know ends nothing. */
function fromCharge(paymentId: string, charge: Charge): Evidence {
  const { id: gatewayReference, reference, state, cents, currency, pay_url } = charge;
  if (reference !== paymentId) throw new GatewayError('unknown', 'The answer is about another payment');
  // A close of ours is told by its own answer: found closed, nobody has paid in time.
  const outcome = ({ paid: 'success', refused: 'failed', closed: 'expired' } as const)[state] ?? 'awaiting';
  const url = pay_url ? safeUrl(pay_url) : null;
  return {
    paymentId,
    gatewayReference,
    outcome,
    amount: { currency, value: cents, exponent: 2 },
    ...(outcome === 'failed' && { reason: 'declined' }),
    ...(outcome === 'awaiting' && url && { action: { redirect: { url, method: 'GET' } } }),
  };
}

function fromReturn(refundId: string, { id: gatewayReference, reference, state }: Return): RefundEvidence {
  if (reference !== refundId) throw new GatewayError('unknown', 'The answer is about another refund');
  const outcome = ({ done: 'success', failed: 'failed' } as const)[state] ?? 'processing';
  return { refundId, gatewayReference, outcome };
}

function toCharge(value: unknown): Charge {
  const { id, reference, state, cents, currency, pay_url } = (value ?? {}) as Record<string, unknown>;
  const isCharge = typeof id === 'string' && typeof reference === 'string' && typeof state === 'string';
  if (!isCharge || !Number.isSafeInteger(cents) || typeof currency !== 'string') {
    throw new GatewayError('unknown', 'The answer is no charge');
  }
  return { id, reference, state, cents: Number(cents), currency, ...(typeof pay_url === 'string' && { pay_url }) };
}

function toReturn(value: unknown): Return {
  const { id, reference, state } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof reference !== 'string' || typeof state !== 'string') {
    throw new GatewayError('unknown', 'The answer is no return');
  }
  return { id, reference, state };
}

function toList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new GatewayError('unknown', 'The answer is no list');
  return value;
}

function codeOf(answer: unknown): string | undefined {
  const { code } = (answer ?? {}) as Record<string, unknown>;
  return typeof code === 'string' ? code : undefined;
}

function readJson(bytes: Uint8Array, refuse: (cause: unknown) => Error): unknown {
  try {
    return parseJson(bytes);
  } catch (cause) {
    throw refuse(cause);
  }
}
