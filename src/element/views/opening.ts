import { disc } from './icons.ts';
import type { Scene, SceneContext } from './scene.ts';

/** The request of a payment that leads away from the page is under way. */
export const openingView = (
  { resuming }: { resuming: boolean },
  { messages, wallet, cancel }: SceneContext,
): Scene => ({
  stage: disc('phone'),
  words: resuming ? messages.resuming : messages.opening,
  ...(!resuming && { main: { busy: true, label: wallet && messages.payWith, onClick: () => {} } }),
  quiet: cancel,
});
