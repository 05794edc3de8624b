import {
  type Capabilities,
  type Evidence,
  type Gateway,
  GatewayError,
  type GatewayPayment,
  type WalletQuery,
} from '../../gateway.ts';
import { ensure } from '../../gateway-options.ts';
import { type CheckoutComClient, createCheckoutComClient } from './client.ts';
import { ruleFor } from './currencies.ts';
import { fromEvent } from './notification.ts';
import { type CheckoutComClientOptions, type Platform, readPlatform } from './options.ts';
import { type Account, toPaymentRequest } from './payment-request.ts';
import { toFailureReason } from './response-codes.ts';
import { fromActions, fromRefund, toRefundRequest } from './refund.ts';
import { fromPayment, fromRequest } from './translate.ts';
import { readWallets, toWalletOptions, type Wallet, type WalletOptions } from './wallets.ts';

export interface CheckoutComOptions extends CheckoutComClientOptions, WalletOptions {
  /** Which channel of the account takes the payments: `pc_…`. Needed on the current platform, unknown to the previous. */
  readonly processingChannelId?: string;
  /**
   * Whether a payment that nobody has paid yet can be closed by a void. Default false: it could not be confirmed that
   * Checkout.com ever does so for Alipay; it lapses by itself.
   */
  readonly voidsPending?: boolean;
  /** The present time in milliseconds since 1970. */
  readonly now?: () => number;
}

const HOUR_MS = 3_600_000;

/** An answer is replayed for 24 hours; an hour less, since the two clocks may differ. */
const REPLAYED_FOR_MS = 23 * HOUR_MS;

const CAPABILITIES: Omit<Capabilities, 'currencies' | 'wallets' | 'cancel'> = {
  terminals: ['WEB', 'WAP', 'APP'],
  refunds: 'many',
  // The last repetition of a notification comes 30 h after its event; their documents disagree on the steps.
  endCanTurnForMs: 48 * HOUR_MS,
  // The same request under the same key is the same payment or refund (Checkout.com docs, "Idempotency").
  createAgainAfterMs: 0,
  refundAgainAfterMs: 0,
};

/**
 * Takes payments through Checkout.com. Throws `TypeError` where an option is missing or malformed.
 *
 * A return from the wallet with `cko-session-id` proves nothing; a captured payment is the only success.
 */
export function checkoutCom(options: CheckoutComOptions): Gateway {
  const { voidsPending = false, now = () => Date.now() } = options;
  const client = createCheckoutComClient(options);
  const platform = readPlatform(options);
  const account: Account = { wallets: readWallets(options, platform), channelId: readChannelId(options, platform) };
  const { wallets } = account;

  const request = async (payment: GatewayPayment): Promise<Evidence> =>
    fromRequest(payment, await client.requestPayment(toPaymentRequest(payment, account), `create:${payment.id}`));

  return {
    name: 'checkout-com',
    capabilities: {
      ...CAPABILITIES,
      currencies: rulesOf(wallets),
      wallets: wallets.map(({ id }) => id),
      cancel: voidsPending ? 'unpaid' : 'never',
    },

    createPayment: request,

    async retrievePayment(payment) {
      const id = payment.gatewayReference ?? (platform === 'current' ? await findId(client, payment) : null);
      // The previous platform can be asked by its own id alone. Without it the answer that held the address is lost, and
      // so nobody can pay: to send the same request again brings that answer back, and never a second payment.
      if (!id) return null;
      const answer = found(await client.getPayment(id));
      const evidence = fromPayment(payment, answer);
      if (evidence.outcome === 'failed' && !answer.response_code)
        return { ...evidence, ...(await findReason(client, id)) };
      const isAddressLost = evidence.outcome === 'awaiting' && !evidence.action && !payment.gatewayReference;
      if (!isAddressLost || now() - payment.createdAtMs > REPLAYED_FOR_MS) return evidence;
      // An inquiry holds no address, the answer to the request does, and is replayed. Refused, it ends nothing.
      return request(payment).catch((error: unknown) => {
        if (error instanceof GatewayError) return evidence;
        throw error;
      });
    },

    async cancelPayment(payment) {
      const { id, gatewayReference } = payment;
      if (!gatewayReference) return 'refused';
      try {
        await client.void(gatewayReference, { reference: id }, `void:${id}`);
      } catch (error) {
        if (error instanceof GatewayError && error.kind === 'rejected') return 'refused';
        throw error;
      }
      return fromVoid(fromPayment(payment, found(await client.getPayment(gatewayReference))));
    },

    async refundPayment({ gatewayReference }, refund) {
      if (!gatewayReference) throw new GatewayError('rejected', 'Checkout.com does not know what to refund');
      return fromRefund(refund, await client.refund(gatewayReference, toRefundRequest(refund), `refund:${refund.id}`));
    },

    async retrieveRefund({ gatewayReference }, refund) {
      return gatewayReference ? fromActions(refund, found(await client.getActions(gatewayReference))) : null;
    },

    ...(wallets.length > 1 && {
      listWallets: ({ amount }: WalletQuery) => Promise.resolve(toWalletOptions(wallets, amount.currency)),
    }),

    async readNotification(notification, payments) {
      return fromEvent(await client.readNotification(notification), payments);
    },

    acknowledge: () => new Response(null, { status: 204 }),
  };
}

async function findId(client: CheckoutComClient, { id }: GatewayPayment): Promise<string | null> {
  const payments = await client.listPayments({ reference: id });
  return payments.find(({ reference }) => reference === id)?.id ?? null;
}

// The details of a payment do not say why it was declined; the action that declined it does.
async function findReason(client: CheckoutComClient, id: string): Promise<Pick<Evidence, 'reason'>> {
  try {
    const actions = (await client.getActions(id)) ?? [];
    const code = actions.find(({ type, response_code }) => type !== 'Refund' && response_code)?.response_code;
    return code ? { reason: toFailureReason(code) } : {};
  } catch (error) {
    if (error instanceof GatewayError) return {};
    throw error;
  }
}

/** @throws {GatewayError} `misconfigured`: what has an id of the gateway's must be there, for the account that got it. */
function found<T>(answer: T | null): T {
  if (answer !== null) return answer;
  throw new GatewayError('misconfigured', 'The payment is missing: is "secretKey" of another account than before?');
}

// A void is accepted before it is done, and until then the payment can still be paid.
function fromVoid({ outcome }: Evidence): 'cancelled' | 'refused' {
  if (outcome === 'expired' || outcome === 'cancelled') return 'cancelled';
  if (outcome === 'success' || outcome === 'failed') return 'refused';
  throw new GatewayError('unknown', 'The void is accepted, and not done yet');
}

function rulesOf(wallets: readonly Wallet[]): Capabilities['currencies'] {
  const codes = wallets.flatMap(({ currencies }) => currencies);
  return Object.fromEntries(codes.map((code) => [code, ruleFor(code)]));
}

function readChannelId({ processingChannelId: id }: CheckoutComOptions, platform: Platform): string | undefined {
  if (platform === 'previous') return undefined;
  ensure(typeof id === 'string' && /^pc_\w{26}$/.test(id), 'processingChannelId', 'the channel’s id, pc_…');
  return id;
}
