import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence } from '../../../../src/server/gateway.ts';
import { NOW_MS } from '../../../support/gateway-payments.ts';
import {
  anError,
  anIntentBehind,
  aPayment,
  aSession,
  INTENT_ID,
  PAGE_URL,
  SESSION_ID,
  setup as setupGateway,
} from './fixtures.ts';

const CREATE = 'POST /v1/checkout/sessions';
const RETRIEVE = `GET /v1/checkout/sessions/${SESSION_ID}`;
const EXPIRE = `POST /v1/checkout/sessions/${SESSION_ID}/expire`;
const LIST = 'GET /v1/checkout/sessions?limit=100';
const INTENT = `GET /v1/payment_intents/${INTENT_ID}`;

const DAY_MS = 86_400_000;
const known = aPayment({ gatewayReference: SESSION_ID });
const action = { redirect: { url: PAGE_URL, method: 'GET' } };
const about = {
  paymentId: aPayment().id,
  gatewayReference: SESSION_ID,
  amount: { currency: 'CNY', value: 1314, exponent: 2 },
  expiresAtMs: NOW_MS + DAY_MS,
};

const setup: typeof setupGateway = (answers, options) => setupGateway(answers, { page: 'hosted', ...options });
const list = (data: object[], hasMore = false) => ({ object: 'list', data, has_more: hasMore });

describe('creating a payment on a hosted page', () => {
  it('sends one item of one currency, and our reference where it is echoed', async () => {
    const { gateway, sent } = setup({ [CREATE]: aSession() });
    await gateway.createPayment(aPayment({ terminal: 'WAP', os: 'IOS' }));
    assert.deepEqual(
      sent.map(({ call, body }) => [call, body]),
      [
        [
          CREATE,
          {
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
            client_reference_id: aPayment().id,
            metadata: { order_id: 'A-1001', payment_id: aPayment().id },
          },
        ],
      ],
    );
    assert.equal(sent[0]?.headers.get('idempotency-key'), aPayment().id);
  });

  it('hands out the page and its end, and never a QR code', async () => {
    const { gateway } = setup({ [CREATE]: aSession() }, { qrFromUrl: true });
    assert.deepEqual(await gateway.createPayment(aPayment()), { ...about, outcome: 'awaiting', action });
  });

  it('does not send an amount that the gateway cannot take', async () => {
    const { gateway, sent } = setup({ [CREATE]: aSession() });
    const amount = { currency: 'KRW', value: 1314, exponent: 0 };
    await assert.rejects(gateway.createPayment(aPayment({ amount })), { kind: 'rejected' });
    assert.deepEqual(sent, []);
  });

  it('closes a session that has no page', async () => {
    const { gateway, calls } = setup({ [CREATE]: aSession({ url: '' }), [EXPIRE]: aSession({ status: 'expired' }) });
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'rejected', reason: 'gateway_error' });
    assert.deepEqual(calls(), [CREATE, EXPIRE]);
  });
});

