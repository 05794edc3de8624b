import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { createTrustPaymentsClient } from '../../../../src/server/gateways/trust-payments/index.ts';
import { posted, SITE, someOptions } from './fixtures.ts';

// The example of the documentation for the site security of a response, whose hash was computed elsewhere.
const EXAMPLE =
  'notificationreference=1-A1&baseamount=100&currencyiso3a=EUR&errorcode=5&mainamount=&orderreference=0order-1001' +
  '&requesttypedescription=AUTH&settlestatus=100&sitereference=00test_site12345&transactionreference=23-86-113';
const EXAMPLE_HASH = 'a141e6ad71ecde1bfe0a159673e9af32573e2a4144814264977bde883a2383f0';

const hashOf = (text: string, algorithm = 'sha256') => createHash(algorithm).update(text, 'utf8').digest('hex');
const open = (body: string | Uint8Array, options = {}) =>
  createTrustPaymentsClient(someOptions(options)).readNotification(posted(body));
/** Opens a form whose values, joined in the right order by the test itself, are `joined`. */
const openHashed = (form: string, joined: string) =>
  open(`notificationreference=1-A1&${form}&responsesitesecurity=${hashOf(`${joined}demo`)}`);

const refused = (status: number, message?: RegExp) => ({
  name: 'NotificationRefused',
  status,
  ...(message && { message }),
});

describe('the hash of a notification', () => {
  it('is the one of the documentation’s example', async () => {
    const { notificationreference, transactionreference, baseamount, fields } = await open(
      `${EXAMPLE}&responsesitesecurity=${EXAMPLE_HASH}`,
      { siteReference: '00test_site12345', live: false },
    );
    assert.deepEqual([notificationreference, transactionreference, baseamount], ['1-A1', '23-86-113', '100']);
    assert.deepEqual(fields.at(-1), ['responsesitesecurity', EXAMPLE_HASH]);
    assert.equal(fields.length, 11);
  });

  const forms: [name: string, form: string, joined: string][] = [
    ['sorts by name, not by the order of sending', `b=1&sitereference=${SITE}&a=2`, `21${SITE}`],
    ['sorts capitals before "_" before small letters', `a=3&_=2&sitereference=${SITE}&Z=1`, `123${SITE}`],
    ['counts a plus as a space, and keeps spaces at the ends', `a=+x+&sitereference=${SITE}`, ` x ${SITE}`],
    ['decodes bytes as UTF-8', `a=%E9%BE%99%E4%BA%95%2B&sitereference=${SITE}`, `龙井+${SITE}`],
    ['splits at the first equals sign', `a=b=c&sitereference=${SITE}`, `b=c${SITE}`],
    ['adds nothing for blank values', `a=&b&sitereference=${SITE}`, SITE],
    ['takes the values of a doubled field in the order of sending', `x=2&x=1&sitereference=${SITE}`, `${SITE}21`],
    ['counts fields that nobody has heard of', `zz=mine&sitereference=${SITE}`, `${SITE}mine`],
  ];
  for (const [name, form, joined] of forms) {
    it(name, async () => assert.equal((await openHashed(form, joined)).sitereference, SITE));
  }

  const form = `sitereference=${SITE}&transactionreference=23-86-113`;
  const hash = hashOf(`${SITE}23-86-113demo`);
  const genuine = `notificationreference=1-A1&${form}&responsesitesecurity=${hash}`;

  it('does not cover the reference of the notification', async () => {
    assert.equal((await open(genuine.replace('1-A1', '1-B2'))).notificationreference, '1-B2');
  });

  const forged: [name: string, body: string, status: number, message?: RegExp][] = [
    ['whose value is changed', genuine.replace('23-86-113', '23-86-114'), 401, /notificationPassword/],
    [
      'whose hash is changed',
      genuine.replace(
        hash,
        hash.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
      401,
    ],
    ['whose hash is in capitals', genuine.replace(hash, hash.toUpperCase()), 401],
    ['whose hash is cut short', genuine.replace(hash, hash.slice(0, 40)), 401],
    ['with a field more', `${genuine}&settlestatus=100`, 401],
    ['without its hash', `notificationreference=1-A1&${form}`, 401, /responsesitesecurity/],
    ['with an empty hash', `notificationreference=1-A1&${form}&responsesitesecurity=`, 401, /responsesitesecurity/],
    ['with two hashes', `${genuine}&responsesitesecurity=${hash}`, 401, /responsesitesecurity/],
    ['without its reference', `${form}&responsesitesecurity=${hash}`, 400, /notificationreference/],
    ['with two references', `${genuine}&notificationreference=1-A2`, 400, /notificationreference/],
    ['that is JSON', '{"settlestatus":"100"}', 401],
    ['that is empty', '', 401],
  ];
  for (const [name, body, status, message] of forged) {
    it(`refuses a notification ${name}`, () => assert.rejects(open(body), refused(status, message)));
  }

  it('refuses bytes that are no text', () => assert.rejects(open(Uint8Array.of(0xff, 0xfe, 0x00)), refused(401)));

  it('refuses MD5, and says what to do', async () => {
    const md5 = hashOf(`${SITE}23-86-113demo`, 'md5');
    await assert.rejects(open(genuine.replace(hash, md5)), refused(401, /MD5.*SHA-256/));
  });

  it('refuses the hash of another password', () =>
    assert.rejects(open(genuine, { notificationPassword: 'Demo' }), refused(401)));

  it('refuses another site, and one of the other mode', async () => {
    await assert.rejects(openHashed('sitereference=test_other', 'test_other'), refused(400, /sitereference/));
    await assert.rejects(openHashed('settlestatus=100', '100'), refused(400, /sitereference/));
    await assert.rejects(openHashed(`livestatus=1&sitereference=${SITE}`, `1${SITE}`), refused(400, /live/));
  });

  it('refuses a field that is sent twice and of which one would have to be believed', async () => {
    const doubled = `settlestatus=3&settlestatus=100&sitereference=${SITE}`;
    await assert.rejects(openHashed(doubled, `3100${SITE}`), refused(400, /"settlestatus" is sent twice/));
  });
});
