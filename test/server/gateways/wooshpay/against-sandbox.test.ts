import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type GatewayPayment, NotificationRefused } from '../../../../src/server/gateway.ts';
import type { CreatePaymentIntentRequest } from '../../../../src/server/gateways/wooshpay/index.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { aPayment, aRefund, SECRET_KEY } from './fixtures.ts';
import { ORIGIN, type SandboxSetup, setupSandbox } from './setup-sandbox.ts';

type Fixture = ReturnType<typeof setupSandbox>;

const PAGES = ['direct', 'hosted'] as const;
const DAY_MS = 86_400_000;
const WEB_PAGE = `${ORIGIN}/api/open/v1/ac/cashier/self/codevalue/checkout.htm?codeValue=`;

/** A payment as the kit knows it once it is created, and whose first notifications have been read. */
async function created(fixture: Fixture, change: Partial<GatewayPayment> = {}): Promise<GatewayPayment> {
  const payment = aPayment(change);
  const { gatewayReference } = await fixture.gateway.createPayment(payment);
  await fixture.notices(payment);
  fixture.sent();
  return { ...payment, gatewayReference: gatewayReference! };
}

async function paid(fixture: Fixture): Promise<GatewayPayment> {
  const payment = await created(fixture);
  await fixture.act('approve');
  await fixture.notices(payment);
  return payment;
}

