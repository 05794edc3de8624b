import { expect } from '@open-wc/testing';
import { LOCALES } from '../../support/all-languages.ts';
import { wrongAmounts } from '../../support/money-in-words.ts';

describe('an amount in this browser', () => {
  for (const locale of LOCALES) {
    it(`has the digits of the contract and names its currency in ${locale}`, () => {
      expect(wrongAmounts(locale)).to.deep.equal([]);
    });
  }
});
