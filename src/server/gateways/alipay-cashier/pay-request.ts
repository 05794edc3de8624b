import { GatewayError, type GatewayPayment } from '../../gateway.ts';
import { toWireAmount } from './currencies.ts';
import type { PayRequest } from './messages.ts';

/** What the merchant's contract adds to every payment. */
export interface PayDefaults {
  readonly wallet: string;
  readonly settlementCurrency: string | undefined;
}

/**
 * The same payment always gives the same request: repeating it must not look like a second payment under one id.
 *
 * @throws {GatewayError} `rejected` for an amount that Alipay cannot count; nothing has been sent then.
 */
export function toPayRequest(payment: GatewayPayment, { wallet, settlementCurrency }: PayDefaults): PayRequest {
  const amount = toWireAmount(payment.amount);
  if (!amount) throw new GatewayError('rejected', 'Alipay cannot count this amount', { reason: 'gateway_error' });
  return {
    productCode: 'CASHIER_PAYMENT',
    paymentRequestId: payment.id,
    order: {
      referenceOrderId: payment.orderId,
      orderDescription: payment.description,
      orderAmount: amount,
    },
    paymentAmount: amount,
    paymentMethod: { paymentMethodType: payment.wallet ?? wallet },
    settlementStrategy: { settlementCurrency: settlementCurrency ?? amount.currency },
    env: {
      terminalType: payment.terminal,
      osType: payment.terminal === 'WEB' ? undefined : payment.os,
      clientIp: payment.clientAddress,
    },
    paymentRedirectUrl: payment.returnUrl,
    paymentNotifyUrl: payment.notifyUrl,
    userRegion: payment.buyerCountry,
  };
}
