import assert from 'node:assert/strict';
import { verify } from 'node:crypto';
import { describe, it } from 'node:test';
import { GatewayError, type GatewayPayment, NotificationRefused } from '../../../../src/server/gateway.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { aPayment, aRefund, CLIENT_ID, merchantKeys } from './fixtures.ts';
import { type SentCall, setupSandbox } from './setup-sandbox.ts';

type Fixture = ReturnType<typeof setupSandbox>;

const DAY_MS = 86_400_000;

/** A payment as the kit knows it once it is paid. */
async function paid({ gateway, act, sent, received }: Fixture, change = {}): Promise<GatewayPayment> {
  const payment = aPayment(change);
  const { gatewayReference } = await gateway.createPayment(payment);
  await act('approve', payment);
  sent();
  await received();
  return { ...payment, gatewayReference: gatewayReference! };
}

/** Checks byte for byte how a call went out, and reads what it said. */
function opened({ method, target, headers, body }: SentCall): { api: string; message: unknown } {
  assert.equal(method, 'POST');
  assert.equal(headers.get('client-id'), CLIENT_ID);
  assert.equal(headers.get('request-time'), String(NOW_MS));
  assert.equal(headers.get('content-type'), 'application/json; charset=UTF-8');
  const [, value = ''] =
    /^algorithm=RSA256,keyVersion=1,signature=([\w%]+)$/.exec(headers.get('signature') ?? '') ?? [];
  const text = Buffer.from(`POST ${target}\n${CLIENT_ID}.${NOW_MS}.${body}`);
  assert.ok(verify('RSA-SHA256', text, merchantKeys.publicKey, Buffer.from(decodeURIComponent(value), 'base64')));
  return { api: target.replace('/ams/sandbox/api/v1/', ''), message: JSON.parse(body) };
}

describe('what the adapter says to the Alipay sandbox', () => {
  it('is, of a payment, what the manual wants to know and nothing else', async () => {
    const { gateway, sent } = setupSandbox();
    await gateway.createPayment(aPayment({ clientAddress: '203.0.113.9', buyerCountry: 'DE' }));
    const amount = { currency: 'USD', value: '1314' };
    assert.deepEqual(sent().map(opened), [
      {
        api: 'payments/pay',
        message: {
          productCode: 'CASHIER_PAYMENT',
          paymentRequestId: 'PaymentPaymentPayment001',
          order: { referenceOrderId: 'A-1001', orderDescription: 'Green tea, 2 boxes', orderAmount: amount },
          paymentAmount: amount,
          paymentMethod: { paymentMethodType: 'ALIPAY_CN' },
          settlementStrategy: { settlementCurrency: 'USD' },
          env: { terminalType: 'WEB', clientIp: '203.0.113.9' },
          paymentRedirectUrl: 'https://shop.example/return?order=A-1001',
          paymentNotifyUrl: 'https://shop.example/alipay/notifications/asia',
          userRegion: 'DE',
        },
      },
    ]);
  });

  it('is, of everything that follows, its own reference, and the gateway’s where that is asked for', async () => {
    const fixture = setupSandbox();
    const { gateway, sent } = fixture;
    const payment = await paid(fixture);
    const refund = aRefund({ reason: 'one box missing' });
    await gateway.retrievePayment(payment);
    await gateway.refundPayment(payment, refund);
    await gateway.retrieveRefund(payment, refund);
    await gateway.cancelPayment(payment);
    assert.deepEqual(sent().map(opened), [
      { api: 'payments/inquiryPayment', message: { paymentRequestId: payment.id } },
      {
        api: 'payments/refund',
        message: {
          refundRequestId: refund.id,
          paymentId: payment.gatewayReference,
          refundAmount: { currency: 'USD', value: '314' },
          refundReason: 'one box missing',
          refundNotifyUrl: 'https://shop.example/alipay/notifications/asia',
        },
      },
      { api: 'payments/inquiryRefund', message: { refundRequestId: refund.id } },
      { api: 'payments/cancel', message: { paymentRequestId: payment.id } },
    ]);
  });

  it('is, of a choice of wallets, the amount, the device and the wallets of the contract', async () => {
    const { gateway, sent } = setupSandbox({ wallets: ['ALIPAY_HK', 'GCASH'], merchantRegion: 'SG' });
    await gateway.listWallets!({ amount: aPayment().amount, terminal: 'WAP', os: 'IOS', buyerCountry: 'PH' });
    assert.deepEqual(sent().map(opened), [
      {
        api: 'payments/consult',
        message: {
          productCode: 'CASHIER_PAYMENT',
          paymentAmount: { currency: 'USD', value: '1314' },
          env: { terminalType: 'WAP', osType: 'IOS' },
          settlementStrategy: { settlementCurrency: 'USD' },
          userRegion: 'PH',
          merchantRegion: 'SG',
          allowedPaymentMethods: ['ALIPAY_HK', 'GCASH'],
        },
      },
    ]);
  });
});

