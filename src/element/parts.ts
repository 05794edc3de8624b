import type { OverlayHost } from './display/overlay.ts';
import { ENGLISH, type Speech } from './locales/languages.ts';
import type { LaterWords, PanelWords } from './locales/messages.ts';
import type { Panel, PanelHost } from './panel.ts';
import type { GivenPayment } from './given-payment.ts';
import type { Display, Scenes } from './views/scene.ts';

/** The panel, and the words to fill it with: in the shopper's language those of the other scenes come with them. */
export interface PanelPart {
  readonly panel: Panel;
  /** What the words are in. */
  readonly speech: Speech;
  readonly words: PanelWords & LaterWords;
}

/** A way to fetch the panel of a host. There is but one, whatever the language. */
export function panelOf(host: PanelHost): (speech: Speech) => Promise<PanelPart> {
  let panel: Panel | undefined;
  return async (speech) => {
    const { load } = speech.language;
    // Words that cannot be fetched are no reason not to sell: English it is.
    const [{ Panel, en }, words] = await Promise.all([import('./panel.ts'), load?.().catch(() => null)]);
    panel ??= new Panel(host);
    return words ? { panel, words, speech } : { panel, words: en, speech: load ? ENGLISH : speech };
  };
}

/** A way to fetch the scenes of a host: once there is a payment, for then any may be next; or wallets to choose from. */
export const scenesOf =
  (host: PanelHost, given: GivenPayment) =>
  async (wallets: boolean): Promise<Scenes> => {
    const [{ AllScenes }, choice, guide] = await Promise.all([
      import('./scenes.ts'),
      wallets ? import('./choice.ts') : undefined,
      host.device.system && import('./guide.ts'),
    ]);
    return new AllScenes(host, given.returnedFrom, choice, guide);
  };

const inPlace: Display = { draw: (around) => around };

/** A way to fetch what a host shows things in. A payment in its place on the page is better than none in a dialog. */
export function displayOf(host: OverlayHost): (kind: string) => Promise<Display> {
  let overlay: Display | undefined;
  return async (kind) => {
    if (kind === 'inline') return inPlace;
    try {
      const { Overlay } = await import('./display/overlay.ts');
      return (overlay ??= new Overlay(host));
    } catch {
      return inPlace;
    }
  };
}

/** Fetches the encoder for the panel, which uses it, so that it need not wait for the panel. */
export function preloadEncoder(): void {
  import('./qr-path.ts').catch(() => {});
}
