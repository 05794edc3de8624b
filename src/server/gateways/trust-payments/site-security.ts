import { type IncomingNotification, NotificationRefused } from '../../gateway.ts';
import { type Bytes, decodeHex, isSameBytes, sha256 } from '../../signing.ts';
import type { UrlNotification } from './messages.ts';
import type { ClientConfig } from './options.ts';
import { parseTransaction, TRANSACTION_FIELDS } from './parse-messages.ts';

type Entry = readonly [name: string, value: string];

const REFERENCE = 'notificationreference';
const SECURITY = 'responsesitesecurity';

/**
 * Reads a notification whose hash is right. Source: Trust Payments help, "Response site security".
 *
 * @throws {NotificationRefused} 401 where the hash is missing or wrong, 400 where the fields are not those of one.
 */
export async function openNotification(
  { body }: IncomingNotification,
  { notificationPassword, siteReference, livestatus }: ClientConfig,
): Promise<UrlNotification> {
  const fields = [...new URLSearchParams(new TextDecoder().decode(body))];
  const [security, ...moreSecurity] = valuesOf(fields, SECURITY);
  const [notificationreference, ...moreReferences] = valuesOf(fields, REFERENCE);
  if (!security || moreSecurity.length > 0) throw new NotificationRefused(401, `"${SECURITY}" must be sent once`);
  if (!notificationreference || moreReferences.length > 0) {
    throw new NotificationRefused(400, `"${REFERENCE}" must be sent once`);
  }
  if (/^[0-9a-f]{32}$/.test(security)) {
    throw new NotificationRefused(401, 'The hash is MD5: have the site security of the account switched to SHA-256');
  }
  const given = /^[0-9a-f]{64}$/.test(security) ? decodeHex(security) : null;
  if (!given || !isSameBytes(given, await siteSecurityOf(fields, notificationPassword))) {
    throw new NotificationRefused(401, 'The hash is wrong: is "notificationPassword" the one of the account?');
  }
  // The hash allows it; but which of the two would count?
  const doubled = TRANSACTION_FIELDS.find((name) => valuesOf(fields, name).length > 1);
  if (doubled) throw new NotificationRefused(400, `"${doubled}" is sent twice`);
  const transaction = parseTransaction(Object.fromEntries(fields));
  if (transaction.sitereference !== siteReference) {
    throw new NotificationRefused(400, 'The notification is for another site: "sitereference" is not "siteReference"');
  }
  if ((transaction.livestatus ?? livestatus) !== livestatus) {
    throw new NotificationRefused(
      400,
      'A live site notifies where a test one is expected, or the other way: see "live"',
    );
  }
  return { ...transaction, notificationreference, fields };
}

/** The hash of all values, joined in the order of their fields' names, with the password behind them. */
function siteSecurityOf(fields: readonly Entry[], password: string): Promise<Bytes> {
  const hashed = fields.filter(([name]) => name !== REFERENCE && name !== SECURITY);
  // By code unit, as ASCII has them, never by locale. Sorting is stable, so doubled names keep the order of sending.
  const sorted = hashed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sha256(new TextEncoder().encode(sorted.map(([, value]) => value).join('') + password));
}

function valuesOf(fields: readonly Entry[], wanted: string): string[] {
  return fields.flatMap(([name, value]) => (name === wanted ? [value] : []));
}
