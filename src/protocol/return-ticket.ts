import { RETURN_PARAMETER } from './routes.ts';

/** What a shopper brings back from the wallet: which payment it was, and the right to read it. */
export interface ReturnTicket {
  readonly paymentId: string;
  readonly ticket: string;
}

const TICKET = /^([A-Za-z0-9]{24})\.([A-Za-z0-9_-]{16,128})$/;
const parameter = new RegExp(`([?&#])${RETURN_PARAMETER}=([^&#]*)(&?)`);

/** Adds the return ticket to the address that the gateway is to send the shopper back to. */
export function withReturnTicket(returnUrl: string, { paymentId, ticket }: ReturnTicket): string {
  const url = new URL(returnUrl);
  url.searchParams.set(RETURN_PARAMETER, `${paymentId}.${ticket}`);
  return url.href;
}

/**
 * Takes the return ticket out of a page's address.
 *
 * Looks in the query and in the hash, also behind a hash router (`#/checkout?alipay_return=…`), and answers the address
 * without it, to be put into the address bar at once: a ticket must not stay in history, referrers or screenshots.
 * Untrusted by nature; it proves nothing but that its bearer may ask.
 */
export function takeReturnTicket(href: string): { ticket: ReturnTicket | null; href: string } {
  const found = parameter.exec(href);
  if (!found) return { ticket: null, href };
  const [whole, before = '', value = '', after] = found;
  const rest = href.replace(whole, after ? before : '');
  const parts = TICKET.exec(value);
  return {
    ticket: parts?.[1] && parts[2] ? { paymentId: parts[1], ticket: parts[2] } : null,
    href: takeReturnTicket(rest).href,
  };
}
