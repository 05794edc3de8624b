import type { Action } from '../../../protocol/payment.ts';
import { safeUrl } from '../../../protocol/safe-url.ts';
import type { OrderCodeForm, RedirectForm } from './messages/address.ts';
import type { PayResponse } from './messages/payment.ts';

/** The longest text that the contract carries, and the longest address that the gateway documents. */
const MAX_LENGTH = 2048;

type Addresses = Pick<
  PayResponse,
  'normalUrl' | 'schemeUrl' | 'applinkUrl' | 'orderCodeForm' | 'redirectActionForm' | 'paymentActionForm'
>;

/**
 * Every way to pay that an answer holds, whatever the terminal: the page knows best which one its device can use.
 * Undefined where there is none. Addresses that no page should be sent to are left out.
 */
export function toAction(addresses: Addresses, expiresAtMs: number): Action | undefined {
  const data = toCode(addresses.orderCodeForm);
  const redirect = toRedirect(addresses);
  const schemeUrl = toAddress(addresses.schemeUrl, { app: true });
  const linkUrl = toAddress(addresses.applinkUrl);
  if (!data && !redirect && !schemeUrl && !linkUrl) return undefined;
  return {
    ...(data && { qrCode: { data, expiresAt: new Date(expiresAtMs).toISOString() } }),
    ...(redirect && { redirect }),
    ...((schemeUrl || linkUrl) && { app: { ...(schemeUrl && { schemeUrl }), ...(linkUrl && { linkUrl }) } }),
  };
}

// Exactly as it stands: it is what a wallet reads, not an address for the page. Its pictures would be requests to a
// third party, and a bar code is for a cash desk.
function toCode(form: OrderCodeForm | undefined): string | undefined {
  const code = form?.codeDetails.find(
    ({ displayType, codeValueType }) => displayType === 'TEXT' && codeValueType !== 'BARCODE',
  )?.codeValue;
  return code && code.length <= MAX_LENGTH ? code : undefined;
}

function toRedirect({ normalUrl, redirectActionForm, paymentActionForm }: Addresses): Action['redirect'] {
  const url = toAddress(normalUrl);
  return url ? { url, method: 'GET' } : (toForm(redirectActionForm) ?? toForm(paymentActionForm));
}

function toForm(form: RedirectForm | undefined): Action['redirect'] {
  const url = toAddress(form?.redirectUrl);
  if (!form || !url) return undefined;
  return form.method === 'GET' ? { url, method: 'GET' } : { url, method: 'POST', fields: form.parameters ?? {} };
}

function toAddress(address: string | undefined, options?: { app: boolean }): string | undefined {
  const url = address ? safeUrl(address, options) : null;
  return url && url.length <= MAX_LENGTH ? url : undefined;
}
