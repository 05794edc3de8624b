import type { Messages } from './messages.ts';

/** A language that we speak: the label of the pay button at once, the rest when there is something to say. */
export interface Language {
  /** What the pay button says. */
  readonly pay: string;
  /** Which way it runs. Default: `ltr`. */
  readonly dir?: 'rtl';
  /** Fetches its words, once for each checkout. Where it is absent, or fails, the panel speaks English. */
  readonly load?: () => Promise<Messages>;
}

/** A language, and the customs in which it writes figures: English as it is written in India. */
export interface Speech {
  /** BCP 47 tag. */
  readonly locale: string;
  readonly language: Language;
}

const english: Language = { pay: 'Pay with Alipay' };

export const ENGLISH: Speech = { locale: 'en', language: english };

/** By BCP 47 tag, which leaves out what a language is likely to be anyway. */
export const languages: Record<string, Language> = {
  en: english,
  'zh-Hans': { pay: '支付宝支付', load: () => import('./zh-hans.ts').then(({ zhHans }) => zhHans) },
};
