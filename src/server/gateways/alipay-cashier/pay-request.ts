import type { Amount, OperatingSystem, Terminal } from '../../../protocol/payment.ts';
import type { GatewayPayment } from '../../gateway.ts';
import type { Contract } from './contract.ts';
import { toWireAmount } from './currencies.ts';
import type { Env } from './messages/order.ts';
import type { PayRequest, SettlementStrategy } from './messages/payment.ts';

/**
 * The same payment always gives the same request: repeating it must not look like a second payment under one id.
 *
 * @throws {GatewayError} `rejected` for an amount that Alipay cannot take; nothing has been sent then.
 */
export function toPayRequest(payment: GatewayPayment, contract: Contract): PayRequest {
  const amount = toWireAmount(payment.amount);
  return {
    productCode: 'CASHIER_PAYMENT',
    paymentRequestId: payment.id,
    order: {
      referenceOrderId: payment.orderId,
      orderDescription: payment.description,
      orderAmount: amount,
    },
    paymentAmount: amount,
    paymentMethod: { paymentMethodType: payment.wallet ?? contract.wallet },
    settlementStrategy: toSettlementStrategy(payment.amount, contract),
    env: { ...toEnv(payment), clientIp: payment.clientAddress },
    paymentRedirectUrl: payment.returnUrl,
    paymentNotifyUrl: payment.notifyUrl,
    merchantRegion: contract.merchantRegion,
    userRegion: payment.buyerCountry,
    appId: payment.terminal === 'MINI_APP' ? contract.miniAppId : undefined,
    ...contract.account,
  };
}

export function toSettlementStrategy({ currency }: Amount, { settlementCurrency }: Contract): SettlementStrategy {
  return { settlementCurrency: settlementCurrency ?? currency };
}

export function toEnv({ terminal, os }: { terminal: Terminal; os?: OperatingSystem }): Env {
  return { terminalType: terminal, osType: terminal === 'WEB' ? undefined : os };
}
