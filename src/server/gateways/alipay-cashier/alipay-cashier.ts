import { type Capabilities, type Evidence, type Gateway, GatewayError, type GatewayPayment } from '../../gateway.ts';
import { ensure } from '../../gateway-options.ts';
import { createAlipayCashierClient } from './client.ts';
import { CURRENCIES } from './currencies.ts';
import type { AlipayCashierClientOptions } from './options.ts';
import { toPayRequest } from './pay-request.ts';
import { fromRefund, fromRefundInquiry, toRefundRequest } from './refund.ts';
import { fromCancel, fromInquiry, fromNotification, fromPay } from './translate.ts';

export interface AlipayCashierOptions extends AlipayCashierClientOptions {
  /** The currency that the contract settles in, as ISO 4217. Default: the payment's own. */
  readonly settlementCurrency?: string;
  /**
   * The wallets that a shopper may pay with, as Alipay's `paymentMethodType`; the first is taken where a page names none.
   * Default `['ALIPAY_CN']`.
   */
  readonly wallets?: readonly string[];
}

const CAPABILITIES: Omit<Capabilities, 'wallets'> = {
  currencies: CURRENCIES,
  // MINI_APP is left out: Alipay also wants that mini app's own id, which a page does not know.
  terminals: ['WEB', 'WAP', 'APP'],
  cancel: 'any',
  // Notifications are sent again for 24 h 22 min, and a payment can be cancelled until 00:15 (UTC+8) of the next day:
  // what both sides have not settled by then stays as it is.
  endCanTurnForMs: 25 * 3_600_000,
  refunds: 'many',
  sendAgainAfterMs: 0,
};

// Byte for byte what the documents show: any other answer counts as not received.
const ACKNOWLEDGEMENT = '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"}}';

/**
 * Takes payments through Alipay Cashier Payment (Antom One-time Payments). Throws `TypeError` where an option is
 * missing or malformed.
 */
export function alipayCashier(options: AlipayCashierOptions): Gateway {
  const { settlementCurrency, wallets = ['ALIPAY_CN'], now = () => Date.now() } = options;
  const [wallet = ''] = wallets;
  const areNames = wallets.every((name) => /^[A-Z0-9_]{1,64}$/.test(name));
  ensure(wallet !== '' && areNames, 'wallets', 'a list with at least one paymentMethodType, such as ALIPAY_CN');
  ensure(
    settlementCurrency === undefined || /^[A-Z]{3}$/.test(settlementCurrency),
    'settlementCurrency',
    'an ISO 4217 code',
  );
  const client = createAlipayCashierClient(options);

  const pay = async (payment: GatewayPayment): Promise<Evidence> =>
    fromPay(payment, await client.pay(toPayRequest(payment, { wallet, settlementCurrency })));

  return {
    name: 'alipay-cashier',
    capabilities: { ...CAPABILITIES, wallets },

    createPayment: pay,

    // By our own id always: it is the one that we know even where the answer to `pay` was lost.
    async retrievePayment(payment) {
      const evidence = fromInquiry(payment, await client.inquiryPayment({ paymentRequestId: payment.id }), now());
      if (evidence?.outcome !== 'awaiting' || payment.gatewayReference) return evidence;
      // The answer to `pay` was lost, and with it the code, which an inquiry does not hold. Repeated, `pay` gives the same
      // answer again and makes no second payment (Antom docs, Idempotency); a refusal of the repetition ends nothing.
      return pay(payment).catch((error: unknown) => {
        if (error instanceof GatewayError) return evidence;
        throw error;
      });
    },

    async cancelPayment(payment) {
      return fromCancel(payment, await client.cancel({ paymentRequestId: payment.id }));
    },

    async refundPayment(payment, refund) {
      return fromRefund(refund, await client.refund(toRefundRequest(payment, refund)));
    },

    async retrieveRefund(_payment, refund) {
      return fromRefundInquiry(refund, await client.inquiryRefund({ refundRequestId: refund.id }));
    },

    async readNotification(notification, payments) {
      return fromNotification(await client.readNotification(notification), payments, now());
    },

    acknowledge: () => new Response(ACKNOWLEDGEMENT, { headers: { 'content-type': 'application/json' } }),
  };
}
