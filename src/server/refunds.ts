import { EvidenceMismatch, Refusal } from './errors.ts';
import { type Capabilities, isSameMoney, refuseAmount, type RefundEvidence } from './gateway.ts';
import type { PaymentRecord, RefundRecord } from './store.ts';

/** More than any shop has reasons to return; a record must not grow without end. */
const MAX_REFUNDS = 100;

export function refundsOf({ refunds = [] }: PaymentRecord): readonly RefundRecord[] {
  return refunds;
}

/** Refunds whose outcome is not known. */
export function openRefunds(record: PaymentRecord): readonly RefundRecord[] {
  return refundsOf(record).filter(({ status }) => status === 'pending');
}

/** What can still be promised: what was captured, without what has been returned or may yet be. */
export function refundableValue(record: PaymentRecord): number {
  return refundsOf(record).reduce(
    (left, { status, value }) => (status === 'failed' ? left : left - value),
    record.amount.value,
  );
}

/**
 * The payment with one refund more, which reserves its value. Pure; the store's compare-and-set makes it safe under
 * concurrent calls.
 *
 * @throws {Refusal} where the payment, or its gateway, does not allow it.
 */
export function requestRefund(record: PaymentRecord, refund: RefundRecord, capabilities: Capabilities): PaymentRecord {
  if (record.status !== 'success') {
    throw new Refusal('payment_not_refundable', 'Only a payment that is paid can be refunded.', { payment: record });
  }
  const left = refundableValue(record);
  if (left === 0) {
    throw new Refusal('payment_not_refundable', 'All of this payment is refunded, or about to be.', {
      payment: record,
    });
  }
  assertSupported(record, refund, capabilities);
  const amount = { ...record.amount, value: refund.value };
  // A gateway's minimum is for payments; what it cannot count, it cannot return either.
  const isCountable = refuseAmount(withoutMinimum(capabilities), amount) === null;
  if (refund.value > left || !isCountable) {
    throw new Refusal(
      'amount_out_of_range',
      `This refund must be at most ${left}, in units that the gateway can pay.`,
      {
        payment: record,
      },
    );
  }
  return { ...record, refunds: [...refundsOf(record), refund], nextInquiryAtMs: refund.createdAtMs };
}

function assertSupported(record: PaymentRecord, { value }: RefundRecord, { refunds }: Capabilities): void {
  const others = refundsOf(record).filter(({ status }) => status !== 'failed');
  const isPart = value < record.amount.value;
  const refuse = (detail: string): never => {
    throw new Refusal('refund_not_supported', detail, { payment: record });
  };
  if (refunds === 'none') refuse('This gateway does not refund.');
  if (refunds === 'full' && isPart) refuse('This gateway refunds the whole payment only.');
  if (refunds !== 'many' && others.length > 0) refuse('This gateway refunds a payment once only.');
  if (refundsOf(record).length >= MAX_REFUNDS) refuse(`A payment has at most ${MAX_REFUNDS} refunds.`);
}

function withoutMinimum({ currencies }: Capabilities): Pick<Capabilities, 'currencies'> {
  return {
    currencies: Object.fromEntries(
      Object.entries(currencies).map(([currency, rule]) => [currency, { ...rule, minimum: 1 }]),
    ),
  };
}

/** The payment with one of its refunds changed. */
export function changeRefund(record: PaymentRecord, id: string, difference: Partial<RefundRecord>): PaymentRecord {
  const refunds = refundsOf(record).map((refund) => (refund.id === id ? { ...refund, ...difference } : refund));
  const refundedValue = refunds.reduce((sum, { status, value }) => (status === 'success' ? sum + value : sum), 0);
  return { ...record, refunds, refundedValue };
}

const RANK = { pending: 0, failed: 1, success: 2 } as const;

/**
 * Joins evidence into the refund that it is about. Answers the very same record where it says nothing new: a refund
 * that succeeded stays so, and one that failed can only turn out to have succeeded.
 *
 * @throws {EvidenceMismatch} where it is about no refund of this payment, or about other money than was asked for.
 */
export function joinRefundEvidence(record: PaymentRecord, evidence: RefundEvidence): PaymentRecord {
  const { refundId, outcome, amount, gatewayReference, gatewayCode } = evidence;
  const refund = refundsOf(record).find(({ id }) => id === refundId);
  if (!refund) throw new EvidenceMismatch('The evidence is about a refund of another payment');
  if (amount && !isSameMoney(amount, { ...record.amount, value: refund.value })) {
    throw new EvidenceMismatch('The evidence is about another amount than was to be refunded');
  }
  if (gatewayReference && refund.gatewayReference && gatewayReference !== refund.gatewayReference) {
    throw new EvidenceMismatch("The evidence carries another refund's gateway reference");
  }
  const status: RefundRecord['status'] = outcome === 'processing' ? 'pending' : outcome;
  const isNews = RANK[status] > RANK[refund.status];
  const learnt: Partial<RefundRecord> = {
    atGateway: 'known',
    ...(gatewayReference && { gatewayReference }),
    ...(isNews && { status }),
    ...(isNews && gatewayCode && { gatewayCode }),
  };
  const isSame = Object.entries(learnt).every(([name, value]) => refund[name as keyof RefundRecord] === value);
  return isSame ? record : changeRefund(record, refundId, learnt);
}
