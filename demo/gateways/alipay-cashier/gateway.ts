import type { Courier } from '../support/courier.ts';
import type { Journal } from '../support/journal.ts';
import {
  type CaseDesk,
  type Details,
  PAYMENT_EVENTS,
  type PaymentEventName,
  type SimulatedGateway,
} from '../support/simulated-gateway.ts';
import type { Call } from './api.ts';
import type { Ledger } from './ledger.ts';
import { readMerchant } from './merchant.ts';
import type { Merchants } from './merchants.ts';
import { decimalsOf } from './money.ts';
import { isScanned, paymentAddresses } from './payment-addresses.ts';
import { type Payment, type PaymentEvent, transition, walletOf } from './payment.ts';
import { type PaymentReport, stageOf } from './payment-report.ts';
import type { Post } from './post.ts';
import { refundReport } from './refund-messages.ts';
import type { Refunds } from './refunds.ts';
import { DECLINE_CODES } from './results.ts';

export interface GatewayOptions {
  readonly origin: string;
  readonly gatewayPublicKey: string;
  readonly now: () => number;
  readonly ledger: Ledger;
  readonly refunds: Refunds;
  readonly journal: Journal<Call>;
  readonly courier: Pick<Courier, 'deliveries' | 'repeat'>;
  readonly post: Pick<Post, 'refund'>;
  readonly merchants: Merchants;
  readonly registrations: CaseDesk;
}

/** The Alipay gateway as the panel and the shopper's pages see it. */
export function createGateway(options: GatewayOptions): SimulatedGateway {
  const { origin, now, ledger, refunds, journal, courier, post, merchants, registrations } = options;

  function report(payment: Payment): PaymentReport {
    const { walletUrl, normalUrl } = paymentAddresses(origin, payment);
    return {
      ...payment,
      reference: payment.paymentRequestId,
      gatewayReference: payment.paymentId,
      stage: stageOf(payment),
      remark: payment.resultCode,
      walletUrl,
      cashierUrl: normalUrl,
      possibleEvents: PAYMENT_EVENTS.filter((name) => {
        const event = toEvent(name);
        return event && transition(payment, event, now()) !== null;
      }),
      calls: journal.count(payment.paymentRequestId),
      messages: journal.about(payment.paymentRequestId),
      notifications: courier.deliveries(payment.paymentId),
      refunds: refunds.of(payment.paymentId).map(refundReport),
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
    settleRefund(reference, outcome) {
      const open = refunds.findOpen(reference);
      if (open) post.refund(refunds.settle(open, outcome === 'succeed' ? 'SUCCESS' : 'PROCESS_FAIL'));
      return open !== undefined;
    },
    register(details: Details) {
      const merchant = readMerchant(details);
      if (!merchant) return null;
      try {
        merchants.register(merchant);
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
          walletName: walletOf(payment)?.name,
          stage: stageOf(payment),
          isOnDesktop: isScanned(payment),
          backUrl: payment.redirectUrl,
        }
      );
    },
    desks: { registrations },
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
