import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { alipayCashier, type AlipayCashierOptions } from '../../../../src/server/gateways/alipay-cashier/index.ts';
import type { Evidence } from '../../../../src/server/gateway.ts';
import { aPayment, gatewayKeys, merchantKeys, pkcs8Of, someOptions, spkiOf } from './fixtures.ts';
import { setupSandbox } from './setup-sandbox.ts';

const MINUTE_MS = 60_000;

describe('a merchant who is set up wrong', () => {
  const wrong: [name: string, options: Partial<AlipayCashierOptions>, code: string][] = [
    [
      'with a key that was not uploaded',
      { privateKey: pkcs8Of(gatewayKeys), gatewayPublicKey: spkiOf(merchantKeys) },
      'INVALID_SIGNATURE',
    ],
    ['with a key version that was not uploaded', { keyVersion: 2 }, 'KEY_NOT_FOUND'],
    ['with a sandbox client outside the sandbox', { sandbox: false }, 'ACCESS_DENIED'],
  ];
  for (const [name, options, gatewayCode] of wrong) {
    it(`is told so ${name}`, async () => {
      const { gateway } = setupSandbox(options);
      await assert.rejects(gateway.createPayment(aPayment()), { kind: 'misconfigured', gatewayCode });
      await assert.rejects(gateway.retrievePayment(aPayment()), { kind: 'misconfigured', gatewayCode });
      await assert.rejects(gateway.cancelPayment(aPayment()), { kind: 'misconfigured', gatewayCode });
    });
  }

  it('is told so where the request is not to the gateway’s liking', async () => {
    const { gateway } = setupSandbox();
    await assert.rejects(gateway.createPayment(aPayment({ orderId: 'x'.repeat(65) })), {
      kind: 'misconfigured',
      gatewayCode: 'PARAM_ILLEGAL',
    });
  });

  it('learns nothing where the public key is not the gateway’s, though the payment may exist', async () => {
    const strangersKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { gateway, report } = setupSandbox({ gatewayPublicKey: spkiOf(strangersKeys) });
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown', message: /gatewayPublicKey/ });
    assert.equal((await report(aPayment())).status, 'PROCESSING');
  });
});

describe('the keys of a merchant', () => {
  it('are taken in the form of the Python and PHP SDKs too: PKCS#1', async () => {
    const privateKey = merchantKeys.privateKey.export({ format: 'der', type: 'pkcs1' }).toString('base64');
    const { gateway } = setupSandbox({ privateKey });
    assert.equal((await gateway.createPayment(aPayment())).outcome, 'awaiting');
  });
});

describe('following a payment', () => {
  const ends: [action: string, body: object, evidence: Partial<Evidence>][] = [
    ['approve', {}, { outcome: 'success' }],
    ['pend', {}, { outcome: 'processing' }],
    ['expire', {}, { outcome: 'expired' }],
    ['decline', { code: 'USER_BALANCE_NOT_ENOUGH' }, { outcome: 'failed', reason: 'insufficient_funds' }],
    ['decline', { code: 'USER_AMOUNT_EXCEED_LIMIT' }, { outcome: 'failed', reason: 'limit_exceeded' }],
    ['decline', { code: 'USER_PAYMENT_VERIFICATION_FAILED' }, { outcome: 'failed', reason: 'declined' }],
    ['decline', { code: 'RISK_REJECT' }, { outcome: 'failed', reason: 'risk_rejected' }],
    ['decline', { code: 'PROCESS_FAIL' }, { outcome: 'failed', reason: 'gateway_error' }],
  ];
  for (const [action, body, expected] of ends) {
    it(`hears the same by notification and by inquiry after ${action} ${JSON.stringify(body)}`, async () => {
      const { gateway, act, notifications } = setupSandbox();
      const { gatewayReference } = await gateway.createPayment(aPayment());
      await act(action, aPayment(), body);
      const evidence = {
        paymentId: aPayment().id,
        gatewayReference,
        amount: { currency: 'USD', value: 1314, exponent: 2 },
        ...expected,
      };
      assert.deepEqual(await notifications(), [{ payment: evidence }]);
      assert.deepEqual(await gateway.retrievePayment(aPayment({ gatewayReference })), evidence);
    });
  }

  it('says no more than that it waits, with the action as before, while nothing has happened', async () => {
    const { gateway } = setupSandbox();
    const { gatewayReference, amount } = await gateway.createPayment(aPayment());
    assert.deepEqual(await gateway.retrievePayment(aPayment({ gatewayReference })), {
      paymentId: aPayment().id,
      gatewayReference,
      amount,
      outcome: 'awaiting',
    });
  });

  it('is expired once its time is over', async () => {
    const { gateway, pass } = setupSandbox();
    await gateway.createPayment(aPayment());
    await pass(14 * MINUTE_MS);
    assert.equal((await gateway.retrievePayment(aPayment()))?.outcome, 'expired');
  });

  it('finds nothing where the gateway has no such payment', async () => {
    const { gateway } = setupSandbox();
    assert.equal(await gateway.retrievePayment(aPayment()), null);
  });

  it('says nothing while the gateway is down', async () => {
    const { gateway, setFaults } = setupSandbox();
    await gateway.createPayment(aPayment());
    await setFaults({ gateway: 'down' });
    await assert.rejects(gateway.retrievePayment(aPayment()), { kind: 'unknown' });
  });
});

