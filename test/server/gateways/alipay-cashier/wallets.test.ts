import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AlipayCashierOptions } from '../../../../src/server/gateways/alipay-cashier/index.ts';
import { parseConsultResponse } from '../../../../src/server/gateways/alipay-cashier/parsers/consult.ts';
import { fromConsult, toConsultRequest } from '../../../../src/server/gateways/alipay-cashier/wallets.ts';
import { parseWallets } from '../../../../src/protocol/requests.ts';
import type { WalletQuery } from '../../../../src/server/gateway.ts';
import { aContract, asSent } from './fixtures.ts';

const WALLETS = ['ALIPAY_CN', 'ALIPAY_HK', 'CONNECT_WALLET', 'GCASH', 'TNG', 'SHOPEEPAY_SG', 'A_WALLET_OF_NEXT_YEAR'];

const query: WalletQuery = { amount: { currency: 'HKD', value: 12_500, exponent: 2 }, terminal: 'WEB' };

const list = (paymentOptions: unknown, locale?: string, wallets = WALLETS) => {
  const result = { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' };
  return fromConsult(parseConsultResponse({ result, paymentOptions }), aContract({ wallets }), locale);
};

describe('the request for wallets', () => {
  const sent = (change: Partial<WalletQuery>, options: Partial<AlipayCashierOptions> = {}) =>
    asSent(toConsultRequest({ ...query, ...change }, aContract({ wallets: ['ALIPAY_CN', 'ALIPAY_HK'], ...options })));
  const smallest = {
    productCode: 'CASHIER_PAYMENT',
    paymentAmount: { currency: 'HKD', value: '12500' },
    env: { terminalType: 'WEB' },
    settlementStrategy: { settlementCurrency: 'HKD' },
    allowedPaymentMethods: ['ALIPAY_CN', 'ALIPAY_HK'],
  };

  it('holds the amount, the terminal and the wallets that the merchant allows', () => {
    assert.deepEqual(sent({}), smallest);
  });

  it('holds all that is known of a buyer on a phone, and of the merchant’s contract', () => {
    const options = { settlementCurrency: 'USD', merchantAccountId: 'site-2', merchantRegion: 'SG' };
    assert.deepEqual(sent({ terminal: 'WAP', os: 'IOS', buyerCountry: 'HK' }, options), {
      ...smallest,
      env: { terminalType: 'WAP', osType: 'IOS' },
      settlementStrategy: { settlementCurrency: 'USD' },
      userRegion: 'HK',
      merchantRegion: 'SG',
      merchantAccountId: 'site-2',
    });
  });

  it('is not made for an amount that Alipay cannot take', () => {
    for (const amount of [
      { currency: 'HKD', value: 0, exponent: 2 },
      { currency: 'HKD', value: -1, exponent: 2 },
      { currency: 'XAU', value: 1, exponent: 0 },
    ]) {
      assert.throws(() => sent({ amount }), { name: 'GatewayError', kind: 'rejected' });
    }
  });
});

describe('the wallets to offer', () => {
  it('are those of the answer in its order, with what is known of each', () => {
    const wallets = list([
      {
        paymentMethodType: 'ALIPAY_HK',
        paymentMethodRegion: ['HK'],
        enabled: true,
        logo: { logoName: 'AlipayHK', logoUrl: 'https://cdn.example/alipayhk.svg' },
      },
      {
        paymentMethodType: 'ALIPAY_CN',
        paymentMethodRegion: ['CN'],
        enabled: false,
        disableReason: 'CHANNEL_NOT_SUPPORT_CURRENCY',
      },
    ]);
    assert.deepEqual(wallets, [
      { id: 'ALIPAY_HK', name: 'AlipayHK', region: 'HK', available: true },
      {
        id: 'ALIPAY_CN',
        name: 'Alipay',
        region: 'CN',
        available: false,
        reason: 'channel_not_support_currency',
      },
    ]);
    assert.deepEqual(parseWallets({ wallets }), { wallets });
  });

  it('are none that the merchant does not allow, though the answer has them', () => {
    const options = WALLETS.map((paymentMethodType) => ({ paymentMethodType, enabled: true }));
    assert.deepEqual(
      list(options, undefined, ['GCASH', 'CONNECT_WALLET']).map(({ id }) => id),
      ['CONNECT_WALLET', 'GCASH'],
    );
  });

  it('are one choice for a wallet that the answer has twice', () => {
    const option = { paymentMethodType: 'GCASH', enabled: true };
    assert.deepEqual(
      list([option, option]).map(({ id }) => id),
      ['GCASH'],
    );
  });

  const names: [option: object, name: string][] = [
    [{ paymentMethodType: 'TNG', logo: { logoName: ' TNG eWallet ' } }, 'TNG eWallet'],
    [{ paymentMethodType: 'TNG' }, 'Touch ’n Go eWallet'],
    [{ paymentMethodType: 'TNG', logo: { logoName: ' ' } }, 'Touch ’n Go eWallet'],
    [{ paymentMethodType: 'TNG', logo: { logoName: 'x'.repeat(129) } }, 'Touch ’n Go eWallet'],
    [{ paymentMethodType: 'CONNECT_WALLET' }, 'Alipay+'],
    [{ paymentMethodType: 'SHOPEEPAY_SG' }, 'ShopeePay'],
    [{ paymentMethodType: 'A_WALLET_OF_NEXT_YEAR' }, 'A_WALLET_OF_NEXT_YEAR'],
  ];
  for (const [option, name] of names) {
    it(`are called ${name} for ${JSON.stringify(option).slice(0, 80)}`, () => {
      assert.equal(list([option])[0]?.name, name);
    });
  }

  const regions: [paymentMethodRegion: unknown, region: string | undefined][] = [
    [['PH'], 'PH'],
    [['CN', 'HK'], undefined],
    [['GLOBAL'], undefined],
    [[], undefined],
    [null, undefined],
  ];
  for (const [paymentMethodRegion, region] of regions) {
    it(`have the region ${region} for ${JSON.stringify(paymentMethodRegion)}`, () => {
      assert.equal(list([{ paymentMethodType: 'GCASH', paymentMethodRegion }])[0]?.region, region);
    });
  }

  const availability: [option: object, available: boolean, reason: string | undefined][] = [
    [{ enabled: true }, true, undefined],
    [{ enabled: 'true' }, true, undefined],
    [{ enabled: true, disableReason: 'SERVICE_DEGRADE' }, true, undefined],
    [{ enabled: false }, false, undefined],
    [{}, false, undefined],
    [{ enabled: 1 }, false, undefined],
    [{ enabled: false, disableReason: '<b>no</b>' }, false, undefined],
    ...[
      ...['PAYMENT_ACCOUNT_NOT_AVAILABLE', 'EXCEED_CHANNEL_LIMIT_RULE', 'SERVICE_DEGRADE'],
      ...['CHANNEL_NOT_SUPPORT_CURRENCY', 'CHANNEL_DISABLE', 'CHANNEL_NOT_IN_SERVICE_TIME'],
      ...['QUERY_IPP_INFO_FAILED', 'LIMIT_CENTER_ACCESS_FAIL', 'CURRENT_CHANNEL_NOT_EXIST'],
    ].map((disableReason): [object, boolean, string] => [
      { enabled: 'false', disableReason },
      false,
      disableReason.toLowerCase(),
    ]),
  ];
  for (const [option, available, reason] of availability) {
    it(`are ${available ? 'available' : `not available as ${reason}`} with ${JSON.stringify(option)}`, () => {
      const [wallet] = list([{ paymentMethodType: 'GCASH', ...option }]);
      assert.deepEqual({ available: wallet?.available, reason: wallet?.reason }, { available, reason });
    });
  }

  it('are all unavailable where nothing can take this payment', () => {
    const result = { resultStatus: 'F', resultCode: 'NO_PAY_OPTIONS', resultMessage: '' };
    const contract = aContract({ wallets: ['ALIPAY_CN', 'GCASH'] });
    assert.deepEqual(fromConsult(parseConsultResponse({ result }), contract), [
      { id: 'ALIPAY_CN', name: 'Alipay', available: false, reason: 'no_pay_options' },
      { id: 'GCASH', name: 'GCash', available: false, reason: 'no_pay_options' },
    ]);
  });

  for (const [status, code, kind] of [
    ['F', 'PARAM_ILLEGAL', 'misconfigured'],
    ['F', 'MERCHANT_NOT_REGISTERED', 'misconfigured'],
    ['F', 'SETTLE_CONTRACT_NOT_MATCH', 'misconfigured'],
    ['F', 'CURRENCY_NOT_SUPPORT', 'unknown'],
    ['F', 'PROCESS_FAIL', 'unknown'],
    ['U', 'UNKNOWN_EXCEPTION', 'unknown'],
    ['U', 'NO_PAY_OPTIONS', 'unknown'],
    ['S', 'SUCCESS', 'unknown'],
  ] as const) {
    it(`cannot be listed after ${status} ${code} without options`, () => {
      const result = { resultStatus: status, resultCode: code, resultMessage: '' };
      const failed = { name: 'GatewayError', kind, gatewayCode: code };
      assert.throws(() => fromConsult(parseConsultResponse({ result }), aContract()), failed);
    });
  }
});

describe('the promotion of a wallet', () => {
  const names = ['{"zh_CN":"立减5元","en_US":"5 off"}', { th_TH: 'ลด 5' }];
  const discount = [{ promotionType: 'DISCOUNT', discount: { discountName: 'Five off' } }];
  const promotion = (locale: string | undefined, promoNames: unknown, promotionInfos?: unknown) =>
    list([{ paymentMethodType: 'GCASH', enabled: true, promoNames, promotionInfos }], locale)[0]?.promotion;

  const rows: [locale: string | undefined, promoNames: unknown, infos: unknown, text: string | undefined][] = [
    ['zh-CN', names, discount, '立减5元'],
    ['ZH-cn', names, discount, '立减5元'],
    ['zh-Hant-HK', names, discount, '立减5元'],
    ['th', names, discount, 'ลด 5'],
    ['en-GB', names, discount, '5 off'],
    ['de', names, discount, '5 off'],
    [undefined, names, discount, '5 off'],
    ['de', [{ th_TH: 'ลด 5' }], discount, 'Five off'],
    ['de', [{ th_TH: 'ลด 5' }], undefined, 'ลด 5'],
    ['de', undefined, discount, 'Five off'],
    ['de', { en_US: '5 off' }, undefined, '5 off'],
    ['de', null, [{ promotionType: 'INTEREST_FREE', interestFree: {} }], undefined],
    ['de', ['plain text'], undefined, undefined],
    ['en', [{ en_US: 'x'.repeat(257) }], undefined, undefined],
    ['en', undefined, undefined, undefined],
  ];
  for (const [locale, promoNames, infos, text] of rows) {
    it(`is ${text} in ${locale} for ${JSON.stringify([promoNames, infos])?.slice(0, 90)}`, () => {
      assert.equal(promotion(locale, promoNames, infos), text);
    });
  }
});
