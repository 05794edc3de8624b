import { addresses } from '../support/counter.ts';
import type { Action, Payment } from './payment.ts';
import { totalsOf } from './refund.ts';
import { APPROVED, RESPONSE_SUMMARIES } from './response-codes.ts';

interface Link {
  readonly href: string;
}

/** What a request for a payment is answered with: 202 while the shopper has to act, 201 where it is decided already. */
export function createdAnswer(origin: string, payment: Payment): Response {
  const { id, status, reference, customerId } = payment;
  const self = { href: selfAddress(origin, payment) };
  const body = { id, status, reference, customer: { id: customerId } };
  if (status === 'Pending') {
    const redirect = { href: cashierUrl(origin, payment) };
    return Response.json({ ...body, _links: { self, redirect } }, { status: 202 });
  }
  return Response.json({ ...body, ...outcomeOf(payment.actions.at(-1)), _links: { self } }, { status: 201 });
}

/**
 * The previous platform's sandbox has answered addresses that are none of its API's: whoever follows them is lost here
 * as well.
 */
function selfAddress(origin: string, { id, platform }: Payment): string {
  return platform === 'previous' ? `${origin}/api2/payments/${id}` : `${origin}/payments/${id}`;
}

/** A desktop is shown a code as well; the previous platform cannot tell, and takes everything for one. */
export function cashierUrl(origin: string, { code, terminal }: Payment): string {
  const { wallet, cashier } = addresses(origin, code);
  return terminal === 'WEB' ? cashier : wallet;
}

/** Checkout.com docs, Get payment details. The page to go to is in the answer to the request only. */
export function detailsAnswer(origin: string, payment: Payment): object {
  const { id, reference, currency, amount, status, sourceType, description, metadata, customerId } = payment;
  const { captured, refunded, refunding } = totalsOf(payment);
  const address = `${origin}/payments/${id}`;
  const links: Record<string, Link> = { self: { href: address }, actions: { href: `${address}/actions` } };
  if (captured > refunded + refunding) links['refund'] = { href: `${address}/refunds` };
  return {
    id,
    requested_on: dateTime(payment.createdAtMs),
    source: { type: sourceType },
    amount,
    currency,
    payment_type: 'Regular',
    reference,
    description,
    ...(status !== 'Pending' && { approved: isApproved(payment) }),
    status,
    balances: balances(payment),
    risk: { flagged: false },
    customer: { id: customerId },
    metadata,
    _links: links,
  };
}

function isApproved({ actions }: Payment): boolean {
  return actions.some(({ type, responseCode }) => type === 'Authorization' && responseCode === APPROVED);
}

export function balances(payment: Payment): object {
  const { authorized, voided, captured, refunded, refunding } = totalsOf(payment);
  return {
    total_authorized: authorized,
    total_voided: voided,
    available_to_void: 0,
    total_captured: captured,
    available_to_capture: 0,
    total_refunded: refunded,
    available_to_refund: captured - refunded - refunding,
  };
}

/** Newest first. What is under way has no outcome yet. */
export function actionsAnswer({ actions }: Payment): object[] {
  return actions
    .map((action) => ({
      id: action.id,
      type: action.type,
      processed_on: dateTime(action.atMs),
      amount: action.amount,
      ...outcomeOf(action),
      reference: action.reference,
      metadata: action.metadata,
    }))
    .reverse();
}

function outcomeOf({ responseCode }: Partial<Action> = {}): object {
  if (!responseCode) return {};
  return {
    approved: responseCode === APPROVED,
    response_code: responseCode,
    response_summary: RESPONSE_SUMMARIES[responseCode],
  };
}

/** What a refund or a void is answered with: accepted, not done. */
export function acceptedAnswer(origin: string, { id }: Payment, { id: action_id, reference }: Action): Response {
  const body = { action_id, reference, _links: { payment: { href: `${origin}/payments/${id}` } } };
  return Response.json(body, { status: 202 });
}

/** To the second, in UTC: `2018-11-22T15:02:13Z`. */
export function dateTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
