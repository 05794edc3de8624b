import type { PaymentState } from '../../session/state.ts';
import type { REASONS } from '../../protocol/payment.ts';
import { disc, type Icon } from './icons.ts';
import type { Scene, SceneContext } from './scene.ts';

type Reason = (typeof REASONS.voided)[number];

const icons: Record<Reason, Icon> = {
  cancelled_by_shopper: 'cross',
  cancelled_by_merchant: 'cross',
  expired: 'clock',
  reversed: 'back',
};

/** Cancelled, expired or returned: grey, because it is nobody's fault. */
export function voidedView(
  { payment }: PaymentState,
  { messages, presentation, wallet, onRetry }: SceneContext,
): Scene {
  const reason = payment.reason as Reason;
  const hadCode = presentation !== 'redirect';
  const label = reason === 'expired' && hadCode ? messages.newCode : wallet ? messages.tryAgain : messages.payAgain;
  return {
    tone: 'neutral',
    stage: disc(icons[reason]),
    words: reason === 'expired' && !hadCode ? messages.timeUp : messages.voided[reason],
    // What the shop itself has cancelled it does not want to be paid.
    main: reason === 'cancelled_by_merchant' ? undefined : { label, onClick: onRetry },
  };
}
