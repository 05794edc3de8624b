import type { Action } from '../protocol/payment.ts';
import { safeUrl } from '../protocol/safe-url.ts';

/** Where the page may send its shopper to pay. */
export interface Destination {
  readonly url: string;
  /** Posted as a form where given. */
  readonly fields?: Readonly<Record<string, string>>;
}

/**
 * Where an action leads in this tab, or null where it names no address that a page may be sent to. The https address
 * comes first: it opens the app where there is one and is a page where there is none, which a scheme is not.
 */
export function destinationOf({ redirect, app }: Action): Destination | null {
  const address = redirect?.url ?? app?.linkUrl;
  const url = address !== undefined ? safeUrl(address) : app?.schemeUrl && safeUrl(app.schemeUrl, { app: true });
  if (!url) return null;
  return redirect?.method === 'POST' ? { url, fields: redirect.fields ?? {} } : { url };
}

/**
 * Sends a window on. On a phone this one: another would be left behind, empty, when the system hands the link to the app.
 * A form is built in the window's own document.
 */
export function leave({ url, fields }: Destination, { location, document }: Window): void {
  if (!fields) {
    location.assign(url);
    return;
  }
  const form = Object.assign(document.createElement('form'), { method: 'post', action: url, hidden: true });
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  // Not form.submit(): a field may be named "submit" and hide it.
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
}
