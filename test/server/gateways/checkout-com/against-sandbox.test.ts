import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GatewayError, type GatewayPayment, type GatewayRefund } from '../../../../src/server/gateway.ts';
import { lookupOf } from '../../../support/gateway-payments.ts';
import { aRefund, CHANNEL_ID, CURRENT_KEY, PREVIOUS_KEY } from './fixtures.ts';
import { ORIGIN, paymentOf, type PlatformName, type SandboxSetup, setupSandbox } from './setup-sandbox.ts';

const PLATFORMS = ['previous', 'current'] as const;

type Fixture = Awaited<ReturnType<typeof setupSandbox>>;

/** A payment as the kit knows it once it is created. */
async function created({ gateway }: Fixture, platform: PlatformName = 'current'): Promise<GatewayPayment> {
  const payment = paymentOf(platform);
  const { gatewayReference } = await gateway.createPayment(payment);
  return { ...payment, gatewayReference: gatewayReference! };
}

async function paid(fixture: Fixture, platform: PlatformName = 'current'): Promise<GatewayPayment> {
  const payment = await created(fixture, platform);
  await fixture.act('approve');
  fixture.sent();
  await fixture.notices(payment);
  return payment;
}

/** A refund in the payment's currency. */
function refundOf({ amount }: GatewayPayment, value: number, change: Partial<GatewayRefund> = {}): GatewayRefund {
  return aRefund({ amount: { ...amount, value }, ...change });
}