describe('creating a payment at the WooshPay sandbox', () => {
  it('says what the gateway wants to know, and sends the shopper where it is told', async () => {
    const { gateway, sent, report } = setupSandbox();
    const evidence = await gateway.createPayment(aPayment());
    const [call, ...others] = sent();
    assert.equal(others.length, 0);
    assert.deepEqual([call!.method, call!.url], ['POST', `${ORIGIN}/v1/payment_intents`]);
    assert.deepEqual(call!.headers, {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${SECRET_KEY}:`).toString('base64')}`,
      'content-type': 'application/json',
      'idempotency-key': 'PaymentPaymentPayment001',
    });
    assert.deepEqual(JSON.parse(call!.body), {
      amount: 1314,
      currency: 'CNY',
      confirm: true,
      payment_method_types: ['alipay'],
      payment_method_data: { type: 'alipay' },
      payment_method_options: { alipay: { client_ip: '203.0.113.9', terminal_type: 'WEB', os_type: 'IOS' } },
      merchant_order_id: 'PaymentPaymentPayment001',
      metadata: { order_id: 'A-1001' },
      description: 'Green tea, 2 boxes',
      return_url: 'https://shop.example/return?order=A-1001',
    });
    const { gatewayReference, orderId } = await report();
    assert.equal(orderId, 'A-1001');
    assert.deepEqual([evidence.outcome, evidence.gatewayReference], ['awaiting', gatewayReference]);
    const { redirect, qrCode } = evidence.action ?? {};
    assert.deepEqual([redirect?.method, qrCode], ['GET', undefined]);
    assert.ok(redirect?.url.startsWith(WEB_PAGE));
  });

  it('opens a page of the hosted kind, with one thing that costs the whole', async () => {
    const { gateway, sent, report } = setupSandbox({ options: { page: 'hosted' } });
    const evidence = await gateway.createPayment(aPayment());
    const [call] = sent();
    assert.deepEqual([call!.method, call!.url], ['POST', `${ORIGIN}/v1/checkout/sessions`]);
    assert.equal(call!.headers['idempotency-key'], 'PaymentPaymentPayment001');
    assert.deepEqual(JSON.parse(call!.body), {
      mode: 'payment',
      success_url: 'https://shop.example/return?order=A-1001',
      cancel_url: 'https://shop.example/return?order=A-1001',
      payment_method_types: ['alipay'],
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'CNY', unit_amount: 1314, product_data: { name: 'Green tea, 2 boxes' } },
        },
      ],
      client_reference_id: 'PaymentPaymentPayment001',
      metadata: { order_id: 'A-1001', payment_id: 'PaymentPaymentPayment001' },
    });
    assert.match(evidence.gatewayReference ?? '', /^cs_\d{19}$/);
    assert.match(evidence.action?.redirect?.url ?? '', /\/pay\/cs_\d{19}\?key=pk_test_\w+$/);
    assert.equal(evidence.expiresAtMs, NOW_MS + DAY_MS);
    assert.deepEqual((await report()).amount, { currency: 'CNY', value: 1314 });
  });

  const devices = [
    [{ terminal: 'WAP', os: 'IOS' }, 'APP', 'IOS'],
    [{ terminal: 'WAP', os: 'ANDROID' }, 'APP', 'ANDROID'],
    [{ terminal: 'APP', os: 'IOS' }, 'APP', 'IOS'],
    [{ terminal: 'WAP' }, 'APP', 'ANDROID'],
    [{ terminal: 'WEB', os: 'ANDROID' }, 'WEB', 'ANDROID'],
    [{ terminal: 'WEB' }, 'WEB', 'IOS'],
  ] as const;
  for (const [device, terminal, os] of devices) {
    it(`tells of ${JSON.stringify(device)} what the gateway understands`, async () => {
      const { gateway, sent, open, report } = setupSandbox();
      const { action } = await gateway.createPayment(aPayment(device));
      const { payment_method_options: options } = JSON.parse(sent()[0]!.body) as CreatePaymentIntentRequest;
      assert.deepEqual(options, { alipay: { client_ip: '203.0.113.9', terminal_type: terminal, os_type: os } });
      const page = await open(action!.redirect!.url);
      assert.equal(page.headers.get('location'), (await report()).cashierUrl);
    });
  }

  it('asks for the wallet that the shopper has chosen', async () => {
    const { gateway, report } = setupSandbox({ options: { wallets: ['alipay', 'alipay_hk'] } });
    await gateway.createPayment(aPayment({ wallet: 'alipay_hk' }));
    assert.equal((await report()).wallet, 'alipay_hk');
  });

  it('shows the address of a desktop as a code where the merchant wants it, and never that of a phone', async () => {
    const { gateway } = setupSandbox({ options: { qrFromUrl: true } });
    const desktop = await gateway.createPayment(aPayment());
    assert.equal(desktop.action?.qrCode?.data, desktop.action?.redirect?.url);
    const phone = await gateway.createPayment(aPayment({ id: 'PaymentPaymentPayment002', terminal: 'WAP' }));
    assert.equal(phone.action?.qrCode, undefined);
  });

  for (const currency of ['CNY', 'GBP', 'USD', 'EUR', 'HKD']) {
    it(`takes ${currency}, from its smallest unit on`, async () => {
      const { gateway, report } = setupSandbox();
      await gateway.createPayment(aPayment({ amount: { currency, value: 1, exponent: 2 } }));
      assert.deepEqual((await report()).amount, { currency, value: 1 });
    });
  }

  for (const page of PAGES) {
    it(`gets a ${page} payment through with the longest description that there is`, async () => {
      const { gateway, report } = setupSandbox({ options: { page } });
      const description = '龙井 <b>"tea"</b> '.repeat(17).slice(0, 256);
      await gateway.createPayment(aPayment({ description }));
      assert.equal((await report()).description, description);
    });

    it(`makes one ${page} payment of one request, however often it is sent`, async () => {
      const { gateway, payments } = setupSandbox({ options: { page } });
      const first = await gateway.createPayment(aPayment());
      assert.deepEqual(await gateway.createPayment(aPayment()), first);
      assert.equal((await payments()).length, 1);
    });

    it(`finds a ${page} payment whose answer was lost, by our reference, with its address`, async () => {
      const fixture = setupSandbox({ options: { page } });
      const { gateway, setFaults, payments } = fixture;
      await setFaults({ gateway: 'lost' });
      await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
      await assert.rejects(gateway.retrievePayment(aPayment()), { kind: 'unknown' });
      await setFaults({ gateway: 'up' });
      const found = await gateway.retrievePayment(aPayment());
      assert.deepEqual(found, await gateway.createPayment(aPayment()));
      assert.ok(found?.action?.redirect);
      assert.equal((await payments()).length, 1);
    });

    it(`knows that there is no ${page} payment`, async () => {
      const { gateway } = setupSandbox({ options: { page } });
      assert.equal(await gateway.retrievePayment(aPayment()), null);
    });

    it(`leaves a ${page} payment unknown while the gateway is down`, async () => {
      const { gateway, setFaults, payments } = setupSandbox({ options: { page } });
      await setFaults({ gateway: 'down' });
      await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
      await assert.rejects(gateway.retrievePayment(aPayment()), { kind: 'unknown' });
      assert.equal((await payments()).length, 0);
    });
  }

  it('searches by our reference alone', async () => {
    const { gateway, sent } = setupSandbox();
    await gateway.retrievePayment(aPayment());
    const url = new URL(sent()[0]!.url);
    assert.equal(url.pathname, '/v1/payment_intents/search');
    assert.equal(url.searchParams.get('query'), "merchant_order_id:'PaymentPaymentPayment001'");
    assert.doesNotMatch(url.search, /\+/);
  });

  it('lists sessions page by page until it has found its own', async () => {
    const fixture = setupSandbox({ options: { page: 'hosted' } });
    const { gateway, time, sent } = fixture;
    const { gatewayReference } = await created(fixture);
    for (let count = 1; count <= 101; count += 1) {
      await time.advance(1_000);
      await gateway.createPayment(aPayment({ id: `PaymentPaymentOther${String(count).padStart(5, '0')}` }));
    }
    sent();
    assert.equal((await gateway.retrievePayment(aPayment()))?.gatewayReference, gatewayReference);
    const paths = sent().map(({ url }) => new URL(url).pathname);
    assert.deepEqual(paths.slice(0, 2), ['/v1/checkout/sessions', '/v1/checkout/sessions']);
  });

  it('leaves a payment unknown while its first request is still under way', async () => {
    const { gateway, setFaults, time, payments } = setupSandbox();
    await setFaults({ gateway: 'slow', delayMs: 5_000 });
    const first = gateway.createPayment(aPayment());
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
    await time.advance(5_000);
    assert.equal((await first).outcome, 'awaiting');
    assert.equal((await payments()).length, 1);
  });

  it('leaves a payment unknown that is sent again with another way back, and then finds the first', async () => {
    const { gateway, payments } = setupSandbox();
    const first = await gateway.createPayment(aPayment());
    const returnUrl = 'https://shop.example/return?order=A-1001&ticket=other';
    await assert.rejects(gateway.createPayment(aPayment({ returnUrl })), { kind: 'unknown' });
    assert.deepEqual(await gateway.retrievePayment(aPayment({ returnUrl })), first);
    assert.equal((await payments()).length, 1);
  });

  it('waits as long as a search may lag before a payment may be sent again', async () => {
    const { gateway, time, setFaults } = setupSandbox({ account: { searchLagMs: 9_000 } });
    await setFaults({ gateway: 'lost' });
    await assert.rejects(gateway.createPayment(aPayment()));
    await setFaults({ gateway: 'up' });
    assert.equal(await gateway.retrievePayment(aPayment()), null);
    await time.advance(gateway.capabilities.createAgainAfterMs);
    assert.equal((await gateway.retrievePayment(aPayment()))?.outcome, 'awaiting');
  });

  it('goes by the paid one of two, where a key has been ignored', async () => {
    const { gateway, act } = setupSandbox({ account: { honoursIdempotencyKeys: false } });
    const { gatewayReference: first } = await gateway.createPayment(aPayment());
    const { gatewayReference: second } = await gateway.createPayment(aPayment());
    assert.notEqual(first, second);
    // The panel acts on the newer one: the older would be as good.
    await act('approve');
    const evidence = await gateway.retrievePayment(aPayment());
    assert.deepEqual([evidence?.gatewayReference, evidence?.outcome], [second, 'success']);
  });

  const misconfigured: Readonly<Record<string, SandboxSetup>> = {
    'a key that is not the account’s': { options: { secretKey: 'sk_test_somebodyElse' } },
    'a key of the other mode': { options: { secretKey: 'sk_live_4f7d0aExample' } },
    'an account without Alipay': { account: { behaviour: 'alipay_not_enabled' } },
  };
  for (const [what, fixture] of Object.entries(misconfigured)) {
    for (const errorShape of ['nested', 'flat', 'text'] as const) {
      it(`tells the merchant of ${what}, wherever the error stands: ${errorShape}`, async () => {
        const { gateway, payments } = setupSandbox({ ...fixture, account: { errorShape, ...fixture.account } });
        await assert.rejects(gateway.createPayment(aPayment()), { kind: 'misconfigured' });
        assert.equal((await payments()).length, 0);
      });
    }
  }

  it('ends a payment that is declined at once', async () => {
    const { gateway } = setupSandbox({ account: { behaviour: 'declines' } });
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'rejected', reason: 'declined' });
  });

  it('leaves a payment unknown where there are too many calls', async () => {
    const { gateway } = setupSandbox({ account: { behaviour: 'rate_limited' } });
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
  });

  it('ends a payment that the gateway does not understand, in its own words', async () => {
    const { gateway } = setupSandbox();
    await assert.rejects(gateway.createPayment(aPayment({ returnUrl: 'teahouse://orders/1' })), {
      kind: 'rejected',
      gatewayCode: 'parameter_invalid',
      message: /return_url must be an http or https URL/,
    });
  });
});

