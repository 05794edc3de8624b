import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import type {
  AlipayCashierClient,
  DeclareRequest,
  PayRequest,
  RefundRequest,
  RegistrationRequest,
} from '../../../../src/server/gateways/alipay-cashier/index.ts';
import { aPayment, spkiOf } from './fixtures.ts';
import { setupSandbox } from './setup-sandbox.ts';

type Fixture = ReturnType<typeof setupSandbox>;

const NOTIFY_URL = 'https://shop.example/alipay/notifications/asia';
const MINUTE_MS = 60_000;
const usd = (value: string) => ({ currency: 'USD', value });

/** Everything that a request may hold, in one. */
const PAY: PayRequest = {
  productCode: 'CASHIER_PAYMENT',
  paymentRequestId: 'PR-1001',
  order: {
    referenceOrderId: 'O-1001',
    orderDescription: '龙井 🍵, 2 boxes',
    orderAmount: usd('1314'),
    goods: [{ referenceGoodsId: 'G-1', goodsName: 'Longjing', goodsQuantity: '2', deliveryMethodType: 'PHYSICAL' }],
    buyer: { referenceBuyerId: 'B-7', buyerEmail: 'buyer@example.com' },
    shipping: { shippingAddress: { region: 'DE', city: 'Hamburg', address1: 'Teeweg 1' } },
    needDeclaration: true,
  },
  paymentAmount: usd('1314'),
  paymentMethod: { paymentMethodType: 'ALIPAY_CN' },
  settlementStrategy: { settlementCurrency: 'USD' },
  env: { terminalType: 'WAP', osType: 'IOS', clientIp: '203.0.113.9' },
  paymentRedirectUrl: 'https://shop.example/return',
  paymentNotifyUrl: NOTIFY_URL,
  userRegion: 'CN',
};

const refundOf = (paymentId: string): RefundRequest => ({
  refundRequestId: 'RF-1',
  paymentId,
  refundAmount: usd('314'),
  refundReason: 'one box missing',
  refundNotifyUrl: NOTIFY_URL,
});

const declarationOf = (paymentId: string): DeclareRequest => ({
  declarationRequestId: 'D-1',
  paymentId,
  declarationAmount: { currency: 'CNY', value: '9512' },
  customs: { region: 'CN', customsCode: 'ZONGSHU' },
  merchantCustomsInfo: { merchantCustomsCode: 'example_001', merchantCustomsName: 'Example Trading' },
  splitOrder: false,
  buyerCertificate: {
    certificateType: 'ID_CARD',
    certificateNo: '310000199001011234',
    holderName: { fullName: '张三' },
  },
});

const REGISTRATION: RegistrationRequest = {
  registrationRequestId: 'REG-7',
  productCodes: ['CASHIER_PAYMENT'],
  registrationNotifyURL: NOTIFY_URL,
  passThroughInfo: '{"batch":"7"}',
  merchantInfo: {
    referenceMerchantId: 'SM-7',
    merchantDisplayName: 'Tea House',
    merchantMCC: '5499',
    merchantAddress: { region: 'HK', city: 'Hong Kong', address1: '1 Sample Road' },
    websites: [{ url: 'https://tea.example' }],
    registrationDetail: {
      legalName: 'Tea House Ltd',
      registrationType: 'ENTERPRISE_REGISTRATION_NO',
      registrationNo: 'HK-000001',
      businessType: 'ENTERPRISE',
      registrationAddress: { region: 'HK' },
      contactInfo: [{ contactType: 'EMAIL', contactNo: 'ops@tea.example' }],
    },
  },
};

type Call = Exclude<keyof AlipayCashierClient, 'readNotification'>;
type Answer = Awaited<ReturnType<AlipayCashierClient['registration']>>;

function ask(client: AlipayCashierClient, name: Call, request: object): Promise<Answer> {
  return (client as unknown as Record<Call, (request: object) => Promise<Answer>>)[name](request);
}

