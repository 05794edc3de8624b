import type { View } from '../shop/pages/frame.ts';
import { studioPage } from './pages/studio.ts';
import { surfacePage } from './pages/surface.ts';
import { readSurface } from './surface.ts';
import { readThemes } from './themes.ts';

/** The theme studio, under `/studio`, and the page of the element. Undefined where there is nothing of either. */
export async function showStudio(view: View): Promise<Response | undefined> {
  switch (view.path) {
    case '/studio':
      return studioPage(view, await readThemes());
    case '/studio/surface':
      return surfacePage(view, await readSurface());
    default:
      return undefined;
  }
}
