import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { started, withPayment } from './setup.ts';

/** Trouble is shown once it has lasted so long. */
const SHOWN_AFTER_MS = 5_000;

describe('a stream that has died without a word', () => {
  it('shows as reconnecting by the end of two and a half heartbeats, though no question has failed yet', async () => {
    const { session, server, clock } = await started();
    server.script.retrieve = ['never'];
    await clock.advance(37_500 - SHOWN_AFTER_MS - 1);
    assert.equal(withPayment(session).connection, 'live');
    await clock.advance(1);
    assert.equal(withPayment(session).connection, 'reconnecting');
    await clock.advance(SHOWN_AFTER_MS);
    assert.equal(withPayment(session).connection, 'reconnecting');
    assert.equal(server.seen('retrieve').length, 1);
  });

  it('counts as live again as soon as it is heard, before anything has been shown', async () => {
    const { session, server, clock } = await started();
    await clock.advance(33_000);
    assert.equal(withPayment(session).connection, 'reconnecting');
    server.lastStream().onAlive();
    await clock.advance(4_500);
    assert.equal(withPayment(session).connection, 'live');
    assert.equal(server.seen('subscribe').length, 1);
  });
});
