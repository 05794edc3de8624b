import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WooshPayError } from '../../../../src/server/gateways/wooshpay/index.ts';
import { anError, anIntent, aPayment, INTENT_ID, SECRET_KEY, setup } from './fixtures.ts';

const CREATE = 'POST /v1/payment_intents';
const RETRIEVE = `GET /v1/payment_intents/${INTENT_ID}`;
const known = aPayment({ gatewayReference: INTENT_ID });

describe('an answer that is an error', () => {
  const rows: [status: number, error: object, expected: object][] = [
    [400, { type: 'invalid_request_error', code: 'bad' }, { kind: 'rejected', reason: 'gateway_error' }],
    [400, { type: 'idempotency_error' }, { kind: 'unknown' }],
    [401, { type: 'invalid_request_error' }, { kind: 'misconfigured' }],
    [402, { type: 'card_error', code: 'declined' }, { kind: 'rejected', reason: 'declined', gatewayCode: 'declined' }],
    [403, { type: 'invalid_request_error' }, { kind: 'misconfigured' }],
    [404, { type: 'invalid_request_error' }, { kind: 'misconfigured' }],
    [409, { type: 'idempotency_error' }, { kind: 'unknown', gatewayCode: 'idempotency_error' }],
    [409, {}, { kind: 'unknown' }],
    [418, { type: 'invalid_request_error' }, { kind: 'unknown' }],
    [429, { type: 'api_error' }, { kind: 'unknown' }],
    [500, { type: 'api_error' }, { kind: 'unknown' }],
    [502, {}, { kind: 'unknown' }],
    [503, {}, { kind: 'unknown' }],
    [504, {}, { kind: 'unknown' }],
  ];
  for (const [status, error, expected] of rows) {
    it(`is, as ${status} ${JSON.stringify(error)}, ${JSON.stringify(expected)}`, async () => {
      const { gateway } = setup({ [CREATE]: anError(status, error) });
      await assert.rejects(gateway.createPayment(aPayment()), { name: 'GatewayError', status, ...expected });
    });
  }

  const bodies: [name: string, body: string][] = [
    ['in "error.message"', '{"error":{"message":"Amount is too small"}}'],
    ['in "message"', '{"message":"Amount is too small"}'],
    ['in "error" as text', '{"error":"Amount is too small"}'],
    ['in "error" as a string of JSON', '{"error":"{\\"message\\":\\"Amount is too small\\"}"}'],
  ];
  for (const [name, body] of bodies) {
    it(`has its words ${name}`, async () => {
      const { gateway } = setup({ [CREATE]: () => new Response(body, { status: 400 }) });
      await assert.rejects(gateway.createPayment(aPayment()), { kind: 'rejected', message: /Amount is too small/ });
    });
  }

  it('quotes no key, and no more than a line', async () => {
    const message = `Invalid API Key provided: ${SECRET_KEY}. ${'x'.repeat(10_000)}`;
    const { gateway } = setup({ [CREATE]: anError(401, { message }) });
    await assert.rejects(gateway.createPayment(aPayment()), (error: WooshPayError) => {
      assert.match(error.message, /Invalid API Key provided: a key/);
      assert.ok(!JSON.stringify(error).includes(SECRET_KEY) && !error.message.includes('sk_test'));
      return error.message.length < 300;
    });
  });

  it('is an error that the callers of the client can tell apart', async () => {
    const { client } = setup({ [RETRIEVE]: anError(404, { message: 'No such payment_intent' }) });
    await assert.rejects(client.retrievePaymentIntent(INTENT_ID), (error) => {
      return error instanceof WooshPayError && error.status === 404;
    });
  });
});

describe('an answer that is not the gateway’s', () => {
  const page = '<!doctype html><title>Sign in</title>';
  const text = JSON.stringify(anIntent({ status: 'succeeded' }));
  const unbelievable: [name: string, answer: () => Response][] = [
    ['an HTML page', () => new Response(page)],
    ['an HTML page with 400', () => new Response(page, { status: 400 })],
    ['an HTML page with 402', () => new Response(page, { status: 402 })],
    ['an HTML page with 502', () => new Response(page, { status: 502 })],
    ['an empty object with 400', () => Response.json({}, { status: 400 })],
    ['a list with 402', () => Response.json(['refused'], { status: 402 })],
    ['empty', () => new Response('')],
    ['empty with 204', () => new Response(null, { status: 204 })],
    ['cut short', () => new Response(text.slice(0, -9))],
    ['not text', () => new Response(Uint8Array.of(0x22, 0xff, 0xfe, 0x22))],
    ['null', () => Response.json(null)],
    ['a number', () => Response.json(7)],
    ['an object of something else', () => Response.json({ ok: true })],
    ['without an id', () => Response.json(anIntent({ id: '' }))],
    ['without a status', () => Response.json(anIntent({ status: null }))],
    ['a redirect', () => Response.redirect('https://elsewhere.example/', 307)],
    ['longer than any answer', () => new Response(text + ' '.repeat(300_000))],
  ];
  for (const [name, answer] of unbelievable) {
    it(`leaves everything unknown where it is ${name}`, async () => {
      const { gateway } = setup({ [CREATE]: answer, [RETRIEVE]: answer });
      const unknown = { name: 'GatewayError', kind: 'unknown' };
      await assert.rejects(gateway.createPayment(aPayment()), unknown);
      await assert.rejects(gateway.retrievePayment(known), unknown);
    });
  }

  it('is for the operator where it is an HTML page with 403 or 404: a wrong host', async () => {
    for (const status of [403, 404]) {
      const { gateway } = setup({ [CREATE]: () => new Response(page, { status }) });
      await assert.rejects(gateway.createPayment(aPayment()), { kind: 'misconfigured' });
    }
  });

  it('leaves everything unknown where it breaks off', async () => {
    const body = () => new ReadableStream({ start: (controller) => controller.error(new TypeError('Reset')) });
    const { gateway } = setup({ [CREATE]: () => new Response(body()) });
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
  });
});
