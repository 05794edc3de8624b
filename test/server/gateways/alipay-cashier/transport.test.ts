import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { alipayCashier } from '../../../../src/server/gateways/alipay-cashier/index.ts';
import type { Gateway, IncomingNotification } from '../../../../src/server/gateway.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { silence } from '../../../support/gateway-wire.ts';
import { answeringGateway, aPayment, aRefund, CLIENT_ID, gatewayKeys, signedHeaders, someOptions } from './fixtures.ts';

const payment = aPayment();
const paidPayment = aPayment({ gatewayReference: '202611211940108001001880000000001' });
const refund = aRefund();
const success = { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success.' };
const paid = JSON.stringify({
  result: success,
  paymentStatus: 'SUCCESS',
  paymentRequestId: payment.id,
  paymentAmount: { currency: 'USD', value: '1314' },
});
const signed = (target: string, body: string | Uint8Array<ArrayBuffer>, as = {}) =>
  new Response(body, { headers: signedHeaders(target, body, as) });
const unsigned = (resultStatus: string, resultCode: string) =>
  Response.json({ result: { resultStatus, resultCode }, paymentStatus: 'SUCCESS', paymentRequestId: payment.id });
const strangersKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });

const CALLS = {
  createPayment: (gateway: Gateway) => gateway.createPayment(payment),
  retrievePayment: (gateway: Gateway) => gateway.retrievePayment(payment),
  cancelPayment: (gateway: Gateway) => gateway.cancelPayment(payment),
  refundPayment: (gateway: Gateway) => gateway.refundPayment(paidPayment, refund),
  retrieveRefund: (gateway: Gateway) => gateway.retrieveRefund(paidPayment, refund),
  listWallets: (gateway: Gateway) => gateway.listWallets!({ amount: payment.amount, terminal: 'WEB' }),
};

/** An answer as it left the gateway, with something changed on its way. */
const changed = (target: string, change: (headers: Headers) => void, body = paid): Response => {
  const headers = signedHeaders(target, paid);
  change(headers);
  return new Response(body, { headers });
};

