const MINUTE = 60_000;

const payment = (differences) => {
  const now = Date.now();
  return {
    id: 'studio0123456789abcdefgh',
    version: 1,
    orderId: 'A-1001',
    status: 'pending',
    reason: 'awaiting_action',
    amount: { currency: 'USD', value: 1314, exponent: 2 },
    description: 'Longjing × 1',
    cancellable: true,
    expiresAt: new Date(now + 12 * MINUTE).toISOString(),
    createdAt: new Date(now - 3 * MINUTE).toISOString(),
    serverTime: new Date(now).toISOString(),
    ...differences,
  };
};

const page = { redirect: { url: 'https://wallet.example/pay', method: 'GET' } };
const action = { ...page, qrCode: { data: 'https://qr.alipay.com/281002040096rRTYIDHyPqJMmwCdCu7pStudio' } };

const state = (phase, { payment: differences, ...rest } = {}) => ({
  phase,
  payment: payment(differences),
  action: phase === 'awaiting' ? action : null,
  connection: 'live',
  checking: false,
  cancelling: false,
  refusal: null,
  serverTimeOriginMs: Date.now() - performance.now(),
  ...rest,
});

const wallets = [
  { id: 'ALIPAY_CN', name: 'Alipay', region: 'CN', promotion: 'Save up to $5 on your first order', available: true },
  { id: 'ALIPAY_HK', name: 'AlipayHK', region: 'HK', available: true },
  { id: 'GCASH', name: 'GCash', region: 'PH', available: false, reason: 'channel_not_support_currency' },
  { id: 'TNG', name: 'Touch ’n Go eWallet', region: 'MY', available: true },
];

const soon = () => new Date(Date.now() + MINUTE - 8_000).toISOString();
const voided = (reason) => () => state('voided', { payment: { status: 'voided', reason } });

/**
 * Every state that looks different. Made anew each time, since the time that is left runs.
 *
 * @type {readonly { name: string, presentation?: string, make: () => object }[]}
 */
export const STATES = [
  { name: 'Button', make: () => ({ phase: 'idle' }) },
  { name: 'Wallets', make: () => ({ phase: 'choosing', wallets }) },
  { name: 'Preparing', make: () => ({ phase: 'creating', resuming: false }) },
  { name: 'Code', make: () => state('awaiting') },
  { name: 'Code, last minute', make: () => state('awaiting', { payment: { expiresAt: soon() } }) },
  { name: 'Scanned', make: () => state('awaiting', { payment: { reason: 'scanned' } }) },
  { name: 'Tablet: both', presentation: 'both', make: () => state('awaiting') },
  { name: 'Window', presentation: 'auto', make: () => state('awaiting', { action: page }) },
  { name: 'Phone', presentation: 'redirect', make: () => state('awaiting') },
  { name: 'Checking', make: () => state('awaiting', { checking: true }) },
  { name: 'Processing', make: () => state('processing', { payment: { reason: 'processing' } }) },
  { name: 'Paid', make: () => state('success', { payment: { status: 'success', reason: 'captured' } }) },
  { name: 'Cancelled', make: voided('cancelled_by_shopper') },
  { name: 'Expired', make: voided('expired') },
  { name: 'Declined', make: () => state('failed', { payment: { status: 'failed', reason: 'declined' } }) },
  {
    name: 'Error',
    make: () => ({
      phase: 'error',
      error: Object.assign(new Error('No answer'), { code: 'unreachable', retryable: true }),
    }),
  },
];
