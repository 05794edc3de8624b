import type { Action, Payment, Snapshot } from '../../src/protocol/payment.ts';

/** A payment that waits for its shopper, with what a test cares about put in. */
export function aPayment(differences: Partial<Payment> = {}): Payment {
  const now = Date.now();
  return {
    id: 'pay0123456789abcdefghijk',
    version: 1,
    orderId: 'A-1001',
    status: 'pending',
    reason: 'awaiting_action',
    amount: { currency: 'USD', value: 1314, exponent: 2 },
    description: 'Tea House',
    cancellable: true,
    expiresAt: new Date(now + 724_000).toISOString(),
    createdAt: new Date(now - 116_000).toISOString(),
    serverTime: new Date(now).toISOString(),
    ...differences,
  };
}

const QR_DATA = 'https://qr.alipay.com/281002040096rRTYIDHyPqJMmwCdCu7pTest';

/** Everything that Alipay offers on a phone. */
export const anAction = (differences: Partial<Action> = {}): Action => ({
  qrCode: { data: QR_DATA },
  redirect: { url: 'https://wallet.example/pay?id=1', method: 'GET' },
  ...differences,
});

export const TOKEN = 'token-0123456789abcdef';

export const aSnapshot = (payment: Partial<Payment> = {}, action: Action | null = anAction()): Snapshot => ({
  payment: aPayment(payment),
  action,
});
