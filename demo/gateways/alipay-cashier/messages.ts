import { addresses } from '../support/counter.ts';
import type { Letter } from '../support/courier.ts';
import type { Payment } from './payment.ts';
import { result } from './results.ts';
import { gatewayTime } from './wire.ts';

const APP_LINK_WALLETS = ['ALIPAY_HK', 'GCASH', 'TNG', 'DANA', 'TRUEMONEY', 'KAKAOPAY'];

/** The answer to `pay` for a payment that waits for its shopper. Antom docs, pay: response fields. */
export function payAnswer(origin: string, payment: Payment): object {
  const { wallet, cashier, image } = addresses(origin, payment.code);
  const onPhone = payment.terminal !== 'WEB';
  const normalUrl = onPhone ? wallet : cashier;
  const inApp = onPhone && payment.terminal !== 'MINI_APP';
  return {
    result: result('PAYMENT_IN_PROCESS'),
    paymentRequestId: payment.paymentRequestId,
    paymentId: payment.paymentId,
    paymentAmount: payment.amount,
    paymentCreateTime: gatewayTime(payment.createdAtMs),
    normalUrl,
    ...(inApp && payment.wallet === 'ALIPAY_CN'
      ? { schemeUrl: schemeUrl(wallet), appIdentifier: ANDROID_PACKAGE }
      : {}),
    ...(inApp && APP_LINK_WALLETS.includes(payment.wallet) ? { applinkUrl: wallet } : {}),
    redirectActionForm: { method: 'GET', redirectUrl: normalUrl },
    paymentActionForm: JSON.stringify({
      method: 'GET',
      paymentActionFormType: 'RedirectActionForm',
      redirectUrl: normalUrl,
    }),
    orderCodeForm: {
      // The code ends two seconds before its payment, as real answers do: nobody scans into a closing door.
      expireTime: gatewayTime(payment.expiresAtMs - 2_000),
      codeDetails: [
        { displayType: 'TEXT', codeValue: wallet },
        { displayType: 'SMALLIMAGE', codeValue: `${image}?picSize=S` },
        { displayType: 'MIDDLEIMAGE', codeValue: `${image}?picSize=M` },
        { displayType: 'BIGIMAGE', codeValue: `${image}?picSize=L` },
      ],
    },
  };
}

const ANDROID_PACKAGE = 'com.eg.android.AlipayGphone';

function schemeUrl(wallet: string): string {
  return `alipays://platformapi/startapp?saId=10000007&qrcode=${encodeURIComponent(wallet)}`;
}

/** The answer to `inquiryPayment`. Its `result` is about the inquiry only. */
export function inquiryAnswer(origin: string, payment: Payment): object {
  const { resultCode, resultMessage } = result(payment.resultCode);
  const { wallet, cashier } = addresses(origin, payment.code);
  const redirectUrl = payment.terminal === 'WEB' ? cashier : wallet;
  return {
    result: result('SUCCESS'),
    paymentStatus: payment.status,
    paymentResultCode: resultCode,
    paymentResultMessage: resultMessage,
    ...facts(payment),
    paymentMethodType: payment.wallet,
    ...(payment.status === 'PROCESSING' ? { redirectActionForm: { method: 'GET', redirectUrl } } : {}),
    transactions: null,
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
export function notification(payment: Payment): Pick<Letter, 'type' | 'status' | 'body'> {
  const pending = payment.status === 'PENDING';
  const notifyType = pending ? 'PAYMENT_PENDING' : 'PAYMENT_RESULT';
  const outcome = result(pending ? 'SUCCESS' : payment.resultCode);
  const body = JSON.stringify({ notifyType, result: outcome, ...facts(payment), paymentMethodType: payment.wallet });
  return { type: notifyType, status: outcome.resultStatus, body };
}

function facts(payment: Payment): object {
  return {
    paymentRequestId: payment.paymentRequestId,
    paymentId: payment.paymentId,
    paymentAmount: payment.amount,
    paymentCreateTime: gatewayTime(payment.createdAtMs),
    ...(payment.paidAtMs === undefined ? {} : { paymentTime: gatewayTime(payment.paidAtMs) }),
  };
}

/** What a merchant answers to a notification. Compared as text: nothing else acknowledges. */
export const ACKNOWLEDGEMENT = '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"}}';
