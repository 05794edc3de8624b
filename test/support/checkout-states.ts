import type { Payment } from '../../src/protocol/payment.ts';
import { CheckoutError } from '../../src/session/errors.ts';
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
    clockOffsetMs: 0,
    ...rest,
  } as Extract<PaymentState, { phase: P }>;
}

const soon = (): string => new Date(Date.now() + 52_000).toISOString();

/** Every state that looks different, by name. `presentation` where it is not the QR code. */
export const checkoutStates: Readonly<
  Record<string, { state: () => CheckoutState; presentation?: 'redirect' | 'both' }>
> = {
  idle: { state: () => ({ phase: 'idle' }) },
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
};
