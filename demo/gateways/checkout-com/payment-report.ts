import type { PaymentReport as CommonReport } from '../support/simulated-gateway.ts';
import type { Call } from './api.ts';
import type { Payment } from './payment.ts';

/** A payment with all that the sandbox knows of it. */
export interface PaymentReport extends Omit<Payment, keyof CommonReport>, CommonReport {
  readonly status: Payment['status'];
  readonly terminal: Payment['terminal'];
  readonly calls: Readonly<Record<Call, number>>;
}
