import { readFileSync } from 'node:fs';
import { createApi } from './api.ts';
import { Courier } from './courier.ts';
import { type Faults, NO_FAULTS } from './faults.ts';
import { Journal } from './journal.ts';
import { Ledger, type Schedule } from './ledger.ts';
import { Merchants } from './merchants.ts';
import { notification } from './messages.ts';
import { seeOther } from './pages/frame.ts';
import { createPanel } from './panel.ts';
import { noStorage, type Storage } from './storage.ts';
import { createWallet } from './wallet.ts';
import { type GatewayKeys, generateKeys, toBase64 } from './wire.ts';

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
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  const faults: { current: Faults } = { current: NO_FAULTS };
  const gatewayPublicKey = toBase64(keys.publicKey);
  const merchants = new Merchants(storage);
  const journal = new Journal();
  const courier = new Courier({ keys, now, schedule, fetch: send, faults: () => faults.current, resend });
  const ledger = new Ledger({
    storage,
    now,
    schedule,
    // A cancel is answered at once and notified to nobody.
    onChange: (payment, { type }) => type !== 'cancel' && courier.send(payment, notification(payment)),
  });
  const api = createApi({ origin, keys, now, merchants, ledger, journal });
  const wallet = createWallet({ origin, ledger, merchants });
  const panel = createPanel({ origin, gatewayPublicKey, ledger, journal, courier, merchants, faults });

  async function callApi(request: Request): Promise<Response> {
    const { gateway, delayMs } = faults.current;
    if (gateway === 'down') return new Response(null, { status: 503 });
    if (gateway === 'slow') await new Promise<void>((resolve) => schedule(delayMs, resolve));
    const response = await api(request);
    return gateway === 'lost' ? new Response(null, { status: 504 }) : response;
  }

  return {
    async fetch(request) {
      const { pathname } = new URL(request.url);
      const [, area] = pathname.split('/');
      switch (area) {
        case 'ams':
          return callApi(request);
        case 'wallet':
        case 'cashier':
        case 'qr':
          return wallet(request);
        case 'panel':
          return panel(request);
        case 'assets':
          return asset(pathname);
        case '':
          return seeOther('/panel');
        default:
          return new Response('Not found', { status: 404 });
      }
    },
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

const scheduleTimeout: Schedule = (delayMs, task) => {
  const timer = setTimeout(task, delayMs).unref();
  return () => clearTimeout(timer);
};

const ASSETS: Readonly<Record<string, string>> = {
  '/assets/wallet.css': 'text/css',
  '/assets/panel.css': 'text/css',
  '/assets/panel.js': 'text/javascript',
};

function asset(pathname: string): Response {
  const type = ASSETS[pathname];
  if (!type) return new Response('Not found', { status: 404 });
  return new Response(readFileSync(new URL(`.${pathname}`, import.meta.url)), {
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' },
  });
}
