import type { Books, Caller } from './books.ts';
import { checkBeside, checkDeclarable, isChange } from './declaration.ts';
import { declarationRecord, declareAnswer } from './declaration-messages.ts';
import { readDeclarationRequest } from './declaration-request.ts';
import { newId } from './records.ts';
import { Refusal, result } from './results.ts';

export function declare({ clientId, body }: Caller, { ledger, declarations, now }: Books): object {
  const request = readDeclarationRequest(body);
  const own = declarations.list().filter((one) => one.clientId === clientId);
  const existing = own.find(({ declarationRequestId }) => declarationRequestId === request.declarationRequestId);
  if (existing && !isChange(existing, request, now())) return declareAnswer(existing);
  const payment = ledger.find({ clientId, paymentId: request.paymentId });
  if (!payment) throw new Refusal('ORDER_NOT_EXIST');
  checkDeclarable(payment);
  const others = own.filter((one) => one !== existing && one.paymentId === payment.paymentId);
  checkBeside(payment, request, others);
  const declaration = declarations.keep({
    ...request,
    clientId,
    customsPaymentId: existing?.customsPaymentId ?? newId(now(), '220014470005'),
    clearingTransactionId: existing?.clearingTransactionId ?? newId(now(), '22001354880'),
    customsOrderId: request.subOrderId ?? payment.orderId,
    changedAtMs: now(),
  });
  return declareAnswer(declaration);
}

export function inquireDeclarations({ clientId, body }: Caller, { declarations }: Books): object {
  const ids = body.texts('declarationRequestIds', 32);
  if (ids.length > 10) throw new Refusal('ARRAY_SIZE_EXCEEDED');
  const found = declarations
    .list()
    .filter((one) => one.clientId === clientId && ids.includes(one.declarationRequestId));
  return {
    result: result('SUCCESS'),
    declarationRequestsNotFound: ids.filter((id) => !found.some((one) => one.declarationRequestId === id)),
    declarationRecords: found.map(declarationRecord),
  };
}
