import { createHash } from 'node:crypto';

/** What a notification carries that is not hashed. */
const UNHASHED = ['notificationreference', 'responsesitesecurity'];

/**
 * The salted hash that a notification carries: the values in the order of their names in ASCII, with nothing between
 * them, then the notification password. Trust Payments help, Response site security.
 */
export function responseSiteSecurity(form: URLSearchParams, password: string): string {
  const hashed = [...form].filter(([name]) => !UNHASHED.includes(name));
  // Stable: a name that is there twice keeps the order in which it was sent.
  hashed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const text = hashed.map(([, value]) => value).join('') + password;
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
