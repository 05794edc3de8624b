import type { FAILED_STATUSES } from './account.ts';
import type { IntentRequest, Metadata, Method } from './intent-request.ts';
import type { LineItem } from './session-request.ts';

/** WooshPay docs, Payment Intents: those of its statuses that an Alipay payment can have. */
export type IntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'processing'
  | 'succeeded'
  | 'canceled'
  | 'failed';

/** The hosted page that a payment may have. Statuses beyond `open` are those of Stripe, which the API copies. */
export interface Session {
  readonly id: string;
  readonly status: 'open' | 'complete' | 'expired' | 'canceled';
  readonly isPaid: boolean;
  readonly clientSecret: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly clientReferenceId: string | undefined;
  readonly metadata: Metadata;
  readonly lineItems: readonly LineItem[];
  readonly expiresAtMs: number;
}

export interface Refund {
  readonly id: string;
  readonly amount: number;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly reason: string | undefined;
  readonly metadata: Metadata;
  readonly createdAtMs: number;
}

/** A payment as the gateway keeps it: the PaymentIntent, the page that it may have, and its refunds. */
export interface Payment extends IntentRequest {
  readonly id: string;
  readonly secretKey: string;
  readonly status: IntentStatus;
  readonly clientSecret: string;
  readonly paymentMethodId: string;
  /** The last part of the addresses at which it is paid. */
  readonly code: string;
  readonly createdAtMs: number;
  /** True once a shopper could have paid. */
  readonly isOffered: boolean;
  readonly lastErrorCode?: DeclineCode | undefined;
  readonly cancellationReason?: string;
  readonly session?: Session;
  readonly refunds: readonly Refund[];
}

/** No codes are published: the likes of Stripe's. */
export const DECLINE_CODES = ['payment_method_provider_decline', 'insufficient_funds', 'risk_rejected'] as const;

export type DeclineCode = (typeof DECLINE_CODES)[number];

/** `confirm` and `cancel` are the merchant's; `abandon` is the shopper's, on the hosted page alone. */
export type PaymentEvent =
  | { readonly type: 'approve' | 'pend' | 'abandon' | 'expire' }
  | { readonly type: 'decline'; readonly code: DeclineCode; readonly status: (typeof FAILED_STATUSES)[number] }
  | { readonly type: 'confirm'; readonly method: Method; readonly returnUrl: string | undefined }
  | { readonly type: 'cancel'; readonly reason: string };

/** WooshPay docs, Webhook: the events that can be subscribed to. */
export const EVENT_TYPES = [
  'payment_intent.created',
  'payment_intent.requires_action',
  'payment_intent.processing',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.refund.updated',
  'charge.dispute.updated',
  'checkout.session.completed',
  'checkout.session.expired',
  'checkout.session.canceled',
  'payment_link.paid',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** A payment after something has happened to it, and what its merchant is told. */
export interface Change {
  readonly payment: Payment;
  readonly tells: readonly EventType[];
}

/** What the event makes of the payment, or null where it cannot happen in its state: one payment is paid at most once. */
export function transition(payment: Payment, event: PaymentEvent): Change | null {
  const { status, session, isOffered } = payment;
  const isUnconfirmed = status === 'requires_payment_method' || status === 'requires_confirmation';
  const isWaiting = status === 'requires_action' || (isUnconfirmed && session?.status === 'open');
  switch (event.type) {
    case 'confirm': {
      if (!isUnconfirmed) return null;
      const { method, returnUrl } = event;
      const confirmed = { ...payment, method, returnUrl, isOffered: true, lastErrorCode: undefined };
      return { payment: { ...confirmed, status: 'requires_action' }, tells: ['payment_intent.requires_action'] };
    }
    case 'approve':
      if (!isOffered || status === 'succeeded') return null;
      return end({ ...payment, status: 'succeeded' }, 'payment_intent.succeeded', { status: 'complete', isPaid: true });
    case 'pend':
      if (!isWaiting) return null;
      // The page is done with, and yet nothing is paid: a merchant who looks at `complete` alone is mistaken.
      return end({ ...payment, status: 'processing' }, 'payment_intent.processing', { status: 'complete' });
    case 'decline': {
      if (!isWaiting && status !== 'processing') return null;
      const declined = { ...payment, status: event.status, lastErrorCode: event.code };
      return { payment: declined, tells: ['payment_intent.payment_failed'] };
    }
    case 'cancel':
      return session || (!isUnconfirmed && !isWaiting) ? null : cancelled(payment, event.reason);
    case 'abandon':
      return session?.status === 'open' ? cancelled(payment, 'abandoned', { status: 'canceled' }) : null;
    case 'expire':
      if (session) return session.status === 'open' ? cancelled(payment, 'expired', { status: 'expired' }) : null;
      return isWaiting ? cancelled(payment, 'expired') : null;
  }
}

function cancelled(payment: Payment, cancellationReason: string, page: Partial<Session> = {}): Change {
  return end({ ...payment, status: 'canceled', cancellationReason }, 'payment_intent.canceled', page);
}

/** The page's event comes first: the payment's own is the one that a merchant waits for, and the last to be repeated. */
function end(payment: Payment, type: EventType, page: Partial<Session>): Change {
  const before = payment.session;
  if (!before) return { payment, tells: [type] };
  const session = { ...before, ...page };
  const tellsPage = session.status !== before.status ? [PAGE_EVENTS[session.status]] : [];
  return { payment: { ...payment, session }, tells: [...tellsPage.filter((one) => one !== null), type] };
}

const PAGE_EVENTS = {
  open: null,
  complete: 'checkout.session.completed',
  expired: 'checkout.session.expired',
  canceled: 'checkout.session.canceled',
} as const satisfies Record<Session['status'], EventType | null>;
