import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCheckoutComClient } from '../../../../src/server/gateways/checkout-com/index.ts';
import { ACTION_ID, CURRENT_KEY, details, PAY_ID, recordingFetch, someOptions } from './fixtures.ts';

const ORIGIN = 'https://api.sandbox.checkout.com';

function setup(answer: Response | object = {}) {
  const { fetch, calls } = recordingFetch(() => answer);
  return { client: createCheckoutComClient(someOptions({ fetch })), calls };
}

describe('the typed client', () => {
  it('requests a payment with every field that is documented', async () => {
    const { client, calls } = setup();
    const request = {
      source: { type: 'alipay_hk' },
      amount: 1000,
      currency: 'HKD',
      reference: 'order-1001',
      processing_channel_id: 'pc_zs5fqhybzc2e3jmq3efvybybpq',
      processing: { terminal_type: 'APP', os_type: 'ANDROID' },
      success_url: 'https://shop.example/ok',
      failure_url: 'https://shop.example/no',
      capture: true,
      payment_type: 'Regular',
      description: 'Tea',
      customer: { email: 'li@example.com', name: 'Li' },
      shipping: { address: { country: 'HK' } },
      items: [{ name: 'Tea', quantity: 1, unit_price: 1000, reference: 'T-1' }],
      metadata: { order_id: 'A-1001', shelf: 7 },
    } as const;
    await client.requestPayment(request, 'key-1');
    assert.deepEqual(JSON.parse(calls[0]?.body ?? ''), request);
    assert.equal(calls[0]?.headers['cko-idempotency-key'], 'key-1');
  });

  it('reads all of a payment, by payment id and by session id', async () => {
    const balances = {
      total_authorized: 2000,
      total_voided: 0,
      available_to_void: 0,
      total_captured: 2000,
      available_to_capture: 0,
      total_refunded: 500,
      available_to_refund: 1500,
    };
    const action = {
      id: ACTION_ID,
      type: 'Capture',
      processed_on: '2026-11-21T12:31:00Z',
      amount: 2000,
      approved: true,
    };
    const { client, calls } = setup(
      details({
        status: 'Partially Refunded',
        approved: true,
        balances,
        metadata: { order_id: 'A-1001', shelf: 7, odd: null },
        actions: [{ ...action, response_code: '10000', response_summary: 'Approved', reference: 'order-1001' }],
        _links: { refund: { href: `${ORIGIN}/payments/${PAY_ID}/refunds` }, odd: {} },
      }),
    );
    const payment = await client.getPayment(PAY_ID);
    await client.getPayment('sid_y3oqhf46pyzuxjbcn2giaqnb44');
    assert.deepEqual(
      calls.map(({ url }) => url),
      [`${ORIGIN}/payments/${PAY_ID}`, `${ORIGIN}/payments/sid_y3oqhf46pyzuxjbcn2giaqnb44`],
    );
    assert.deepEqual(payment, {
      id: PAY_ID,
      status: 'Partially Refunded',
      approved: true,
      response_code: undefined,
      response_summary: undefined,
      amount: 2000,
      currency: 'HKD',
      reference: 'PaymentPaymentPayment001',
      requested_on: '2026-11-21T12:30:01Z',
      source: { type: 'alipay_cn' },
      customer: { id: 'cus_j4o4tigv4vaebednks3gafrwk4' },
      risk: { flagged: false },
      balances,
      metadata: { order_id: 'A-1001', shelf: 7 },
      actions: [{ ...action, response_code: '10000', response_summary: 'Approved', reference: 'order-1001' }],
      _links: { refund: { href: `${ORIGIN}/payments/${PAY_ID}/refunds` } },
    });
  });

  it('says null for a payment that is not there, or no longer under its session id', async () => {
    const { client } = setup(new Response(null, { status: 404 }));
    assert.equal(await client.getPayment('sid_y3oqhf46pyzuxjbcn2giaqnb44'), null);
  });

  it('lists payments by a reference that is the merchant’s own', async () => {
    const { client, calls } = setup({ total_count: 1, data: [details({ reference: 'A&B 1' })] });
    const payments = await client.listPayments({ reference: 'A&B 1' });
    assert.deepEqual(
      payments.map(({ reference }) => reference),
      ['A&B 1'],
    );
    assert.equal(calls[0]?.url, `${ORIGIN}/payments?reference=A%26B%201`);
  });

  it('refunds all that is left where no amount is named', async () => {
    const links = { payment: { href: `${ORIGIN}/payments/${PAY_ID}` } };
    const { client, calls } = setup({ action_id: ACTION_ID, reference: 'refund-7', _links: links });
    const answer = await client.refund(PAY_ID, { reference: 'refund-7', metadata: { why: 'late' } }, 'key-2');
    assert.deepEqual(answer, { action_id: ACTION_ID, reference: 'refund-7', _links: links });
    assert.equal(calls[0]?.body, '{"reference":"refund-7","metadata":{"why":"late"}}');
    assert.equal(calls[0].headers['cko-idempotency-key'], 'key-2');
  });

  it('voids', async () => {
    const { client, calls } = setup({ action_id: ACTION_ID });
    assert.equal((await client.void(PAY_ID, {}, 'key-3')).action_id, ACTION_ID);
    assert.deepEqual(
      [calls[0]?.method, calls[0]?.url, calls[0]?.headers.authorization],
      ['POST', `${ORIGIN}/payments/${PAY_ID}/voids`, `Bearer ${CURRENT_KEY}`],
    );
  });

  it('keeps an id within its place in the address', async () => {
    const { client, calls } = setup();
    await client.getPayment('../../workflows?x=');
    assert.equal(calls[0]?.url, `${ORIGIN}/payments/..%2F..%2Fworkflows%3Fx%3D`);
  });
});