describe('requesting a payment from the Checkout.com sandbox', () => {
  it('says on the current platform what that wants to know, and sends the shopper where it is told', async () => {
    const { gateway, sent, report } = await setupSandbox();
    const evidence = await gateway.createPayment(paymentOf('current'));
    const [call, ...others] = sent();
    assert.equal(others.length, 0);
    assert.deepEqual([call!.method, call!.url], ['POST', `${ORIGIN}/payments`]);
    assert.deepEqual(call!.headers, {
      authorization: `Bearer ${CURRENT_KEY}`,
      'content-type': 'application/json',
      'cko-idempotency-key': 'create:PaymentPaymentPayment001',
    });
    assert.deepEqual(JSON.parse(call!.body), {
      source: { type: 'alipay_cn' },
      amount: 2000,
      currency: 'HKD',
      reference: 'PaymentPaymentPayment001',
      processing_channel_id: CHANNEL_ID,
      processing: { terminal_type: 'WEB' },
      success_url: 'https://shop.example/return?order=A-1001',
      failure_url: 'https://shop.example/return?order=A-1001',
      description: 'Green tea, 2 boxes',
      metadata: { order_id: 'A-1001' },
    });
    const { cashierUrl, gatewayReference, orderId } = await report();
    assert.equal(orderId, 'A-1001');
    assert.equal(evidence.outcome, 'awaiting');
    assert.equal(evidence.gatewayReference, gatewayReference);
    assert.deepEqual(evidence.action, { redirect: { url: cashierUrl, method: 'GET' } });
  });

  it('says on the previous platform what that wants to know, with its key alone', async () => {
    const { gateway, sent, report } = await setupSandbox({ platform: 'previous' });
    const evidence = await gateway.createPayment(paymentOf('previous', { terminal: 'WAP', os: 'IOS' }));
    const [call] = sent();
    assert.equal(call!.headers['authorization'], PREVIOUS_KEY);
    assert.deepEqual(JSON.parse(call!.body), {
      source: { type: 'alipay' },
      amount: 2000,
      currency: 'USD',
      reference: 'PaymentPaymentPayment001',
      success_url: 'https://shop.example/return?order=A-1001',
      failure_url: 'https://shop.example/return?order=A-1001',
      description: 'Green tea, 2 boxes',
      metadata: { order_id: 'A-1001' },
    });
    assert.deepEqual(evidence.action, { redirect: { url: (await report()).cashierUrl, method: 'GET' } });
  });

  const devices = [
    [
      { terminal: 'WAP', os: 'IOS' },
      { terminal: 'WAP', os: 'IOS' },
    ],
    [{ terminal: 'WAP' }, { terminal: 'WAP', os: 'ANDROID' }],
    [
      { terminal: 'APP', os: 'ANDROID' },
      { terminal: 'APP', os: 'ANDROID' },
    ],
  ] as const;
  for (const [device, told] of devices) {
    it(`tells of ${JSON.stringify(device)} what the gateway understands`, async () => {
      const { gateway, report } = await setupSandbox();
      await gateway.createPayment(paymentOf('current', device));
      const { terminal, os } = await report();
      assert.deepEqual({ terminal, os }, told);
    });
  }

  it('asks for the wallet that the shopper has chosen', async () => {
    const { gateway, report } = await setupSandbox();
    await gateway.createPayment(paymentOf('current', { wallet: 'alipay_hk' }));
    assert.equal((await report()).wallet, 'alipay_hk');
  });

  it('gets a payment through that has no description', async () => {
    const { gateway } = await setupSandbox();
    assert.equal((await gateway.createPayment(paymentOf('current', { description: '' }))).outcome, 'awaiting');
  });

  for (const platform of PLATFORMS) {
    it(`makes one payment on the ${platform} platform, however often it is repeated`, async () => {
      const { gateway, payments } = await setupSandbox({ platform });
      const first = await gateway.createPayment(paymentOf(platform));
      const returnUrl = 'https://shop.example/return?order=A-1001&ticket=other';
      assert.deepEqual(await gateway.createPayment(paymentOf(platform, { returnUrl })), first);
      assert.equal((await payments()).length, 1);
    });
  }

  it('finds a payment whose answer was lost by our reference, and its address by asking again', async () => {
    const { gateway, setFaults, report, payments, sent } = await setupSandbox();
    await setFaults({ gateway: 'lost' });
    await assert.rejects(gateway.createPayment(paymentOf('current')), { kind: 'unknown' });
    await setFaults({ gateway: 'up' });
    sent();
    const evidence = await gateway.retrievePayment(paymentOf('current'));
    const { gatewayReference, cashierUrl } = await report();
    assert.equal(evidence?.gatewayReference, gatewayReference);
    assert.deepEqual(evidence?.action, { redirect: { url: cashierUrl, method: 'GET' } });
    assert.deepEqual(
      sent().map(({ method, url }) => `${method} ${url.slice(ORIGIN.length)}`),
      ['GET /payments?reference=PaymentPaymentPayment001', `GET /payments/${gatewayReference}`, 'POST /payments'],
    );
    assert.equal((await payments()).length, 1);
  });

  it('gets a lost answer of the previous platform by requesting the same again', async () => {
    const { gateway, setFaults, payments } = await setupSandbox({ platform: 'previous' });
    const payment = paymentOf('previous');
    await setFaults({ gateway: 'lost' });
    await assert.rejects(gateway.createPayment(payment), { kind: 'unknown' });
    await setFaults({ gateway: 'up' });
    assert.equal(await gateway.retrievePayment(payment), null);
    assert.ok((await gateway.createPayment(payment)).action);
    assert.equal((await payments()).length, 1);
  });

  it('leaves a payment unknown while its first request is still under way', async () => {
    const { gateway, setFaults, time, payments } = await setupSandbox();
    await setFaults({ gateway: 'slow', delayMs: 5_000 });
    const first = gateway.createPayment(paymentOf('current'));
    await assert.rejects(gateway.createPayment(paymentOf('current')), { kind: 'unknown', gatewayCode: 'HTTP 409' });
    await time.advance(5_000);
    assert.equal((await first).outcome, 'awaiting');
    assert.equal((await payments()).length, 1);
  });

  it('leaves a payment unknown while the gateway is down', async () => {
    const { gateway, setFaults, payments } = await setupSandbox();
    await setFaults({ gateway: 'down' });
    await assert.rejects(gateway.createPayment(paymentOf('current')), { kind: 'unknown' });
    await assert.rejects(gateway.retrievePayment(paymentOf('current')), { kind: 'unknown' });
    assert.equal((await payments()).length, 0);
  });

  for (const platform of PLATFORMS) {
    it(`ends a payment that the ${platform} platform declines at once`, async () => {
      const { gateway } = await setupSandbox({ platform, account: { behaviour: 'declines' } });
      const { outcome, reason, action } = await gateway.createPayment(paymentOf(platform));
      assert.deepEqual([outcome, reason, action], ['failed', 'declined', undefined]);
    });
  }

  const misconfigured: Readonly<Record<string, SandboxSetup & { payment?: GatewayPayment }>> = {
    'a key that is not the account’s': { options: { secretKey: 'sk_sbox_aaaaaaaaaaaaaaaaaaaaaaaaaaa' } },
    'the current platform’s key sent bare': { options: { platform: 'previous' }, payment: paymentOf('previous') },
    'the previous platform’s key with Bearer': {
      platform: 'previous',
      options: { platform: 'current', processingChannelId: CHANNEL_ID, webhookKey: 'any' },
    },
    'the channel of another account': { options: { processingChannelId: `pc_${'a'.repeat(26)}` } },
    'an account without Alipay': { account: { behaviour: 'not_onboarded' } },
  };
  for (const [what, { payment = paymentOf('current'), ...fixture }] of Object.entries(misconfigured)) {
    it(`tells the merchant of ${what}`, async () => {
      const { gateway, payments } = await setupSandbox(fixture);
      await assert.rejects(gateway.createPayment(payment), { kind: 'misconfigured' });
      assert.equal((await payments()).length, 0);
    });
  }

  it('ends a payment whose currency the gateway does not take after all', async () => {
    const { gateway } = await setupSandbox({ options: { currencies: { alipay_cn: ['AUD'] } } });
    const payment = paymentOf('current', { amount: { currency: 'AUD', value: 2000, exponent: 2 } });
    await assert.rejects(gateway.createPayment(payment), {
      kind: 'rejected',
      gatewayCode: 'apm_currency_not_supported',
    });
  });
});

