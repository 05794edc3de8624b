import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refuseAmount } from '../../../../src/server/gateway.ts';
import { trustPayments, type TrustPaymentsOptions } from '../../../../src/server/gateways/trust-payments/index.ts';
import { calledAddress } from '../../../support/gateway-wire.ts';
import { aPayment, someOptions } from './fixtures.ts';

const refused: [option: keyof TrustPaymentsOptions, values: unknown[]][] = [
  ['username', [undefined, '', 7, 'a:b', 'line\nbreak', 'x'.repeat(257)]],
  ['password', [undefined, '', 7, null, 'S3cret\r\nX-Header: 1']],
  ['siteReference', [undefined, '', 7, 'test site', 'test-site', 'x'.repeat(51)]],
  ['notificationPassword', [undefined, '', 7, null]],
  [
    'host',
    ['', 'mars', 'http://gateway.example', 'https://gateway.example/json/', 'https://gateway.example?a', 'ftp://a'],
  ],
  ['live', ['true', 1, null]],
  ['format', ['', 'JSON', 'soap', null]],
  ['timeoutMs', [0, -5, NaN]],
  ['wap', ['true', 1, null]],
  ['zeroDecimalCurrencies', [['EUR'], ['jpy'], 'JPY', [undefined], null, ['JPY', 'CNY']]],
];

describe('a missing or malformed option', () => {
  for (const [option, values] of refused) {
    it(`throws a TypeError that names "${option}" and not its value`, () => {
      for (const value of values) {
        assert.throws(
          () => trustPayments(someOptions({ [option]: value })),
          (error: unknown) =>
            error instanceof TypeError &&
            error.message.startsWith(`"${option}" must be`) &&
            !/S3cret/.test(error.message),
          `${option}: ${String(value)}`,
        );
      }
    });
  }
});

describe('where calls go', () => {
  const rows: [Partial<TrustPaymentsOptions>, string][] = [
    [{}, 'https://webservices.securetrading.net/json/'],
    [{ host: 'europe' }, 'https://webservices.securetrading.net/json/'],
    [{ host: 'europe-backup' }, 'https://webservices2.securetrading.net/json/'],
    [{ host: 'us' }, 'https://webservices.securetrading.us/json/'],
    [{ host: 'us', siteReference: 'live_site' }, 'https://webservices.securetrading.us/json/'],
    [{ host: 'us', format: 'xml' }, 'https://webservices.securetrading.us/xml/'],
    [{ host: 'https://gateway.example/' }, 'https://gateway.example/json/'],
    [{ host: 'http://127.0.0.1:4023' }, 'http://127.0.0.1:4023/json/'],
  ];
  for (const [options, address] of rows) {
    it(`is ${address} with ${JSON.stringify(options)}`, async () => {
      const called = await calledAddress((fetch) =>
        trustPayments(someOptions({ fetch, ...options })).retrievePayment(aPayment()),
      );
      assert.equal(called, address);
    });
  }
});

describe('what the gateway supports', () => {
  const capabilitiesOf = (options: Partial<TrustPaymentsOptions> = {}) =>
    trustPayments(someOptions(options)).capabilities;
  const decimalsOf = (options?: Partial<TrustPaymentsOptions>) =>
    Object.fromEntries(
      Object.entries(capabilitiesOf(options).currencies).map(([currency, { exponent }]) => [currency, exponent]),
    );
  const SURE = {
    ...{ AUD: 2, CAD: 2, CHF: 2, DKK: 2, EUR: 2, GBP: 2, HKD: 2, NOK: 2, NZD: 2, SEK: 2, SGD: 2, THB: 2, USD: 2 },
  };

  it('is thirteen currencies, and yen and won once their decimals are confirmed', () => {
    assert.deepEqual(decimalsOf(), SURE);
    assert.deepEqual(decimalsOf({ zeroDecimalCurrencies: ['KRW'] }), { ...SURE, KRW: 0 });
    assert.deepEqual(decimalsOf({ zeroDecimalCurrencies: ['JPY', 'KRW'] }), { ...SURE, JPY: 0, KRW: 0 });
  });

  it('starts at one base unit, and ends at 13 digits', () => {
    const refuse = (value: number, currency = 'EUR') =>
      refuseAmount(capabilitiesOf(), { currency, value, exponent: 2 });
    assert.deepEqual([refuse(0), refuse(1), refuse(9_999_999_999_999)], ['amount_out_of_range', null, null]);
    assert.equal(refuse(10_000_000_000_000), 'amount_out_of_range');
    assert.deepEqual([refuse(100, 'CNY'), refuse(100, 'JPY')], ['currency_not_supported', 'currency_not_supported']);
  });

  it('is several refunds, no cancel, and a patient look at what has ended', () => {
    const { cancel, refunds, createAgainAfterMs, refundAgainAfterMs, endCanTurnForMs, terminals, wallets } =
      capabilitiesOf();
    assert.deepEqual([cancel, refunds, createAgainAfterMs, refundAgainAfterMs], ['never', 'many', 30_000, 90_000]);
    assert.deepEqual([terminals, wallets], [['WEB', 'WAP', 'APP'], []]);
    assert.equal(endCanTurnForMs, 30 * 24 * 3_600_000);
  });
});
