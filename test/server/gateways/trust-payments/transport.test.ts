import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trustPayments } from '../../../../src/server/gateways/trust-payments/index.ts';
import { silence } from '../../../support/gateway-wire.ts';
import {
  anAuth,
  answering,
  aPayment,
  aQueryAnswer,
  aRecord,
  aRefund,
  aRefundRecord,
  envelope,
  REFERENCE,
  someOptions,
} from './fixtures.ts';

const payment = aPayment({ gatewayReference: REFERENCE });

/** An item that would be a success of whatever was called. */
function goodItem(body: string): object {
  if (body.includes('"AUTH"')) return anAuth();
  if (body.includes('"REFUND"')) return aRefundRecord();
  return aQueryAnswer(body.includes('23-86-113') ? [aRecord({ settlestatus: '100' })] : [aRefundRecord()]);
}

const good = (body: string, overrides = {}) => envelope(body, goodItem(body), overrides);
const html = '<!doctype html><title>401 Authorization Required</title>';

const unbelievable: [name: string, answer: (body: string) => Response][] = [
  ['with a status of 500', (body) => new Response(good(body), { status: 500 })],
  ['with a status of 400', (body) => new Response(good(body), { status: 400 })],
  ['with a status of 403', (body) => new Response(good(body), { status: 403 })],
  ['that redirects', () => Response.redirect('https://elsewhere.example/', 307)],
  ['that is an HTML page', () => new Response(html)],
  ['that is empty', () => new Response('')],
  ['that is cut short', (body) => new Response(good(body).slice(0, -9))],
  ['that is not text', () => new Response(Uint8Array.of(0x22, 0xff, 0xfe, 0x22))],
  ['that holds nothing', () => new Response('null')],
  ['that is longer than any answer', (body) => new Response(good(body) + ' '.repeat(300_000))],
  ['to another request', (body) => new Response(good(body, { requestreference: 'A00000000' }))],
  ['of a request that the gateway has named', (body) => new Response(good(body, { requestreference: 'W23-fjgvn3d8' }))],
  ['to no request', (body) => new Response(good(body, { requestreference: undefined }))],
  ['to two requests', (body) => new Response(good(body, { response: [goodItem(body), goodItem(body)] }))],
  ['with nothing in it', (body) => new Response(good(body, { response: [] }))],
  [
    'in the words of the libraries',
    (body) => new Response(good(body, { response: undefined, responses: [goodItem(body)] })),
  ],
  ['with text in it', (body) => new Response(envelope(body, 'settled'))],
];

describe('an answer', () => {
  it('is believed in the envelope of the gateway', async () => {
    const gateway = trustPayments(answering((body) => new Response(good(body))));
    assert.equal((await gateway.createPayment(aPayment())).outcome, 'awaiting');
    assert.equal((await gateway.retrievePayment(payment))?.outcome, 'success');
    assert.equal((await gateway.refundPayment(payment, aRefund())).outcome, 'success');
    assert.equal((await gateway.retrieveRefund(payment, aRefund()))?.outcome, 'success');
  });

  for (const [name, answer] of unbelievable) {
    it(`${name} leaves everything unknown`, async () => {
      const gateway = trustPayments(answering(answer));
      const unknown = { name: 'GatewayError', kind: 'unknown' };
      await assert.rejects(gateway.createPayment(aPayment()), unknown);
      await assert.rejects(gateway.retrievePayment(payment), unknown);
      await assert.rejects(gateway.refundPayment(payment, aRefund()), unknown);
      await assert.rejects(gateway.retrieveRefund(payment, aRefund()), unknown);
    });
  }

  it('of 401 is for the operator, and tells no secret', async () => {
    const gateway = trustPayments(answering(() => new Response(html, { status: 401 })));
    await assert.rejects(gateway.createPayment(aPayment()), (error: Error) => {
      assert.match(error.message, /"username" and "password"/);
      assert.doesNotMatch(error.message, /pässword:1|webservices@/);
      return 'kind' in error && error.kind === 'misconfigured';
    });
  });

  for (const [live, livestatus, expected] of [
    [undefined, '0', 'success'],
    [undefined, '1', 'misconfigured'],
    [true, '1', 'success'],
    [true, '0', 'misconfigured'],
    [false, '1', 'misconfigured'],
  ] as const) {
    it(`with livestatus ${livestatus} is ${expected} where "live" is ${live}`, async () => {
      const item = aQueryAnswer([aRecord({ settlestatus: '100', livestatus })]);
      const gateway = trustPayments(answering((body) => new Response(envelope(body, item)), { live }));
      const evidence = gateway.retrievePayment(payment);
      if (expected === 'success') assert.equal((await evidence)?.outcome, expected);
      else await assert.rejects(evidence, { kind: expected, message: /"live"/ });
    });
  }

  it('that breaks off leaves everything unknown', async () => {
    const broken = () => new ReadableStream({ start: (controller) => controller.error(new TypeError('Reset')) });
    const gateway = trustPayments(answering(() => new Response(broken())));
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
  });

  it('that does not come is not asked for again', async () => {
    let calls = 0;
    const gateway = trustPayments(
      someOptions({
        fetch: () => {
          calls += 1;
          return Promise.reject(new TypeError('Connection refused'));
        },
      }),
    );
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
    assert.equal(calls, 1);
  });

  const limits: [
    call: 'createPayment' | 'retrievePayment' | 'refundPayment' | 'retrieveRefund',
    timeoutMs: number | undefined,
    limitMs: number,
  ][] = [
    ['createPayment', undefined, 20_000],
    ['refundPayment', undefined, 20_000],
    ['retrievePayment', undefined, 10_000],
    ['retrieveRefund', undefined, 10_000],
    ['createPayment', 2_000, 2_000],
    ['retrievePayment', 2_000, 2_000],
  ];
  for (const [call, timeoutMs, limitMs] of limits) {
    it(`that never comes leaves everything unknown: ${call} waits ${limitMs} ms with ${timeoutMs} given`, async (t) => {
      const { fetch, limitsMs } = silence(t);
      const gateway = trustPayments(someOptions({ timeoutMs, fetch }));
      await assert.rejects(gateway[call](payment, aRefund()), { name: 'GatewayError', kind: 'unknown' });
      assert.deepEqual(limitsMs(), [limitMs]);
    });
  }
});
