import { nothing } from 'lit';
import type { Scene, ViewContext } from './scene.ts';

/** The request is under way. The pay button stays where it is, busy, so that whoever pressed it keeps the focus. */
export function creatingView(
  { resuming }: { resuming: boolean },
  { messages, presentation, wallet, cancel }: ViewContext,
): Scene {
  return {
    stage: presentation === 'redirect' ? nothing : 'skeleton',
    words: resuming ? messages.resuming : messages.preparing,
    ...(!resuming && { main: { busy: true, label: wallet && messages.payWith, onClick: () => {} } }),
    quiet: cancel,
  };
}
