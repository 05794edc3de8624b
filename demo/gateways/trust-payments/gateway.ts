import { addresses } from '../support/counter.ts';
import type { Courier } from '../support/courier.ts';
import type { Journal } from '../support/journal.ts';
import {
  PAYMENT_EVENTS,
  type PaymentEventName,
  type PaymentReport,
  type SimulatedGateway,
} from '../support/simulated-gateway.ts';
import type { RequestType } from './call.ts';
import { DECLINE_CODES } from './errors.ts';
import { referenceOf } from './journal-reference.ts';
import type { Ledger } from './ledger.ts';
import { decimalsOf } from './money.ts';
import type { UrlNotification } from './notification.ts';
import { readSite } from './site.ts';
import type { Sites } from './sites.ts';
import { type Payment, type PaymentEvent, stageOf, transition } from './transaction.ts';

export interface GatewayOptions {
  readonly origin: string;
  readonly ledger: Ledger;
  readonly journal: Journal<RequestType>;
  readonly courier: Pick<Courier<UrlNotification>, 'deliveries' | 'repeat'>;
  readonly sites: Sites;
}

/** Trust Payments as the panel and the shopper's pages see it. */
export function createGateway({ origin, ledger, journal, courier, sites }: GatewayOptions): SimulatedGateway {
  function report(payment: Payment): PaymentReport {
    const { wallet, cashier } = addresses(origin, payment.code);
    const isPhone = payment.applicationtype === 'WAP';
    const canHappen = (event: PaymentEvent | null): boolean => event !== null && transition(payment, event) !== null;
    const { errorcode, transactionreference } = payment;
    const reference = referenceOf(payment);
    return {
      ...payment,
      reference,
      gatewayReference: transactionreference,
      description: payment.orderreference,
      status: payment.settlestatus,
      stage: stageOf(payment),
      remark: errorcode === '0' ? undefined : `errorcode ${errorcode}`,
      amount: { currency: payment.currencyiso3a, value: payment.baseamount },
      terminal: isPhone ? 'WAP' : 'WEB',
      wallet: 'ALIPAY',
      cashierUrl: isPhone ? wallet : cashier,
      possibleEvents: PAYMENT_EVENTS.filter((name) => canHappen(toEvent(name))),
      possibleOwnEvents: canHappen({ type: 'suspend' }) ? ['suspend'] : [],
      calls: journal.count(reference),
      messages: journal.about(reference),
      notifications: courier.deliveries(transactionreference),
      refunds: ledger.refundsOf(payment).map((refund) => ({
        reference: referenceOf(refund),
        gatewayReference: refund.transactionreference,
        status: refund.settlestatus,
        value: refund.baseamount,
        isSettled: refund.settlestatus !== '0',
      })),
    };
  }

  return {
    name: 'Trust Payments',
    declineCodes: DECLINE_CODES,
    ownEvents: { suspend: 'Suspend' },
    decimalsOf,
    reports: () => ledger.payments().map(report),
    failures: () => journal.failures(),
    act(transactionreference, name, code) {
      const event = toEvent(name, code);
      return event !== null && ledger.apply(transactionreference, event);
    },
    actOwn: (transactionreference, name) => name === 'suspend' && ledger.apply(transactionreference, { type: name }),
    notify: (transactionreference) => courier.repeat(transactionreference),
    settleRefund(reference, outcome) {
      const refunds = ledger.payments().flatMap((payment) => ledger.refundsOf(payment));
      const refund = refunds.find((one) => referenceOf(one) === reference);
      return refund !== undefined && ledger.settleRefund(refund, outcome);
    },
    register(details) {
      const site = readSite(details);
      if (site) sites.register(site);
      return site;
    },
    billOf(code) {
      const payment = ledger.payments().find((one) => one.code === code);
      return (
        payment && {
          code,
          merchantName: sites.get(payment.sitereference)?.name ?? payment.sitereference,
          amount: { currency: payment.currencyiso3a, value: payment.baseamount },
          description: referenceOf(payment),
          stage: stageOf(payment),
          isOnDesktop: payment.applicationtype !== 'WAP',
          // As it was given: nothing is added, so that whoever comes back this way has proved nothing.
          backUrl: payment.returnurl,
        }
      );
    },
  };
}

/** Null for what Trust Payments never does: a payment may wait for days, and does not expire. */
function toEvent(name: PaymentEventName, code?: string): PaymentEvent | null {
  switch (name) {
    case 'expire':
      return null;
    case 'decline':
      return { type: 'decline', code: DECLINE_CODES.find((one) => one === code) ?? DECLINE_CODES[0] };
    default:
      return { type: name };
  }
}
