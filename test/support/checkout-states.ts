import type { Action, Payment } from '../../src/protocol/payment.ts';
import type { Wallet } from '../../src/session/backend.ts';
import { CheckoutError } from '../../src/session/errors.ts';
import { detectDevice } from '../../src/device/detect.ts';
import type { DeviceBasics } from '../../src/device/basics.ts';
import type { CheckoutState, PaymentState } from '../../src/session/state.ts';
import { anAction, aPayment } from './payments.ts';

/** A state with a payment, as it is when all is well. */
export function aState<P extends PaymentState['phase']>(
  phase: P,
  { payment = {}, ...rest }: Omit<Partial<PaymentState>, 'phase' | 'payment'> & { payment?: Partial<Payment> } = {},
): Extract<PaymentState, { phase: P }> {
  return {
    phase,
    payment: aPayment(payment),
    action: phase === 'awaiting' ? anAction() : null,
    connection: 'live',
    checking: false,
    cancelling: false,
    refusal: null,
    serverTimeOriginMs: Date.now() - performance.now(),
    ...rest,
  } as Extract<PaymentState, { phase: P }>;
}

/** What a shopper may choose from: with an offer, without, and two that are not to be had. */
export const WALLETS: readonly Wallet[] = [
  { id: 'ALIPAY_CN', name: 'Alipay', region: 'CN', promotion: 'Save up to $5 on your first order', available: true },
  { id: 'ALIPAY_HK', name: 'AlipayHK', region: 'HK', available: true },
  { id: 'GCASH', name: 'GCash', region: 'PH', available: false, reason: 'channel_not_support_currency' },
  { id: 'TNG', name: 'Touch ’n Go eWallet', region: 'MY', available: true },
  { id: 'DANA', name: 'DANA', region: 'ID', available: false, reason: 'a_code_from_tomorrow' },
];

/** What a gateway offers that has a page of its own, and no code. */
const pageOnly: Action = { redirect: { url: 'https://wallet.example/pay?id=1', method: 'GET' } };

const soon = (): string => new Date(Date.now() + 52_000).toISOString();

/** What a checkout looks like, beyond what its session says. */
export interface Look {
  readonly state: () => CheckoutState;
  /** Where it is not the QR code. */
  readonly presentation?: 'auto' | 'redirect' | 'both';
  /** The wallet's window has been opened; or this is that window, and the page that opened it goes on. */
  readonly window?: 'opened' | 'returned';
  /** Where it is not the one that the browser runs on. */
  readonly device?: DeviceBasics;
  /** What is tapped then. `in vain`: the button that was to open the wallet, which did not. */
  readonly tap?: 'in vain' | 'button' | 'copy, allowed' | 'copy, refused';
}

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
export const devices = {
  iPhone: detectDevice({ userAgent: `${IPHONE} Version/26.0 Mobile/15E148 Safari/604.1` }),
  iPad: detectDevice({ userAgent: `${IPHONE.replaceAll('iPhone', 'iPad')} Version/26.0 Mobile/15E148 Safari/604.1` }),
  weChat: detectDevice({ userAgent: `${IPHONE} Mobile/15E148 MicroMessenger/8.0.31(0x18001f2f)` }),
  qq: detectDevice({ userAgent: `${IPHONE} Mobile/15E148 QQ/8.3.6.618` }),
  instagram: detectDevice({ userAgent: `${IPHONE} Mobile/15E148 Instagram 300.0.0` }),
  alipay: detectDevice({ userAgent: `${IPHONE} Mobile/15E148 AliApp(AP/10.7.28.8000) AlipayClient/10.7.28.8000` }),
} satisfies Record<string, DeviceBasics>;

const scheme = 'alipays://platformapi/startapp?appId=1';
const withApp: Action = { ...pageOnly, app: { schemeUrl: scheme } };
const codeToo: Action = { ...pageOnly, qrCode: { data: 'https://qr.alipay.com/281002040096rRTYIDHyPqJMmwCdCu7pTest' } };

