import type { DeclarationRequest } from './declaration-request.ts';
import { customsAmount, type Payment } from './payment.ts';
import { Refusal } from './results.ts';

/** A customs declaration as the gateway keeps it. */
export interface Declaration extends DeclarationRequest {
  readonly clientId: string;
  readonly customsPaymentId: string;
  readonly customsOrderId: string;
  readonly clearingTransactionId: string;
  readonly changedAtMs: number;
}

/** Antom docs, declare: one that was sent may be changed after about five minutes. */
const SETTLES_MS = 5 * 60_000;

/** Whether a payment can be declared at all. @throws {Refusal} */
export function checkDeclarable(payment: Payment): void {
  if (!customsAmount(payment)) throw new Refusal('ORDER_STATUS_INVALID');
}

/**
 * Whether a declaration fits beside the others of its payment: each order once, and never more than was paid.
 *
 * @throws {Refusal}
 */
export function checkBeside(payment: Payment, request: DeclarationRequest, others: readonly Declaration[]): void {
  const isSameOrder = (other: Declaration): boolean =>
    !request.splitOrder || !other.splitOrder || other.subOrderId === request.subOrderId;
  if (others.some(isSameOrder)) throw new Refusal('DUPLICATED_DECLARATIONS');
  const total = others.reduce((sum, other) => sum + BigInt(other.amount.value), BigInt(request.amount.value));
  if (total > BigInt(customsAmount(payment)?.value ?? 0)) throw new Refusal('TOTAL_DECLARATION_AMOUNT_EXCEED');
}

/**
 * Whether what was declared under the same id may be replaced by this. False where nothing differs.
 *
 * @throws {Refusal}
 */
export function isChange(declaration: Declaration, request: DeclarationRequest, nowMs: number): boolean {
  if (hasSame([...FIXED, ...CHANGEABLE], declaration, request)) return false;
  if (!hasSame(FIXED, declaration, request)) throw new Refusal('REPEAT_REQ_INCONSISTENT');
  if (nowMs < declaration.changedAtMs + SETTLES_MS) throw new Refusal('CONTEXT_INCONSISTENT');
  return true;
}

type Reader = (request: DeclarationRequest) => string | boolean | undefined;

const FIXED: readonly Reader[] = [
  ({ paymentId }) => paymentId,
  ({ splitOrder }) => splitOrder,
  ({ certificate }) => certificate?.type,
];

const CHANGEABLE: readonly Reader[] = [
  ({ merchantCustomsInfo }) => merchantCustomsInfo.merchantCustomsCode,
  ({ merchantCustomsInfo }) => merchantCustomsInfo.merchantCustomsName,
  ({ customs }) => customs.customsCode,
  ({ amount }) => amount.value,
  ({ subOrderId }) => subOrderId,
  ({ certificate }) => certificate?.holder,
  ({ certificate }) => certificate?.number,
];

function hasSame(readers: readonly Reader[], a: DeclarationRequest, b: DeclarationRequest): boolean {
  return readers.every((read) => read(a) === read(b));
}
