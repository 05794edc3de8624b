import type { Action, Amount } from '../../../protocol/payment.ts';
import { safeUrl } from '../../../protocol/safe-url.ts';
import { type Evidence, GatewayError, type GatewayPayment } from '../../gateway.ts';
import { fromWireValue } from './currencies.ts';
import type { Payment } from './messages.ts';
import { toFailureReason } from './response-codes.ts';

/** The longest text that the contract carries. */
const MAX_ADDRESS_LENGTH = 2048;

/**
 * `status` in our words. Every other one is `awaiting`: `Pending`, `Active`, `Requested`, `Authentication Requested`, and
 * what is not of this product (`Paid`, `Card Verified`). Source: Checkout.com docs, "Get payment details", "Alipay".
 */
const OUTCOMES: ReadonlyMap<string | undefined, Evidence['outcome']> = new Map([
  ['Authorized', 'processing'],
  ['Partially Captured', 'processing'],
  ['Retry Scheduled', 'processing'],
  ['Captured', 'success'],
  // Paid all the same: what went back since is told of each refund.
  ['Partially Refunded', 'success'],
  ['Refunded', 'success'],
  // Nobody paid: the shopper did not finish. A void of ours is told by its own answer.
  ['Voided', 'expired'],
  // By the shopper, in the wallet.
  ['Canceled', 'cancelled'],
  ['Expired', 'expired'],
  ['Declined', 'failed'],
]);

/**
 * What the answer to the request tells.
 *
 * @throws {GatewayError} `unknown` where it leaves the shopper with nowhere to go.
 */
export function fromRequest(payment: GatewayPayment, answer: Payment): Evidence {
  const evidence = fromPayment(payment, answer);
  if (evidence.outcome !== 'awaiting' || evidence.action) return evidence;
  // Only here: while a payment waits for its shopper, `approved` may be false and says nothing.
  if (answer.approved === false) return { ...evidence, ...failed(answer) };
  throw new GatewayError('unknown', 'The answer holds no address to send the shopper to');
}

/**
 * What an answer about a payment tells.
 *
 * @throws {GatewayError} `unknown` where it is about another payment, or a success without its amount.
 */
export function fromPayment(payment: GatewayPayment, answer: Payment): Evidence {
  refuseOther(payment, answer);
  const outcome = OUTCOMES.get(answer.status) ?? 'awaiting';
  const evidence = { paymentId: payment.id, gatewayReference: answer.id, outcome, amount: sumOf(answer) };
  if (outcome === 'failed') return { ...evidence, ...failed(answer) };
  if (outcome === 'awaiting') return { ...evidence, action: toAction(answer) };
  if (outcome === 'cancelled') return { ...evidence, cancelledBy: 'shopper' };
  if (outcome === 'success' && !evidence.amount) {
    throw new GatewayError('unknown', 'The answer does not say how much was paid');
  }
  return evidence;
}

// A payment that was requested without a reference has none: then its id must do, which only Checkout.com knows.
function refuseOther({ id, gatewayReference }: GatewayPayment, answer: Payment): void {
  const isOurs = answer.reference === undefined || answer.reference === id;
  const isSame = gatewayReference === undefined || answer.id === gatewayReference;
  if (!answer.id || !isOurs || !isSame) throw new GatewayError('unknown', 'The answer is not about this payment');
}

function sumOf({ amount, currency }: Payment): Amount | undefined {
  return fromWireValue(amount, currency);
}

function failed({ response_code }: Payment): Pick<Evidence, 'outcome' | 'reason'> {
  return { outcome: 'failed', reason: toFailureReason(response_code) };
}

// The page behind it shows a code of its own: nobody says that the address itself can be scanned by the wallet.
function toAction({ _links: { redirect } }: Payment): Action | undefined {
  const url = redirect ? safeUrl(redirect.href) : null;
  return url && url.length <= MAX_ADDRESS_LENGTH ? { redirect: { url, method: 'GET' } } : undefined;
}
