import { openRefunds } from './refunds.ts';
import type { PaymentRecord } from './store.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After its expiry a gateway needs a moment to close a payment. */
const AFTER_EXPIRY_MS = 1_500;

/**
 * When to ask about a payment that somebody follows: 5, 10, 20 and 40 s after it was created, then each minute, and
 * right after it expires. A shopper who waits must not depend on a notification.
 */
export function nextFollowedInquiry({ createdAtMs, expiresAtMs }: PaymentRecord, nowMs: number): number {
  const ageMs = Math.max(0, nowMs - createdAtMs);
  const early = [5, 10, 20, 40].map((seconds) => seconds * SECOND).find((atMs) => atMs > ageMs);
  const next = createdAtMs + (early ?? (Math.floor(ageMs / MINUTE) + 1) * MINUTE);
  return beforeExpiry(next, expiresAtMs, nowMs);
}

/**
 * When the sweep is to ask about a payment that nobody follows, or undefined where its end is final.
 *
 * An open payment is asked about at pauses that grow with its age; a voided or failed one for as long as the gateway
 * says that it can still turn; money that is owed back, and refunds, until they are settled.
 */
export function nextSweptInquiry(record: PaymentRecord, nowMs: number, endCanTurnForMs: number): number | undefined {
  const times = [nextOfPayment(record, nowMs, endCanTurnForMs), nextOfRefunds(record, nowMs)];
  return times.reduce((a, b) => (a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)));
}

function nextOfRefunds(record: PaymentRecord, nowMs: number): number | undefined {
  const ages = openRefunds(record).map(({ createdAtMs }) => nowMs - createdAtMs);
  return ages.length > 0 ? nowMs + clamp(Math.min(...ages) / 2, 10 * SECOND, HOUR) : undefined;
}

function nextOfPayment(record: PaymentRecord, nowMs: number, endCanTurnForMs: number): number | undefined {
  const { status, reason, createdAtMs, expiresAtMs } = record;
  const ageMs = nowMs - createdAtMs;
  if (status === 'success') return record.returnsMoney ? nowMs + clamp(ageMs / 2, MINUTE, HOUR) : undefined;
  if (reason === 'reversed') return undefined;
  if (status !== 'pending') {
    const endedForMs = nowMs - (record.endedAtMs ?? nowMs);
    return endedForMs < endCanTurnForMs ? nowMs + clamp(endedForMs, 2 * MINUTE, 6 * HOUR) : undefined;
  }
  const isUnsettled = record.atGateway === 'unknown' || record.cancelRequestedBy !== undefined;
  if (isUnsettled) return nowMs + clamp(ageMs / 2, 10 * SECOND, 10 * MINUTE);
  return beforeExpiry(nowMs + clamp(ageMs, MINUTE, HOUR), expiresAtMs, nowMs);
}

function beforeExpiry(next: number, expiresAtMs: number | undefined, nowMs: number): number {
  const closing = expiresAtMs === undefined ? Infinity : expiresAtMs + AFTER_EXPIRY_MS;
  return closing > nowMs ? Math.min(next, closing) : next;
}

function clamp(value: number, minimum: number, maximum: number): number {
  return Math.min(Math.max(value, minimum), maximum);
}
