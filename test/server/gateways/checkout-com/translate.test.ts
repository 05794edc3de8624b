import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePayment } from '../../../../src/server/gateways/checkout-com/parse-messages.ts';
import { fromPayment, fromRequest } from '../../../../src/server/gateways/checkout-com/translate.ts';
import type { GatewayPayment } from '../../../../src/server/gateway.ts';
import { aPayment, CASHIER, details, PAY_ID, pending } from './fixtures.ts';

const inquired = (fields: object, payment: Partial<GatewayPayment> = { gatewayReference: PAY_ID }) =>
  fromPayment(aPayment(payment), parsePayment(details(fields)));
const requested = (fields: object) => fromRequest(aPayment(), parsePayment({ ...pending, ...fields }));
const redirecting = (href: unknown) => ({ _links: { redirect: { href } } });

describe('the status of a payment', () => {
  for (const [status, outcome] of [
    ['Pending', 'awaiting'],
    ['Active', 'awaiting'],
    ['Requested', 'awaiting'],
    ['Authentication Requested', 'awaiting'],
    ['Authorized', 'processing'],
    ['Partially Captured', 'processing'],
    ['Retry Scheduled', 'processing'],
    ['Captured', 'success'],
    ['Partially Refunded', 'success'],
    ['Refunded', 'success'],
    ['Voided', 'expired'],
    ['Canceled', 'cancelled'],
    ['Expired', 'expired'],
    ['Declined', 'failed'],
    ['Paid', 'awaiting'],
    ['Card Verified', 'awaiting'],
    ['A status of next year', 'awaiting'],
    ['captured', 'awaiting'],
    ['', 'awaiting'],
    [null, 'awaiting'],
  ]) {
    it(`is ${outcome} for ${status}`, () => {
      const { amount, ...evidence } = inquired({ status });
      assert.deepEqual(amount, { currency: 'HKD', value: 2000, exponent: 2 });
      assert.deepEqual(
        [evidence.paymentId, evidence.gatewayReference, evidence.outcome],
        [aPayment().id, PAY_ID, outcome],
      );
    });
  }

  it('counts, not the approval: while the shopper is on the way that may be false', () => {
    assert.equal(inquired({ approved: false }).outcome, 'awaiting');
    assert.equal(inquired({ approved: true }).outcome, 'awaiting');
  });

  for (const [code, reason] of [
    ['20005', 'declined'],
    ['20051', 'insufficient_funds'],
    ['20061', 'limit_exceeded'],
    ['30004', 'declined'],
    ['40101', 'risk_rejected'],
    ['50000', 'unknown'],
    [20051, 'insufficient_funds'],
    [undefined, 'declined'],
  ] as const) {
    it(`is failed as ${reason} where it is Declined with ${code}`, () => {
      assert.equal(inquired({ status: 'Declined', response_code: code }).reason, reason);
    });
  }

  it('is no success without how much was paid', () => {
    for (const fields of [
      { amount: null },
      { amount: 20.5 },
      { amount: '2e3' },
      { currency: null },
      { currency: 'hkd' },
    ]) {
      assert.throws(() => inquired({ status: 'Captured', ...fields }), { kind: 'unknown' });
    }
  });

  it('is told with the amount that the gateway names, be it another than ours', () => {
    assert.deepEqual(inquired({ status: 'Captured', amount: 1 }).amount, { currency: 'HKD', value: 1, exponent: 2 });
  });

  it('is not believed of another payment', () => {
    const unknown = { kind: 'unknown', message: /not about this payment/ };
    assert.throws(() => inquired({ status: 'Captured', id: 'pay_other' }), unknown);
    assert.throws(() => inquired({ status: 'Captured', id: null }, {}), unknown);
    assert.throws(() => inquired({ status: 'Captured', reference: 'PaymentPaymentPayment002' }), unknown);
  });

  it('is believed without a reference, of the very id that was asked for', () => {
    assert.equal(inquired({ status: 'Captured', reference: undefined }).outcome, 'success');
  });
});

describe('the address to send the shopper to', () => {
  it('is the one of the answer, and never a code to scan', () => {
    assert.deepEqual(requested({}).action, { redirect: { url: CASHIER, method: 'GET' } });
  });

  it('is taken from an inquiry that has one', () => {
    assert.deepEqual(inquired(redirecting(CASHIER)).action, { redirect: { url: CASHIER, method: 'GET' } });
  });

  it('is of no use once the payment is on its way', () => {
    assert.equal(inquired({ status: 'Authorized', ...redirecting(CASHIER) }).action, undefined);
  });

  for (const href of [
    undefined,
    '',
    'javascript:alert(1)',
    'http://sandbox.checkout.com/',
    'alipays://platformapi/startapp',
    'https://user:password@checkout.com/',
    'not an address',
    `https://sandbox.checkout.com/${'x'.repeat(2048)}`,
  ]) {
    it(`is not ${href?.slice(0, 60)}`, () => {
      assert.throws(() => requested(redirecting(href)), { kind: 'unknown', message: /no address/ });
    });
  }
});

describe('the answer to a request', () => {
  it('is a refusal where it is not approved and leads nowhere', () => {
    const { outcome, reason } = requested({ status: undefined, approved: false, response_code: '30020', _links: {} });
    assert.deepEqual([outcome, reason], ['failed', 'declined']);
  });

  it('is no refusal where the shopper can still pay', () => {
    assert.equal(requested({ approved: false }).outcome, 'awaiting');
  });
});
