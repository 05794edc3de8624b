import type { Courier } from '../support/courier.ts';
import type { Journal } from '../support/journal.ts';
import { PAYMENT_EVENTS, type PaymentEventName, type SimulatedGateway } from '../support/simulated-gateway.ts';
import type { Accounts } from './accounts.ts';
import type { Call } from './calls.ts';
import { type Endpoints, isCallable } from './endpoints.ts';
import type { Ledger } from './ledger.ts';
import { DECLINE_CODES, type Payment, type PaymentEvent, transition } from './payment.ts';
import { orderIdOf, type PaymentReport, refundReferenceOf, reportOf, stageOf } from './payment-report.ts';

export interface GatewayOptions {
  readonly origin: string;
  readonly ledger: Ledger;
  readonly journal: Journal<Call>;
  readonly courier: Pick<Courier, 'deliveries' | 'repeat'>;
  readonly accounts: Accounts;
  readonly endpoints: Endpoints;
}

/** WooshPay as the panel and the shopper's pages see it. */
export function createGateway(options: GatewayOptions): SimulatedGateway {
  const { origin, ledger, journal, courier, accounts, endpoints } = options;

  function report(payment: Payment): PaymentReport {
    const known = reportOf(origin, payment);
    return {
      ...known,
      possibleEvents: PAYMENT_EVENTS.filter((name) => transition(payment, toEvent(name, payment)) !== null),
      calls: journal.count(known.reference),
      messages: journal.about(known.reference),
      notifications: courier.deliveries(payment.id),
    };
  }

  function toEvent(name: PaymentEventName, { secretKey }: Payment, code?: string): PaymentEvent {
    switch (name) {
      case 'decline': {
        const found = DECLINE_CODES.find((one) => one === code) ?? DECLINE_CODES[0];
        return { type: 'decline', code: found, status: accounts.get(secretKey).failedStatus };
      }
      case 'cancel':
        return { type: 'abandon' };
      default:
        return { type: name };
    }
  }

  const find = (id: string): Payment | undefined => ledger.list().find((payment) => payment.id === id);

  return {
    name: 'WooshPay',
    declineCodes: DECLINE_CODES,
    decimalsOf: () => 2,
    reports: () => ledger.list().map(report),
    failures: () => journal.failures(),
    act(id, name, code) {
      const payment = find(id);
      return payment !== undefined && ledger.apply(payment, toEvent(name, payment, code)) !== null;
    },
    notify: (id) => courier.repeat(id),
    settleRefund(reference, outcome) {
      for (const payment of ledger.list()) {
        const refund = payment.refunds.find((one) => refundReferenceOf(one) === reference && one.status === 'pending');
        if (!refund) continue;
        ledger.keepRefund(payment, { ...refund, status: outcome === 'succeed' ? 'succeeded' : 'failed' });
        return true;
      }
      return false;
    },
    register({ webhookUrl, ...form }) {
      if (webhookUrl !== undefined && !isCallable(webhookUrl)) return null;
      const account = accounts.register(form);
      if (!account || webhookUrl === undefined) return account;
      return { ...account, webhookSecret: endpoints.registerInDashboard(account, webhookUrl).secret };
    },
    billOf(code) {
      const payment = ledger.findByCode(code);
      if (!payment) return undefined;
      const stage = stageOf(payment);
      return {
        code,
        merchantName: accounts.get(payment.secretKey).name,
        amount: { currency: payment.currency, value: payment.amount },
        description: payment.description ?? '',
        orderId: orderIdOf(payment),
        stage,
        isOnDesktop: payment.method?.terminal !== 'APP',
        backUrl: backUrlOf(payment, stage === 'paid' || stage === 'pending'),
      };
    },
  };
}

/** What a merchant's address gets as parameters is not documented: none. */
function backUrlOf({ session, returnUrl = '' }: Payment, isDone: boolean): string {
  if (!session) return returnUrl;
  return isDone ? session.successUrl : session.cancelUrl;
}
