import { Courier, type Letter } from '../support/courier.ts';
import { FaultSwitch } from '../support/faults.ts';
import { Journal } from '../support/journal.ts';
import { type Schedule, scheduleTimeout } from '../support/schedule.ts';
import { serve } from '../support/serve.ts';
import { noStorage, type Storage } from '../support/storage.ts';
import { type Call, CALLS, createApi } from './api.ts';
import { createGateway } from './gateway.ts';
import { Ledger } from './ledger.ts';
import { Merchants } from './merchants.ts';
import { ACKNOWLEDGEMENT, notification } from './messages.ts';
import { type GatewayKeys, gatewayTime, generateKeys, signatureHeader, toBase64 } from './wire.ts';

export interface AlipaySandboxOptions {
  /** Where the sandbox can be reached, without a slash at the end: its codes and pages are addresses under it. */
  readonly origin: string;
  /** The gateway's own key pair. Default: a new one. */
  readonly keys?: GatewayKeys;
  /** Whether unacknowledged notifications are sent again. Default true, as in production. */
  readonly resend?: boolean;
  /** What survives a restart: merchants and payments. Default: nothing. */
  readonly storage?: Storage;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** Default `setTimeout`, unreferenced: it keeps no process alive. */
  readonly schedule?: Schedule;
  /** Carries notifications. Default the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** A simulated Alipay gateway, as a web-standard handler. */
export interface AlipaySandbox {
  /** The merchant API, the wallet's pages and the panel. */
  fetch(request: Request): Promise<Response>;
  /** Takes a merchant in, as the dashboard does. Answers the gateway's public key, base64 of its SPKI. */
  registerMerchant(clientId: string, publicKey: string, name?: string): string;
  /** Resolves once no notification is on its way; scheduled ones do not count. */
  settled(): Promise<void>;
  /** Stops every timer. */
  close(): void;
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
  const ledger = new Ledger({
    storage,
    now,
    schedule,
    onChange(payment, { type }) {
      const { paymentId: about, clientId, notifyUrl: url } = payment;
      // A cancel is answered at once and notified to nobody.
      if (type !== 'cancel' && url) courier.send({ about, clientId, url, ...notification(payment) });
    },
  });
  const gateway = createGateway({ origin, gatewayPublicKey, now, ledger, journal, courier, merchants });

  return {
    fetch: serve({
      origin,
      gateway,
      faults,
      schedule,
      apiAreas: ['ams'],
      api: createApi({ origin, keys, now, merchants, ledger, journal }),
      decide(code, decision) {
        const payment = ledger.findByCode(code);
        if (payment && decision === 'approve') ledger.apply(payment, { type: 'approve' });
        if (payment && decision === 'decline') {
          ledger.apply(payment, { type: 'decline', code: 'USER_PAYMENT_VERIFICATION_FAILED' });
        }
      },
    }),
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

/** Antom docs, notifyPayment: eight attempts within 24 hours. */
const RETRY_AFTER_MS = [120_000, 600_000, 600_000, 3_600_000, 7_200_000, 21_600_000, 54_000_000];

interface AlipayLetter extends Letter {
  readonly clientId: string;
}

function signedHeaders(
  { url, clientId, body }: AlipayLetter,
  nowMs: number,
  keys: GatewayKeys,
): Record<string, string> {
  const { pathname, search } = new URL(url);
  const time = gatewayTime(nowMs, 8);
  return {
    'Content-Type': 'application/json',
    'client-id': clientId,
    'request-time': time,
    signature: signatureHeader({ target: pathname + search, clientId, time, body }, keys),
  };
}

async function isAcknowledged(response: Response): Promise<boolean> {
  const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
  return (await response.text()) === ACKNOWLEDGEMENT && response.status === 200 && isJson;
}
