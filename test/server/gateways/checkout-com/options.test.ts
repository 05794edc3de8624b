import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkoutCom, type CheckoutComOptions } from '../../../../src/server/gateways/checkout-com/index.ts';
import { aPayment, CURRENT_KEY, PREVIOUS_KEY, previousOptions, recordingFetch, someOptions } from './fixtures.ts';

const refused: [option: keyof CheckoutComOptions, values: unknown[]][] = [
  ['secretKey', [undefined, '', 'nonsense', 'pk_sbox_o2nulev2arguvyf6w7sc5fkznaa', 'sk_has space', 'sk_\n', 7]],
  ['webhookKey', [undefined, '', 7]],
  ['webhookAuthorization', ['', 'line\nbreak', 'ключ']],
  ['platform', ['', 'abc', 'next']],
  ['environment', ['', 'production', 'toString']],
  [
    'host',
    ['', 'mars', 'http://gateway.example', 'https://gateway.example/payments', 'https://a@b.example', 'ftp://a'],
  ],
  ['timeoutMs', [0, -5, NaN]],
  ['processingChannelId', [undefined, '', 'pc_short', 'zs5fqhybzc2e3jmq3efvybybpq', `pc_${'x'.repeat(27)}`]],
  ['wallets', [[], [''], ['alipay'], ['alipay_cn', 'ALIPAY_HK']]],
  ['currencies', [{ alipay_cn: [] }, { alipay_cn: ['cny'] }, { alipay_hk: ['HKD', ''] }, { alipay: ['USD'] }]],
];

describe('a missing or malformed option', () => {
  for (const [option, values] of refused) {
    it(`throws a TypeError that names "${option}" and no key`, () => {
      for (const value of values) {
        assert.throws(
          () => checkoutCom(someOptions({ [option]: value })),
          (error: unknown) =>
            error instanceof TypeError &&
            error.message.startsWith(`"${option}" must be`) &&
            !error.message.includes(CURRENT_KEY),
          `${option}: ${String(value)}`,
        );
      }
    });
  }

  it('is no wallet of the other platform', () => {
    assert.throws(() => checkoutCom(previousOptions({ wallets: ['alipay_cn'] })), /"wallets" must be some of alipay$/);
  });

  it('is neither channel nor webhook key on the previous platform', () => {
    assert.doesNotThrow(() => checkoutCom(previousOptions()));
  });
});

describe('where calls go, and as whom', () => {
  const firstCall = async (options: CheckoutComOptions): Promise<[string, string | undefined]> => {
    const { fetch, calls } = recordingFetch(() => ({}));
    await assert.rejects(checkoutCom({ ...options, fetch }).createPayment(dollars));
    return [calls[0]?.url ?? '', calls[0]?.headers.authorization];
  };
  const dollars = aPayment({ amount: { currency: 'USD', value: 2000, exponent: 2 } });
  const withKey = (secretKey: string, overrides: Partial<CheckoutComOptions> = {}): CheckoutComOptions =>
    someOptions({ secretKey, currencies: { alipay_cn: ['USD'] }, ...overrides });

  const live = PREVIOUS_KEY.replace('test_', '');
  const current = CURRENT_KEY.replace('sbox_', '');
  const SANDBOX = 'https://api.sandbox.checkout.com/payments';
  const LIVE = 'https://api.checkout.com/payments';
  const rows: [name: string, options: CheckoutComOptions, url: string, authorization: string][] = [
    ['a previous test key', previousOptions(), SANDBOX, PREVIOUS_KEY],
    ['a previous live key', previousOptions({ secretKey: live }), LIVE, live],
    ['a current sandbox key', withKey(CURRENT_KEY), SANDBOX, `Bearer ${CURRENT_KEY}`],
    ['a current live key', withKey(current), LIVE, `Bearer ${current}`],
    [
      'a key of another shape that is told to be current',
      withKey(live, { platform: 'current' }),
      LIVE,
      `Bearer ${live}`,
    ],
    [
      'a key of another shape that is told to be previous',
      previousOptions({ secretKey: 'sk_1', platform: 'previous' }),
      LIVE,
      'sk_1',
    ],
    [
      'a key that is told to be for the sandbox',
      withKey(current, { environment: 'sandbox' }),
      SANDBOX,
      `Bearer ${current}`,
    ],
    [
      'a host of the account’s own',
      withKey(current, { host: 'https://vkuhvk4v.api.checkout.com/' }),
      'https://vkuhvk4v.api.checkout.com/payments',
      `Bearer ${current}`,
    ],
    [
      'a host on this machine',
      withKey(current, { host: 'http://127.0.0.1:4021', environment: 'live' }),
      'http://127.0.0.1:4021/payments',
      `Bearer ${current}`,
    ],
  ];
  for (const [name, options, url, authorization] of rows) {
    it(`is ${url} for ${name}`, async () => assert.deepEqual(await firstCall(options), [url, authorization]));
  }
});
