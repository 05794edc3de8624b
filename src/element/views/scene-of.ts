import { awaitingView } from './awaiting.ts';
import { creatingView } from './creating.ts';
import { errorView } from './error.ts';
import { failedView } from './failed.ts';
import { processingView } from './processing.ts';
import type { Scene, ShownState, ViewContext } from './scene.ts';
import { successView } from './success.ts';
import { voidedView } from './voided.ts';

/** The scene of a state: one view a phase. */
export function sceneOf(state: ShownState, context: ViewContext): Scene {
  switch (state.phase) {
    case 'creating':
      return creatingView(state, context);
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
}
