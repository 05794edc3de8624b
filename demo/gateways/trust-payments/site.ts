import type { Details } from '../support/simulated-gateway.ts';

/** A site of a merchant, with its webservices user and what the merchant has set up for it. */
export interface Site {
  readonly sitereference: string;
  /** What the wallet shows to the shopper. */
  readonly name: string;
  /** The webservices user: it signs in with Basic, and names itself again as `alias`. */
  readonly username: string;
  readonly password: string;
  /** Whether Alipay has enabled the phone interface for this account. */
  readonly isWapEnabled: boolean;
  /** Whether the site has an Alipay account at all. */
  readonly isAlipayEnabled: boolean;
  readonly isSuspended: boolean;
  /** The least that can be refunded, in base units. */
  readonly minimumRefund: number;
  /** Null where no rule sends notifications: all news is then to be asked for. */
  readonly notificationUrl: string | null;
  /** Null where `responsesitesecurity` is not enabled: notifications then prove nothing. */
  readonly notificationPassword: string | null;
  /** What the rule sends that tells of authorisations. */
  readonly authorisedFields: readonly string[];
  /** What the rule sends that tells of settlements, and of ends without one. */
  readonly settledFields: readonly string[];
}

/** Letters, digits and `_`. */
export const SITE_REFERENCE = /^\w{1,50}$/;

// Trust Payments help, Alipay: the fields that it advises to choose for either rule.
const AUTHORISED_FIELDS =
  'baseamount mainamount billingcountryiso2a currencyiso3a errorcode livestatus orderreference ' +
  'paymenttypedescription requesttypedescription settlestatus sitereference transactionreference ' +
  'transactionstartedtimestamp';
const SETTLED_FIELDS = 'settlestatus sitereference transactionreference';

/** Reads the settings of a site, from a form or as JSON. Null where it cannot be set up so. */
export function readSite(details: Details): Site | null {
  const site: Site = {
    sitereference: toText(details['sitereference']),
    name: toText(details['name']) || toText(details['sitereference']),
    username: toText(details['username']),
    password: toText(details['password']),
    isWapEnabled: toFlag(details['wap'], false),
    isAlipayEnabled: toFlag(details['alipay'], true),
    isSuspended: toFlag(details['suspended'], false),
    minimumRefund: Number(details['minimumRefund'] ?? 1),
    notificationUrl: toText(details['notificationUrl']) || null,
    notificationPassword: toText(details['notificationPassword']) || null,
    authorisedFields: toList(details['authorisedFields'], AUTHORISED_FIELDS),
    settledFields: toList(details['settledFields'], SETTLED_FIELDS),
  };
  return isUsable(site) ? site : null;
}

/** A test site has a name that says so: hosts, users and all else are the same for test and live. */
export function liveStatusOf(sitereference: string): '0' | '1' {
  return sitereference.startsWith('test_') ? '0' : '1';
}

/** Real notifications go to no address of this machine. The sandbox's do: most shops that use it are there. */
function isUsable({ sitereference, username, password, minimumRefund, notificationUrl }: Site): boolean {
  if (!SITE_REFERENCE.test(sitereference) || !/^[^:\s]+$/.test(username) || !password) return false;
  if (!Number.isSafeInteger(minimumRefund) || minimumRefund < 1) return false;
  return notificationUrl === null || /^https?:$/.test(URL.parse(notificationUrl)?.protocol ?? '');
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function toFlag(value: unknown, missing: boolean): boolean {
  return value === undefined ? missing : value === true || value === 'true' || value === 'on';
}

/** A list of names, or the names in a text. */
function toList(value: unknown, missing: string): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return (toText(value) || missing).split(/[\s,]+/);
}
