import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sqliteStorage } from '../../demo/gateways/alipay-cashier/index.ts';
import { aPay, paid, setup } from './support/sandbox.ts';

const FIVE_MINUTES_MS = 5 * 60_000;
const CERTIFICATE = {
  certificateType: 'ID_CARD',
  certificateNo: '310000199001011234',
  holderName: { fullName: '张三' },
};

describe('declaring to the customs at the Alipay sandbox', () => {
  it('says how much may be declared of a payment that AlipayCN has paid, and of no other', async () => {
    const fixture = setup();
    const { call, time, received } = fixture;
    const declarable = async (paymentRequestId: string) =>
      (await call('inquiryPayment', { paymentRequestId })).body['customsDeclarationAmount'];
    await call('pay', aPay());
    assert.equal(await declarable('PR-1001'), undefined);
    await paid(fixture);
    await paid(fixture, { paymentRequestId: 'PR-2', paymentMethod: { paymentMethodType: 'ALIPAY_HK' } });
    await time.advance(0);
    assert.deepEqual(await declarable('PR-1001'), { currency: 'CNY', value: '9512' });
    assert.equal(await declarable('PR-2'), undefined);
    assert.deepEqual(
      received.map(({ body }) => body['customsDeclarationAmount']),
      [{ currency: 'CNY', value: '9512' }, undefined],
    );
  });

  it('passes a declaration on', async () => {
    const { declare } = await setupPaid();
    const body = await declare({ buyerCertificate: CERTIFICATE });
    const { customsPaymentId, clearingTransactionId, ...rest } = body;
    assert.match(String(customsPaymentId), /^20261121\d+$/);
    assert.match(String(clearingTransactionId), /^20261121\d+$/);
    assert.deepEqual(rest, {
      result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' },
      customsOrderId: 'O-1001',
      identityCheckResult: 'CHECK_PASSED',
      clearingChannel: 'OTHER',
      customsProviderRegistrationId: 'ZF14020001',
    });
  });

  it('checks who has paid only where somebody is named', async () => {
    const anonymous = await setupPaid();
    assert.equal('identityCheckResult' in (await anonymous.declare()), false);
    const stranger = await setupPaid();
    const body = await stranger.declare({ buyerCertificate: { ...CERTIFICATE, certificateNo: '310000199001010000' } });
    assert.equal(body['identityCheckResult'], 'CHECK_NOT_PASSED');
  });

  const refused = [
    ['PARAM_ILLEGAL', 'no id', { declarationRequestId: undefined }],
    ['PARAM_ILLEGAL', 'an id of 33 characters', { declarationRequestId: 'D'.repeat(33) }],
    ['PARAM_ILLEGAL', 'no payment', { paymentId: undefined }],
    ['ORDER_NOT_EXIST', 'a payment that it does not know', { paymentId: 'PR-1001' }],
    ['PARAM_ILLEGAL', 'another currency than yuan', { declarationAmount: { currency: 'USD', value: '1314' } }],
    [
      'TOTAL_DECLARATION_AMOUNT_EXCEED',
      'more than was paid',
      { declarationAmount: { currency: 'CNY', value: '9513' } },
    ],
    ['PARAM_ILLEGAL', 'customs elsewhere', { customs: { region: 'HK', customsCode: 'ZONGSHU' } }],
    ['PARAM_ILLEGAL', 'a customs place in lower case', { customs: { region: 'CN', customsCode: 'zongshu' } }],
    ['PARAM_ILLEGAL', 'no merchant', { merchantCustomsInfo: undefined }],
    ['PARAM_ILLEGAL', 'a merchant without a name', { merchantCustomsInfo: { merchantCustomsCode: 'example_001' } }],
    ['PARAM_ILLEGAL', 'nothing about splitting', { splitOrder: undefined }],
    ['PARAM_ILLEGAL', 'a part without its own id', { splitOrder: true }],
    [
      'PARAM_ILLEGAL',
      'an unknown certificate',
      { buyerCertificate: { certificateType: 'LIBRARY', certificateNo: '1' } },
    ],
  ] as const;
  for (const [code, what, change] of refused) {
    it(`refuses ${what}: ${code}`, async () => {
      const { declare } = await setupPaid();
      const { result } = await declare(change);
      assert.deepEqual([result.resultStatus, result.resultCode], ['F', code]);
    });
  }

  it('refuses a payment that is not paid, or not by AlipayCN', async () => {
    const fixture = setup();
    const open = await fixture.call('pay', aPay());
    const elsewhere = await paid(fixture, {
      paymentRequestId: 'PR-2',
      paymentMethod: { paymentMethodType: 'ALIPAY_HK' },
    });
    for (const paymentId of [open.body['paymentId'], elsewhere]) {
      const { body } = await fixture.call('customs/declare', aDeclaration(paymentId));
      assert.equal(body.result.resultCode, 'ORDER_STATUS_INVALID');
    }
  });

  it('answers the same id with the same declaration', async () => {
    const { declare, time } = await setupPaid();
    const first = await declare();
    await time.advance(2 * FIVE_MINUTES_MS);
    assert.deepEqual(await declare(), first);
  });

  const changes = {
    'the merchant': { merchantCustomsInfo: { merchantCustomsCode: 'example_002', merchantCustomsName: 'Example' } },
    'the place': { customs: { region: 'CN', customsCode: 'NINGBO' } },
    'the amount': { declarationAmount: { currency: 'CNY', value: '9000' } },
    'the holder': { buyerCertificate: { ...CERTIFICATE, holderName: { fullName: '李四' } } },
    'the number': { buyerCertificate: { ...CERTIFICATE, certificateNo: '310000199001011235' } },
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`takes another version of ${what} after five minutes, not before`, async () => {
      const { declare, time } = await setupPaid();
      const first = await declare({ buyerCertificate: CERTIFICATE });
      await time.advance(FIVE_MINUTES_MS - 1);
      const changed = { buyerCertificate: CERTIFICATE, ...change };
      assert.equal((await declare(changed)).result.resultCode, 'CONTEXT_INCONSISTENT');
      await time.advance(1);
      const second = await declare(changed);
      assert.deepEqual([second.result.resultStatus, second['customsPaymentId']], ['S', first['customsPaymentId']]);
    });
  }

  it('never takes the same id for another payment or another kind of certificate', async () => {
    const { declare, time, fixture } = await setupPaid();
    await declare({ buyerCertificate: CERTIFICATE });
    const otherPayment = await paid(fixture, { paymentRequestId: 'PR-2' });
    await time.advance(FIVE_MINUTES_MS);
    for (const change of [
      { buyerCertificate: CERTIFICATE, paymentId: otherPayment },
      { buyerCertificate: { ...CERTIFICATE, certificateType: 'PASSPORT' } },
      { buyerCertificate: CERTIFICATE, splitOrder: true, subOrderId: 'O-1' },
    ]) {
      assert.equal((await declare(change)).result.resultCode, 'REPEAT_REQ_INCONSISTENT');
    }
  });

  it('takes an order once, in parts up to what was paid', async () => {
    const { declare } = await setupPaid();
    const part = async (declarationRequestId: string, subOrderId: string, value: string) => {
      const declarationAmount = { currency: 'CNY', value };
      const change = { declarationRequestId, splitOrder: true, subOrderId, declarationAmount };
      const { result, customsOrderId } = await declare(change);
      return [result.resultCode, customsOrderId];
    };
    assert.deepEqual(await part('D-1', 'O-1', '9000'), ['SUCCESS', 'O-1']);
    assert.deepEqual(await part('D-2', 'O-1', '100'), ['DUPLICATED_DECLARATIONS', undefined]);
    assert.deepEqual(await part('D-2', 'O-2', '513'), ['TOTAL_DECLARATION_AMOUNT_EXCEED', undefined]);
    assert.deepEqual(await part('D-2', 'O-2', '512'), ['SUCCESS', 'O-2']);
    assert.equal((await declare({ declarationRequestId: 'D-3' })).result.resultCode, 'DUPLICATED_DECLARATIONS');
  });

  it('counts a changed amount instead of the one before', async () => {
    const { declare, time } = await setupPaid();
    await declare({ declarationAmount: { currency: 'CNY', value: '9000' } });
    await time.advance(FIVE_MINUTES_MS);
    assert.equal((await declare()).result.resultCode, 'SUCCESS');
  });

  it('tells where declarations stand, and which it does not know', async () => {
    const { declare, call } = await setupPaid();
    const declared = await declare();
    const { body } = await call('customs/inquiryDeclarationRequests', { declarationRequestIds: ['D-1', 'D-404'] });
    assert.deepEqual(body, {
      result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' },
      declarationRequestsNotFound: ['D-404'],
      declarationRecords: [
        {
          declarationRequestId: 'D-1',
          customsPaymentId: declared['customsPaymentId'],
          customsOrderId: 'O-1001',
          customs: { region: 'CN', customsCode: 'ZONGSHU' },
          merchantCustomsInfo: { merchantCustomsCode: 'example_001', merchantCustomsName: 'Example Trading' },
          declarationAmount: { currency: 'CNY', value: '9512' },
          splitOrder: false,
          declarationRequestStatus: 'IN_PROCESS',
          lastModifiedTime: '2026-11-21T04:30:02-08:00',
        },
      ],
    });
  });

  const inquiries = [
    ['PARAM_ILLEGAL', 'no list', undefined],
    ['PARAM_ILLEGAL', 'an empty list', []],
    ['PARAM_ILLEGAL', 'an id that is too long', ['D'.repeat(33)]],
    ['SUCCESS', 'ten ids', Array.from({ length: 10 }, (_, at) => `D-${at}`)],
    ['ARRAY_SIZE_EXCEEDED', 'eleven ids', Array.from({ length: 11 }, (_, at) => `D-${at}`)],
  ] as const;
  for (const [code, what, declarationRequestIds] of inquiries) {
    it(`answers an inquiry with ${what}: ${code}`, async () => {
      const { call } = setup();
      const { body } = await call('customs/inquiryDeclarationRequests', { declarationRequestIds });
      assert.equal(body.result.resultCode, code);
    });
  }

  it('survives a restart', async () => {
    const storage = sqliteStorage(':memory:');
    const before = setup({ storage });
    await before.call('customs/declare', aDeclaration(await paid(before)));
    const after = setup({ storage, registered: false });
    const { body } = await after.call('customs/inquiryDeclarationRequests', { declarationRequestIds: ['D-1'] });
    assert.deepEqual(body['declarationRequestsNotFound'], []);
  });
});

function aDeclaration(paymentId: unknown, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    declarationRequestId: 'D-1',
    paymentId,
    declarationAmount: { currency: 'CNY', value: '9512' },
    customs: { region: 'CN', customsCode: 'ZONGSHU' },
    merchantCustomsInfo: { merchantCustomsCode: 'example_001', merchantCustomsName: 'Example Trading' },
    splitOrder: false,
    ...change,
  };
}

async function setupPaid() {
  const fixture = setup();
  const paymentId = await paid(fixture);
  const declare = async (change: Readonly<Record<string, unknown>> = {}) => {
    const { body, signed } = await fixture.call('customs/declare', aDeclaration(paymentId, change));
    assert.equal(signed, true);
    return body;
  };
  return { ...fixture, fixture, declare };
}
