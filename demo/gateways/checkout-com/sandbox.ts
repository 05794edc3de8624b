import { Courier } from '../support/courier.ts';
import { FaultSwitch } from '../support/faults.ts';
import { Journal } from '../support/journal.ts';
import type { Sandbox, SandboxOptions } from '../support/sandbox.ts';
import { scheduleTimeout } from '../support/schedule.ts';
import { serve } from '../support/serve.ts';
import { noStorage } from '../support/storage.ts';
import { Accounts } from './accounts.ts';
import { type Call, CALLS, createApi } from './api.ts';
import { createGateway } from './gateway.ts';
import { createGuard } from './guard.ts';
import { IdempotentAnswers } from './idempotency.ts';
import { Ledger } from './ledger.ts';
import { DECLINE_CODES } from './response-codes.ts';
import { retryAfterMs, webhook, webhookHeaders, type WebhookLetter } from './webhooks.ts';

export interface CheckoutComSandboxOptions extends SandboxOptions {
  /** How long a payment waits for its shopper, in milliseconds. Default half an hour: no document says. */
  readonly lifetimeMs?: number;
}

/**
 * Plays Checkout.com with Alipay, on its previous and on its current platform: which of them is an account's is told by
 * its key.
 *
 * Shares no code with the adapter of this package, so that the two can disagree.
 */
export function createCheckoutComSandbox(options: CheckoutComSandboxOptions): Sandbox {
  const { origin, lifetimeMs = 30 * 60_000, storage = noStorage, now = Date.now, schedule = scheduleTimeout } = options;
  const faults = new FaultSwitch();
  const accounts = new Accounts(storage);
  const journal = new Journal<Call>(CALLS);
  const answers = new IdempotentAnswers(storage, now);
  const courier = new Courier<WebhookLetter>({
    now,
    schedule,
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    faults,
    retryAfterMs,
    answerTimeoutMs: 10_000,
    headers: webhookHeaders,
    isAcknowledged: ({ ok }) => ok,
  });
  const ledger = new Ledger({
    storage,
    now,
    schedule,
    lifetimeMs,
    onChange(change) {
      const account = accounts.get(change.payment.accountId);
      const letter = account && webhook(origin, account, change, now());
      if (letter) courier.send(letter);
    },
  });

  return {
    fetch: serve({
      origin,
      gateway: createGateway({ origin, now, accounts, ledger, journal, courier }),
      faults,
      schedule,
      apiAreas: ['payments'],
      guard: createGuard({ now, accounts, ledger, journal, answers }),
      api: createApi({ origin, accounts, ledger, faults }),
      decide(code, decision) {
        const payment = ledger.findByCode(code);
        if (!payment) return;
        const declined = { type: 'decline', code: DECLINE_CODES[0] } as const;
        ledger.apply(payment.id, decision === 'approve' ? { type: 'approve' } : declined);
      },
    }),
    settled: () => courier.settled(),
    close() {
      ledger.close();
      courier.close();
    },
  };
}