describe('following a payment on a hosted page', () => {
  const failed = { type: 'card_error' };
  const rows: [session: object, intent: object, evidence: Partial<Evidence>][] = [
    [{ status: 'open' }, { status: 'requires_action' }, { outcome: 'awaiting' }],
    // The shopper can try again on the page, so that this is no end.
    [{ status: 'open' }, { status: 'requires_payment_method', last_payment_error: failed }, { outcome: 'awaiting' }],
    [{ status: 'open' }, { status: 'canceled' }, { outcome: 'awaiting' }],
    [{ status: 'open' }, { status: 'processing' }, { outcome: 'processing' }],
    [{ status: 'open' }, { status: 'succeeded' }, { outcome: 'success' }],
    [{ status: 'complete', payment_status: 'paid' }, { status: 'succeeded' }, { outcome: 'success' }],
    [{ status: 'complete', payment_status: 'paid' }, { status: 'processing' }, { outcome: 'processing' }],
    [{ status: 'complete', payment_status: 'paid' }, { status: 'requires_action' }, { outcome: 'awaiting' }],
    [{ status: 'complete', payment_status: 'unpaid' }, { status: 'failed' }, { outcome: 'failed', reason: 'unknown' }],
    [{ status: 'complete' }, { status: 'canceled' }, { outcome: 'expired' }],
    [{ status: 'expired' }, { status: 'requires_action' }, { outcome: 'expired' }],
    [{ status: 'expired' }, { status: 'failed' }, { outcome: 'expired' }],
    [{ status: 'expired' }, { status: 'processing' }, { outcome: 'processing' }],
    [{ status: 'expired' }, { status: 'succeeded' }, { outcome: 'success' }],
    [{ status: 'canceled' }, { status: 'requires_action' }, { outcome: 'expired' }],
    [{ status: 'a_status_of_tomorrow' }, { status: 'canceled' }, { outcome: 'awaiting' }],
  ];
  for (const [session, intent, expected] of rows) {
    it(`${JSON.stringify(session)} with ${JSON.stringify(intent)} is ${expected.outcome}`, async () => {
      const { gateway, calls } = setup({ [RETRIEVE]: aSession(session), [INTENT]: anIntentBehind(intent) });
      const waits = expected.outcome === 'awaiting' && { action };
      assert.deepEqual(await gateway.retrievePayment(known), { ...about, ...waits, ...expected });
      assert.deepEqual(calls(), [RETRIEVE, INTENT]);
    });
  }

  const withoutIntent: [session: object, outcome: Evidence['outcome']][] = [
    [{ status: 'open' }, 'awaiting'],
    [{ status: 'complete', payment_status: 'paid' }, 'processing'],
    [{ status: 'expired' }, 'expired'],
  ];
  for (const [session, outcome] of withoutIntent) {
    it(`${JSON.stringify(session)} without an intent is ${outcome}`, async () => {
      const { gateway } = setup({ [RETRIEVE]: aSession({ ...session, payment_intent: '' }) });
      assert.equal((await gateway.retrievePayment(known))?.outcome, outcome);
    });
  }

  it('says nothing where the intent cannot be read', async () => {
    const { gateway } = setup({ [RETRIEVE]: aSession({ status: 'expired' }), [INTENT]: anError(500) });
    await assert.rejects(gateway.retrievePayment(known), { kind: 'unknown' });
  });

  it('does not believe a success of which a part was received', async () => {
    const intent = anIntentBehind({ status: 'succeeded', amount_received: 1 });
    const { gateway } = setup({ [RETRIEVE]: aSession({ status: 'complete' }), [INTENT]: intent });
    await assert.rejects(gateway.retrievePayment(known), { kind: 'unknown' });
  });

  const strangers: [session: object, intent: object][] = [
    [{ id: 'cs_another' }, {}],
    [{ client_reference_id: 'AnotherAnotherAnother001' }, {}],
    [{ metadata: { order_id: 'A-1002' } }, {}],
    [{ metadata: JSON.stringify({ payment_id: 'AnotherAnotherAnother001' }) }, {}],
    [{}, { id: 'pi_another' }],
    [{}, { metadata: { order_id: 'A-1002' } }],
  ];
  for (const [session, intent] of strangers) {
    it(`does not believe ${JSON.stringify(session)} with ${JSON.stringify(intent)}`, async () => {
      const { gateway } = setup({
        [RETRIEVE]: aSession(session),
        [INTENT]: anIntentBehind({ status: 'succeeded', ...intent }),
      });
      await assert.rejects(gateway.retrievePayment(known), { kind: 'unknown' });
    });
  }

  it('goes on by what a payment is known as when the merchant changes the page', async () => {
    const { gateway } = setup({ [INTENT]: anIntentBehind({ status: 'succeeded' }) });
    const direct = await gateway.retrievePayment(aPayment({ gatewayReference: INTENT_ID }));
    assert.equal(direct?.gatewayReference, INTENT_ID);
    const changed = setup({ [RETRIEVE]: aSession(), [INTENT]: anIntentBehind() }, { page: 'direct' });
    assert.equal((await changed.gateway.retrievePayment(known))?.gatewayReference, SESSION_ID);
  });
});

