import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refuseAmount } from '../../../../src/server/gateway.ts';
import { wooshPay } from '../../../../src/server/gateways/wooshpay/index.ts';
import { aPayment, someOptions } from './fixtures.ts';

describe('what the gateway can do', () => {
  const { name, capabilities } = wooshPay(someOptions());

  it('is declared', () => {
    assert.equal(name, 'wooshpay');
    const { terminals, wallets, cancel, refunds, createAgainAfterMs } = capabilities;
    assert.deepEqual(
      { terminals, wallets, cancel, refunds, createAgainAfterMs },
      {
        terminals: ['WEB', 'WAP', 'APP'],
        wallets: ['alipay'],
        cancel: 'unpaid',
        refunds: 'one',
        createAgainAfterMs: 10_000,
      },
    );
    // The last of the repeated notifications comes 72 hours after the first.
    assert.ok(capabilities.endCanTurnForMs > 72 * 3_600_000);
  });

  const rows: [currency: string, value: number, exponent: number, refused: string | null][] = [
    ...['CNY', 'GBP', 'USD', 'EUR', 'HKD'].map((currency): [string, number, number, null] => [currency, 1, 2, null]),
    ['CNY', 13, 0, null],
    ['CNY', Number.MAX_SAFE_INTEGER, 2, null],
    ['CNY', 0, 2, 'amount_out_of_range'],
    ['CNY', -1, 2, 'amount_out_of_range'],
    ['CNY', 0.5, 2, 'amount_out_of_range'],
    ['CNY', 1, 3, 'amount_out_of_range'],
    ['JPY', 100, 0, 'currency_not_supported'],
    ['KRW', 100, 0, 'currency_not_supported'],
    ['cny', 1, 2, 'currency_not_supported'],
  ];
  for (const [currency, value, exponent, refused] of rows) {
    it(`${refused ? `is no` : 'is a'} payment of ${currency} ${value} with ${exponent} decimals`, () => {
      assert.equal(refuseAmount(capabilities, { currency, value, exponent }), refused);
    });
  }
});

describe('the choice of wallets', () => {
  it('is none with one wallet', () => assert.equal('listWallets' in wooshPay(someOptions()), false));

  it('is what the merchant names, in that order', async () => {
    const gateway = wooshPay(someOptions({ wallets: ['alipay_hk', 'alipay', 'alipayplus', 'other_wallet'] }));
    assert.deepEqual(gateway.capabilities.wallets, ['alipay_hk', 'alipay', 'alipayplus', 'other_wallet']);
    assert.deepEqual(await gateway.listWallets?.({ amount: aPayment().amount, terminal: 'WEB' }), [
      { id: 'alipay_hk', name: 'AlipayHK', available: true },
      { id: 'alipay', name: 'Alipay', available: true },
      { id: 'alipayplus', name: 'Alipay+', available: true },
      { id: 'other_wallet', name: 'other_wallet', available: true },
    ]);
  });
});

it('is acknowledged with a bare 200', async () => {
  const response = wooshPay(someOptions()).acknowledge();
  assert.deepEqual([response.status, await response.text()], [200, '']);
});