describe('following a payment at the Checkout.com sandbox', () => {
  const stories = [
    ['current', ['pend'], 'processing'],
    ['current', ['approve'], 'success'],
    ['current', ['pend', 'approve'], 'success'],
    ['current', ['decline'], 'failed'],
    ['current', ['pend', 'decline'], 'failed'],
    ['current', ['cancel'], 'cancelled'],
    ['current', ['expire'], 'expired'],
    ['current', ['cancel', 'approve'], 'success'],
    ['current', ['decline', 'approve'], 'success'],
    ['previous', ['pend'], 'processing'],
    ['previous', ['approve'], 'success'],
    ['previous', ['decline'], 'failed'],
    ['previous', ['cancel'], 'expired'],
    ['previous', ['expire'], 'expired'],
    ['previous', ['expire', 'approve'], 'success'],
  ] as const;
  for (const [platform, events, outcome] of stories) {
    it(`hears the same by webhook and by inquiry on the ${platform} platform: ${events.join(', then ')}`, async () => {
      const fixture = await setupSandbox({ platform });
      const payment = await created(fixture, platform);
      for (const event of events) await fixture.act(event);
      const inquired = await fixture.gateway.retrievePayment(payment);
      const notice = (await fixture.notices(payment)).at(-1);
      assert.ok(notice && 'payment' in notice);
      for (const evidence of [inquired, notice.payment]) {
        assert.deepEqual(
          [evidence?.paymentId, evidence?.gatewayReference, evidence?.outcome, evidence?.amount],
          [payment.id, payment.gatewayReference, outcome, payment.amount],
        );
      }
    });
  }

  it('believes no news of a payment that only begins', async () => {
    const fixture = await setupSandbox();
    const payment = await created(fixture);
    assert.deepEqual(await fixture.notices(payment), [null]);
    const evidence = await fixture.gateway.retrievePayment(payment);
    assert.deepEqual([evidence?.outcome, evidence?.action], ['awaiting', undefined]);
  });

  const reasons = [
    ['20005', 'declined'],
    ['20051', 'insufficient_funds'],
    ['20061', 'limit_exceeded'],
    ['30015', 'declined'],
    ['40101', 'risk_rejected'],
  ] as const;
  for (const [code, reason] of reasons) {
    it(`hears why a payment was declined: ${code}`, async () => {
      const fixture = await setupSandbox();
      const payment = await created(fixture);
      await fixture.act('decline', payment, { code });
      const notice = (await fixture.notices(payment)).at(-1);
      assert.ok(notice && 'payment' in notice);
      assert.equal(notice.payment.reason, reason);
      assert.equal((await fixture.gateway.retrievePayment(payment))?.reason, reason);
    });
  }

  it('is closed by the gateway’s own clock', async () => {
    const fixture = await setupSandbox();
    const payment = await created(fixture);
    await fixture.time.advance(3_600_000);
    assert.equal((await fixture.gateway.retrievePayment(payment))?.outcome, 'expired');
  });

  for (const platform of PLATFORMS) {
    it(`finds nothing on the ${platform} platform where there is no such payment`, async () => {
      const { gateway } = await setupSandbox({ platform });
      assert.equal(await gateway.retrievePayment(paymentOf(platform)), null);
    });
  }

  it('does not take the account of somebody else for an empty one', async () => {
    const { gateway } = await setupSandbox();
    const payment = paymentOf('current', { gatewayReference: 'pay_wu2hdjkzookuji3i2xai2ienlm' });
    await assert.rejects(gateway.retrievePayment(payment), { kind: 'misconfigured' });
  });

  it('keeps to a payment that was paid and given back', async () => {
    const fixture = await setupSandbox();
    const payment = await paid(fixture);
    await fixture.gateway.refundPayment(payment, refundOf(payment, 2000));
    assert.equal((await fixture.report()).status, 'Refunded');
    const evidence = await fixture.gateway.retrievePayment(payment);
    assert.deepEqual([evidence?.outcome, evidence?.amount], ['success', payment.amount]);
  });
});

