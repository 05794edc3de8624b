import type { Books, Caller } from './books.ts';
import { checkRefund, isSameRefund, type Refund, readRefundRequest } from './refund.ts';
import { inquiryRefundAnswer, refundAnswer } from './refund-messages.ts';
import { Refusal } from './results.ts';

export function refund({ clientId, body }: Caller, books: Books): object {
  const { ledger, merchants, refunds, now } = books;
  const request = readRefundRequest(body);
  const existing = refunds.find({ clientId, refundRequestId: request.refundRequestId });
  if (existing && !isSameRefund(existing, request)) throw new Refusal('REPEAT_REQ_INCONSISTENT');
  if (existing) return refundAnswer(existing);
  const payment = ledger.find({ clientId, paymentId: request.paymentId });
  if (!payment) throw new Refusal('ORDER_NOT_EXIST');
  checkRefund(payment, request, refunds.of(payment.paymentId), merchants.get(clientId) ?? {}, now());
  return refundAnswer(carryOut(refunds.open(clientId, request), books));
}

/** What becomes of a refund at once. */
function carryOut(opened: Refund, { faults, merchants, refunds, announceLater }: Books): Refund {
  // Kept as failed: another attempt needs another id, also once there is money again.
  if (merchants.get(opened.clientId)?.isBroke) return refunds.settle(opened, 'MERCHANT_BALANCE_NOT_ENOUGH');
  if (faults.current.refunds === 'manual') return opened;
  const done = refunds.settle(opened, 'SUCCESS');
  announceLater(done);
  return done;
}

export function inquireRefund({ clientId, body }: Caller, { refunds }: Books): object {
  const refundId = body.optionalText('refundId', 64);
  const found = refundId
    ? refunds.find({ clientId, refundId })
    : refunds.find({ clientId, refundRequestId: body.text('refundRequestId', 64) });
  if (!found) throw new Refusal('ORDER_NOT_EXIST');
  return inquiryRefundAnswer(found);
}
