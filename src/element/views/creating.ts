import { skeleton } from './code.ts';
import type { Scene, ViewContext } from './scene.ts';

/** The request is under way. The pay button stays where it is, busy, so that whoever pressed it keeps the focus. */
export function creatingView(
  { resuming }: { resuming: boolean },
  { messages, presentation, onCancel }: ViewContext,
): Scene {
  const { preparing, opening, resuming: looking, cancel } = messages;
  const withCode = presentation !== 'redirect';
  return {
    stage: withCode ? skeleton : 'phone',
    words: resuming ? looking : withCode ? preparing : opening,
    ...(!resuming && { main: { busy: true, onClick: () => {} } }),
    quiet: { label: cancel, onClick: onCancel },
  };
}
