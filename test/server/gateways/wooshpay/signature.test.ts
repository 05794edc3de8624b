import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wooshPay } from '../../../../src/server/gateways/wooshpay/index.ts';
import { parseSignature, verify } from '../../../../src/server/gateways/wooshpay/signature.ts';
import type { IncomingNotification } from '../../../../src/server/gateway.ts';
import { lookupOf, NOW_MS } from '../../../support/gateway-payments.ts';
import { aNotification, anEvent, anIntent, aPayment, someOptions, WEBHOOK_SECRET } from './fixtures.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const paid = anEvent('payment_intent.succeeded', anIntent({ status: 'succeeded' }));

/** What becomes of a notification: the status that it is refused with, or what it tells. */
const read = async (notification: IncomingNotification) => {
  const notice = await wooshPay(someOptions()).readNotification(notification, lookupOf(aPayment()));
  return notice && 'payment' in notice ? notice.payment.outcome : notice;
};
const signatureOf = ({ headers }: IncomingNotification) => headers.get('wooshpay-signature') ?? '';
const withSignature = (header: string, notification = aNotification(paid)): IncomingNotification => ({
  ...notification,
  headers: new Headers({ 'wooshpay-signature': header }),
});
const withBody = (body: string | Uint8Array, notification = aNotification(paid)): IncomingNotification => ({
  ...notification,
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
});

it('computes a signature as others do', async () => {
  // By openssl dgst -sha256 -hmac whsec_demo: the key is the whole text of the secret.
  const header = 't=1686214401000,v1=814e91d0b9f1c1bc06fddc69fe0a737d5aa698770cbe03da1ebfbbea2826c768';
  const body = new TextEncoder().encode('{"id":"evt_1","type":"payment_intent.succeeded"}');
  const signature = parseSignature(header);
  assert.ok(signature);
  assert.equal(await verify('whsec_demo', signature, body), true);
  assert.equal(await verify('demo', signature, body), false);
});

describe('a genuine notification', () => {
  const good = signatureOf(aNotification(paid));
  const [time = '', v1 = ''] = good.split(',');
  const other = `v1=${'0'.repeat(64)}`;

  const genuine: [name: string, notification: IncomingNotification][] = [
    ['with its time in milliseconds', aNotification(paid)],
    ['with its time in seconds', aNotification(paid, { time: String(NOW_MS / 1000) })],
    ['with the signature of another secret first', withSignature(`${time},${other},${v1}`)],
    ['with the signature of another secret last', withSignature(`${time},${v1},${other}`)],
    ['with a signature that is no hexadecimal beside', withSignature(`${time},v1=xyz,${v1}`)],
    ['with items of other names', withSignature(`v0=abc,${v1},${time},note=a=b,x`)],
    ['with a space behind each comma', withSignature(`${time}, ${v1}`)],
    ['5 minutes ahead of our clock', aNotification(paid, { time: String(NOW_MS + 5 * MINUTE_MS) })],
    ['that is repeated after 72 hours', aNotification(paid, { time: String(NOW_MS - 3 * DAY_MS) })],
    ['4 days old', aNotification(paid, { time: String(NOW_MS - 4 * DAY_MS) })],
  ];
  for (const [name, notification] of genuine) {
    it(`is believed ${name}`, async () => assert.equal(await read(notification), 'success'));
  }

  it('is read where its bytes are a view into a larger buffer', async () => {
    const { body } = aNotification(paid);
    const larger = new Uint8Array(body.length + 20);
    larger.set(body, 10);
    assert.equal(await read(withBody(larger.subarray(10, 10 + body.length))), 'success');
  });

  it('says the same when it is repeated', async () => {
    const gateway = wooshPay(someOptions());
    const notification = aNotification(paid);
    const first = await gateway.readNotification(notification, lookupOf(aPayment()));
    assert.deepEqual(await gateway.readNotification(notification, lookupOf(aPayment())), first);
  });
});

describe('a notification that is not to be believed', () => {
  const genuine = aNotification(paid);
  const [time = '', v1 = ''] = signatureOf(genuine).split(',');
  const text = JSON.stringify(paid);

  const refused: [name: string, notification: IncomingNotification][] = [
    ['without a signature', { ...genuine, headers: new Headers() }],
    ['with an empty signature', withSignature('')],
    ['without its time', withSignature(v1)],
    ['without a v1', withSignature(time)],
    ['with two times', withSignature(`${time},${time},${v1}`)],
    ['with a time that is not digits', withSignature(`t=1.7e12,${v1}`)],
    ['with a negative time', withSignature(`t=-1,${v1}`)],
    ['with a time without end', withSignature(`t=${'9'.repeat(40)},${v1}`)],
    ['with another time', withSignature(`t=${NOW_MS + 1},${v1}`)],
    ['with the signature under another name', withSignature(`${time},${v1.replace('v1', 'v2')}`)],
    ['with a signature that is cut short', withSignature(`${time},${v1.slice(0, -2)}`)],
    ['signed with another secret', aNotification(paid, { secret: 'whsec_other' })],
    ['signed with the secret without its prefix', aNotification(paid, { secret: WEBHOOK_SECRET.slice(6) })],
    ['with a changed byte', withBody(text.replace('1314', '1315'))],
    ['with a space more', withBody(`${text} `)],
    ['without its body', withBody('')],
    ['too far ahead of our clock', aNotification(paid, { time: String(NOW_MS + 5 * MINUTE_MS + 1) })],
    ['of more than 4 days ago', aNotification(paid, { time: String(NOW_MS - 4 * DAY_MS - 1) })],
    ['of the year 1970, in seconds', aNotification(paid, { time: '1000' })],
    ['that is not JSON', aNotification('payment_intent.succeeded')],
    ['that is cut short', aNotification(text.slice(0, -9))],
    ['that is an HTML page', aNotification('<!doctype html><title>Sign in</title>')],
    ['that holds nothing', aNotification('null')],
    ['that is no event', aNotification({ ...anIntent({ status: 'succeeded' }) })],
    ['without an object', aNotification({ ...paid, data: {} })],
    ['of the live mode', aNotification({ ...paid, livemode: true })],
    ['of the live mode, as text', aNotification({ ...paid, livemode: 'true' })],
  ];
  for (const [name, notification] of refused) {
    it(`is refused ${name}`, async () => {
      await assert.rejects(read(notification), { name: 'NotificationRefused', status: 400 });
    });
  }

  it('is one of the test mode where the key is live', async () => {
    const gateway = wooshPay(someOptions({ secretKey: 'sk_live_1' }));
    await assert.rejects(gateway.readNotification(genuine, lookupOf(aPayment())), /other mode/);
    const live = aNotification({ ...paid, livemode: true });
    assert.ok(await gateway.readNotification(live, lookupOf(aPayment())));
  });
});
