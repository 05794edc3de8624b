import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { speechOf } from '../../src/element/controllers/localize.ts';
import type { Messages } from '../../src/element/locales/messages.ts';

const MINUTE = 60;

/** Of the languages with more than two forms: each form, and each place where it gives way to another. */
const SENTENCES: Readonly<Record<string, readonly (readonly [seconds: number, sentence: string])[]>> = {
  pl: [
    [1 * MINUTE, 'Zostało mniej niż 1 minuta.'],
    [2 * MINUTE, 'Zostało mniej niż 2 minuty.'],
    [4 * MINUTE, 'Zostało mniej niż 4 minuty.'],
    [5 * MINUTE, 'Zostało mniej niż 5 minut.'],
    [12 * MINUTE, 'Zostało mniej niż 12 minut.'],
    [21 * MINUTE, 'Zostało mniej niż 21 minut.'],
    [22 * MINUTE, 'Zostało mniej niż 22 minuty.'],
    [1, 'Zostało mniej niż 1 sekunda.'],
    [23, 'Zostało mniej niż 23 sekundy.'],
    [30, 'Zostało mniej niż 30 sekund.'],
  ],
  // After "меньше" the words of two to four are those of five.
  ru: [
    [1 * MINUTE, 'Осталось меньше 1 минуты.'],
    [2 * MINUTE, 'Осталось меньше 2 минут.'],
    [5 * MINUTE, 'Осталось меньше 5 минут.'],
    [11 * MINUTE, 'Осталось меньше 11 минут.'],
    [21 * MINUTE, 'Осталось меньше 21 минуты.'],
    [22 * MINUTE, 'Осталось меньше 22 минут.'],
    [30, 'Осталось меньше 30 секунд.'],
    [31, 'Осталось меньше 31 секунды.'],
  ],
  ar: [
    [1 * MINUTE, 'تبقّى أقل من دقيقة واحدة.'],
    [2 * MINUTE, 'تبقّى أقل من دقيقتين.'],
    [3 * MINUTE, 'تبقّى أقل من 3 دقائق.'],
    [10 * MINUTE, 'تبقّى أقل من 10 دقائق.'],
    [11 * MINUTE, 'تبقّى أقل من 11 دقيقة.'],
    [99 * MINUTE, 'تبقّى أقل من 99 دقيقة.'],
    [100 * MINUTE, 'تبقّى أقل من 100 دقيقة.'],
    [103 * MINUTE, 'تبقّى أقل من 103 دقائق.'],
    [0, 'تبقّى أقل من 0 ثانية.'],
    [1, 'تبقّى أقل من ثانية واحدة.'],
    [2, 'تبقّى أقل من ثانيتين.'],
    [5, 'تبقّى أقل من 5 ثوانٍ.'],
    [30, 'تبقّى أقل من 30 ثانية.'],
  ],
  he: [
    [1 * MINUTE, 'נותרה פחות מדקה אחת.'],
    [2 * MINUTE, 'נותרו פחות משתי דקות.'],
    [5 * MINUTE, 'נותרו פחות מ־5 דקות.'],
    [20 * MINUTE, 'נותרו פחות מ־20 דקות.'],
    [1, 'נותרה פחות משנייה אחת.'],
    [2, 'נותרו פחות משתי שניות.'],
    [30, 'נותרו פחות מ־30 שניות.'],
  ],
};

for (const [locale, sentences] of Object.entries(SENTENCES)) {
  const { lessThan }: Messages = await speechOf(locale)!.language.load!();

  describe(`the time that is left, in ${locale}`, () => {
    for (const [seconds, sentence] of sentences) {
      it(`of ${seconds} seconds is told as "${sentence}"`, () => assert.equal(lessThan(seconds), sentence));
    }

    it('has words for every form that a browser, older or newer, may ask for', (test) => {
      for (const form of ['zero', 'one', 'two', 'few', 'many', 'other'] as const) {
        test.mock.method(Intl.PluralRules.prototype, 'select', () => form);
        for (const seconds of [30, 300]) assert.doesNotMatch(lessThan(seconds), /undefined|#/, form);
        test.mock.restoreAll();
      }
    });
  });
}
