import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  parseCheckoutSession,
  parseList,
  parseNotification,
  parsePaymentIntent,
  parseRefund,
  parseWebhookEndpoint,
} from '../../../../src/server/gateways/wooshpay/parse-messages.ts';
import { anEvent, anIntent, aSession, INTENT_ID, WEB_URL } from './fixtures.ts';

const NOTHING = ['', null, undefined] as const;

describe('a field that is loosely typed', () => {
  const next = { type: 'redirect_to_url', alipay_handle_redirect: { url: WEB_URL } };
  const forms: [field: string, value: unknown, read: unknown][] = [
    ['next_action', next, { ...next, redirect_to_url: { url: undefined } }],
    ['payment_method_types', ['alipay'], ['alipay']],
    ['metadata', { order_id: 'A-1001' }, { order_id: 'A-1001' }],
    ['last_payment_error', { type: 'card_error' }, { type: 'card_error', code: undefined, message: undefined }],
  ];
  for (const [field, value, read] of forms) {
    it(`is read as an object and as a string of JSON: ${field}`, () => {
      for (const form of [value, JSON.stringify(value)]) {
        const intent = parsePaymentIntent(anIntent({ [field]: form })) as unknown as Record<string, unknown>;
        assert.deepEqual(intent[field], read);
      }
    });
  }

  const absent = { next_action: undefined, payment_method_types: [], metadata: {}, last_payment_error: undefined };
  for (const [field, read] of Object.entries(absent)) {
    it(`is absent where nothing stands there: ${field}`, () => {
      for (const nothing of [...NOTHING, '{}', 'null', '[]']) {
        const intent = parsePaymentIntent(anIntent({ [field]: nothing })) as unknown as Record<string, unknown>;
        assert.deepEqual(intent[field], read, `${field}: ${String(nothing)}`);
      }
    });
  }

  it('is absent as any other text or number too', () => {
    const fields = ['amount', 'amount_received', 'currency', 'created', 'merchant_order_id', 'description'] as const;
    for (const nothing of NOTHING) {
      const given = Object.fromEntries(fields.map((field) => [field, nothing]));
      const intent = parsePaymentIntent(anIntent(given));
      for (const field of fields) assert.equal(intent?.[field], undefined, field);
    }
  });

  it('is a number as text, and a truth as text', () => {
    const intent = parsePaymentIntent(anIntent({ amount: '20', created: '1686214342000', livemode: 'true' }));
    assert.deepEqual([intent?.amount, intent?.created, intent?.livemode], [20, 1_686_214_342_000, true]);
    const session = parseCheckoutSession(aSession({ amount_total: '20', expires_at: '1686214342000' }));
    assert.deepEqual([session?.amount_total, session?.expires_at], [20, 1_686_214_342_000]);
  });

  it('is not read where it is no exact amount', () => {
    for (const amount of [20.5, -20, '20.5', '2e1', 1e21, true, [20]]) {
      assert.equal(parsePaymentIntent(anIntent({ amount }))?.amount, undefined, String(amount));
    }
  });
});

describe('a list', () => {
  it('leaves out what cannot be read', () => {
    const list = parseList({ data: [anIntent(), null, {}, 'x'], has_more: 'true' }, parsePaymentIntent);
    assert.deepEqual([list?.data.map(({ id }) => id), list?.has_more], [[INTENT_ID], true]);
  });

  it('ends where it does not say that it goes on', () => {
    assert.equal(parseList({ data: [] }, parsePaymentIntent)?.has_more, false);
  });

  for (const value of [null, [], {}, { data: null }, { data: '' }, 'list']) {
    it(`is none: ${JSON.stringify(value)}`, () => assert.equal(parseList(value, parsePaymentIntent), null));
  }
});

describe('whatever arrives', () => {
  it('is read or refused, and never a fault', () => {
    const event = fc.record({ id: fc.string(), type: fc.string(), data: fc.jsonValue() }, { requiredKeys: [] });
    const intent = fc.record(
      { id: fc.jsonValue(), status: fc.string(), next_action: fc.jsonValue(), metadata: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const events = intent.map((object) => anEvent('payment_intent.created', object));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), event, intent, events), (value) => {
        for (const parse of [
          parsePaymentIntent,
          parseCheckoutSession,
          parseRefund,
          parseWebhookEndpoint,
          parseNotification,
        ]) {
          const read = parse(value);
          assert.ok(read === null || read.id.length > 0);
        }
      }),
    );
  });
});
