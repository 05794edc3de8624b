import { addresses } from '../support/counter.ts';
import { type Payment, walletOf } from './payment.ts';

export interface PaymentAddresses {
  /** What a code holds: the page that a phone shows. */
  readonly walletUrl: string;
  /** Where the shop's browser is sent. */
  readonly normalUrl: string;
  /** The picture of the code. */
  readonly imageUrl: string;
}

export function paymentAddresses(origin: string, payment: Payment): PaymentAddresses {
  const { wallet: walletUrl, image: imageUrl } = addresses(origin, payment.code);
  const normalUrl =
    payment.wallet === 'CONNECT_WALLET' ? `${origin}/connect/${payment.code}` : pageUrl(origin, payment);
  return { walletUrl, normalUrl, imageUrl };
}

/** The page of the wallet itself: in a desktop browser a code to scan, or the wallet's login. */
export function pageUrl(origin: string, payment: Payment): string {
  const { wallet, cashier } = addresses(origin, payment.code);
  return isScanned(payment) ? cashier : wallet;
}

/** True where the shopper scans a code on the screen with another device. */
export function isScanned(payment: Payment): boolean {
  return payment.terminal === 'WEB' && walletOf(payment)?.desktopPage === 'code';
}