describe('an answer', () => {
  it('is believed where it is signed', async () => {
    const gateway = answeringGateway((target) => signed(target, paid));
    assert.equal((await gateway.retrievePayment(payment))?.outcome, 'success');
  });

  const unbelievable: [name: string, answer: (target: string) => Response][] = [
    [
      'with a status that is not 200',
      (target) => new Response(paid, { status: 500, headers: signedHeaders(target, paid) }),
    ],
    ['that redirects', () => Response.redirect('https://elsewhere.example/', 307)],
    ['that is an HTML page', () => new Response('<!doctype html><title>Sign in</title>')],
    ['that is signed and not JSON', (target) => signed(target, '<html>')],
    ['that is signed and cut short', (target) => signed(target, paid.slice(0, -9))],
    ['that is signed and not text', (target) => signed(target, Uint8Array.of(0x22, 0xff, 0xfe, 0x22))],
    ['that is signed and holds nothing', (target) => signed(target, 'null')],
    ['that is cut short on its way', (target) => changed(target, () => undefined, paid.slice(0, -1))],
    ['whose last byte is changed', (target) => changed(target, () => undefined, paid.replace('1314', '1315'))],
    [
      'whose time is changed',
      (target) => changed(target, (headers) => headers.set('response-time', '2026-11-21T20:30:02+08:00')),
    ],
    ['whose time is missing', (target) => changed(target, (headers) => headers.delete('response-time'))],
    ['whose client id is missing', (target) => changed(target, (headers) => headers.delete('client-id'))],
    ['that is signed for another client', (target) => signed(target, paid, { clientId: 'SANDBOX_5XOTHER' })],
    ['that is signed for another call', () => signed('/ams/sandbox/api/v1/payments/consult', paid)],
    ['that is signed by somebody else', (target) => signed(target, paid, { keys: strangersKeys })],
    [
      'whose signature is unreadable',
      (target) => changed(target, (headers) => headers.set('signature', 'algorithm=none')),
    ],
    ['that is not signed', () => new Response(paid)],
    ['that is an unsigned U', () => unsigned('U', 'UNKNOWN_EXCEPTION')],
    ['that is an unsigned F about the payment', () => unsigned('F', 'RISK_REJECT')],
    ['that is an unsigned F for a missing payment', () => unsigned('F', 'ORDER_NOT_EXIST')],
    ['that is an unsigned S with a code of configuration', () => unsigned('S', 'INVALID_SIGNATURE')],
    ['that is longer than 256 KiB', (target) => signed(target, paid + ' '.repeat(256 * 1024))],
  ];
  for (const [name, answer] of unbelievable) {
    it(`${name} leaves everything unknown`, async () => {
      const gateway = answeringGateway(answer);
      const unknown = { name: 'GatewayError', kind: 'unknown' };
      for (const call of Object.values(CALLS)) await assert.rejects(call(gateway), unknown);
    });
  }

  for (const code of [
    ...['INVALID_SIGNATURE', 'SIGNATURE_INVALID', 'KEY_NOT_FOUND', 'CLIENT_INVALID', 'INVALID_CLIENT'],
    ...['NO_INTERFACE_DEF', 'ACCESS_DENIED'],
  ]) {
    it(`that is an unsigned F ${code} is for the operator`, async () => {
      const gateway = answeringGateway(() => unsigned('F', code));
      const misconfigured = { kind: 'misconfigured', gatewayCode: code };
      for (const call of Object.values(CALLS)) await assert.rejects(call(gateway), misconfigured);
    });
  }

  const limits: [call: keyof typeof CALLS, timeoutMs: number | undefined, ms: number][] = [
    ['createPayment', undefined, 15_000],
    ['retrievePayment', undefined, 8_000],
    ['cancelPayment', undefined, 8_000],
    ['refundPayment', undefined, 8_000],
    ['retrieveRefund', undefined, 8_000],
    ['listWallets', undefined, 8_000],
    ['createPayment', 2_000, 2_000],
    ['retrievePayment', 2_000, 2_000],
  ];
  for (const [call, timeoutMs, limitMs] of limits) {
    it(`that never comes leaves everything unknown: ${call} waits ${limitMs} ms with ${timeoutMs} given`, async (t) => {
      const { fetch, limitsMs } = silence(t);
      const gateway = alipayCashier(someOptions({ timeoutMs, fetch }));
      await assert.rejects(CALLS[call](gateway), { name: 'GatewayError', kind: 'unknown' });
      assert.deepEqual(limitsMs(), [limitMs]);
    });
  }

  it('that breaks off leaves everything unknown', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('Connection reset')) });
    const gateway = answeringGateway((target) => new Response(body, { headers: signedHeaders(target, paid) }));
    await assert.rejects(gateway.createPayment(payment), { kind: 'unknown' });
  });
});

describe('a request', () => {
  const requestsOf = async (act: (gateway: ReturnType<typeof answeringGateway>) => Promise<unknown>, options = {}) => {
    const requests: { headers: Headers; body: string; redirect: string }[] = [];
    const gateway = answeringGateway(async (target, request) => {
      requests.push({ headers: request.headers, body: await request.text(), redirect: request.redirect });
      return signed(target, paid);
    }, options);
    await act(gateway);
    return requests;
  };

  it('says who is calling, when, and that it is JSON', async () => {
    const [request] = await requestsOf((gateway) => gateway.retrievePayment(payment), {
      agentToken: 'token-1',
      keyVersion: 2,
    });
    assert.equal(request?.headers.get('content-type'), 'application/json; charset=UTF-8');
    assert.equal(request?.headers.get('client-id'), CLIENT_ID);
    assert.equal(request?.headers.get('request-time'), String(NOW_MS));
    assert.equal(request?.headers.get('agent-token'), 'token-1');
    assert.match(request?.headers.get('signature') ?? '', /^algorithm=RSA256,keyVersion=2,signature=/);
  });

  it('carries no agent token where there is none', async () => {
    const [request] = await requestsOf((gateway) => gateway.retrievePayment(payment));
    assert.equal(request?.headers.has('agent-token'), false);
  });

  it('is never carried on to another address', async () => {
    const [request] = await requestsOf((gateway) => gateway.retrievePayment(payment));
    assert.equal(request?.redirect, 'manual');
  });

  it('is the same again when it is repeated, signed anew with the time of the repetition', async () => {
    let nowMs = NOW_MS;
    const [first, second] = await requestsOf(
      async (gateway) => {
        await gateway.createPayment(payment);
        nowMs += 5_000;
        await gateway.createPayment(payment);
      },
      { now: () => nowMs },
    );
    assert.equal(first?.body, second?.body);
    assert.equal(second?.headers.get('request-time'), String(NOW_MS + 5_000));
    assert.notEqual(first?.headers.get('signature'), second?.headers.get('signature'));
  });

  it('names the payment by our own id only', async () => {
    const known = aPayment({ gatewayReference: '202611211940108001001880000000001' });
    const [request] = await requestsOf((gateway) => gateway.retrievePayment(known));
    assert.equal(request?.body, `{"paymentRequestId":"${payment.id}"}`);
  });
});

