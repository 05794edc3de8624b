import { type Capabilities, type Gateway, GatewayError, type GatewayPayment } from '../../gateway.ts';
import { ensure } from '../../gateway-options.ts';
import { createWooshPayClient } from './client.ts';
import { CURRENCIES } from './currencies.ts';
import { createDirectWay } from './direct.ts';
import { createHostedWay } from './hosted.ts';
import { toNotice } from './notice.ts';
import type { WooshPayClientOptions } from './options.ts';
import { fromRefund, toRefundError, toRefundRequest } from './refund.ts';
import { toWalletOptions } from './wallets.ts';

export interface WooshPayOptions extends WooshPayClientOptions {
  /**
   * Where the shopper pays. `direct` (default): on the wallet's own page or in its app, which we choose by the terminal.
   * `hosted`: on a page of WooshPay's, a Checkout Session, which finds out by itself what the shopper has.
   */
  readonly page?: 'direct' | 'hosted';
  /**
   * Whether a desktop also shows the address of the wallet's page as a QR code. Default false: that the Alipay app reads
   * it is not documented. Without effect on a hosted page.
   */
  readonly qrFromUrl?: boolean;
  /**
   * The wallets that a shopper may pay with, as WooshPay's payment method types: `alipay`, `alipay_hk`, `alipayplus`, …;
   * the first is taken where a page names none. Default `['alipay']`.
   */
  readonly wallets?: readonly string[];
  /**
   * How the amount of a refund is sent. Default `integer`, as integrations do; the documents type it as a `string` and
   * show an integer.
   */
  readonly refundAmountType?: 'integer' | 'string';
}

const CAPABILITIES: Omit<Capabilities, 'wallets'> = {
  currencies: CURRENCIES,
  terminals: ['WEB', 'WAP', 'APP'],
  cancel: 'unpaid',
  // How long an unpaid payment stays open is not documented; events are sent again for 72 hours.
  endCanTurnForMs: 4 * 24 * 3_600_000,
  refunds: 'one',
  // A search may lag behind, and whether the idempotency key is heeded is not documented.
  createAgainAfterMs: 10_000,
  // Without meaning: a refund that we cannot ask for is never sent again.
  refundAgainAfterMs: 10_000,
};

const SESSION_ID = /^cs_/;

/** Takes payments through WooshPay. Throws `TypeError` where an option is missing or malformed. */
export function wooshPay(options: WooshPayOptions): Gateway {
  const { page = 'direct', qrFromUrl = false, wallets = ['alipay'], refundAmountType = 'integer' } = options;
  const [wallet = ''] = wallets;
  ensure(page === 'direct' || page === 'hosted', 'page', 'direct or hosted');
  const areTypes = wallets.every((name) => /^[a-z0-9_]{1,64}$/.test(name));
  ensure(wallet !== '' && areTypes, 'wallets', 'a list with at least one payment method type, such as alipay');
  ensure(refundAmountType === 'integer' || refundAmountType === 'string', 'refundAmountType', 'integer or string');
  const client = createWooshPayClient(options);
  const direct = createDirectWay(client, { wallet, qrFromUrl });
  const hosted = createHostedWay(client, { wallet });

  // By what a payment is known as, so that those of yesterday go on when the merchant changes `page`.
  const isHosted = ({ gatewayReference }: GatewayPayment) =>
    gatewayReference ? SESSION_ID.test(gatewayReference) : page === 'hosted';
  const wayOf = (payment: GatewayPayment) => (isHosted(payment) ? hosted : direct);

  return {
    name: 'wooshpay',
    capabilities: { ...CAPABILITIES, wallets },

    createPayment: (payment) => wayOf(payment).create(payment),
    retrievePayment: (payment) => wayOf(payment).retrieve(payment),
    cancelPayment: (payment) => wayOf(payment).cancel(payment),

    async refundPayment(payment, refund) {
      const intentId = await wayOf(payment).findIntentId(payment).catch(notSent);
      if (!intentId) throw new GatewayError('rejected', 'WooshPay does not know what to refund');
      const request = toRefundRequest(refund, intentId, refundAmountType);
      const answer = await client.createRefund(request, refund.id).catch((error: unknown) => {
        throw toRefundError(error);
      });
      return fromRefund(refund, answer);
    },

    async retrieveRefund(_payment, refund) {
      if (refund.gatewayReference) return fromRefund(refund, await client.retrieveRefund(refund.gatewayReference));
      // Never null, which would have it sent again: see `toRefundError`.
      throw new GatewayError('unknown', 'WooshPay can be asked for a refund by its own id only: see its dashboard');
    },

    // There is something to choose from two on.
    ...(wallets.length > 1 && { listWallets: async () => toWalletOptions(wallets) }),

    async readNotification(notification, payments) {
      return toNotice(await client.readNotification(notification), payments, isHosted);
    },

    acknowledge: () => new Response(null),
  };
}

/** Whatever goes wrong before a refund is sent, no money moves. */
function notSent(error: unknown): never {
  if (!(error instanceof GatewayError)) throw error;
  throw new GatewayError('rejected', `The refund was not sent: ${error.message}`, { cause: error });
}
