import type { PaymentState } from '../../session/state.ts';
import type { REASONS } from '../../protocol/payment.ts';
import { disc } from './icons.ts';
import type { Scene, SceneContext } from './scene.ts';

type Reason = (typeof REASONS.failed)[number];

/** Refused, in words for its reason. */
export const failedView = ({ payment }: PaymentState, { messages, onRetry }: SceneContext): Scene => ({
  tone: 'bad',
  stage: disc('alert'),
  words: messages.failed[payment.reason as Reason],
  main: { label: messages.tryAgain, onClick: onRetry },
});
