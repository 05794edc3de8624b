import type { GatewayPayment, GatewayRefund, PaymentLookup } from '../../src/server/gateway.ts';

/** When these payments and refunds are made, which is where the clock of an adapter's test stands. */
export const NOW_MS = Date.parse('2026-11-21T12:30:00Z');

type Builder<T, Needed extends keyof T> = (usual: Pick<T, Needed> & Partial<T>) => (overrides?: Partial<T>) => T;

/** Makes payments that are alike, as a gateway usually has them, but for what a test cares about. */
export const paymentBuilder: Builder<GatewayPayment, 'amount' | 'notifyUrl'> =
  (usual) =>
  (overrides = {}) => ({
    id: 'PaymentPaymentPayment001',
    orderId: 'A-1001',
    description: 'Green tea, 2 boxes',
    terminal: 'WEB',
    returnUrl: 'https://shop.example/return?order=A-1001',
    createdAtMs: NOW_MS,
    ...usual,
    ...overrides,
  });

/** The same for refunds of a part. */
export const refundBuilder: Builder<GatewayRefund, 'amount'> =
  (usual) =>
  (overrides = {}) => ({
    id: 'RefundRefundRefundRef001',
    isFull: false,
    createdAtMs: NOW_MS,
    ...usual,
    ...overrides,
  });

/** The payments that a notification can be about. */
export const lookupOf = (...payments: GatewayPayment[]): PaymentLookup => ({
  byId: (id) => Promise.resolve(payments.find((payment) => payment.id === id) ?? null),
  byGatewayReference: (reference) =>
    Promise.resolve(payments.find(({ gatewayReference }) => gatewayReference === reference) ?? null),
});
