import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkoutCom } from '../../../../src/server/gateways/checkout-com/index.ts';
import { NOW_MS } from '../../../support/gateway-payments.ts';
import {
  ACTION_ID,
  answeringGateway,
  aPayment,
  CASHIER,
  CHANNEL_ID,
  CURRENT_KEY,
  details,
  PAY_ID,
  pending,
  PREVIOUS_KEY,
  previousOptions,
  someOptions,
} from './fixtures.ts';

const HOUR_MS = 3_600_000;
const known = aPayment({ gatewayReference: PAY_ID });
const refusal = (status: number, ...error_codes: string[]) =>
  Response.json({ request_id: '0HL80RJLS76I7', error_type: 'request_invalid', error_codes }, { status });

describe('creating a payment', () => {
  it('sends the current platform all that it asks for, with the key as a bearer', async () => {
    const { gateway, calls } = answeringGateway(() => Response.json(pending, { status: 202 }));
    const evidence = await gateway.createPayment(aPayment({ terminal: 'WAP', os: 'IOS' }));
    assert.deepEqual(evidence, {
      paymentId: aPayment().id,
      gatewayReference: PAY_ID,
      outcome: 'awaiting',
      amount: undefined,
      action: { redirect: { url: CASHIER, method: 'GET' } },
    });
    const [call, ...others] = calls;
    assert.deepEqual(others, []);
    assert.equal(call?.method, 'POST');
    assert.equal(call.url, 'https://api.sandbox.checkout.com/payments');
    assert.deepEqual(call.headers, {
      authorization: `Bearer ${CURRENT_KEY}`,
      'content-type': 'application/json',
      'cko-idempotency-key': `create:${aPayment().id}`,
    });
    assert.deepEqual(JSON.parse(call.body), {
      source: { type: 'alipay_cn' },
      amount: 2000,
      currency: 'HKD',
      reference: aPayment().id,
      processing_channel_id: CHANNEL_ID,
      processing: { terminal_type: 'WAP', os_type: 'IOS' },
      success_url: 'https://shop.example/return?order=A-1001',
      failure_url: 'https://shop.example/return?order=A-1001',
      description: 'Green tea, 2 boxes',
      metadata: { order_id: 'A-1001' },
    });
  });

  it('sends the previous platform neither channel nor terminal, and the key bare', async () => {
    const { gateway, calls } = answeringGateway(() => Response.json(pending, { status: 202 }), previousOptions());
    const payment = aPayment({ terminal: 'WAP', os: 'IOS', amount: { currency: 'USD', value: 2000, exponent: 2 } });
    await gateway.createPayment(payment);
    assert.equal(calls[0]?.headers.authorization, PREVIOUS_KEY);
    assert.deepEqual(JSON.parse(calls[0].body), {
      source: { type: 'alipay' },
      amount: 2000,
      currency: 'USD',
      reference: aPayment().id,
      success_url: 'https://shop.example/return?order=A-1001',
      failure_url: 'https://shop.example/return?order=A-1001',
      description: 'Green tea, 2 boxes',
      metadata: { order_id: 'A-1001' },
    });
  });

  it('repeats itself byte for byte, under the same key', async () => {
    const { gateway, calls } = answeringGateway(() => pending);
    await gateway.createPayment(aPayment());
    await gateway.createPayment(aPayment());
    assert.deepEqual(calls[0], calls[1]);
  });

  it('fails a payment that is refused at once, which is not an error of the call', async () => {
    const declined = { ...details({ status: 'Declined' }), approved: false, response_code: '40101' };
    const { gateway } = answeringGateway(() => Response.json(declined, { status: 201 }));
    const { outcome, reason, gatewayReference } = await gateway.createPayment(aPayment());
    assert.deepEqual(
      { outcome, reason, gatewayReference },
      { outcome: 'failed', reason: 'risk_rejected', gatewayReference: PAY_ID },
    );
  });

  it('leaves a payment unknown that gives the shopper nowhere to go', async () => {
    const { gateway } = answeringGateway(() => ({ ...pending, _links: {} }));
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
  });

  const unsendable: [name: string, payment: Parameters<typeof aPayment>[0]][] = [
    ['of nothing', { amount: { currency: 'HKD', value: 0, exponent: 2 } }],
    ['below nothing', { amount: { currency: 'HKD', value: -1, exponent: 2 } }],
    ['with a fraction of a cent', { amount: { currency: 'HKD', value: 13.14, exponent: 2 } }],
    ['with mills', { amount: { currency: 'HKD', value: 13_141, exponent: 3 } }],
    ['that is no number', { amount: { currency: 'HKD', value: NaN, exponent: 2 } }],
    ['of ten digits', { amount: { currency: 'HKD', value: 1_000_000_000, exponent: 2 } }],
    ['in a currency that no wallet takes', { amount: { currency: 'USD', value: 2000, exponent: 2 } }],
    [
      'in a currency that the wallet does not take',
      { wallet: 'alipay_hk', amount: { currency: 'CNY', value: 1, exponent: 2 } },
    ],
    ['with a wallet that the account does not take', { wallet: 'alipay' }],
    ['with an address that is too long to return to', { returnUrl: `https://shop.example/${'x'.repeat(1004)}` }],
    ['in a mini app', { terminal: 'MINI_APP' }],
  ];
  for (const [name, overrides] of unsendable) {
    it(`rejects a payment ${name} without a call`, async () => {
      const { gateway, calls } = answeringGateway(() => pending);
      await assert.rejects(gateway.createPayment(aPayment(overrides)), { kind: 'rejected', reason: 'gateway_error' });
      assert.deepEqual(calls, []);
    });
  }
});

