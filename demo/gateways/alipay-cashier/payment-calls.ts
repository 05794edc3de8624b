import type { Books, Caller } from './books.ts';
import { consultAnswer, readConsultRequest } from './consult.ts';
import { cancelAnswer, inquiryAnswer, payAnswer } from './messages.ts';
import { cancelWindowEndMs, type Payment } from './payment.ts';
import { checkExpiry, type PayRequest, readPayRequest } from './pay-request.ts';
import { isAlive } from './refund.ts';
import { Refusal } from './results.ts';

export function consult({ clientId, body }: Caller, { origin, merchants }: Books): object {
  const request = readConsultRequest(body);
  checkSettlement(clientId, request.settlementCurrency, merchants);
  return consultAnswer(origin, request);
}

export function pay({ clientId, body }: Caller, { origin, ledger, merchants, now }: Books): object {
  const request = readPayRequest(body);
  const existing = ledger.find({ clientId, paymentRequestId: request.paymentRequestId });
  if (!existing) {
    checkExpiry(request, now());
    checkSettlement(clientId, request.settlementCurrency, merchants);
    return payAnswer(origin, ledger.open(clientId, request));
  }
  if (!isRepeat(existing, request)) throw new Refusal('REPEAT_REQ_INCONSISTENT');
  if (existing.status === 'FAIL' || existing.status === 'CANCELLED') throw new Refusal(existing.resultCode);
  return payAnswer(origin, existing);
}

/** Antom docs, Idempotency: the key fields of a repeated request must be the same. */
function isRepeat(payment: Payment, request: PayRequest): boolean {
  return (
    payment.amount.value === request.amount.value &&
    payment.amount.currency === request.amount.currency &&
    payment.wallet === request.wallet &&
    payment.paymentMethodId === request.paymentMethodId
  );
}

function checkSettlement(clientId: string, currency: string | undefined, merchants: Books['merchants']): void {
  const contract = merchants.get(clientId)?.settlementCurrencies;
  if (currency && contract && !contract.includes(currency)) throw new Refusal('SETTLE_CONTRACT_NOT_MATCH', currency);
}

export function inquirePayment(caller: Caller, books: Books): object {
  const payment = findPayment(caller, books);
  return inquiryAnswer(books.origin, payment, books.refunds.of(payment.paymentId));
}

export function cancel(caller: Caller, books: Books): object {
  const { ledger, refunds, now } = books;
  const payment = findPayment(caller, books);
  // A failed payment answers success and stays failed; a cancelled one is not cancelled twice.
  if (payment.status === 'FAIL') return cancelAnswer(payment, now());
  if (payment.cancelledAtMs !== undefined) return cancelAnswer(payment, payment.cancelledAtMs);
  if (refunds.of(payment.paymentId).some(isAlive)) throw new Refusal('PROCESS_FAIL', 'It has been refunded.');
  if (now() > cancelWindowEndMs(payment)) throw new Refusal('CANCEL_WINDOW_EXCEED');
  ledger.apply(payment, { type: 'cancel' });
  return cancelAnswer(payment, now());
}

function findPayment({ clientId, body }: Caller, { ledger }: Books): Payment {
  const paymentId = body.optionalText('paymentId', 64);
  const payment = paymentId
    ? ledger.find({ clientId, paymentId })
    : ledger.find({ clientId, paymentRequestId: body.text('paymentRequestId', 64) });
  if (!payment) throw new Refusal('ORDER_NOT_EXIST');
  return payment;
}
