import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { devices } from 'playwright-core';
import type { Created } from '../../src/protocol/payment.ts';
import { aNotification, create, notify, order, retrieve, shown } from './support/contract-caller.ts';
import { setStage } from './support/stage.ts';

const PRICE = 1314;

describe('an attack', () => {
  const stage = setStage();

  async function aPayment(): Promise<Created> {
    const { status, body } = await create(stage.demo, { orderId: await order(stage.demo) });
    assert.equal(status, 201);
    return body as Created;
  }

  it('that names an amount of its own is not listened to', async () => {
    const orderId = await order(stage.demo, 2);
    const cheap = { currency: 'USD', value: 1, exponent: 2 };
    const { body } = await create(stage.demo, { orderId, amount: cheap, paymentAmount: cheap, value: 1, total: 1 });
    const { currency, value, exponent } = body.payment!.amount;
    assert.deepEqual({ currency, value, exponent }, { currency: 'USD', value: 2 * PRICE, exponent: 2 });
    const { amount } = await stage.gateway.paymentOf(orderId);
    assert.deepEqual(amount, { currency: 'USD', value: String(2 * PRICE) });
  });

  const strangersKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .toString('base64');

  interface Forgery {
    readonly body?: object;
    /** Whose key signs. Absent: nobody's. */
    readonly by?: 'the gateway' | 'a stranger';
    /** What the signature was made for, where that is not what is sent. */
    readonly signedFor?: object;
    readonly answer: readonly [status: number, code: string];
  }

  const forgeries: Readonly<Record<string, Forgery>> = {
    'that nobody has signed': { answer: [401, 'unauthorized'] },
    'that a stranger has signed': { by: 'a stranger', answer: [401, 'unauthorized'] },
    'that was changed after it was signed': {
      by: 'the gateway',
      signedFor: { result: { resultCode: 'PROCESS_FAIL', resultStatus: 'F', resultMessage: '' } },
      answer: [401, 'unauthorized'],
    },
    'of another amount': {
      by: 'the gateway',
      body: { paymentAmount: { currency: 'USD', value: '1' } },
      answer: [400, 'invalid_request'],
    },
    'of another currency': {
      by: 'the gateway',
      body: { paymentAmount: { currency: 'HKD', value: String(PRICE) } },
      answer: [400, 'invalid_request'],
    },
    'of no amount': {
      by: 'the gateway',
      body: { paymentAmount: undefined },
      answer: [400, 'invalid_request'],
    },
  };
  for (const [what, { body, by, signedFor, answer }] of Object.entries(forgeries)) {
    it(`by a notification ${what} is refused, and changes nothing`, async () => {
      const created = await aPayment();
      const before = await shown(stage.demo, created);
      const key = by === 'the gateway' ? await stage.demo.gatewayKey() : by && strangersKey;
      const report = await stage.gateway.paymentOf(created.payment.orderId);
      const text = aNotification(report, body);
      const signed = signedFor ? aNotification(report, signedFor) : text;
      const { status, body: problem } = await notify(stage.demo, text, key, signed);
      assert.deepEqual([status, problem.code], answer);
      assert.deepEqual(await shown(stage.demo, created), before);
      assert.equal((await stage.demo.recordsOf(created.payment.orderId)).order, 'open');
    });
  }

  it('by a genuine notification of a payment that is not ours is received, so that it ends, and changes nothing', async () => {
    const created = await aPayment();
    const before = await shown(stage.demo, created);
    const report = await stage.gateway.paymentOf(created.payment.orderId);
    const text = aNotification(report, { paymentRequestId: 'A'.repeat(24) });
    assert.equal((await notify(stage.demo, text, await stage.demo.gatewayKey())).status, 200);
    assert.deepEqual(await shown(stage.demo, created), before);
  });

  it('does not keep the same payment from being paid by a genuine notification', async () => {
    const created = await aPayment();
    const text = aNotification(await stage.gateway.paymentOf(created.payment.orderId));
    await notify(stage.demo, text, strangersKey);
    assert.equal((await notify(stage.demo, text, await stage.demo.gatewayKey())).status, 200);
    assert.equal((await shown(stage.demo, created)).payment.status, 'success');
  });

  it('on an order that does not exist finds none', async () => {
    const { status, body } = await create(stage.demo, { orderId: 'T-NOSUCHORDER' });
    assert.deepEqual([status, body.code], [404, 'order_not_found']);
  });

  it('that replays a create with other parameters is refused', async () => {
    const key = crypto.randomUUID();
    const orderId = await order(stage.demo);
    const { body } = await create(stage.demo, { orderId }, key);
    const changes = [{ orderId: await order(stage.demo) }, { orderId, terminal: 'WAP', os: 'IOS' }];
    for (const change of changes) {
      const replayed = await create(stage.demo, change, key);
      assert.deepEqual([replayed.status, replayed.body.code], [422, 'idempotency_key_reused']);
    }
    const same = await create(stage.demo, { orderId }, key);
    assert.deepEqual([same.status, same.body.payment?.id], [200, body.payment!.id]);
    assert.equal((await stage.gateway.paymentsOf(orderId)).length, 1);
  });

  it('that guesses payments or tokens learns nothing: every guess gets the same answer', async () => {
    const { payment, token } = await aPayment();
    const other = await aPayment();
    const guesses = [
      await retrieve(stage.demo, 'A'.repeat(24)),
      await retrieve(stage.demo, 'A'.repeat(24), token),
      await retrieve(stage.demo, payment.id),
      await retrieve(stage.demo, payment.id, 'x'.repeat(43)),
      await retrieve(stage.demo, payment.id, other.token),
    ];
    assert.deepEqual([...new Set(guesses.map(({ status }) => status))], [401]);
    assert.equal(new Set(guesses.map(({ body }) => JSON.stringify(body))).size, 1);
    assert.equal(guesses[0]!.body.code, 'unauthorized');
  });

  it('that comes from a page of another origin is turned away', async () => {
    const response = await fetch(`${stage.demo.shopOrigin}/alipay/payments`, {
      method: 'POST',
      headers: {
        Origin: 'https://evil.example',
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: JSON.stringify({ orderId: await order(stage.demo), terminal: 'WEB', returnUrl: stage.demo.shopOrigin }),
    });
    assert.equal(response.status, 403);
    assert.equal(response.headers.get('access-control-allow-origin'), null);
  });

  const addresses = {
    'runs script': 'javascript:document.documentElement.dataset.owned="yes"',
    'runs script, in disguise': 'JaVaScRiPt:document.documentElement.dataset.owned="yes"//https://alipay.com',
    'is a page of its own': 'data:text/html,<script>document.title="owned"</script>',
    'is not encrypted': 'http://wallet.example/pay',
    'belongs to another app': 'intent://pay#Intent;scheme=evil;end',
  };
  for (const [what, url] of Object.entries(addresses)) {
    it(`by an endpoint that sends its shopper to an address that ${what} ends in an error, and goes nowhere`, async () => {
      const shopper = await stage.shopper({ ...devices['iPhone 15'], locale: 'en-US' });
      const checkout = await shopper.order();
      const orderUrl = checkout.page.url();
      await shopper.context.route('**/alipay/payments', async (route) => {
        const answer = (await (await route.fetch()).json()) as Created;
        await route.fulfill({ status: 201, json: { ...answer, action: { redirect: { url, method: 'GET' } } } });
      });
      const visited: string[] = [];
      checkout.page.on('framenavigated', (frame) => visited.push(frame.url()));
      await checkout.part('button').tap();
      await checkout.reach('error');
      await checkout.says('The payment could not start');
      assert.equal((await checkout.changes()).at(-1)?.errorCode, 'unsafe_address');
      assert.equal(await checkout.page.locator('html').getAttribute('data-owned'), null);
      assert.deepEqual([visited, checkout.page.url()], [[], orderUrl]);
    });
  }

  it('by such an address beside a code costs the shopper nothing but that address', async () => {
    const shopper = await stage.shopper();
    const checkout = await shopper.order();
    await shopper.context.route('**/alipay/payments', async (route) => {
      const answer = (await (await route.fetch()).json()) as Created;
      const redirect = { url: addresses['runs script'], method: 'GET' };
      await route.fulfill({ status: 201, json: { ...answer, action: { ...answer.action, redirect } } });
    });
    await checkout.pay();
    await checkout.codeIsPainted();
    assert.equal(await checkout.page.locator('html').getAttribute('data-owned'), null);
  });

  it('by markup in an answer stays text', async () => {
    const shopper = await stage.shopper();
    const checkout = await shopper.order();
    const description = '<img src=x onerror="document.documentElement.dataset.owned=1"><script>1</script>';
    await shopper.context.route('**/alipay/payments', async (route) => {
      const answer = (await (await route.fetch()).json()) as Created;
      await route.fulfill({ status: 201, json: { ...answer, payment: { ...answer.payment, description } } });
    });
    await checkout.pay();
    await checkout.codeIsPainted();
    assert.equal(await checkout.part('summary').textContent(), description);
    assert.equal(await checkout.page.locator('html').getAttribute('data-owned'), null);
  });
});
