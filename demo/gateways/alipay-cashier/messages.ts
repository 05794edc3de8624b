import { paymentAddresses } from './payment-addresses.ts';
import { customsAmount, type Payment, walletOf } from './payment.ts';
import type { Refund } from './refund.ts';
import { transaction } from './refund-messages.ts';
import { result } from './results.ts';
import { gatewayTime } from './wire.ts';

/** The answer to `pay` for a payment that waits for its shopper. Antom docs, pay: response fields. */
export function payAnswer(origin: string, payment: Payment): object {
  const { normalUrl } = paymentAddresses(origin, payment);
  return {
    result: result('PAYMENT_IN_PROCESS'),
    paymentRequestId: payment.paymentRequestId,
    paymentId: payment.paymentId,
    paymentAmount: payment.amount,
    paymentCreateTime: gatewayTime(payment.createdAtMs),
    normalUrl,
    ...appAddresses(origin, payment),
    redirectActionForm: { method: 'GET', redirectUrl: normalUrl },
    paymentActionForm: JSON.stringify({
      method: 'GET',
      paymentActionFormType: 'RedirectActionForm',
      redirectUrl: normalUrl,
    }),
    ...orderCode(origin, payment),
  };
}

/** What opens the wallet's app. Antom docs, URLs returned for some payment methods. */
function appAddresses(origin: string, payment: Payment): object {
  const { walletUrl } = paymentAddresses(origin, payment);
  const app = walletOf(payment)?.app;
  if (!app || (payment.terminal !== 'WAP' && payment.terminal !== 'APP')) return {};
  return {
    ...(app.scheme && { schemeUrl: app.scheme + encodeURIComponent(walletUrl) }),
    ...(app.hasLink && { applinkUrl: walletUrl }),
    appIdentifier: app.id,
  };
}

/** The code of a wallet that can scan one, on every terminal. */
function orderCode(origin: string, payment: Payment): object {
  if (walletOf(payment)?.desktopPage !== 'code') return {};
  const { walletUrl, imageUrl } = paymentAddresses(origin, payment);
  return {
    orderCodeForm: {
      // The code ends two seconds before its payment, as real answers do: nobody scans into a closing door.
      expireTime: gatewayTime(payment.expiresAtMs - 2_000),
      codeDetails: [
        { displayType: 'TEXT', codeValue: walletUrl },
        { displayType: 'SMALLIMAGE', codeValue: `${imageUrl}?picSize=S` },
        { displayType: 'MIDDLEIMAGE', codeValue: `${imageUrl}?picSize=M` },
        { displayType: 'BIGIMAGE', codeValue: `${imageUrl}?picSize=L` },
      ],
    },
  };
}

/** The answer to `inquiryPayment`. Its `result` is about the inquiry only. */
export function inquiryAnswer(origin: string, payment: Payment, refunds: readonly Refund[]): object {
  const { resultCode, resultMessage } = result(payment.resultCode);
  const { normalUrl: redirectUrl } = paymentAddresses(origin, payment);
  return {
    result: result('SUCCESS'),
    paymentStatus: payment.status,
    paymentResultCode: resultCode,
    paymentResultMessage: resultMessage,
    ...facts(payment),
    ...(payment.status === 'PROCESSING' ? { redirectActionForm: { method: 'GET', redirectUrl } } : {}),
    transactions: refunds.length > 0 ? refunds.map(transaction) : null,
  };
}

export function cancelAnswer(payment: Payment, cancelledAtMs: number): object {
  return {
    result: result('SUCCESS'),
    paymentRequestId: payment.paymentRequestId,
    paymentId: payment.paymentId,
    cancelTime: gatewayTime(cancelledAtMs),
  };
}

/** Antom docs, notifyPayment. `PAYMENT_PENDING` comes with `S`: the meaning of the status depends on the type. */
export function paymentNotification(payment: Payment): object {
  const isPending = payment.status === 'PENDING';
  return {
    notifyType: isPending ? 'PAYMENT_PENDING' : 'PAYMENT_RESULT',
    result: result(isPending ? 'SUCCESS' : payment.resultCode),
    ...facts(payment),
  };
}

function facts(payment: Payment): object {
  const { status, paidAtMs } = payment;
  const declarable = customsAmount(payment);
  return {
    paymentRequestId: payment.paymentRequestId,
    paymentId: payment.paymentId,
    paymentAmount: payment.amount,
    paymentCreateTime: gatewayTime(payment.createdAtMs),
    ...(status === 'SUCCESS' && paidAtMs !== undefined && { paymentTime: gatewayTime(paidAtMs) }),
    ...(declarable && { customsDeclarationAmount: declarable }),
    ...(payment.chosenWallet && { pspCustomerInfo: { pspName: payment.chosenWallet } }),
    paymentMethodType: payment.wallet,
  };
}
