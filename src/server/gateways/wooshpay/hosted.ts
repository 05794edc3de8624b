import { type Evidence, GatewayError, type GatewayPayment } from '../../gateway.ts';
import type { WooshPayClient } from './client.ts';
import type { CheckoutSession, PaymentIntent } from './messages.ts';
import { toSessionRequest } from './requests.ts';
import { fromSession } from './translate.ts';
import { closeOrAsk, type Way, withAddress } from './way.ts';

const PAGE_SIZE = 100;
const MAX_PAGES = 10;
/** Clocks differ a little. */
const LEEWAY_MS = 5 * 60_000;

/** Payments on a page of WooshPay's, as a Checkout Session: that is what our reference is, and its intent has the money. */
export function createHostedWay(client: WooshPayClient, { wallet }: { readonly wallet: string }): Way {
  async function findSession(payment: GatewayPayment): Promise<CheckoutSession | null> {
    const { gatewayReference } = payment;
    return gatewayReference ? client.retrieveCheckoutSession(gatewayReference) : searchSession(payment);
  }

  // Sessions cannot be searched, only listed: as far back as the payment goes, the newest first.
  async function searchSession({ id, createdAtMs }: GatewayPayment): Promise<CheckoutSession | null> {
    let last: CheckoutSession | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { data, has_more: hasMore } = await client.listCheckoutSessions({
        limit: PAGE_SIZE,
        starting_after: last?.id,
      });
      const own = data.find(({ client_reference_id: reference }) => reference === id);
      if (own) return own;
      last = data.at(-1);
      const isOlder = last?.created !== undefined && last.created < createdAtMs - LEEWAY_MS;
      if (!hasMore || !last || isOlder) return null;
    }
    throw new GatewayError('unknown', 'Too many sessions have been made since to find the one of this payment');
  }

  async function intentOf({ payment_intent: id }: CheckoutSession): Promise<PaymentIntent | null> {
    return id ? client.retrievePaymentIntent(id) : null;
  }

  async function retrieve(payment: GatewayPayment): Promise<Evidence | null> {
    const session = await findSession(payment);
    return session && fromSession(payment, session, await intentOf(session));
  }

  async function cancel(payment: GatewayPayment): Promise<'cancelled' | 'refused'> {
    const id = payment.gatewayReference ?? (await findSession(payment))?.id;
    if (id === undefined) return 'refused';
    return closeOrAsk(
      async () => fromSession(payment, await client.expireCheckoutSession(id), null),
      () => retrieve({ ...payment, gatewayReference: id }),
    );
  }

  return {
    async create(payment) {
      const request = toSessionRequest(payment, payment.wallet ?? wallet);
      const session = await client.createCheckoutSession(request, payment.id);
      const evidence = fromSession(payment, session, null);
      return withAddress(evidence, () => cancel({ ...payment, gatewayReference: session.id }));
    },

    retrieve,
    cancel,
    findIntentId: async (payment) => (await findSession(payment))?.payment_intent,
  };
}
