import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  parseInquiryRefundResponse,
  parseRefundResponse,
} from '../../../../src/server/gateways/alipay-cashier/parsers/refund.ts';
import {
  fromRefund,
  fromRefundInquiry,
  toRefundRequest,
} from '../../../../src/server/gateways/alipay-cashier/refund.ts';
import type { RefundEvidence } from '../../../../src/server/gateway.ts';
import { aPayment, aRefund, asSent } from './fixtures.ts';
import { CONFIGURATION } from './result-code-tables.ts';

const refund = aRefund();
const paid = aPayment({ gatewayReference: '202611211940108001001880000000001' });
const ids = {
  refundRequestId: refund.id,
  refundId: '202611221940108013001880000000007',
  refundAmount: { currency: 'USD', value: '314' },
};
const known = {
  refundId: refund.id,
  gatewayReference: ids.refundId,
  amount: { currency: 'USD', value: 314, exponent: 2 },
};
const message = (resultStatus: string, resultCode: string, fields: object = ids) => ({
  result: { resultStatus, resultCode, resultMessage: 'for logs' },
  ...fields,
});

describe('the request to refund', () => {
  it('holds what every refund needs, and nothing that is not known', () => {
    assert.deepEqual(asSent(toRefundRequest(paid, refund)), {
      refundRequestId: refund.id,
      paymentId: '202611211940108001001880000000001',
      refundAmount: { currency: 'USD', value: '314' },
      refundNotifyUrl: 'https://shop.example/alipay/notifications/asia',
    });
  });

  it('holds the merchant’s reason', () => {
    const { refundReason } = toRefundRequest(paid, aRefund({ reason: 'one box missing' }));
    assert.equal(refundReason, 'one box missing');
  });

  it('counts rupiah as Alipay does', () => {
    const rupiah = aRefund({ amount: { currency: 'IDR', value: 15_000, exponent: 0 } });
    assert.deepEqual(toRefundRequest(paid, rupiah).refundAmount, { currency: 'IDR', value: '1500000' });
  });

  it('is not made where Alipay’s own id of the payment is not known: it takes no other', () => {
    assert.throws(() => toRefundRequest(aPayment(), refund), { name: 'GatewayError', kind: 'rejected' });
  });

  for (const amount of [
    { currency: 'USD', value: 0, exponent: 2 },
    { currency: 'USD', value: -314, exponent: 2 },
    { currency: 'USD', value: 3.14, exponent: 2 },
    { currency: 'IDR', value: 150, exponent: 2 },
    { currency: 'XAU', value: 1, exponent: 0 },
  ]) {
    it(`is not made for ${amount.value} ${amount.currency}`, () => {
      assert.throws(() => toRefundRequest(paid, aRefund({ amount })), { name: 'GatewayError', kind: 'rejected' });
    });
  }
});

