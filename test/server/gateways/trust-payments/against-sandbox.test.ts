import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PaymentReport } from '../../../../demo/gateways/trust-payments/index.ts';
import type { Call } from '../../../support/gateway-wire.ts';
import { aPayment, aRefund, SITE } from './fixtures.ts';
import { ORIGIN, type Setup, setupSandbox } from './setup-sandbox.ts';

describe('the requests that Trust Payments gets', () => {
  const only = (sent: readonly Call[]): Call => {
    assert.equal(sent.length, 1);
    return sent[0]!;
  };
  const itemOf = (sent: readonly Call[]) => {
    const { alias, version, request, ...rest } = JSON.parse(only(sent).body) as Record<string, unknown>;
    assert.deepEqual({ alias, version, rest }, { alias: 'webservices@example.com', version: '1.00', rest: {} });
    const [item, ...others] = request as Record<string, unknown>[];
    assert.deepEqual(others, []);
    const { requestreference, ...fields } = item!;
    assert.match(String(requestreference), /^[A-Za-z0-9]{9}$/);
    return fields;
  };

  it('are posts with credentials, of UTF-8', async () => {
    const { gateway, sent } = setupSandbox();
    await gateway.createPayment(aPayment());
    const { url, ...call } = only(sent);
    const headers = new Headers(call.headers);
    assert.equal(url, `${ORIGIN}/json/`);
    assert.equal(headers.get('content-type'), 'application/json;charset=utf-8');
    assert.equal(headers.get('accept'), 'application/json');
    const credentials = Buffer.from('webservices@example.com:pässword:1', 'utf8').toString('base64');
    assert.equal(headers.get('authorization'), `Basic ${credentials}`);
  });

  it('create a payment with all that the manual asks for, and nothing else', async () => {
    const { gateway, sent } = setupSandbox();
    await gateway.createPayment(aPayment({ buyerCountry: 'DE' }));
    assert.deepEqual(itemOf(sent), {
      requesttypedescriptions: ['AUTH'],
      sitereference: SITE,
      accounttypedescription: 'ECOM',
      paymenttypedescription: 'ALIPAY',
      baseamount: '1050',
      currencyiso3a: 'EUR',
      orderreference: aPayment().id,
      returnurl: aPayment().returnUrl,
      billingcountryiso2a: 'DE',
    });
  });

  it('ask by the gateway’s reference, and by ours where there is none yet', async () => {
    for (const [gatewayReference, filter] of [
      ['23-86-113', { transactionreference: [{ value: '23-86-113' }] }],
      [undefined, { orderreference: [{ value: aPayment().id }] }],
    ] as const) {
      const { gateway, sent } = setupSandbox();
      await gateway.retrievePayment(aPayment(gatewayReference && { gatewayReference }));
      const { requesttypedescriptions, filter: asked } = itemOf(sent);
      assert.deepEqual(requesttypedescriptions, ['TRANSACTIONQUERY']);
      assert.partialDeepStrictEqual(asked, { sitereference: [{ value: SITE }], ...filter });
    }
  });

  it('refund under a reference of the refund’s own', async () => {
    const { gateway, create, act, sent } = setupSandbox();
    const payment = await create();
    await act('approve');
    sent.length = 0;
    await gateway.refundPayment(payment, aRefund());
    const { currencyiso3a: _inherited, ...fields } = itemOf(sent);
    assert.deepEqual(fields, {
      requesttypedescriptions: ['REFUND'],
      sitereference: SITE,
      parenttransactionreference: payment.gatewayReference,
      baseamount: '500',
      orderreference: aRefund().id,
    });
  });
});

