import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from '../locales/en.ts';
import type { Messages } from '../locales/messages.ts';

// English is in the bundle; every other language is fetched by those who read it.
const loaders: Readonly<Record<string, () => Promise<Messages>>> = {
  zh: () => import('../locales/zh-hans.ts').then(({ zhHans }) => zhHans),
};

/** Speaks the language of its host: the one asked for, else the nearest `lang`, else the browser's, else English. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #asked: () => string;
  #language = 'en';
  #loading = false;
  locale = 'en';
  messages: Messages = en;

  constructor(host: ReactiveControllerHost & Element, asked: () => string) {
    this.#host = host;
    this.#asked = asked;
    host.addController(this);
  }

  /** True while the words of another language are on their way: the host stays invisible rather than flash English. */
  get loading(): boolean {
    return this.#loading;
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    this.locale = this.#firstKnown();
    const language = new Intl.Locale(this.locale).language;
    if (language === this.#language) return;
    this.#language = language;
    this.messages = en;
    const load = loaders[language];
    this.#loading = load !== undefined;
    // A language that cannot be fetched is no reason not to sell: English it is.
    void load?.()
      .catch(() => en)
      .then((messages) => {
        if (language === this.#language) this.#speak(messages);
      });
  }

  #speak(messages: Messages): void {
    this.messages = messages;
    this.#loading = false;
    this.#host.requestUpdate();
  }

  #firstKnown(): string {
    for (const tag of [this.#asked(), nearestLang(this.#host), ...navigator.languages]) {
      const known = canonical(tag);
      if (known) return known;
    }
    return 'en';
  }
}

/** Only languages that we speak: an English frame with German figures would be neither. */
function canonical(tag: string): string | null {
  try {
    const { language } = new Intl.Locale(tag);
    return language === 'en' || language in loaders ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** The `lang` that holds for an element, looking out of shadow roots as `:lang()` does. */
function nearestLang(element: Element): string {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : '';
}
