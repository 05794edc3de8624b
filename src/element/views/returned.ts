import { disc } from './icons.ts';
import type { Scene, SceneContext, ShownState } from './scene.ts';

/**
 * How a payment stands, in a window that the wallet has led back to, while the page that opened it goes on. What there is
 * to be done is done there: two pages must not both offer to pay.
 */
export function returnedView(
  { tone, stage, words, note }: Scene,
  state: ShownState,
  { messages }: SceneContext,
): Scene {
  const { closeWindow } = messages;
  if (state.phase === 'awaiting' && !state.checking)
    return { stage: disc('window'), words: [messages.returned, closeWindow] };
  // Of these the sentence says whether anything was charged.
  if (state.phase === 'voided' || state.phase === 'failed') return { tone, stage, words, note: closeWindow };
  return { tone, stage, words: [words[0], closeWindow], note };
}
