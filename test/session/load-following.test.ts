import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as following from '../../src/session/following.ts';
import { fakeEnvironment, settle } from '../support/fake-environment.ts';
import { FOLLOWED_AFTER_MS, request, setup, started, withPayment } from './setup.ts';

/** A session whose chunk for following does not load the first few times. */
function setupOffline(failures: number) {
  let loads = 0;
  const environment = {
    ...fakeEnvironment(),
    loadFollowing: () => (++loads > failures ? Promise.resolve(following) : Promise.reject(new Error('no network'))),
  };
  return { ...setup(environment), loads: () => loads };
}

describe('what following takes', () => {
  it('is fetched only when the new payment has been shown', async () => {
    const { session, server, clock, loads } = setupOffline(0);
    session.start(request);
    await settle();
    assert.equal(session.state.phase, 'awaiting');
    await clock.advance(FOLLOWED_AFTER_MS - 1);
    assert.equal(loads(), 0);
    await clock.advance(1);
    assert.equal(loads(), 1);
    assert.equal(server.seen('subscribe').length, 1);
  });

  it('is fetched at once where a payment is found again', async () => {
    const first = await started();
    const { server } = first.reload();
    await settle();
    assert.equal(server.seen('retrieve').length, 1);
  });

  it('is fetched again until it is there, and the page says that it has lost the server meanwhile', async () => {
    const { session, server, clock } = setupOffline(8);
    session.start(request);
    await clock.advance(FOLLOWED_AFTER_MS);
    assert.equal(withPayment(session).connection, 'reconnecting');
    await clock.advance(60_000);
    assert.equal(server.seen('subscribe').length, 1);
    assert.equal(withPayment(session).connection, 'live');
  });

  it('is waited for no longer once the page has gone', async () => {
    const { session, clock, loads } = setupOffline(Infinity);
    session.start(request);
    await clock.advance(5_000);
    const before = loads();
    session.disconnect();
    await clock.advance(60_000);
    assert.equal(loads(), before);
    assert.equal(clock.pending, 0);
  });

  it('is not needed to cancel', async () => {
    const { session, server } = setupOffline(Infinity);
    session.start(request);
    await settle();
    session.cancel();
    await settle();
    assert.equal(server.seen('cancel').length, 1);
  });
});
