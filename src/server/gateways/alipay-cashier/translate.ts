import type { Amount } from '../../../protocol/payment.ts';
import { type Evidence, GatewayError, type GatewayPayment } from '../../gateway.ts';
import { toAction } from './action.ts';
import { fromWireAmount } from './currencies.ts';
import { knownExpiryMs, toExpiresAtMs } from './expiry.ts';
import type { Result } from './messages/common.ts';
import type { CancelResponse, InquiryPaymentResponse, PayResponse } from './messages/payment.ts';
import { failedCall, isConfigurationCode, toFailureReason, unknownOutcome } from './result-codes.ts';

type Outcome = Evidence['outcome'];

const IN_PROCESS = 'PAYMENT_IN_PROCESS';

/** `paymentStatus` in our words. Source: Antom docs, "inquiryPayment"; `FAIL` says why in another field. */
const OUTCOMES: ReadonlyMap<string | undefined, Outcome> = new Map([
  ['SUCCESS', 'success'],
  ['PROCESSING', 'awaiting'],
  ['PENDING', 'processing'],
  ['CANCELLED', 'cancelled'],
]);

/**
 * Not about the payment that this call asks for: an earlier call under its id has left one behind, which may even be
 * paid. Only an inquiry can say what became of it, so its state is unknown, and it must not be called failed.
 */
const HAS_A_PAST: ReadonlySet<string> = new Set(['REPEAT_REQ_INCONSISTENT', 'ORDER_IS_CLOSED', 'ORDER_IS_CANCELED']);

/** Codes that come with a `FAIL` and give no reason for it. */
const NO_REASON: ReadonlySet<string | undefined> = new Set([undefined, '', 'SUCCESS', IN_PROCESS]);

/**
 * What the answer to `pay` tells. Source: Antom docs, "pay (One-time Payments)", result process logic.
 *
 * @throws {GatewayError}
 */
export function fromPay(payment: GatewayPayment, response: PayResponse): Evidence {
  const { result } = response;
  if (result.resultStatus === 'F') throw refusal(result);
  if (result.resultStatus === 'U' && result.resultCode !== IN_PROCESS)
    throw unknownOutcome('Alipay cannot say yet', result);
  const evidence = aboutPayment(payment, response);
  if (result.resultStatus === 'S') return { ...evidence, ...paid(response) };
  const expiresAtMs = toExpiresAtMs(payment, response);
  // Without any address the payment is an older one, perhaps paid already: an inquiry tells.
  return { ...evidence, outcome: 'awaiting', action: toAction(response, expiresAtMs), expiresAtMs };
}

/**
 * What the answer to an inquiry tells. Null where there is no such payment.
 *
 * @throws {GatewayError}
 */
export function fromInquiry(payment: GatewayPayment, response: InquiryPaymentResponse, nowMs: number): Evidence | null {
  const { result, paymentStatus, paymentResultCode } = response;
  if (result.resultStatus !== 'S') {
    if (result.resultStatus === 'F' && result.resultCode === 'ORDER_NOT_EXIST') return null;
    throw failedCall('The inquiry failed', result);
  }
  const evidence = aboutPayment(payment, response);
  if (paymentStatus === 'SUCCESS') return { ...evidence, ...paid(response) };
  if (paymentStatus === 'FAIL') return { ...evidence, ...toEnd(paymentResultCode, knownExpiryMs(payment), nowMs) };
  const outcome = OUTCOMES.get(paymentStatus) ?? 'awaiting';
  if (outcome !== 'awaiting' || payment.gatewayReference) return { ...evidence, outcome };
  // We have never read an answer to `pay`: where it is not repeated, this address is all that the shopper gets.
  const expiresAtMs = knownExpiryMs(payment);
  return { ...evidence, outcome, action: toAction(response, expiresAtMs), expiresAtMs };
}

/**
 * Whether a cancel took place.
 *
 * @throws {GatewayError}
 */
export function fromCancel(payment: GatewayPayment, response: CancelResponse): 'cancelled' | 'refused' {
  const { result } = response;
  if (result.resultStatus === 'S') {
    aboutPayment(payment, response);
    return 'cancelled';
  }
  // An `F` says that nothing was cancelled, and its code why; one of a broken system is no such word.
  const isRefusal = result.resultStatus === 'F' && !isConfigurationCode(result.resultCode);
  if (isRefusal && result.resultCode !== 'SYSTEM_ERROR') return 'refused';
  throw failedCall('The cancel failed', result);
}

// An answer's signature does not cover the question: without this, an old answer about another payment would do.
function aboutPayment(
  { id }: GatewayPayment,
  { paymentRequestId, paymentId, paymentAmount }: Pick<PayResponse, 'paymentRequestId' | 'paymentId' | 'paymentAmount'>,
) {
  if (paymentRequestId !== id) throw new GatewayError('unknown', 'The answer is not about this payment');
  return { paymentId: id, gatewayReference: paymentId, amount: fromWireAmount(paymentAmount) };
}

function paid({ paymentAmount }: Pick<PayResponse, 'paymentAmount'>): { outcome: 'success'; amount: Amount } {
  const amount = fromWireAmount(paymentAmount);
  if (!amount) throw new GatewayError('unknown', 'The answer does not say how much was paid');
  return { outcome: 'success', amount };
}

/**
 * How a payment ended that Alipay calls failed. It says so of an expired one too, and documents no code for it: either
 * the code of a closed order, or no reason at all once its time is over.
 */
export function toEnd(
  code: string | undefined,
  expiresAtMs: number | undefined,
  nowMs: number,
): Pick<Evidence, 'outcome' | 'reason'> {
  const isOver = expiresAtMs !== undefined && nowMs >= expiresAtMs;
  if (code === 'ORDER_IS_CLOSED' || (NO_REASON.has(code) && isOver)) return { outcome: 'expired' };
  return { outcome: 'failed', reason: toFailureReason(code ?? '') };
}

function refusal(result: Result): GatewayError {
  const { resultCode: gatewayCode } = result;
  if (HAS_A_PAST.has(gatewayCode)) return unknownOutcome('There is a payment with this id already', result);
  if (isConfigurationCode(gatewayCode)) return failedCall('Alipay refuses the request', result);
  // `PROCESS_FAIL` and `SYSTEM_ERROR` too: marked "do not retry", and without an address nobody can pay it.
  return new GatewayError('rejected', `Alipay refuses the payment: ${gatewayCode}`, {
    reason: toFailureReason(gatewayCode),
    gatewayCode,
  });
}
