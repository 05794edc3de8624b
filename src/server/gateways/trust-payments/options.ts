import { ensure, toOrigin } from '../../gateway-options.ts';

/** Where the gateway is. Test and live sites share every one of them. Source: Trust Payments help, "Webservices". */
const HOSTS = {
  europe: 'https://webservices.securetrading.net',
  'europe-backup': 'https://webservices2.securetrading.net',
  us: 'https://webservices.securetrading.us',
} as const;

/** How the gateway is reached, and as whom. */
export interface TrustPaymentsClientOptions {
  /** The name of the webservices user. */
  readonly username: string;
  readonly password: string;
  /** Which site of the merchant takes the payments; test sites are named `test_…`. */
  readonly siteReference: string;
  /** The password that the merchant has set for the hash of notifications (site security), with SHA-256. */
  readonly notificationPassword: string;
  /** The host, or another `https:` origin; `http:` on this machine only. Default `europe`. */
  readonly host?: keyof typeof HOSTS | (string & {});
  /**
   * Whether the site moves real money. What comes from a site of the other kind is not believed. Default: whether
   * `siteReference` does not start with `test_`.
   */
  readonly live?: boolean;
  /**
   * How messages are written. Default `json`. Of XML only `AUTH` is documented: its query, refund and update are built
   * by the same naming, and an answer to a query that is not of that shape leaves everything unknown.
   */
  readonly format?: 'json' | 'xml';
  /** How long to wait for an answer, in milliseconds. Default 20 000 where money moves, 10 000 for every other call. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

/** What a client works with: every option checked and filled in. */
export interface ClientConfig {
  readonly username: string;
  readonly password: string;
  readonly siteReference: string;
  readonly notificationPassword: string;
  readonly origin: string;
  /** What `livestatus` must be. */
  readonly livestatus: '0' | '1';
  readonly format: 'json' | 'xml';
  readonly timeoutMs: number | undefined;
  readonly send: typeof fetch;
}

/** @throws {TypeError} that names the option which is missing or malformed. */
export function readOptions(options: TrustPaymentsClientOptions): ClientConfig {
  const { username, password, siteReference, notificationPassword, live, format = 'json', timeoutMs } = options;
  // A colon would end the name early in HTTP Basic.
  ensure(isSecret(username) && !username.includes(':'), 'username', 'the name of the webservices user');
  ensure(isSecret(password), 'password', 'the password of the webservices user');
  ensure(
    typeof siteReference === 'string' && /^\w{1,50}$/.test(siteReference),
    'siteReference',
    'the reference of a site: at most 50 letters, digits and "_"',
  );
  ensure(
    isSecret(notificationPassword),
    'notificationPassword',
    'the password that is set for the site security of notifications',
  );
  ensure(live === undefined || typeof live === 'boolean', 'live', 'true or false');
  ensure(format === 'json' || format === 'xml', 'format', 'json or xml');
  ensure(timeoutMs === undefined || timeoutMs > 0, 'timeoutMs', 'a number of milliseconds above 0');
  return {
    username,
    password,
    siteReference,
    notificationPassword,
    origin: toHost(options.host ?? 'europe'),
    livestatus: (live ?? !siteReference.startsWith('test_')) ? '1' : '0',
    format,
    timeoutMs,
    send: options.fetch ?? ((input, init) => fetch(input, init)),
  };
}

/** Text of one line, of a length that somebody may have chosen. */
function isSecret(value: unknown): value is string {
  // eslint-disable-next-line no-control-regex -- refusing control characters is the point
  return typeof value === 'string' && /^[^\u0000-\u001f\u007f]{1,256}$/.test(value);
}

function toHost(host: string): string {
  const origin = toOrigin(Object.hasOwn(HOSTS, host) ? HOSTS[host as keyof typeof HOSTS] : host);
  ensure(origin !== null, 'host', `one of ${Object.keys(HOSTS).join(', ')}, or an https address without a path`);
  return origin;
}
