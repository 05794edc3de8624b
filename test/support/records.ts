import { createHash, randomBytes } from 'node:crypto';
import type { Change, Grant, PaymentRecord } from '../../src/server/store.ts';

/** A pending payment of its own order, as a store keeps it. */
export function aRecord(overrides: Partial<PaymentRecord> = {}): PaymentRecord {
  const id = overrides.id ?? randomBytes(12).toString('hex');
  return {
    id,
    revision: 1,
    version: 1,
    orderId: `order-of-${id}`,
    gateway: 'asia',
    amount: { currency: 'USD', value: 2000, exponent: 2 },
    description: 'Longjing tea',
    status: 'pending',
    reason: 'awaiting_action',
    action: null,
    late: false,
    surplus: false,
    refundedValue: 0,
    createdAtMs: 1_000,
    attemptHash: createHash('sha256').update(id).digest('hex'),
    request: { terminal: 'WEB', returnUrl: 'https://shop.example/thanks' },
    atGateway: 'unknown',
    ...overrides,
  };
}

/** The next revision of a payment. */
export function revised(payment: PaymentRecord, overrides: Partial<PaymentRecord> = {}): PaymentRecord {
  return { ...payment, revision: payment.revision + 1, version: payment.version + 1, ...overrides };
}

/** What is written together with a payment; published only where asked for. */
export function aChange(payment: PaymentRecord, { atMs = 1_000, type = 'evidence', publish = false } = {}): Change {
  return { event: { paymentId: payment.id, atMs, type, detail: { revision: payment.revision } }, publish };
}

/** A token's right to a payment. */
export function aGrant(overrides: Partial<Grant> = {}): Grant {
  return { hash: randomBytes(32).toString('hex'), paymentId: 'none', scope: 'full', expiresAtMs: 5_000, ...overrides };
}
