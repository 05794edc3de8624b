import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseNotification } from '../../../../../src/server/gateways/alipay-cashier/parsers/notification.ts';

const result = { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' };
const USD = (value: string) => ({ currency: 'USD', value });
const settlement = {
  grossSettlementAmount: { currency: 'HKD', value: '10249' },
  settlementQuote: { quoteId: 'Q-1', quoteCurrencyPair: 'USD/HKD', quotePrice: '7.8', guaranteed: true },
};

describe('a notification', () => {
  const payment = {
    notifyType: 'PAYMENT_RESULT',
    result,
    paymentRequestId: 'PR-1001',
    paymentId: '202611211940108001001880000000001',
    paymentAmount: USD('1314'),
    paymentCreateTime: '2026-11-21T04:30:02-08:00',
    paymentTime: '2026-11-21T04:31:05-08:00',
    customsDeclarationAmount: { currency: 'CNY', value: '9512' },
    ...settlement,
    pspCustomerInfo: { pspName: 'ALIPAY_CN', pspCustomerId: '2088', displayCustomerId: '138****0000' },
    acquirerReferenceNo: 'ARN-1',
    paymentResultInfo: { cardBrand: 'VISA' },
    promotionResult: [{ promotionType: 'DISCOUNT', discount: { discountName: 'Five off', savingsAmount: USD('500') } }],
    paymentMethodType: 'ALIPAY_CN',
    metadata: '{"shelf":"3"}',
  };

  for (const notifyType of ['PAYMENT_RESULT', 'PAYMENT_PENDING']) {
    it(`of the type ${notifyType} is about a payment, with all that the documents name`, () => {
      const body = { ...payment, notifyType };
      assert.deepEqual(parseNotification(body), { kind: 'payment', ...body });
    });
  }

  it('of the type REFUND_RESULT is about a refund, with all that the documents name', () => {
    const refund = {
      notifyType: 'REFUND_RESULT',
      result,
      refundStatus: 'SUCCESS',
      refundRequestId: 'RF-1',
      refundId: '202611221940108013001880000000007',
      refundAmount: USD('314'),
      refundTime: '2026-11-22T01:00:03-08:00',
      ...settlement,
      arn: 'ARN-2',
      actualRefundAmount: USD('300'),
      metadata: '{"shelf":"3"}',
    };
    assert.deepEqual(parseNotification(refund), { kind: 'refund', ...refund });
  });

  const registration = {
    registrationRequestId: 'REG-7',
    referenceMerchantId: 'SM-7',
    referenceStoreId: 'ST-7',
    registrationResult: { registrationStatus: 'COMPLETED', rejectReasons: 'none' },
    pspRegistrationResultList: [{ pspName: 'AlipayCN', registrationResult: { registrationStatus: 'APPROVED' } }],
  };

  it('of no type is about a registration where it names one and how it went', () => {
    assert.deepEqual(parseNotification(registration), { kind: 'registration', ...registration });
  });

  it('of no type that lacks either is left as it came', () => {
    for (const missing of ['registrationRequestId', 'registrationResult']) {
      const body = { ...registration, [missing]: null };
      assert.deepEqual(parseNotification(body), { kind: 'other', body });
    }
  });

  it('of another type is left as it came, also where it looks like a registration', () => {
    const body = { ...registration, notifyType: 'CAPTURE_RESULT' };
    assert.deepEqual(parseNotification(body), { kind: 'other', notifyType: 'CAPTURE_RESULT', body });
  });

  for (const body of [null, [], 'PAYMENT_RESULT', 7]) {
    it(`that is ${JSON.stringify(body)} is left as it came`, () => {
      assert.deepEqual(parseNotification(body), { kind: 'other', body });
    });
  }
});