describe('refunds at the Checkout.com sandbox', () => {
  for (const platform of PLATFORMS) {
    it(`go in parts on the ${platform} platform, each of them once, up to the whole`, async () => {
      const fixture = await setupSandbox({ platform });
      const { gateway, sent, report, notices } = fixture;
      const payment = await paid(fixture, platform);
      const first = refundOf(payment, 500, { reason: 'Broken cup' });
      const evidence = await gateway.refundPayment(payment, first);
      const [call] = sent();
      assert.equal(call!.url, `${ORIGIN}/payments/${payment.gatewayReference}/refunds`);
      assert.equal(call!.headers['cko-idempotency-key'], 'refund:RefundRefundRefundRef001');
      assert.deepEqual(JSON.parse(call!.body), { amount: 500, reference: 'RefundRefundRefundRef001' });
      assert.equal(evidence.outcome, 'processing');
      assert.deepEqual(await gateway.refundPayment(payment, first), evidence);
      await gateway.refundPayment(payment, refundOf(payment, 1500, { id: 'RefundRefundRefundRef002' }));
      const beyond = refundOf(payment, 1, { id: 'RefundRefundRefundRef003' });
      await assert.rejects(gateway.refundPayment(payment, beyond), { kind: 'rejected' });
      const { refunds, status } = await report();
      assert.deepEqual(
        refunds.map(({ reference, value }) => [reference, value]),
        [
          ['RefundRefundRefundRef001', 500],
          ['RefundRefundRefundRef002', 1500],
        ],
      );
      assert.equal(status, 'Refunded');
      const amount = { ...payment.amount, value: 500 };
      const [notice] = await notices(payment);
      assert.deepEqual(notice, {
        refund: { refundId: first.id, outcome: 'success', amount, gatewayReference: evidence.gatewayReference },
      });
      assert.deepEqual(await gateway.retrieveRefund(payment, first), {
        refundId: first.id,
        outcome: 'success',
        amount,
        gatewayReference: evidence.gatewayReference,
      });
    });
  }

  const decisions = [
    ['succeed', 'success', undefined],
    ['fail', 'failed', '20005'],
  ] as const;
  for (const [decision, outcome, gatewayCode] of decisions) {
    it(`stay in progress until the gateway lets them ${decision}`, async () => {
      const fixture = await setupSandbox();
      const payment = await paid(fixture);
      const refund = refundOf(payment, 500);
      await fixture.setFaults({ refunds: 'manual' });
      await fixture.gateway.refundPayment(payment, refund);
      assert.equal((await fixture.gateway.retrieveRefund(payment, refund))?.outcome, 'processing');
      await fixture.settleRefund(refund.id, decision);
      const [before, after] = await fixture.notices(payment);
      assert.ok(before && 'refund' in before && after && 'refund' in after);
      assert.equal(before.refund.outcome, 'processing');
      const retrieved = await fixture.gateway.retrieveRefund(payment, refund);
      for (const evidence of [after.refund, retrieved]) {
        assert.deepEqual([evidence?.outcome, evidence?.gatewayCode], [outcome, gatewayCode]);
      }
      assert.equal((await fixture.gateway.retrievePayment(payment))?.outcome, 'success');
    });
  }

  it('are found by our reference where the answer was lost, and not made twice', async () => {
    const fixture = await setupSandbox();
    const payment = await paid(fixture);
    const refund = refundOf(payment, 500);
    await fixture.setFaults({ gateway: 'lost' });
    await assert.rejects(fixture.gateway.refundPayment(payment, refund), { kind: 'unknown' });
    await assert.rejects(fixture.gateway.retrieveRefund(payment, refund), { kind: 'unknown' });
    await fixture.setFaults({ gateway: 'up' });
    assert.equal((await fixture.gateway.retrieveRefund(payment, refund))?.outcome, 'success');
    await fixture.gateway.refundPayment(payment, refund);
    assert.equal((await fixture.report()).refunds.length, 1);
  });

  it('are refused while nothing is captured, and unknown where nobody asked', async () => {
    const fixture = await setupSandbox();
    const payment = await created(fixture);
    const refund = refundOf(payment, 500);
    await assert.rejects(fixture.gateway.refundPayment(payment, refund), { kind: 'rejected' });
    assert.equal(await fixture.gateway.retrieveRefund(payment, refund), null);
  });
});