describe('refunding at the Alipay sandbox', () => {
  const evidence = { refundId: aRefund().id, amount: { currency: 'USD', value: 314, exponent: 2 } };

  it('hears the same of a refund by notification and by inquiry', async () => {
    const fixture = setupSandbox();
    const { gateway, notifications, report } = fixture;
    const payment = await paid(fixture);
    const taken = await gateway.refundPayment(payment, aRefund());
    const { refunds } = await report(payment);
    const expected = { ...evidence, gatewayReference: refunds[0]!.gatewayReference };
    assert.deepEqual(taken, { ...expected, outcome: 'processing' });
    const made = { ...expected, outcome: 'success' };
    assert.deepEqual(await notifications(payment), [{ refund: made }]);
    assert.deepEqual(await gateway.retrieveRefund(payment, aRefund()), made);
    assert.equal((await gateway.retrievePayment(payment))?.outcome, 'success');
  });

  for (const [end, outcome] of [
    ['succeed', 'success'],
    ['fail', 'failed'],
  ] as const) {
    it(`waits for one that takes its time, and then may ${end}`, async () => {
      const fixture = setupSandbox();
      const { gateway, panel, setFaults, notifications } = fixture;
      const payment = await paid(fixture);
      await setFaults({ refunds: 'manual' });
      assert.equal((await gateway.refundPayment(payment, aRefund())).outcome, 'processing');
      assert.equal((await gateway.retrieveRefund(payment, aRefund()))?.outcome, 'processing');
      await panel(`refunds/${aRefund().id}/${end}`, {});
      const [notice] = await notifications(payment);
      assert.equal(notice && 'refund' in notice && notice.refund.outcome, outcome);
      assert.equal((await gateway.retrieveRefund(payment, aRefund()))?.outcome, outcome);
    });
  }

  it('is made once, however often it is asked for, also where the answers are lost', async () => {
    const fixture = setupSandbox();
    const { gateway, setFaults, report } = fixture;
    const payment = await paid(fixture);
    await setFaults({ gateway: 'lost' });
    for (let attempt = 0; attempt < 3; attempt++) {
      await assert.rejects(gateway.refundPayment(payment, aRefund()), { kind: 'unknown' });
    }
    await setFaults({ gateway: 'up' });
    assert.equal((await gateway.retrieveRefund(payment, aRefund()))?.outcome, 'success');
    await gateway.refundPayment(payment, aRefund());
    assert.equal((await report(payment)).refunds.length, 1);
  });

  it('knows of none where the gateway was down', async () => {
    const fixture = setupSandbox();
    const { gateway, setFaults } = fixture;
    const payment = await paid(fixture);
    await setFaults({ gateway: 'down' });
    await assert.rejects(gateway.refundPayment(payment, aRefund()), { kind: 'unknown' });
    await assert.rejects(gateway.retrieveRefund(payment, aRefund()), { kind: 'unknown' });
    await setFaults({ gateway: 'up' });
    assert.equal(await gateway.retrieveRefund(payment, aRefund()), null);
  });

  it('never takes one refund for another under its id', async () => {
    const fixture = setupSandbox();
    const { gateway } = fixture;
    const payment = await paid(fixture);
    await gateway.refundPayment(payment, aRefund());
    const dearer = aRefund({ amount: { currency: 'USD', value: 315, exponent: 2 } });
    await assert.rejects(gateway.refundPayment(payment, dearer), {
      kind: 'unknown',
      gatewayCode: 'REPEAT_REQ_INCONSISTENT',
    });
  });

  const whole = aRefund({ amount: { currency: 'USD', value: 1314, exponent: 2 }, isFull: true });
  const refusals: [code: string, prepare: (fixture: Fixture, payment: GatewayPayment) => Promise<unknown>][] = [
    [
      'REFUND_AMOUNT_EXCEED',
      ({ gateway }, payment) => gateway.refundPayment(payment, { ...whole, id: 'FirstRefund01' }),
    ],
    ['REFUND_WINDOW_EXCEED', ({ pass }) => pass(366 * DAY_MS)],
    ['ORDER_IS_CANCELED', ({ gateway }, payment) => gateway.cancelPayment(payment)],
    ['REFUND_NOT_SUPPORTED', ({ setContract }) => setContract({ refunds: 'none' })],
    ['PARTIAL_REFUND_NOT_SUPPORTED', ({ setContract }) => setContract({ refunds: 'full' })],
    ['MERCHANT_BALANCE_NOT_ENOUGH', ({ setContract }) => setContract({ isBroke: true })],
    [
      'MULTIPLE_REFUNDS_NOT_SUPPORTED',
      async ({ setContract, gateway }, payment) => {
        await setContract({ refunds: 'one' });
        return gateway.refundPayment(payment, aRefund({ id: 'FirstRefund01' }));
      },
    ],
  ];
  for (const [gatewayCode, prepare] of refusals) {
    it(`is dead where the gateway answers ${gatewayCode}`, async () => {
      const fixture = setupSandbox();
      const payment = await paid(fixture);
      await prepare(fixture, payment);
      await assert.rejects(fixture.gateway.refundPayment(payment, aRefund()), { kind: 'rejected', gatewayCode });
    });
  }

  it('is dead where the payment is not paid, and where nobody knows it', async () => {
    const { gateway } = setupSandbox();
    const { gatewayReference } = await gateway.createPayment(aPayment());
    const open = aPayment({ gatewayReference: gatewayReference! });
    await assert.rejects(gateway.refundPayment(open, aRefund()), {
      kind: 'rejected',
      gatewayCode: 'ORDER_STATUS_INVALID',
    });
    const strange = aPayment({ gatewayReference: '202611211940108001001880000000000' });
    await assert.rejects(gateway.refundPayment(strange, aRefund()), {
      kind: 'rejected',
      gatewayCode: 'ORDER_NOT_EXIST',
    });
  });

  it('stands in the way of a cancel', async () => {
    const fixture = setupSandbox();
    const payment = await paid(fixture);
    await fixture.gateway.refundPayment(payment, aRefund());
    assert.equal(await fixture.gateway.cancelPayment(payment), 'refused');
    assert.equal((await fixture.gateway.retrievePayment(payment))?.outcome, 'success');
  });
});