describe('retrieving a payment', () => {
  it('asks by the gateway’s id where that is known', async () => {
    const { gateway, calls } = answeringGateway(() => details({ status: 'Captured' }));
    assert.deepEqual(await gateway.retrievePayment(known), {
      paymentId: known.id,
      gatewayReference: PAY_ID,
      outcome: 'success',
      amount: { currency: 'HKD', value: 2000, exponent: 2 },
    });
    assert.deepEqual(
      calls.map(({ method, url, headers }) => [method, url, headers]),
      [['GET', `https://api.sandbox.checkout.com/payments/${PAY_ID}`, { authorization: `Bearer ${CURRENT_KEY}` }]],
    );
  });

  it('tells the operator of another account where a payment with a known id is missing', async () => {
    const { gateway } = answeringGateway(() => new Response(null, { status: 404 }));
    await assert.rejects(gateway.retrievePayment(known), { kind: 'misconfigured', message: /another account/ });
  });

  it('finds a payment by our reference, and its address by repeating the request', async () => {
    const { gateway, calls } = answeringGateway((target) => {
      if (target === 'POST /payments') return pending;
      return target.includes('?') ? { total_count: 1, data: [details()] } : details();
    });
    const evidence = await gateway.retrievePayment(aPayment());
    assert.equal(evidence?.gatewayReference, PAY_ID);
    assert.deepEqual(evidence.action, { redirect: { url: CASHIER, method: 'GET' } });
    assert.deepEqual(
      calls.map(({ method, url }) => `${method} ${url.slice('https://api.sandbox.checkout.com'.length)}`),
      [`GET /payments?reference=${aPayment().id}`, `GET /payments/${PAY_ID}`, 'POST /payments'],
    );
    assert.equal(calls[2]?.headers['cko-idempotency-key'], `create:${aPayment().id}`);
  });

  it('does not repeat a request that may no longer be known: it would be a second payment', async () => {
    const answer = (target: string) => (target.includes('?') ? { data: [details()] } : details());
    const { gateway, calls } = answeringGateway(answer, someOptions({ now: () => NOW_MS + 23 * HOUR_MS + 1 }));
    assert.equal((await gateway.retrievePayment(aPayment()))?.outcome, 'awaiting');
    assert.deepEqual(
      calls.map(({ method }) => method),
      ['GET', 'GET'],
    );
  });

  it('does not repeat the request of a payment that has ended', async () => {
    const answer = (target: string) => {
      const declined = details({ status: 'Declined' });
      return target.includes('?') ? { data: [declined] } : declined;
    };
    const { gateway, calls } = answeringGateway(answer);
    assert.equal((await gateway.retrievePayment(aPayment()))?.outcome, 'failed');
    assert.equal(calls.filter(({ method }) => method !== 'GET').length, 0);
  });

  it('calls a payment declined where its actions cannot be asked why', async () => {
    const { gateway } = answeringGateway((target) =>
      target.includes('actions') ? refusal(500) : details({ status: 'Declined' }),
    );
    const evidence = await gateway.retrievePayment(aPayment({ gatewayReference: PAY_ID }));
    assert.deepEqual([evidence?.outcome, evidence?.reason], ['failed', 'declined']);
  });

  it('goes by the inquiry where the request cannot be repeated', async () => {
    const { gateway } = answeringGateway((target) => {
      if (target === 'POST /payments') return refusal(409);
      return target.includes('?') ? { data: [details()] } : details();
    });
    const evidence = await gateway.retrievePayment(aPayment());
    assert.deepEqual(
      [evidence?.outcome, evidence?.gatewayReference, evidence?.action],
      ['awaiting', PAY_ID, undefined],
    );
  });

  for (const [name, list] of [
    ['is empty', { limit: 10, skip: 0, total_count: 0, data: [] }],
    ['holds only others', { data: [details({ reference: 'PaymentPaymentPayment002' }), details({ reference: null })] }],
  ] as [string, object][]) {
    it(`finds nothing where the list ${name}`, async () => {
      const { gateway } = answeringGateway(() => list);
      assert.equal(await gateway.retrievePayment(aPayment()), null);
    });
  }

  it('does not take for an empty list what is none', async () => {
    for (const body of [{}, { data: null }, [], 'null']) {
      const { gateway } = answeringGateway(() => Response.json(body));
      await assert.rejects(gateway.retrievePayment(aPayment()), { kind: 'unknown' });
    }
  });

  it('has the request sent again on the previous platform, where only its answer has the address', async () => {
    const { gateway, calls } = answeringGateway(() => pending, previousOptions());
    assert.equal(await gateway.retrievePayment(aPayment()), null);
    assert.deepEqual(calls, []);
    assert.equal(gateway.capabilities.refundAgainAfterMs, 0);
  });
});

