import type { Faults, PaymentReport } from '../../../demo/gateways/alipay-cashier/index.ts';

/** Drives the simulated gateway, and tells what it has really been asked. */
export class GatewayPanel {
  readonly #origin: () => string;

  constructor(origin: () => string) {
    this.#origin = origin;
  }

  /** Every payment that the gateway knows of an order, newest first. */
  async paymentsOf(orderId: string): Promise<readonly PaymentReport[]> {
    const { payments } = await this.#call<{ payments: PaymentReport[] }>('payments');
    return payments.filter((payment) => payment.orderId === orderId);
  }

  /** The one payment that the gateway knows of an order. @throws where it knows another number of them. */
  async paymentOf(orderId: string): Promise<PaymentReport> {
    const [payment, ...others] = await this.paymentsOf(orderId);
    if (!payment || others.length > 0) throw new Error(`The gateway knows ${payment ? 'several' : 'no'} payments`);
    return payment;
  }

  /** Lets the shopper act in the wallet, or the gateway's clock run out, or the last notification come once more. */
  act(
    { paymentRequestId }: Pick<PaymentReport, 'paymentRequestId'>,
    action: 'approve' | 'pend' | 'decline' | 'expire' | 'notify',
  ): Promise<PaymentReport> {
    return this.#call(`payments/${paymentRequestId}/${action}`, {});
  }

  setFaults(faults: Partial<Faults>): Promise<Faults> {
    return this.#call('faults', faults);
  }

  async #call<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.#origin()}/panel/${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'Content-Type': 'application/json' },
    });
    if (!response.ok) throw new Error(`The panel answered ${response.status} to ${path}`);
    return (await response.json()) as T;
  }
}
