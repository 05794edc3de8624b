import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { speechOf } from '../../src/element/controllers/localize.ts';
import { languages } from '../../src/element/locales/languages.ts';

describe('a language is chosen', () => {
  for (const [tag, name, locale = tag] of [
    ['en', 'en'],
    ['en-IN', 'en'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-MY', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-HK', 'zh-Hant-HK'],
    ['zh-MO', 'zh-Hant-HK'],
    ['zh-Hant-MO', 'zh-Hant-HK'],
    // Simplified characters are read in Hong Kong too, by those who ask for them.
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-Hans-MO', 'zh-Hans'],
    ['pt', 'pt-BR'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt'],
    ['pt-AO', 'pt'],
    ['pt-MO', 'pt'],
    ['tl', 'fil', 'fil'],
    ['fil-PH', 'fil'],
    ['iw', 'he', 'he'],
    ['iw-IL', 'he', 'he-IL'],
    ['in', 'id', 'id'],
    ['in-ID', 'id', 'id-ID'],
    ['de-AT', 'de'],
    ['es-419', 'es'],
    ['fr-CA', 'fr'],
    ['ar-EG', 'ar'],
    ['ms-BN', 'ms'],
    ['KO-kr', 'ko', 'ko-KR'],
  ] as const) {
    it(`${tag} → ${name}, with the figures of ${locale}`, () => {
      assert.deepEqual(speechOf(tag), { locale, language: languages[name] });
    });
  }

  for (const tag of ['', 'sw', 'zh_CN', 'not a tag!', 'x-klingon', 'constructor']) {
    it(`by the next wish, where this one is "${tag}"`, () => assert.equal(speechOf(tag), null));
  }
});
