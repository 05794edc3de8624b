import { EvidenceMismatch, Refusal } from './errors.ts';
import { type Gateway, GatewayError } from './gateway.ts';
import { toGatewayPayment, toNewGatewayPayment } from './gateway-payment.ts';
import { nextSweptInquiry } from './inquiry-times.ts';
import type { Kit } from './kit.ts';
import { tryLease } from './lease.ts';
import { applyEvidence, change, mustRetrieve } from './ledger.ts';
import { openRefunds, refundableValue, requestRefund } from './refunds.ts';
import { createId } from './secrets.ts';
import { settleRefund } from './settle-refund.ts';
import { isCancellable } from './snapshot.ts';
import type { PaymentRecord } from './store.ts';

/** A payment that its gateway has not heard of by then is not sent again: nobody waits for it any more. */
const SEND_AGAIN_FOR_MS = 10 * 60_000;
/** A gateway may know of a payment only some time after it was created (Alipay: 15 s, asked three times). */
const NOT_KNOWN_YET_MS = 60_000;

/** What one round of talking with the gateway came to. `trouble` says what it could not do; the record is true. */
export interface Round {
  readonly record: PaymentRecord;
  readonly trouble?: GatewayError;
}

/**
 * Takes a payment one step on with its gateway: creates it there if that is still to be done, else asks how it stands,
 * then does what is owed (a cancel that was asked for, money to be returned, refunds) and sets the time of the next
 * inquiry.
 *
 * Everything that talks with a gateway comes through here: a create, a cancel, a follower's inquiry and the sweep, which
 * so finishes whatever a crash has left, at any line. One round at a time for each payment; while one is under way
 * another only answers the stored record.
 */
export async function advance(kit: Kit, id: string, { isNew = false } = {}): Promise<Round> {
  const round = await tryLease(kit, `gateway:${id}`, (renew) => converse(kit, id, isNew, renew));
  return round ?? { record: await mustRetrieve(kit, id) };
}

async function converse(kit: Kit, id: string, isNew: boolean, renew: () => Promise<void>): Promise<Round> {
  let record = await mustRetrieve(kit, id);
  const gateway = kit.gateways[record.gateway];
  if (!gateway) {
    const message = `There is no gateway account "${record.gateway}" any more: its open payments cannot be settled`;
    kit.log({ level: 'error', event: 'gateway_missing', message, paymentId: id });
    return { record: await scheduleNext(kit, record, 0) };
  }
  let trouble: GatewayError | undefined;
  const attempt = async (step: (gateway: Gateway) => Promise<unknown>) => {
    try {
      await renew();
      await step(gateway);
    } catch (error) {
      trouble ??= toTrouble(kit, record, error);
    }
    record = await mustRetrieve(kit, id);
  };
  const isPaid = record.status === 'success' && !record.returnsMoney;
  if (isNew) await attempt((at) => place(kit, at, record));
  else if (!isPaid) await attempt((at) => inquire(kit, at, record));
  // Where the gateway does not answer, the steps after would not get an answer either.
  if (!trouble && record.cancelRequestedBy && isCancellable(record, gateway)) {
    await attempt((at) => withdraw(kit, at, record));
  }
  if (!trouble && record.status === 'success' && record.returnsMoney) {
    await attempt((at) => returnMoney(kit, at, record));
  }
  if (!trouble) {
    // Each of them: one that its gateway chokes on must not keep the others waiting.
    for (const { id: refundId } of openRefunds(record)) await attempt((at) => settleRefund(kit, at, id, refundId));
  }
  return { record: await scheduleNext(kit, record, gateway.capabilities.endCanTurnForMs), trouble };
}

/** Creates the payment at the gateway. Safe to repeat: adapters are idempotent by its id. */
async function place(kit: Kit, gateway: Gateway, record: PaymentRecord): Promise<PaymentRecord> {
  try {
    const evidence = await gateway.createPayment(await toNewGatewayPayment(kit, record));
    return await applyEvidence(kit, record, evidence, 'inquiry');
  } catch (error) {
    if (!(error instanceof GatewayError) || error.kind !== 'rejected') throw error;
    note(kit, 'warn', 'gateway_rejected', record, error);
    return applyEvidence(kit, record, { paymentId: record.id, outcome: 'failed', reason: error.reason }, 'inquiry');
  }
}