describe('cancelling a payment', () => {
  const cancelling = (voided: Response | object, after: object) =>
    answeringGateway((target) => (target.endsWith('/voids') ? voided : details(after)));

  it('voids it, and believes what an inquiry says of it', async () => {
    const { gateway, calls } = cancelling({ action_id: ACTION_ID }, { status: 'Voided' });
    assert.equal(await gateway.cancelPayment(known), 'cancelled');
    assert.equal(calls[0]?.url, `https://api.sandbox.checkout.com/payments/${PAY_ID}/voids`);
    assert.equal(calls[0].headers['cko-idempotency-key'], `void:${known.id}`);
    assert.deepEqual(JSON.parse(calls[0].body), { reference: known.id });
  });

  for (const [status, outcome] of [
    ['Canceled', 'cancelled'],
    ['Expired', 'cancelled'],
    ['Captured', 'refused'],
    ['Declined', 'refused'],
  ]) {
    it(`is ${outcome} where the payment is ${status} after the void`, async () => {
      assert.equal(await cancelling({ action_id: ACTION_ID }, { status }).gateway.cancelPayment(known), outcome);
    });
  }

  for (const status of ['Pending', 'Authorized', 'A status of next year']) {
    it(`is unknown where the payment is still ${status} after the void`, async () => {
      const { gateway } = cancelling({ action_id: ACTION_ID }, { status });
      await assert.rejects(gateway.cancelPayment(known), { kind: 'unknown' });
    });
  }

  it('is refused where the gateway forbids it, and where it does not know the payment yet', async () => {
    for (const status of [403, 404, 422]) {
      assert.equal(await cancelling(refusal(status), {}).gateway.cancelPayment(known), 'refused');
    }
    const { gateway, calls } = cancelling({}, {});
    assert.equal(await gateway.cancelPayment(aPayment()), 'refused');
    assert.deepEqual(calls, []);
  });

  it('is unknown where the void may have been taken', async () => {
    for (const status of [409, 429, 500, 504]) {
      await assert.rejects(cancelling(refusal(status), {}).gateway.cancelPayment(known), { kind: 'unknown' });
    }
  });
});

describe('what the gateway can do', () => {
  it('is declared: no cancel, many refunds, and an end that can turn for as long as notifications are repeated', () => {
    const { name, capabilities } = checkoutCom(someOptions());
    assert.equal(name, 'checkout-com');
    assert.deepEqual(capabilities.terminals, ['WEB', 'WAP', 'APP']);
    assert.deepEqual(capabilities.wallets, ['alipay_cn', 'alipay_hk']);
    assert.deepEqual(Object.keys(capabilities.currencies), ['CNY', 'HKD', 'SGD']);
    assert.deepEqual(
      [capabilities.cancel, capabilities.refunds, capabilities.createAgainAfterMs],
      ['never', 'many', 0],
    );
    // 5, 10, 15 and 30 minutes, 1, 4, 12 and 12 hours.
    assert.ok(capabilities.endCanTurnForMs > 30 * HOUR_MS);
  });

  it('is less on the previous platform: one wallet, in dollars, without a choice', () => {
    const { capabilities, ...gateway } = checkoutCom(previousOptions());
    assert.deepEqual(capabilities.wallets, ['alipay']);
    assert.deepEqual(capabilities.currencies, { USD: { exponent: 2, minimum: 1, maximum: 999_999_999 } });
    assert.equal('listWallets' in gateway, false);
  });

  it('is a cancel before payment where the merchant knows that voids are taken', () => {
    assert.equal(checkoutCom(someOptions({ voidsPending: true })).capabilities.cancel, 'unpaid');
  });

  it('acknowledges with an empty 2xx', async () => {
    const response = checkoutCom(someOptions()).acknowledge();
    assert.deepEqual([response.status, await response.text()], [204, '']);
  });
});
