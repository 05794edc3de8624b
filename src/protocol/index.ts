export { toDecimal } from './amount.ts';
export { type Infer, parse, type Schema, ShapeError } from './json-schema.ts';
export {
  type Action,
  actionSchema,
  type Amount,
  amountSchema,
  type Created,
  createdSchema,
  isFinal,
  OPERATING_SYSTEMS,
  type OperatingSystem,
  parseCreated,
  parseSnapshot,
  type Payment,
  type PaymentReason,
  paymentSchema,
  type PaymentStatus,
  REASONS,
  type Snapshot,
  snapshotSchema,
  STATUSES,
  type Terminal,
  TERMINALS,
} from './payment.ts';
export { type ErrorCode, ERRORS, parseProblem, type Problem, problemSchema } from './problem.ts';
export {
  type CreateRequest,
  createRequestSchema,
  parseCreateRequest,
  parseRefundRequest,
  parseWallets,
  parseWalletsRequest,
  type Refund,
  type Refunds,
  type RefundRequest,
  refundRequestSchema,
  refundSchema,
  refundsSchema,
  type Wallets,
  walletsRequestSchema,
  type WalletsRequest,
  walletsSchema,
} from './requests.ts';
export { type ReturnTicket, takeReturnTicket, withReturnTicket } from './return-ticket.ts';
export { HEARTBEAT_MS, IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_PATTERN, paths, RETURN_PARAMETER } from './routes.ts';
export { APP_SCHEMES, safeUrl } from './safe-url.ts';