describe('the choice of wallets at the Alipay sandbox', () => {
  const query = { amount: aPayment().amount, terminal: 'WEB' } as const;

  it('has names, regions, promotions in the shopper’s language, and why one cannot be had', async () => {
    const { gateway } = setupSandbox({ wallets: ['ALIPAY_CN', 'ALIPAY_HK', 'CONNECT_WALLET', 'GCASH', 'MPAY'] });
    assert.deepEqual(await gateway.listWallets!({ ...query, locale: 'zh-HK' }), [
      { id: 'ALIPAY_CN', name: 'Alipay', region: 'CN', available: true },
      { id: 'ALIPAY_HK', name: 'AlipayHK', region: 'HK', promotion: '首次買茶九五折', available: true },
      { id: 'CONNECT_WALLET', name: 'Alipay+', available: true },
      { id: 'GCASH', name: 'GCash', region: 'PH', promotion: '20 pesos off', available: true },
      { id: 'MPAY', name: 'MPay', region: 'MO', available: false, reason: 'service_degrade' },
    ]);
  });

  it('puts first what the buyer knows from home', async () => {
    const { gateway } = setupSandbox({ wallets: ['ALIPAY_CN', 'GCASH', 'TNG'] });
    const wallets = await gateway.listWallets!({ ...query, buyerCountry: 'MY' });
    assert.deepEqual(
      wallets.map(({ id }) => id),
      ['TNG', 'ALIPAY_CN', 'GCASH'],
    );
  });

  const reasons = [
    ['channel_not_support_currency', { currency: 'THB', value: 10_000, exponent: 2 }],
    ['exceed_channel_limit_rule', { currency: 'USD', value: 100_000, exponent: 2 }],
  ] as const;
  for (const [reason, amount] of reasons) {
    it(`says ${reason} of a wallet that does not take the amount`, async () => {
      const { gateway } = setupSandbox({ wallets: ['BOOST'] });
      const [wallet] = await gateway.listWallets!({ ...query, amount });
      assert.deepEqual([wallet?.available, wallet?.reason], [false, reason]);
    });
  }

  it('offers nothing that can be had where there is nothing', async () => {
    const { gateway } = setupSandbox({ wallets: ['BPI'], miniAppId: '2021001' });
    const [wallet, ...others] = await gateway.listWallets!({ ...query, terminal: 'MINI_APP' });
    assert.deepEqual([wallet?.id, wallet?.available, others], ['BPI', false, []]);
  });

  it('is not answered while the gateway is down, and is refused to a contract that settles otherwise', async () => {
    const { gateway, setFaults, setContract } = setupSandbox();
    await setFaults({ gateway: 'down' });
    await assert.rejects(gateway.listWallets!(query), GatewayError);
    await setFaults({ gateway: 'up' });
    await setContract({ settlementCurrencies: ['EUR'] });
    const misconfigured = { kind: 'misconfigured', gatewayCode: 'SETTLE_CONTRACT_NOT_MATCH' };
    await assert.rejects(gateway.listWallets!(query), misconfigured);
    await assert.rejects(gateway.createPayment(aPayment()), misconfigured);
  });
});

