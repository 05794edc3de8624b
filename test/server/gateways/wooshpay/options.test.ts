import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wooshPay, type WooshPayOptions } from '../../../../src/server/gateways/wooshpay/index.ts';
import { aPayment, INTENT_ID, someOptions } from './fixtures.ts';

const refused: [option: keyof WooshPayOptions, values: unknown[]][] = [
  ['secretKey', [undefined, '', 'pk_test_1', 'sk_test_', 'rk_live_1', 'sk_test_a b', 'sk_live_1\n', 7]],
  ['webhookSecret', [undefined, '', 'whsec_a b', 'whsec_1\n', 7]],
  ['host', ['', 'api.wooshpay.com', 'http://gateway.example', 'https://gateway.example/v1', 'https://a@b.example', 7]],
  ['timeoutMs', [0, -1, NaN]],
  ['page', ['', 'embedded']],
  ['wallets', [[], [''], ['Alipay'], ['alipay', 'alipay hk']]],
  ['refundAmountType', ['', 'number']],
];

describe('a missing or malformed option', () => {
  for (const [option, values] of refused) {
    it(`throws a TypeError that names "${option}" and not its value`, () => {
      for (const value of values) {
        assert.throws(
          () => wooshPay(someOptions({ [option]: value })),
          (error: unknown) => {
            assert.ok(error instanceof TypeError);
            assert.ok(error.message.startsWith(`"${option}" must be`), error.message);
            return !/pk_test_1|whsec_/.test(error.message);
          },
          `${option}: ${String(value)}`,
        );
      }
    });
  }

  it('is a host of the other mode than the key’s', () => {
    const mixed: Partial<WooshPayOptions>[] = [
      { secretKey: 'sk_test_1', host: 'https://api.wooshpay.com' },
      { secretKey: 'sk_live_1', host: 'https://apitest.wooshpay.com/' },
    ];
    for (const options of mixed) assert.throws(() => wooshPay(someOptions(options)), /^TypeError: "host" must be that/);
  });
});

describe('where calls go', () => {
  const rows: [options: Partial<WooshPayOptions>, origin: string][] = [
    [{ secretKey: 'sk_live_1' }, 'https://api.wooshpay.com'],
    [{ secretKey: 'sk_test_1' }, 'https://apitest.wooshpay.com'],
    [{ host: 'https://gateway.example/' }, 'https://gateway.example'],
    [{ host: 'http://127.0.0.1:4022' }, 'http://127.0.0.1:4022'],
  ];
  for (const [options, origin] of rows) {
    it(`is ${origin} with ${JSON.stringify(options)}`, async () => {
      const called: string[] = [];
      const gateway = wooshPay(
        someOptions({
          fetch: (input, init) => {
            called.push(new Request(input, init).url);
            return Promise.reject(new TypeError('No network'));
          },
          ...options,
        }),
      );
      await assert.rejects(gateway.retrievePayment(aPayment({ gatewayReference: INTENT_ID })), { kind: 'unknown' });
      assert.deepEqual(called, [`${origin}/v1/payment_intents/${INTENT_ID}`]);
    });
  }
});
