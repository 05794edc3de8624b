import { detectDevice } from '/package/device/detect.js';

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
const paid = (differences) => () =>
  state('success', { payment: { status: 'success', reason: 'captured', ...differences } });
const voided = (reason) => () => state('voided', { payment: { status: 'voided', reason } });

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iPhone = detectDevice({ userAgent: `${IPHONE} Version/26.0 Mobile/15E148 Safari/604.1` });
const weChat = detectDevice({ userAgent: `${IPHONE} Mobile/15E148 MicroMessenger/8.0.31(0x18001f2f)` });

/**
 * Every state that looks different, in the order in which a shopper may come to it. Made anew each time, since the time that
 * is left runs.
 *
 * @type {readonly { name: string, make: () => object, [property: string]: unknown }[]}
 */
export const STATES = [
  { name: 'Button', make: () => ({ phase: 'idle' }) },
  { name: 'Button, disabled', disabled: true, make: () => ({ phase: 'idle' }) },
  { name: 'Wallets', make: () => ({ phase: 'choosing', wallets }) },
  { name: 'Preparing', make: () => ({ phase: 'creating', resuming: false }) },
  { name: 'Found again', make: () => ({ phase: 'creating', resuming: true }) },
  { name: 'Code', make: () => state('awaiting') },
  { name: 'Code, last minute', make: () => state('awaiting', { payment: { expiresAt: soon() } }) },
  { name: 'Reconnecting', make: () => state('awaiting', { connection: 'reconnecting' }) },
  { name: 'Scanned', make: () => state('awaiting', { payment: { reason: 'scanned' } }) },
  { name: 'Checking', make: () => state('awaiting', { checking: true }) },
  { name: 'Window', presentation: 'auto', make: () => state('awaiting', { action: page }) },
  { name: 'Tablet: both', presentation: 'both', make: () => state('awaiting') },
  { name: 'Phone', presentation: 'redirect', make: () => state('awaiting') },
  {
    name: 'Phone, not opened',
    presentation: 'redirect',
    device: iPhone,
    make: () => state('awaiting', { action, launched: true }),
  },
  { name: 'Out of WeChat', presentation: 'redirect', device: weChat, make: () => state('awaiting', { action: page }) },
  { name: 'Processing', make: () => state('processing', { payment: { reason: 'processing' } }) },
  { name: 'Paid', make: paid() },
  { name: 'Paid twice', make: paid({ surplus: true }) },
  { name: 'Cancelled', make: voided('cancelled_by_shopper') },
  { name: 'Expired', make: voided('expired') },
  { name: 'Money returned', make: voided('reversed') },
  { name: 'Declined', make: () => state('failed', { payment: { status: 'failed', reason: 'declined' } }) },
  {
    name: 'Error',
    make: () => ({
      phase: 'error',
      error: Object.assign(new Error('No answer'), { code: 'unreachable', retryable: true }),
    }),
  },
];
