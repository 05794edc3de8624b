import type { ButtonWords, Messages } from './messages.ts';

/** A language that we speak: the words of the button at once, those of the panel beside the panel. */
export interface Language {
  readonly button: ButtonWords;
  /** Absent where the panel brings the words itself. */
  readonly load?: () => Promise<Messages>;
}

export const english: Language = { button: { pay: 'Pay with Alipay', tryAgain: 'Try again' } };

/** By their BCP 47 language subtag. */
export const languages: Readonly<Record<string, Language>> = {
  en: english,
  zh: {
    button: { pay: '支付宝支付', tryAgain: '重试' },
    load: () => import('./zh-hans.ts').then(({ zhHans }) => zhHans),
  },
};
