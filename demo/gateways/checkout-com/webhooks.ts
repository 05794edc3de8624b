import { createHmac } from 'node:crypto';
import type { Letter } from '../support/courier.ts';
import type { Account, Platform } from './account.ts';
import { balances, dateTime } from './answers.ts';
import { newId } from './ids.ts';
import type { Change } from './payment.ts';
import { RESPONSE_SUMMARIES } from './response-codes.ts';

export interface WebhookLetter extends Letter {
  readonly account: Account;
}

const MINUTE_MS = 60_000;

/** Checkout.com docs, Webhooks: when each further try is made, in minutes after the one before. */
const RETRY_MINUTES: Readonly<Record<Platform, readonly number[]>> = {
  previous: [5, 10, 15, 30, 60, 240, 720],
  current: [5, 10, 15, 30, 60, 240, 720, 720],
};

export function retryAfterMs({ account }: WebhookLetter): readonly number[] {
  return RETRY_MINUTES[account.platform].map((minutes) => minutes * MINUTE_MS);
}

/** What a change is told as. Null where the merchant has named no address. */
export function webhook(origin: string, account: Account, change: Change, nowMs: number): WebhookLetter | null {
  if (!account.webhookUrl) return null;
  const write = account.platform === 'previous' ? previousEvent : currentEvent;
  return {
    about: change.payment.id,
    url: account.webhookUrl,
    type: change.eventType,
    status: change.action?.responseCode ?? '',
    body: JSON.stringify(write(origin, change, nowMs)),
    account,
  };
}

export function webhookHeaders({ account, body }: WebhookLetter): Record<string, string> {
  const { webhookKey, webhookAuthorization } = account;
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Cko-Signature': webhookSignature(webhookKey, body),
    ...(webhookAuthorization !== undefined && { Authorization: webhookAuthorization }),
  };
}

/** HMAC-SHA256 over the body's bytes, in hexadecimal digits. It covers neither a time nor the address. */
export function webhookSignature(key: string, body: string): string {
  return createHmac('sha256', key).update(body).digest('hex');
}

function previousEvent(origin: string, change: Change, nowMs: number): object {
  const id = newId('evt');
  return {
    id,
    type: change.eventType,
    created_on: dateTime(nowMs),
    data: eventData(change),
    _links: {
      self: { href: `${origin}/events/${id}` },
      payment: { href: `${origin}/payments/${change.payment.id}` },
    },
  };
}

function currentEvent(origin: string, change: Change, nowMs: number): object {
  const { payment, eventType, action } = change;
  const address = `${origin}/payments/${payment.id}`;
  return {
    id: newId('evt'),
    source: 'gwc_notifier1',
    type: eventType,
    version: '1.0.33',
    timestamp: `${new Date(nowMs).toISOString().slice(0, 19)}+00:00`,
    data: {
      ...eventData(change),
      balances: balances(payment),
      event_links: { payment: address, payment_actions: `${address}/actions` },
    },
    action_invocations: action ? [{ id: action.id, processed_on: dateTime(action.atMs) }] : [],
    _links: { self: { href: `${origin}/events` }, subject: { href: address } },
  };
}

/** An event without an action has no `action_id`; one whose action is under way has no `response_code`. */
function eventData({ payment, action }: Change): object {
  const isRefund = action?.type === 'Refund';
  const code = action?.responseCode;
  return {
    id: payment.id,
    action_id: action?.id,
    ...(code && { response_code: code, response_summary: RESPONSE_SUMMARIES[code] }),
    amount: action?.amount ?? payment.amount,
    currency: payment.currency,
    processed_on: dateTime(action?.atMs ?? payment.changedAtMs),
    reference: isRefund ? action.reference : payment.reference,
    metadata: isRefund ? action.metadata : payment.metadata,
  };
}
