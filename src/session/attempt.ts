import { type Infer, parse, type Schema } from '../protocol/json-schema.ts';
import { type Snapshot, snapshotSchema } from '../protocol/payment.ts';
import { createRequestSchema } from '../protocol/requests.ts';
import type { SessionEnvironment } from './environment.ts';
import type { SessionTarget } from './session.ts';

/** An end is shown again after a reload for this long; then the shopper who comes back finds the button. */
const END_SHOWN_MS = 15 * 60_000;
const ATTEMPT_KEPT_MS = 24 * 3_600_000;

const attemptSchema = {
  type: 'object',
  properties: {
    createdAtMs: { type: 'integer' },
    key: { type: 'string', minLength: 16, maxLength: 128 },
    request: createRequestSchema,
    paymentId: { type: 'string', pattern: '^[A-Za-z0-9]{24}$' },
    token: { type: 'string', minLength: 1, maxLength: 512 },
    snapshot: snapshotSchema,
    receivedAtMs: { type: 'integer' },
    launched: { type: 'boolean' },
  },
  required: ['createdAtMs'],
} as const satisfies Schema;

/**
 * One attempt to pay an order, as it survives a reload, a killed tab and a return in another tab: the attempt key with the
 * very request that went out under it, then the payment that came of it and the right to follow it. `launched` once the
 * page was told to leave for the wallet. A payment that came without a create has no key.
 */
export type Attempt = Infer<typeof attemptSchema>;

/** A new attempt, not yet sent. @throws {ShapeError} where the request is not one that the contract allows. */
export function newAttempt({ clock, randomBytes }: SessionEnvironment, request: unknown): Attempt {
  return {
    createdAtMs: Math.trunc(clock.now()),
    key: Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    request: parse(createRequestSchema, request),
  };
}

/** The attempt with what was learned about its payment at `nowMs`. */
export function withSnapshot(attempt: Attempt, { payment, action }: Snapshot, nowMs: number): Attempt {
  return { ...attempt, paymentId: payment.id, snapshot: { payment, action }, receivedAtMs: Math.trunc(nowMs) };
}

/** The attempt that is stored for an order, or null. What can no longer matter to the shopper is forgotten. */
export function loadAttempt({ storage, clock }: SessionEnvironment, target: SessionTarget): Attempt | null {
  const attempt = read(storage.get(storageKey(target)));
  if (!attempt) return null;
  const nowMs = clock.now();
  const ended = attempt.snapshot && attempt.snapshot.payment.status !== 'pending';
  const age = nowMs - attempt.createdAtMs;
  if (age <= ATTEMPT_KEPT_MS && !(ended && nowMs - (attempt.receivedAtMs ?? 0) > END_SHOWN_MS)) return attempt;
  storage.remove(storageKey(target));
  return null;
}

/** Keeps the attempt of an order, in place of an earlier one. */
export function saveAttempt({ storage }: SessionEnvironment, target: SessionTarget, attempt: Attempt): void {
  storage.set(storageKey(target), JSON.stringify(attempt));
}

/** Forgets the attempt of an order. */
export function removeAttempt({ storage }: SessionEnvironment, target: SessionTarget): void {
  storage.remove(storageKey(target));
}

const storageKey = ({ endpoint, orderId }: SessionTarget) => `alipay-checkout:${endpoint}:${orderId}`;

// Written by an earlier release, or by something else on the page's origin: what does not fit counts as nothing.
function read(text: string | null): Attempt | null {
  try {
    return text === null ? null : parse(attemptSchema, JSON.parse(text));
  } catch {
    return null;
  }
}