describe('looking for a session whose answer was lost', () => {
  const other = (id: string, fields = {}) =>
    aSession({ id, client_reference_id: 'AnotherAnotherAnother001', ...fields });

  it('finds it in the list by our own reference', async () => {
    const { gateway, calls } = setup({ [LIST]: list([other('cs_2'), aSession()]), [INTENT]: anIntentBehind() });
    assert.deepEqual(await gateway.retrievePayment(aPayment()), { ...about, outcome: 'awaiting', action });
    assert.deepEqual(calls(), [LIST, INTENT]);
  });

  it('goes on to the next page', async () => {
    const { gateway } = setup({
      [LIST]: list([other('cs_3'), other('cs_2')], true),
      [`${LIST}&starting_after=cs_2`]: list([aSession()]),
      [INTENT]: anIntentBehind(),
    });
    assert.equal((await gateway.retrievePayment(aPayment()))?.gatewayReference, SESSION_ID);
  });

  const ends: [name: string, page: object][] = [
    ['where the list is empty', list([])],
    ['at the end of the list', list([other('cs_2')])],
    ['where the list is older than the payment', list([other('cs_2', { created: NOW_MS - 3_600_000 })], true)],
  ];
  for (const [name, page] of ends) {
    it(`finds nothing ${name}`, async () => {
      const { gateway, calls } = setup({ [LIST]: page });
      assert.equal(await gateway.retrievePayment(aPayment()), null);
      assert.deepEqual(calls(), [LIST]);
    });
  }

  it('does not take it for missing where the list has no end', async () => {
    const page = list([other('cs_2')], true);
    const { gateway, calls } = setup({ [LIST]: page, [`${LIST}&starting_after=cs_2`]: page });
    await assert.rejects(gateway.retrievePayment(aPayment()), { kind: 'unknown' });
    assert.equal(calls().length, 10);
  });
});

describe('cancelling a payment on a hosted page', () => {
  it('expires its session, and leaves its intent alone', async () => {
    const { gateway, sent } = setup({ [EXPIRE]: aSession({ status: 'expired' }) });
    assert.equal(await gateway.cancelPayment(known), 'cancelled');
    assert.deepEqual(
      sent.map(({ call, body }) => [call, body]),
      [[EXPIRE, {}]],
    );
  });

  it('finds the session first whose answer was lost', async () => {
    const { gateway, calls } = setup({ [LIST]: list([aSession()]), [EXPIRE]: aSession({ status: 'expired' }) });
    assert.equal(await gateway.cancelPayment(aPayment()), 'cancelled');
    assert.deepEqual(calls(), [LIST, EXPIRE]);
  });

  it('is refused where there is nothing to cancel', async () => {
    const { gateway } = setup({ [LIST]: list([]) });
    assert.equal(await gateway.cancelPayment(aPayment()), 'refused');
  });

  const ends: [session: string, intent: string, outcome: string][] = [
    ['complete', 'succeeded', 'refused'],
    ['expired', 'succeeded', 'refused'],
    ['open', 'requires_action', 'refused'],
    ['expired', 'requires_action', 'cancelled'],
  ];
  for (const [status, intent, outcome] of ends) {
    it(`is ${outcome} where the gateway declines, with ${status} and ${intent}`, async () => {
      const { gateway } = setup({
        [EXPIRE]: anError(400),
        [RETRIEVE]: aSession({ status }),
        [INTENT]: anIntentBehind({ status: intent }),
      });
      assert.equal(await gateway.cancelPayment(known), outcome);
    });
  }

  it('leaves it unknown where the answer is lost', async () => {
    const { gateway } = setup({ [EXPIRE]: 'no answer' });
    await assert.rejects(gateway.cancelPayment(known), { kind: 'unknown' });
  });
});
