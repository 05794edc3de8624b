import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NOW_MS } from '../../../support/gateway-payments.ts';
import { aPayment } from './fixtures.ts';
import { ORIGIN, setupSandbox } from './setup-sandbox.ts';

const MINUTE_MS = 60_000;

describe('creating a payment', () => {
  it('hands out the code, the cashier page and how long they live', async () => {
    const { gateway, report } = setupSandbox();
    const evidence = await gateway.createPayment(aPayment());
    const { walletUrl, paymentId, code } = await report(aPayment());
    const expiresAtMs = NOW_MS + 14 * MINUTE_MS - 2_000;
    assert.deepEqual(evidence, {
      paymentId: aPayment().id,
      gatewayReference: paymentId,
      amount: { currency: 'USD', value: 1314, exponent: 2 },
      outcome: 'awaiting',
      action: {
        qrCode: { data: walletUrl, expiresAt: new Date(expiresAtMs).toISOString() },
        redirect: { url: `${ORIGIN}/cashier/${code}`, method: 'GET' },
      },
      expiresAtMs,
    });
  });

  it('hands out the app’s scheme on a phone', async () => {
    const { gateway } = setupSandbox();
    const { action } = await gateway.createPayment(aPayment({ terminal: 'WAP', os: 'IOS' }));
    assert.match(action?.app?.schemeUrl ?? '', /^alipays:\/\//);
  });

  it('hands out the app’s link for a wallet that has one', async () => {
    const { gateway, report } = setupSandbox();
    const { action } = await gateway.createPayment(aPayment({ terminal: 'APP', os: 'ANDROID', wallet: 'ALIPAY_HK' }));
    assert.deepEqual(action?.app, { linkUrl: (await report(aPayment())).walletUrl });
  });

  it('tells the gateway of the order what the manual wants to know', async () => {
    const { gateway, report } = setupSandbox({ wallets: ['CONNECT_WALLET'], settlementCurrency: 'EUR' });
    await gateway.createPayment(aPayment({ description: '龙井 🍵', clientAddress: '203.0.113.9', buyerCountry: 'DE' }));
    const { amount, wallet, terminal, orderId, description, redirectUrl, notifyUrl } = await report(aPayment());
    assert.deepEqual(
      { amount, wallet, terminal, orderId, description, redirectUrl, notifyUrl },
      {
        amount: { currency: 'USD', value: '1314' },
        wallet: 'CONNECT_WALLET',
        terminal: 'WEB',
        orderId: 'A-1001',
        description: '龙井 🍵',
        redirectUrl: 'https://shop.example/return?order=A-1001',
        notifyUrl: 'https://shop.example/alipay/notifications/asia',
      },
    );
  });

  it('counts rupiah as Alipay does, and believes the answer as ours', async () => {
    const { gateway, report } = setupSandbox();
    const rupiah = aPayment({ amount: { currency: 'IDR', value: 15_000, exponent: 0 } });
    const { amount } = await gateway.createPayment(rupiah);
    assert.deepEqual((await report(rupiah)).amount, { currency: 'IDR', value: '1500000' });
    assert.deepEqual(amount, { currency: 'IDR', value: 1_500_000, exponent: 2 });
  });

  it('gives the same payment again when it is repeated', async () => {
    const { gateway, report, pass } = setupSandbox();
    const first = await gateway.createPayment(aPayment());
    await pass(5_000);
    assert.deepEqual(await gateway.createPayment(aPayment()), first);
    assert.equal((await report(aPayment())).calls.pay, 2);
  });

  it('leaves a payment unknown that the gateway knows with another amount', async () => {
    const { gateway } = setupSandbox();
    await gateway.createPayment(aPayment());
    const dearer = aPayment({ amount: { currency: 'USD', value: 1315, exponent: 2 } });
    await assert.rejects(gateway.createPayment(dearer), { kind: 'unknown', gatewayCode: 'REPEAT_REQ_INCONSISTENT' });
  });

  it('leaves a payment unknown whose answer was lost; the inquiry finds it, with its code', async () => {
    const { gateway, report, setFaults } = setupSandbox();
    await setFaults({ gateway: 'lost' });
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
    await setFaults({ gateway: 'up' });
    const evidence = await gateway.retrievePayment(aPayment());
    assert.equal(evidence?.outcome, 'awaiting');
    const { walletUrl, code } = await report(aPayment());
    assert.equal(evidence?.action?.qrCode?.data, walletUrl);
    assert.deepEqual(evidence?.action?.redirect, { url: `${ORIGIN}/cashier/${code}`, method: 'GET' });
  });

  it('finds at least an address where the lost answer cannot be had again', async () => {
    const { gateway, report } = setupSandbox();
    await gateway.createPayment(aPayment());
    const dearer = aPayment({ amount: { currency: 'USD', value: 1315, exponent: 2 } });
    const evidence = await gateway.retrievePayment(dearer);
    const { code } = await report(aPayment());
    assert.deepEqual(evidence?.action, { redirect: { url: `${ORIGIN}/cashier/${code}`, method: 'GET' } });
  });

  it('asks for the code once only: a payment whose answer was read is only inquired', async () => {
    const { gateway, report } = setupSandbox();
    const { gatewayReference } = await gateway.createPayment(aPayment());
    await gateway.retrievePayment(aPayment({ gatewayReference }));
    assert.equal((await report(aPayment())).calls.pay, 1);
  });

  it('leaves a payment unknown while the gateway is down', async () => {
    const { gateway, setFaults } = setupSandbox();
    await setFaults({ gateway: 'down' });
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
  });

  it('ends a payment whose wallet cannot be had', async () => {
    const { gateway } = setupSandbox();
    await assert.rejects(gateway.createPayment(aPayment({ wallet: 'NO_SUCH_WALLET' })), {
      kind: 'rejected',
      reason: 'gateway_error',
      gatewayCode: 'NO_PAY_OPTIONS',
    });
  });

  it('does not send an amount that Alipay cannot count', async () => {
    const { gateway } = setupSandbox();
    const yen = aPayment({ amount: { currency: 'JPY', value: 50_001, exponent: 2 } });
    await assert.rejects(gateway.createPayment(yen), { kind: 'rejected' });
  });
});
