import type { Action, Snapshot } from '../protocol/payment.ts';
import { safeUrl } from '../protocol/safe-url.ts';
import { CheckoutError } from './errors.ts';

/**
 * The snapshot with only those parts of its action whose addresses the page may be sent to.
 *
 * @throws {CheckoutError} `unsafe_address` where a payment that could be paid has no such part: better an error than a
 * button that runs a stranger's script in the shop's page.
 */
export function safeSnapshot<S extends Snapshot>(snapshot: S): S {
  if (!snapshot.action) return snapshot;
  const action = safeAction(snapshot.action);
  if (!action && snapshot.payment.status === 'pending') {
    throw new CheckoutError('unsafe_address', 'The endpoint answered an address outside the allow-list');
  }
  return { ...snapshot, action };
}

function safeAction({ qrCode, redirect, app, bridge }: Action): Action | null {
  const url = redirect && safeUrl(redirect.url);
  const schemeUrl = app?.schemeUrl && safeUrl(app.schemeUrl, { app: true });
  const linkUrl = app?.linkUrl && safeUrl(app.linkUrl);
  const action: Action = {
    ...(qrCode && { qrCode }),
    ...(redirect && url && { redirect: { ...redirect, url } }),
    ...((schemeUrl || linkUrl) && { app: { ...(schemeUrl && { schemeUrl }), ...(linkUrl && { linkUrl }) } }),
    ...(bridge && { bridge }),
  };
  return Object.keys(action).length > 0 ? action : null;
}
