import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CheckoutError } from '../../src/session/errors.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { unauthorized } from '../support/scripted-backend.ts';
import { setup, started, withPayment } from './setup.ts';

const scanned = aSnapshot({ version: 2, reason: 'scanned' });
const notFound = () => new CheckoutError('payment_not_found', 'No such payment');

/** A payment whose token the server refuses from now on, in every request. */
async function refused(error = unauthorized()) {
  const all = await started();
  const { server } = all;
  server.stream(error);
  server.script.retrieve = [error];
  server.script.create = [error];
  server.lastStream().fail(error);
  const requests = () => ['create', 'retrieve', 'subscribe'].flatMap((method) => server.seen(method as 'create'));
  return { ...all, requests };
}

describe('a token that is refused', () => {
  it('is renewed by replaying the create, in place of a question', async () => {
    const { session, server, clock } = await started();
    server.script.create = [{ ...scanned, token: 'token-of-the-replay' }];
    server.lastStream().fail(unauthorized());
    await clock.advance(1_000);
    assert.equal(server.seen('retrieve').length, 0);
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 1);
    assert.equal(withPayment(session).payment.version, 2);
    assert.equal(server.seen('subscribe').at(-1)!.token, 'token-of-the-replay');
  });

  for (const error of [unauthorized(), notFound()]) {
    it(`by a ${error.code} that passes does not end anything`, async () => {
      const { session, server, clock } = await refused(error);
      await clock.advance(30_000);
      assert.equal(session.state.phase, 'awaiting');
      assert.equal(withPayment(session).connection, 'reconnecting');
      server.stream('live');
      server.push(scanned);
      await clock.advance(20_000);
      assert.equal(withPayment(session).payment.version, 2);
      assert.equal(withPayment(session).connection, 'live');
    });
  }

  it('for good is tried slowly, under one key, with one request of a kind at a time', async () => {
    const { session, server, clock, requests } = await refused();
    await clock.advance(600_000);
    const before = requests().length;
    await clock.advance(600_000);
    const later = requests().length - before;
    assert.ok(later > 20 && later < 130, `${later} requests in ten minutes`);
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 1);
    assert.deepEqual(server.overlaps, []);
    assert.equal(session.state.phase, 'awaiting');
  });

  it('is asked with again where nothing was created here', async () => {
    const { session, server, clock } = setup();
    session.resume({ paymentId: scanned.payment.id, ticket: 'a-return-ticket' });
    await clock.advance(1);
    server.script.retrieve = [unauthorized()];
    server.stream(unauthorized());
    server.lastStream().fail(unauthorized());
    await clock.advance(30_000);
    assert.equal(server.seen('create').length, 0);
    server.script.retrieve = [scanned];
    await clock.advance(20_000);
    assert.equal(withPayment(session).payment.version, 2);
  });

  it('is not taken from an order that has got another payment', async () => {
    const { server, clock } = await refused();
    server.script.create = [{ ...aSnapshot({ id: 'anotherPaymentOfTheOrder' }), token: 'not for this payment' }];
    await clock.advance(60_000);
    assert.ok(server.seen('create').length > 1);
    assert.ok(server.seen('subscribe').every(({ token }) => token === 'token-of-the-create'));
  });
});
