import { advance } from './conversation.ts';
import { Refusal } from './errors.ts';
import type { Kit } from './kit.ts';
import { change, requestCancel } from './ledger.ts';
import { isCancellable } from './snapshot.ts';
import type { PaymentRecord } from './store.ts';

/**
 * Cancels a payment: writes the wish down, inquires, and only if it is not paid tells the gateway. Where the gateway
 * does not answer, the payment is still pending and the sweep goes on with the wish.
 *
 * @throws {Refusal} `payment_already_succeeded` where it is paid (never a hidden refund), `cancel_not_supported` where
 * the gateway, or the payment's state, does not allow it.
 */
export async function cancelPayment(
  kit: Kit,
  { id }: PaymentRecord,
  by: 'shopper' | 'merchant',
): Promise<PaymentRecord> {
  const nowMs = kit.environment.now();
  const wished = await change(kit, id, 'cancel_requested', (record) =>
    isCancellable(record, kit.gateways[record.gateway]) ? requestCancel(record, by, nowMs) : record,
  );
  if (wished.status !== 'pending') return toOutcome(wished);
  if (!wished.cancelRequestedBy) return refuse(wished);
  return toOutcome((await advance(kit, id)).record);
}

function toOutcome(payment: PaymentRecord): PaymentRecord {
  if (payment.status === 'success') {
    throw new Refusal('payment_already_succeeded', 'This payment is already paid.', { payment });
  }
  return payment.reason === 'processing' ? refuse(payment) : payment;
}

function refuse(payment: PaymentRecord): never {
  throw new Refusal('cancel_not_supported', 'This payment cannot be cancelled.', { payment });
}
