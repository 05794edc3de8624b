import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPayRequest } from '../../../../src/server/gateways/alipay-cashier/pay-request.ts';
import type { GatewayPayment } from '../../../../src/server/gateway.ts';
import { aPayment } from './fixtures.ts';

/** As it goes out: what is undefined is left out, never sent as null. */
const sent = (payment: Partial<GatewayPayment>, settlementCurrency?: string): unknown =>
  JSON.parse(JSON.stringify(toPayRequest(aPayment(payment), { wallet: 'ALIPAY_CN', settlementCurrency })));

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
    assert.deepEqual(sent(payment, 'EUR'), {
      ...smallest,
      paymentMethod: { paymentMethodType: 'ALIPAY_HK' },
      settlementStrategy: { settlementCurrency: 'EUR' },
      env: { terminalType: 'WAP', osType: 'ANDROID', clientIp: '203.0.113.9' },
      userRegion: 'HK',
    });
  });

  it('names no operating system for a desktop browser', () => {
    assert.deepEqual(sent({ os: 'IOS' }), smallest);
  });
});