describe('following a payment at the WooshPay sandbox', () => {
  const stories = [
    [['pend'], 'processing'],
    [['approve'], 'success'],
    [['pend', 'approve'], 'success'],
    [['decline'], 'failed'],
    [['pend', 'decline'], 'failed'],
    [['expire'], 'expired'],
    [['decline', 'approve'], 'success'],
    [['expire', 'approve'], 'success'],
  ] as const;
  const accounts = {
    'an account as the manual has it': {},
    'an account with a status of its own for failures': { failedStatus: 'failed' },
    'an account of loose types': { looseTypes: true },
    'an account whose signatures count seconds': { signatureTime: 's' },
  } as const;
  for (const [who, account] of Object.entries(accounts)) {
    for (const [events, outcome] of stories) {
      it(`hears the same by event and by inquiry at ${who}: ${events.join(', then ')}`, async () => {
        const fixture = setupSandbox({ account });
        const payment = await created(fixture);
        for (const event of events) await fixture.act(event);
        const inquired = await fixture.gateway.retrievePayment(payment);
        const notice = (await fixture.notices(payment)).at(-1);
        assert.ok(notice && 'payment' in notice);
        for (const evidence of [inquired, notice.payment]) {
          assert.deepEqual(
            [evidence?.paymentId, evidence?.gatewayReference, evidence?.outcome, evidence?.amount, evidence?.action],
            [payment.id, payment.gatewayReference, outcome, payment.amount, undefined],
          );
        }
      });
    }
  }

  const hostedStories = [
    [['pend'], 'processing'],
    [['approve'], 'success'],
    [['pend', 'approve'], 'success'],
    [['pend', 'decline'], 'failed'],
    // The page stays open for another try.
    [['decline'], 'awaiting'],
    [['decline', 'approve'], 'success'],
    [['cancel'], 'expired'],
    [['expire'], 'expired'],
    [['expire', 'approve'], 'success'],
  ] as const;
  for (const looseTypes of [false, true]) {
    for (const [events, outcome] of hostedStories) {
      it(`asks after every event of a page: ${events.join(', then ')}${looseTypes ? ', loosely typed' : ''}`, async () => {
        const fixture = setupSandbox({ options: { page: 'hosted' }, account: { looseTypes } });
        const payment = await created(fixture);
        for (const event of events) await fixture.act(event);
        const notices = await fixture.notices(payment);
        assert.ok(notices.length >= events.length);
        for (const notice of notices) assert.deepEqual(notice, { ask: { paymentId: payment.id } });
        const evidence = await fixture.gateway.retrievePayment(payment);
        assert.deepEqual(
          [evidence?.paymentId, evidence?.gatewayReference, evidence?.outcome, evidence?.amount],
          [payment.id, payment.gatewayReference, outcome, payment.amount],
        );
        assert.equal(evidence?.action !== undefined, outcome === 'awaiting');
      });
    }
  }

  it('hears the beginning of a payment, with where it is paid', async () => {
    const fixture = setupSandbox();
    const { action } = await fixture.gateway.createPayment(aPayment());
    const notices = await fixture.notices(aPayment());
    assert.deepEqual(
      notices.map((notice) => notice && 'payment' in notice && notice.payment.outcome),
      ['awaiting', 'awaiting'],
    );
    const last = notices.at(-1);
    assert.deepEqual(last && 'payment' in last && last.payment.action, action);
  });

  it('has an address to go to while it waits, loosely typed or not', async () => {
    for (const looseTypes of [false, true]) {
      const fixture = setupSandbox({ account: { looseTypes } });
      const payment = await created(fixture);
      const evidence = await fixture.gateway.retrievePayment(payment);
      assert.ok(evidence?.action?.redirect?.url.startsWith(WEB_PAGE));
    }
  });

  it('ends with the page, a day later', async () => {
    const fixture = setupSandbox({ options: { page: 'hosted' } });
    const payment = await created(fixture);
    await fixture.time.advance(DAY_MS);
    assert.equal((await fixture.gateway.retrievePayment(payment))?.outcome, 'expired');
  });

  it('says declined where the wallet has declined', async () => {
    const fixture = setupSandbox();
    const payment = await created(fixture);
    await fixture.act('decline', { code: 'insufficient_funds' });
    assert.equal((await fixture.gateway.retrievePayment(payment))?.reason, 'declined');
  });

  it('does not take the payment of another account for none', async () => {
    const { gateway } = setupSandbox();
    for (const gatewayReference of ['pi_1666729870215872512', 'cs_1666729870215872777']) {
      await assert.rejects(gateway.retrievePayment(aPayment({ gatewayReference })), { kind: 'misconfigured' });
    }
  });
});

