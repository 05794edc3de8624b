import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sqliteStorage } from '../../demo/gateways/alipay-cashier/index.ts';
import { aPay, aRefund, type Fixture, NOTIFY_URL, paid, setup } from './support/sandbox.ts';

const DAY_MS = 86_400_000;

describe('refunding at the Alipay sandbox', () => {
  it('answers with its own id, and tells the shop afterwards what has become of it', async () => {
    const { fixture, paymentId } = await setupPaid();
    const { call, time, received } = fixture;
    const { body, signed } = await call('refund', aRefund(paymentId));
    assert.equal(signed, true);
    const { refundId, ...rest } = body;
    assert.match(String(refundId), /^20261121\d{25}$/);
    assert.deepEqual(rest, {
      result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' },
      refundRequestId: 'RF-1',
      paymentId,
      refundAmount: { currency: 'USD', value: '314' },
      refundTime: '2026-11-21T04:30:02-08:00',
    });
    assert.equal(received.length, 1, 'it was told before it was answered');
    await time.advance(0);
    const { genuine, body: notice } = received.at(-1)!;
    assert.equal(genuine, true);
    assert.deepEqual(notice, {
      notifyType: 'REFUND_RESULT',
      result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' },
      refundStatus: 'SUCCESS',
      refundRequestId: 'RF-1',
      refundId,
      refundAmount: { currency: 'USD', value: '314' },
      refundTime: '2026-11-21T04:30:02-08:00',
    });
  });

  it('is in progress until the panel says what becomes of it, where that is wanted', async () => {
    const { fixture, paymentId } = await setupPaid();
    const { call, panel, payment, time, received } = fixture;
    await panel('faults', { refunds: 'manual' });
    const { body } = await call('refund', aRefund(paymentId));
    assert.deepEqual(body, {
      result: {
        resultStatus: 'U',
        resultCode: 'REFUND_IN_PROCESS',
        resultMessage: 'The refund is being processed.',
      },
    });
    const inquiry = await call('inquiryRefund', { refundRequestId: 'RF-1' });
    assert.deepEqual([inquiry.body['refundStatus'], 'refundTime' in inquiry.body], ['PROCESSING', false]);
    assert.equal((await panel('refunds/RF-1/burn', {})).status, 409);
    assert.equal((await panel('refunds/RF-404/succeed', {})).status, 404);
    assert.equal((await panel('refunds/RF-1/succeed', {})).status, 200);
    assert.equal((await panel('refunds/RF-1/fail', {})).status, 409);
    await time.advance(0);
    assert.equal(received.at(-1)?.body['refundStatus'], 'SUCCESS');
    assert.deepEqual((await payment()).refunds, [
      {
        reference: 'RF-1',
        gatewayReference: inquiry.body['refundId'],
        status: 'SUCCESS',
        value: '314',
        isSettled: true,
      },
    ]);
    const repeated = await call('refund', aRefund(paymentId));
    assert.equal(repeated.body.result.resultStatus, 'S');
  });

  it('may fail in the end, and leaves its money to be refunded again', async () => {
    const { fixture, paymentId } = await setupPaid();
    const { call, panel, time, received } = fixture;
    await panel('faults', { refunds: 'manual' });
    const whole = { currency: 'USD', value: '1314' };
    await call('refund', aRefund(paymentId, { refundAmount: whole }));
    const early = await call('refund', aRefund(paymentId, { refundRequestId: 'RF-2' }));
    assert.equal(early.body.result.resultCode, 'REFUND_AMOUNT_EXCEED');
    await panel('refunds/RF-1/fail', {});
    await time.advance(0);
    const { result, refundStatus } = received.at(-1)!.body;
    assert.deepEqual([result.resultStatus, result.resultCode, refundStatus], ['F', 'PROCESS_FAIL', 'FAIL']);
    const repeated = await call('refund', aRefund(paymentId, { refundAmount: whole }));
    assert.deepEqual([repeated.body.result.resultStatus, repeated.body.result.resultCode], ['F', 'PROCESS_FAIL']);
    await panel('faults', { refunds: 'auto' });
    const again = await call('refund', aRefund(paymentId, { refundRequestId: 'RF-2', refundAmount: whole }));
    assert.equal(again.body.result.resultStatus, 'S');
  });

  it('answers a repeated request with the same refund, and refuses the same id for another', async () => {
    const { fixture, paymentId } = await setupPaid();
    const { call, time, received, payment } = fixture;
    const first = await call('refund', aRefund(paymentId));
    await time.advance(60_000);
    const second = await call('refund', aRefund(paymentId));
    assert.deepEqual(second.body, first.body);
    await time.advance(0);
    assert.equal(received.filter(({ body }) => body.notifyType === 'REFUND_RESULT').length, 1);
    const other = await call('refund', aRefund(paymentId, { refundAmount: { currency: 'USD', value: '315' } }));
    assert.equal(other.body.result.resultCode, 'REPEAT_REQ_INCONSISTENT');
    const elsewhere = await call('refund', aRefund('another'));
    assert.equal(elsewhere.body.result.resultCode, 'REPEAT_REQ_INCONSISTENT');
    assert.equal((await payment()).refunds.length, 1);
  });

  it('gives back what was paid, in parts, and not a cent more', async () => {
    const { fixture, paymentId } = await setupPaid();
    const { call } = fixture;
    const part = async (refundRequestId: string, value: string) =>
      (await call('refund', aRefund(paymentId, { refundRequestId, refundAmount: { currency: 'USD', value } }))).body
        .result.resultCode;
    assert.equal(await part('RF-1', '314'), 'SUCCESS');
    assert.equal(await part('RF-2', '1001'), 'REFUND_AMOUNT_EXCEED');
    assert.equal(await part('RF-2', '1000'), 'SUCCESS');
    assert.equal(await part('RF-3', '1'), 'REFUND_AMOUNT_EXCEED');
  });

  it('is listed by the inquiry of its payment, which stays paid', async () => {
    const { fixture, paymentId } = await setupPaid();
    const { call, payment } = fixture;
    const before = await call('inquiryPayment', { paymentId });
    assert.equal(before.body['transactions'], null);
    const { body: refund } = await call('refund', aRefund(paymentId));
    const { body } = await call('inquiryPayment', { paymentId });
    assert.equal(body['paymentStatus'], 'SUCCESS');
    assert.deepEqual(body['transactions'], [
      {
        transactionResult: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' },
        transactionId: refund['refundId'],
        transactionType: 'REFUND',
        transactionStatus: 'SUCCESS',
        transactionAmount: { currency: 'USD', value: '314' },
        transactionRequestId: 'RF-1',
        transactionTime: '2026-11-21T04:30:02-08:00',
      },
    ]);
    assert.deepEqual([(await payment()).status, (await payment()).stage], ['SUCCESS', 'paid']);
  });

  it('is found by either id, and by its own merchant only', async () => {
    const { fixture, paymentId } = await setupPaid();
    const { call } = fixture;
    const { body } = await call('refund', aRefund(paymentId));
    const byOurs = await call('inquiryRefund', { refundRequestId: 'RF-1' });
    const byTheirs = await call('inquiryRefund', { refundId: body['refundId'], refundRequestId: 'ignored' });
    assert.equal(byOurs.body['refundStatus'], 'SUCCESS');
    assert.equal('paymentId' in byOurs.body, false);
    assert.deepEqual(byTheirs.body, byOurs.body);
    assert.equal((await call('inquiryRefund', {})).body.result.resultCode, 'PARAM_ILLEGAL');
    const unknown = await call('inquiryRefund', { refundRequestId: 'RF-404' });
    assert.equal(unknown.body.result.resultCode, 'ORDER_NOT_EXIST');
  });

  it('stands in the way of a cancel, also while it is in progress', async () => {
    const { fixture, paymentId } = await setupPaid();
    const { call, panel } = fixture;
    const cancel = async () => (await call('cancel', { paymentId })).body.result.resultCode;
    await panel('faults', { refunds: 'manual' });
    await call('refund', aRefund(paymentId));
    assert.equal(await cancel(), 'PROCESS_FAIL');
    await panel('refunds/RF-1/fail', {});
    assert.equal(await cancel(), 'SUCCESS');
  });

  it('is taken for a year from the payment', async () => {
    const { fixture, paymentId } = await setupPaid();
    const { call, time } = fixture;
    await time.advance(365 * DAY_MS);
    assert.equal((await call('refund', aRefund(paymentId))).body.result.resultCode, 'SUCCESS');
    await time.advance(1);
    const late = await call('refund', aRefund(paymentId, { refundRequestId: 'RF-2' }));
    assert.equal(late.body.result.resultCode, 'REFUND_WINDOW_EXCEED');
  });

  const states = [
    ['ORDER_STATUS_INVALID', 'waits for its shopper', async () => undefined],
    ['ORDER_STATUS_INVALID', 'was declined', ({ panel }: Fixture) => panel('payments/PR-1001/decline', {})],
    ['ORDER_IS_CLOSED', 'has expired', ({ panel }: Fixture) => panel('payments/PR-1001/expire', {})],
    ['ORDER_IS_CANCELED', 'was cancelled', ({ call }: Fixture) => call('cancel', { paymentRequestId: 'PR-1001' })],
  ] as const;
  for (const [code, what, happen] of states) {
    it(`refuses a payment that ${what}: ${code}`, async () => {
      const fixture = setup();
      const { body } = await fixture.call('pay', aPay());
      await happen(fixture);
      const refused = await fixture.call('refund', aRefund(body['paymentId']));
      assert.deepEqual([refused.body.result.resultStatus, refused.body.result.resultCode], ['F', code]);
    });
  }

  const refused = [
    ['PARAM_ILLEGAL', 'no reference', { refundRequestId: undefined }],
    ['PARAM_ILLEGAL', 'a reference that is too long', { refundRequestId: 'x'.repeat(65) }],
    ['PARAM_ILLEGAL', 'no payment', { paymentId: undefined }],
    ['PARAM_ILLEGAL', 'our own reference of the payment alone', { paymentId: undefined, paymentRequestId: 'PR-1001' }],
    ['ORDER_NOT_EXIST', 'a payment that it does not know', { paymentId: 'PR-1001' }],
    ['PARAM_ILLEGAL', 'no amount', { refundAmount: undefined }],
    ['PARAM_ILLEGAL', 'nothing at all', { refundAmount: { currency: 'USD', value: '0' } }],
    ['PARAM_ILLEGAL', 'an amount that is a number', { refundAmount: { currency: 'USD', value: 314 } }],
    ['CURRENCY_NOT_SUPPORT', 'another currency', { refundAmount: { currency: 'EUR', value: '314' } }],
    ['PARAM_ILLEGAL', 'a reason that is too long', { refundReason: 'x'.repeat(257) }],
    [
      'PARAM_ILLEGAL',
      'a notify address that is too long',
      { refundNotifyUrl: `https://a.example/${'x'.repeat(1024)}` },
    ],
    ['PARAM_ILLEGAL', 'a flag that is none', { isAsyncRefund: 'yes' }],
    ['PARAM_ILLEGAL', 'details that are no list', { refundDetails: {} }],
  ] as const;
  for (const [code, what, change] of refused) {
    it(`refuses ${what}: ${code}`, async () => {
      const { fixture, paymentId } = await setupPaid();
      const { body, signed } = await fixture.call('refund', aRefund(paymentId, change));
      assert.deepEqual([body.result.resultStatus, body.result.resultCode, signed], ['F', code, true]);
      assert.equal((await fixture.payment()).refunds.length, 0);
    });
  }

  const contracts = [
    ['none', '1314', 'REFUND_NOT_SUPPORTED'],
    ['full', '314', 'PARTIAL_REFUND_NOT_SUPPORTED'],
    ['full', '1314', 'SUCCESS'],
    ['one', '314', 'SUCCESS'],
  ] as const;
  for (const [refunds, value, code] of contracts) {
    it(`answers ${code} to ${value} where the contract allows "${refunds}"`, async () => {
      const { fixture, paymentId } = await setupPaid({ refunds });
      const { body } = await fixture.call('refund', aRefund(paymentId, { refundAmount: { currency: 'USD', value } }));
      assert.equal(body.result.resultCode, code);
    });
  }

  it('takes a second one only where the contract allows several', async () => {
    const { fixture, paymentId } = await setupPaid({ refunds: 'one' });
    await fixture.call('refund', aRefund(paymentId));
    const second = await fixture.call('refund', aRefund(paymentId, { refundRequestId: 'RF-2' }));
    assert.equal(second.body.result.resultCode, 'MULTIPLE_REFUNDS_NOT_SUPPORTED');
  });

  it('fails for good without money to pay it from: a new attempt needs a new id', async () => {
    const { fixture, paymentId } = await setupPaid({ isBroke: true });
    const { call } = fixture;
    assert.equal((await call('refund', aRefund(paymentId))).body.result.resultCode, 'MERCHANT_BALANCE_NOT_ENOUGH');
    assert.equal((await call('inquiryRefund', { refundRequestId: 'RF-1' })).body['refundStatus'], 'FAIL');
    await registerAgain(fixture, {});
    assert.equal((await call('refund', aRefund(paymentId))).body.result.resultCode, 'MERCHANT_BALANCE_NOT_ENOUGH');
    const again = await call('refund', aRefund(paymentId, { refundRequestId: 'RF-2' }));
    assert.equal(again.body.result.resultStatus, 'S');
  });

  it('is told eight times within 24 hours where nobody acknowledges', async () => {
    const { fixture, paymentId } = await setupPaid();
    const { call, time, received } = fixture;
    await time.advance(0);
    received.length = 0;
    fixture.acknowledge = () => new Response(null, { status: 500 });
    const startMs = time.now();
    await call('refund', aRefund(paymentId));
    await time.advance(3 * DAY_MS);
    assert.deepEqual(
      received.map(({ atMs }) => (atMs - startMs) / 60_000),
      [0, 2, 12, 22, 82, 202, 562, 1462],
    );
    assert.ok(received.every(({ genuine }) => genuine));
  });

  it('is told at the address of the dashboard where the call has named none, else nowhere', async () => {
    const nowhere = await setupPaid();
    await nowhere.fixture.call('refund', aRefund(nowhere.paymentId, { refundNotifyUrl: undefined }));
    await nowhere.fixture.time.advance(0);
    assert.equal(nowhere.fixture.received.length, 1);
    const { fixture, paymentId } = await setupPaid({ notifyUrl: NOTIFY_URL });
    await fixture.call('refund', aRefund(paymentId, { refundNotifyUrl: undefined }));
    await fixture.time.advance(0);
    assert.equal(fixture.received.at(-1)?.body.notifyType, 'REFUND_RESULT');
  });

  it('survives a restart', async () => {
    const storage = sqliteStorage(':memory:');
    const before = setup({ storage });
    const paymentId = await paid(before);
    await before.panel('faults', { refunds: 'manual' });
    await before.call('refund', aRefund(paymentId));
    const after = setup({ storage, registered: false });
    assert.equal((await after.call('inquiryRefund', { refundRequestId: 'RF-1' })).body['refundStatus'], 'PROCESSING');
    assert.equal((await after.panel('refunds/RF-1/succeed', {})).status, 200);
    assert.equal((await after.call('inquiryRefund', { refundRequestId: 'RF-1' })).body['refundStatus'], 'SUCCESS');
  });

  it('is shown on the page of the panel, with what can become of it', async () => {
    const { fixture, paymentId } = await setupPaid();
    await fixture.panel('faults', { refunds: 'manual' });
    await fixture.call('refund', aRefund(paymentId));
    const open = await (await fixture.panel('')).text();
    assert.match(open, /data-refund="RF-1" data-status="PROCESSING"/);
    assert.match(open, /Refund \$3\.14/);
    assert.match(open, /formaction="\/panel\/refunds\/RF-1\/succeed"/);
    await fixture.panel('refunds/RF-1/succeed', {});
    assert.doesNotMatch(await (await fixture.panel('')).text(), /formaction="\/panel\/refunds/);
  });

  it('counts the calls about it with its payment', async () => {
    const { fixture, paymentId } = await setupPaid();
    await fixture.call('refund', aRefund(paymentId));
    await fixture.call('inquiryRefund', { refundRequestId: 'RF-1' });
    const { refund, inquiryRefund } = (await fixture.payment()).calls;
    assert.deepEqual([refund, inquiryRefund], [1, 1]);
  });
});

async function setupPaid(contract: Readonly<Record<string, unknown>> = {}) {
  const fixture = setup();
  await registerAgain(fixture, contract);
  const paymentId = await paid(fixture);
  await fixture.time.advance(0);
  return { fixture, paymentId };
}

async function registerAgain({ panel, merchant }: Fixture, contract: Readonly<Record<string, unknown>>): Promise<void> {
  const { clientId, publicKey } = merchant;
  assert.equal((await panel('merchants', { clientId, publicKey, ...contract })).status, 200);
}
