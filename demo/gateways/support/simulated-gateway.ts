import type { Delivery } from './courier.ts';
import type { Message } from './journal.ts';
import type { Money } from './money.ts';

/**
 * What can be made to happen to a payment. `approve`: paid and confirmed, also after an end: the late success. `pend`:
 * the shopper is done, and the money is not confirmed yet. `cancel`: by the shopper, in the wallet.
 */
export const PAYMENT_EVENTS = ['approve', 'pend', 'decline', 'cancel', 'expire'] as const;

export type PaymentEventName = (typeof PAYMENT_EVENTS)[number];

/** How a payment stands, in one word for all gateways. */
export type Stage = 'open' | 'pending' | 'paid' | 'declined' | 'expired' | 'cancelled' | 'returned';

/** A payment with all that a sandbox knows of it: the same shape for every gateway, so that one driver serves them all. */
export interface PaymentReport {
  /** The merchant's reference. */
  readonly reference: string;
  readonly gatewayReference: string;
  readonly orderId?: string | undefined;
  readonly description: string;
  /** The gateway's own word. */
  readonly status: string;
  readonly stage: Stage;
  /** Why it is what it is, in the gateway's words. */
  readonly remark?: string | undefined;
  readonly amount: Money;
  readonly terminal: string;
  readonly wallet: string;
  /** Where a shopper pays. */
  readonly cashierUrl: string;
  /** What can happen to it now. */
  readonly possibleEvents: readonly PaymentEventName[];
  /** Of the gateway's {@link SimulatedGateway.ownEvents}, those that can happen to it now. */
  readonly possibleOwnEvents?: readonly string[];
  /** How often the merchant has really asked, by the gateway's names of its calls. */
  readonly calls: Readonly<Record<string, number>>;
  readonly messages: readonly Message[];
  readonly notifications: readonly Delivery[];
  readonly refunds: readonly RefundReport[];
}

export interface RefundReport {
  readonly reference: string;
  readonly gatewayReference: string;
  /** The gateway's own word. */
  readonly status: string;
  readonly value: number | string;
  /** False while the panel can still say what becomes of it. */
  readonly isSettled: boolean;
}

/** What waits for the gateway's decision beside payments and refunds, such as a merchant's registration. */
export interface CaseReport {
  readonly reference: string;
  readonly description: string;
  /** The gateway's own word. */
  readonly status: string;
  readonly isSettled: boolean;
  readonly notifications: readonly Delivery[];
}

/** All cases of one kind. */
export interface CaseDesk {
  /** For people: `Registrations`. */
  readonly name: string;
  /** What can become of a case: its names, with the words of a button. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** Newest first. */
  reports(): readonly CaseReport[];
  /** Decides a case. False where it is decided already. */
  settle(reference: string, outcome: string): boolean;
}

/** A payment as its shopper sees it. */
export interface Bill {
  /** The last part of the addresses at which it is paid. Unguessable: whoever has it may pay. */
  readonly code: string;
  readonly merchantName: string;
  /** What the shopper pays with, where the gateway has several wallets. Default: the gateway's own. */
  readonly walletName?: string | undefined;
  readonly amount: Money;
  readonly description: string;
  readonly orderId?: string | undefined;
  readonly stage: Stage;
  /** True where the shop's page may be on another screen than the wallet. */
  readonly isOnDesktop: boolean;
  /** Where the gateway sends the browser, as the payment now is. */
  readonly backUrl: string;
}

/** What the panel was told, from a form or as JSON. */
export type Details = Readonly<Record<string, unknown>>;

/** What a simulator hands to the panel and to the shopper's pages. */
export interface SimulatedGateway {
  /** For people: `Alipay`. */
  readonly name: string;
  /** Why a wallet may decline, in the gateway's codes, the likeliest first. */
  readonly declineCodes: readonly string[];
  /** How many decimals an amount of this currency has at this gateway. */
  decimalsOf(currency: string): number;
  /** Newest first. */
  reports(): readonly PaymentReport[];
  /** Refused calls, newest first. */
  failures(): readonly Message[];
  /** Lets an event happen to a payment. False where this gateway has no such transition. `code` is one to decline with. */
  act(gatewayReference: string, event: PaymentEventName, code?: string): boolean;
  /** What can happen at this gateway alone, beside {@link PAYMENT_EVENTS}: its names, with the words of a button. */
  readonly ownEvents?: Readonly<Record<string, string>>;
  /** Lets one of the gateway's own events happen. False where it cannot. */
  actOwn?(gatewayReference: string, event: string): boolean;
  /** Sends the last notification again. False where there has been none. */
  notify(gatewayReference: string): boolean;
  /** Says what becomes of a refund in progress, by the merchant's reference. False where there is no such one. */
  settleRefund(reference: string, outcome: 'succeed' | 'fail'): boolean;
  /** Takes a merchant in. Answers what the merchant copies from the dashboard, or null where the account is not usable. */
  register(account: Details): object | null;
  billOf(code: string): Bill | undefined;
  /** Decided on the panel too, by the name that its addresses have for them: `registrations`. */
  readonly desks?: Readonly<Record<string, CaseDesk>>;
}