describe('cancelling a payment', () => {
  it('closes it before it is paid, also when it is repeated', async () => {
    const { gateway, report } = setupSandbox();
    await gateway.createPayment(aPayment());
    assert.equal(await gateway.cancelPayment(aPayment()), 'cancelled');
    assert.equal(await gateway.cancelPayment(aPayment()), 'cancelled');
    assert.equal((await report(aPayment())).status, 'CANCELLED');
    assert.equal((await gateway.retrievePayment(aPayment()))?.outcome, 'cancelled');
  });

  it('returns the money once it is paid', async () => {
    const { gateway, act } = setupSandbox();
    await gateway.createPayment(aPayment());
    await act('approve', aPayment());
    assert.equal(await gateway.cancelPayment(aPayment()), 'cancelled');
    assert.equal((await gateway.retrievePayment(aPayment()))?.outcome, 'cancelled');
  });

  it('is refused once its window is over', async () => {
    const { gateway, act, pass } = setupSandbox();
    await gateway.createPayment(aPayment());
    await act('approve', aPayment());
    await pass(25 * 60 * MINUTE_MS);
    assert.equal(await gateway.cancelPayment(aPayment()), 'refused');
  });

  it('is refused where there is no such payment', async () => {
    const { gateway } = setupSandbox();
    assert.equal(await gateway.cancelPayment(aPayment()), 'refused');
  });

  it('leaves it unknown where the answer is lost, and is then repeated', async () => {
    const { gateway, setFaults } = setupSandbox();
    await gateway.createPayment(aPayment());
    await setFaults({ gateway: 'lost' });
    await assert.rejects(gateway.cancelPayment(aPayment()), { kind: 'unknown' });
    await setFaults({ gateway: 'up' });
    assert.equal(await gateway.cancelPayment(aPayment()), 'cancelled');
  });
});

describe('notifications', () => {
  it('are acknowledged in the way that the gateway takes for an acknowledgement', async () => {
    const { gateway, act, notifications, report } = setupSandbox();
    await gateway.createPayment(aPayment());
    await act('approve', aPayment());
    await notifications();
    const outcomes = (await report(aPayment())).notifications.map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, ['acknowledged']);
  });

  it('are verified over the query of the address that was called', async () => {
    const { gateway, act, notifications } = setupSandbox();
    await gateway.createPayment(
      aPayment({ notifyUrl: 'https://shop.example/alipay/notifications/asia?shop=%E8%8C%B6' }),
    );
    await act('approve', aPayment());
    const [notice] = await notifications();
    assert.ok(notice && 'payment' in notice);
    assert.equal(notice.payment.outcome, 'success');
  });

  it('say the same when they are doubled', async () => {
    const { gateway, act, notifications, setFaults } = setupSandbox();
    await setFaults({ notifications: 'duplicate' });
    await gateway.createPayment(aPayment());
    await act('approve', aPayment());
    const [first, second] = await notifications();
    assert.ok(first && 'payment' in first);
    assert.equal(first.payment.outcome, 'success');
    assert.deepEqual(first, second);
  });
});

describe('the typed client', () => {
  it('answers in the gateway’s own words, refusals too', async () => {
    const { client, gateway } = setupSandbox();
    await gateway.createPayment(aPayment());
    const { result, paymentStatus } = await client.inquiryPayment({ paymentRequestId: aPayment().id });
    assert.deepEqual({ code: result.resultCode, paymentStatus }, { code: 'SUCCESS', paymentStatus: 'PROCESSING' });
    const missing = await client.cancel({ paymentRequestId: 'nobody' });
    assert.deepEqual([missing.result.resultStatus, missing.result.resultCode], ['F', 'ORDER_NOT_EXIST']);
  });
});

describe('what the gateway can do', () => {
  it('is declared: browsers and apps, and cancelling a paid payment', () => {
    const { capabilities, name } = alipayCashier(someOptions());
    assert.equal(name, 'alipay-cashier');
    assert.deepEqual(capabilities.terminals, ['WEB', 'WAP', 'APP']);
    assert.equal(capabilities.cancel, 'any');
    assert.equal(capabilities.refunds, 'many');
    assert.deepEqual(capabilities.wallets, ['ALIPAY_CN']);
    // The last of the repeated notifications comes 24 h 22 min after the first.
    assert.ok(capabilities.endCanTurnForMs > (24 * 60 + 22) * MINUTE_MS);
  });

  it('goes as far as the merchant’s options: a mini app of their own, and other wallets', () => {
    const options = someOptions({ miniAppId: '2021000000000001', wallets: ['CONNECT_WALLET', 'GCASH'] });
    const { terminals, wallets } = alipayCashier(options).capabilities;
    assert.deepEqual(terminals, ['WEB', 'WAP', 'APP', 'MINI_APP']);
    assert.deepEqual(wallets, ['CONNECT_WALLET', 'GCASH']);
  });
});
