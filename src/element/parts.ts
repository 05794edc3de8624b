import type { Language } from './locales/languages.ts';
import type { SceneWords, PanelWords } from './locales/messages.ts';
import type { Panel, PanelHost } from './panel.ts';
import type { Scenes } from './views/scene.ts';

/** The panel, and the words to fill it with: in the shopper's language those of the other scenes come with them. */
export interface PanelPart {
  readonly panel: Panel;
  readonly words: PanelWords & Partial<SceneWords>;
}

/** A way to fetch the panel of a host. There is but one, whatever the language. */
export function panelOf(host: PanelHost): (language: Language) => Promise<PanelPart> {
  let panel: Panel | undefined;
  return async (language) => {
    // Words that cannot be fetched are no reason not to sell: English it is.
    const [{ Panel, en }, words] = await Promise.all([import('./panel.ts'), language.load?.().catch(() => null)]);
    panel ??= new Panel(host);
    return { panel, words: words ?? en };
  };
}

/** Fetched once there is a payment, for then any scene may be next. */
export const fetchScenes = (): Promise<Scenes> => import('./scenes.ts');

/** Fetches the encoder for the panel, which uses it, so that it need not wait for the panel. */
export function preloadEncoder(): void {
  import('./qr-path.ts').catch(() => {});
}
