import { errorView } from './views/error.ts';
import { failedView } from './views/failed.ts';
import { processingView } from './views/processing.ts';
import type { EndView } from './views/scene.ts';
import { successView } from './views/success.ts';
import { voidedView } from './views/voided.ts';

export { enEnds as en } from './locales/en-ends.ts';

/** The scene of a state in which the shopper has nothing more to do with this payment. */
export const endView: EndView = (state, context) => {
  switch (state.phase) {
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