async function inquire(kit: Kit, gateway: Gateway, record: PaymentRecord): Promise<PaymentRecord> {
  const evidence = await gateway.retrievePayment(toGatewayPayment(kit, record));
  if (evidence) return applyEvidence(kit, record, evidence, 'inquiry');
  if (record.atGateway === 'known' || record.status !== 'pending') return record;
  const ageMs = kit.environment.now() - record.createdAtMs;
  const { createAgainAfterMs } = gateway.capabilities;
  if (!record.cancelRequestedBy && ageMs < SEND_AGAIN_FOR_MS) {
    return ageMs < createAgainAfterMs ? record : place(kit, gateway, record);
  }
  if (ageMs < NOT_KNOWN_YET_MS) return record;
  // The gateway, asked when no call can be on its way any more, does not have it: it can no longer be paid.
  const outcome = record.cancelRequestedBy ? 'cancelled' : 'expired';
  return applyEvidence(kit, record, { paymentId: record.id, outcome }, 'inquiry');
}

/** Carries out a cancel that was asked for. Only the gateway's own word ends the payment. */
async function withdraw(kit: Kit, gateway: Gateway, record: PaymentRecord): Promise<PaymentRecord> {
  const outcome = await gateway.cancelPayment(toGatewayPayment(kit, record));
  if (outcome === 'cancelled') {
    return applyEvidence(kit, record, { paymentId: record.id, outcome: 'cancelled' }, 'inquiry');
  }
  const evidence = await gateway.retrievePayment(toGatewayPayment(kit, record));
  return evidence ? applyEvidence(kit, record, evidence, 'inquiry') : record;
}

/** Returns the money of a success that is not to be kept: by cancelling it where the gateway does that, else by refund. */
async function returnMoney(kit: Kit, gateway: Gateway, record: PaymentRecord): Promise<PaymentRecord> {
  const canReturn = gateway.capabilities.cancel === 'any';
  if (canReturn && (await gateway.cancelPayment(toGatewayPayment(kit, record))) === 'cancelled') {
    return applyEvidence(kit, record, { paymentId: record.id, outcome: 'cancelled' }, 'inquiry');
  }
  const createdAtMs = kit.environment.now();
  const refund = { id: createId(), status: 'pending', requestedBy: 'kit', createdAtMs, atGateway: 'unknown' } as const;
  return change(kit, record.id, 'refund_requested', (stored) => {
    const settled = { ...stored, returnsMoney: false };
    const value = refundableValue(stored);
    try {
      return value > 0 ? requestRefund(settled, { ...refund, value }, gateway.capabilities) : settled;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const message = `The money of this payment is to go back, and this gateway account cannot do it: ${error.message}`;
      kit.log({ level: 'error', event: 'refund_needed', message, paymentId: record.id, gateway: record.gateway });
      return settled;
    }
  });
}

function toTrouble(kit: Kit, record: PaymentRecord, error: unknown): GatewayError {
  if (error instanceof EvidenceMismatch) {
    note(kit, 'error', 'evidence_mismatch', record, error);
    return new GatewayError('unknown', error.message, { cause: error });
  }
  if (!(error instanceof GatewayError)) throw error;
  const isConfiguration = error.kind === 'misconfigured';
  note(kit, isConfiguration ? 'error' : 'warn', `gateway_${error.kind}`, record, error);
  return error;
}

function note(kit: Kit, level: 'warn' | 'error', event: string, { id, gateway }: PaymentRecord, error: Error): void {
  const gatewayCode = error instanceof GatewayError ? error.gatewayCode : undefined;
  kit.log({ level, event, message: error.message, paymentId: id, gateway, ...(gatewayCode && { gatewayCode }) });
}

/** Sets the next inquiry, where the time that is set has come or none is. */
function scheduleNext(kit: Kit, { id }: PaymentRecord, endCanTurnForMs: number): Promise<PaymentRecord> {
  const nowMs = kit.environment.now();
  return change(kit, id, 'inquired', (record) => {
    if (record.nextInquiryAtMs !== undefined && record.nextInquiryAtMs > nowMs) return record;
    const nextInquiryAtMs = nextSweptInquiry(record, nowMs, endCanTurnForMs);
    return nextInquiryAtMs === record.nextInquiryAtMs ? record : { ...record, nextInquiryAtMs };
  });
}
