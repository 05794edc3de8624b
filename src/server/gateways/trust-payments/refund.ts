import { GatewayError, type GatewayPayment, type GatewayRefund, type RefundEvidence } from '../../gateway.ts';
import { type Currencies, fromBaseAmount, toBaseAmount } from './currencies.ts';
import { failedCall, isRefundRefusal, isUnclear, OK } from './error-codes.ts';
import type { QueryResponse, RefundRequest, Transaction } from './messages.ts';
import { findRecords, MAX_REFERENCE_LENGTH } from './records.ts';

const PREFERENCE: readonly RefundEvidence['outcome'][] = ['success', 'processing', 'failed'];

/**
 * The request that returns the money. Its amount is named also where it is all of it: without one the gateway returns
 * whatever is left, which after a refund that we do not know of is not what was asked for.
 *
 * @throws {GatewayError} `rejected` where nothing can be asked for; nothing has been sent then.
 */
export function toRefundRequest(
  { gatewayReference }: GatewayPayment,
  refund: GatewayRefund,
  currencies: Currencies,
): RefundRequest {
  const baseamount = toBaseAmount(currencies, refund.amount);
  if (!baseamount) throw new GatewayError('rejected', 'Trust Payments cannot count this amount');
  if (!gatewayReference) throw new GatewayError('rejected', 'Trust Payments does not know what to refund');
  if (refund.id.length > MAX_REFERENCE_LENGTH) {
    throw new GatewayError('rejected', 'Trust Payments would cut the reference short');
  }
  return {
    parenttransactionreference: gatewayReference,
    baseamount,
    currencyiso3a: refund.amount.currency,
    orderreference: refund.id,
  };
}

/**
 * What the answer to `REFUND` tells. Source: Trust Payments help, "REFUND".
 *
 * @throws {GatewayError}
 */
export function fromRefund(refund: GatewayRefund, response: Transaction, currencies: Currencies): RefundEvidence {
  const { errorcode: gatewayCode = '', orderreference = refund.id } = response;
  if (gatewayCode === OK) {
    if (orderreference !== refund.id) throw new GatewayError('unknown', 'The answer is not about this refund');
    return toEvidence(refund, response, currencies);
  }
  // Not to be sent again, say the documents, but to be asked about: so it counts as made.
  if (isUnclear(gatewayCode)) return { refundId: refund.id, outcome: 'processing' };
  if (!isRefundRefusal(gatewayCode)) throw failedCall('The refund failed', response);
  throw new GatewayError('rejected', `Trust Payments refuses the refund: ${gatewayCode}`, { gatewayCode });
}

/**
 * What the answer to a query tells. Null where there is no such refund.
 *
 * @throws {GatewayError}
 */
export function fromRefundQuery(
  payment: GatewayPayment,
  refund: GatewayRefund,
  response: QueryResponse,
  currencies: Currencies,
): RefundEvidence | null {
  const { id, gatewayReference } = refund;
  const records = findRecords({ type: 'REFUND', id, gatewayReference }, response);
  if (records.some(({ parenttransactionreference: parent }) => parent && parent !== payment.gatewayReference)) {
    throw new GatewayError('unknown', 'The answer is about a refund of another payment');
  }
  const found = records.map((record) => toEvidence(refund, record, currencies));
  const [evidence] = found.sort((a, b) => PREFERENCE.indexOf(a.outcome) - PREFERENCE.indexOf(b.outcome));
  return evidence ?? null;
}

function toEvidence({ id }: GatewayRefund, record: Transaction, currencies: Currencies): RefundEvidence {
  const { errorcode = OK, settlestatus, transactionreference } = record;
  const isDead = settlestatus === '3' || isRefundRefusal(errorcode);
  const isDone = settlestatus === '100' && errorcode === OK;
  return {
    refundId: id,
    gatewayReference: transactionreference,
    amount: fromBaseAmount(currencies, record),
    outcome: isDead ? 'failed' : isDone ? 'success' : 'processing',
    ...(isDead && { gatewayCode: errorcode }),
  };
}
