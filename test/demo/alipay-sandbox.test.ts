import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sqliteStorage } from '../../demo/gateways/alipay-cashier/index.ts';
import { isSignedBy, parsePublicKey } from '../../demo/gateways/alipay-cashier/wire.ts';
import { aMerchant } from './support/merchant.ts';
import { aPay, ORIGIN, setup } from './support/sandbox.ts';

describe('the merchant API of the Alipay sandbox', () => {
  it('answers a pay call with a code, addresses and a lifetime, signed', async () => {
    const { call } = setup();
    const { body, signed } = await call('pay', aPay());
    assert.equal(signed, true);
    assert.deepEqual([body.result.resultStatus, body.result.resultCode], ['U', 'PAYMENT_IN_PROCESS']);
    assert.equal(body['paymentCreateTime'], '2026-11-21T04:30:02-08:00');
    assert.match(String(body['paymentId']), /^20261121\d{25}$/);
    const { expireTime, codeDetails } = body['orderCodeForm'] as OrderCodeForm;
    assert.equal(expireTime, '2026-11-21T04:44:00-08:00');
    assert.deepEqual(
      codeDetails.map(({ displayType }) => displayType),
      ['TEXT', 'SMALLIMAGE', 'MIDDLEIMAGE', 'BIGIMAGE'],
    );
    assert.ok(codeDetails[0]?.codeValue.startsWith(`${ORIGIN}/wallet/`));
    const normalUrl = String(body['normalUrl']);
    assert.ok(normalUrl.startsWith(`${ORIGIN}/cashier/`));
    assert.deepEqual(body['redirectActionForm'], { method: 'GET', redirectUrl: normalUrl });
    const { redirectUrl } = JSON.parse(String(body['paymentActionForm'])) as { redirectUrl: string };
    assert.equal(redirectUrl, normalUrl);
    assert.equal('schemeUrl' in body, false);
  });

  it('answers a phone with the addresses that open its wallet', async () => {
    const { call } = setup();
    const phone = { env: { terminalType: 'WAP', osType: 'IOS' } };
    const alipay = await call('pay', aPay(phone));
    assert.match(String(alipay.body['schemeUrl']), /^alipays:\/\//);
    assert.match(String(alipay.body['normalUrl']), /\/wallet\//);
    const gcash = await call(
      'pay',
      aPay({ ...phone, paymentRequestId: 'PR-2', paymentMethod: { paymentMethodType: 'GCASH' } }),
    );
    assert.equal(gcash.body['applinkUrl'], gcash.body['normalUrl']);
    assert.equal('schemeUrl' in gcash.body, false);
  });

  it('serves production clients under the production path only', async () => {
    const production = setup({ clientId: '5X_TEA' });
    const good = await production.call('pay', aPay(), { prefix: '/ams/api' });
    assert.equal(good.body.result.resultCode, 'PAYMENT_IN_PROCESS');
    const crossed = await production.call('pay', aPay());
    assert.deepEqual([crossed.body.result.resultCode, crossed.signed], ['ACCESS_DENIED', false]);
  });

  it('takes times in ISO 8601 as well, since current SDKs send them', async () => {
    const { call } = setup();
    const { body } = await call('pay', aPay(), { time: '2026-11-21T20:30:02+08:00' });
    assert.equal(body.result.resultCode, 'PAYMENT_IN_PROCESS');
  });

  const good = JSON.stringify(aPay());
  const unverified = [
    ['INVALID_SIGNATURE', 'a body that is not what was signed', { sentBody: good.replace('1314', '1') }],
    ['INVALID_SIGNATURE', 'a path that is not what was signed', { sentTarget: '/ams/sandbox/api/v1/payments/pay?x=1' }],
    ['INVALID_SIGNATURE', 'another time than was signed', { headers: { 'request-time': '1795264200000' } }],
    ['INVALID_SIGNATURE', 'no signature', { headers: { signature: '' } }],
    ['INVALID_SIGNATURE', 'another algorithm', { headers: { signature: 'algorithm=RSA512,signature=AAAA' } }],
    [
      'INVALID_SIGNATURE',
      'base64 without its percent-encoding',
      { headers: { signature: 'algorithm=RSA256,signature=a+/=' } },
    ],
    [
      'KEY_NOT_FOUND',
      'a key version that was never uploaded',
      { headers: { signature: 'algorithm=RSA256,keyVersion=2,signature=AAAA' } },
    ],
    ['CLIENT_INVALID', 'a client it does not know', { headers: { 'client-id': 'SANDBOX_NOBODY' } }],
    ['NO_INTERFACE_DEF', 'an address that is no API', { sentTarget: '/ams/sandbox/api/v2/pay' }],
  ] as const;
  for (const [code, what, change] of unverified) {
    it(`answers ${what} without a signature: ${code}`, async () => {
      const { call, payment } = setup();
      const { body, signed, status } = await call('pay', good, change);
      assert.deepEqual([status, body.result.resultStatus, body.result.resultCode], [200, 'F', code]);
      assert.equal(signed, false);
      assert.equal('paymentId' in (await payment()), false);
    });
  }

  const order = { referenceOrderId: 'O', orderDescription: 'Tea', orderAmount: { currency: 'USD', value: '1' } };
  const refused = [
    ['PARAM_ILLEGAL', 'a time of another day', good, { time: '1795264200' }],
    ['MEDIA_TYPE_NOT_ACCEPTABLE', 'a form', good, { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
    ['PARAM_ILLEGAL', 'a body that is not JSON', '{'],
    ['PARAM_ILLEGAL', 'a list', []],
    ['PARAM_ILLEGAL', 'another product', aPay({ productCode: 'IN_STORE_PAYMENT' })],
    ['PARAM_ILLEGAL', 'no reference', aPay({ paymentRequestId: undefined })],
    ['PARAM_ILLEGAL', 'a reference that is too long', aPay({ paymentRequestId: 'x'.repeat(65) })],
    ['PARAM_ILLEGAL', 'a reference with special characters', aPay({ paymentRequestId: 'PR 1' })],
    ['PARAM_ILLEGAL', 'no order', aPay({ order: null })],
    ['PARAM_ILLEGAL', 'an order without a reference', aPay({ order: { ...order, referenceOrderId: '' } })],
    [
      'PARAM_ILLEGAL',
      'a description that is too long',
      aPay({ order: { ...order, orderDescription: 'x'.repeat(257) } }),
    ],
    ['PARAM_ILLEGAL', 'an amount that is a number', aPay({ paymentAmount: { currency: 'USD', value: 1314 } })],
    ['PARAM_ILLEGAL', 'a decimal amount', aPay({ paymentAmount: { currency: 'USD', value: '13.14' } })],
    ['PARAM_ILLEGAL', 'no money at all', aPay({ paymentAmount: { currency: 'USD', value: '0' } })],
    ['PARAM_ILLEGAL', 'too many digits', aPay({ paymentAmount: { currency: 'USD', value: '1'.repeat(17) } })],
    ['PARAM_ILLEGAL', 'a part of a rupiah', aPay({ paymentAmount: { currency: 'IDR', value: '150050' } })],
    ['PARAM_ILLEGAL', 'a currency in lower case', aPay({ paymentAmount: { currency: 'usd', value: '1314' } })],
    ['CURRENCY_NOT_SUPPORT', 'an unknown currency', aPay({ paymentAmount: { currency: 'XTS', value: '1314' } })],
    ['NO_PAY_OPTIONS', 'an unknown wallet', aPay({ paymentMethod: { paymentMethodType: 'TEA_WALLET' } })],
    ['PARAM_ILLEGAL', 'no settlement currency', aPay({ settlementStrategy: undefined })],
    ['PARAM_ILLEGAL', 'no terminal', aPay({ env: {} })],
    ['PARAM_ILLEGAL', 'an unknown terminal', aPay({ env: { terminalType: 'TABLET' } })],
    ['PARAM_ILLEGAL', 'an unknown system', aPay({ env: { terminalType: 'WAP', osType: 'HARMONY' } })],
    ['PARAM_ILLEGAL', 'a mini program without its id', aPay({ env: { terminalType: 'MINI_APP' } })],
    ['PARAM_ILLEGAL', 'a relative return address', aPay({ paymentRedirectUrl: '/orders/1' })],
    ['PARAM_ILLEGAL', 'a return address that is script', aPay({ paymentRedirectUrl: 'javascript:alert(1)' })],
    ['PARAM_ILLEGAL', 'a browser sent back to an app', aPay({ paymentRedirectUrl: 'teahouse://orders/1' })],
    [
      'PARAM_ILLEGAL',
      'a return address that is too long',
      aPay({ paymentRedirectUrl: `https://a.example/${'x'.repeat(2048)}` }),
    ],
    ['PARAM_ILLEGAL', 'a notify address of another kind', aPay({ paymentNotifyUrl: 'ftp://shop.example/' })],
    ['PARAM_ILLEGAL', 'an expiry in the past', aPay({ paymentExpiryTime: '2026-11-21T20:30:00+08:00' })],
    ['PARAM_ILLEGAL', 'an expiry of ten minutes', aPay({ paymentExpiryTime: '2026-11-21T20:40:03+08:00' })],
    ['PARAM_ILLEGAL', 'an expiry without an offset', aPay({ paymentExpiryTime: '2026-11-21T12:35:00' })],
  ] as const;
  for (const [code, what, content, change] of refused) {
    it(`refuses ${what}, signed: ${code}`, async () => {
      const { call } = setup();
      const { body, signed } = await call('pay', content, change);
      assert.deepEqual([body.result.resultStatus, body.result.resultCode], ['F', code]);
      assert.equal(signed, true);
      assert.equal('orderCodeForm' in body, false);
    });
  }

  it('answers the same request with the same payment', async () => {
    const { call, time } = setup();
    const first = await call('pay', aPay());
    await time.advance(60_000);
    const second = await call('pay', aPay());
    assert.deepEqual(second.body, first.body);
  });

  it('refuses the same reference with another amount', async () => {
    const { call, payment } = setup();
    await call('pay', aPay());
    const { body } = await call('pay', aPay({ paymentAmount: { currency: 'USD', value: '1' } }));
    assert.equal(body.result.resultCode, 'REPEAT_REQ_INCONSISTENT');
    assert.equal((await payment()).amount.value, '1314');
  });

  it('answers a repeat of a request whose own expiry has passed with how it ended', async () => {
    const { call, time } = setup();
    const request = aPay({ paymentExpiryTime: '2026-11-21T20:35:00+08:00' });
    assert.equal((await call('pay', request)).body.result.resultCode, 'PAYMENT_IN_PROCESS');
    await time.advance(5 * 60_000);
    assert.equal((await call('pay', request)).body.result.resultCode, 'ORDER_IS_CLOSED');
  });

  it('finds a payment by either id, and says so where there is none', async () => {
    const { call } = setup();
    const { body } = await call('pay', aPay());
    const byOurs = await call('inquiryPayment', { paymentRequestId: 'PR-1001' });
    const byTheirs = await call('inquiryPayment', { paymentId: body['paymentId'], paymentRequestId: 'ignored' });
    assert.equal(byOurs.body['paymentStatus'], 'PROCESSING');
    assert.equal(byOurs.body['paymentResultCode'], 'PAYMENT_IN_PROCESS');
    assert.deepEqual(byTheirs.body, byOurs.body);
    assert.equal(byTheirs.signed, true);
    const unknown = await call('inquiryPayment', { paymentRequestId: 'PR-404' });
    assert.deepEqual([unknown.body.result.resultCode, unknown.signed], ['ORDER_NOT_EXIST', true]);
    assert.equal((await call('inquiryPayment', {})).body.result.resultCode, 'PARAM_ILLEGAL');
  });

  it('never shows one merchant the payment of another', async () => {
    const fixture = setup();
    await fixture.call('pay', aPay());
    fixture.sandbox.registerMerchant('SANDBOX_OTHER', fixture.merchant.publicKey);
    const target = '/ams/sandbox/api/v1/payments/inquiryPayment';
    const body = '{"paymentRequestId":"PR-1001"}';
    const time = String(fixture.time.now());
    const { sign } = aMerchant('SANDBOX_OTHER');
    const other = await fixture.call('inquiryPayment', body, {
      headers: { 'client-id': 'SANDBOX_OTHER', signature: sign(target, time, body) },
    });
    assert.equal(other.body.result.resultCode, 'ORDER_NOT_EXIST');
  });

  it('counts what it has been asked about each payment', async () => {
    const { call, payment } = setup();
    await call('pay', aPay());
    await call('inquiryPayment', { paymentRequestId: 'PR-1001' });
    await call('inquiryPayment', { paymentId: (await payment()).paymentId });
    await call('cancel', { paymentRequestId: 'PR-1001' });
    await call('cancel', { paymentRequestId: 'PR-other' });
    const { pay, inquiryPayment, cancel, refund } = (await payment()).calls;
    assert.deepEqual([pay, inquiryPayment, cancel, refund], [1, 2, 1, 0]);
  });
});

describe('the signature of the Alipay sandbox', () => {
  // Antom docs, Sign a request and verify the signature: worked inputs, with the digest of the text to be signed.
  const vectors = [
    {
      digest: '5bf771ea63cb9e7d7dcd12e2f235aa8e6e149741f30973007099909122ff4bc7',
      target: '/ams/sandbox/api/v1/payments/inquiryPayment',
      clientId: 'SANDBOX_5XEXAMPLE0000000001',
      time: '1795293600000',
      body: '{"paymentRequestId":"PR-42"}',
    },
    {
      digest: '74a2aa466a64e38a6699bd15d5379b0006930e810fddcd54c986d64271e71a01',
      target: '/webhooks/alipay?shop=7',
      clientId: 'SANDBOX_5XEXAMPLE0000000001',
      time: '2026-11-21T21:00:00+08:00',
      body: '{"note":"龙井 🍵"}',
    },
  ];
  for (const { digest, ...parts } of vectors) {
    it(`is over the text that the documents put together for ${parts.target}`, () => {
      const { publicKey, signDigest } = aMerchant();
      const key = parsePublicKey(publicKey);
      assert.equal(isSignedBy(key, signDigest(digest), parts), true);
      assert.equal(isSignedBy(key, signDigest(digest), { ...parts, body: `${parts.body} ` }), false);
    });
  }
});

describe('cancelling at the Alipay sandbox', () => {
  it('closes a payment for good: its code can no longer be paid', async () => {
    const { call, payment, visit, received, sandbox } = setup();
    await call('pay', aPay());
    const { walletUrl } = await payment();
    const first = await call('cancel', { paymentRequestId: 'PR-1001' });
    assert.deepEqual([first.body.result.resultStatus, first.signed], ['S', true]);
    await visit(walletUrl, 'approve');
    await sandbox.settled();
    assert.equal((await payment()).status, 'CANCELLED');
    assert.match(await (await visit(walletUrl)).text(), /can no longer be paid/);
    assert.equal(received.length, 0);
    assert.equal((await call('pay', aPay())).body.result.resultCode, 'ORDER_IS_CANCELED');
  });

  it('answers a repeated cancel as the first', async () => {
    const { call, time } = setup();
    await call('pay', aPay());
    const first = await call('cancel', { paymentRequestId: 'PR-1001' });
    await time.advance(60_000);
    const second = await call('cancel', { paymentRequestId: 'PR-1001' });
    assert.deepEqual(second.body, first.body);
  });

  it('returns the money of a paid payment while the window is open', async () => {
    const { call, panel, payment, visit } = setup();
    await call('pay', aPay());
    await panel('payments/PR-1001/approve', {});
    assert.equal((await call('cancel', { paymentRequestId: 'PR-1001' })).body.result.resultStatus, 'S');
    const { body } = await call('inquiryPayment', { paymentRequestId: 'PR-1001' });
    assert.equal(body['paymentStatus'], 'CANCELLED');
    assert.match(await (await visit((await payment()).walletUrl)).text(), /Money returned/);
  });

  it('refuses after 00:15 of the next day in China', async () => {
    const { call, panel, time, payment } = setup();
    await call('pay', aPay());
    await panel('payments/PR-1001/approve', {});
    // Paid at 20:30 in China: the window closes 3 hours and 45 minutes later.
    await time.advance(3.8 * 3_600_000);
    const { body } = await call('cancel', { paymentRequestId: 'PR-1001' });
    assert.deepEqual([body.result.resultStatus, body.result.resultCode], ['F', 'CANCEL_WINDOW_EXCEED']);
    assert.equal((await payment()).status, 'SUCCESS');
  });

  it('answers success for a failed payment, and leaves it failed', async () => {
    const { call, panel, payment } = setup();
    await call('pay', aPay());
    await panel('payments/PR-1001/decline', { code: 'RISK_REJECT' });
    assert.equal((await call('cancel', { paymentRequestId: 'PR-1001' })).body.result.resultStatus, 'S');
    assert.deepEqual([(await payment()).status, (await payment()).resultCode], ['FAIL', 'RISK_REJECT']);
  });
});

describe('the wallet of the Alipay sandbox', () => {
  it('shows merchant, order and amount, escaped, without any script', async () => {
    const { call, payment, visit } = setup();
    await call('pay', aPay());
    const response = await visit((await payment()).walletUrl);
    const text = await response.text();
    assert.match(text, /Tea House/);
    assert.match(text, /\$13\.14/);
    assert.match(text, /龙井 🍵 &#60;b&#62;Green tea/);
    assert.doesNotMatch(text, /<script/);
  });

  it('is paid at most once, and notifies at most once', async () => {
    const { call, payment, visit, received, sandbox } = setup();
    await call('pay', aPay());
    const { walletUrl } = await payment();
    await Promise.all([visit(walletUrl, 'approve'), visit(walletUrl, 'approve'), visit(walletUrl, 'decline')]);
    await sandbox.settled();
    assert.equal((await payment()).status, 'SUCCESS');
    assert.equal(received.length, 1);
    assert.match(await (await visit(walletUrl)).text(), /Paid/);
  });

  it('sends a phone back to the shop, and leaves a desktop where it is', async () => {
    const { call, payment, visit } = setup();
    const back = 'https://shop.example/orders/O-1001?alipay_return=1';
    await call('pay', aPay({ env: { terminalType: 'WAP', osType: 'ANDROID' } }));
    await call('pay', aPay({ paymentRequestId: 'PR-2' }));
    const phone = (await payment()).walletUrl;
    assert.equal((await visit(phone, 'leave')).headers.get('location'), back);
    assert.equal((await payment()).status, 'PROCESSING');
    assert.equal((await visit(phone, 'approve')).headers.get('location'), back);
    const { walletUrl } = await payment('PR-2');
    assert.match((await visit(walletUrl, 'approve')).headers.get('location') ?? '', /^\/wallet\//);
  });

  it('sends a browser on the cashier page back once the payment has ended', async () => {
    const { call, panel, visit } = setup();
    const { body } = await call('pay', aPay());
    const cashier = String(body['normalUrl']);
    assert.equal((await visit(cashier)).status, 200);
    await panel('payments/PR-1001/approve', {});
    assert.equal((await visit(cashier)).headers.get('location'), 'https://shop.example/orders/O-1001?alipay_return=1');
  });

  it('can be paid in the browser that stands on the cashier page, which then goes back', async () => {
    const { call, payment, visit } = setup();
    const { body } = await call('pay', aPay());
    const cashier = String(body['normalUrl']);
    const back = 'https://shop.example/orders/O-1001?alipay_return=1';
    assert.equal((await visit(cashier, 'leave')).headers.get('location'), back);
    assert.equal((await payment()).status, 'PROCESSING');
    assert.equal((await visit(cashier, 'approve')).headers.get('location'), back);
    assert.equal((await payment()).status, 'SUCCESS');
  });

  it('knows no code that it has not given out', async () => {
    const { visit } = setup();
    assert.equal((await visit(`${ORIGIN}/wallet/28100204000000000000001`)).status, 404);
  });
});

describe('the clock and the notifications of the Alipay sandbox', () => {
  it('closes a payment at its end, and says so to the shop', async () => {
    const { call, time, payment, visit, received } = setup();
    await call('pay', aPay());
    await time.advance(13 * 60_000 + 59_000);
    assert.equal((await payment()).status, 'PROCESSING');
    await time.advance(1_000);
    assert.deepEqual([(await payment()).status, (await payment()).resultCode], ['FAIL', 'ORDER_IS_CLOSED']);
    assert.deepEqual(
      received.map(({ body }) => [body.notifyType, body.result.resultStatus, body.result.resultCode]),
      [['PAYMENT_RESULT', 'F', 'ORDER_IS_CLOSED']],
    );
    assert.match(await (await visit((await payment()).walletUrl, 'approve')).text(), /^$/);
    assert.equal((await payment()).status, 'FAIL');
  });

  it('notifies of money that is to be confirmed, then of its end', async () => {
    const { call, panel, time, received } = setup();
    await call('pay', aPay());
    await panel('payments/PR-1001/pend', {});
    await time.advance(3 * 86_400_000);
    await panel('payments/PR-1001/approve', {});
    await time.advance(0);
    assert.deepEqual(
      received.map(({ body, genuine }) => [body.notifyType, body.result.resultStatus, genuine]),
      [
        ['PAYMENT_PENDING', 'S', true],
        ['PAYMENT_RESULT', 'S', true],
      ],
    );
  });

  const notAcknowledged = {
    'a server error': () => new Response(null, { status: 500 }),
    'another body': () => Response.json({ result: { resultStatus: 'S', resultCode: 'SUCCESS' } }),
    'no answer': () => {
      throw new TypeError('fetch failed');
    },
  };
  for (const [what, acknowledge] of Object.entries(notAcknowledged)) {
    it(`sends the same bytes again, eight times within 24 hours, after ${what}`, async () => {
      const fixture = setup();
      fixture.acknowledge = acknowledge;
      await fixture.call('pay', aPay());
      const startMs = fixture.time.now();
      await fixture.panel('payments/PR-1001/approve', {});
      await fixture.time.advance(3 * 86_400_000);
      const minutes = fixture.received.map(({ atMs }) => (atMs - startMs) / 60_000);
      assert.deepEqual(minutes, [0, 2, 12, 22, 82, 202, 562, 1462]);
      assert.equal(new Set(fixture.received.map(({ text }) => text)).size, 1);
      assert.ok(fixture.received.every(({ genuine }) => genuine));
    });
  }

  it('stops once it has been acknowledged', async () => {
    const fixture = setup();
    fixture.acknowledge = () => new Response(null, { status: 500 });
    await fixture.call('pay', aPay());
    await fixture.panel('payments/PR-1001/approve', {});
    await fixture.time.advance(1_000);
    fixture.acknowledge = undefined;
    await fixture.time.advance(86_400_000);
    assert.deepEqual(
      (await fixture.payment()).notifications.map(({ attempt, outcome }) => [attempt, outcome]),
      [
        [1, 'refused'],
        [2, 'acknowledged'],
      ],
    );
  });

  it('does not send again where it plays the real sandbox', async () => {
    const fixture = setup({ resend: false });
    fixture.acknowledge = () => new Response(null, { status: 500 });
    await fixture.call('pay', aPay());
    await fixture.panel('payments/PR-1001/approve', {});
    await fixture.time.advance(86_400_000);
    assert.equal(fixture.received.length, 1);
  });
});

describe('the Alipay sandbox after a restart', () => {
  it('still knows its merchants and payments, and still closes them in time', async () => {
    const storage = sqliteStorage(':memory:');
    const before = setup({ storage });
    await before.call('pay', aPay());
    await before.call('pay', aPay({ paymentRequestId: 'PR-2' }));
    await before.panel('payments/PR-2/approve', {});
    const after = setup({ storage, registered: false });
    const { body } = await after.call('inquiryPayment', { paymentRequestId: 'PR-2' });
    assert.equal(body['paymentStatus'], 'SUCCESS');
    await after.time.advance(14 * 60_000);
    assert.equal((await after.payment()).status, 'FAIL');
    assert.equal(after.received.length, 1);
  });
});

describe('the panel of the Alipay sandbox', () => {
  it('takes a merchant in, in exchange for the gateway key, and refuses what is no key', async () => {
    const { panel, merchant } = setup();
    const good = await panel('merchants', { clientId: 'SANDBOX_NEW', publicKey: merchant.publicKey });
    const { gatewayPublicKey } = (await good.json()) as { gatewayPublicKey: string };
    assert.match(gatewayPublicKey, /^MIIB/);
    assert.notEqual(gatewayPublicKey, merchant.publicKey);
    assert.equal((await panel('merchants', { clientId: 'SANDBOX_NEW', publicKey: 'AAAA' })).status, 400);
  });

  it('can let a payment succeed after its end, but give back and take again never', async () => {
    const { call, panel, payment, time, received } = setup();
    await call('pay', aPay());
    await call('cancel', { paymentRequestId: 'PR-1001' });
    assert.equal((await panel('payments/PR-1001/approve', {})).status, 200);
    assert.equal((await payment()).status, 'SUCCESS');
    await time.advance(0);
    assert.equal(received.at(-1)?.body.result.resultCode, 'SUCCESS');
    await call('cancel', { paymentRequestId: 'PR-1001' });
    assert.equal((await panel('payments/PR-1001/approve', {})).status, 409);
  });

  it('reports a payment in the shape that all sandboxes share', async () => {
    const { call, payment } = setup();
    const { body } = await call('pay', aPay());
    const report = await payment();
    assert.deepEqual(
      [report.reference, report.gatewayReference, report.orderId, report.stage, report.cashierUrl, report.refunds],
      ['PR-1001', body['paymentId'], 'O-1001', 'open', body['normalUrl'], []],
    );
    assert.deepEqual(report.possibleEvents, ['approve', 'pend', 'decline', 'expire']);
  });

  it('refuses what the state of a payment does not allow', async () => {
    const { call, panel, payment } = setup();
    await call('pay', aPay());
    assert.equal((await panel('payments/PR-1001/notify', {})).status, 409);
    assert.equal((await panel('payments/PR-1001/approve', {})).status, 200);
    for (const action of ['approve', 'decline', 'pend', 'expire', 'cancel', 'burn']) {
      assert.equal((await panel(`payments/PR-1001/${action}`, {})).status, 409);
    }
    assert.equal((await panel('payments/PR-404/approve', {})).status, 404);
    assert.equal((await payment()).status, 'SUCCESS');
  });

  const faults = [
    ['drop', 0, 0],
    ['delay', 0, 1],
    ['duplicate', 2, 2],
    ['deliver', 1, 1],
  ] as const;
  for (const [notifications, atOnce, afterAMinute] of faults) {
    it(`can ${notifications} notifications`, async () => {
      const { call, panel, time, received } = setup();
      await panel('faults', { notifications, delayMs: 60_000 });
      await call('pay', aPay());
      await panel('payments/PR-1001/approve', {});
      await time.advance(0);
      assert.equal(received.length, atOnce);
      await time.advance(60_000);
      assert.equal(received.length, afterAMinute);
    });
  }

  it('can send two notifications the other way round', async () => {
    const { call, panel, time, received } = setup();
    await panel('faults', { notifications: 'reorder' });
    await call('pay', aPay());
    await panel('payments/PR-1001/pend', {});
    await time.advance(0);
    assert.equal(received.length, 0);
    await panel('payments/PR-1001/approve', {});
    await time.advance(0);
    assert.deepEqual(
      received.map(({ body }) => body.notifyType),
      ['PAYMENT_RESULT', 'PAYMENT_PENDING'],
    );
  });

  it('delivers the first of two whose second never comes, once it is in order again', async () => {
    const { call, panel, time, received } = setup();
    await panel('faults', { notifications: 'reorder' });
    await call('pay', aPay());
    await panel('payments/PR-1001/approve', {});
    await panel('faults', { notifications: 'deliver' });
    await time.advance(0);
    assert.equal(received.length, 1);
  });

  it('delivers later what was dropped, as the gateway would', async () => {
    const { call, panel, time, received } = setup();
    await panel('faults', { notifications: 'drop' });
    await call('pay', aPay());
    await panel('payments/PR-1001/approve', {});
    await panel('faults', { notifications: 'deliver' });
    await time.advance(120_000);
    assert.equal(received.length, 1);
  });

  it('sends a notification again on demand', async () => {
    const { call, panel, time, received } = setup();
    await call('pay', aPay());
    await panel('payments/PR-1001/approve', {});
    await panel('payments/PR-1001/notify', {});
    await time.advance(0);
    assert.deepEqual([received.length, received[0]?.text === received[1]?.text], [2, true]);
  });

  it('can take the gateway down: nothing is done', async () => {
    const { call, panel } = setup();
    await panel('faults', { gateway: 'down' });
    assert.equal((await call('pay', aPay())).status, 503);
    await panel('faults', { gateway: 'up' });
    const { body } = await call('inquiryPayment', { paymentRequestId: 'PR-1001' });
    assert.equal(body.result.resultCode, 'ORDER_NOT_EXIST');
  });

  it('can lose answers: what was asked is done all the same', async () => {
    const { call, panel, payment } = setup();
    await panel('faults', { gateway: 'lost' });
    assert.equal((await call('pay', aPay())).status, 504);
    assert.equal((await payment()).status, 'PROCESSING');
  });

  it('can be slow', async () => {
    const { call, panel, time } = setup();
    await panel('faults', { gateway: 'slow', delayMs: 30_000 });
    let answered = false;
    const answer = call('pay', aPay()).then(() => (answered = true));
    await time.advance(29_999);
    assert.equal(answered, false);
    await time.advance(1);
    assert.equal(await answer, true);
  });

  it('refuses a fault that does not exist', async () => {
    const { panel } = setup();
    assert.equal((await panel('faults', { notifications: 'burn' })).status, 400);
  });

  it('shows every payment and every refused call as a page', async () => {
    const { call, panel } = setup();
    await call('pay', aPay());
    await call('pay', aPay({ paymentRequestId: 'PR 1' }));
    const text = await (await panel('')).text();
    assert.match(text, /data-payment="PR-1001" data-status="PROCESSING"/);
    assert.match(text, /PARAM_ILLEGAL/);
  });
});

interface OrderCodeForm {
  readonly expireTime: string;
  readonly codeDetails: readonly { readonly displayType: string; readonly codeValue: string }[];
}
