import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AlipayCashierOptions } from '../../../../src/server/gateways/alipay-cashier/index.ts';
import { toPayRequest } from '../../../../src/server/gateways/alipay-cashier/pay-request.ts';
import type { Amount } from '../../../../src/protocol/payment.ts';
import type { GatewayPayment } from '../../../../src/server/gateway.ts';
import { aContract, aPayment, asSent } from './fixtures.ts';

const sent = (payment: Partial<GatewayPayment>, options?: Partial<AlipayCashierOptions>): unknown =>
  asSent(toPayRequest(aPayment(payment), aContract(options)));

const smallest = {
  productCode: 'CASHIER_PAYMENT',
  paymentRequestId: 'PaymentPaymentPayment001',
  order: {
    referenceOrderId: 'A-1001',
    orderDescription: 'Green tea, 2 boxes',
    orderAmount: { currency: 'USD', value: '1314' },
  },
  paymentAmount: { currency: 'USD', value: '1314' },
  paymentMethod: { paymentMethodType: 'ALIPAY_CN' },
  settlementStrategy: { settlementCurrency: 'USD' },
  env: { terminalType: 'WEB' },
  paymentRedirectUrl: 'https://shop.example/return?order=A-1001',
  paymentNotifyUrl: 'https://shop.example/alipay/notifications/asia',
};

describe('the request to pay', () => {
  it('holds what every payment needs, and nothing that is not known', () => {
    assert.deepEqual(sent({}), smallest);
  });

  it('holds all that is known of a payment on a phone', () => {
    const payment: Partial<GatewayPayment> = {
      terminal: 'WAP',
      os: 'ANDROID',
      wallet: 'ALIPAY_HK',
      clientAddress: '203.0.113.9',
      buyerCountry: 'HK',
    };
    assert.deepEqual(sent(payment, { settlementCurrency: 'EUR' }), {
      ...smallest,
      paymentMethod: { paymentMethodType: 'ALIPAY_HK' },
      settlementStrategy: { settlementCurrency: 'EUR' },
      env: { terminalType: 'WAP', osType: 'ANDROID', clientIp: '203.0.113.9' },
      userRegion: 'HK',
    });
  });

  it('names the mini app that pays, and no other terminal’s', () => {
    const options = { miniAppId: '2021000000000001' };
    assert.deepEqual(sent({ terminal: 'MINI_APP', os: 'IOS' }, options), {
      ...smallest,
      env: { terminalType: 'MINI_APP', osType: 'IOS' },
      appId: '2021000000000001',
    });
    assert.deepEqual(sent({}, options), smallest);
  });

  it('holds what the merchant’s contract asks for', () => {
    assert.deepEqual(sent({}, { merchantAccountId: 'site-2', merchantRegion: 'SG', wallets: ['CONNECT_WALLET'] }), {
      ...smallest,
      paymentMethod: { paymentMethodType: 'CONNECT_WALLET' },
      merchantAccountId: 'site-2',
      merchantRegion: 'SG',
    });
  });

  const refused: [name: string, amount: Amount, cause: string][] = [
    ['of nothing', { currency: 'USD', value: 0, exponent: 2 }, 'amount_out_of_range'],
    ['below nothing', { currency: 'USD', value: -1314, exponent: 2 }, 'amount_out_of_range'],
    ['in parts of a cent', { currency: 'USD', value: 13.14, exponent: 2 }, 'amount_out_of_range'],
    ['in parts of a yen', { currency: 'JPY', value: 50_001, exponent: 2 }, 'amount_out_of_range'],
    ['in parts of a rupiah', { currency: 'IDR', value: 150, exponent: 2 }, 'amount_out_of_range'],
    ['that is no number', { currency: 'USD', value: NaN, exponent: 2 }, 'amount_out_of_range'],
    ['in gold', { currency: 'XAU', value: 1, exponent: 0 }, 'currency_not_supported'],
  ];
  for (const [name, amount, cause] of refused) {
    it(`is not made for an amount ${name}`, () => {
      assert.throws(() => sent({ amount }), { name: 'GatewayError', kind: 'rejected', message: new RegExp(cause) });
    });
  }

  it('names no operating system for a desktop browser', () => {
    assert.deepEqual(sent({ os: 'IOS' }), smallest);
  });
});
