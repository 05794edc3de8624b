import { ensure, isHeaderValue, toOrigin } from '../../gateway-options.ts';

/** Source: WooshPay documentation, "API Introduction". */
const HOSTS = { live: 'https://api.wooshpay.com', test: 'https://apitest.wooshpay.com' } as const;

const TIMEOUT_MS = 15_000;

/** How the gateway is reached, and as whom. */
export interface WooshPayClientOptions {
  /** The merchant's secret key: `sk_live_…`, or `sk_test_…` for the test mode, which has a host of its own. */
  readonly secretKey: string;
  /** The secret of the webhook endpoint, exactly as it is shown. Each mode has its own. */
  readonly webhookSecret: string;
  /** Another `https:` origin; `http:` on this machine only. Default: the host of the mode that `secretKey` is for. */
  readonly host?: string;
  /** How long to wait for an answer, in milliseconds. Default 15 000. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  /** The present time in milliseconds since 1970. */
  readonly now?: () => number;
}

/** What a client works with: every option checked and filled in. */
export interface ClientConfig {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly isLive: boolean;
  readonly origin: string;
  readonly timeoutMs: number;
  readonly send: typeof fetch;
  readonly now: () => number;
}

/** @throws {TypeError} that names the option which is missing or malformed. */
export function readOptions(options: WooshPayClientOptions): ClientConfig {
  const { secretKey, webhookSecret, timeoutMs = TIMEOUT_MS } = options;
  const isSecretKey = isHeaderValue(secretKey) && /^sk_(live|test)_./.test(secretKey);
  ensure(isSecretKey, 'secretKey', 'the secret key, which begins with sk_live_ or sk_test_');
  ensure(isHeaderValue(webhookSecret), 'webhookSecret', 'the secret that the webhook endpoint is shown with');
  ensure(timeoutMs > 0, 'timeoutMs', 'a number of milliseconds above 0');
  const isLive = secretKey.startsWith('sk_live_');
  return {
    secretKey,
    webhookSecret,
    isLive,
    origin: toHost(options.host, isLive),
    timeoutMs,
    send: options.fetch ?? ((input, init) => fetch(input, init)),
    now: options.now ?? (() => Date.now()),
  };
}

function toHost(host: string | undefined, isLive: boolean): string {
  const [own, other] = isLive ? [HOSTS.live, HOSTS.test] : [HOSTS.test, HOSTS.live];
  const origin = toOrigin(host ?? own);
  ensure(origin !== null, 'host', 'an https address without a path');
  ensure(origin !== other, 'host', `that of the mode which "secretKey" is for: ${own}`);
  return origin;
}
