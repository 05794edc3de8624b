import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { PaymentLookup } from '../../../../src/server/gateway.ts';
import { trustPayments } from '../../../../src/server/gateways/trust-payments/index.ts';
import { aPayment, aRefund, knowing, posted, REFERENCE, SITE, someOptions } from './fixtures.ts';

const payment = aPayment({ gatewayReference: REFERENCE });
const gateway = trustPayments(someOptions());
const ask = { ask: { paymentId: payment.id } };

const authorised = {
  baseamount: '1050',
  billingcountryiso2a: 'DE',
  currencyiso3a: 'EUR',
  errorcode: '0',
  livestatus: '0',
  mainamount: '10.50',
  orderreference: payment.id,
  paymenttypedescription: 'ALIPAY',
  requesttypedescription: 'AUTH',
  settlestatus: '10',
  sitereference: SITE,
  transactionreference: REFERENCE,
  transactionstartedtimestamp: '2026-11-21 12:30:01',
};
/** The least that is advised for a settled payment. */
const settled = { settlestatus: '100', sitereference: SITE, transactionreference: REFERENCE };

function hashOf(fields: Record<string, string>): string {
  const values = Object.keys(fields)
    .sort()
    .map((name) => fields[name]);
  return createHash('sha256')
    .update(`${values.join('')}demo`)
    .digest('hex');
}

const send = (fields: Record<string, string>, security = hashOf(fields)) =>
  posted(
    new URLSearchParams({ notificationreference: '1-A60356', ...fields, responsesitesecurity: security }).toString(),
  );
const read = (fields: Record<string, string>, payments: PaymentLookup = knowing(payment)) =>
  gateway.readNotification(send(fields), payments);
const refused = (field: string) => ({ name: 'NotificationRefused', status: 400, message: new RegExp(`"${field}"`) });

describe('a genuine notification', () => {
  it('says to ask about the payment, and nothing more', async () => {
    assert.deepEqual(await read(authorised), ask);
    assert.deepEqual(await read(settled), ask);
  });

  for (const settlestatus of ['0', '1', '2', '3', '10', '100']) {
    it(`says the same at settlestatus ${settlestatus}`, async () =>
      assert.deepEqual(await read({ ...settled, settlestatus }), ask));
  }

  it('says the same when it is repeated, also under another reference', async () => {
    const renamed = posted(new TextDecoder().decode(send(settled).body).replace('1-A60356', '1-B2'));
    for (const notification of [send(settled), send(settled), renamed]) {
      assert.deepEqual(await gateway.readNotification(notification, knowing(payment)), ask);
    }
  });

  it('finds a payment whose answer was lost by our own reference', async () => {
    assert.deepEqual(await read(authorised, knowing(aPayment())), ask);
  });

  it('leads from a refund to its payment', async () => {
    const refund = {
      ...authorised,
      requesttypedescription: 'REFUND',
      settlestatus: '100',
      transactionreference: '23-86-114',
      orderreference: aRefund().id,
      baseamount: '500',
    };
    assert.deepEqual(await read(refund, knowing(payment, ['23-86-114'])), ask);
    assert.deepEqual(await read({ ...refund, parenttransactionreference: REFERENCE }), ask);
    assert.deepEqual(await read({ ...refund, requesttypedescription: '' }, knowing(payment, ['23-86-114'])), ask);
  });

  it('leads to its payment from a refund that was made elsewhere under the payment’s reference', async () => {
    const refund = { ...authorised, requesttypedescription: 'REFUND', settlestatus: '100', baseamount: '500' };
    assert.deepEqual(await read({ ...refund, transactionreference: '23-86-115' }), ask);
  });

  it('is about nothing of ours where neither reference is known', async () => {
    assert.equal(await read({ ...settled, transactionreference: '99-9-9' }), null);
    assert.equal(await read({ ...settled, transactionreference: '99-9-9', orderreference: 'Other' }), null);
    assert.equal(await read({ settlestatus: '100', sitereference: SITE }), null);
  });

  it('is about nothing of ours as a kind that is no payment’s', async () => {
    assert.equal(await read({ requesttypedescription: 'RISKDEC', sitereference: SITE }), null);
  });

  it('is answered with one line of text', async () => {
    const response = gateway.acknowledge();
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
    assert.match(await response.text(), /^\w+\n$/);
  });
});

describe('a notification whose hash is right and that contradicts what we know', () => {
  const contradictions: [field: string, value: string][] = [
    ['settlestatus', '4'],
    ['settlestatus', '010'],
    ['settlestatus', ''],
    ['baseamount', '1051'],
    ['baseamount', '01050'],
    ['baseamount', '10.50'],
    ['currencyiso3a', 'USD'],
    ['orderreference', 'PaymentPaymentPayment002'],
    ['sitereference', `000${SITE}`],
  ];
  for (const [field, value] of contradictions) {
    it(`is refused with "${field}" ${value || 'empty'}`, () =>
      assert.rejects(read({ ...authorised, [field]: value }), refused(field)));
  }

  it('is refused from a live site where a test one is expected', () =>
    assert.rejects(read({ ...authorised, livestatus: '1' }), { name: 'NotificationRefused', status: 400 }));
});

describe('a forgery that keeps the hash of a genuine notification', () => {
  const genuine = { ...authorised, baseamount: '10000', mainamount: '100.00', errorcode: '5' };
  const dear = aPayment({ gatewayReference: REFERENCE, amount: { currency: 'EUR', value: 10_000, exponent: 2 } });
  const { id } = dear;
  const forge = (fields: Record<string, string>) => {
    assert.equal(hashOf(fields), hashOf(genuine), 'the forgery itself is wrong');
    return gateway.readNotification(send(fields), knowing(dear));
  };

  it('leaves nothing believed where it cuts a "100" out of the amount', async () => {
    const { sitereference, transactionreference, transactionstartedtimestamp } = genuine;
    const settlement = {
      settlestatus: '100',
      settlestatut: `00DEEUR50100.00${id}ALIPAYAUTH10`,
      sitereference,
      transactionreference,
      transactionstartedtimestamp,
    };
    assert.deepEqual(await forge(settlement), ask);
  });

  it('leaves nothing believed where it moves digits between fields that nobody checks', async () => {
    assert.deepEqual(await forge({ ...genuine, errorcode: '', errorcodf: '5' }), ask);
    assert.deepEqual(await forge({ ...genuine, mainamount: '100', mainamounu: '.00' }), ask);
  });

  it('leaves nothing believed where it brings fields of its own', async () => {
    assert.deepEqual(await forge({ ...genuine, aaa: '', zzz: '' }), ask);
  });

  const refusals: [name: string, change: Record<string, string>, field: string][] = [
    ['the end of an error code to the order', { mainamount: '', orderreference: `100.00${id}` }, 'orderreference'],
    [
      'the start of the order to the field before',
      { mainamount: '100.00P', orderreference: id.slice(1) },
      'orderreference',
    ],
    ['the status to the site', { settlestatus: '1', sitereference: `0${SITE}` }, 'sitereference'],
    ['the site to the status', { settlestatus: '10t', sitereference: SITE.slice(1) }, 'sitereference'],
    ['digits of the amount away', { baseamount: '100', baseamounu: '00' }, 'baseamount'],
    ['the kind to the status', { requesttypedescription: '', settlestatus: 'AUTH10' }, 'settlestatus'],
  ];
  for (const [name, change, field] of refusals) {
    it(`is refused where it moves ${name}`, () => assert.rejects(forge({ ...genuine, ...change }), refused(field)));
  }
});