describe('notifications of the WooshPay sandbox', () => {
  it('are believed for as long as they are repeated, with the time of the first', async () => {
    const fixture = setupSandbox();
    const payment = await created(fixture);
    fixture.answerWith(() => new Response(null, { status: 500 }));
    await fixture.act('approve');
    await fixture.time.advance(4 * DAY_MS - 60_000);
    const notices = await fixture.notices(payment);
    assert.equal(notices.length, 18);
    for (const notice of notices) assert.equal(notice && 'payment' in notice && notice.payment.outcome, 'success');
  });

  it('are taken as received by our acknowledgement: none comes twice', async () => {
    const fixture = setupSandbox();
    const payment = await paid(fixture);
    await fixture.time.advance(4 * DAY_MS);
    assert.deepEqual(await fixture.notices(payment), []);
  });

  it('are refused where they are forged', async () => {
    const fixture = setupSandbox();
    const payment = await created(fixture);
    await fixture.setFaults({ notifications: 'forge' });
    await fixture.act('approve');
    await assert.rejects(fixture.notices(payment), NotificationRefused);
  });

  it('are refused where they are signed for another endpoint', async () => {
    const fixture = setupSandbox({ options: { webhookSecret: 'whsec_another' } });
    await fixture.gateway.createPayment(aPayment());
    await assert.rejects(fixture.notices(aPayment()), NotificationRefused);
  });

  it('come in pairs the other way round, and say what was so when they were written', async () => {
    const fixture = setupSandbox();
    const payment = await created(fixture);
    await fixture.setFaults({ notifications: 'reorder' });
    await fixture.act('pend');
    await fixture.act('approve');
    assert.deepEqual(
      (await fixture.notices(payment)).map((notice) => notice && 'payment' in notice && notice.payment.outcome),
      ['success', 'processing'],
    );
  });

  it('are about nothing of ours where another system of the account has taken the payment', async () => {
    const fixture = setupSandbox();
    await fixture.gateway.createPayment(aPayment());
    assert.deepEqual(await fixture.notices(), [null, null]);
  });
});

