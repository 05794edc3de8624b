import type { Courier } from '../support/courier.ts';
import type { Journal } from '../support/journal.ts';
import { PAYMENT_EVENTS, type PaymentEventName, type SimulatedGateway } from '../support/simulated-gateway.ts';
import type { Accounts } from './accounts.ts';
import { cashierUrl } from './answers.ts';
import type { Call } from './api.ts';
import type { Ledger } from './ledger.ts';
import { type Payment, type PaymentEvent, stageOf, transition } from './payment.ts';
import type { PaymentReport } from './payment-report.ts';
import { refundReports } from './refund.ts';
import { DECLINE_CODES, RESPONSE_SUMMARIES } from './response-codes.ts';
import { decimalsOf } from './units.ts';
import type { WebhookLetter } from './webhooks.ts';

export interface GatewayOptions {
  readonly origin: string;
  readonly now: () => number;
  readonly accounts: Accounts;
  readonly ledger: Ledger;
  readonly journal: Journal<Call>;
  readonly courier: Courier<WebhookLetter>;
}

/** The Checkout.com gateway as the panel and the shopper's pages see it. */
export function createGateway(options: GatewayOptions): SimulatedGateway {
  const { origin, now, accounts, ledger, journal, courier } = options;

  function report(payment: Payment): PaymentReport {
    const { id, reference = id, amount: value, currency, metadata, actions } = payment;
    const code = actions.findLast(({ type }) => type !== 'Refund')?.responseCode;
    return {
      ...payment,
      reference,
      gatewayReference: id,
      orderId: orderIdOf(metadata),
      description: payment.description ?? '',
      stage: stageOf(payment),
      remark: code && `${code} ${RESPONSE_SUMMARIES[code]}`,
      amount: { currency, value },
      wallet: payment.sourceType,
      cashierUrl: cashierUrl(origin, payment),
      possibleEvents: PAYMENT_EVENTS.filter((name) => transition(payment, toEvent(name), now()) !== null),
      calls: journal.count(reference),
      messages: journal.about(reference),
      notifications: courier.deliveries(id),
      refunds: refundReports(payment),
    };
  }

  return {
    name: 'Checkout.com',
    declineCodes: DECLINE_CODES,
    decimalsOf,
    reports: () => ledger.list().map(report),
    failures: () => journal.failures(),
    act: (id, name, code) => ledger.apply(id, toEvent(name, code)) !== null,
    notify: (id) => courier.repeat(id),
    settleRefund(reference, outcome) {
      const isGranted = outcome === 'succeed';
      return ledger.list().some((payment) => {
        const refund = refundReports(payment).find((one) => one.reference === reference && !one.isSettled);
        return refund !== undefined && ledger.settleRefund(payment.id, refund.gatewayReference, isGranted) !== null;
      });
    },
    register(form) {
      const account = accounts.register(form);
      if (!account) return null;
      const { platform, secretKey, processingChannelId, webhookKey } = account;
      return { platform, secretKey, processingChannelId, webhookKey };
    },
    billOf(code) {
      const payment = ledger.findByCode(code);
      return (
        payment && {
          code,
          merchantName: accounts.get(payment.accountId)?.name ?? 'Merchant',
          amount: { currency: payment.currency, value: payment.amount },
          description: payment.description ?? '',
          orderId: orderIdOf(payment.metadata),
          stage: stageOf(payment),
          isOnDesktop: payment.terminal === 'WEB',
          backUrl: backUrlOf(payment),
        }
      );
    },
  };

  /** The failure address is for everybody who has not paid, also for who has only left. */
  function backUrlOf({ status, successUrl, failureUrl, accountId, platform, sessionId }: Payment): string {
    const isPaid = status === 'Authorized' || status === 'Captured';
    const url = (isPaid ? successUrl : failureUrl) ?? accounts.get(accountId)?.returnUrl ?? origin;
    return platform === 'current' ? withParameter(url, 'cko-session-id', sessionId) : url;
  }
}

function toEvent(name: PaymentEventName, code?: string): PaymentEvent {
  if (name !== 'decline') return { type: name };
  return { type: name, code: DECLINE_CODES.find((one) => one === code) ?? DECLINE_CODES[0] };
}

/** Metadata is the merchant's own: what most of them call an order is shown as one. */
function orderIdOf(metadata: Payment['metadata']): string | undefined {
  const orderId = metadata['order_id'] ?? metadata['orderId'];
  return orderId === undefined ? undefined : String(orderId);
}

/** What the merchant has written stays as it is written: `searchParams` would write it anew. */
function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.search += `${url.search ? '&' : '?'}${name}=${value}`;
  return url.href;
}