describe('paying with each wallet of the Alipay sandbox', () => {
  // Antom docs, URLs returned for some payment methods: the shopper's ways on a desktop, and into the app on a phone.
  // Boost and LINE have schemes as well, which are not among those that our contract lets a page hand over to.
  const table = [
    ['ALIPAY_CN', ['qrCode', 'redirect'], ['schemeUrl']],
    ['ALIPAY_HK', ['qrCode', 'redirect'], ['linkUrl']],
    ['GCASH', ['qrCode', 'redirect'], ['linkUrl']],
    ['TNG', ['qrCode', 'redirect'], ['linkUrl']],
    ['TRUEMONEY', ['qrCode', 'redirect'], ['linkUrl']],
    ['KAKAOPAY', ['qrCode', 'redirect'], ['linkUrl']],
    ['DANA', ['redirect'], ['linkUrl']],
    ['BOOST', ['redirect'], ['linkUrl']],
    ['RABBIT_LINE_PAY', ['qrCode', 'redirect'], ['linkUrl']],
    ['BPI', ['redirect'], []],
    ['NAVERPAY', ['redirect'], []],
    ['CONNECT_WALLET', ['redirect'], []],
  ] as const;
  for (const [wallet, onDesktop, inApp] of table) {
    it(`hands out the ways that ${wallet} has`, async () => {
      const { gateway } = setupSandbox();
      const desktop = await gateway.createPayment(aPayment({ wallet }));
      assert.deepEqual(Object.keys(desktop.action ?? {}).sort(), onDesktop);
      for (const terminal of ['WAP', 'APP'] as const) {
        const id = `PaymentPaymentPayment${terminal}`;
        const { action } = await gateway.createPayment(aPayment({ id, wallet, terminal, os: 'ANDROID' }));
        assert.deepEqual(Object.keys(action?.app ?? {}).sort(), inApp);
        assert.ok(action?.redirect);
      }
    });
  }

  it('goes through a mini app under its own id', async () => {
    const { gateway, sent } = setupSandbox({ miniAppId: '2021001' });
    assert.equal((await gateway.createPayment(aPayment({ terminal: 'MINI_APP' }))).outcome, 'awaiting');
    const { message } = opened(sent()[0]!);
    assert.equal((message as { appId: string }).appId, '2021001');
  });

  const refusals = [
    ['MPAY', 1314, 'NO_PAY_OPTIONS'],
    ['BOOST', 100_000, 'PAYMENT_AMOUNT_EXCEED_LIMIT'],
  ] as const;
  for (const [wallet, value, gatewayCode] of refusals) {
    it(`is dead where ${wallet} answers ${gatewayCode}`, async () => {
      const { gateway } = setupSandbox();
      const payment = aPayment({ wallet, amount: { currency: 'USD', value, exponent: 2 } });
      await assert.rejects(gateway.createPayment(payment), { kind: 'rejected', gatewayCode });
    });
  }
});

describe('the notifications of the Alipay sandbox', () => {
  it('are refused where they are forged, of payments and of refunds', async () => {
    const fixture = setupSandbox();
    const { gateway, setFaults, received } = fixture;
    const payment = await paid(fixture);
    await setFaults({ notifications: 'forge' });
    await gateway.refundPayment(payment, aRefund());
    await fixture.act('notify', payment);
    const forged = await received();
    assert.ok(forged.length >= 2);
    for (const notification of forged) {
      await assert.rejects(gateway.readNotification(notification, lookupOf(payment)), NotificationRefused);
    }
  });

  it('are about nothing of ours where a merchant was registered', async () => {
    const { client, panel, notifications } = setupSandbox();
    await client.registration({
      registrationRequestId: 'REG-7',
      productCodes: ['CASHIER_PAYMENT'],
      registrationNotifyURL: 'https://shop.example/alipay/notifications/asia',
      merchantInfo: { referenceMerchantId: 'SM-7' },
    });
    await panel('registrations/REG-7/approve', {});
    assert.deepEqual(await notifications(), [null]);
  });
});
