import { expect } from '@open-wc/testing';
import { formatAmount, formatRemaining } from '../../src/element/format.ts';

describe('an amount', () => {
  for (const [currency, value, exponent, locale, figure, code] of [
    ['USD', 1314, 2, 'en', '$13.14', 'USD'],
    ['JPY', 1314, 0, 'en', '¥1,314', 'JPY'],
    ['CNY', 5, 2, 'zh-CN', '¥0.05', 'CNY'],
    // The browser would give these two no decimals, or two: the contract says what the figure is.
    ['IDR', 1_500_000, 2, 'en', 'Rp\u00a015,000.00', 'IDR'],
    ['KWD', 1234, 3, 'en', 'KWD\u00a01.234', ''],
    ['USD', 9_007_199_254_740_991, 2, 'en', '$90,071,992,547,409.91', 'USD'],
  ] as const) {
    it(`of ${value} × 10^-${exponent} ${currency} reads ${figure} in ${locale}`, () => {
      expect(formatAmount({ currency, value, exponent }, locale)).to.deep.equal({ figure, code });
    });
  }
});

describe('the time that is left', () => {
  for (const [ms, text] of [
    [724_000, '12:04'],
    [60_000, '1:00'],
    [59_001, '1:00'],
    [1, '0:01'],
    [0, '0:00'],
    [3_600_000, '60:00'],
  ] as const) {
    it(`of ${ms} ms reads ${text}`, () => expect(formatRemaining(ms)).to.equal(text));
  }
});