/** Every state that looks different, by name. */
export const checkoutStates: Readonly<Record<string, Look>> = {
  idle: { state: () => ({ phase: 'idle' }) },
  'choosing · asking': { state: () => ({ phase: 'choosing', wallets: null }) },
  choosing: { state: () => ({ phase: 'choosing', wallets: WALLETS }) },
  'choosing · two': { state: () => ({ phase: 'choosing', wallets: WALLETS.slice(0, 2) }) },
  'choosing · none available': { state: () => ({ phase: 'choosing', wallets: [WALLETS[2]!, WALLETS[4]!] }) },
  creating: { state: () => ({ phase: 'creating', resuming: false }) },
  resuming: { state: () => ({ phase: 'creating', resuming: true }) },
  'awaiting · QR': { state: () => aState('awaiting') },
  'awaiting · near expiry': { state: () => aState('awaiting', { payment: { expiresAt: soon() } }) },
  'awaiting · no action yet': { state: () => aState('awaiting', { action: null }) },
  'awaiting · refused cancel': {
    state: () => aState('awaiting', { refusal: new CheckoutError('cancel_not_supported', 'Not supported') }),
  },
  scanned: { state: () => aState('awaiting', { payment: { reason: 'scanned' } }) },
  checking: { state: () => aState('awaiting', { checking: true }) },
  'awaiting · both': { state: () => aState('awaiting'), presentation: 'both' },
  processing: { state: () => aState('processing', { payment: { reason: 'processing' } }) },
  success: { state: () => aState('success', { payment: { status: 'success', reason: 'captured' } }) },
  'success · surplus': {
    state: () => aState('success', { payment: { status: 'success', reason: 'captured', surplus: true } }),
  },
  'voided · cancelled': {
    state: () => aState('voided', { payment: { status: 'voided', reason: 'cancelled_by_shopper' } }),
  },
  'voided · by the shop': {
    state: () => aState('voided', { payment: { status: 'voided', reason: 'cancelled_by_merchant' } }),
  },
  'voided · expired': { state: () => aState('voided', { payment: { status: 'voided', reason: 'expired' } }) },
  'voided · reversed': { state: () => aState('voided', { payment: { status: 'voided', reason: 'reversed' } }) },
  'failed · declined': { state: () => aState('failed', { payment: { status: 'failed', reason: 'declined' } }) },
  'failed · unknown': { state: () => aState('failed', { payment: { status: 'failed', reason: 'unknown' } }) },
  'error · unreachable': {
    state: () => ({ phase: 'error', error: new CheckoutError('unreachable', 'No answer', { retryable: true }) }),
  },
  'error · gateway': {
    state: () => ({ phase: 'error', error: new CheckoutError('gateway_unavailable', 'Down', { retryable: true }) }),
  },
  'window · to be opened': { state: () => aState('awaiting', { action: pageOnly }), presentation: 'auto' },
  'window · opened': {
    state: () => aState('awaiting', { action: pageOnly }),
    presentation: 'auto',
    window: 'opened',
  },
  'window · returned': {
    state: () => aState('awaiting', { action: pageOnly }),
    presentation: 'auto',
    window: 'returned',
  },
  'window · returned, checking': {
    state: () => aState('awaiting', { action: pageOnly, checking: true }),
    presentation: 'auto',
    window: 'returned',
  },
  'window · returned, paid': {
    state: () => aState('success', { payment: { status: 'success', reason: 'captured' } }),
    presentation: 'auto',
    window: 'returned',
  },
  'window · returned, failed': {
    state: () => aState('failed', { payment: { status: 'failed', reason: 'declined' } }),
    presentation: 'auto',
    window: 'returned',
  },
  'phone · choosing · asking': { state: () => ({ phase: 'choosing', wallets: null }), presentation: 'redirect' },
  'phone · choosing': { state: () => ({ phase: 'choosing', wallets: WALLETS }), presentation: 'redirect' },
  'phone · creating': { state: () => ({ phase: 'creating', resuming: false }), presentation: 'redirect' },
  'phone · awaiting': { state: () => aState('awaiting'), presentation: 'redirect' },
  'phone · no action yet': { state: () => aState('awaiting', { action: null }), presentation: 'redirect' },
  'phone · scanned': { state: () => aState('awaiting', { payment: { reason: 'scanned' } }), presentation: 'redirect' },
  'phone · checking': { state: () => aState('awaiting', { checking: true }), presentation: 'redirect' },
  'phone · processing': {
    state: () => aState('processing', { payment: { reason: 'processing' } }),
    presentation: 'redirect',
  },
  'phone · success': {
    state: () => aState('success', { payment: { status: 'success', reason: 'captured' } }),
    presentation: 'redirect',
  },
  'phone · expired': {
    state: () => aState('voided', { payment: { status: 'voided', reason: 'expired' } }),
    presentation: 'redirect',
  },
  'phone · failed': {
    state: () => aState('failed', { payment: { status: 'failed', reason: 'insufficient_funds' } }),
    presentation: 'redirect',
  },
  'phone · back, the app': {
    state: () => aState('awaiting', { action: withApp, launched: true }),
    presentation: 'redirect',
    device: devices.iPhone,
  },
  'phone · not opened': {
    state: () => aState('awaiting', { action: withApp }),
    presentation: 'redirect',
    device: devices.iPhone,
    tap: 'in vain',
  },
  'phone · back, a code': {
    state: () => aState('awaiting', { action: codeToo, launched: true }),
    presentation: 'redirect',
    device: devices.iPhone,
  },
  'phone · its own code': {
    state: () => aState('awaiting', { action: codeToo, launched: true }),
    presentation: 'redirect',
    device: devices.iPhone,
    tap: 'button',
  },
  'phone · all tried': {
    state: () => aState('awaiting', { action: pageOnly, launched: true }),
    presentation: 'redirect',
    device: devices.iPhone,
  },
  'phone · all tried, for good': {
    state: () => aState('awaiting', { action: pageOnly, launched: true, payment: { cancellable: false } }),
    presentation: 'redirect',
    device: devices.iPhone,
  },
  'tablet · both': { state: () => aState('awaiting', { action: codeToo }), presentation: 'both', device: devices.iPad },
  'tablet · both, not opened': {
    state: () => aState('awaiting', { action: codeToo }),
    presentation: 'both',
    device: devices.iPad,
    tap: 'in vain',
  },
  'WeChat · awaiting': {
    state: () => aState('awaiting', { action: withApp }),
    presentation: 'redirect',
    device: devices.weChat,
  },
  'WeChat · link copied': {
    state: () => aState('awaiting', { action: withApp }),
    presentation: 'redirect',
    device: devices.weChat,
    tap: 'copy, allowed',
  },
  'WeChat · copy refused': {
    state: () => aState('awaiting', { action: withApp }),
    presentation: 'redirect',
    device: devices.weChat,
    tap: 'copy, refused',
  },
  'WeChat · with a code': {
    state: () => aState('awaiting', { action: codeToo }),
    presentation: 'both',
    device: devices.weChat,
  },
  'QQ · back': {
    state: () => aState('awaiting', { action: withApp, launched: true }),
    presentation: 'redirect',
    device: devices.qq,
  },
  'Instagram · back': {
    state: () => aState('awaiting', { action: withApp, launched: true }),
    presentation: 'redirect',
    device: devices.instagram,
  },
};