describe('cancelling at the Checkout.com sandbox', () => {
  it('is refused, as no void is promised, and leaves the payment as it is', async () => {
    const fixture = await setupSandbox();
    const payment = await created(fixture);
    assert.equal(await fixture.gateway.cancelPayment(payment), 'refused');
    assert.equal((await fixture.report()).status, 'Pending');
  });

  const voiding = { account: { behaviour: 'voids_pending' }, options: { voidsPending: true } };

  it('closes a payment where the account can void it, also when it is repeated', async () => {
    const fixture = await setupSandbox(voiding);
    const payment = await created(fixture);
    fixture.sent();
    assert.equal(await fixture.gateway.cancelPayment(payment), 'cancelled');
    const [call] = fixture.sent();
    assert.equal(call!.url, `${ORIGIN}/payments/${payment.gatewayReference}/voids`);
    assert.equal(call!.headers['cko-idempotency-key'], 'void:PaymentPaymentPayment001');
    assert.deepEqual(JSON.parse(call!.body), { reference: payment.id });
    assert.equal(await fixture.gateway.cancelPayment(payment), 'cancelled');
    const notice = (await fixture.notices(payment)).at(-1);
    assert.ok(notice && 'payment' in notice);
    // That it was us is told by the answer to the cancel; for all that the gateway knows, nobody has paid.
    assert.equal(notice.payment.outcome, 'expired');
  });

  it('leaves it unknown where the answer is lost, and is then repeated', async () => {
    const fixture = await setupSandbox(voiding);
    const payment = await created(fixture);
    await fixture.setFaults({ gateway: 'lost' });
    await assert.rejects(fixture.gateway.cancelPayment(payment), { kind: 'unknown' });
    await fixture.setFaults({ gateway: 'up' });
    assert.equal(await fixture.gateway.cancelPayment(payment), 'cancelled');
  });

  it('is refused once it is paid', async () => {
    const fixture = await setupSandbox(voiding);
    const payment = await paid(fixture);
    assert.equal(await fixture.gateway.cancelPayment(payment), 'refused');
    assert.equal((await fixture.report()).status, 'Captured');
  });
});

