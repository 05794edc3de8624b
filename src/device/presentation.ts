import type { Action } from '../protocol/payment.ts';
import type { Device } from './detect.ts';

/** How the shopper gets to the wallet: a code to scan in place, leaving for it, or the choice of both. */
export type Presentation = 'qr' | 'redirect' | 'both';

/**
 * How to present a payment. Pure.
 *
 * @param wish - What the page asks for. It gives way where the action has no such part: the server knows what can be.
 * @param action - What can be done, or null before the payment exists: what to expect then.
 */
export function choosePresentation({
  device,
  action,
  wish = 'auto',
}: {
  readonly device: Pick<Device, 'formFactor' | 'system'>;
  readonly action: Action | null;
  readonly wish?: Presentation | 'auto';
}): Presentation {
  const preferred = wish === 'auto' ? suited(device) : wish;
  if (!action) return preferred;
  if (!action.qrCode) return 'redirect';
  if (action.redirect) return preferred;
  // An app without a page is no place to leave for by itself: a tap may find that it is not there.
  const hasApp = device.system && (action.app ?? action.bridge);
  return hasApp && preferred !== 'qr' ? 'both' : 'qr';
}

/** Whether anything may begin without a click. A bot is shown the button, and what its own clicks lead to. Pure. */
export const mayBeginByItself = ({ formFactor }: Pick<Device, 'formFactor'>): boolean => formFactor !== 'bot';

/** Where no wallet can be, the phone that has it scans a code. A tablet may have one, or lie beside such a phone. */
function suited({ formFactor, system }: Pick<Device, 'formFactor' | 'system'>): Presentation {
  if (!system) return 'qr';
  return formFactor === 'tablet' ? 'both' : 'redirect';
}
