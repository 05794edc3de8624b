import { ensure, isHeaderValue, toOrigin } from '../../gateway-options.ts';
import { isSamePair, parsePrivateKey, parsePublicKey, type RsaKey } from './keys.ts';

/** The regions that Alipay hosts the gateway in. Source: Antom docs, "API overview". */
const HOSTS = {
  asia: 'https://open-sea-global.alipay.com',
  'north-america': 'https://open-na-global.alipay.com',
  europe: 'https://open-de-global.alipay.com',
} as const;

/** How the gateway is reached, and as whom. */
export interface AlipayCashierClientOptions {
  /** The merchant's client id, from the dashboard. */
  readonly clientId: string;
  /** The merchant's RSA private key: PKCS#8 or PKCS#1, PEM or bare base64. */
  readonly privateKey: string;
  /** Alipay's public key, from the dashboard: bare base64 or PEM. Not the public half of `privateKey`. */
  readonly gatewayPublicKey: string;
  /** The region whose host the dashboard shows, or another `https:` origin; `http:` on this machine only. */
  readonly host: keyof typeof HOSTS | (string & {});
  /** Which of the merchant's uploaded keys `privateKey` belongs to. Default 1. */
  readonly keyVersion?: number;
  /** The token of a service provider that acts for a merchant. */
  readonly agentToken?: string;
  /** Whether calls go to the sandbox. Default: whether `clientId` starts with `SANDBOX_`. */
  readonly sandbox?: boolean;
  /** How long to wait for an answer, in milliseconds. Default 15 000 for `pay`, 8 000 for every other call. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  /** The present time in milliseconds since 1970. */
  readonly now?: () => number;
}

/** What a client works with: every option checked and filled in. */
export interface ClientConfig {
  readonly clientId: string;
  readonly privateKey: RsaKey;
  readonly gatewayPublicKey: RsaKey;
  readonly origin: string;
  /** What comes before an endpoint in the path, and is signed with it. */
  readonly basePath: string;
  readonly keyVersion: number;
  readonly agentToken: string | undefined;
  readonly timeoutMs: number | undefined;
  readonly send: typeof fetch;
  readonly now: () => number;
}

/** @throws {TypeError} that names the option which is missing or malformed. */
export function readOptions(options: AlipayCashierClientOptions): ClientConfig {
  const { clientId, keyVersion = 1, agentToken, sandbox, timeoutMs } = options;
  ensure(isHeaderValue(clientId), 'clientId', 'the client id that the dashboard shows');
  ensure(Number.isSafeInteger(keyVersion) && keyVersion > 0, 'keyVersion', 'a whole number from 1');
  ensure(agentToken === undefined || isAgentToken(agentToken), 'agentToken', 'the token that the dashboard shows');
  ensure(timeoutMs === undefined || timeoutMs > 0, 'timeoutMs', 'a number of milliseconds above 0');
  const isSandbox = sandbox ?? clientId.startsWith('SANDBOX_');
  return {
    clientId,
    ...readKeys(options),
    origin: toHost(options.host),
    basePath: isSandbox ? '/ams/sandbox/api' : '/ams/api',
    keyVersion,
    agentToken,
    timeoutMs,
    send: options.fetch ?? ((input, init) => fetch(input, init)),
    now: options.now ?? (() => Date.now()),
  };
}

// Antom docs, "Sign a request and verify the signature": at most 128 characters.
function isAgentToken(token: string): boolean {
  return isHeaderValue(token) && token.length <= 128;
}

function readKeys(options: AlipayCashierClientOptions): Pick<ClientConfig, 'privateKey' | 'gatewayPublicKey'> {
  const privateKey = parsePrivateKey(String(options.privateKey));
  ensure(privateKey !== null, 'privateKey', 'an RSA private key, PKCS#8 or PKCS#1, as PEM or base64');
  const gatewayPublicKey = parsePublicKey(String(options.gatewayPublicKey));
  ensure(gatewayPublicKey !== null, 'gatewayPublicKey', 'the RSA public key that the dashboard shows as Alipay’s');
  // The classic mistake: every answer of the gateway would seem forged.
  ensure(
    !isSamePair(privateKey, gatewayPublicKey),
    'gatewayPublicKey',
    'Alipay’s public key, not the one that belongs to "privateKey"',
  );
  return { privateKey, gatewayPublicKey };
}

function toHost(host: AlipayCashierClientOptions['host']): string {
  // A path would become part of what is signed, and a proxy that takes it off again would break every signature.
  const origin = toOrigin(Object.hasOwn(HOSTS, host) ? HOSTS[host as keyof typeof HOSTS] : host);
  ensure(origin !== null, 'host', `one of ${Object.keys(HOSTS).join(', ')}, or an https address without a path`);
  return origin;
}