for (const format of ['json', 'xml'] as const) {
  describe(`a payment through Trust Payments, over ${format}`, () => {
    const options = { format };

    it('is created with the page to pay it at', async () => {
      const { gateway, report, sent } = setupSandbox({ options });
      const evidence = await gateway.createPayment(aPayment());
      const { gatewayReference, cashierUrl, amount, terminal, returnurl, orderreference } = await report();
      assert.partialDeepStrictEqual(evidence, {
        paymentId: aPayment().id,
        gatewayReference,
        outcome: 'awaiting',
        amount: { currency: 'EUR', value: 1050, exponent: 2 },
        action: { redirect: { url: cashierUrl, method: 'GET' } },
      });
      assert.deepEqual(
        { amount, terminal, returnurl, orderreference },
        {
          amount: { currency: 'EUR', value: '1050' },
          terminal: 'WEB',
          returnurl: aPayment().returnUrl,
          orderreference: aPayment().id,
        },
      );
      assert.equal(sent[0]?.url, `${ORIGIN}/${format}/`);
    });

    it('is given its phone page where the account has one, and else the page for a desktop', async () => {
      const phone = aPayment({ terminal: 'WAP', os: 'IOS' });
      for (const wap of [true, false]) {
        const { gateway, report } = setupSandbox({ options: { format, wap }, site: { wap } });
        const { action } = await gateway.createPayment(phone);
        assert.match(action?.redirect?.url ?? '', wap ? /\/wallet\// : /\/cashier\//);
        assert.equal((await report()).terminal, wap ? 'WAP' : 'WEB');
      }
    });

    const ways: [events: [name: string, body?: { code: string }][], expected: object][] = [
      [[], { outcome: 'awaiting' }],
      [[['pend']], { outcome: 'processing' }],
      [[['suspend']], { outcome: 'processing' }],
      [[['approve']], { outcome: 'success', amount: { currency: 'EUR', value: 1050, exponent: 2 } }],
      [[['pend'], ['approve']], { outcome: 'success' }],
      [[['cancel']], { outcome: 'cancelled' }],
      [[['decline', { code: '70000' }]], { outcome: 'failed', reason: 'declined' }],
      [[['decline', { code: '71000' }]], { outcome: 'failed', reason: 'declined' }],
      [[['decline', { code: '72000' }]], { outcome: 'failed', reason: 'declined' }],
      [[['decline', { code: '60022' }]], { outcome: 'failed', reason: 'declined' }],
      [[['decline', { code: '60044' }]], { outcome: 'failed', reason: 'risk_rejected' }],
      [[['decline', { code: '60045' }]], { outcome: 'failed', reason: 'declined' }],
      [[['decline'], ['approve']], { outcome: 'success' }],
      [[['cancel'], ['approve']], { outcome: 'success' }],
    ];
    for (const [events, expected] of ways) {
      const what = events.map(([event, body]) => (body ? `${event} with ${body.code}` : event));
      it(`is read after ${what.join(', then ') || 'nothing has happened'}`, async () => {
        const { gateway, create, act } = setupSandbox({ options });
        const payment = await create();
        for (const [event, body] of events) await act(event, body);
        const evidence = await gateway.retrievePayment(payment);
        assert.partialDeepStrictEqual(evidence, {
          paymentId: payment.id,
          gatewayReference: payment.gatewayReference,
          ...expected,
        });
      });
    }

    it('does not exist where the query finds nothing', async () => {
      const { gateway } = setupSandbox({ options });
      assert.equal(await gateway.retrievePayment(aPayment()), null);
      assert.equal(await gateway.retrievePayment(aPayment({ gatewayReference: '23-1-1' })), null);
    });

    it('is found by our reference where its answer was lost, and money has moved', async () => {
      const { gateway, setFaults, act, report } = setupSandbox({ options });
      await setFaults({ gateway: 'lost' });
      await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
      await setFaults({ gateway: 'up' });
      await act('approve');
      const { gatewayReference } = await report();
      assert.partialDeepStrictEqual(await gateway.retrievePayment(aPayment()), {
        outcome: 'success',
        gatewayReference,
      });
    });

    it('is refunded in parts and as a whole, and never beyond', async () => {
      const { gateway, create, act, report } = setupSandbox({ options });
      const payment = await create();
      await act('approve');
      const part = aRefund({ id: 'RefundRefundRefundRefu02', amount: { currency: 'EUR', value: 550, exponent: 2 } });
      const tooMuch = aRefund({ id: 'RefundRefundRefundRefu03', amount: { currency: 'EUR', value: 1, exponent: 2 } });
      const first = await gateway.refundPayment(payment, aRefund());
      assert.partialDeepStrictEqual(first, {
        refundId: aRefund().id,
        outcome: 'success',
        amount: { currency: 'EUR', value: 500, exponent: 2 },
      });
      assert.equal((await gateway.refundPayment(payment, part)).outcome, 'success');
      await assert.rejects(gateway.refundPayment(payment, tooMuch), { kind: 'rejected', gatewayCode: '20007' });
      const { refunds } = await report();
      assert.deepEqual(
        refunds.map(({ reference, value }) => [reference, value]),
        [
          [part.id, '550'],
          [aRefund().id, '500'],
        ],
      );
      // A refund at 100 is not a payment at 100, and money returned does not undo the payment.
      assert.partialDeepStrictEqual(await gateway.retrievePayment(payment), {
        outcome: 'success',
        gatewayReference: payment.gatewayReference,
      });
      const { gatewayReference = '' } = first;
      assert.notEqual(gatewayReference, payment.gatewayReference);
      for (const refund of [aRefund(), aRefund({ gatewayReference })]) {
        assert.partialDeepStrictEqual(await gateway.retrieveRefund(payment, refund), { outcome: 'success' });
      }
      assert.equal(await gateway.retrieveRefund(payment, tooMuch), null);
    });

    it('is refunded once where the answer is lost: the query finds what was made', async () => {
      const { gateway, create, act, setFaults, report } = setupSandbox({ options });
      const payment = await create();
      await act('approve');
      await setFaults({ gateway: 'lost' });
      await assert.rejects(gateway.refundPayment(payment, aRefund()), { kind: 'unknown' });
      await setFaults({ gateway: 'up' });
      const evidence = await gateway.retrieveRefund(payment, aRefund());
      assert.partialDeepStrictEqual(evidence, { refundId: aRefund().id, outcome: 'success' });
      assert.equal((await report()).refunds.length, 1);
    });

    for (const [ending, outcome] of [
      ['succeed', 'success'],
      ['fail', 'failed'],
    ] as const) {
      it(`is refunded later: ${outcome}`, async () => {
        const { gateway, create, act, setFaults, panel } = setupSandbox({ options });
        const payment = await create();
        await act('approve');
        await setFaults({ refunds: 'manual' });
        const evidence = await gateway.refundPayment(payment, aRefund());
        assert.equal(evidence.outcome, 'processing');
        await panel(`refunds/${aRefund().id}/${ending}`, {});
        assert.equal((await gateway.retrieveRefund(payment, aRefund()))?.outcome, outcome);
      });
    }

    const unpaid: [event: string | undefined, code: string][] = [
      [undefined, '20005'],
      ['pend', '20005'],
      ['suspend', '20005'],
      ['decline', '20011'],
      ['cancel', '20012'],
    ];
    for (const [event, gatewayCode] of unpaid) {
      it(`is not refunded ${event ? `after ${event}` : 'before it is paid'}: ${gatewayCode}`, async () => {
        const { gateway, create, act } = setupSandbox({ options });
        const payment = await create();
        if (event) await act(event);
        await assert.rejects(gateway.refundPayment(payment, aRefund()), { kind: 'rejected', gatewayCode });
        assert.equal(await gateway.retrieveRefund(payment, aRefund()), null);
      });
    }

    it('is not refunded below the minimum, nor under the reference of a refund', async () => {
      const { gateway, create, act } = setupSandbox({ options, site: { minimumRefund: 501 } });
      const payment = await create();
      await act('approve');
      const refusal = { kind: 'rejected', gatewayCode: '20022' };
      await assert.rejects(gateway.refundPayment(payment, aRefund()), refusal);
      const whole = aRefund({ amount: payment.amount, isFull: true });
      const { gatewayReference } = await gateway.refundPayment(payment, whole);
      assert.ok(gatewayReference);
      const wrong = gateway.refundPayment(aPayment({ gatewayReference }), aRefund());
      await assert.rejects(wrong, { kind: 'rejected', gatewayCode: '20006' });
    });

    it('is not cancelled at the gateway, as no open payment can be', async () => {
      const { gateway, create, report, sent } = setupSandbox({ options });
      const payment = await create();
      sent.length = 0;
      assert.equal(await gateway.cancelPayment(payment), 'refused');
      assert.deepEqual([(await report()).status, sent.length], ['10', 0]);
    });
  });

  describe(`the typed client of Trust Payments, over ${format}`, () => {
    const options = { format };
    const anAuth = {
      baseamount: '1050',
      currencyiso3a: 'EUR',
      orderreference: aPayment().id,
      returnurl: 'https://shop.example/return',
      billingcountryiso2a: 'DE',
    };

    it('authorises', async () => {
      const { client, report } = setupSandbox({ options });
      const answer = await client.auth(anAuth);
      const { gatewayReference, cashierUrl } = await report();
      assert.partialDeepStrictEqual(answer, {
        requesttypedescription: 'AUTH',
        errorcode: '0',
        errordata: [],
        settlestatus: '10',
        transactionreference: gatewayReference,
        orderreference: aPayment().id,
        baseamount: '1050',
        currencyiso3a: 'EUR',
        redirecturl: cashierUrl,
        livestatus: '0',
        paymenttypedescription: 'ALIPAY',
        accounttypedescription: 'ECOM',
        settleduedate: '2026-11-21',
        transactionstartedtimestamp: '2026-11-21 12:30:00',
        partnerid: '2088000011112222',
      });
    });

    it('makes two payments of two calls, as nothing here is idempotent', async () => {
      const { client, report } = setupSandbox({ options });
      const [first, second] = [await client.auth(anAuth), await client.auth(anAuth)];
      assert.notEqual(first.transactionreference, second.transactionreference);
      assert.equal((await report()).calls['AUTH'], 2);
    });

    it('is told which field is wrong', async () => {
      const { client } = setupSandbox({ options });
      const wrong: [field: string, change: Partial<typeof anAuth> & { applicationtype?: 'WAP' }][] = [
        ['baseamount', { baseamount: '10.50' }],
        ['baseamount', { baseamount: '0' }],
        ['currencyiso3a', { currencyiso3a: 'CNY' }],
        ['returnurl', { returnurl: 'shop.example' }],
        ['applicationtype', { applicationtype: 'WAP' }],
      ];
      for (const [field, change] of wrong) {
        assert.partialDeepStrictEqual(await client.auth({ ...anAuth, ...change }), {
          requesttypedescription: 'ERROR',
          errorcode: '30000',
          errordata: [field],
        });
      }
    });

    it('queries with several filters and values', async () => {
      const { client } = setupSandbox({ options });
      const { transactionreference = '' } = await client.auth(anAuth);
      await client.auth({ ...anAuth, orderreference: 'another' });
      const found = await client.transactionQuery({
        orderreference: ['nobody', aPayment().id],
        requesttypedescription: ['AUTH'],
        starttimestamp: ['2026-11-21 00:00:00'],
        endtimestamp: ['2026-11-22 00:00:00'],
      });
      assert.deepEqual([found.requesttypedescription, found.errorcode], ['TRANSACTIONQUERY', '0']);
      assert.equal(found.records.length, 1);
      assert.partialDeepStrictEqual(found.records[0], {
        requesttypedescription: 'AUTH',
        transactionreference,
        orderreference: aPayment().id,
        settlestatus: '10',
        errorcode: '0',
        baseamount: '1050',
        currencyiso3a: 'EUR',
        sitereference: SITE,
        livestatus: '0',
      });
      const none = await client.transactionQuery({ orderreference: ['nobody'] });
      assert.deepEqual([none.errorcode, none.records], ['0', []]);
    });

    it('refunds all that there is where no amount is given', async () => {
      const { client, act } = setupSandbox({ options });
      const { transactionreference = '' } = await client.auth(anAuth);
      await act('approve');
      const request = { parenttransactionreference: transactionreference, orderreference: 'all-of-it' };
      assert.partialDeepStrictEqual(await client.refund(request), {
        requesttypedescription: 'REFUND',
        errorcode: '0',
        settlestatus: '100',
        parenttransactionreference: transactionreference,
        baseamount: '1050',
      });
      assert.equal((await client.refund(request)).errorcode, '20007');
      const unknown = await client.refund({ ...request, parenttransactionreference: '23-1-1' });
      assert.equal(unknown.errorcode, '20004');
      const { errorcode } = await client.refund({ ...request, baseamount: '1', currencyiso3a: 'USD' });
      assert.equal(errorcode, '20015');
    });

    it('suspends, releases and cancels what is authorised, and nothing else', async () => {
      const { client, act, report } = setupSandbox({ options });
      const { transactionreference = '' } = await client.auth(anAuth);
      const update = async (settlestatus: '0' | '2' | '3') =>
        (await client.transactionUpdate({ transactionreference: [transactionreference] }, { settlestatus })).errorcode;
      assert.equal(await update('3'), '60017');
      await act('pend');
      for (const settlestatus of ['2', '0', '3'] as const) {
        assert.equal(await update(settlestatus), '0');
        assert.equal((await report()).status, settlestatus);
      }
      assert.equal(await update('0'), '60017');
      const nobody = await client.transactionUpdate({ transactionreference: ['23-1-1'] }, { settlestatus: '3' });
      assert.equal(nobody.errorcode, '60014');
    });
  });

  describe(`trouble with Trust Payments, over ${format}`, () => {
    const wrong: [what: string, setting: Setup, gatewayCode: string][] = [
      ['another password', { options: { password: 'other' } }, 'HTTP 401'],
      ['another user', { options: { username: 'other@example.com' } }, 'HTTP 401'],
      ['a site that nobody knows', { options: { siteReference: 'test_other' } }, '30001'],
      ['a site of another user', { options: { siteReference: 'test_theirs' } }, '30006'],
      ['a site that is suspended', { site: { suspended: true } }, '60023'],
      ['a site without an Alipay account', { site: { alipay: false } }, '40000'],
    ];
    for (const [what, { options = {}, site = {} }, gatewayCode] of wrong) {
      it(`from ${what} is the merchant’s to mend: ${gatewayCode}`, async () => {
        const { gateway, sandbox } = setupSandbox({ options: { ...options, format }, site });
        sandbox.registerSite({ sitereference: 'test_theirs', username: 'theirs', password: 'x' });
        await assert.rejects(gateway.createPayment(aPayment()), { kind: 'misconfigured', gatewayCode });
      });
    }

    it('from a phone page that Alipay has not enabled names the field', async () => {
      const { gateway } = setupSandbox({ options: { format, wap: true } });
      await assert.rejects(gateway.createPayment(aPayment({ terminal: 'WAP' })), {
        kind: 'misconfigured',
        gatewayCode: '30000',
        message: /applicationtype/,
      });
    });

    it('from a live site behind test credentials is noticed', async () => {
      const options = { format, siteReference: 'site12345', live: false };
      const { gateway } = setupSandbox({ options, site: { sitereference: 'site12345' } });
      await assert.rejects(gateway.createPayment(aPayment()), { kind: 'misconfigured' });
    });

    for (const fault of ['down', 'slow', 'lost'] as const) {
      it(`leaves everything unknown where the gateway is ${fault}`, async () => {
        const { gateway, create, act, setFaults } = setupSandbox({ options: { format, timeoutMs: 50 } });
        const payment = await create();
        await act('approve');
        await setFaults({ gateway: fault });
        const unknown = { kind: 'unknown' };
        await assert.rejects(gateway.createPayment(aPayment({ id: 'PaymentPaymentPayment002' })), unknown);
        await assert.rejects(gateway.retrievePayment(payment), unknown);
        await assert.rejects(gateway.refundPayment(payment, aRefund()), unknown);
        await assert.rejects(gateway.retrieveRefund(payment, aRefund()), unknown);
      });
    }
  });
}

describe('several payments at Trust Payments under one reference', () => {
  it('are two where an answer was lost: the one whose address the shopper got is followed', async () => {
    const { gateway, setFaults, report, panel } = setupSandbox();
    await setFaults({ gateway: 'lost' });
    await assert.rejects(gateway.createPayment(aPayment()), { kind: 'unknown' });
    await setFaults({ gateway: 'up' });
    // Its address was lost with the answer: nobody can pay it, so the kit may create it again.
    assert.equal(await gateway.retrievePayment(aPayment()), null);
    const { gatewayReference, action } = await gateway.createPayment(aPayment());
    const current = await report();
    assert.deepEqual([gatewayReference, action?.redirect?.url], [current.gatewayReference, current.cashierUrl]);
    const { payments } = await panel<{ payments: PaymentReport[] }>('payments');
    assert.deepEqual(
      payments.map(({ reference }) => reference),
      [aPayment().id, aPayment().id],
    );
    await panel(`payments/${aPayment().id}/approve`, {});
    const evidence = await gateway.retrievePayment(aPayment({ gatewayReference: gatewayReference ?? '' }));
    assert.equal(evidence?.outcome, 'success');
  });
});
