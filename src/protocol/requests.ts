import { type Infer, parse, type Schema } from './json-schema.ts';
import { OPERATING_SYSTEMS, TERMINALS } from './payment.ts';

const orderId = { type: 'string', minLength: 1, maxLength: 512 } as const;
const terminal = { type: 'string', enum: TERMINALS } as const;
const os = { type: 'string', enum: OPERATING_SYSTEMS } as const;
const locale = { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$', maxLength: 35 } as const;
const name = { type: 'string', minLength: 1, maxLength: 128 } as const;

/** `POST {endpoint}/payments`. Never an amount: the server looks the order up. */
export const createRequestSchema = {
  type: 'object',
  properties: {
    orderId,
    terminal,
    os,
    wallet: { type: 'string', pattern: '^[A-Za-z0-9_]{1,64}$' },
    returnUrl: { type: 'string', minLength: 1, maxLength: 1536 },
    locale,
  },
  required: ['orderId', 'terminal', 'returnUrl'],
} as const satisfies Schema;

/** `POST {endpoint}/wallets`. */
export const walletsRequestSchema = {
  type: 'object',
  properties: { orderId, terminal, os, locale },
  required: ['orderId', 'terminal'],
} as const satisfies Schema;

/** The wallets that an order can be paid with. An endpoint without choice answers an empty list. */
export const walletsSchema = {
  type: 'object',
  properties: {
    wallets: {
      type: 'array',
      maxItems: 64,
      items: {
        type: 'object',
        properties: {
          id: name,
          name,
          region: { type: 'string', pattern: '^[A-Z]{2}$' },
          promotion: { type: 'string', maxLength: 256 },
          available: { type: 'boolean' },
          reason: { type: 'string', maxLength: 256 },
        },
        required: ['id', 'name', 'available'],
      },
    },
  },
  required: ['wallets'],
} as const satisfies Schema;

/** `POST {endpoint}/payments/{id}/refunds`, the merchant's back office only. Without `value` all that is left. */
export const refundRequestSchema = {
  type: 'object',
  properties: {
    value: { type: 'integer', minimum: 1 },
    reason: { type: 'string', maxLength: 256 },
  },
  required: [],
} as const satisfies Schema;

/** A refund of a payment: `pending` until the gateway confirms it. `value` is in the payment's minor units. */
export const refundSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', pattern: '^[A-Za-z0-9]{24}$' },
    paymentId: { type: 'string', pattern: '^[A-Za-z0-9]{24}$' },
    status: { type: 'string', enum: ['pending', 'success', 'failed'] },
    value: { type: 'integer', minimum: 1 },
    reason: { type: 'string', maxLength: 256 },
    createdAt: { type: 'string', format: 'date-time', maxLength: 40 },
  },
  required: ['id', 'paymentId', 'status', 'value', 'createdAt'],
} as const satisfies Schema;

/** Every refund of a payment, oldest first. */
export const refundsSchema = {
  type: 'object',
  properties: { refunds: { type: 'array', maxItems: 100, items: refundSchema } },
  required: ['refunds'],
} as const satisfies Schema;

export type CreateRequest = Infer<typeof createRequestSchema>;
export type WalletsRequest = Infer<typeof walletsRequestSchema>;
export type Wallets = Infer<typeof walletsSchema>;
export type RefundRequest = Infer<typeof refundRequestSchema>;
export type Refund = Infer<typeof refundSchema>;
export type Refunds = Infer<typeof refundsSchema>;

/** Reads a create request from an untrusted body. @throws {ShapeError} */
export const parseCreateRequest = (body: unknown): CreateRequest => parse(createRequestSchema, body);

/** Reads a request for wallets from an untrusted body. @throws {ShapeError} */
export const parseWalletsRequest = (body: unknown): WalletsRequest => parse(walletsRequestSchema, body);

/** Reads a list of wallets from an untrusted body. @throws {ShapeError} */
export const parseWallets = (body: unknown): Wallets => parse(walletsSchema, body);

/** Reads a refund request from an untrusted body. @throws {ShapeError} */
export const parseRefundRequest = (body: unknown): RefundRequest => parse(refundRequestSchema, body);
