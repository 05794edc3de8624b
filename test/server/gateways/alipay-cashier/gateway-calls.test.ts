import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookupOf } from '../../../support/gateway-payments.ts';
import { answeringGateway, aPayment, aRefund, signedHeaders } from './fixtures.ts';

const payment = aPayment({ gatewayReference: '202611211940108001001880000000001' });
const refund = aRefund({ reason: 'one box missing' });
const success = { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'Success' };
const refunded = {
  refundRequestId: refund.id,
  refundId: '202611221940108013001880000000007',
  refundAmount: { currency: 'USD', value: '314' },
};
const evidence = {
  refundId: refund.id,
  gatewayReference: refunded.refundId,
  amount: { currency: 'USD', value: 314, exponent: 2 },
};

/** An adapter whose gateway gives the answer to the endpoint that is called, signed, and keeps what it was asked. */
function setup(answers: Record<string, object>, options = {}) {
  const requests: { target: string; body: unknown }[] = [];
  const gateway = answeringGateway(async (target, request) => {
    requests.push({ target, body: await request.json() });
    const answer = answers[target.split('/').at(-1)!];
    assert.ok(answer, `${target} was not to be called`);
    const body = JSON.stringify(answer);
    return new Response(body, { headers: signedHeaders(target, body) });
  }, options);
  return { gateway, requests };
}

describe('refunding a payment', () => {
  it('asks for it by our id, and is processing until Alipay says more', async () => {
    const { gateway, requests } = setup({ refund: { result: success, ...refunded } });
    assert.deepEqual(await gateway.refundPayment(payment, refund), { ...evidence, outcome: 'processing' });
    assert.deepEqual(requests, [
      {
        target: '/ams/sandbox/api/v1/payments/refund',
        body: {
          refundRequestId: refund.id,
          paymentId: payment.gatewayReference,
          refundAmount: { currency: 'USD', value: '314' },
          refundReason: 'one box missing',
          refundNotifyUrl: 'https://shop.example/alipay/notifications/asia',
        },
      },
    ]);
  });

  it('says the same when it is repeated', async () => {
    const { gateway, requests } = setup({ refund: { result: success, ...refunded } });
    const first = await gateway.refundPayment(payment, refund);
    assert.deepEqual(await gateway.refundPayment(payment, refund), first);
    assert.deepEqual(requests[0], requests[1]);
  });

  it('is refused with the gateway’s own code', async () => {
    const result = { resultStatus: 'F', resultCode: 'REFUND_WINDOW_EXCEED', resultMessage: '' };
    const { gateway } = setup({ refund: { result } });
    await assert.rejects(gateway.refundPayment(payment, refund), {
      name: 'GatewayError',
      kind: 'rejected',
      gatewayCode: 'REFUND_WINDOW_EXCEED',
    });
  });

  it('asks for nothing where there is nothing to ask for', async () => {
    const { gateway, requests } = setup({});
    const nothing = aRefund({ amount: { currency: 'USD', value: 0, exponent: 2 } });
    await assert.rejects(gateway.refundPayment(payment, nothing), { kind: 'rejected' });
    await assert.rejects(gateway.refundPayment(aPayment(), refund), { kind: 'rejected' });
    assert.deepEqual(requests, []);
  });
});

describe('following a refund', () => {
  it('asks by our id, within the merchant’s account', async () => {
    const { gateway, requests } = setup(
      { inquiryRefund: { result: success, refundStatus: 'SUCCESS', ...refunded } },
      { merchantAccountId: 'site-2' },
    );
    const known = aRefund({ gatewayReference: refunded.refundId });
    assert.deepEqual(await gateway.retrieveRefund(payment, known), { ...evidence, outcome: 'success' });
    assert.deepEqual(requests, [
      {
        target: '/ams/sandbox/api/v1/payments/inquiryRefund',
        body: { refundRequestId: refund.id, merchantAccountId: 'site-2' },
      },
    ]);
  });

  it('finds nothing where the gateway has no such refund', async () => {
    const result = { resultStatus: 'F', resultCode: 'ORDER_NOT_EXIST', resultMessage: '' };
    const { gateway } = setup({ inquiryRefund: { result } });
    assert.equal(await gateway.retrieveRefund(payment, refund), null);
  });

  it('hears by notification what an inquiry would tell', async () => {
    const answer = { result: success, refundStatus: 'SUCCESS', ...refunded };
    const { gateway } = setup({ inquiryRefund: answer });
    const target = '/alipay/notifications/asia';
    const text = JSON.stringify({ notifyType: 'REFUND_RESULT', ...answer });
    const headers = signedHeaders(target, text, { timeHeader: 'request-time' });
    const body = new TextEncoder().encode(text);
    const notice = await gateway.readNotification({ method: 'POST', target, headers, body }, lookupOf(payment));
    assert.deepEqual(notice, { refund: await gateway.retrieveRefund(payment, refund) });
  });
});

describe('following and cancelling a payment', () => {
  it('asks within the merchant’s account', async () => {
    const facts = { paymentRequestId: payment.id, paymentStatus: 'PROCESSING' };
    const { gateway, requests } = setup(
      { inquiryPayment: { result: success, ...facts }, cancel: { result: success, ...facts } },
      { merchantAccountId: 'site-2' },
    );
    await gateway.retrievePayment(payment);
    await gateway.cancelPayment(payment);
    const body = { paymentRequestId: payment.id, merchantAccountId: 'site-2' };
    assert.deepEqual(requests, [
      { target: '/ams/sandbox/api/v1/payments/inquiryPayment', body },
      { target: '/ams/sandbox/api/v1/payments/cancel', body },
    ]);
  });
});

describe('listing the wallets', () => {
  it('asks for those that the merchant allows, and answers in the shopper’s language', async () => {
    const option = { paymentMethodType: 'GCASH', paymentMethodRegion: ['PH'], enabled: true };
    const paymentOptions = [{ ...option, promoNames: ['{"en_US":"5 off","zh_CN":"立减5元"}'] }];
    const { gateway, requests } = setup(
      { consult: { result: success, paymentOptions } },
      { wallets: ['ALIPAY_CN', 'GCASH'] },
    );
    const { amount } = payment;
    assert.deepEqual(
      await gateway.listWallets?.({ amount, terminal: 'WAP', os: 'IOS', locale: 'zh-CN', buyerCountry: 'PH' }),
      [{ id: 'GCASH', name: 'GCash', region: 'PH', promotion: '立减5元', available: true }],
    );
    assert.deepEqual(requests, [
      {
        target: '/ams/sandbox/api/v1/payments/consult',
        body: {
          productCode: 'CASHIER_PAYMENT',
          paymentAmount: { currency: 'USD', value: '1314' },
          env: { terminalType: 'WAP', osType: 'IOS' },
          settlementStrategy: { settlementCurrency: 'USD' },
          userRegion: 'PH',
          allowedPaymentMethods: ['ALIPAY_CN', 'GCASH'],
        },
      },
    ]);
  });
});
