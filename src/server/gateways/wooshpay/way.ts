import { type Evidence, GatewayError, type GatewayPayment } from '../../gateway.ts';

/** One of the ways in which WooshPay takes a payment. What each function throws is told by `Gateway`. */
export interface Way {
  create(payment: GatewayPayment): Promise<Evidence>;
  retrieve(payment: GatewayPayment): Promise<Evidence | null>;
  cancel(payment: GatewayPayment): Promise<'cancelled' | 'refused'>;
  /** The id of the intent that has the money, or undefined where there is none. */
  findIntentId(payment: GatewayPayment): Promise<string | undefined>;
}

/**
 * Evidence of a payment that somebody can pay, or that has already ended. One that waits for a shopper who has no page to
 * go to is cancelled instead, so that nobody waits for it.
 *
 * @throws {GatewayError} `rejected` once it is cancelled, `unknown` where it cannot be.
 */
export async function withAddress(evidence: Evidence, cancel: () => ReturnType<Way['cancel']>): Promise<Evidence> {
  if (evidence.outcome !== 'awaiting' || evidence.action) return evidence;
  const message = 'WooshPay names no address where the payment can be paid';
  const outcome = await cancel().catch((cause: unknown) => {
    throw new GatewayError('unknown', message, { cause });
  });
  throw new GatewayError(outcome === 'cancelled' ? 'rejected' : 'unknown', message, { reason: 'gateway_error' });
}

/**
 * Closes a payment and says whether it is closed. A gateway that declines does not say why in a way to rely on, so what
 * counts is how the payment then stands.
 */
export async function closeOrAsk(
  close: () => Promise<Evidence>,
  ask: () => Promise<Evidence | null>,
): Promise<'cancelled' | 'refused'> {
  const evidence = await close().catch((error: unknown) => {
    if (error instanceof GatewayError && error.kind !== 'unknown') return ask();
    throw error;
  });
  return evidence?.outcome === 'expired' ? 'cancelled' : 'refused';
}
