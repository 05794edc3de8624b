import type { CheckoutError } from '../../session/errors.ts';
import { disc } from './icons.ts';
import type { Scene, SceneContext } from './scene.ts';

/** Nothing could be started. A sentence for the shopper; the code, for whoever is asked for help, in the footnote. */
export function errorView({ error }: { error: CheckoutError }, { messages, onRetry }: SceneContext): Scene {
  const { errors } = messages;
  const known = Object.hasOwn(errors, error.code) ? (error.code as keyof typeof errors) : 'other';
  const hopeless = error.code === 'order_already_paid';
  return {
    tone: hopeless ? 'neutral' : 'bad',
    stage: disc(hopeless ? 'tick' : 'alert'),
    words: errors[known],
    main: hopeless ? undefined : { label: messages.tryAgain, onClick: onRetry },
    note: messages.errorCode(error.code),
  };
}
