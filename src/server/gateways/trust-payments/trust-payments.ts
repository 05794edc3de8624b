import type { Capabilities, Gateway } from '../../gateway.ts';
import { ensure } from '../../gateway-options.ts';
import { fromAuth, fromQuery, toAuthRequest } from './auth.ts';
import { createTrustPaymentsClient } from './client.ts';
import { createCurrencies, WHOLE_CURRENCIES } from './currencies.ts';
import { fromNotification } from './notification.ts';
import type { TrustPaymentsClientOptions } from './options.ts';
import { toFilter } from './records.ts';
import { fromRefund, fromRefundQuery, toRefundRequest } from './refund.ts';

export interface TrustPaymentsOptions extends TrustPaymentsClientOptions {
  /**
   * Whether phones get Alipay's phone page, which opens the app. Alipay must have enabled it for the account, in test
   * too. Default false: phones get the page for a desktop, which works there, but badly.
   */
  readonly wap?: boolean;
  /**
   * Which of `JPY` and `KRW` Trust Payments has confirmed to count without decimals, as ISO 4217 does: its documents do
   * not say so, and a wrong guess is wrong a hundredfold. Default none: payments in them are then refused.
   */
  readonly zeroDecimalCurrencies?: readonly (typeof WHOLE_CURRENCIES)[number][];
}

const CAPABILITIES: Omit<Capabilities, 'currencies'> = {
  terminals: ['WEB', 'WAP', 'APP'],
  wallets: [],
  // An update of the settlement is refused as long as the shopper decides.
  cancel: 'never',
  refunds: 'many',
  // A shopper can sort a failed payment out with Alipay, and it settles after all; no limit is documented. A month is
  // four times what Trust Payments lets an open payment rest before it looks into it. Notifications count even later.
  endCanTurnForMs: 30 * 24 * 3_600_000,
  // Nothing is idempotent: time for a request that was given up after 20 s to be carried out, and to be found by a query.
  createAgainAfterMs: 30_000,
  // The official library waits 60 s for an answer: until then a refund may still be on its way.
  refundAgainAfterMs: 90_000,
};

/**
 * Takes payments through Trust Payments. Throws `TypeError` where an option is missing or malformed.
 *
 * The merchant has notifications set up with Trust Payments, for the address that the kit serves; a payment that is
 * suspended there (`settlestatus` 2) stays `processing` until a person releases it.
 */
export function trustPayments(options: TrustPaymentsOptions): Gateway {
  const { wap = false, zeroDecimalCurrencies = [] } = options;
  ensure(typeof wap === 'boolean', 'wap', 'true or false');
  const isConfirmable = (code: unknown) => WHOLE_CURRENCIES.some((known) => known === code);
  ensure(
    Array.isArray(zeroDecimalCurrencies) && (zeroDecimalCurrencies as readonly unknown[]).every(isConfirmable),
    'zeroDecimalCurrencies',
    `a list of ${WHOLE_CURRENCIES.join(' and ')}`,
  );
  const client = createTrustPaymentsClient(options);
  const currencies = createCurrencies(zeroDecimalCurrencies);

  return {
    name: 'trust-payments',
    capabilities: { ...CAPABILITIES, currencies },

    async createPayment(payment) {
      return fromAuth(payment, await client.auth(toAuthRequest(payment, currencies, { wap })), currencies);
    },

    async retrievePayment(payment) {
      return fromQuery(payment, await client.transactionQuery(toFilter(payment)), currencies);
    },

    cancelPayment: () => Promise.resolve('refused'),

    async refundPayment(payment, refund) {
      const request = toRefundRequest(payment, refund, currencies);
      return fromRefund(refund, await client.refund(request), currencies);
    },

    async retrieveRefund(payment, refund) {
      const response = await client.transactionQuery(toFilter(refund));
      return fromRefundQuery(payment, refund, response, currencies);
    },

    async readNotification(notification, payments) {
      return fromNotification(await client.readNotification(notification), payments, currencies);
    },

    acknowledge: () => new Response('received\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
  };
}
