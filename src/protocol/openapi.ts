import type { Schema } from './json-schema.ts';
import { actionSchema, createdSchema, paymentSchema, snapshotSchema } from './payment.ts';
import { ERRORS, type ErrorCode, problemSchema } from './problem.ts';
import {
  createRequestSchema,
  refundRequestSchema,
  refundSchema,
  refundsSchema,
  walletsRequestSchema,
  walletsSchema,
} from './requests.ts';
import { IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_PATTERN, paths } from './routes.ts';

const SCHEMAS = {
  Action: actionSchema,
  Created: createdSchema,
  CreateRequest: createRequestSchema,
  Payment: paymentSchema,
  Problem: problemSchema,
  Refund: refundSchema,
  RefundRequest: refundRequestSchema,
  Refunds: refundsSchema,
  Snapshot: snapshotSchema,
  Wallets: walletsSchema,
  WalletsRequest: walletsRequestSchema,
} as const satisfies Record<string, Schema>;

type SchemaName = keyof typeof SCHEMAS;

const PAYMENT_ID = { name: 'id', in: 'path', required: true, schema: paymentSchema.properties.id } as const;
const ATTEMPT_KEY = {
  name: IDEMPOTENCY_KEY,
  in: 'header',
  required: true,
  description: 'Made before the request, and kept across reload and retry: the same key makes the same payment.',
  schema: { type: 'string', pattern: IDEMPOTENCY_KEY_PATTERN.source },
} as const;

const BEARER = [{ payment: [] }];

/**
 * The contract as an OpenAPI 3.1 document, for those who implement the endpoint in another language. Made from the very
 * schemas that both sides parse with. Notifications are left out: their form is each gateway's own.
 */
export function openApiDocument(version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'alipay-checkout',
      version,
      description:
        'What <alipay-checkout> expects of its endpoint. Amounts are minor units; times are RFC 3339 in UTC.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: {
      [paths.payments()]: {
        post: {
          operationId: 'createPayment',
          summary: 'Creates the payment of an order, or answers the one that this key or this order already has.',
          parameters: [ATTEMPT_KEY],
          requestBody: body('CreateRequest'),
          responses: {
            201: answer('Created', 'A new payment. Also where the gateway has not answered: then without an action.'),
            200: answer('Created', 'The key was replayed, or the order has a live payment.'),
            ...problems(
              'invalid_request',
              'origin_not_allowed',
              'order_not_found',
              'order_already_paid',
              'idempotency_in_progress',
              'idempotency_key_reused',
              'currency_not_supported',
              'amount_out_of_range',
              'rate_limited',
              'gateway_rejected',
              'gateway_unavailable',
            ),
          },
        },
      },
      [paths.payment('{id}')]: {
        get: {
          operationId: 'retrievePayment',
          summary: 'The payment as it is stored; never asks the gateway.',
          parameters: [PAYMENT_ID],
          security: BEARER,
          responses: {
            200: answer('Snapshot', 'The payment. `ETag` is its version.'),
            304: { description: 'The payment is as `If-None-Match` has it.' },
            ...problems('unauthorized', 'payment_not_found'),
          },
        },
      },
      [paths.events('{id}')]: {
        get: {
          operationId: 'followPayment',
          summary: 'Streams the payment: the present state first, then every change, and a comment every 15 s.',
          parameters: [PAYMENT_ID],
          security: BEARER,
          responses: {
            200: {
              description: 'Events named `payment`; `id` is the version, `data` a Snapshot.',
              content: { 'text/event-stream': { schema: { type: 'string' } } },
            },
            ...problems('unauthorized', 'payment_not_found', 'rate_limited'),
          },
        },
      },
      [paths.check('{id}')]: {
        post: {
          operationId: 'checkPayment',
          summary: '"I have paid": brings the next inquiry forward, once in 3 s at most.',
          parameters: [PAYMENT_ID],
          security: BEARER,
          responses: { 200: answer('Snapshot', 'What came of it.'), ...problems('unauthorized', 'payment_not_found') },
        },
      },
      [paths.cancel('{id}')]: {
        post: {
          operationId: 'cancelPayment',
          summary: 'Cancels the payment, if it is not paid.',
          parameters: [PAYMENT_ID],
          security: BEARER,
          responses: {
            200: answer('Snapshot', 'The payment as it then is; still pending where the gateway has not answered.'),
            ...problems('unauthorized', 'payment_not_found', 'payment_already_succeeded', 'cancel_not_supported'),
          },
        },
      },
      [paths.wallets()]: {
        post: {
          operationId: 'listWallets',
          summary: 'The wallets that an order can be paid with; an empty list where there is no choice.',
          requestBody: body('WalletsRequest'),
          responses: { 200: answer('Wallets', 'The wallets.'), ...problems('invalid_request', 'order_not_found') },
        },
      },
      [paths.refunds('{id}')]: {
        post: {
          operationId: 'refundPayment',
          summary: "For the merchant's back office, behind the merchant's own authorisation; never called by a page.",
          parameters: [PAYMENT_ID, ATTEMPT_KEY],
          requestBody: body('RefundRequest'),
          responses: {
            201: answer('Refund', 'The refund; pending until the gateway has confirmed it.'),
            ...problems(
              'invalid_request',
              'unauthorized',
              'payment_not_found',
              'payment_not_refundable',
              'refund_not_supported',
              'amount_out_of_range',
              'idempotency_key_reused',
              'gateway_rejected',
            ),
          },
        },
        get: {
          operationId: 'listRefunds',
          summary: 'The refunds of a payment, oldest first, whatever became of them.',
          parameters: [PAYMENT_ID],
          responses: { 200: answer('Refunds', 'The refunds.'), ...problems('unauthorized', 'payment_not_found') },
        },
      },
    },
    components: {
      schemas: SCHEMAS,
      securitySchemes: {
        payment: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of the create answer, or a return ticket, which may do all but cancel.',
        },
      },
    },
  };
}

function body(name: SchemaName): object {
  return { required: true, content: { 'application/json': { schema: reference(name) } } };
}

function answer(name: SchemaName, description: string): object {
  return { description, content: { 'application/json': { schema: reference(name) } } };
}

/** One response for each HTTP status, naming the codes that travel under it. */
function problems(...codes: readonly ErrorCode[]): Record<number, object> {
  const all: readonly ErrorCode[] = [...codes, 'internal_error'];
  const statuses = [...new Set(all.map((code) => ERRORS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const description = all.filter((code) => ERRORS[code].status === status).join(', ');
      return [status, { description, content: { 'application/problem+json': { schema: reference('Problem') } } }];
    }),
  );
}

function reference(name: SchemaName): object {
  return { $ref: `#/components/schemas/${name}` };
}
