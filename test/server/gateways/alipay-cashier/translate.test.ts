import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  parseCancelResponse,
  parseInquiryPaymentResponse,
  parsePayResponse,
} from '../../../../src/server/gateways/alipay-cashier/parsers/payment.ts';
import { fromCancel, fromInquiry, fromPay } from '../../../../src/server/gateways/alipay-cashier/translate.ts';
import type { Evidence, FailureReason, GatewayError } from '../../../../src/server/gateway.ts';
import { NOW_MS } from '../../../support/gateway-payments.ts';
import { aPayment } from './fixtures.ts';
import { CONFIGURATION, REASONS } from './result-code-tables.ts';

type Status = 'S' | 'F' | 'U';
type Call = (status: Status, code: string, fields?: object) => unknown;

const payment = aPayment();
const USD_1314 = { currency: 'USD', value: 1314, exponent: 2 };
const ids = {
  paymentRequestId: payment.id,
  paymentId: '202611211940108001001880000000001',
  paymentAmount: { currency: 'USD', value: '1314' },
};
const known = { paymentId: payment.id, gatewayReference: ids.paymentId, amount: USD_1314 };
const message = (status: string, code: string, fields: object = ids) => ({
  result: { resultStatus: status, resultCode: code, resultMessage: 'for logs' },
  ...fields,
});

const pay: Call = (...parts) => fromPay(payment, parsePayResponse(message(...parts)));
const inquire: Call = (...parts) => fromInquiry(payment, parseInquiryPaymentResponse(message(...parts)), NOW_MS);
const cancel: Call = (...parts) => fromCancel(payment, parseCancelResponse(message(...parts)));

const fails = (call: () => unknown, kind: GatewayError['kind'], reason?: FailureReason, gatewayCode?: string) =>
  assert.throws(call, (error: GatewayError) => {
    assert.equal(error.name, 'GatewayError', error.stack);
    assert.equal(error.kind, kind);
    if (reason) assert.equal(error.reason, reason);
    if (gatewayCode) assert.equal(error.gatewayCode, gatewayCode);
    return true;
  });

describe('the answer to pay', () => {
  it('is a success where it is paid already', () => {
    assert.deepEqual(pay('S', 'SUCCESS'), { ...known, outcome: 'success' });
  });

  it('awaits the shopper where it hands out an address', () => {
    const evidence = pay('U', 'PAYMENT_IN_PROCESS', { ...ids, normalUrl: 'https://cashier.example/' }) as Evidence;
    assert.deepEqual(evidence, {
      ...known,
      outcome: 'awaiting',
      action: { redirect: { url: 'https://cashier.example/', method: 'GET' } },
      expiresAtMs: NOW_MS + 14 * 60_000,
    });
  });

  it('awaits without an action where it hands out none', () => {
    const { outcome, action } = pay('U', 'PAYMENT_IN_PROCESS') as Evidence;
    assert.deepEqual({ outcome, action }, { outcome: 'awaiting', action: undefined });
  });

  for (const [status, code] of [
    ['U', 'UNKNOWN_EXCEPTION'],
    ['U', 'REQUEST_TRAFFIC_EXCEED_LIMIT'],
    ['U', ''],
    ['A', 'ACCEPT'],
    ['F', 'REPEAT_REQ_INCONSISTENT'],
    ['F', 'ORDER_IS_CLOSED'],
    ['F', 'ORDER_IS_CANCELED'],
  ] as [Status, string][]) {
    it(`leaves the payment unknown after ${status} ${code}`, () =>
      fails(() => pay(status, code), 'unknown', 'unknown', code));
  }

  for (const code of CONFIGURATION) {
    it(`is for the operator after F ${code}`, () => fails(() => pay('F', code, {}), 'misconfigured', undefined, code));
  }

  for (const [code, reason] of Object.entries(REASONS)) {
    it(`ends the payment as ${reason} after F ${code}`, () =>
      fails(() => pay('F', code, {}), 'rejected', reason, code));
  }

  it('leaves the payment unknown where it is about another, or about none', () => {
    for (const paymentRequestId of ['PaymentPaymentPayment002', undefined]) {
      fails(() => pay('U', 'PAYMENT_IN_PROCESS', { ...ids, paymentRequestId }), 'unknown');
      fails(() => pay('S', 'SUCCESS', { ...ids, paymentRequestId }), 'unknown');
    }
  });

  it('leaves the payment unknown where it does not say how much was paid', () => {
    for (const paymentAmount of [undefined, null, { currency: 'USD' }, { currency: 'USD', value: '13.14' }]) {
      fails(() => pay('S', 'SUCCESS', { ...ids, paymentAmount }), 'unknown');
    }
  });
});

