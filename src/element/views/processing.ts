import { disc } from './icons.ts';
import type { Scene, SceneContext } from './scene.ts';

/** The shopper is done and the money is not confirmed, which may last days: an answer, and nothing left to do. */
export const processingView = ({ messages }: SceneContext): Scene => ({
  stage: disc('clock'),
  words: messages.processing,
});
