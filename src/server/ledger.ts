import { Refusal } from './errors.ts';
import { aliasesOf } from './aliases.ts';
import { joinEvidence, type EvidenceSource } from './evidence.ts';
import type { Evidence } from './gateway.ts';
import { withLease } from './lease.ts';
import type { Kit } from './kit.ts';
import { looksDifferent } from './snapshot.ts';
import type { AuditEvent, Grant, InsertResult, PaymentRecord } from './store.ts';

type Detail = AuditEvent['detail'];

/** How often a write starts again because another one was faster, before it gives up. */
const MAX_CONFLICTS = 20;

/** Writes a new payment down, with the rights to it, before the gateway hears of it. */
export async function recordNew(kit: Kit, record: PaymentRecord, grants: readonly Grant[]): Promise<InsertResult> {
  const { currency, value } = record.amount;
  const detail = { gateway: record.gateway, terminal: record.request.terminal, currency, value };
  const event = toEvent(kit, record.id, 'created', detail);
  const result = await kit.store.insert(record, grants, { event, publish: true });
  if (result.inserted) kit.published();
  return result;
}

/** The payment as it is stored. @throws {Refusal} `payment_not_found`. */
export async function mustRetrieve(kit: Kit, id: string): Promise<PaymentRecord> {
  const record = await kit.store.retrieve(id);
  if (!record) throw new Refusal('payment_not_found', 'There is no such payment.');
  return record;
}

/**
 * Changes a payment by compare-and-set: `decide` is handed the stored record, again after every lost race, and answers
 * the record to be stored, or the very same one where there is nothing to write.
 */
export async function change(
  kit: Kit,
  id: string,
  type: string,
  decide: (record: PaymentRecord) => PaymentRecord | Promise<PaymentRecord>,
  detail: Detail = {},
): Promise<PaymentRecord> {
  for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts += 1) {
    const before = await mustRetrieve(kit, id);
    const decided = await decide(before);
    if (decided === before) return before;
    const isVisible = looksDifferent(before, decided);
    const after = {
      ...decided,
      revision: before.revision + 1,
      version: before.version + (isVisible ? 1 : 0),
      aliases: aliasesOf(decided),
    };
    const event = toEvent(kit, id, type, { status: after.status, reason: after.reason, ...detail });
    if (await kit.store.update(after, { event, publish: isVisible })) {
      if (isVisible) kit.published();
      return after;
    }
  }
  throw new Error(`Payment ${id} changed ${MAX_CONFLICTS} times under one write`);
}

/**
 * Joins verified evidence into its payment.
 *
 * A success is joined under the lease of its order, so that of two payments of one order which are both paid exactly
 * one counts, and the other is surplus from its first published version on.
 *
 * @throws {EvidenceMismatch} where the evidence does not fit the payment. Nothing is changed.
 */
export async function applyEvidence(
  kit: Kit,
  record: PaymentRecord,
  evidence: Evidence,
  source: EvidenceSource,
): Promise<PaymentRecord> {
  const cancelReturnsMoney = kit.gateways[record.gateway]?.capabilities.cancel === 'any';
  const join = (before: PaymentRecord) =>
    joinEvidence(before, evidence, { source, nowMs: kit.environment.now(), cancelReturnsMoney });
  const detail = { source, outcome: evidence.outcome };
  if (evidence.attention) {
    const { id: paymentId, gateway } = record;
    kit.log({ level: 'warn', event: 'attention_needed', message: evidence.attention, paymentId, gateway });
  }
  if (evidence.outcome !== 'success') return change(kit, record.id, 'evidence', join, detail);
  const after = await withLease(kit, `order:${record.orderId}`, () =>
    change(kit, record.id, 'evidence', (before) => settle(kit, before, join(before)), detail),
  );
  if (after.revision !== record.revision && after.status === 'success') await followUp(kit, after);
  return after;
}

/** Decides what a new success means for its order. */
async function settle(kit: Kit, before: PaymentRecord, after: PaymentRecord): Promise<PaymentRecord> {
  if (after.status !== 'success' || before.status === 'success') return after;
  const paid = await kit.store.list({ orderId: after.orderId, status: 'success' });
  const surplus = paid.some((other) => other.id !== after.id && !other.surplus);
  const returnsMoney = surplus ? kit.surplus === 'refund' : after.late && kit.late === 'refund';
  return { ...after, surplus, returnsMoney, nextInquiryAtMs: returnsMoney ? kit.environment.now() : undefined };
}

/** An order that is paid must not be payable a second time: what else is open for it is cancelled. */
async function followUp(kit: Kit, { id, orderId, returnsMoney }: PaymentRecord): Promise<void> {
  if (returnsMoney) kit.due();
  const open = await kit.store.list({ orderId, status: 'pending' });
  for (const other of open.filter((payment) => payment.id !== id)) {
    await change(kit, other.id, 'superseded', (record) => requestCancel(record, 'merchant', kit.environment.now()));
    kit.due();
  }
}

/** The record with a cancel asked for, to be carried out at once. The first to ask is remembered. */
export function requestCancel(record: PaymentRecord, by: 'shopper' | 'merchant', nowMs: number): PaymentRecord {
  if (record.status !== 'pending' || record.cancelRequestedBy) return record;
  return { ...record, cancelRequestedBy: by, nextInquiryAtMs: nowMs };
}

function toEvent(kit: Kit, paymentId: string, type: string, detail: Detail): AuditEvent {
  return { paymentId, atMs: kit.environment.now(), type, detail };
}
