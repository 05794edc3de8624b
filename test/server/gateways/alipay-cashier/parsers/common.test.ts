import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseResult, SETTLEMENT, toAmount } from '../../../../../src/server/gateways/alipay-cashier/parsers/common.ts';

describe('the result of a message', () => {
  const unknown = { resultStatus: 'U', resultCode: '', resultMessage: '' };
  const rows: [name: string, body: unknown, result: object][] = [
    [
      'is read as it is written',
      { result: { resultStatus: 'F', resultCode: 'RISK_REJECT', resultMessage: 'no' } },
      { resultStatus: 'F', resultCode: 'RISK_REJECT', resultMessage: 'no' },
    ],
    ['is unknown with a status of another API', { result: { resultStatus: 'A' } }, unknown],
    ['is unknown in lower case', { result: { resultStatus: 's' } }, unknown],
    ['is unknown where it is missing', {}, unknown],
    ['is unknown where it is no object', { result: 'S' }, unknown],
    ['is unknown in a message that is no object', ['S'], unknown],
    ['is unknown in a message that is null', null, unknown],
  ];
  for (const [name, body, result] of rows) it(name, () => assert.deepEqual(parseResult(body), result));
});

describe('an amount in a message', () => {
  it('is read from digits, and from a number that is exact', () => {
    assert.deepEqual(toAmount({ currency: 'USD', value: '1314' }), { currency: 'USD', value: '1314' });
    assert.deepEqual(toAmount({ currency: 'USD', value: 1314 }), { currency: 'USD', value: '1314' });
  });

  for (const value of [13.14, 2 ** 53, true, null, '', ['1314']]) {
    it(`is absent for ${JSON.stringify(value)}`, () => assert.equal(toAmount({ currency: 'USD', value }), undefined));
  }

  it('is absent without its currency', () => assert.equal(toAmount({ value: '1314' }), undefined));
});

describe('the rate of a settlement', () => {
  for (const [quotePrice, price] of [
    [7.1234, '7.1234'],
    ['7.1234', '7.1234'],
  ]) {
    it(`is ${price} for ${JSON.stringify(quotePrice)}`, () => {
      const quote = { quoteCurrencyPair: 'USD/CNY', quotePrice, guaranteed: 'true', quoteId: null };
      assert.deepEqual(SETTLEMENT.settlementQuote(quote), {
        quoteCurrencyPair: 'USD/CNY',
        quotePrice: price,
        guaranteed: true,
      });
    });
  }
});
