import type { Evidence, GatewayPayment } from '../../gateway.ts';
import type { WooshPayClient } from './client.ts';
import type { PaymentIntent } from './messages.ts';
import { toIntentRequest } from './requests.ts';
import { fromIntent } from './translate.ts';
import { closeOrAsk, type Way, withAddress } from './way.ts';

const REASON = { cancellation_reason: 'Cancelled by the shopper or the shop' };

/** More than there can be of one payment, which is made twice only where its first answer was lost. */
const MAX_TWINS = 10;

/** Payments that go from our page to the wallet's, as a PaymentIntent. */
export function createDirectWay(
  client: WooshPayClient,
  { wallet, qrFromUrl }: { readonly wallet: string; readonly qrFromUrl: boolean },
): Way {
  // Only what WooshPay shows on a desktop: the address for phones opens an app by itself, and means nothing to a scanner.
  const toEvidence = (payment: GatewayPayment, intent: PaymentIntent) =>
    fromIntent(payment, intent, { withQrCode: qrFromUrl && payment.terminal === 'WEB' });

  async function findIntent({ id, gatewayReference }: GatewayPayment): Promise<PaymentIntent | null> {
    if (gatewayReference) return client.retrievePaymentIntent(gatewayReference);
    const { data } = await client.searchPaymentIntents({ query: `merchant_order_id:'${id}'`, limit: MAX_TWINS });
    // A search that finds too much must not lend us another's payment.
    const own = data.filter(({ merchant_order_id: reference }) => reference === id);
    return own.find(({ status }) => status === 'succeeded') ?? own[0] ?? null;
  }

  const findIntentId = async (payment: GatewayPayment) => payment.gatewayReference ?? (await findIntent(payment))?.id;

  async function retrieve(payment: GatewayPayment): Promise<Evidence | null> {
    const intent = await findIntent(payment);
    return intent && toEvidence(payment, intent);
  }

  async function cancel(payment: GatewayPayment): Promise<'cancelled' | 'refused'> {
    const id = await findIntentId(payment);
    if (id === undefined) return 'refused';
    return closeOrAsk(
      async () => toEvidence(payment, await client.cancelPaymentIntent(id, REASON)),
      () => retrieve({ ...payment, gatewayReference: id }),
    );
  }

  return {
    async create(payment) {
      const intent = await client.createPaymentIntent(toIntentRequest(payment, payment.wallet ?? wallet), payment.id);
      const evidence = toEvidence(payment, intent);
      // In no other state does an address have to be there.
      if (intent.status !== 'requires_action') return evidence;
      return withAddress(evidence, () => cancel({ ...payment, gatewayReference: intent.id }));
    },

    retrieve,
    cancel,
    findIntentId,
  };
}
