import type { Scene, ViewContext } from './scene.ts';

/** The request is under way. The pay button stays where it is, busy, so that whoever pressed it keeps the focus. */
export function creatingView(
  { resuming }: { resuming: boolean },
  { messages, presentation, cancel }: ViewContext,
): Scene {
  const { preparing, opening, resuming: looking } = messages;
  const withCode = presentation !== 'redirect';
  return {
    stage: withCode ? 'skeleton' : 'phone',
    words: resuming ? looking : withCode ? preparing : opening,
    ...(!resuming && { main: { busy: true, onClick: () => {} } }),
    quiet: cancel,
  };
}
