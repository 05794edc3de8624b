import { randomInt } from 'node:crypto';
import type { Letter } from '../support/courier.ts';
import type { TransactionType } from './ledger.ts';
import { notifiableFields } from './record.ts';
import { responseSiteSecurity } from './site-security.ts';
import type { Site } from './site.ts';
import type { Transaction } from './transaction.ts';

/** How a rule is processed. `online`: while a request is under way, and sent once. `offline`: sent until it is taken. */
export type Flow = 'online' | 'offline';

export interface UrlNotification extends Letter {
  readonly flow: Flow;
}

/**
 * What the site's rules send of a transaction as it now is, or null where nothing is set up. One rule tells of
 * authorisations, in whatever state, and one of ends. Trust Payments help, URL notifications.
 */
export function notificationOf(
  transaction: Transaction,
  site: Site,
  requesttypedescription: TransactionType,
  flow: Flow,
): UrlNotification | null {
  const { notificationUrl: url, notificationPassword: password, authorisedFields, settledFields } = site;
  if (!url) return null;
  const { settlestatus } = transaction;
  const chosen = settlestatus === '3' || settlestatus === '100' ? settledFields : authorisedFields;
  const fields: Readonly<Record<string, string>> = { ...notifiableFields(transaction, site), requesttypedescription };
  const form = new URLSearchParams({ notificationreference: `1-A${randomInt(1, 1_000_000_000)}` });
  // A chosen field that the transaction does not have is there all the same, and blank.
  for (const name of chosen) form.append(name, fields[name] ?? '');
  if (password) form.append('responsesitesecurity', responseSiteSecurity(form, password));
  const isRefund = transaction.requesttypedescription === 'REFUND';
  const about = isRefund ? transaction.parenttransactionreference : transaction.transactionreference;
  return { about, url, type: requesttypedescription, status: settlestatus, body: String(form), flow };
}

/** The content type of every notification. */
export const FORM = 'application/x-www-form-urlencoded; charset=UTF-8';
