import type { Delivery } from './courier.ts';
import type { Call, Message } from './journal.ts';
import type { Payment } from './payment.ts';

/** A payment with all that the sandbox knows of it. */
export interface PaymentReport extends Payment {
  readonly walletUrl: string;
  /** How often the merchant has really asked. */
  readonly calls: Readonly<Record<Call, number>>;
  readonly messages: readonly Message[];
  readonly notifications: readonly Delivery[];
}