describe('cancelling at the WooshPay sandbox', () => {
  it('closes a payment, with the reason that the gateway wants', async () => {
    const fixture = setupSandbox();
    const payment = await created(fixture);
    assert.equal(await fixture.gateway.cancelPayment(payment), 'cancelled');
    const [call, ...others] = fixture.sent();
    assert.equal(others.length, 0);
    assert.equal(call!.url, `${ORIGIN}/v1/payment_intents/${payment.gatewayReference}/cancel`);
    const { cancellation_reason: reason, ...rest } = JSON.parse(call!.body) as Record<string, unknown>;
    assert.deepEqual([typeof reason, rest], ['string', {}]);
    assert.equal((await fixture.report()).status, 'canceled');
    const notice = (await fixture.notices(payment)).at(-1);
    assert.equal(notice && 'payment' in notice && notice.payment.outcome, 'expired');
  });

  it('expires the page instead of its payment', async () => {
    const fixture = setupSandbox({ options: { page: 'hosted' } });
    const payment = await created(fixture);
    assert.equal(await fixture.gateway.cancelPayment(payment), 'cancelled');
    assert.equal(fixture.sent()[0]!.url, `${ORIGIN}/v1/checkout/sessions/${payment.gatewayReference}/expire`);
    assert.equal((await fixture.report()).status, 'canceled');
  });

  for (const page of PAGES) {
    it(`answers a repeated cancel of a ${page} payment as the first`, async () => {
      const fixture = setupSandbox({ options: { page } });
      const payment = await created(fixture);
      await fixture.gateway.cancelPayment(payment);
      assert.equal(await fixture.gateway.cancelPayment(payment), 'cancelled');
    });

    it(`closes a ${page} payment whose answer was lost`, async () => {
      const fixture = setupSandbox({ options: { page } });
      await fixture.setFaults({ gateway: 'lost' });
      await assert.rejects(fixture.gateway.createPayment(aPayment()));
      await fixture.setFaults({ gateway: 'up' });
      assert.equal(await fixture.gateway.cancelPayment(aPayment()), 'cancelled');
      assert.equal((await fixture.report()).status, 'canceled');
    });

    for (const event of ['approve', 'pend']) {
      it(`is refused for a ${page} payment after ${event}`, async () => {
        const fixture = setupSandbox({ options: { page } });
        const payment = await created(fixture);
        await fixture.act(event);
        const { status } = await fixture.report();
        assert.equal(await fixture.gateway.cancelPayment(payment), 'refused');
        assert.equal((await fixture.report()).status, status);
      });
    }

    it(`is unknown for a ${page} payment where the answer is lost`, async () => {
      const fixture = setupSandbox({ options: { page } });
      const payment = await created(fixture);
      await fixture.setFaults({ gateway: 'lost' });
      await assert.rejects(fixture.gateway.cancelPayment(payment), { kind: 'unknown' });
      await fixture.setFaults({ gateway: 'up' });
      assert.equal(await fixture.gateway.cancelPayment(payment), 'cancelled');
    });
  }
});

