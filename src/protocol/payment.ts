import { type Infer, parse, type Schema, ShapeError } from './json-schema.ts';

/** Every status a payment can have. Which reasons belong to which: {@link REASONS}. */
export const STATUSES = ['pending', 'failed', 'voided', 'success'] as const;

/**
 * The reasons behind each status.
 *
 * `processing` means that the shopper is done and the money is not confirmed; it may last days. `reversed` means that
 * the payment was paid and then cancelled: the gateway returned the money.
 */
export const REASONS = {
  pending: ['awaiting_action', 'scanned', 'processing'],
  failed: ['declined', 'risk_rejected', 'limit_exceeded', 'insufficient_funds', 'gateway_error', 'unknown'],
  voided: ['cancelled_by_shopper', 'cancelled_by_merchant', 'expired', 'reversed'],
  success: ['captured'],
} as const;

/** What the shopper's surface is, in Alipay's words. `APP` only where a merchant's own native app hosts the page. */
export const TERMINALS = ['WEB', 'WAP', 'APP', 'MINI_APP'] as const;

/** The operating systems that gateways ask for beside `WAP` and `APP`. */
export const OPERATING_SYSTEMS = ['IOS', 'ANDROID'] as const;

export type PaymentStatus = (typeof STATUSES)[number];
export type PaymentReason = (typeof REASONS)[PaymentStatus][number];
export type Terminal = (typeof TERMINALS)[number];
export type OperatingSystem = (typeof OPERATING_SYSTEMS)[number];

const text = { type: 'string', minLength: 1, maxLength: 2048 } as const;
const time = { type: 'string', format: 'date-time', maxLength: 40 } as const;

/** Minor units and how many decimals they are, so that a browser never guesses decimals from `Intl`. */
export const amountSchema = {
  type: 'object',
  properties: {
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    value: { type: 'integer', minimum: 0 },
    exponent: { type: 'integer', minimum: 0, maximum: 4 },
  },
  required: ['currency', 'value', 'exponent'],
} as const satisfies Schema;

export const paymentSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', pattern: '^[A-Za-z0-9]{24}$' },
    version: { type: 'integer', minimum: 1 },
    orderId: { type: 'string', minLength: 1, maxLength: 64 },
    status: { type: 'string', enum: STATUSES },
    reason: {
      type: 'string',
      enum: [...REASONS.pending, ...REASONS.failed, ...REASONS.voided, ...REASONS.success] as const,
    },
    amount: amountSchema,
    description: { type: 'string', maxLength: 256 },
    cancellable: { type: 'boolean' },
    expiresAt: time,
    createdAt: time,
    serverTime: time,
    late: { type: 'boolean' },
    surplus: { type: 'boolean' },
    refunded: {
      type: 'object',
      properties: { value: { type: 'integer', minimum: 0 } },
      required: ['value'],
    },
  },
  required: ['id', 'version', 'orderId', 'status', 'reason', 'amount', 'cancellable', 'createdAt', 'serverTime'],
} as const satisfies Schema;

/** What the shopper can do to pay. At least one way; the widget ranks them by device. */
export const actionSchema = {
  type: 'object',
  properties: {
    qrCode: { type: 'object', properties: { data: text, expiresAt: time }, required: ['data'] },
    redirect: {
      type: 'object',
      properties: {
        url: text,
        method: { type: 'string', enum: ['GET', 'POST'] },
        fields: { type: 'object', additionalProperties: { type: 'string' } },
      },
      required: ['url', 'method'],
    },
    app: { type: 'object', properties: { schemeUrl: text, linkUrl: text }, required: [], minProperties: 1 },
    bridge: { type: 'object', properties: { tradeNo: text }, required: ['tradeNo'] },
  },
  required: [],
  minProperties: 1,
} as const satisfies Schema;

/** The body of every answer about a payment, and the data of every event of its stream. */
export const snapshotSchema = {
  type: 'object',
  properties: { payment: paymentSchema, action: { anyOf: [actionSchema, { type: 'null' }] } },
  required: ['payment', 'action'],
} as const satisfies Schema;

/** The answer to a create: a snapshot, and the token that opens this payment to its shopper. */
export const createdSchema = {
  type: 'object',
  properties: { ...snapshotSchema.properties, token: { type: 'string', minLength: 16, maxLength: 512 } },
  required: ['payment', 'action', 'token'],
} as const satisfies Schema;

export type Amount = Infer<typeof amountSchema>;
export type Payment = Infer<typeof paymentSchema>;
export type Action = Infer<typeof actionSchema>;
export type Snapshot = Infer<typeof snapshotSchema>;
export type Created = Infer<typeof createdSchema>;

/** Reads a snapshot from an untrusted body. @throws {ShapeError} */
export const parseSnapshot = (body: unknown): Snapshot => consistent(parse(snapshotSchema, body));

/** Reads the answer to a create from an untrusted body. @throws {ShapeError} */
export const parseCreated = (body: unknown): Created => consistent(parse(createdSchema, body));

/** True for a payment that nothing but a late success or a return of the money can still change. */
export function isFinal(payment: Pick<Payment, 'status'>): boolean {
  return payment.status !== 'pending';
}

// A reason that belongs to another status would let the page show words that contradict each other about money.
function consistent<S extends Snapshot>(snapshot: S): S {
  const { status, reason } = snapshot.payment;
  const reasons: readonly string[] = REASONS[status];
  if (!reasons.includes(reason)) throw new ShapeError('payment.reason', `one of ${reasons.join(', ')}`);
  return snapshot;
}
