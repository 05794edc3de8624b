import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trustPayments } from '../../../../src/server/gateways/trust-payments/index.ts';
import { aPayment, aRefund, knowing, posted, SITE, someOptions } from './fixtures.ts';
import { type Setup, setupSandbox } from './setup-sandbox.ts';

describe('notifications from Trust Payments', () => {
  it('are taken, and say no more than to ask', async () => {
    const { create, act, notices, report } = setupSandbox();
    const payment = await create();
    for (const event of ['pend', 'suspend', 'decline', 'approve']) await act(event);
    const ask = { ask: { paymentId: payment.id } };
    assert.deepEqual(await notices(knowing(payment)), [ask, ask, ask, ask, ask]);
    const { notifications } = await report();
    assert.deepEqual(
      notifications.map(({ status, outcome }) => [status, outcome]),
      ['10', '0', '2', '3', '100'].map((status) => [status, 'acknowledged']),
    );
  });

  it('of a refund or an update lead to the payment, whichever fields they have', async () => {
    const all =
      'requesttypedescription settlestatus sitereference transactionreference parenttransactionreference ' +
      'orderreference baseamount mainamount currencyiso3a errorcode livestatus';
    for (const settledFields of [undefined, all]) {
      const fixture = setupSandbox({ site: { ...(settledFields && { settledFields }) } });
      const payment = await fixture.create();
      const { gatewayReference = '' } = payment;
      await fixture.act('pend');
      await fixture.client.transactionUpdate({ transactionreference: [gatewayReference] }, { settlestatus: '2' });
      await fixture.act('approve');
      const refund = await fixture.gateway.refundPayment(payment, aRefund());
      const notices = await fixture.notices(knowing(payment, [refund.gatewayReference ?? '']));
      assert.deepEqual(
        notices,
        Array.from({ length: 5 }, () => ({ ask: { paymentId: payment.id } })),
      );
    }
  });

  it('about a payment that is not ours are nothing', async () => {
    const { create, act, notices } = setupSandbox();
    await create();
    await act('approve');
    assert.deepEqual(await notices(knowing(null)), [null, null]);
  });

  it('are refused with another password, from another site, and without a hash', async () => {
    const settings: [setting: Setup, status: number][] = [
      [{ site: { notificationPassword: 'other' } }, 401],
      [{ site: { notificationPassword: '' } }, 401],
    ];
    for (const [setting, status] of settings) {
      const { create, notices } = setupSandbox(setting);
      const payment = await create();
      await assert.rejects(notices(knowing(payment)), { status });
    }
    const other = setupSandbox();
    const payment = await other.create();
    const [body = ''] = await other.bodies();
    const elsewhere = trustPayments(someOptions({ siteReference: 'test_elsewhere' }));
    await assert.rejects(elsewhere.readNotification(posted(body), knowing(payment)), { status: 400 });
  });

  it('are refused once a byte of what they say is another', async () => {
    const { gateway, create, act, bodies } = setupSandbox();
    const payment = await create();
    await act('decline');
    const [, body = ''] = await bodies();
    assert.match(body, /settlestatus=3/);
    const forged = gateway.readNotification(
      posted(body.replace('settlestatus=3', 'settlestatus=100')),
      knowing(payment),
    );
    await assert.rejects(forged, { status: 401 });
  });

  it('are refused, or nothing but a question, where digits move between fields and the hash still holds', async () => {
    const fields = ['settlestatus', 'sitereference', 'transactionreference', 'orderreference', 'errorcode'];
    const { gateway, create, bodies } = setupSandbox({ site: { authorisedFields: fields } });
    const payment = await create();
    const [body = ''] = await bodies();
    const form = (change: (form: URLSearchParams) => void): string => {
      const changed = new URLSearchParams(body);
      change(changed);
      return String(changed);
    };
    const siteTakesADigit = form((changed) => {
      changed.set('settlestatus', '1');
      changed.set('sitereference', `0${SITE}`);
    });
    await assert.rejects(gateway.readNotification(posted(siteTakesADigit), knowing(payment)), { status: 400 });
    const errorTakesTheOrder = form((changed) => {
      changed.set('errorcode', `0${payment.id}`);
      changed.set('orderreference', '');
    });
    assert.deepEqual(await gateway.readNotification(posted(errorTakesTheOrder), knowing(payment)), {
      ask: { paymentId: payment.id },
    });
  });

  it('say the same again when they are doubled, reordered or late', async () => {
    for (const notifications of ['duplicate', 'reorder']) {
      const { create, act, setFaults, notices } = setupSandbox();
      const payment = await create();
      await notices(knowing(payment));
      await setFaults({ notifications });
      await act('cancel');
      await act('approve');
      const heard = await notices(knowing(payment));
      assert.equal(heard.length, notifications === 'duplicate' ? 4 : 2);
      for (const notice of heard) assert.deepEqual(notice, { ask: { paymentId: payment.id } });
    }
  });

  it('are read by the typed client with every field as it came', async () => {
    const { client, create, bodies } = setupSandbox();
    const { gatewayReference } = await create();
    const [body = ''] = await bodies();
    const { fields, notificationreference, ...transaction } = await client.readNotification(posted(body));
    assert.match(notificationreference, /^1-A\d+$/);
    assert.deepEqual(fields, [...new URLSearchParams(body)]);
    assert.partialDeepStrictEqual(transaction, {
      requesttypedescription: 'AUTH',
      settlestatus: '10',
      errorcode: '0',
      transactionreference: gatewayReference,
      orderreference: aPayment().id,
      baseamount: '1050',
      currencyiso3a: 'EUR',
      sitereference: SITE,
      livestatus: '0',
    });
  });
});
