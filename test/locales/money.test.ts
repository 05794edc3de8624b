import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatAmount } from '../../src/element/format.ts';
import { LOCALES } from '../support/all-languages.ts';
import { CURRENCIES } from '../support/currencies.ts';
import { wrongAmounts } from '../support/money-in-words.ts';

describe('an amount', () => {
  it('is looked at in 150 currencies or more', () => {
    assert.ok(new Set(CURRENCIES.map(({ currency }) => currency)).size >= 150);
  });

  // The last ones write figures in other ways, or with other digits, than the language by itself.
  for (const locale of [...LOCALES, 'ar-EG', 'hi-IN-u-nu-deva', 'de-CH', 'th-TH-u-nu-thai', 'en-IN']) {
    it(`has the digits of the contract and names its currency in ${locale}`, () => {
      assert.deepEqual(wrongAmounts(locale), []);
    });
  }

  it('has the decimals of the gateway where it counts otherwise than ISO 4217', () => {
    const read = (exponent: number): string =>
      formatAmount({ currency: 'IDR', value: 1_500_000, exponent }, 'id').figure;
    assert.equal(read(0), 'Rp\u00a01.500.000');
    assert.equal(read(2), 'Rp\u00a015.000,00');
  });
});
