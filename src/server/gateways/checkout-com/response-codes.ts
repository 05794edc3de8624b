import type { FailureReason } from '../../gateway.ts';

/** Done, without remarks: 10100 is a flagged payment, 10200 one that is captured later. */
export const APPROVED = '10000';

/** By code, then by group. Source: Checkout.com docs, "API response codes". */
const REASONS: readonly (readonly [prefix: string, reason: FailureReason])[] = [
  ['20051', 'insufficient_funds'],
  ['20061', 'limit_exceeded'],
  ['2', 'declined'],
  ['3', 'declined'],
  ['4', 'risk_rejected'],
];

/** Why a payment failed, in our words. Without a code all that is known is that it was declined. */
export function toFailureReason(code: string | undefined): FailureReason {
  if (code === undefined) return 'declined';
  return REASONS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'unknown';
}
