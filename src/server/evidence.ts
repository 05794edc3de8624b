import type { PaymentReason, PaymentStatus } from '../protocol/payment.ts';
import { EvidenceMismatch } from './errors.ts';
import { type Evidence, isSameMoney } from './gateway.ts';
import type { PaymentRecord } from './store.ts';

type Standing = readonly [PaymentStatus, PaymentReason];

// What outranks what, whatever the order of arrival. Within a status the order only has to be the same for everybody,
// so that doubled and reordered evidence ends in the same place.
const RANKING: readonly Standing[] = [
  ['pending', 'awaiting_action'],
  ['pending', 'scanned'],
  ['pending', 'processing'],
  ['failed', 'unknown'],
  ['failed', 'gateway_error'],
  ['failed', 'declined'],
  ['failed', 'insufficient_funds'],
  ['failed', 'limit_exceeded'],
  ['failed', 'risk_rejected'],
  ['voided', 'expired'],
  ['voided', 'cancelled_by_merchant'],
  ['voided', 'cancelled_by_shopper'],
  ['success', 'captured'],
  ['voided', 'reversed'],
];

/** Where evidence comes from: a verified notification, or the answer to a question of our own. */
export type EvidenceSource = 'notification' | 'inquiry';

export interface JoinContext {
  readonly source: EvidenceSource;
  readonly nowMs: number;
  /** The adapter declares that cancelling a paid payment returns its money. */
  readonly cancelReturnsMoney: boolean;
}

/**
 * Joins evidence into a payment. Pure; answers the very same record where the evidence says nothing new.
 *
 * A success that a notification reports for a payment which has already ended is not believed at once: a shopper can
 * pay in the moment of a cancel, and the gateway then returns the money by itself. It is kept, and the next inquiry
 * decides.
 *
 * @throws {EvidenceMismatch} where it is about another payment, another amount or another currency than ours.
 */
export function joinEvidence(record: PaymentRecord, evidence: Evidence, context: JoinContext): PaymentRecord {
  refuseMismatch(record, evidence);
  const { nowMs } = context;
  const known = { ...record, ...learn(record, evidence) };
  const ended = record.status === 'failed' || record.status === 'voided';
  if (evidence.outcome === 'success' && ended && record.reason !== 'reversed' && context.source === 'notification') {
    return changed(record, { ...known, successReported: true, nextInquiryAtMs: nowMs });
  }
  const standing = toStanding(record, evidence, context);
  if (rank(standing) <= rank([record.status, record.reason])) return changed(record, known);
  const [status, reason] = standing;
  return {
    ...known,
    status,
    reason,
    action: status === 'pending' && reason !== 'processing' ? known.action : null,
    late: record.late || (status === 'success' && ended),
    endedAtMs: status === 'pending' ? undefined : (record.endedAtMs ?? nowMs),
  };
}

function refuseMismatch(record: PaymentRecord, { paymentId, outcome, amount, gatewayReference }: Evidence): void {
  if (paymentId !== record.id) throw new EvidenceMismatch('The evidence is about another payment');
  if (outcome === 'success' && !amount) throw new EvidenceMismatch('The evidence of a success names no amount');
  if (amount && !isSameMoney(amount, record.amount)) {
    throw new EvidenceMismatch('The evidence is about another amount or currency');
  }
  if (gatewayReference && record.gatewayReference && gatewayReference !== record.gatewayReference) {
    throw new EvidenceMismatch("The evidence carries another payment's gateway reference");
  }
}

/** What evidence adds beside a status. An action is news only while the shopper still has something to do. */
function learn(record: PaymentRecord, { action, expiresAtMs, gatewayReference }: Evidence): Partial<PaymentRecord> {
  const awaits = record.status === 'pending' && record.reason !== 'processing';
  return {
    atGateway: 'known',
    ...(gatewayReference && { gatewayReference }),
    ...(awaits && action && { action }),
    ...(awaits && expiresAtMs !== undefined && { expiresAtMs }),
  };
}

function toStanding(record: PaymentRecord, { outcome, reason, cancelledBy }: Evidence, context: JoinContext): Standing {
  switch (outcome) {
    case 'awaiting':
      return ['pending', 'awaiting_action'];
    case 'scanned':
    case 'processing':
      return ['pending', outcome];
    case 'failed':
      return ['failed', reason ?? 'unknown'];
    case 'expired':
      // What ends without money after a cancel was asked for was cancelled, whatever the gateway calls it.
      return ['voided', record.cancelRequestedBy ? `cancelled_by_${record.cancelRequestedBy}` : 'expired'];
    case 'cancelled': {
      const wasPaid = record.status === 'success' || record.successReported === true;
      if (wasPaid && context.cancelReturnsMoney) return ['voided', 'reversed'];
      return ['voided', `cancelled_by_${record.cancelRequestedBy ?? cancelledBy ?? 'merchant'}`];
    }
    case 'success':
      return ['success', 'captured'];
  }
}

function rank([status, reason]: Standing): number {
  return RANKING.findIndex(([s, r]) => s === status && r === reason);
}

/** The candidate, or the record itself where they are the same. */
function changed(record: PaymentRecord, candidate: PaymentRecord): PaymentRecord {
  const keys = Object.keys(candidate) as (keyof PaymentRecord)[];
  return keys.every((key) => JSON.stringify(candidate[key]) === JSON.stringify(record[key])) ? record : candidate;
}
