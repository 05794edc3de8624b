import type { Refund } from '../protocol/requests.ts';
import { IDEMPOTENCY_KEY_PATTERN } from '../protocol/routes.ts';
import { advance } from './conversation.ts';
import { Refusal } from './errors.ts';
import type { Kit } from './kit.ts';
import { change, mustRetrieve } from './ledger.ts';
import { refundableValue, refundsOf, requestRefund } from './refunds.ts';
import { createId, hash } from './secrets.ts';
import { toRefund } from './snapshot.ts';
import type { PaymentRecord, RefundRecord } from './store.ts';

/** What is to go back. */
export interface RefundOrder {
  /** In the payment's minor units. Default: all that has not been refunded. */
  readonly value?: number;
  /** In the merchant's words, for the gateway's records; at most 256 characters. */
  readonly reason?: string;
  /** 16 to 128 of `[A-Za-z0-9_-]`. The same key makes the same refund, however often it is sent. */
  readonly idempotencyKey: string;
}

/** A mistake in the merchant's own code: loud there, before anything is written. @throws {TypeError} */
export function assertRefundOrder({ value, idempotencyKey }: RefundOrder): void {
  if (value !== undefined && !(Number.isSafeInteger(value) && value > 0)) {
    throw new TypeError('"value" must be a whole number of minor units above 0, or absent for all that is left');
  }
  if (!IDEMPOTENCY_KEY_PATTERN.test(idempotencyKey)) {
    throw new TypeError('"idempotencyKey" must be 16 to 128 of A-Z, a-z, 0-9, "_" and "-"');
  }
}

/**
 * Refunds a payment: writes the refund down, which reserves its money, and only then tells the gateway. Where the
 * gateway does not answer the refund is `pending`, its money stays reserved, and the sweep goes on with it.
 *
 * @throws {Refusal} `payment_not_found`, `payment_not_refundable`, `refund_not_supported`, `amount_out_of_range`,
 * `idempotency_key_reused`, `gateway_rejected`.
 */
export async function refundPayment(kit: Kit, paymentId: string, order: RefundOrder): Promise<Refund> {
  const { value, reason } = order;
  const keyHash = await hash(order.idempotencyKey);
  const gateway = kit.gateways[(await mustRetrieve(kit, paymentId)).gateway];
  if (!gateway) throw new Refusal('refund_not_supported', 'There is no such gateway account any more.');
  const draft = {
    id: createId(),
    status: 'pending',
    ...(reason && { reason: reason.slice(0, 256) }),
    requestedBy: 'merchant',
    keyHash,
    createdAtMs: kit.environment.now(),
    atGateway: 'unknown',
  } as const;
  const reserved = await change(kit, paymentId, 'refund_requested', (record) => {
    const replayed = findByKey(record, keyHash);
    if (!replayed)
      return requestRefund(record, { ...draft, value: value ?? refundableValue(record) }, gateway.capabilities);
    if (value !== undefined && value !== replayed.value) {
      throw new Refusal('idempotency_key_reused', 'This Idempotency-Key was used for a refund of another amount.');
    }
    return record;
  });
  if (findByKey(reserved, keyHash)?.status !== 'pending') return answer(reserved, keyHash);
  const { record, trouble } = await advance(kit, paymentId);
  if (trouble?.kind === 'misconfigured') {
    throw new Refusal('gateway_rejected', 'The gateway refused this shop. The refund stays open: mend and wait.', {
      payment: record,
      cause: trouble,
    });
  }
  return answer(record, keyHash);
}

function findByKey(record: PaymentRecord, keyHash: string): RefundRecord | undefined {
  return refundsOf(record).find((refund) => refund.keyHash === keyHash);
}

function answer(record: PaymentRecord, keyHash: string): Refund {
  const refund = findByKey(record, keyHash);
  if (!refund) throw new Error(`Payment ${record.id} has lost a refund`);
  return toRefund(record, refund);
}
