import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alipayCashier, type AlipayCashierOptions } from '../../../../src/server/gateways/alipay-cashier/index.ts';
import { calledAddress } from '../../../support/gateway-wire.ts';
import { aPayment, CLIENT_ID, merchantKeys, someOptions, spkiOf } from './fixtures.ts';

const refused: [option: keyof AlipayCashierOptions, values: unknown[]][] = [
  ['clientId', [undefined, '', 'has space', 'line\nbreak', 7]],
  ['privateKey', [undefined, '', 'nonsense', spkiOf(merchantKeys)]],
  ['gatewayPublicKey', [undefined, '', 'nonsense', spkiOf(merchantKeys)]],
  [
    'host',
    [
      undefined,
      '',
      'mars',
      'http://gateway.example',
      'https://gateway.example/ams',
      'https://gateway.example?a',
      'ftp://a',
    ],
  ],
  ['keyVersion', [0, 1.5, -1, '1']],
  ['agentToken', ['', 'a b', 'x'.repeat(129)]],
  ['timeoutMs', [0, -5, NaN]],
  ['wallets', [[], [''], ['alipay'], ['ALIPAY_CN', 'ALIPAY CN'], [7], 'ALIPAY_CN', null]],
  ['settlementCurrency', ['', 'usd', 'US', null]],
  ['miniAppId', ['', 'a b', 'x'.repeat(33), 2021000000000001]],
  ['merchantAccountId', ['', 'a b', 'x'.repeat(33)]],
  ['merchantRegion', ['', 'sg', 'SGP']],
];

describe('a missing or malformed option', () => {
  for (const [option, values] of refused) {
    it(`throws a TypeError that names "${option}" and not its value`, () => {
      for (const value of values) {
        assert.throws(
          () => alipayCashier(someOptions({ [option]: value })),
          (error: unknown) =>
            error instanceof TypeError &&
            error.message.startsWith(`"${option}" must be`) &&
            !error.message.includes(spkiOf(merchantKeys)),
          `${option}: ${String(value)}`,
        );
      }
    });
  }

  it('tells a merchant who has taken their own public key for Alipay’s', () => {
    assert.throws(
      () => alipayCashier(someOptions({ gatewayPublicKey: spkiOf(merchantKeys) })),
      /belongs to "privateKey"/,
    );
  });
});

describe('where calls go', () => {
  const addressWith = (options: Partial<AlipayCashierOptions>): Promise<string> =>
    calledAddress((fetch) => alipayCashier(someOptions({ fetch, ...options })).retrievePayment(aPayment()));

  const rows: [Partial<AlipayCashierOptions>, string][] = [
    [{ clientId: '5XLIVE', host: 'asia' }, 'https://open-sea-global.alipay.com/ams/api/v1/payments/inquiryPayment'],
    [
      { clientId: '5XLIVE', host: 'north-america' },
      'https://open-na-global.alipay.com/ams/api/v1/payments/inquiryPayment',
    ],
    [{ clientId: '5XLIVE', host: 'europe' }, 'https://open-de-global.alipay.com/ams/api/v1/payments/inquiryPayment'],
    [{ host: 'https://gateway.example/' }, 'https://gateway.example/ams/sandbox/api/v1/payments/inquiryPayment'],
    [{ host: 'http://127.0.0.1:4020' }, 'http://127.0.0.1:4020/ams/sandbox/api/v1/payments/inquiryPayment'],
    [{ host: 'http://localhost:4020' }, 'http://localhost:4020/ams/sandbox/api/v1/payments/inquiryPayment'],
    [
      { clientId: 'T_OLD', sandbox: true, host: 'https://gateway.example' },
      'https://gateway.example/ams/sandbox/api/v1/payments/inquiryPayment',
    ],
    [
      { clientId: CLIENT_ID, sandbox: false, host: 'https://gateway.example' },
      'https://gateway.example/ams/api/v1/payments/inquiryPayment',
    ],
  ];
  for (const [options, address] of rows) {
    it(`is ${address} with ${JSON.stringify(options)}`, async () => assert.equal(await addressWith(options), address));
  }
});
