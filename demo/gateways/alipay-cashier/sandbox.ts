import { Courier } from '../support/courier.ts';
import { FaultSwitch } from '../support/faults.ts';
import { Journal } from '../support/journal.ts';
import type { Sandbox, SandboxOptions } from '../support/sandbox.ts';
import { scheduleTimeout } from '../support/schedule.ts';
import { serve } from '../support/serve.ts';
import { noStorage } from '../support/storage.ts';
import { type Call, CALLS, createApi } from './api.ts';
import type { Books } from './books.ts';
import type { Declaration } from './declaration.ts';
import { createFront } from './front.ts';
import { createGateway } from './gateway.ts';
import { Ledger } from './ledger.ts';
import { type AlipayLetter, isAcknowledged, RETRY_AFTER_MS, signedHeaders } from './letters.ts';
import { Merchants } from './merchants.ts';
import { Post } from './post.ts';
import { Records } from './records.ts';
import { Refunds } from './refunds.ts';
import { registrationDesk } from './registration-desk.ts';
import { Registrations } from './registrations.ts';
import { type GatewayKeys, generateKeys, toBase64 } from './wire.ts';

export interface AlipaySandboxOptions extends SandboxOptions {
  /** The gateway's own key pair. Default: a new one. */
  readonly keys?: GatewayKeys;
  /** Whether unacknowledged notifications are sent again. Default true, as in production. */
  readonly resend?: boolean;
}

/** A simulated Alipay gateway, as a web-standard handler. */
export interface AlipaySandbox extends Sandbox {
  /** Takes a merchant in, as the dashboard does. Answers the gateway's public key, base64 of its SPKI. */
  registerMerchant(clientId: string, publicKey: string, name?: string): string;
}

/**
 * Plays the gateway of Antom's Cashier Payment: verifies, refuses, signs, expires and notifies as its manual says.
 *
 * Shares no code with the adapter of this package, so that the two can disagree.
 */
export function createAlipaySandbox(options: AlipaySandboxOptions): AlipaySandbox {
  const { origin, keys = generateKeys(), resend = true, now = Date.now, schedule = scheduleTimeout } = options;
  const { storage = noStorage } = options;
  const gatewayPublicKey = toBase64(keys.publicKey);
  const faults = new FaultSwitch();
  const merchants = new Merchants(storage);
  const refunds = new Refunds(storage, now);
  const registrations = new Registrations(storage);
  const journal = new Journal<Call>(CALLS);
  const courier = new Courier<AlipayLetter>({
    now,
    schedule,
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    faults,
    retryAfterMs: resend ? RETRY_AFTER_MS : [],
    answerTimeoutMs: 10_000,
    headers: (letter) => signedHeaders(letter, now(), keys),
    isAcknowledged,
  });
  const post = new Post(courier, merchants);
  const ledger = new Ledger({
    storage,
    now,
    schedule,
    onChange(payment, { type }) {
      // A cancel is answered at once and notified to nobody.
      if (type !== 'cancel') post.payment(payment);
    },
  });
  const gateway = createGateway({
    origin,
    gatewayPublicKey,
    now,
    ledger,
    refunds,
    journal,
    courier,
    post,
    merchants,
    registrations: registrationDesk({ registrations, courier, post }),
  });
  const books: Books = {
    origin,
    now,
    faults,
    merchants,
    ledger,
    refunds,
    declarations: new Records<Declaration>(storage, 'declaration', ({ clientId, declarationRequestId }) =>
      JSON.stringify([clientId, declarationRequestId]),
    ),
    registrations,
    announceLater: (refund) => void schedule(0, () => post.refund(refund)),
  };
  const behind = serve({
    origin,
    gateway,
    faults,
    schedule,
    apiAreas: ['ams'],
    api: createApi({ keys, books, journal }),
    decide(code, decision) {
      const payment = ledger.findByCode(code);
      if (payment && decision === 'approve') ledger.apply(payment, { type: 'approve' });
      if (payment && decision === 'decline') {
        ledger.apply(payment, { type: 'decline', code: 'USER_PAYMENT_VERIFICATION_FAILED' });
      }
    },
  });

  return {
    fetch: createFront({ origin, gateway, ledger, behind }),
    registerMerchant(clientId, publicKey, name = clientId) {
      merchants.register({ clientId, publicKey, name });
      return gatewayPublicKey;
    },
    settled: () => courier.settled(),
    close() {
      ledger.close();
      courier.close();
    },
  };
}
