import type { Scene, EndContext } from './scene.ts';

/** The shopper is done and the money is not confirmed, which may last days: an answer, and nothing left to do. */
export const processingView = ({ messages }: EndContext): Scene => ({
  stage: 'clock',
  words: messages.processing,
});
