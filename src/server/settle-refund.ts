import { type Gateway, GatewayError, type RefundEvidence } from './gateway.ts';
import { toGatewayPayment, toGatewayRefund } from './gateway-payment.ts';
import type { Kit } from './kit.ts';
import { change, mustRetrieve } from './ledger.ts';
import { changeRefund, joinRefundEvidence, refundsOf } from './refunds.ts';
import type { PaymentRecord, RefundRecord } from './store.ts';

/**
 * Takes a refund one step on: asks for it where it has been sent before, and sends it where it has not, or where the
 * gateway, asked late enough, does not know of it.
 *
 * @throws {GatewayError} where the gateway has not answered. The refund is then still open, and its money reserved.
 */
export async function settleRefund(kit: Kit, gateway: Gateway, paymentId: string, refundId: string): Promise<void> {
  const record = await mustRetrieve(kit, paymentId);
  const refund = find(record, refundId);
  if (refund?.status !== 'pending') return;
  if (refund.sentAtMs === undefined) return send(kit, gateway, record, refund);
  const evidence = await ask(kit, gateway, record, refund);
  if (evidence) return apply(kit, paymentId, evidence);
  const isLate = kit.environment.now() - refund.sentAtMs >= gateway.capabilities.refundAgainAfterMs;
  // What a gateway once had is never sent again, whatever it says now: one refund must not become two.
  if (isLate && refund.atGateway === 'unknown') await send(kit, gateway, record, refund);
}

async function send(kit: Kit, gateway: Gateway, record: PaymentRecord, refund: RefundRecord): Promise<void> {
  const sentAtMs = kit.environment.now();
  const detail = { refundId: refund.id, value: refund.value };
  // Written before the call: whatever becomes of this process, the refund will be asked for before it is sent again.
  const mark = (stored: PaymentRecord) => changeRefund(stored, refund.id, { sentAtMs });
  const sent = await change(kit, record.id, 'refund_sent', mark, detail);
  try {
    const payment = toGatewayPayment(kit, sent);
    await apply(kit, record.id, await gateway.refundPayment(payment, toGatewayRefund(sent, refund)));
  } catch (error) {
    if (!(error instanceof GatewayError) || error.kind !== 'rejected') throw error;
    // Sent a second time, it may be refused because the first one was carried out.
    const isRepeat = refund.sentAtMs !== undefined;
    const evidence = isRepeat ? await ask(kit, gateway, sent, refund) : null;
    await apply(kit, record.id, evidence ?? toFailure(refund, error));
  }
}

function ask(kit: Kit, gateway: Gateway, record: PaymentRecord, refund: RefundRecord): Promise<RefundEvidence | null> {
  return gateway.retrieveRefund(toGatewayPayment(kit, record), toGatewayRefund(record, refund));
}

/** Joins what a gateway has said of a refund into its payment. @throws {EvidenceMismatch} */
export async function applyRefundEvidence(
  kit: Kit,
  paymentId: string,
  evidence: RefundEvidence,
): Promise<PaymentRecord> {
  const { refundId, outcome, gatewayCode } = evidence;
  const detail = { refundId, outcome, ...(gatewayCode && { gatewayCode }) };
  return change(kit, paymentId, 'refund_evidence', (record) => joinRefundEvidence(record, evidence), detail);
}

async function apply(kit: Kit, paymentId: string, evidence: RefundEvidence): Promise<void> {
  const record = await applyRefundEvidence(kit, paymentId, evidence);
  if (find(record, evidence.refundId)?.status !== 'failed') return;
  const message = 'A refund failed: its money is still here';
  const code = evidence.gatewayCode && { gatewayCode: evidence.gatewayCode };
  kit.log({ level: 'error', event: 'refund_failed', message, paymentId, gateway: record.gateway, ...code });
}

function toFailure({ id }: RefundRecord, { gatewayCode }: GatewayError): RefundEvidence {
  return { refundId: id, outcome: 'failed', ...(gatewayCode && { gatewayCode }) };
}

function find(record: PaymentRecord, refundId: string): RefundRecord | undefined {
  return refundsOf(record).find(({ id }) => id === refundId);
}
