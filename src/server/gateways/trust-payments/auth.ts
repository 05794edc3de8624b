import type { Action } from '../../../protocol/payment.ts';
import { safeUrl } from '../../../protocol/safe-url.ts';
import { type Evidence, GatewayError, type GatewayPayment } from '../../gateway.ts';
import { type Currencies, fromBaseAmount, toBaseAmount } from './currencies.ts';
import { declineReason, failedCall, OK, toFailureReason } from './error-codes.ts';
import type { AuthRequest, QueryResponse, Transaction } from './messages.ts';
import { findRecords, MAX_REFERENCE_LENGTH } from './records.ts';

/** The longest address that the gateway takes, and the contract carries. */
const MAX_URL_LENGTH = 2048;

const PROGRESS: readonly Evidence['outcome'][] = ['cancelled', 'failed', 'awaiting', 'processing', 'success'];

/** @throws {GatewayError} `rejected` for what Trust Payments cannot take; nothing has been sent then. */
export function toAuthRequest(payment: GatewayPayment, currencies: Currencies, { wap }: { wap: boolean }): AuthRequest {
  const baseamount = toBaseAmount(currencies, payment.amount);
  if (!baseamount) throw impossible('Trust Payments cannot count this amount');
  if (payment.id.length > MAX_REFERENCE_LENGTH) throw impossible('Trust Payments would cut the reference short');
  if (payment.returnUrl.length > MAX_URL_LENGTH) throw impossible('The return address is too long');
  return {
    baseamount,
    currencyiso3a: payment.amount.currency,
    orderreference: payment.id,
    returnurl: payment.returnUrl,
    // Not in the table of fields, but in every example: whether it is mandatory is not documented.
    billingcountryiso2a: payment.buyerCountry ?? 'CN',
    ...(wap && payment.terminal !== 'WEB' && { applicationtype: 'WAP' }),
  };
}

/**
 * What the answer to `AUTH` tells. Source: Trust Payments help, "Alipay".
 *
 * @throws {GatewayError}
 */
export function fromAuth(payment: GatewayPayment, response: Transaction, currencies: Currencies): Evidence {
  const { errorcode, settlestatus, transactionreference: gatewayReference } = response;
  if (errorcode !== OK) throw refusal(response);
  // Over JSON the request's own reference says that the answer is to it, and over XML no echo of ours is documented.
  const { orderreference = payment.id } = response;
  if (orderreference !== payment.id) throw new GatewayError('unknown', 'The answer is not about this payment');
  if (!gatewayReference || !settlestatus) {
    throw new GatewayError('unknown', 'The answer does not say what became of the payment');
  }
  const action = toAction(response);
  if (settlestatus === '10' && !action) throw new GatewayError('unknown', 'The answer has no address to pay at');
  const { outcome, reason } = toState(response);
  return {
    paymentId: payment.id,
    gatewayReference,
    amount: fromBaseAmount(currencies, response),
    // Nobody can have paid before this answer: a settlement is believed of a query alone.
    outcome: outcome === 'success' ? 'processing' : outcome,
    ...(reason && { reason }),
    ...(action && { action }),
  };
}

/**
 * What the answer to a query tells. Null where there is no such payment, or none that a shopper could pay.
 *
 * Where answers were lost there may be several payments under our reference. Believed is the one whose answer we have
 * read, as its address is the only one that the shopper got; else the one that has come furthest.
 *
 * @throws {GatewayError}
 */
export function fromQuery(payment: GatewayPayment, response: QueryResponse, currencies: Currencies): Evidence | null {
  const { id, gatewayReference } = payment;
  const records = findRecords({ type: 'AUTH', id, gatewayReference }, response);
  const [believed] = records.toSorted((a, b) => progressOf(b) - progressOf(a));
  if (!believed) return null;
  const action = gatewayReference ? undefined : toAction(believed);
  // Open, and its address lost with the answer: nobody can pay it, so it may be created again.
  if (!gatewayReference && !action && isOpen(believed)) return null;
  const amount = fromBaseAmount(currencies, believed);
  const state = toState(believed);
  if (state.outcome === 'success' && !amount) {
    throw new GatewayError('unknown', 'The answer does not say how much was paid');
  }
  return {
    paymentId: id,
    gatewayReference: believed.transactionreference,
    amount,
    ...state,
    ...(action && { action }),
  };
}

/** `settlestatus` in our words. Source: Trust Payments help, "Alipay" and "Settlement". */
function toState({
  settlestatus,
  errorcode = OK,
}: Transaction): Pick<Evidence, 'outcome' | 'reason' | 'cancelledBy' | 'attention'> {
  switch (settlestatus) {
    case '100':
      return { outcome: 'success' };
    case '0':
    case '1':
      return { outcome: 'processing' };
    case '2':
      return {
        outcome: 'processing',
        attention: 'Trust Payments has suspended this payment: release it, or cancel it',
      };
    case '3':
      return errorcode === OK
        ? { outcome: 'cancelled', cancelledBy: 'shopper' }
        : { outcome: 'failed', reason: toFailureReason(errorcode) };
    default:
      return { outcome: 'awaiting' };
  }
}

/** Of two that are open, the one that can be paid is further. */
function progressOf(record: Transaction): number {
  return PROGRESS.indexOf(toState(record).outcome) + (toAction(record) ? 0.5 : 0);
}

function isOpen({ errorcode = OK, settlestatus }: Transaction): boolean {
  return errorcode === OK && settlestatus === '10';
}

function toAction(record: Transaction): Action | undefined {
  const url = isOpen(record) && record.redirecturl ? safeUrl(record.redirecturl) : null;
  return url && url.length <= MAX_URL_LENGTH ? { redirect: { url, method: 'GET' } } : undefined;
}

function impossible(message: string): GatewayError {
  return new GatewayError('rejected', message, { reason: 'gateway_error' });
}

function refusal(response: Transaction): GatewayError {
  const { errorcode: gatewayCode = '' } = response;
  const reason = declineReason(gatewayCode);
  if (!reason) return failedCall('Trust Payments did not create the payment', response);
  return new GatewayError('rejected', `Trust Payments refuses the payment: ${gatewayCode}`, { reason, gatewayCode });
}
