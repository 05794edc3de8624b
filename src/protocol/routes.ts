/** The header that carries the attempt key of a create: made before the request, kept across reload and retry. */
export const IDEMPOTENCY_KEY = 'Idempotency-Key';

/** What an attempt key may be made of: opaque to the server, unguessable because it opens a replay. */
export const IDEMPOTENCY_KEY_PATTERN = /^[A-Za-z0-9_-]{16,128}$/;

/** The parameter of a return address, `alipay_return={payment id}.{ticket}`, in its query or in its hash. */
export const RETURN_PARAMETER = 'alipay_return';

/** How often a stream says that it is alive, in milliseconds. Two and a half of them without a byte: it is dead. */
export const HEARTBEAT_MS = 15_000;

/** The paths of the contract under its endpoint. `id` is a payment's. */
export const paths = {
  payments: () => '/payments',
  payment: (id: string) => `/payments/${id}`,
  events: (id: string) => `/payments/${id}/events`,
  check: (id: string) => `/payments/${id}/check`,
  cancel: (id: string) => `/payments/${id}/cancel`,
  refunds: (id: string) => `/payments/${id}/refunds`,
  wallets: () => '/wallets',
  notifications: (key: string) => `/notifications/${key}`,
} as const;
