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

// A module of a language exports its words and nothing else. Named here and not in each row, since the rows are in the entry.
const wordsOf = (module: Readonly<Record<string, Messages>>): Messages => Object.values(module)[0]!;

const english: Language = { pay: 'Pay with Alipay' };

const hongKong: Language = { pay: '支付寶付款', load: () => import('./zh-hant-hk.ts').then(wordsOf) };

export const ENGLISH: Speech = { locale: 'en', language: english };

/** By the BCP 47 tags of those who read them: `pt` is all Portuguese but that of Brazil. */
export const languages: Record<string, Language> = {
  en: english,
  'zh-Hans': { pay: '支付宝支付', load: () => import('./zh-hans.ts').then(wordsOf) },
  'zh-Hant': { pay: '支付寶付款', load: () => import('./zh-hant-tw.ts').then(wordsOf) },
  'zh-Hant-HK': hongKong,
  'zh-Hant-MO': hongKong,
  ja: { pay: 'Alipayで支払う', load: () => import('./ja.ts').then(wordsOf) },
  ko: { pay: 'Alipay로 결제', load: () => import('./ko.ts').then(wordsOf) },
  th: { pay: 'ชำระเงินด้วย Alipay', load: () => import('./th.ts').then(wordsOf) },
  ms: { pay: 'Bayar dengan Alipay', load: () => import('./ms.ts').then(wordsOf) },
  id: { pay: 'Bayar dengan Alipay', load: () => import('./id.ts').then(wordsOf) },
  vi: { pay: 'Thanh toán bằng Alipay', load: () => import('./vi.ts').then(wordsOf) },
  fil: { pay: 'Magbayad gamit ang Alipay', load: () => import('./fil.ts').then(wordsOf) },
  hi: { pay: 'Alipay से भुगतान करें', load: () => import('./hi.ts').then(wordsOf) },
  de: { pay: 'Mit Alipay bezahlen', load: () => import('./de.ts').then(wordsOf) },
  fr: { pay: 'Payer avec Alipay', load: () => import('./fr.ts').then(wordsOf) },
  es: { pay: 'Pagar con Alipay', load: () => import('./es.ts').then(wordsOf) },
  it: { pay: 'Paga con Alipay', load: () => import('./it.ts').then(wordsOf) },
  nl: { pay: 'Betalen met Alipay', load: () => import('./nl.ts').then(wordsOf) },
  pl: { pay: 'Zapłać przez Alipay', load: () => import('./pl.ts').then(wordsOf) },
  // Brazil's by the whole tag, as its language alone stands for Portugal's.
  pt: { pay: 'Pagar com Alipay', load: () => import('./pt-pt.ts').then(wordsOf) },
  'pt-BR': { pay: 'Pagar com Alipay', load: () => import('./pt-br.ts').then(wordsOf) },
  ru: { pay: 'Оплатить через Alipay', load: () => import('./ru.ts').then(wordsOf) },
  tr: { pay: 'Alipay ile öde', load: () => import('./tr.ts').then(wordsOf) },
  ar: { pay: 'الدفع عبر Alipay', dir: 'rtl', load: () => import('./ar.ts').then(wordsOf) },
  he: { pay: 'תשלום באמצעות Alipay', dir: 'rtl', load: () => import('./he.ts').then(wordsOf) },
};
