import type { Stage } from '../support/simulated-gateway.ts';
import type { Platform } from './account.ts';
import { newId } from './ids.ts';
import type { Metadata, PaymentRequest } from './payment-request.ts';
import { APPROVED, type ResponseCode } from './response-codes.ts';

/** Checkout.com docs, Get payment details: those of its statuses that an Alipay payment can have. */
export type PaymentStatus =
  | 'Pending'
  | 'Authorized'
  | 'Captured'
  | 'Partially Refunded'
  | 'Refunded'
  | 'Voided'
  | 'Canceled'
  | 'Expired'
  | 'Declined';

/** What was done with a payment. `responseCode` is absent while it is under way. */
export interface Action {
  readonly id: string;
  readonly type: 'Authorization' | 'Capture' | 'Refund' | 'Void';
  readonly atMs: number;
  readonly amount: number;
  readonly responseCode?: ResponseCode;
  readonly reference?: string | undefined;
  readonly metadata?: Metadata;
}

/** A payment as the gateway keeps it. */
export interface Payment extends PaymentRequest {
  readonly id: string;
  readonly accountId: string;
  readonly platform: Platform;
  /** The last part of the address at which it is paid. */
  readonly code: string;
  /** Comes back with the browser, and finds the payment for a while. */
  readonly sessionId: string;
  readonly customerId: string;
  readonly status: PaymentStatus;
  /** Oldest first. */
  readonly actions: readonly Action[];
  readonly createdAtMs: number;
  readonly changedAtMs: number;
  readonly expiresAtMs: number;
}

/** `void` is the merchant's; the others are the shopper's and the clock's. */
export type PaymentEvent =
  | { readonly type: 'approve' | 'pend' | 'cancel' | 'expire' | 'void' }
  | { readonly type: 'decline'; readonly code: ResponseCode };

/** The webhook events that this sandbox sends. */
export type EventType =
  | 'payment_pending'
  | 'payment_approved'
  | 'payment_captured'
  | 'payment_capture_declined'
  | 'payment_declined'
  | 'payment_voided'
  | 'payment_canceled'
  | 'payment_expired'
  | 'payment_refund_pending'
  | 'payment_refunded'
  | 'payment_refund_declined';

/** A payment after something has happened to it, and what its merchant is told. */
export interface Change {
  readonly payment: Payment;
  readonly eventType: EventType;
  readonly action?: Action | undefined;
}

/** What the event makes of the payment, or null where it cannot happen in the payment's state: it is paid at most once. */
export function transition(payment: Payment, event: PaymentEvent, atMs: number): Change | null {
  const { status, platform } = payment;
  const isPending = status === 'Pending';
  const isAuthorized = payment.actions.some(isApproved('Authorization'));
  switch (event.type) {
    case 'approve': {
      if (payment.actions.some(isApproved('Capture'))) return null;
      const before = isAuthorized ? payment : withAction(payment, 'Authorization', APPROVED, atMs);
      return afterAction(withAction(before, 'Capture', APPROVED, atMs), 'Captured', 'payment_captured');
    }
    case 'pend':
      if (!isPending) return null;
      return afterAction(withAction(payment, 'Authorization', APPROVED, atMs), 'Authorized', 'payment_approved');
    case 'decline':
      if (isPending) {
        return afterAction(withAction(payment, 'Authorization', event.code, atMs), 'Declined', 'payment_declined');
      }
      if (status !== 'Authorized') return null;
      return afterAction(withAction(payment, 'Capture', event.code, atMs), 'Declined', 'payment_capture_declined');
    case 'void':
      return isPending ? voided(payment, atMs) : null;
    case 'cancel':
    case 'expire': {
      if (!isPending) return null;
      // On the previous platform whatever the shopper does not finish is voided.
      if (platform === 'previous') return voided(payment, atMs);
      const [status, eventType] = ENDS[event.type];
      return { payment: { ...payment, status, changedAtMs: atMs }, eventType };
    }
  }
}

/** Ends without an action of their own. */
const ENDS = { cancel: ['Canceled', 'payment_canceled'], expire: ['Expired', 'payment_expired'] } as const;

const isApproved =
  (wanted: Action['type']) =>
  ({ type, responseCode }: Action): boolean =>
    type === wanted && responseCode === APPROVED;

function voided(payment: Payment, atMs: number): Change {
  return afterAction(withAction(payment, 'Void', APPROVED, atMs), 'Voided', 'payment_voided');
}

function withAction(payment: Payment, type: Action['type'], responseCode: ResponseCode, atMs: number): Payment {
  const action: Action = { id: newId('act'), type, atMs, amount: payment.amount, responseCode };
  return { ...payment, actions: [...payment.actions, action], changedAtMs: atMs };
}

function afterAction(payment: Payment, status: PaymentStatus, eventType: EventType): Change {
  return { payment: { ...payment, status }, eventType, action: payment.actions.at(-1) };
}

export function stageOf({ status }: Payment): Stage {
  switch (status) {
    case 'Pending':
      return 'open';
    case 'Authorized':
      return 'pending';
    case 'Captured':
    case 'Partially Refunded':
      return 'paid';
    case 'Refunded':
      return 'returned';
    case 'Expired':
      return 'expired';
    case 'Declined':
      return 'declined';
    case 'Voided':
    case 'Canceled':
      return 'cancelled';
  }
}
