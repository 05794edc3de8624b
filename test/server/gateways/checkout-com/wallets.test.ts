import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkoutCom, type CheckoutComOptions } from '../../../../src/server/gateways/checkout-com/index.ts';
import { answeringGateway, aPayment, pending, someOptions } from './fixtures.ts';

const choice = (currency: string, options: Partial<CheckoutComOptions> = {}) =>
  checkoutCom(someOptions(options)).listWallets?.({ amount: { currency, value: 2000, exponent: 2 }, terminal: 'WEB' });

describe('the choice of wallets', () => {
  it('offers the wallets of the account that take the currency', async () => {
    assert.deepEqual(await choice('HKD'), [
      { id: 'alipay_cn', name: 'Alipay', region: 'CN', available: true },
      { id: 'alipay_hk', name: 'AlipayHK', region: 'HK', available: true },
    ]);
  });

  it('explains a wallet that does not', async () => {
    assert.deepEqual(await choice('CNY'), [
      { id: 'alipay_cn', name: 'Alipay', region: 'CN', available: true },
      { id: 'alipay_hk', name: 'AlipayHK', region: 'HK', available: false, reason: 'channel_not_support_currency' },
    ]);
  });

  it('goes by the merchant’s own order and currencies', async () => {
    const wallets = await choice('SGD', {
      wallets: ['alipay_hk', 'alipay_cn'],
      currencies: { alipay_cn: ['EUR'], alipay_hk: ['HKD', 'SGD'] },
    });
    assert.deepEqual(
      wallets?.map(({ id, available }) => [id, available]),
      [
        ['alipay_hk', true],
        ['alipay_cn', false],
      ],
    );
  });

  it('is none where there is one wallet', () => {
    assert.equal(choice('CNY', { wallets: ['alipay_cn'] }), undefined);
  });
});

describe('the wallet that a payment is sent to', () => {
  const wallet = async (currency: string, asked?: string, options: Partial<CheckoutComOptions> = {}) => {
    const { gateway, calls } = answeringGateway(() => pending, someOptions(options));
    await gateway.createPayment(aPayment({ amount: { currency, value: 2000, exponent: 2 }, wallet: asked }));
    return (JSON.parse(calls[0]?.body ?? '') as { source: unknown }).source;
  };

  for (const [currency, asked, type] of [
    ['HKD', undefined, 'alipay_cn'],
    ['HKD', 'alipay_hk', 'alipay_hk'],
    ['SGD', undefined, 'alipay_cn'],
  ] as const) {
    it(`is ${type} for ${currency} where the page asks for ${asked}`, async () =>
      assert.deepEqual(await wallet(currency, asked), { type }));
  }

  it('is the first that takes the currency where the page names none', async () => {
    const currencies = { alipay_cn: ['CNY'], alipay_hk: ['HKD', 'SGD'] };
    assert.deepEqual(await wallet('SGD', undefined, { currencies }), { type: 'alipay_hk' });
  });
});
