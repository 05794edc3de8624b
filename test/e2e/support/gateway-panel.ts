import type { Faults, PaymentReport as AlipayReport } from '../../../demo/gateways/alipay-cashier/index.ts';
import type { PaymentEventName, PaymentReport } from '../../../demo/gateways/support/simulated-gateway.ts';

/** Drives a simulated gateway, and tells what it has really been asked. */
export class GatewayPanel<Report extends PaymentReport = PaymentReport> {
  readonly #origin: () => string;

  constructor(origin: () => string) {
    this.#origin = origin;
  }

  /** Every payment that the gateway knows of an order, newest first. Trust Payments is told of no orders. */
  async paymentsOf(orderId: string): Promise<readonly Report[]> {
    return (await this.#payments()).filter((payment) => payment.orderId === orderId);
  }

  /** Every payment under one reference of the shop's, newest first: several where the gateway knows no idempotency. */
  async attemptsOf(reference: string): Promise<readonly Report[]> {
    return (await this.#payments()).filter((payment) => payment.reference === reference);
  }

  /** The one payment that the gateway knows of an order. @throws where it knows another number of them. */
  async paymentOf(orderId: string): Promise<Report> {
    const [payment, ...others] = await this.paymentsOf(orderId);
    if (!payment || others.length > 0) throw new Error(`The gateway knows ${payment ? 'several' : 'no'} payments`);
    return payment;
  }

  /** A payment by the shop's own reference. @throws where the gateway does not know it. */
  payment(reference: string): Promise<Report> {
    return this.#call(`payments/${reference}`);
  }

  /** Lets the shopper act in the wallet, or the gateway's clock run out, or the last notification come once more. */
  act({ reference }: Pick<PaymentReport, 'reference'>, action: PaymentEventName | 'notify'): Promise<Report> {
    return this.#call(`payments/${reference}/${action}`, {});
  }

  /** Says what becomes of a refund in progress. */
  settleRefund(reference: string, outcome: 'succeed' | 'fail'): Promise<Report> {
    return this.#call(`refunds/${reference}/${outcome}`, {});
  }

  setFaults(faults: Partial<Faults>): Promise<Faults> {
    return this.#call('faults', faults);
  }

  async #payments(): Promise<readonly Report[]> {
    return (await this.#call<{ payments: Report[] }>('payments')).payments;
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

export type AlipayPanel = GatewayPanel<AlipayReport>;
