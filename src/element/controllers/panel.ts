import type { ReactiveController } from 'lit';
import type { Language } from '../locales/languages.ts';
import type { PanelWords } from '../locales/messages.ts';
import type { Panel, PanelHost } from '../panel.ts';

const PAUSES_MS = [1_000, 3_000, 10_000, 30_000];

/** Fetches the panel once there is something to show, with the words of its language, and does not give up on it. */
export class PanelController implements ReactiveController {
  readonly #host: PanelHost;
  #language: Language | undefined;
  #failures = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  panel: Panel | null = null;
  words: PanelWords | null = null;
  /** Never rejects. Null while nothing is on its way. */
  fetching: Promise<void> | null = null;

  constructor(host: PanelHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The last try has failed, and the next is yet to come. */
  get failed(): boolean {
    return this.#pause !== undefined;
  }

  /**
   * Fetches what is not there yet, all of it side by side.
   *
   * @param withCode - A code is to be shown: so that the encoder need not wait for the panel, which uses it.
   */
  load(language: Language, withCode: boolean): void {
    if (language === this.#language || this.fetching || this.failed) return;
    if (withCode) import('../qr-path.ts').catch(() => {});
    this.fetching = this.#fetch(language).then(() => {
      this.fetching = null;
      this.#host.requestUpdate();
    });
  }

  /** Cuts the pause after a failure short. */
  readonly retry = (): void => {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    if (this.#failures > 0) this.retry();
  }

  hostDisconnected(): void {
    clearTimeout(this.#pause);
  }

  async #fetch(language: Language): Promise<void> {
    try {
      // Words that cannot be fetched are no reason not to sell: English it is.
      const [{ Panel, en }, words] = await Promise.all([import('../panel.ts'), language.load?.().catch(() => null)]);
      this.panel ??= new Panel(this.#host);
      this.words = words ?? en;
      this.#language = language;
      this.#failures = 0;
    } catch {
      this.#pause = setTimeout(this.retry, PAUSES_MS[Math.min(this.#failures++, PAUSES_MS.length - 1)]);
    }
  }
}
