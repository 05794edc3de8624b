import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Amount } from '../../../../src/protocol/payment.ts';
import { CURRENCIES, fromWireAmount, toWireAmount } from '../../../../src/server/gateways/alipay-cashier/currencies.ts';
import { refuseAmount } from '../../../../src/server/gateway.ts';

const EXPONENTS: Record<string, number> = {
  ...{ JPY: 0, KRW: 0, VND: 0, CLP: 0, BHD: 3, CLF: 4, UYW: 4 },
  ...{ AUD: 2, BDT: 2, BRL: 2, CAD: 2, CNY: 2, EUR: 2, GBP: 2, HKD: 2, IDR: 2, MXN: 2, MYR: 2, NZD: 2, PEN: 2 },
  ...{ PHP: 2, PKR: 2, PLN: 2, SGD: 2, THB: 2, TWD: 2, USD: 2 },
};

describe('currencies', () => {
  it('are those of the SDKs’ table, with its decimals', () => {
    const exponents = Object.entries(CURRENCIES).map(([currency, { exponent }]) => [currency, exponent]);
    assert.deepEqual(Object.fromEntries(exponents), EXPONENTS);
  });

  it('start at the smallest unit, end at what a number holds exactly, and have whole rupiah only', () => {
    const capabilities = { currencies: CURRENCIES };
    const usd = (value: number) => refuseAmount(capabilities, { currency: 'USD', value, exponent: 2 });
    assert.deepEqual([usd(0), usd(1), usd(Number.MAX_SAFE_INTEGER)], ['amount_out_of_range', null, null]);
    const idr = (value: number, exponent: number) => refuseAmount(capabilities, { currency: 'IDR', value, exponent });
    assert.deepEqual([idr(100, 2), idr(150, 2), idr(1, 0)], [null, 'amount_out_of_range', null]);
  });
});

describe('an amount for Alipay', () => {
  it('is in digits, with Alipay’s decimals', () => {
    assert.deepEqual(toWireAmount({ currency: 'USD', value: 1314, exponent: 2 }), { currency: 'USD', value: '1314' });
    assert.deepEqual(toWireAmount({ currency: 'IDR', value: 15000, exponent: 0 }), {
      currency: 'IDR',
      value: '1500000',
    });
    assert.deepEqual(toWireAmount({ currency: 'JPY', value: 50000, exponent: 2 }), { currency: 'JPY', value: '500' });
  });

  it('is refused where it would have to be rounded, or where Alipay does not have the currency', () => {
    const refused = (amount: Amount) =>
      assert.throws(() => toWireAmount(amount), { name: 'GatewayError', kind: 'rejected', reason: 'gateway_error' });
    refused({ currency: 'JPY', value: 50001, exponent: 2 });
    refused({ currency: 'IDR', value: Number.MAX_SAFE_INTEGER, exponent: 0 });
    refused({ currency: 'XAU', value: 1, exponent: 0 });
    refused({ currency: 'constructor', value: 1, exponent: 0 });
  });
});

describe('an amount of Alipay’s', () => {
  it('comes with its decimals', () => {
    assert.deepEqual(fromWireAmount({ currency: 'BHD', value: '1314' }), { currency: 'BHD', value: 1314, exponent: 3 });
  });

  for (const value of ['', '13.14', '-1', '1e3', ' 1', '9007199254740993', '12345678901234567']) {
    it(`is not believed as "${value}"`, () => assert.equal(fromWireAmount({ currency: 'USD', value }), undefined));
  }

  it('is not believed in a currency without known decimals', () => {
    assert.equal(fromWireAmount({ currency: 'XAU', value: '1' }), undefined);
    assert.equal(fromWireAmount(undefined), undefined);
  });
});
