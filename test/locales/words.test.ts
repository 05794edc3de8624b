import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { describe, it } from 'node:test';
import { speechOf } from '../../src/element/controllers/localize.ts';
import { languages } from '../../src/element/locales/languages.ts';
import type { Messages } from '../../src/element/locales/messages.ts';
import { enMessages } from '../support/en-messages.ts';
import { LOCALES } from '../support/all-languages.ts';

/** Its letters, where they are not Latin. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  'zh-Hans': /\p{sc=Han}/u,
  'zh-Hant-TW': /\p{sc=Han}/u,
  'zh-Hant-HK': /\p{sc=Han}/u,
  ja: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u,
  ko: /\p{sc=Hang}/u,
  th: /\p{sc=Thai}/u,
  hi: /\p{sc=Deva}/u,
  ru: /\p{sc=Cyrl}/u,
  ar: /\p{sc=Arab}/u,
  he: /\p{sc=Hebr}/u,
};

/** What is said in Latin letters in a language of others. */
const LATIN_WORDS = /\{wallet\}|Alipay|QR Code|QR|App|Web|A-1001|GCash|USD|payment_failed/g;

/** A title is one line in a frame of ordinary width, and two in the smallest. */
const TITLE_WIDTH = 34;

const load = async (locale: string): Promise<Messages> => (await speechOf(locale)!.language.load?.()) ?? enMessages;

/** Every text with the path to it. The functions are called. */
function textsOf({ lessThan, codeAlternative, order, errorCode, ...rest }: Messages): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (path: string, value: unknown): void => {
    if (typeof value === 'string') texts.set(path, value);
    else for (const [key, inner] of Object.entries(value as object)) add(`${path}.${key}`, inner);
  };
  add('', rest);
  for (const seconds of [300, 120, 60, 30]) texts.set(`lessThan ${seconds}`, lessThan(seconds));
  texts.set('codeAlternative', codeAlternative('$13.14 USD', 'GCash'));
  texts.set('order', order('A-1001'));
  texts.set('errorCode', errorCode('payment_failed'));
  return texts;
}

/** In Latin letters: those of East Asia are twice as wide, marks above and below take no room. */
const widthOf = (text: string): number =>
  [...text.replaceAll('{wallet}', 'Alipay')]
    .map((letter) =>
      /\p{Mn}/u.test(letter) ? 0 : /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(letter) ? 2 : 1,
    )
    .reduce<number>((sum, width) => sum + width, 0);

const english = textsOf(enMessages);

for (const locale of LOCALES) {
  const messages = await load(locale);
  const texts = textsOf(messages);
  const titles = [...texts].filter(([path]) => path.endsWith('.0') && !path.includes('Steps'));

  describe(`the words in ${locale}`, () => {
    it('say all that English says, and nothing else', () => {
      assert.deepEqual([...texts.keys()].sort(), [...english.keys()].sort());
      for (const [path, text] of texts) assert.match(text, /\S/, path);
    });

    it('name the wallet where English does', () => {
      for (const [path, text] of texts) {
        if (english.get(path)!.includes('{wallet}')) assert.match(text, /\{wallet\}/, path);
        assert.doesNotMatch(text.replaceAll('{wallet}', ''), /[{}]|\$(?!13)|undefined|NaN/, path);
      }
    });

    it('pass on what they are told', () => {
      assert.match(texts.get('codeAlternative')!, /\$13\.14 USD/);
      assert.match(texts.get('codeAlternative')!, /GCash/);
      assert.match(texts.get('order')!, /A-1001/);
      assert.match(texts.get('errorCode')!, /payment_failed/);
    });

    it('have short titles', () => {
      assert.deepEqual(
        titles.filter(([, title]) => widthOf(title) > TITLE_WIDTH),
        [],
      );
    });

    it('end no title with a full stop', () => {
      for (const [path, title] of titles) assert.doesNotMatch(title, /[.。।]$/u, path);
    });

    it('tell 5 minutes, 2 minutes, 1 minute and 30 seconds apart', () => {
      const times = [300, 120, 60, 30].map((seconds) => messages.lessThan(seconds));
      assert.equal(new Set(times).size, 4);
      assert.match(times[0]!, /5/);
      assert.match(times[3]!, /30/);
    });

    it('have no spaces too many, and the quotation marks and dots of print', () => {
      for (const [path, text] of texts) {
        assert.equal(text, text.trim(), path);
        assert.doesNotMatch(text, /\s\s|["']|\.\.\./, path);
      }
    });

    if (locale !== 'en') {
      it('have no English left in them', () => {
        const left = [...texts].filter(([path, text]) => path !== '.alipay' && text === english.get(path));
        assert.deepEqual(
          left.filter(([path]) => path !== 'errorCode' && path !== 'order'),
          [],
        );
      });
    }

    const letters = LETTERS[locale];
    if (letters) {
      it('are in their own letters', () => {
        for (const [path, text] of texts) {
          if (path === '.alipay') continue;
          assert.match(text, letters, path);
          assert.doesNotMatch(text.replace(LATIN_WORDS, ''), /\p{sc=Latin}/u, path);
        }
      });
    }
  });
}

describe('the label of the pay button', () => {
  for (const locale of LOCALES) {
    it(`names Alipay in ${locale}, as short as a title`, async () => {
      const { pay } = speechOf(locale)!.language;
      const { alipay } = await load(locale);
      assert.ok(pay.includes(alipay), pay);
      assert.ok(widthOf(pay) <= 26, pay);
    });
  }
});

it('every language that has a file is spoken', async () => {
  const folder = new URL('../../src/element/locales/', import.meta.url);
  const files = globSync('*.ts', { cwd: folder, exclude: ['en*.ts', 'languages.ts', 'messages.ts'] });
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<Record<string, Messages>>),
  );
  const spoken = await Promise.all(Object.values(languages).flatMap(({ load }) => (load ? [load()] : [])));
  for (const [words, ...rest] of modules.map(Object.values<Messages>)) {
    assert.ok(words && spoken.includes(words));
    assert.deepEqual(rest, [], 'a file of a language exports its words alone');
  }
});