describe('refunds at the WooshPay sandbox', () => {
  it('return a part, asked for with our reference in the metadata', async () => {
    const fixture = setupSandbox();
    const payment = await paid(fixture);
    fixture.sent();
    const refund = aRefund({ reason: 'Broken cup' });
    const evidence = await fixture.gateway.refundPayment(payment, refund);
    const [call] = fixture.sent();
    assert.deepEqual([call!.method, call!.url], ['POST', `${ORIGIN}/v1/refunds`]);
    assert.equal(call!.headers['idempotency-key'], refund.id);
    assert.deepEqual(JSON.parse(call!.body), {
      payment_intent: payment.gatewayReference,
      amount: 314,
      metadata: { refund_id: refund.id, reason: 'Broken cup' },
    });
    const { refunds } = await fixture.report();
    assert.deepEqual(
      refunds.map(({ reference, value, status }) => [reference, value, status]),
      [[refund.id, 314, 'succeeded']],
    );
    assert.deepEqual(
      [evidence.refundId, evidence.outcome, evidence.amount, evidence.gatewayReference],
      [refund.id, 'success', refund.amount, refunds[0]?.gatewayReference],
    );
    const known = { ...refund, gatewayReference: evidence.gatewayReference! };
    assert.deepEqual(await fixture.gateway.retrieveRefund(payment, known), evidence);
    assert.deepEqual(await fixture.notices(payment), [{ refund: evidence }]);
    // The payment itself stays paid.
    assert.equal((await fixture.gateway.retrievePayment(payment))?.outcome, 'success');
  });

  it('can say the amount as text, and be answered as loosely', async () => {
    const fixture = setupSandbox({ options: { refundAmountType: 'string' }, account: { looseTypes: true } });
    const payment = await paid(fixture);
    fixture.sent();
    const evidence = await fixture.gateway.refundPayment(payment, aRefund());
    assert.equal((JSON.parse(fixture.sent()[0]!.body) as { amount: unknown }).amount, '314');
    assert.deepEqual([evidence.outcome, evidence.amount], ['success', aRefund().amount]);
    assert.deepEqual(await fixture.notices(payment), [{ refund: evidence }]);
  });

  it('return the whole of a payment that was made on a page', async () => {
    const fixture = setupSandbox({ options: { page: 'hosted' } });
    const payment = await paid(fixture);
    const refund = aRefund({ amount: payment.amount, isFull: true });
    assert.equal((await fixture.gateway.refundPayment(payment, refund)).outcome, 'success');
    assert.equal((await fixture.report()).refunds[0]?.value, 1314);
  });

  for (const [decision, outcome] of [
    ['succeed', 'success'],
    ['fail', 'failed'],
  ] as const) {
    it(`stay in progress until the gateway lets them ${decision}`, async () => {
      const fixture = setupSandbox();
      const payment = await paid(fixture);
      await fixture.setFaults({ refunds: 'manual' });
      const { outcome: first, gatewayReference } = await fixture.gateway.refundPayment(payment, aRefund());
      assert.equal(first, 'processing');
      const refund = aRefund({ gatewayReference: gatewayReference! });
      assert.equal((await fixture.gateway.retrieveRefund(payment, refund))?.outcome, 'processing');
      await fixture.settleRefund(refund.id, decision);
      const evidence = await fixture.gateway.retrieveRefund(payment, refund);
      assert.equal(evidence?.outcome, outcome);
      assert.deepEqual(await fixture.notices(payment), [{ refund: evidence }]);
    });
  }

  it('are made once where the key is heeded, and refused by the gateway where it is not', async () => {
    const fixture = setupSandbox();
    const payment = await paid(fixture);
    const first = await fixture.gateway.refundPayment(payment, aRefund());
    assert.deepEqual(await fixture.gateway.refundPayment(payment, aRefund()), first);
    fixture.setAccount({ honoursIdempotencyKeys: false });
    await assert.rejects(fixture.gateway.refundPayment(payment, aRefund()), { kind: 'rejected' });
    assert.equal((await fixture.report()).refunds.length, 1);
  });

  it('stay unknown where the answer was lost, until a notification tells of them', async () => {
    const fixture = setupSandbox();
    const payment = await paid(fixture);
    await fixture.setFaults({ gateway: 'lost' });
    await assert.rejects(fixture.gateway.refundPayment(payment, aRefund()), { kind: 'unknown' });
    await fixture.setFaults({ gateway: 'up' });
    await assert.rejects(fixture.gateway.retrieveRefund(payment, aRefund()), { kind: 'unknown' });
    const [notice] = await fixture.notices(payment);
    assert.ok(notice && 'refund' in notice);
    assert.deepEqual([notice.refund.refundId, notice.refund.outcome], [aRefund().id, 'success']);
  });

  it('are rejected where they are not enabled, beyond the amount, or too early', async () => {
    const fixture = setupSandbox();
    const early = await created(fixture);
    await assert.rejects(fixture.gateway.refundPayment(early, aRefund()), { kind: 'rejected' });
    await fixture.act('approve');
    const beyond = aRefund({ amount: { currency: 'CNY', value: 1315, exponent: 2 } });
    await assert.rejects(fixture.gateway.refundPayment(early, beyond), { kind: 'rejected' });
    fixture.setAccount({ behaviour: 'refunds_not_enabled' });
    await assert.rejects(fixture.gateway.refundPayment(early, aRefund()), { kind: 'rejected' });
    assert.deepEqual((await fixture.report()).refunds, []);
  });
});

