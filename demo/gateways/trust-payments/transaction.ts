import type { Stage } from '../support/simulated-gateway.ts';
import type { DeclineCode } from './errors.ts';

/**
 * Trust Payments help, Alipay: `10` waits for the shopper or for settlement, `0` and `1` are authorised and due to
 * settle, `2` is suspended, `3` has ended without money, `100` is settled.
 */
export type SettleStatus = '0' | '1' | '2' | '3' | '10' | '100';

interface Common {
  readonly transactionreference: string;
  readonly sitereference: string;
  /** The merchant's reference. Empty where the merchant gave none. */
  readonly orderreference: string;
  readonly baseamount: string;
  readonly currencyiso3a: string;
  readonly settlestatus: SettleStatus;
  readonly errorcode: '0' | DeclineCode;
  /** The webservices user who asked for it. */
  readonly operatorname: string;
  readonly startedAtMs: number;
}

/** An `AUTH` that was taken. */
export interface Payment extends Common {
  readonly requesttypedescription: 'AUTH';
  /** The last part of the address where it is paid. Unguessable: whoever has it may pay. */
  readonly code: string;
  readonly returnurl: string;
  readonly billingcountryiso2a?: string | undefined;
  readonly applicationtype?: 'WAP' | undefined;
}

/** A `REFUND` that was taken. */
export interface Refund extends Common {
  readonly requesttypedescription: 'REFUND';
  readonly parenttransactionreference: string;
}

export type Transaction = Payment | Refund;

/** What can happen to a payment. `update` is the merchant's. */
export type PaymentEvent =
  | { readonly type: 'approve' | 'pend' | 'suspend' | 'cancel' }
  | { readonly type: 'decline'; readonly code: DeclineCode }
  | { readonly type: 'update'; readonly settlestatus: Updatable | '3' };

export type Updatable = '0' | '1' | '2';

/** Whether `TRANSACTIONUPDATE` can still say what becomes of it: never while the shopper decides, never after an end. */
export function isUpdatable(status: SettleStatus): status is Updatable {
  return status === '0' || status === '1' || status === '2';
}

/** The payment after the event, or null where it cannot happen in the payment's state. */
export function transition(payment: Payment, event: PaymentEvent): Payment | null {
  const { settlestatus } = payment;
  const isOpen = settlestatus === '10' || isUpdatable(settlestatus);
  switch (event.type) {
    case 'approve':
      // Also after an end: in rare cases a shopper sorts it out with Alipay, and 3 becomes 100.
      return settlestatus === '100' ? null : { ...payment, settlestatus: '100', errorcode: '0' };
    case 'pend':
      return settlestatus === '10' ? { ...payment, settlestatus: '0' } : null;
    case 'suspend':
      return isOpen && settlestatus !== '2' ? { ...payment, settlestatus: '2' } : null;
    case 'decline':
      return isOpen ? { ...payment, settlestatus: '3', errorcode: event.code } : null;
    case 'cancel':
      return isOpen ? { ...payment, settlestatus: '3' } : null;
    case 'update':
      return isUpdatable(settlestatus) && settlestatus !== event.settlestatus
        ? { ...payment, settlestatus: event.settlestatus }
        : null;
  }
}

export function stageOf({ settlestatus, errorcode }: Transaction): Stage {
  switch (settlestatus) {
    case '10':
      return 'open';
    case '0':
    case '1':
    case '2':
      return 'pending';
    case '100':
      return 'paid';
    case '3':
      return errorcode === '0' ? 'cancelled' : 'declined';
  }
}
