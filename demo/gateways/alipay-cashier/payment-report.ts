import type { PaymentReport as CommonReport, Stage } from '../support/simulated-gateway.ts';
import type { Call } from './api.ts';
import type { Payment } from './payment.ts';

/** A payment with all that the sandbox knows of it. */
export interface PaymentReport extends Omit<Payment, 'status' | 'orderId'>, CommonReport {
  readonly status: Payment['status'];
  readonly orderId: string;
  readonly amount: Payment['amount'];
  readonly terminal: Payment['terminal'];
  /** What the code holds: the page that a phone shows. */
  readonly walletUrl: string;
  readonly calls: Readonly<Record<Call, number>>;
}

/** A refunded payment stays paid: its refunds have a state of their own. */
export function stageOf({ status, resultCode, paidAtMs }: Payment): Stage {
  switch (status) {
    case 'PROCESSING':
      return 'open';
    case 'PENDING':
      return 'pending';
    case 'SUCCESS':
      return 'paid';
    case 'FAIL':
      return resultCode === 'ORDER_IS_CLOSED' ? 'expired' : 'declined';
    case 'CANCELLED':
      return paidAtMs === undefined ? 'cancelled' : 'returned';
  }
}