describe('the answer to refund', () => {
  const answer = (status: string, code: string, fields?: object) =>
    fromRefund(refund, parseRefundResponse(message(status, code, fields)));

  it('is processing after S: taken on, not made', () => {
    assert.deepEqual(answer('S', 'SUCCESS'), { ...known, outcome: 'processing' });
  });

  it('is processing after REFUND_IN_PROCESS, whatever its status: it is not to be repeated', () => {
    assert.deepEqual(answer('U', 'REFUND_IN_PROCESS', {}), { refundId: refund.id, outcome: 'processing' });
    assert.deepEqual(answer('F', 'REFUND_IN_PROCESS', {}), { refundId: refund.id, outcome: 'processing' });
  });

  for (const code of [
    ...['MERCHANT_BALANCE_NOT_ENOUGH', 'REFUND_AMOUNT_EXCEED', 'REFUND_WINDOW_EXCEED'],
    ...['MULTIPLE_REFUNDS_NOT_SUPPORTED', 'PARTIAL_REFUND_NOT_SUPPORTED', 'REFUND_NOT_SUPPORTED'],
    ...['PAYMENT_METHOD_NOT_SUPPORTED', 'ORDER_IS_CANCELED', 'ORDER_IS_CLOSED', 'ORDER_STATUS_INVALID'],
    ...['ORDER_NOT_EXIST', 'CURRENCY_NOT_SUPPORT', 'A_CODE_OF_NEXT_YEAR'],
  ]) {
    it(`ends the refund after F ${code}`, () => {
      const rejected = { name: 'GatewayError', kind: 'rejected', gatewayCode: code };
      assert.throws(() => answer('F', code, {}), rejected);
    });
  }

  for (const [status, code] of [
    ['U', 'UNKNOWN_EXCEPTION'],
    ['U', 'REQUEST_TRAFFIC_EXCEED_LIMIT'],
    ['U', ''],
    ['A', 'ACCEPT'],
    // They come as an F, and still do not prove that no money moves.
    ['F', 'SYSTEM_ERROR'],
    ['F', 'PROCESS_FAIL'],
    ['F', 'REPEAT_REQ_INCONSISTENT'],
  ] as const) {
    it(`leaves the refund unknown after ${status} ${code}`, () => {
      const unknown = { name: 'GatewayError', kind: 'unknown', gatewayCode: code };
      assert.throws(() => answer(status, code, {}), unknown);
    });
  }

  for (const code of CONFIGURATION) {
    it(`is for the operator after F ${code}`, () => {
      const misconfigured = { name: 'GatewayError', kind: 'misconfigured', gatewayCode: code };
      assert.throws(() => answer('F', code, {}), misconfigured);
    });
  }

  it('leaves the refund unknown where it is about another, or about none', () => {
    for (const refundRequestId of ['RefundRefundRefundRef002', null]) {
      assert.throws(() => answer('S', 'SUCCESS', { ...ids, refundRequestId }), { kind: 'unknown' });
    }
  });
});

describe('the answer to an inquiry of a refund', () => {
  const answer = (status: string, code: string, fields?: object) =>
    fromRefundInquiry(refund, parseInquiryRefundResponse(message(status, code, fields)));

  for (const [status, outcome] of [
    ['SUCCESS', 'success'],
    ['PROCESSING', 'processing'],
    ['FAIL', 'failed'],
    ['PENDING', 'processing'],
    ['A_STATUS_OF_NEXT_YEAR', 'processing'],
    [undefined, 'processing'],
  ] as [string | undefined, RefundEvidence['outcome']][]) {
    it(`is ${outcome} for ${status}`, () => {
      assert.deepEqual(answer('S', 'SUCCESS', { ...ids, refundStatus: status }), { ...known, outcome });
    });
  }

  it('is nothing where there is no such refund', () => assert.equal(answer('F', 'ORDER_NOT_EXIST', {}), null));

  it('says nothing of the refund where the inquiry itself failed', () => {
    const fields = { ...ids, refundStatus: 'FAIL' };
    for (const [status, code] of [
      ['F', 'PROCESS_FAIL'],
      ['F', 'A_CODE_OF_NEXT_YEAR'],
      ['U', 'UNKNOWN_EXCEPTION'],
      ['U', 'ORDER_NOT_EXIST'],
    ] as const) {
      assert.throws(() => answer(status, code, fields), { name: 'GatewayError', kind: 'unknown', gatewayCode: code });
    }
    assert.throws(() => answer('F', 'ACCESS_DENIED', {}), { name: 'GatewayError', kind: 'misconfigured' });
  });

  it('is not believed where it is about another refund, or does not say how much was returned', () => {
    const paidBack = { ...ids, refundStatus: 'SUCCESS' };
    for (const change of [{ refundRequestId: 'RefundRefundRefundRef002' }, { refundRequestId: null }]) {
      assert.throws(() => answer('S', 'SUCCESS', { ...paidBack, ...change }), { kind: 'unknown' });
    }
    for (const refundAmount of [null, { currency: 'USD', value: '3.14' }]) {
      assert.throws(() => answer('S', 'SUCCESS', { ...paidBack, refundAmount }), { kind: 'unknown' });
    }
  });
});
