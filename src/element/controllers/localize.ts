import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { english, type Language, languages } from '../locales/languages.ts';

/** Speaks the language of its host: the one asked for, else the nearest `lang`, else the browser's, else English. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #asked: () => string;
  locale = 'en';

  constructor(host: ReactiveControllerHost & Element, asked: () => string) {
    this.#host = host;
    this.#asked = asked;
    host.addController(this);
  }

  get language(): Language {
    return languages[new Intl.Locale(this.locale).language] ?? english;
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    const wishes = [this.#asked(), nearestLang(this.#host), ...navigator.languages];
    this.locale = wishes.map(canonical).find((locale) => locale !== undefined) ?? 'en';
  }
}

/** Only languages that we speak: an English frame with German figures would be neither. */
function canonical(tag: string): string | undefined {
  try {
    const { language } = new Intl.Locale(tag);
    return language in languages ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The `lang` that holds for an element, looking out of shadow roots as `:lang()` does. */
function nearestLang(element: Element): string {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : '';
}