const NOTICES = {
  'a payment': { notifyType: 'PAYMENT_RESULT', ...(JSON.parse(paid) as object) },
  'a refund': {
    notifyType: 'REFUND_RESULT',
    result: success,
    refundStatus: 'SUCCESS',
    refundRequestId: refund.id,
    refundId: '202611221940108013001880000000007',
    refundAmount: { currency: 'USD', value: '1314' },
  },
};

for (const [what, message] of Object.entries(NOTICES)) {
  describe(`a notification of ${what}`, () => {
    const target = '/alipay/notifications/asia?shop=7';
    const good = JSON.stringify(message);
    const notice = (change: Partial<IncomingNotification> = {}, body = good, as = {}): IncomingNotification => ({
      method: 'POST',
      target,
      headers: signedHeaders(target, body, { timeHeader: 'request-time', ...as }),
      body: new TextEncoder().encode(body),
      ...change,
    });
    const without = (header: string): Headers => {
      const { headers } = notice();
      headers.delete(header);
      return headers;
    };
    const gateway = alipayCashier(someOptions());
    const read = (notification: IncomingNotification) => gateway.readNotification(notification, lookupOf(payment));
    const outcomeOf = async (notification: IncomingNotification) => {
      const notice = await read(notification);
      assert.ok(notice && !('ask' in notice));
      return 'payment' in notice ? notice.payment.outcome : notice.refund.outcome;
    };

    it('is believed where it is signed over its bytes and over the address that was called', async () => {
      assert.equal(await outcomeOf(notice()), 'success');
    });

    it('is believed again when it is repeated: what follows from it must not double', async () => {
      const repeated = notice();
      assert.deepEqual(await read(repeated), await read(repeated));
    });

    it('is read where its bytes are a view into a larger buffer', async () => {
      const { body } = notice();
      const larger = new Uint8Array(body.length + 20);
      larger.set(body, 10);
      const view = larger.subarray(10, 10 + body.length);
      assert.equal(await outcomeOf(notice({ body: view })), 'success');
    });

    const forged: [name: string, notification: IncomingNotification][] = [
      ['without a signature', notice({ headers: without('signature') })],
      ['without its time', notice({ headers: without('request-time') })],
      ['without its client id', notice({ headers: without('client-id') })],
      ['for another client', notice({}, good, { clientId: 'SANDBOX_5XOTHER' })],
      ['by somebody else', notice({}, good, { keys: strangersKeys })],
      ['to another address', notice({ target: '/alipay/notifications/asia' })],
      ['by another method', notice({ method: 'PUT' })],
      ['with a changed byte', notice({ body: new TextEncoder().encode(good.replace('1314', '1315')) })],
      ['with a space more', notice({ body: new TextEncoder().encode(`${good} `) })],
      ['without its body', notice({ body: new Uint8Array() })],
    ];
    for (const [name, notification] of forged) {
      it(`is refused ${name}`, async () => {
        await assert.rejects(read(notification), { name: 'NotificationRefused', status: 401 });
      });
    }

    it('is unreadable where it is genuine and not JSON', async () => {
      await assert.rejects(read(notice({}, 'notifyType=PAYMENT_RESULT')), {
        name: 'NotificationRefused',
        status: 400,
      });
    });

    it('is acknowledged with the exact bytes that the gateway waits for', async () => {
      const response = gateway.acknowledge();
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'application/json');
      const expected = '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"}}';
      assert.equal(await response.text(), expected);
    });
  });
}

describe('a key that has the right shape and is none', () => {
  it('is for the operator once it is used', async () => {
    // A modulus of zeros: well-formed DER that no RSA implementation takes.
    const der = gatewayKeys.publicKey.export({ format: 'der', type: 'spki' }).fill(0, 33, 290);
    const gateway = answeringGateway((target) => signed(target, paid), { gatewayPublicKey: der.toString('base64') });
    await assert.rejects(gateway.retrievePayment(payment), { kind: 'misconfigured', message: /gatewayPublicKey/ });
  });
});