describe('webhooks of the Checkout.com sandbox', () => {
  it('are acknowledged in the way that the gateway takes for an acknowledgement', async () => {
    const fixture = await setupSandbox();
    await paid(fixture);
    assert.deepEqual(
      (await fixture.report()).notifications.map(({ outcome }) => outcome),
      ['acknowledged', 'acknowledged'],
    );
  });

  for (const platform of PLATFORMS) {
    it(`are refused on the ${platform} platform where they are signed with another key`, async () => {
      const options = { webhookKey: 'of another webhook' };
      const fixture = await setupSandbox({ platform, options });
      await created(fixture, platform);
      await fixture.act('approve');
      await fixture.sandbox.settled();
      assert.equal(fixture.inbox.length, 2);
      for (const notification of fixture.inbox) {
        await assert.rejects(fixture.gateway.readNotification(notification, lookupOf()), { status: 401 });
      }
    });
  }

  it('are refused where a stranger has changed a byte', async () => {
    const fixture = await setupSandbox();
    const payment = await created(fixture);
    await fixture.notices();
    await fixture.setFaults({ notifications: 'forge' });
    await fixture.act('approve');
    await assert.rejects(fixture.notices(payment), { status: 401 });
  });

  it('are refused without the header that the merchant has chosen', async () => {
    const chosen = { webhookAuthorization: 'shop secret' };
    const good = await setupSandbox({ options: chosen, account: chosen });
    await created(good);
    assert.deepEqual(await good.notices(), [null]);
    const bad = await setupSandbox({ options: chosen });
    await created(bad);
    await assert.rejects(bad.notices(), { status: 401 });
  });

  it('say the same when they are doubled, and when they come the other way round', async () => {
    const fixture = await setupSandbox();
    const payment = await created(fixture);
    await fixture.notices();
    await fixture.setFaults({ notifications: 'reorder' });
    await fixture.act('pend');
    await fixture.act('approve');
    await fixture.setFaults({ notifications: 'duplicate' });
    await fixture.act('notify');
    const outcomes = (await fixture.notices(payment)).map((notice) =>
      notice && 'payment' in notice ? notice.payment.outcome : null,
    );
    assert.deepEqual(outcomes.sort(), ['processing', 'success', 'success', 'success']);
  });
});

