import type { Action, Payment, Snapshot } from '../../src/protocol/payment.ts';

export const anAction = (overrides: Partial<Action> = {}): Action => ({
  qrCode: { data: 'https://qr.alipay.com/281002040092tZ1Xg3aBcDeF' },
  redirect: { url: 'https://open-sea.alipay.com/cashier?id=1', method: 'GET' },
  ...overrides,
});

export const aPayment = (overrides: Partial<Payment> = {}): Payment => ({
  id: 'A1b2C3d4E5f6G7h8I9j0K1l2',
  version: 1,
  orderId: 'A-1001',
  status: 'pending',
  reason: 'awaiting_action',
  amount: { currency: 'USD', value: 2000, exponent: 2 },
  cancellable: true,
  createdAt: '2026-01-01T00:00:00Z',
  serverTime: '2026-01-01T00:00:00Z',
  ...overrides,
});

/** A payment with what the shopper can do about it, which is nothing once it has ended. */
export const aSnapshot = (overrides: Partial<Payment> = {}, action?: Action | null): Snapshot => {
  const payment = aPayment(overrides);
  return { payment, action: action !== undefined ? action : payment.status === 'pending' ? anAction() : null };
};
