import { newSecret } from './ids.ts';
import { ERROR_SHAPES, type ErrorShape } from './refusal.ts';

/**
 * How the gateway treats the account. `declines`: each payment is refused at once. `alipay_not_enabled` and
 * `refunds_not_enabled`: they have to be switched on by WooshPay. `rate_limited`: every call is one too many.
 */
export const BEHAVIOURS = ['normal', 'declines', 'alipay_not_enabled', 'refunds_not_enabled', 'rate_limited'] as const;

/** What an unsuccessful payment becomes: the documents imply the one, integrations have seen the other. */
export const FAILED_STATUSES = ['requires_payment_method', 'failed'] as const;

/** A merchant's account as the dashboard shows it, with all in which the documents let the gateway differ. */
export interface Account {
  readonly secretKey: string;
  readonly publishableKey: string;
  /** What the wallet shows to the shopper. */
  readonly name: string;
  readonly behaviour: (typeof BEHAVIOURS)[number];
  /** Whether answers and events write objects as strings of JSON, numbers as text, and nothing as `""`. */
  readonly looseTypes: boolean;
  /** No document describes the `Idempotency-Key`: it may do nothing. */
  readonly honoursIdempotencyKeys: boolean;
  readonly errorShape: ErrorShape;
  readonly failedStatus: (typeof FAILED_STATUSES)[number];
  /** What the `t` of a signature counts: milliseconds have been seen, the documents' sample has seconds. */
  readonly signatureTime: 'ms' | 's';
  /** How long a new payment cannot be found by a search yet. */
  readonly searchLagMs: number;
}

const DEFAULTS = {
  name: 'Merchant',
  behaviour: 'normal',
  looseTypes: false,
  honoursIdempotencyKeys: true,
  errorShape: 'nested',
  failedStatus: 'requires_payment_method',
  signatureTime: 'ms',
  searchLagMs: 0,
} as const satisfies Partial<Account>;

/** Keys of the other mode belong to another host. */
const KEYS = { test: /^sk_test_\w{8,128}$/, live: /^sk_live_\w{8,128}$/ };

export type Mode = keyof typeof KEYS;

/** What the merchant may choose; what they do not say stays as it was. Null where it is not usable. */
export function readAccount(
  form: Readonly<Record<string, unknown>>,
  mode: Mode,
  find: (secretKey: string) => Account | undefined,
): Account | null {
  const secretKey = form['secretKey'] ?? `sk_${mode}_${newSecret(32)}`;
  if (typeof secretKey !== 'string' || !KEYS[mode].test(secretKey)) return null;
  const known = find(secretKey);
  const chosen = { publishableKey: `pk_${mode}_${newSecret(32)}`, ...DEFAULTS, ...known, ...form };
  const behaviour = BEHAVIOURS.find((one) => one === chosen.behaviour);
  const errorShape = ERROR_SHAPES.find((one) => one === chosen.errorShape);
  const failedStatus = FAILED_STATUSES.find((one) => one === chosen.failedStatus);
  const signatureTime = (['ms', 's'] as const).find((one) => one === chosen.signatureTime);
  const { name, looseTypes, honoursIdempotencyKeys, searchLagMs, publishableKey } = chosen as Record<string, unknown>;
  if (!behaviour || !errorShape || !failedStatus || !signatureTime) return null;
  if (typeof name !== 'string' || typeof publishableKey !== 'string') return null;
  if (typeof looseTypes !== 'boolean' || typeof honoursIdempotencyKeys !== 'boolean') return null;
  if (typeof searchLagMs !== 'number' || !(searchLagMs >= 0)) return null;
  return {
    secretKey,
    publishableKey,
    name,
    behaviour,
    looseTypes,
    honoursIdempotencyKeys,
    errorShape,
    failedStatus,
    signatureTime,
    searchLagMs,
  };
}

/** What a request must carry: the secret key as user name, and an empty password. WooshPay docs, API Introduction. */
export function authorizationOf(key: string): string {
  return `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
}
