import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  parseInquiryPaymentResponse,
  parsePayResponse,
} from '../../../../../src/server/gateways/alipay-cashier/parsers/payment.ts';

const CASHIER = 'https://cashier.example/checkout.htm';

describe('an answer to pay', () => {
  it('is read as a real one looks: without the fields that the SDKs require', () => {
    const { orderCodeForm, redirectActionForm, paymentActionForm } = parsePayResponse({
      orderCodeForm: {
        expireTime: '2026-11-21T04:44:00-08:00',
        codeDetails: [{ displayType: 'TEXT', codeValue: 'https://global.alipay.com/281002040' }, null, {}],
      },
      redirectActionForm: { method: 'GET', redirectUrl: CASHIER },
      paymentActionForm: `{"method":"GET","paymentActionFormType":"RedirectActionForm","redirectUrl":"${CASHIER}"}`,
    });
    assert.deepEqual(orderCodeForm, {
      expireTime: '2026-11-21T04:44:00-08:00',
      codeDetails: [{ displayType: 'TEXT', codeValue: 'https://global.alipay.com/281002040' }],
    });
    assert.deepEqual(redirectActionForm, { method: 'GET', redirectUrl: CASHIER });
    assert.deepEqual(paymentActionForm, redirectActionForm);
  });

  it('takes a form whose method is not said for an address, and none with a method that pages cannot send', () => {
    const form = (method: unknown) =>
      parsePayResponse({ redirectActionForm: { method, redirectUrl: CASHIER } }).redirectActionForm;
    assert.deepEqual(form(undefined), { method: 'GET', redirectUrl: CASHIER });
    assert.deepEqual(form(null), { method: 'GET', redirectUrl: CASHIER });
    assert.equal(form('PUT'), undefined);
  });
});

describe('an answer to an inquiry', () => {
  it('has no transactions where they are null, as in the documents', () => {
    assert.equal(Object.hasOwn(parseInquiryPaymentResponse({ transactions: null }), 'transactions'), false);
  });

  it('has its promotions under either spelling', () => {
    const promotions = [{ promotionType: 'DISCOUNT', discount: { discountName: 'Five off' } }];
    for (const name of ['promotionResult', 'promotionResults']) {
      assert.deepEqual(parseInquiryPaymentResponse({ [name]: promotions }).promotionResult, promotions);
    }
  });
});
