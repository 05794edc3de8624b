import { ensure, isHeaderValue, toOrigin } from '../../gateway-options.ts';

const ORIGINS = { live: 'https://api.checkout.com', sandbox: 'https://api.sandbox.checkout.com' } as const;

const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i;

/** Checkout.com has two generations, which differ in keys, wallets and what a request needs. */
export type Platform = 'previous' | 'current';

/** How the gateway is reached, and as whom. */
export interface CheckoutComClientOptions {
  /** The account's secret key: `sk_…`. */
  readonly secretKey: string;
  /**
   * The webhook's key, any text, exactly as it stands in the dashboard: some plugins register one that starts with
   * `Bearer `. Default: `secretKey` on the previous platform, which signs with it; needed on the current one.
   */
  readonly webhookKey?: string;
  /** The value of the `Authorization` header that the webhook was told to send. Default: none is checked. */
  readonly webhookAuthorization?: string;
  /** Default: `previous` where `secretKey` has a UUID in it, which is then sent bare; else `current`, with `Bearer`. */
  readonly platform?: Platform;
  /** Default: what `secretKey` is for, `sandbox` where it starts with `sk_test_` or `sk_sbox_`. */
  readonly environment?: keyof typeof ORIGINS;
  /**
   * Another `https:` origin than the environment's shared one, such as the account's own,
   * `https://{prefix}.api.checkout.com`; `http:` on this machine only.
   */
  readonly host?: string;
  /** How long to wait for an answer, in milliseconds. Default 8 000 for questions, 15 000 for every other call. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

/** What a client works with: every option checked and filled in. */
export interface ClientConfig {
  readonly authorization: string;
  readonly platform: Platform;
  readonly origin: string;
  readonly webhookKey: string;
  readonly webhookAuthorization: string | undefined;
  readonly timeoutMs: number | undefined;
  readonly send: typeof fetch;
}

/** @throws {TypeError} that names the option which is missing or malformed. */
export function readOptions(options: CheckoutComClientOptions): ClientConfig {
  const { secretKey, webhookAuthorization, timeoutMs } = options;
  // Not `pk_…`: the public key is the other one that the dashboard shows.
  ensure(isHeaderValue(secretKey) && secretKey.startsWith('sk_'), 'secretKey', 'the secret key, sk_…');
  const isReadable = webhookAuthorization === undefined || /^[\x20-\x7e]+$/.test(webhookAuthorization);
  ensure(isReadable, 'webhookAuthorization', 'the header value that the webhook sends');
  ensure(timeoutMs === undefined || timeoutMs > 0, 'timeoutMs', 'a number of milliseconds above 0');
  const platform = readPlatform(options);
  return {
    authorization: platform === 'previous' ? secretKey : `Bearer ${secretKey}`,
    platform,
    origin: readOrigin(options),
    webhookKey: readWebhookKey(options, platform),
    webhookAuthorization,
    timeoutMs,
    send: options.fetch ?? ((input, init) => fetch(input, init)),
  };
}

/** @throws {TypeError} */
export function readPlatform({ secretKey, platform }: CheckoutComClientOptions): Platform {
  ensure(platform === undefined || ['previous', 'current'].includes(platform), 'platform', 'previous or current');
  return platform ?? (UUID.test(secretKey) ? 'previous' : 'current');
}

function readOrigin({ secretKey, environment, host }: CheckoutComClientOptions): string {
  ensure(environment === undefined || Object.hasOwn(ORIGINS, environment), 'environment', 'live or sandbox');
  const isSandboxKey = /^sk_(test|sbox)_/.test(secretKey);
  const origin = toOrigin(host ?? ORIGINS[environment ?? (isSandboxKey ? 'sandbox' : 'live')]);
  ensure(origin !== null, 'host', 'an https address without a path');
  return origin;
}

function readWebhookKey({ secretKey, webhookKey }: CheckoutComClientOptions, platform: Platform): string {
  const key = webhookKey ?? (platform === 'previous' ? secretKey : undefined);
  ensure(typeof key === 'string' && key !== '', 'webhookKey', 'the key that the webhook was set up with');
  return key;
}
