import { GatewayError, type GatewayRefund, type RefundEvidence } from '../../gateway.ts';
import { fromWireAmount, toWireAmount } from './currencies.ts';
import { WooshPayError } from './errors.ts';
import type { CreateRefundRequest, Refund } from './messages.ts';

/** `status` in our words; every other one is `processing`. Source: WooshPay documentation, "Create a refund". */
const OUTCOMES: ReadonlyMap<string, RefundEvidence['outcome']> = new Map([
  ['succeeded', 'success'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
  ['cancelled', 'failed'],
]);

/** The request that returns the money. The amount is always said: left out, it would mean all that is left. */
export function toRefundRequest(
  refund: GatewayRefund,
  paymentIntent: string,
  amountType: 'integer' | 'string',
): CreateRefundRequest {
  const amount = toWireAmount(refund.amount);
  return {
    payment_intent: paymentIntent,
    amount: amountType === 'string' ? String(amount) : amount,
    // Their `reason` is one of four words; the merchant's own words go where words may go.
    metadata: { refund_id: refund.id, ...(refund.reason && { reason: refund.reason }) },
  };
}

/** What a refund of WooshPay's tells. @throws {GatewayError} `unknown` where it is another than ours. */
export function fromRefund({ id }: Pick<GatewayRefund, 'id'>, refund: Refund): RefundEvidence {
  if ((refund.metadata.refund_id ?? id) !== id) throw new GatewayError('unknown', 'The answer is about another refund');
  return {
    refundId: id,
    gatewayReference: refund.id,
    outcome: OUTCOMES.get(refund.status) ?? 'processing',
    amount: fromWireAmount(refund.amount, refund.currency),
    gatewayCode: refund.failure_reason,
  };
}

/**
 * What is known of a refund after a call that failed.
 *
 * A refund whose outcome is unknown stays so until a notification names it: WooshPay cannot be asked for a refund by our
 * reference, and to send it again could return the money twice. So whatever is certain to have moved nothing is
 * `rejected`, wrong keys and too many calls too: the merchant can then ask for another refund.
 */
export function toRefundError(error: unknown): unknown {
  if (!(error instanceof GatewayError)) return error;
  const isTooMany = error instanceof WooshPayError && error.status === 429;
  if (error.kind === 'unknown' && !isTooMany) return error;
  return new GatewayError('rejected', error.message, { gatewayCode: error.gatewayCode, cause: error });
}
