import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkoutCom } from '../../../../src/server/gateways/checkout-com/index.ts';
import { GatewayError } from '../../../../src/server/gateway.ts';
import { silence } from '../../../support/gateway-wire.ts';
import {
  answeringGateway,
  aPayment,
  aRefund,
  CURRENT_KEY,
  PAY_ID,
  PREVIOUS_KEY,
  previousOptions,
  someOptions,
} from './fixtures.ts';

type Kind = GatewayError['kind'];

const known = aPayment({ gatewayReference: PAY_ID });
const refusal = (status: number, ...error_codes: string[]): Response =>
  Response.json(
    { request_id: '0HL80RJLS76I7', error_type: 'request_invalid', error_codes },
    { status, headers: { 'cko-request-id': '0HL80RJLS76I7' } },
  );

/** What each call makes of an answer. */
const kindsOf = async (answer: () => Response): Promise<Record<string, Kind>> => {
  const { gateway } = answeringGateway(answer);
  const calls = {
    create: gateway.createPayment(aPayment()),
    ask: gateway.retrievePayment(known),
    refund: gateway.refundPayment(known, aRefund()),
    actions: gateway.retrieveRefund(known, aRefund()),
  };
  const kinds = Object.entries(calls).map(async ([name, call]) => {
    const error: unknown = await call.then(
      () => assert.fail(`${name} was believed`),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof GatewayError, String(error));
    return [name, error.kind] as const;
  });
  return Object.fromEntries(await Promise.all(kinds));
};

describe('a refusal', () => {
  const rows: [status: number, create: Kind, ask: Kind, refund: Kind][] = [
    [400, 'rejected', 'unknown', 'rejected'],
    [401, 'misconfigured', 'misconfigured', 'misconfigured'],
    [403, 'misconfigured', 'misconfigured', 'rejected'],
    [404, 'misconfigured', 'misconfigured', 'rejected'],
    [409, 'unknown', 'unknown', 'unknown'],
    [418, 'unknown', 'unknown', 'unknown'],
    [422, 'rejected', 'unknown', 'rejected'],
    [429, 'unknown', 'unknown', 'unknown'],
    [500, 'unknown', 'unknown', 'unknown'],
    [502, 'unknown', 'unknown', 'unknown'],
    [503, 'unknown', 'unknown', 'unknown'],
    [504, 'unknown', 'unknown', 'unknown'],
  ];
  for (const [status, create, ask, refund] of rows) {
    const expected = { create, ask, refund, actions: ask };
    it(`with ${status} is ${create} for a create, ${ask} for a question and ${refund} for a refund`, async () => {
      assert.deepEqual(await kindsOf(() => refusal(status, 'some_code')), expected);
      assert.deepEqual(await kindsOf(() => new Response(null, { status })), expected);
      assert.deepEqual(await kindsOf(() => new Response('<!doctype html><title>Sorry</title>', { status })), expected);
    });
  }

  for (const [code, kind] of [
    ['amount_invalid', 'rejected'],
    ['reference_invalid', 'rejected'],
    ['currency_invalid', 'rejected'],
    ['apm_currency_not_supported', 'rejected'],
    ['apm_service_unavailable', 'rejected'],
    ['a_code_of_next_year', 'rejected'],
    ['processing_channel_id_required', 'misconfigured'],
    ['processing_channel_id_invalid', 'misconfigured'],
    ['payee_not_onboarded', 'misconfigured'],
    ['payment_method_not_supported', 'misconfigured'],
    ['idempotency_key_reused', 'unknown'],
  ] as const) {
    it(`with 422 ${code} is ${kind} for a create`, async () => {
      const { gateway } = answeringGateway(() => refusal(422, code));
      await assert.rejects(gateway.createPayment(aPayment()), {
        kind,
        reason: 'gateway_error',
        gatewayCode: code,
        message: `Checkout.com answered HTTP 422, ${code} (request 0HL80RJLS76I7)`,
      });
    });
  }

  it('names all its codes, or its status where it has none', async () => {
    const codeOf = async (answer: Response) => {
      const { gateway } = answeringGateway(() => answer);
      return gateway.createPayment(aPayment()).catch(({ gatewayCode }: { gatewayCode: string }) => gatewayCode);
    };
    assert.equal(await codeOf(refusal(422, 'amount_invalid', 'currency_invalid')), 'amount_invalid currency_invalid');
    assert.equal(await codeOf(Response.json({ error_codes: [7, null] }, { status: 422 })), 'HTTP 422');
    assert.equal(await codeOf(new Response('<html>', { status: 503 })), 'HTTP 503');
  });

  for (const [name, options, key, form] of [
    ['bare', previousOptions(), PREVIOUS_KEY, /sent bare/],
    ['as a bearer', someOptions(), CURRENT_KEY, /sent with "Bearer"/],
  ] as const) {
    it(`with 401 says that the key was sent ${name}, and where, and never the key`, async () => {
      const { gateway } = answeringGateway(() => new Response(null, { status: 401 }), options);
      const error: unknown = await gateway.retrievePayment(known).catch((reason: unknown) => reason);
      assert.ok(error instanceof Error);
      assert.match(error.message, form);
      assert.match(error.message, /^https:\/\/api\.sandbox\.checkout\.com .*"environment"/);
      assert.ok(!error.message.includes(key));
    });
  }
});

