import { Courier } from '../support/courier.ts';
import { FaultSwitch } from '../support/faults.ts';
import { Journal } from '../support/journal.ts';
import type { Sandbox, SandboxOptions } from '../support/sandbox.ts';
import { scheduleTimeout } from '../support/schedule.ts';
import { serve } from '../support/serve.ts';
import type { Details } from '../support/simulated-gateway.ts';
import { noStorage } from '../support/storage.ts';
import { createApi } from './api.ts';
import { REQUEST_TYPES, type RequestType } from './call.ts';
import { createGateway } from './gateway.ts';
import { Ledger } from './ledger.ts';
import { FORM, notificationOf, type UrlNotification } from './notification.ts';
import { readSite, type Site } from './site.ts';
import { Sites } from './sites.ts';

/** A simulated Trust Payments gateway, as a web-standard handler. */
export interface TrustPaymentsSandbox extends Sandbox {
  /** Takes a site in with the settings that the panel takes, too. Throws `TypeError` where it cannot be set up so. */
  registerSite(settings: Details): Site;
}

/**
 * Plays Trust Payments' webservices for Alipay: takes and refuses requests, pays, refunds and notifies as its manual
 * says.
 *
 * Shares no code with the adapter of this package, so that the two can disagree.
 */
export function createTrustPaymentsSandbox(options: SandboxOptions): TrustPaymentsSandbox {
  const { origin, storage = noStorage, now = Date.now, schedule = scheduleTimeout } = options;
  const faults = new FaultSwitch();
  const sites = new Sites(storage);
  const journal = new Journal<RequestType>(REQUEST_TYPES);
  const courier = new Courier<UrlNotification>({
    now,
    schedule,
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    faults,
    retryAfterMs: ({ flow }) => (flow === 'offline' ? RETRY_AFTER_MS : []),
    answerTimeoutMs: 10_000,
    headers: () => ({ 'Content-Type': FORM }),
    isAcknowledged: ({ status }) => status === 200,
  });
  const ledger = new Ledger({
    storage,
    now,
    schedule,
    onChange(transaction, type, isRequested) {
      const site = sites.get(transaction.sitereference);
      const letter = site && notificationOf(transaction, site, type, isRequested ? 'online' : 'offline');
      if (letter) courier.send(letter);
    },
  });
  const gateway = createGateway({ origin, ledger, journal, courier, sites });

  return {
    fetch: serve({
      origin,
      gateway,
      faults,
      schedule,
      apiAreas: ['json', 'xml'],
      api: createApi({ origin, faults, now, sites, ledger, journal }),
      decide(code, decision) {
        const reference = ledger.payments().find((payment) => payment.code === code)?.transactionreference;
        if (!reference) return;
        ledger.apply(reference, decision === 'approve' ? { type: 'approve' } : { type: 'decline', code: '70000' });
      },
    }),
    registerSite(settings) {
      const site = readSite(settings);
      if (!site) throw new TypeError('A site needs a reference, a user with a password, and usable settings');
      sites.register(site);
      return site;
    },
    settled: () => courier.settled(),
    close() {
      ledger.close();
      courier.close();
    },
  };
}

const HOUR_MS = 3_600_000;

/** For about 48 hours, says the manual, and nowhere how often: at first soon, and then ever more seldom. */
const RETRY_AFTER_MS = [HOUR_MS / 12, HOUR_MS / 4, HOUR_MS, ...[2, 4, 8, 8, 8, 8, 8].map((hours) => hours * HOUR_MS)];
