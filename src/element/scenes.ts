import { awaitingView } from './views/awaiting.ts';
import { errorView } from './views/error.ts';
import { failedView } from './views/failed.ts';
import { openingView } from './views/opening.ts';
import { processingView } from './views/processing.ts';
import type { SceneView } from './views/scene.ts';
import { successView } from './views/success.ts';
import { voidedView } from './views/voided.ts';

export { scenes as styles } from './styles/scenes.ts';
export { enScenes as en } from './locales/en-scenes.ts';

/** The scene of every state but those of a code that is being prepared or scanned: one view a phase. */
export const sceneOf: SceneView = (state, context) => {
  switch (state.phase) {
    case 'creating':
      return openingView(state, context);
    case 'awaiting':
      return awaitingView(state, context);
    case 'processing':
      return processingView(context);
    case 'success':
      return successView(state, context);
    case 'voided':
      return voidedView(state, context);
    case 'failed':
      return failedView(state, context);
    case 'error':
      return errorView(state, context);
  }
};
