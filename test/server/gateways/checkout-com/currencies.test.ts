import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromWireValue, ruleFor, toWireValue } from '../../../../src/server/gateways/checkout-com/currencies.ts';
import type { Amount } from '../../../../src/protocol/payment.ts';

const WHOLE = 'BIF DJF GNF ISK JPY KMF KRW PYG RWF UGX VUV VND XAF XOF XPF'.split(' ');
const THOUSANDTHS = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const HUNDREDTHS = 'USD CNY HKD SGD EUR GBP CLP HUF IDR'.split(' ');

describe('the units that Checkout.com counts in', () => {
  for (const [exponent, currencies] of [
    [0, WHOLE],
    [2, HUNDREDTHS],
    [3, THOUSANDTHS],
  ] as const) {
    it(`have ${exponent} decimals for ${currencies.join(', ')}`, () => {
      for (const currency of currencies) assert.equal(ruleFor(currency).exponent, exponent, currency);
    });
  }

  const rows: [amount: Amount, wire: number | null][] = [
    [{ currency: 'USD', value: 115, exponent: 2 }, 115],
    [{ currency: 'USD', value: 12, exponent: 1 }, 120],
    [{ currency: 'USD', value: 12_340, exponent: 3 }, 1234],
    [{ currency: 'USD', value: 12_345, exponent: 3 }, null],
    [{ currency: 'JPY', value: 500, exponent: 0 }, 500],
    [{ currency: 'JPY', value: 50_000, exponent: 2 }, 500],
    [{ currency: 'JPY', value: 50_050, exponent: 2 }, null],
    [{ currency: 'UGX', value: 500, exponent: 0 }, 500],
    [{ currency: 'CLP', value: 500, exponent: 0 }, 50_000],
    [{ currency: 'KWD', value: 1230, exponent: 3 }, 1230],
    [{ currency: 'KWD', value: 1234, exponent: 3 }, null],
    [{ currency: 'KWD', value: 5, exponent: 3 }, null],
    [{ currency: 'USD', value: 1, exponent: 2 }, 1],
    [{ currency: 'USD', value: 999_999_999, exponent: 2 }, 999_999_999],
    [{ currency: 'USD', value: 1_000_000_000, exponent: 2 }, null],
    [{ currency: 'USD', value: 0, exponent: 2 }, null],
    [{ currency: 'USD', value: -1, exponent: 2 }, null],
    [{ currency: 'USD', value: 1.5, exponent: 2 }, null],
  ];
  for (const [amount, wire] of rows) {
    const { currency, value, exponent } = amount;
    it(`are ${wire} for ${value} of ${currency} with ${exponent} decimals`, () =>
      assert.equal(toWireValue(amount), wire));
  }

  it('come back as ours', () => {
    assert.deepEqual(fromWireValue(500, 'JPY'), { currency: 'JPY', value: 500, exponent: 0 });
    assert.deepEqual(fromWireValue(0, 'USD'), { currency: 'USD', value: 0, exponent: 2 });
  });

  it('are no amount without a number or a currency', () => {
    for (const [value, currency] of [
      [undefined, 'USD'],
      [500, undefined],
      [500, 'usd'],
      [500, 'DOLLARS'],
    ] as const) {
      assert.equal(fromWireValue(value, currency), undefined);
    }
  });
});