/** Pays, and answers the gateway's id of the payment. */
async function paid({ client, panel, received, sent }: Fixture): Promise<string> {
  const { paymentId } = await client.pay(PAY);
  await panel('payments/PR-1001/approve', {});
  await received();
  sent();
  return paymentId!;
}

describe('the typed client before the Alipay sandbox', () => {
  const consult = { productCode: 'CASHIER_PAYMENT', paymentAmount: usd('1'), env: { terminalType: 'WEB' } };
  const operations: [path: string, name: Call, request: (paymentId: string) => object][] = [
    ['payments', 'consult', () => consult],
    ['payments', 'pay', () => ({ ...PAY, paymentRequestId: 'PR-2' })],
    ['payments', 'inquiryPayment', () => ({ paymentRequestId: 'PR-1001' })],
    ['payments', 'refund', refundOf],
    ['payments', 'inquiryRefund', () => ({ refundRequestId: 'RF-0' })],
    ['payments', 'cancel', (paymentId) => ({ paymentId })],
    ['customs', 'declare', declarationOf],
    ['customs', 'inquiryDeclarationRequests', () => ({ declarationRequestIds: ['D-1'] })],
    ['merchants', 'registration', () => REGISTRATION],
    ['merchants', 'inquiryRegistrationStatus', () => ({ referenceMerchantId: 'SM-0' })],
    ['merchants', 'inquiryRegistrationInfo', () => ({ referenceMerchantId: 'SM-0' })],
  ];
  for (const [area, name, requestOf] of operations) {
    it(`has ${name} taken, as it was given`, async () => {
      const fixture = setupSandbox();
      const { client, sent } = fixture;
      const paymentId = await paid(fixture);
      if (name === 'inquiryRefund') await client.refund({ ...refundOf(paymentId), refundRequestId: 'RF-0' });
      await client.registration({
        ...REGISTRATION,
        registrationRequestId: 'REG-0',
        merchantInfo: { referenceMerchantId: 'SM-0' },
      });
      sent();
      const { result } = await ask(client, name, requestOf(paymentId));
      assert.match(`${result.resultStatus} ${result.resultCode}`, /^(S SUCCESS|U PAYMENT_IN_PROCESS)$/);
      assert.deepEqual(
        sent().map(({ target, body }) => [target, JSON.parse(body) as unknown]),
        [[`/ams/sandbox/api/v1/${area}/${name}`, requestOf(paymentId)]],
      );
    });

    it(`hands on that ${name} was refused`, async () => {
      const { client } = setupSandbox();
      const { result } = await ask(client, name, {});
      assert.deepEqual([result.resultStatus, result.resultCode], ['F', 'PARAM_ILLEGAL']);
    });

    it(`throws where nobody answers ${name}, where the answer is lost, and where a key is wrong`, async () => {
      const request = requestOf('1');
      const { client, setFaults } = setupSandbox();
      for (const gateway of ['down', 'lost']) {
        await setFaults({ gateway });
        await assert.rejects(ask(client, name, request), { kind: 'unknown' });
      }
      const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const privateKey = stranger.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
      const notOurs = setupSandbox({ privateKey }).client;
      await assert.rejects(ask(notOurs, name, request), { kind: 'misconfigured', gatewayCode: 'INVALID_SIGNATURE' });
      const notTheirs = setupSandbox({ gatewayPublicKey: spkiOf(stranger) }).client;
      await assert.rejects(ask(notTheirs, name, request), { kind: 'unknown' });
    });
  }

  it('works in production too, under its path', async () => {
    const { client, sent } = setupSandbox({ clientId: '5XEXAMPLE0000000001' });
    assert.equal((await client.pay(PAY)).result.resultCode, 'PAYMENT_IN_PROCESS');
    assert.equal(sent()[0]?.target, '/ams/api/v1/payments/pay');
  });

  it('sends the token of who acts for a merchant, which is not signed', async () => {
    const agentToken = '1'.repeat(48);
    const { client, sent } = setupSandbox({ agentToken });
    assert.equal((await client.pay(PAY)).result.resultCode, 'PAYMENT_IN_PROCESS');
    assert.equal(sent()[0]?.headers.get('agent-token'), agentToken);
  });

  it('gives up on an answer that takes too long', async () => {
    const { client, setFaults } = setupSandbox({ timeoutMs: 20 });
    await setFaults({ gateway: 'slow', delayMs: MINUTE_MS });
    await assert.rejects(client.inquiryPayment({ paymentRequestId: 'PR-1001' }), { kind: 'unknown' });
  });
});