describe('an answer that cannot be read', () => {
  const unreadable: [name: string, answer: () => Response][] = [
    ['that is an HTML page', () => new Response('<!doctype html><title>Sign in</title>')],
    ['that is empty', () => new Response('')],
    ['that is cut short', () => new Response(`{"id":"${PAY_ID}","status":"Captured","amount":20`)],
    ['that is not text', () => new Response(Uint8Array.of(0x22, 0xff, 0xfe, 0x22))],
    ['that holds nothing', () => new Response('null')],
    ['that is of another kind', () => Response.json('Captured')],
    ['that redirects', () => Response.redirect('https://elsewhere.example/', 307)],
    ['that is longer than any of theirs', () => new Response(`"${' '.repeat(256 * 1024)}"`)],
  ];
  for (const [name, answer] of unreadable) {
    it(`${name} leaves everything unknown`, async () => {
      const unknown = { create: 'unknown', ask: 'unknown', refund: 'unknown', actions: 'unknown' };
      assert.deepEqual(await kindsOf(answer), unknown);
    });
  }

  it('leaves everything unknown where there is no network', async () => {
    const gateway = checkoutCom(someOptions({ fetch: () => Promise.reject(new TypeError('No network')) }));
    const unknown = { name: 'GatewayError', kind: 'unknown' };
    await assert.rejects(gateway.createPayment(aPayment()), unknown);
    await assert.rejects(gateway.retrievePayment(known), unknown);
    await assert.rejects(gateway.cancelPayment(known), unknown);
    await assert.rejects(gateway.refundPayment(known, aRefund()), unknown);
    await assert.rejects(gateway.retrieveRefund(known, aRefund()), unknown);
  });
});

describe('an answer that never comes', () => {
  const limits: [
    call: 'createPayment' | 'retrievePayment' | 'cancelPayment',
    timeoutMs: number | undefined,
    ms: number,
  ][] = [
    ['createPayment', undefined, 15_000],
    ['cancelPayment', undefined, 15_000],
    ['retrievePayment', undefined, 8_000],
    ['createPayment', 2_000, 2_000],
    ['retrievePayment', 2_000, 2_000],
  ];
  for (const [call, timeoutMs, limitMs] of limits) {
    it(`leaves everything unknown: ${call} waits ${limitMs} ms with ${timeoutMs} given`, async (t) => {
      const { fetch, limitsMs } = silence(t);
      const gateway = checkoutCom(someOptions({ timeoutMs, fetch }));
      await assert.rejects(gateway[call](known), { name: 'GatewayError', kind: 'unknown' });
      assert.deepEqual(limitsMs(), [limitMs]);
    });
  }
});
