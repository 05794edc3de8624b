import { type Capabilities, type Evidence, type Gateway, GatewayError, type GatewayPayment } from '../../gateway.ts';
import { createAlipayCashierClient } from './client.ts';
import { type AlipayCashierOptions, readContract } from './contract.ts';
import { CURRENCIES } from './currencies.ts';
import { fromNotification } from './notice.ts';
import { toPayRequest } from './pay-request.ts';
import { fromRefund, fromRefundInquiry, toRefundRequest } from './refund.ts';
import { fromCancel, fromInquiry, fromPay } from './translate.ts';
import { fromConsult, toConsultRequest } from './wallets.ts';

const CAPABILITIES: Omit<Capabilities, 'terminals' | 'wallets'> = {
  currencies: CURRENCIES,
  cancel: 'any',
  // Notifications are sent again for 24 h 22 min, and a payment can be cancelled until 00:15 (UTC+8) of the next day:
  // what both sides have not settled by then stays as it is.
  endCanTurnForMs: 25 * 3_600_000,
  refunds: 'many',
  // The same id never makes a second payment or refund (Antom docs, Idempotency).
  createAgainAfterMs: 0,
  refundAgainAfterMs: 0,
};

// Byte for byte what the documents show: any other answer counts as not received.
const ACKNOWLEDGEMENT = '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"}}';

/**
 * Takes payments through Alipay Cashier Payment (Antom One-time Payments). Throws `TypeError` where an option is
 * missing or malformed.
 */
export function alipayCashier(options: AlipayCashierOptions): Gateway {
  const contract = readContract(options);
  const { account, wallets, miniAppId } = contract;
  const { now = () => Date.now() } = options;
  const client = createAlipayCashierClient(options);

  const pay = async (payment: GatewayPayment): Promise<Evidence> =>
    fromPay(payment, await client.pay(toPayRequest(payment, contract)));

  return {
    name: 'alipay-cashier',
    capabilities: {
      ...CAPABILITIES,
      wallets,
      // Alipay wants a mini app's own id, which a page does not know.
      terminals: ['WEB', 'WAP', 'APP', ...(miniAppId ? (['MINI_APP'] as const) : [])],
    },

    createPayment: pay,

    // By our own id always: it is the one that we know even where the answer to `pay` was lost.
    async retrievePayment(payment) {
      const response = await client.inquiryPayment({ paymentRequestId: payment.id, ...account });
      const evidence = fromInquiry(payment, response, now());
      if (evidence?.outcome !== 'awaiting' || payment.gatewayReference) return evidence;
      // The answer to `pay` was lost, and with it the code, which an inquiry does not hold. Repeated, `pay` gives the
      // same answer again and makes no second payment (Antom docs, Idempotency); a refusal of it ends nothing.
      return pay(payment).catch((error: unknown) => {
        if (error instanceof GatewayError) return evidence;
        throw error;
      });
    },

    async cancelPayment(payment) {
      return fromCancel(payment, await client.cancel({ paymentRequestId: payment.id, ...account }));
    },

    async refundPayment(payment, refund) {
      return fromRefund(refund, await client.refund(toRefundRequest(payment, refund)));
    },

    async retrieveRefund(_payment, refund) {
      return fromRefundInquiry(refund, await client.inquiryRefund({ refundRequestId: refund.id, ...account }));
    },

    async listWallets(query) {
      return fromConsult(await client.consult(toConsultRequest(query, contract)), contract, query.locale);
    },

    async readNotification(notification, payments) {
      return fromNotification(await client.readNotification(notification), payments, now());
    },

    acknowledge: () => new Response(ACKNOWLEDGEMENT, { headers: { 'content-type': 'application/json' } }),
  };
}