describe('the answer to an inquiry', () => {
  const state = (paymentStatus: unknown, fields: object = {}) =>
    inquire('S', 'SUCCESS', { ...ids, paymentStatus, ...fields }) as Evidence;

  for (const [status, outcome] of [
    ['SUCCESS', 'success'],
    ['PROCESSING', 'awaiting'],
    ['PENDING', 'processing'],
    ['CANCELLED', 'cancelled'],
    ['A_STATUS_OF_NEXT_YEAR', 'awaiting'],
    [undefined, 'awaiting'],
  ] as [string | undefined, Evidence['outcome']][]) {
    it(`is ${outcome} for ${status}`, () => {
      const evidence = state(status);
      assert.equal(evidence.outcome, outcome);
      assert.deepEqual(evidence.amount, USD_1314);
      assert.equal(evidence.gatewayReference, ids.paymentId);
    });
  }

  for (const [code, reason] of Object.entries({ ...REASONS, PARAM_ILLEGAL: 'gateway_error' })) {
    it(`is failed as ${reason} for FAIL with ${code}`, () => {
      assert.deepEqual(state('FAIL', { paymentResultCode: code }), { ...known, outcome: 'failed', reason });
    });
  }

  it('is expired for FAIL with the code of a closed order', () => {
    assert.deepEqual(state('FAIL', { paymentResultCode: 'ORDER_IS_CLOSED' }), { ...known, outcome: 'expired' });
  });

  it('is expired for FAIL without a reason once the payment’s time is over, and failed before', () => {
    for (const paymentResultCode of [undefined, null, '', 'SUCCESS', 'PAYMENT_IN_PROCESS']) {
      const answer = parseInquiryPaymentResponse(
        message('S', 'SUCCESS', { ...ids, paymentStatus: 'FAIL', paymentResultCode }),
      );
      const outcomeAt = (nowMs: number, expiresAtMs?: number) =>
        fromInquiry(aPayment({ expiresAtMs }), answer, nowMs)?.outcome;
      assert.equal(outcomeAt(NOW_MS + 60_000, NOW_MS + 60_000), 'expired');
      assert.equal(outcomeAt(NOW_MS + 59_999, NOW_MS + 60_000), 'failed');
      assert.equal(outcomeAt(NOW_MS + 14 * 60_000), 'expired');
    }
  });

  it('is failed for FAIL with a reason, however late', () => {
    const paymentResultCode = 'RISK_REJECT';
    const answer = parseInquiryPaymentResponse(
      message('S', 'SUCCESS', { ...ids, paymentStatus: 'FAIL', paymentResultCode }),
    );
    assert.equal(fromInquiry(payment, answer, NOW_MS + 3_600_000)?.outcome, 'failed');
  });

  it('is nothing where there is no such payment', () => assert.equal(inquire('F', 'ORDER_NOT_EXIST', {}), null));

  it('says nothing of the payment where the inquiry itself failed', () => {
    for (const code of ['PROCESS_FAIL', 'ORDER_IS_CLOSED', 'RISK_REJECT', 'A_CODE_OF_NEXT_YEAR']) {
      fails(() => inquire('F', code, { ...ids, paymentStatus: 'FAIL' }), 'unknown');
    }
    fails(() => inquire('U', 'UNKNOWN_EXCEPTION', { ...ids, paymentStatus: 'SUCCESS' }), 'unknown');
    fails(() => inquire('F', 'ACCESS_DENIED', {}), 'misconfigured');
  });

  it('is not believed where it is about another payment, or does not say how much was paid', () => {
    fails(() => state('SUCCESS', { paymentRequestId: 'PaymentPaymentPayment002' }), 'unknown');
    fails(() => state('CANCELLED', { paymentRequestId: null }), 'unknown');
    fails(() => state('SUCCESS', { paymentAmount: null }), 'unknown');
  });

  it('hands out its address only where the answer to pay was lost', () => {
    const answer = parseInquiryPaymentResponse(
      message('S', 'SUCCESS', {
        ...ids,
        paymentStatus: 'PROCESSING',
        redirectActionForm: { method: 'GET', redirectUrl: 'https://cashier.example/' },
      }),
    );
    const lost = fromInquiry(payment, answer, NOW_MS);
    assert.deepEqual(lost?.action, { redirect: { url: 'https://cashier.example/', method: 'GET' } });
    assert.equal(lost?.expiresAtMs, NOW_MS + 14 * 60_000);
    const read = fromInquiry(aPayment({ gatewayReference: ids.paymentId }), answer, NOW_MS);
    assert.deepEqual(read, { ...known, outcome: 'awaiting' });
  });
});

describe('the answer to a cancel', () => {
  it('says that it took place', () => assert.equal(cancel('S', 'SUCCESS'), 'cancelled'));

  for (const code of [
    ...['ORDER_NOT_EXIST', 'ORDER_STATUS_INVALID', 'MERCHANT_BALANCE_NOT_ENOUGH', 'PAYMENT_METHOD_NOT_SUPPORTED'],
    ...['PROCESS_FAIL', 'CANCEL_WINDOW_EXCEED', 'A_CODE_OF_NEXT_YEAR'],
  ]) {
    it(`says that it is refused after F ${code}`, () => assert.equal(cancel('F', code, {}), 'refused'));
  }

  it('leaves it unknown where Alipay cannot say', () => {
    fails(() => cancel('U', 'UNKNOWN_EXCEPTION', {}), 'unknown');
    fails(() => cancel('F', 'SYSTEM_ERROR', {}), 'unknown');
    fails(() => cancel('S', 'SUCCESS', { ...ids, paymentRequestId: 'PaymentPaymentPayment002' }), 'unknown');
  });

  it('is for the operator where the set-up is at fault', () => {
    for (const code of CONFIGURATION) fails(() => cancel('F', code, {}), 'misconfigured', undefined, code);
  });
});