describe('the typed client at the Checkout.com sandbox', () => {
  it('requests a payment with everything that can be said of one', async () => {
    const { client, sent } = await setupSandbox();
    const request = {
      source: { type: 'alipay_hk' },
      amount: 1000,
      currency: 'HKD',
      reference: 'order-1001',
      processing_channel_id: CHANNEL_ID,
      processing: { terminal_type: 'APP', os_type: 'IOS' },
      success_url: 'https://shop.example/ok',
      failure_url: 'https://shop.example/no',
      capture: true,
      payment_type: 'Regular',
      description: 'Tea',
      customer: { email: 'ann@shop.example', name: 'Ann' },
      shipping: { address: { country: 'HK' } },
      items: [{ name: 'Tea', quantity: 1, unit_price: 1000, reference: 'tea-1' }],
      metadata: { order_id: 'A-1', boxes: 2 },
    } as const;
    const payment = await client.requestPayment(request, 'key-1');
    const [call] = sent();
    assert.deepEqual(JSON.parse(call!.body), request);
    assert.equal(call!.headers['cko-idempotency-key'], 'key-1');
    assert.match(payment.id ?? '', /^pay_\w{26}$/);
    assert.deepEqual([payment.status, payment.reference], ['Pending', 'order-1001']);
    assert.match(payment.customer?.id ?? '', /^cus_/);
    assert.match(payment._links['redirect']?.href ?? '', /^http:\/\/localhost:4021\/wallet\//);
  });

  it('reads a payment by its id, by its session and by our reference', async () => {
    const fixture = await setupSandbox();
    const { client, report, sent } = fixture;
    const { id, gatewayReference = '' } = await paid(fixture);
    const byId = await client.getPayment(gatewayReference);
    assert.deepEqual(
      [byId?.status, byId?.approved, byId?.amount, byId?.currency, byId?.source?.type, byId?.metadata, byId?.actions],
      ['Captured', true, 2000, 'HKD', 'alipay_cn', { order_id: 'A-1001' }, undefined],
    );
    assert.deepEqual([byId?.balances?.total_captured, byId?.balances?.available_to_refund], [2000, 2000]);
    assert.ok(byId?._links['refund']);
    const bySession = await client.getPayment((await report()).sessionId);
    assert.deepEqual(
      bySession?.actions?.map(({ type, response_code }) => [type, response_code]),
      [
        ['Capture', '10000'],
        ['Authorization', '10000'],
      ],
    );
    assert.deepEqual(await client.listPayments({ reference: id }), [byId]);
    assert.deepEqual(await client.listPayments({ reference: 'order 1&2' }), []);
    assert.equal(await client.getPayment('pay_nothing'), null);
    assert.ok(sent().every(({ method, headers }) => method === 'GET' && !('cko-idempotency-key' in headers)));
  });

  it('refunds all that is left where no amount is named, and tells of it', async () => {
    const fixture = await setupSandbox();
    const { client } = fixture;
    const { gatewayReference = '' } = await paid(fixture);
    const request = { reference: 'refund-7', metadata: { by: 'Ann' } };
    const accepted = await client.refund(gatewayReference, request, 'refund-key');
    assert.deepEqual(JSON.parse(fixture.sent()[0]!.body), request);
    assert.equal(accepted.reference, 'refund-7');
    assert.equal(accepted._links['payment']?.href, `${ORIGIN}/payments/${gatewayReference}`);
    const [action] = (await client.getActions(gatewayReference)) ?? [];
    assert.deepEqual(
      [action?.id, action?.type, action?.amount, action?.approved, action?.response_code, action?.reference],
      [accepted.action_id, 'Refund', 2000, true, '10000', 'refund-7'],
    );
    assert.equal(await client.getActions('pay_nothing'), null);
  });

  it('voids what can be voided, and names the refusal of what cannot', async () => {
    const fixture = await setupSandbox({ account: { behaviour: 'voids_pending' } });
    const { gatewayReference = '' } = await created(fixture);
    const request = { reference: 'void-1', metadata: { by: 'Ann' } };
    assert.equal((await fixture.client.void(gatewayReference, request, 'void-key')).reference, 'void-1');
    const again = fixture.client.void(gatewayReference, {}, 'other-key');
    await assert.rejects(again, (error) => error instanceof GatewayError && error.gatewayCode === 'HTTP 403');
  });

  for (const platform of PLATFORMS) {
    it(`reads a webhook in the words of the ${platform} platform`, async () => {
      const fixture = await setupSandbox({ platform });
      const payment = await created(fixture, platform);
      await fixture.act('approve');
      await fixture.sandbox.settled();
      const { type, created_on, data } = await fixture.client.readNotification(fixture.inbox.at(-1)!);
      assert.equal(type, 'payment_captured');
      assert.equal(Date.parse(created_on ?? ''), fixture.time.now());
      assert.deepEqual(
        [data.id, data.reference, data.response_code, data.amount, data.currency, data.metadata],
        [payment.gatewayReference, payment.id, '10000', 2000, payment.amount.currency, { order_id: 'A-1001' }],
      );
      assert.match(data.action_id ?? '', /^act_/);
    });
  }
});
