import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ENGLISH, type Language, languages, type Speech } from '../locales/languages.ts';

const hosts = new Set<ReactiveControllerHost>();

/**
 * Adds a language to those that every checkout of the page speaks, or takes the place of one. Checkouts that are already
 * there are drawn again. A text may name the wallet by `{wallet}`.
 *
 * @param tag - BCP 47 tag. `sv` speaks to all who read Swedish, `sv-FI` to those in Finland alone.
 * @throws {RangeError} Where the tag is malformed.
 */
export function defineLanguage(tag: string, language: Required<Pick<Language, 'load'>> & Language): void {
  languages[Intl.getCanonicalLocales(tag)[0]!] = language;
  for (const host of hosts) host.requestUpdate();
}

/** Speaks the language of its host: the one asked for, else the nearest `lang`, else the browser's, else English. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #asked: () => string;
  /** The same object as long as nothing has changed. */
  speech = ENGLISH;

  constructor(host: ReactiveControllerHost & Element, asked: () => string) {
    this.#host = host;
    this.#asked = asked;
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    this.hostUpdate();
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
  }

  hostUpdate(): void {
    const wishes = [this.#asked(), nearestLang(this.#host), ...navigator.languages];
    const { locale, language } = wishes.map(speechOf).find((speech) => speech !== null) ?? ENGLISH;
    if (locale !== this.speech.locale || language !== this.speech.language) this.speech = { locale, language };
  }
}

/**
 * How we speak to whoever reads `tag`; null where we do not. The script is likely what decides: in Macau they read as in
 * Hong Kong, in Singapore as in Beijing.
 */
export function speechOf(tag: string): Speech | null {
  try {
    const locale = new Intl.Locale(tag);
    const { language, script, region } = locale.maximize();
    const names = [`-${script}-${region}`, `-${region}`, `-${script}`, ''].map((rest) => language + rest);
    const name = names.find((candidate) => candidate in languages);
    // Only languages that we speak: an English frame with German figures would be neither.
    return name ? { locale: locale.toString(), language: languages[name]! } : null;
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
