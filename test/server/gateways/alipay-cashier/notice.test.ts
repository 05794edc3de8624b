import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromNotification } from '../../../../src/server/gateways/alipay-cashier/notice.ts';
import { parseNotification } from '../../../../src/server/gateways/alipay-cashier/parsers/notification.ts';
import type { Evidence, RefundEvidence } from '../../../../src/server/gateway.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { aPayment, aRefund } from './fixtures.ts';
import { REASONS } from './result-code-tables.ts';

const payment = aPayment();
const ids = {
  paymentRequestId: payment.id,
  paymentId: '202611211940108001001880000000001',
  paymentAmount: { currency: 'USD', value: '1314' },
};
const known = {
  paymentId: payment.id,
  gatewayReference: ids.paymentId,
  amount: { currency: 'USD', value: 1314, exponent: 2 },
};
const refused = { name: 'NotificationRefused', status: 400 };

const read = (body: object, expiresAtMs?: number) =>
  fromNotification(parseNotification(body), lookupOf(aPayment({ expiresAtMs })), NOW_MS);

describe('a notification of a payment', () => {
  const notify = (notifyType: string, status: string, code: string, fields: object = {}, expiresAtMs?: number) =>
    read(
      { notifyType, result: { resultStatus: status, resultCode: code, resultMessage: '' }, ...ids, ...fields },
      expiresAtMs,
    );

  const rows: [type: string, status: string, code: string, evidence: Partial<Evidence>][] = [
    ['PAYMENT_RESULT', 'S', 'SUCCESS', { outcome: 'success' }],
    ['PAYMENT_RESULT', 'F', 'ORDER_IS_CLOSED', { outcome: 'expired' }],
    ['PAYMENT_RESULT', 'U', 'UNKNOWN_EXCEPTION', { outcome: 'awaiting' }],
    ['PAYMENT_PENDING', 'S', 'SUCCESS', { outcome: 'processing' }],
    ['PAYMENT_PENDING', 'F', 'PROCESS_FAIL', { outcome: 'awaiting' }],
  ];
  for (const [type, status, code, evidence] of rows) {
    it(`${type} with ${status} ${code} is ${evidence.outcome}`, async () => {
      assert.deepEqual(await notify(type, status, code), { payment: { ...known, ...evidence } });
    });
  }

  for (const [code, reason] of Object.entries(REASONS)) {
    it(`PAYMENT_RESULT with F ${code} is failed as ${reason}`, async () => {
      assert.deepEqual(await notify('PAYMENT_RESULT', 'F', code), { payment: { ...known, outcome: 'failed', reason } });
    });
  }

  it('PAYMENT_RESULT with F and no reason is expired once the payment’s time is known to be over', async () => {
    const outcome = async (expiresAtMs?: number) => {
      const notice = await notify('PAYMENT_RESULT', 'F', '', {}, expiresAtMs);
      return notice && 'payment' in notice && notice.payment.outcome;
    };
    assert.equal(await outcome(NOW_MS), 'expired');
    assert.equal(await outcome(NOW_MS + 1), 'failed');
    assert.equal(await outcome(), 'failed');
  });

  it('is refused where it names no payment, or a success without its amount', async () => {
    await assert.rejects(notify('PAYMENT_RESULT', 'S', 'SUCCESS', { paymentRequestId: '' }), refused);
    const paymentAmount = { currency: 'USD', value: '1e3' };
    await assert.rejects(notify('PAYMENT_RESULT', 'S', 'SUCCESS', { paymentAmount }), refused);
  });

  it('is read with numbers where the documents have strings, and null where a field is absent', async () => {
    const fields = { paymentAmount: { currency: 'USD', value: 1314 }, paymentTime: null };
    assert.deepEqual(await notify('PAYMENT_RESULT', 'S', 'SUCCESS', fields), {
      payment: { ...known, outcome: 'success' },
    });
  });
});

describe('a notification of a refund', () => {
  const refundId = '202611221940108013001880000000007';
  const notify = (refundStatus: string | undefined, resultStatus: string, fields: object = {}) =>
    read({
      notifyType: 'REFUND_RESULT',
      result: { resultStatus, resultCode: resultStatus === 'S' ? 'SUCCESS' : 'RISK_REJECT', resultMessage: '' },
      refundStatus,
      refundRequestId: aRefund().id,
      refundId,
      refundAmount: { currency: 'USD', value: '314' },
      ...fields,
    });
  const evidence = {
    refundId: aRefund().id,
    gatewayReference: refundId,
    amount: { currency: 'USD', value: 314, exponent: 2 },
  };

  const rows: [status: string | undefined, result: string, expected: Partial<RefundEvidence>][] = [
    ['SUCCESS', 'S', { outcome: 'success' }],
    ['FAIL', 'S', { outcome: 'failed' }],
    ['FAIL', 'F', { outcome: 'failed', gatewayCode: 'RISK_REJECT' }],
    ['SUCCESS', 'F', { outcome: 'processing' }],
    ['SUCCESS', 'U', { outcome: 'processing' }],
    ['PROCESSING', 'S', { outcome: 'processing' }],
    ['A_STATUS_OF_NEXT_YEAR', 'F', { outcome: 'processing' }],
    [undefined, 'S', { outcome: 'processing' }],
    [undefined, 'F', { outcome: 'processing' }],
  ];
  for (const [status, result, expected] of rows) {
    it(`${status} with ${result} is ${expected.outcome}`, async () => {
      assert.deepEqual(await notify(status, result), { refund: { ...evidence, ...expected } });
    });
  }

  it('is refused where it names no refund, or a success without its amount', async () => {
    await assert.rejects(notify('SUCCESS', 'S', { refundRequestId: null }), refused);
    for (const refundAmount of [undefined, { currency: 'USD' }, { currency: 'USD', value: '-314' }]) {
      await assert.rejects(notify('SUCCESS', 'S', { refundAmount }), refused);
    }
  });
});

describe('a notification of something else', () => {
  const others: [name: string, body: object][] = [
    ['a capture', { notifyType: 'CAPTURE_RESULT', ...ids }],
    ['a changed amount', { notifyType: 'UPDATE_AMOUNT_RESULT', ...ids }],
    [
      'a merchant’s registration',
      { registrationRequestId: 'REG-7', registrationResult: { registrationStatus: 'COMPLETED' } },
    ],
    ['a payment whose kind is not said', ids],
    ['a list', []],
  ];
  for (const [name, body] of others)
    it(`such as ${name} is about nothing of ours`, async () => assert.equal(await read(body), null));
});
