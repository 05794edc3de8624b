import { Courier } from '../support/courier.ts';
import { FaultSwitch } from '../support/faults.ts';
import { Journal } from '../support/journal.ts';
import type { Sandbox, SandboxOptions } from '../support/sandbox.ts';
import { scheduleTimeout } from '../support/schedule.ts';
import { serve } from '../support/serve.ts';
import { noStorage } from '../support/storage.ts';
import type { Account, Mode } from './account.ts';
import { Accounts } from './accounts.ts';
import { createApi } from './api.ts';
import { type Call, CALLS } from './calls.ts';
import { createDoors } from './doors.ts';
import { Endpoints } from './endpoints.ts';
import { createFront } from './front.ts';
import { createGateway } from './gateway.ts';
import { createIdempotency } from './idempotency.ts';
import { newId } from './ids.ts';
import { Ledger } from './ledger.ts';
import { Messages } from './messages.ts';
import { type EventLetter, RETRY_AFTER_MS, writeLetter } from './notifications.ts';
import { DECLINE_CODES, type EventType, type Payment, type Refund } from './payment.ts';

export interface WooshPaySandboxOptions extends SandboxOptions {
  /** Which of the two hosts it plays: each knows the keys of its own mode only. Default `test`. */
  readonly mode?: Mode;
}

/** What a merchant may say of its account, all optional. One whose key is known is changed. */
export type AccountForm = Partial<Account> & { readonly webhookUrl?: string };

/** A simulated WooshPay, as a web-standard handler. */
export interface WooshPaySandbox extends Sandbox {
  /**
   * Takes a merchant in, as the dashboard does. Answers the account, and with a `webhookUrl` the `webhookSecret`.
   * Throws `TypeError` where the form is not usable.
   */
  registerMerchant(form: AccountForm): Account & { readonly webhookSecret?: string };
}

/**
 * Plays WooshPay's API for Alipay: verifies, refuses, hosts, expires and notifies as its manual says.
 *
 * Shares no code with the adapter of this package, so that the two can disagree. What the manual leaves open is the
 * account's to choose.
 */
export function createWooshPaySandbox(options: WooshPaySandboxOptions): WooshPaySandbox {
  const { origin, mode = 'test', storage = noStorage, now = Date.now, schedule = scheduleTimeout } = options;
  const livemode = mode === 'live';
  const faults = new FaultSwitch();
  const accounts = new Accounts(storage, mode);
  const endpoints = new Endpoints(storage, now);
  const messages = new Messages(origin, livemode);
  const journal = new Journal<Call>(CALLS);
  const courier = new Courier<EventLetter>({
    now,
    schedule,
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    faults,
    retryAfterMs: RETRY_AFTER_MS,
    answerTimeoutMs: 10_000,
    headers: ({ signature }) => ({ 'Content-Type': 'application/json', 'Wooshpay-Signature': signature }),
    isAcknowledged: ({ ok }) => ok,
  });
  const ledger = new Ledger({ storage, now, schedule, onEvent: tell });
  const gateway = createGateway({ origin, ledger, journal, courier, accounts, endpoints });
  const door = createDoors({ origin, accounts, ledger });
  const serveRest = serve({
    origin,
    gateway,
    faults,
    schedule,
    apiAreas: ['v1'],
    api: createApi(accounts, { now, livemode, ledger, endpoints, messages, faults }),
    guard: createFront({ now, accounts, ledger, journal, idempotency: createIdempotency(accounts, storage, now) }),
    decide(code, decision) {
      const payment = ledger.findByCode(code);
      if (payment) gateway.act(payment.id, decision, DECLINE_CODES[0]);
    },
  });

  /** Every endpoint that wants the event gets it, each signed with the endpoint's own secret. */
  function tell(type: EventType, payment: Payment, refund?: Refund): void {
    const account = accounts.get(payment.secretKey);
    const object = objectOf(type, payment, refund, account);
    const event = { id: newId('evt'), type, atMs: now(), livemode, object };
    for (const endpoint of endpoints.listening(payment.secretKey, type)) {
      courier.send(writeLetter(payment.id, endpoint, event, account));
    }
  }

  function objectOf(type: EventType, payment: Payment, refund: Refund | undefined, account: Account): object {
    if (refund) return messages.refund(payment, refund, account);
    const { session } = payment;
    return session && type.startsWith('checkout.session.')
      ? messages.session(payment, session, account)
      : messages.intent(payment, account);
  }

  return {
    fetch: async (request) => door(request) ?? serveRest(request),
    registerMerchant(form) {
      const registered = gateway.register(form);
      if (!registered) throw new TypeError('This account is not usable');
      return registered as Account & { readonly webhookSecret?: string };
    },
    settled: () => courier.settled(),
    close() {
      ledger.close();
      courier.close();
    },
  };
}
