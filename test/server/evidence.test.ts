import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EvidenceMismatch } from '../../src/server/errors.ts';
import { type EvidenceSource, joinEvidence } from '../../src/server/evidence.ts';
import type { Evidence } from '../../src/server/gateway.ts';
import type { PaymentRecord } from '../../src/server/store.ts';
import { aRecord as anyRecord } from '../support/records.ts';

const NOW = 2_000_000;
const aRecord = (changes: Partial<PaymentRecord> = {}) =>
  anyRecord({ id: 'A'.repeat(24), atGateway: 'known', ...changes });
const usd = (value: number) => ({ currency: 'USD', value, exponent: 2 });
const evidence = (outcome: Evidence['outcome'], more: Partial<Evidence> = {}): Evidence => ({
  paymentId: aRecord().id,
  outcome,
  amount: usd(2000),
  ...more,
});

function join(
  record: PaymentRecord,
  found: Evidence,
  { source = 'inquiry', cancelReturnsMoney = true }: { source?: EvidenceSource; cancelReturnsMoney?: boolean } = {},
): PaymentRecord {
  return joinEvidence(record, found, { source, nowMs: NOW, cancelReturnsMoney });
}

const standing = ({ status, reason }: PaymentRecord) => `${status}/${reason}`;

describe('joining evidence', () => {
  const rows: [from: Partial<PaymentRecord>, Evidence['outcome'], to: string][] = [
    [{}, 'awaiting', 'pending/awaiting_action'],
    [{}, 'scanned', 'pending/scanned'],
    [{}, 'processing', 'pending/processing'],
    [{}, 'failed', 'failed/unknown'],
    [{}, 'expired', 'voided/expired'],
    [{}, 'cancelled', 'voided/cancelled_by_merchant'],
    [{ cancelRequestedBy: 'shopper' }, 'cancelled', 'voided/cancelled_by_shopper'],
    [{ cancelRequestedBy: 'shopper' }, 'expired', 'voided/cancelled_by_shopper'],
    [{ cancelRequestedBy: 'merchant' }, 'expired', 'voided/cancelled_by_merchant'],
    [{}, 'success', 'success/captured'],
    [{ reason: 'processing' }, 'awaiting', 'pending/processing'],
    [{ reason: 'processing' }, 'scanned', 'pending/processing'],
    [{ status: 'failed', reason: 'declined' }, 'awaiting', 'failed/declined'],
    [{ status: 'failed', reason: 'declined' }, 'failed', 'failed/declined'],
    [{ status: 'failed', reason: 'declined' }, 'success', 'success/captured'],
    [{ status: 'voided', reason: 'expired' }, 'failed', 'voided/expired'],
    [{ status: 'voided', reason: 'expired' }, 'success', 'success/captured'],
    [{ status: 'success', reason: 'captured' }, 'awaiting', 'success/captured'],
    [{ status: 'success', reason: 'captured' }, 'processing', 'success/captured'],
    [{ status: 'success', reason: 'captured' }, 'failed', 'success/captured'],
    [{ status: 'success', reason: 'captured' }, 'expired', 'success/captured'],
    [{ status: 'success', reason: 'captured' }, 'cancelled', 'voided/reversed'],
    [{ status: 'voided', reason: 'reversed' }, 'success', 'voided/reversed'],
  ];
  for (const [from, outcome, to] of rows) {
    const record = aRecord(from);
    it(`${standing(record)} and "${outcome}" make ${to}`, () => {
      assert.equal(standing(join(record, evidence(outcome))), to);
    });
  }

  it('lets a cancel leave success only where the gateway returns the money of what it cancels', () => {
    const paid = aRecord({ status: 'success', reason: 'captured' });
    assert.equal(standing(join(paid, evidence('cancelled'), { cancelReturnsMoney: false })), 'success/captured');
  });

  it('answers the very same record where the evidence says nothing new', () => {
    const record = join(aRecord(), evidence('awaiting', { gatewayReference: 'G' }));
    assert.equal(join(record, evidence('awaiting', { gatewayReference: 'G' })), record);
  });

  it('flags a success that comes after an end as late, and no other', () => {
    assert.equal(join(aRecord(), evidence('success')).late, false);
    assert.equal(join(aRecord({ status: 'voided', reason: 'expired' }), evidence('success')).late, true);
  });

  it('waits for an inquiry before it believes a notification that an ended payment is paid', () => {
    const ended = aRecord({ status: 'voided', reason: 'cancelled_by_shopper' });
    const reported = join(ended, evidence('success'), { source: 'notification' });
    assert.equal(standing(reported), 'voided/cancelled_by_shopper');
    assert.equal(reported.nextInquiryAtMs, NOW);
    assert.equal(standing(join(reported, evidence('success'))), 'success/captured');
    assert.equal(standing(join(reported, evidence('cancelled'))), 'voided/reversed');
  });

  it('takes the action away once the shopper has nothing left to do', () => {
    const record = aRecord({ action: { qrCode: { data: 'x' } } });
    for (const outcome of ['processing', 'failed', 'success'] as const) {
      assert.equal(join(record, evidence(outcome)).action, null);
    }
    assert.deepEqual(join(record, evidence('scanned')).action, record.action);
  });

  it('gives an ended payment no action back', () => {
    const ended = aRecord({ status: 'voided', reason: 'expired' });
    assert.equal(join(ended, evidence('awaiting', { action: { qrCode: { data: 'x' } } })).action, null);
  });

  const mismatches: [string, Partial<Evidence>][] = [
    ['another payment', { paymentId: 'B'.repeat(24) }],
    ['another amount', { amount: usd(1) }],
    ['another currency', { amount: { currency: 'HKD', value: 2000, exponent: 2 } }],
    ['no amount', { amount: undefined }],
    ['the same digits with other decimals', { amount: { currency: 'USD', value: 2000, exponent: 0 } }],
    ["another payment's gateway reference", { gatewayReference: 'other' }],
  ];
  for (const [what, more] of mismatches) {
    it(`refuses a success with ${what}`, () => {
      assert.throws(() => join(aRecord({ gatewayReference: 'G' }), evidence('success', more)), EvidenceMismatch);
    });
  }

  it('takes the same money counted with other decimals', () => {
    const amount = { currency: 'USD', value: 20_000, exponent: 3 };
    assert.equal(standing(join(aRecord(), evidence('success', { amount }))), 'success/captured');
  });

  it('ends in the same place whatever the order and however often evidence comes', () => {
    const outcomes = ['awaiting', 'scanned', 'processing', 'expired', 'cancelled', 'success'] as const;
    const reasons = ['declined', 'risk_rejected', 'unknown'] as const;
    const anyEvidence = fc.oneof(
      fc.constantFrom(...outcomes).map((outcome) => evidence(outcome)),
      fc.constantFrom(...reasons).map((reason) => evidence('failed', { reason })),
    );
    const run = (all: readonly Evidence[]) => standing(all.reduce((record, one) => join(record, one), aRecord()));
    const twoOrders = fc
      .array(anyEvidence, { minLength: 1, maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })));
    fc.assert(
      fc.property(twoOrders, ([all, shuffled]) => {
        const wasPaidAndCancelled =
          all.some((e) => e.outcome === 'success') && all.some((e) => e.outcome === 'cancelled');
        // Both orders are final by an inquiry each; which of the two it answered last is the gateway's to say.
        fc.pre(!wasPaidAndCancelled);
        assert.equal(run(shuffled), run(all));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never leaves success but for a return of the money', () => {
    const outcomes = ['awaiting', 'scanned', 'processing', 'failed', 'expired', 'cancelled', 'success'] as const;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...outcomes), fc.constantFrom<EvidenceSource>('inquiry', 'notification'))),
        (all) => {
          let record = aRecord({ status: 'success', reason: 'captured' });
          for (const [outcome, source] of all) record = join(record, evidence(outcome), { source });
          assert.ok(['success/captured', 'voided/reversed'].includes(standing(record)));
        },
      ),
    );
  });
});
