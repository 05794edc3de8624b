import { addresses } from '../support/counter.ts';
import type { Courier } from '../support/courier.ts';
import type { Journal } from '../support/journal.ts';
import {
  type Details,
  PAYMENT_EVENTS,
  type PaymentEventName,
  type SimulatedGateway,
} from '../support/simulated-gateway.ts';
import type { Call } from './api.ts';
import type { Ledger } from './ledger.ts';
import type { Merchants } from './merchants.ts';
import { decimalsOf } from './money.ts';
import { type Payment, type PaymentEvent, transition } from './payment.ts';
import { type PaymentReport, stageOf } from './payment-report.ts';
import { DECLINE_CODES } from './results.ts';

export interface GatewayOptions {
  readonly origin: string;
  readonly gatewayPublicKey: string;
  readonly now: () => number;
  readonly ledger: Ledger;
  readonly journal: Journal<Call>;
  readonly courier: Pick<Courier, 'deliveries' | 'repeat'>;
  readonly merchants: Merchants;
}

/** The Alipay gateway as the panel and the shopper's pages see it. */
export function createGateway(options: GatewayOptions): SimulatedGateway {
  const { origin, now, ledger, journal, courier, merchants } = options;

  function report(payment: Payment): PaymentReport {
    const { wallet, cashier } = addresses(origin, payment.code);
    return {
      ...payment,
      reference: payment.paymentRequestId,
      gatewayReference: payment.paymentId,
      stage: stageOf(payment),
      remark: payment.resultCode,
      walletUrl: wallet,
      cashierUrl: payment.terminal === 'WEB' ? cashier : wallet,
      possibleEvents: PAYMENT_EVENTS.filter((name) => {
        const event = toEvent(name);
        return event && transition(payment, event, now()) !== null;
      }),
      calls: journal.count(payment.paymentRequestId),
      messages: journal.about(payment.paymentRequestId),
      notifications: courier.deliveries(payment.paymentId),
      refunds: [],
    };
  }

  return {
    name: 'Alipay',
    declineCodes: DECLINE_CODES,
    decimalsOf,
    reports: () => ledger.list().map(report),
    failures: () => journal.failures(),
    act(paymentId, name, code) {
      const event = toEvent(name, code);
      return event !== null && ledger.apply({ paymentId }, event) !== null;
    },
    notify: (paymentId) => courier.repeat(paymentId),
    settleRefund: () => false,
    register({ clientId, publicKey, name }: Details) {
      if (typeof clientId !== 'string' || typeof publicKey !== 'string' || !clientId) return null;
      try {
        merchants.register({ clientId, publicKey, name: typeof name === 'string' ? name : clientId });
      } catch {
        return null;
      }
      return { gatewayPublicKey: options.gatewayPublicKey };
    },
    billOf(code) {
      const payment = ledger.findByCode(code);
      return (
        payment && {
          ...payment,
          merchantName: merchants.nameOf(payment.clientId),
          stage: stageOf(payment),
          isOnDesktop: payment.terminal === 'WEB',
          backUrl: payment.redirectUrl,
        }
      );
    },
  };
}

/** Null where Alipay has no such thing: its wallet can be left, which changes nothing, but not made to cancel. */
function toEvent(name: PaymentEventName, code?: string): PaymentEvent | null {
  switch (name) {
    case 'cancel':
      return null;
    case 'decline':
      return { type: 'decline', code: DECLINE_CODES.find((one) => one === code) ?? DECLINE_CODES[0] };
    default:
      return { type: name };
  }
}
