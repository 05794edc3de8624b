import type { Money } from './money.ts';
import type { PayRequest } from './pay-request.ts';
import { toYuan } from './rates.ts';
import type { DeclineCode, ResultCode } from './results.ts';
import { findWallet, type Wallet } from './wallets.ts';

/** Antom docs, Payment status description. */
export type PaymentStatus = 'PROCESSING' | 'PENDING' | 'SUCCESS' | 'FAIL' | 'CANCELLED';

/** A payment as the gateway keeps it. */
export interface Payment extends Omit<PayRequest, 'expiresAtMs'> {
  readonly clientId: string;
  readonly paymentId: string;
  /** The last part of the address that the QR code holds. Unguessable: whoever has it may pay. */
  readonly code: string;
  /** Of a `CONNECT_WALLET` payment, once the shopper has chosen. */
  readonly chosenWallet?: string;
  readonly status: PaymentStatus;
  /** Why it is what it is, in the gateway's words. */
  readonly resultCode: ResultCode;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  readonly paidAtMs?: number;
  readonly cancelledAtMs?: number;
}

/** The wallet that is played, as far as it is known: `CONNECT_WALLET` is none until the shopper chooses. */
export function walletOf({ wallet, chosenWallet = wallet }: Payment): Wallet | undefined {
  return findWallet(chosenWallet);
}

/** What the customs may be told of a payment, in yuan. Antom docs, notifyPayment: successful AlipayCN payments only. */
export function customsAmount({ wallet, status, amount }: Payment): Money | undefined {
  return wallet === 'ALIPAY_CN' && status === 'SUCCESS' ? toYuan(amount) : undefined;
}

/** What can happen to a payment. `cancel` is the merchant's: in the wallet a shopper can only leave or decline. */
export type PaymentEvent =
  | { readonly type: 'approve' | 'pend' | 'expire' | 'cancel' }
  | { readonly type: 'decline'; readonly code: DeclineCode };

/** The payment after the event, or null where it cannot happen in the payment's state: one payment is paid at most once. */
export function transition(payment: Payment, event: PaymentEvent, atMs: number): Payment | null {
  const { status } = payment;
  const open = status === 'PROCESSING' || status === 'PENDING';
  switch (event.type) {
    case 'approve':
      return payment.paidAtMs === undefined
        ? { ...payment, status: 'SUCCESS', resultCode: 'SUCCESS', paidAtMs: atMs }
        : null;
    case 'decline':
      return open ? { ...payment, status: 'FAIL', resultCode: event.code } : null;
    case 'pend':
      return status === 'PROCESSING' ? { ...payment, status: 'PENDING' } : null;
    case 'expire':
      return status === 'PROCESSING' ? { ...payment, status: 'FAIL', resultCode: 'ORDER_IS_CLOSED' } : null;
    case 'cancel':
      return open || status === 'SUCCESS'
        ? { ...payment, status: 'CANCELLED', resultCode: 'ORDER_IS_CANCELED', cancelledAtMs: atMs }
        : null;
  }
}

/** Until 00:15 (UTC+8) of the day after the payment was made. Antom docs, Cancel. */
export function cancelWindowEndMs({ createdAtMs }: Payment): number {
  const dayMs = 86_400_000;
  const offsetMs = 8 * 3_600_000;
  return (Math.floor((createdAtMs + offsetMs) / dayMs) + 1) * dayMs - offsetMs + 15 * 60_000;
}