describe('the typed client at the WooshPay sandbox', () => {
  const request: CreatePaymentIntentRequest = {
    amount: 20,
    currency: 'CNY',
    payment_method_types: ['alipay'],
    merchant_order_id: aPayment().id,
    return_url: 'https://shop.example/pay/return',
  };
  const method = {
    payment_method_data: { type: 'alipay' },
    payment_method_options: { alipay: { client_ip: '192.168.0.1', terminal_type: 'APP', os_type: 'ANDROID' } },
  } as const;

  for (const looseTypes of [false, true]) {
    it(`creates, confirms, reads, finds and cancels in steps${looseTypes ? ', loosely typed' : ''}`, async () => {
      const { client, sent } = setupSandbox({ account: { looseTypes } });
      const blank = await client.createPaymentIntent(request, 'key-1');
      assert.deepEqual([blank.status, blank.next_action, blank.amount], ['requires_payment_method', undefined, 20]);
      const confirmed = await client.confirmPaymentIntent(blank.id, method);
      assert.equal(confirmed.status, 'requires_action');
      assert.ok(confirmed.next_action?.alipay_handle_redirect?.url?.startsWith(`${ORIGIN}/p/s/i/?scheme=alipays`));
      assert.deepEqual(await client.retrievePaymentIntent(blank.id), confirmed);
      const query = `merchant_order_id:'${aPayment().id}'`;
      assert.deepEqual((await client.searchPaymentIntents({ query, limit: 1 })).data, [confirmed]);
      assert.deepEqual(await client.listPaymentIntents({ limit: 10 }), { data: [confirmed], has_more: false });
      const cancelled = await client.cancelPaymentIntent(blank.id, { cancellation_reason: 'customer cancelled' });
      assert.deepEqual([cancelled.status, cancelled.cancellation_reason], ['canceled', 'customer cancelled']);
      const calls = sent();
      assert.deepEqual(
        calls.map(({ method: verb, url }) => `${verb} ${new URL(url).pathname}`),
        [
          'POST /v1/payment_intents',
          `POST /v1/payment_intents/${blank.id}/confirm`,
          `GET /v1/payment_intents/${blank.id}`,
          'GET /v1/payment_intents/search',
          'GET /v1/payment_intents',
          `POST /v1/payment_intents/${blank.id}/cancel`,
        ],
      );
      const [create, confirm] = calls.map(({ body }) => body);
      assert.deepEqual([JSON.parse(create!), JSON.parse(confirm!)], [request, method]);
      assert.equal(calls[0]!.headers['idempotency-key'], 'key-1');
    });

    it(`opens, reads, lists and expires pages${looseTypes ? ', loosely typed' : ''}`, async () => {
      const { client } = setupSandbox({ account: { looseTypes } });
      const price = { currency: 'CNY', unit_amount: 100_000, product_data: { name: 'Pineapple cakes' } };
      const session = await client.createCheckoutSession({
        mode: 'payment',
        success_url: 'https://shop.example/ok',
        cancel_url: 'https://shop.example/basket',
        payment_method_types: ['alipay'],
        client_reference_id: 'order-1001',
        metadata: { order_id: 'order-1001' },
        line_items: [{ quantity: 2, price_data: price }],
      });
      assert.deepEqual(
        [session.status, session.payment_status, session.amount_total, session.expires_at],
        ['open', 'unpaid', 200_000, NOW_MS + DAY_MS],
      );
      assert.deepEqual(await client.retrieveCheckoutSession(session.id), session);
      assert.deepEqual((await client.listCheckoutSessions({ limit: 1 })).data, [session]);
      assert.equal((await client.expireCheckoutSession(session.id)).status, 'expired');
      const refusal = { status: 400, kind: 'rejected', gatewayCode: 'unexpected_state' };
      await assert.rejects(client.expireCheckoutSession(session.id), refusal);
    });
  }

  it('refunds and reads refunds', async () => {
    const fixture = setupSandbox();
    const { gatewayReference } = await paid(fixture);
    const refund = await fixture.client.createRefund({
      payment_intent: gatewayReference!,
      reason: 'requested_by_customer',
      metadata: { refund_id: 'RF-1' },
    });
    assert.deepEqual(
      [refund.status, refund.amount, refund.reason, refund.payment_intent],
      ['succeeded', 1314, 'requested_by_customer', gatewayReference],
    );
    assert.deepEqual(await fixture.client.retrieveRefund(refund.id), refund);
  });

  it('registers an endpoint, and reads its events with the secret that it gets', async () => {
    const fixture = setupSandbox();
    const endpoint = await fixture.client.createWebhookEndpoint({
      url: 'https://shop.example/second',
      enabled_events: ['payment_intent.succeeded'],
      description: 'Orders',
    });
    assert.deepEqual([endpoint.status, endpoint.url], ['enabled', 'https://shop.example/second']);
    await created(fixture);
    await fixture.act('approve');
    const notification = fixture.inbox.find(({ target }) => target === '/second');
    const second = setupSandbox({ options: { webhookSecret: endpoint.secret! } });
    const { type, livemode } = await second.client.readNotification(notification!);
    assert.deepEqual([type, livemode], ['payment_intent.succeeded', false]);
    await assert.rejects(fixture.client.readNotification(notification!), NotificationRefused);
  });

  it('tells of every kind of refusal with its status', async () => {
    const { client } = setupSandbox();
    await assert.rejects(client.retrievePaymentIntent('pi_1'), { status: 404, gatewayCode: 'resource_missing' });
    await assert.rejects(client.createPaymentIntent({ ...request, amount: 0 }), { status: 400, kind: 'rejected' });
    await assert.rejects(client.searchPaymentIntents({ query: 'tea' }), { status: 400 });
    await client.createPaymentIntent(request, 'key-1');
    const reused = { status: 409, kind: 'unknown', gatewayCode: 'idempotency_key_reused' };
    await assert.rejects(client.createPaymentIntent({ ...request, amount: 21 }, 'key-1'), reused);
  });
});

describe('what one payment at the WooshPay sandbox tells of another', () => {
  it('is refused: an event for a payment that we know under another id', async () => {
    const fixture = setupSandbox();
    await created(fixture);
    await fixture.act('approve');
    const stranger = aPayment({ gatewayReference: 'pi_1666729870215872512' });
    const [notification] = fixture.inbox.splice(0);
    await assert.rejects(fixture.gateway.readNotification(notification!, lookupOf(stranger)), NotificationRefused);
  });
});
