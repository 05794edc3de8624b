import { GatewayError, type GatewayPayment } from '../../gateway.ts';
import { toWireValue } from './currencies.ts';
import type { PaymentRequest } from './messages.ts';
import { findWallet, type Wallet } from './wallets.ts';

/** What the merchant's account adds to every payment. */
export interface Account {
  readonly wallets: readonly Wallet[];
  /** Absent on the previous platform, which takes neither a channel nor a terminal. */
  readonly channelId: string | undefined;
}

const MAX_URL_LENGTH = 1024;
const MAX_DESCRIPTION_LENGTH = 100;

/**
 * The same payment always gives the same request, but for the ticket in its return address: of a repeated request the
 * first one's answer counts, and so its ticket.
 *
 * @throws {GatewayError} `rejected` where Checkout.com would refuse it; nothing has been sent then.
 */
export function toPaymentRequest(payment: GatewayPayment, { wallets, channelId }: Account): PaymentRequest {
  const { currency } = payment.amount;
  const amount = toWireValue(payment.amount);
  if (amount === null) throw refusal('Checkout.com cannot count this amount');
  const wallet = findWallet(wallets, currency, payment.wallet);
  if (!wallet) throw refusal(`${payment.wallet ?? 'No wallet of this account'} does not take ${currency}`);
  if (payment.returnUrl.length > MAX_URL_LENGTH) {
    throw refusal(`The return address is longer than ${MAX_URL_LENGTH} characters`);
  }
  return {
    source: { type: wallet.id },
    amount,
    currency,
    reference: payment.id,
    ...(channelId && { processing_channel_id: channelId, processing: toProcessing(payment) }),
    // One address for both: neither proves anything.
    success_url: payment.returnUrl,
    failure_url: payment.returnUrl,
    description: shorten(payment.description),
    metadata: { order_id: payment.orderId },
  };
}

function toProcessing({ terminal, os }: GatewayPayment): PaymentRequest['processing'] {
  switch (terminal) {
    case 'WEB':
      return { terminal_type: 'WEB' };
    case 'WAP':
    case 'APP':
      // Needed here, and a phone is not always recognised. iOS always says what it is: the rest is Android or its kin.
      return { terminal_type: terminal, os_type: os ?? 'ANDROID' };
    case 'MINI_APP':
      throw refusal('Checkout.com does not take payments in a mini app');
  }
}

// Half a character is not one that can be sent.
function shorten(description: string): string {
  return description.slice(0, MAX_DESCRIPTION_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

function refusal(message: string): GatewayError {
  return new GatewayError('rejected', message, { reason: 'gateway_error' });
}