describe('what the typed client reads of the Alipay sandbox', () => {
  it('is every field of a payment and of its refunds', async () => {
    const fixture = setupSandbox();
    const { client, panel } = fixture;
    const paying = await client.pay(PAY);
    const { walletUrl } = await panel('payments/PR-1001');
    assert.equal(paying.normalUrl, walletUrl);
    assert.match(paying.schemeUrl ?? '', /^alipays:/);
    assert.equal(paying.appIdentifier, 'com.eg.android.AlipayGphone');
    assert.deepEqual(paying.orderCodeForm?.codeDetails[0], { displayType: 'TEXT', codeValue: walletUrl });
    const paymentId = await paid(fixture);
    const { refundId, refundTime } = await client.refund(refundOf(paymentId));
    const { result, transactions, ...rest } = await client.inquiryPayment({ paymentId });
    assert.equal(result.resultStatus, 'S');
    assert.deepEqual(rest, {
      paymentStatus: 'SUCCESS',
      paymentResultCode: 'SUCCESS',
      paymentResultMessage: 'success.',
      paymentRequestId: 'PR-1001',
      paymentId,
      paymentAmount: usd('1314'),
      paymentCreateTime: '2026-11-21T04:30:00-08:00',
      paymentTime: '2026-11-21T04:30:00-08:00',
      customsDeclarationAmount: { currency: 'CNY', value: '9512' },
      paymentMethodType: 'ALIPAY_CN',
    });
    assert.deepEqual(transactions, [
      {
        transactionResult: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' },
        transactionId: refundId,
        transactionType: 'REFUND',
        transactionStatus: 'SUCCESS',
        transactionAmount: usd('314'),
        transactionRequestId: 'RF-1',
        transactionTime: refundTime,
      },
    ]);
    const inquiry = await client.inquiryRefund({ refundRequestId: 'RF-1' });
    assert.deepEqual([inquiry.refundStatus, inquiry.refundId, inquiry.refundAmount], ['SUCCESS', refundId, usd('314')]);
  });

  it('is every field of a wallet', async () => {
    const { client } = setupSandbox();
    const { paymentOptions } = await client.consult({
      productCode: 'CASHIER_PAYMENT',
      paymentAmount: { currency: 'HKD', value: '12500' },
      env: { terminalType: 'WEB' },
      userRegion: 'HK',
    });
    const [first, ...others] = paymentOptions ?? [];
    assert.deepEqual(
      {
        ...first,
        supportedCurrencies: first?.supportedCurrencies?.length,
        promoNames: first?.promoNames?.[0]?.['en_US'],
      },
      {
        paymentMethodType: 'ALIPAY_HK',
        paymentMethodCategory: 'WALLET',
        paymentMethodRegion: ['HK'],
        enabled: true,
        preferred: true,
        supportedCurrencies: 27,
        interactionType: 'QR',
        logo: { logoName: 'AlipayHK', logoUrl: 'http://localhost:4020/logos/ALIPAY_HK.svg' },
        promoNames: '5% off your first tea',
        amountLimitInfoMap: {
          HKD: {
            singleLimit: {
              minAmount: { currency: 'HKD', value: '1' },
              maxAmount: { currency: 'HKD', value: '537634408' },
            },
          },
        },
      },
    );
    const disabled = others.find(({ paymentMethodType }) => paymentMethodType === 'BPI');
    assert.deepEqual([disabled?.enabled, disabled?.disableReason], [false, 'CHANNEL_NOT_SUPPORT_CURRENCY']);
  });

  it('is how a declaration to the customs stands', async () => {
    const fixture = setupSandbox();
    const { client, pass } = fixture;
    const paymentId = await paid(fixture);
    const declared = await client.declare(declarationOf(paymentId));
    const { customsPaymentId, customsOrderId, identityCheckResult, clearingChannel } = declared;
    assert.deepEqual([customsOrderId, identityCheckResult, clearingChannel], ['O-1001', 'CHECK_PASSED', 'OTHER']);
    const changed = { ...declarationOf(paymentId), declarationAmount: { currency: 'CNY', value: '9000' } };
    assert.equal((await client.declare(changed)).result.resultCode, 'CONTEXT_INCONSISTENT');
    await pass(5 * MINUTE_MS);
    assert.equal((await client.declare(changed)).customsPaymentId, customsPaymentId);
    const inquiry = await client.inquiryDeclarationRequests({ declarationRequestIds: ['D-1', 'D-404'] });
    assert.deepEqual(inquiry.declarationRequestsNotFound, ['D-404']);
    assert.deepEqual(inquiry.declarationRecords, [
      {
        declarationRequestId: 'D-1',
        customsPaymentId,
        customsOrderId: 'O-1001',
        customs: { region: 'CN', customsCode: 'ZONGSHU' },
        merchantCustomsInfo: { merchantCustomsCode: 'example_001', merchantCustomsName: 'Example Trading' },
        declarationAmount: { currency: 'CNY', value: '9000' },
        splitOrder: false,
        declarationRequestStatus: 'IN_PROCESS',
        lastModifiedTime: '2026-11-21T04:35:00-08:00',
      },
    ]);
  });

  for (const [outcome, status] of [
    ['approve', 'APPROVED'],
    ['reject', 'REJECTED'],
  ] as const) {
    it(`is a registration, from its review to ${status}, by inquiry and by notification`, async () => {
      const { client, panel, received } = setupSandbox();
      assert.equal((await client.registration(REGISTRATION)).passThroughInfo, '{"batch":"7"}');
      const before = await client.inquiryRegistrationStatus({ referenceMerchantId: 'SM-7' });
      assert.deepEqual(before.registrationResult, { registrationStatus: 'PENDING' });
      assert.equal((await client.inquiryRegistrationInfo({ referenceMerchantId: 'SM-7' })).merchantInfo, undefined);
      await panel(`registrations/REG-7/${outcome}`, {});
      const after = await client.inquiryRegistrationStatus({ registrationRequestId: 'REG-7' });
      assert.deepEqual(
        after.pspRegistrationResultList?.map(({ registrationResult }) => registrationResult?.registrationStatus),
        [status, status],
      );
      const [notification] = await received();
      const notice = await client.readNotification(notification!);
      assert.ok(notice.kind === 'registration');
      assert.equal(notice.registrationRequestId, 'REG-7');
      assert.deepEqual(notice.pspRegistrationResultList, after.pspRegistrationResultList);
      const info = await client.inquiryRegistrationInfo({ referenceMerchantId: 'SM-7' });
      assert.deepEqual(info.merchantInfo, outcome === 'approve' ? REGISTRATION.merchantInfo : undefined);
    });
  }

  it('is a notification of each kind', async () => {
    const { client, panel, received, gateway } = setupSandbox();
    await gateway.createPayment(aPayment());
    const { paymentId } = await client.inquiryPayment({ paymentRequestId: aPayment().id });
    await panel(`payments/${aPayment().id}/pend`, {});
    await panel(`payments/${aPayment().id}/approve`, {});
    await client.refund(refundOf(paymentId!));
    const notices = await Promise.all((await received()).map((one) => client.readNotification(one)));
    assert.deepEqual(
      notices.map((notice) => [notice.kind, 'notifyType' in notice && notice.notifyType]),
      [
        ['payment', 'PAYMENT_PENDING'],
        ['payment', 'PAYMENT_RESULT'],
        ['refund', 'REFUND_RESULT'],
      ],
    );
  });
});
