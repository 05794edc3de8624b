import { GatewayError, type GatewayRefund, type RefundEvidence } from '../../gateway.ts';
import { fromWireValue, toWireValue } from './currencies.ts';
import type { AcceptedAction, PaymentAction, RefundRequest } from './messages.ts';
import { APPROVED } from './response-codes.ts';

/**
 * The request that returns the money. Its amount is always named: left out, it would mean all that is left.
 *
 * @throws {GatewayError} `rejected` for an amount that Checkout.com cannot count; nothing has been sent then.
 */
export function toRefundRequest(refund: GatewayRefund): RefundRequest {
  const amount = toWireValue(refund.amount);
  if (amount === null) throw new GatewayError('rejected', 'Checkout.com cannot count this amount');
  return { amount, reference: refund.id };
}

/**
 * What the answer to a refund tells: it is accepted, not done.
 *
 * @throws {GatewayError} `unknown` where it is about another refund.
 */
export function fromRefund({ id }: GatewayRefund, { action_id, reference }: AcceptedAction): RefundEvidence {
  if (!action_id || (reference !== undefined && reference !== id)) {
    throw new GatewayError('unknown', 'The answer is not about this refund');
  }
  return { refundId: id, outcome: 'processing', gatewayReference: action_id };
}

/** What the actions of a payment tell of a refund. Null where it is not among them. */
export function fromActions(refund: GatewayRefund, actions: readonly PaymentAction[]): RefundEvidence | null {
  const { id, gatewayReference, amount } = refund;
  const action = actions.find(
    (one) => one.type === 'Refund' && (one.reference === id || (one.id !== undefined && one.id === gatewayReference)),
  );
  if (!action) return null;
  const { response_code: code } = action;
  const outcome = toOutcome(action);
  return {
    refundId: id,
    outcome,
    // An action names no currency: it is the payment's, in which it was paid.
    amount: fromWireValue(action.amount, amount.currency),
    gatewayReference: action.id,
    ...(outcome === 'failed' && code && { gatewayCode: code }),
  };
}

function toOutcome({ approved, response_code: code }: PaymentAction): RefundEvidence['outcome'] {
  if (approved === false) return 'failed';
  return code === APPROVED || (approved === true && code === undefined) ? 'success' : 'processing';
}
