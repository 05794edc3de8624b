import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  parseInquiryPaymentResponse,
  parsePayResponse,
  parseResult,
} from '../../../../src/server/gateways/alipay-cashier/parse-messages.ts';

describe('the result of a message', () => {
  const unknown = { resultStatus: 'U', resultCode: '', resultMessage: '' };
  const rows: [name: string, body: unknown, result: object][] = [
    [
      'is read as it is written',
      { result: { resultStatus: 'F', resultCode: 'RISK_REJECT', resultMessage: 'no' } },
      { resultStatus: 'F', resultCode: 'RISK_REJECT', resultMessage: 'no' },
    ],
    ['is unknown with a status of another API', { result: { resultStatus: 'A' } }, unknown],
    ['is unknown in lower case', { result: { resultStatus: 's' } }, unknown],
    ['is unknown where it is missing', {}, unknown],
    ['is unknown where it is no object', { result: 'S' }, unknown],
    ['is unknown in a message that is no object', ['S'], unknown],
    ['is unknown in a message that is null', null, unknown],
  ];
  for (const [name, body, result] of rows) it(name, () => assert.deepEqual(parseResult(body), result));
});

describe('an amount in a message', () => {
  const amount = (paymentAmount: unknown) => parseInquiryPaymentResponse({ paymentAmount }).paymentAmount;

  it('is read from digits, and from a number that is exact', () => {
    assert.deepEqual(amount({ currency: 'USD', value: '1314' }), { currency: 'USD', value: '1314' });
    assert.deepEqual(amount({ currency: 'USD', value: 1314 }), { currency: 'USD', value: '1314' });
  });

  for (const value of [13.14, 2 ** 53, true, null, '', ['1314']]) {
    it(`is absent for ${JSON.stringify(value)}`, () => assert.equal(amount({ currency: 'USD', value }), undefined));
  }
});

describe('an answer to pay', () => {
  it('is read as a real one looks: without the fields that the SDKs require', () => {
    const target = 'https://cashier.example/checkout.htm';
    const { orderCodeForm, redirectActionForm, paymentActionForm } = parsePayResponse({
      orderCodeForm: {
        expireTime: '2026-11-21T04:44:00-08:00',
        codeDetails: [{ displayType: 'TEXT', codeValue: 'https://global.alipay.com/281002040' }, null, {}],
      },
      redirectActionForm: { method: 'GET', redirectUrl: target },
      paymentActionForm: `{"method":"GET","paymentActionFormType":"RedirectActionForm","redirectUrl":"${target}"}`,
    });
    assert.deepEqual(orderCodeForm, {
      expireTime: '2026-11-21T04:44:00-08:00',
      codeDetails: [
        { displayType: 'TEXT', codeValueType: undefined, codeValue: 'https://global.alipay.com/281002040' },
      ],
    });
    assert.deepEqual(redirectActionForm, { method: 'GET', redirectUrl: target, parameters: undefined });
    assert.deepEqual(paymentActionForm, redirectActionForm);
  });
});
