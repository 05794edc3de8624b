import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CheckoutError } from '../../src/session/errors.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { settle } from '../support/fake-environment.ts';
import { unreachable } from '../support/scripted-backend.ts';
import { request, setup, started, withPayment } from './setup.ts';

const scanned = aSnapshot({ version: 2, reason: 'scanned' });
const voided = aSnapshot({ version: 4, status: 'voided', reason: 'expired' });

/** How many requests were made from the first to the second moment, in milliseconds since the test began. */
function count(seen: readonly { readonly atMs: number }[], originMs: number, fromMs: number, toMs: number): number {
  return seen.filter(({ atMs }) => atMs - originMs >= fromMs && atMs - originMs < toMs).length;
}

describe('the stream', () => {
  it('is opened once, and nothing is polled while it lives', async () => {
    const { server, clock } = await started();
    for (let seconds = 0; seconds < 300; seconds += 15) {
      await clock.advance(15_000);
      server.lastStream().onAlive();
    }
    assert.equal(server.seen('subscribe').length, 1);
    assert.equal(server.seen('retrieve').length, 0);
  });

  it('brings a change to the page', async () => {
    const { session, server } = await started();
    server.push(scanned);
    assert.equal(withPayment(session).payment.reason, 'scanned');
  });

  it('gives way to polling when it breaks, and takes over again', async () => {
    const { session, server, clock } = await started();
    server.stream(unreachable());
    server.lastStream().fail(unreachable());
    await clock.advance(5_000);
    assert.equal(withPayment(session).connection, 'polling');
    server.script.retrieve = [scanned];
    await clock.advance(3_000);
    assert.equal(withPayment(session).payment.reason, 'scanned');
    server.push(scanned);
    server.stream('live');
    await clock.advance(31_000);
    assert.equal(withPayment(session).connection, 'live');
    const polls = server.seen('retrieve').length;
    await clock.advance(20_000);
    assert.equal(server.seen('retrieve').length, polls);
    assert.deepEqual(server.overlaps, []);
  });

  it('gives way to polling where it shows nothing in four seconds, as behind a proxy that buffers', async () => {
    const { session, server, clock } = setup();
    server.stream('mute');
    session.start(request);
    await clock.advance(3_999);
    assert.equal(server.seen('retrieve').length, 0);
    await clock.advance(1);
    assert.equal(server.seen('retrieve').length, 1);
    assert.equal(withPayment(session).connection, 'polling');
    assert.equal(server.seen('subscribe').length, 1, 'it may still come to life');
    server.push(scanned);
    assert.equal(withPayment(session).connection, 'live');
  });

  it('counts as dead after two and a half silent heartbeats', async () => {
    const { server, clock } = await started();
    const [stream] = server.seen('subscribe');
    await clock.advance(37_499);
    assert.equal(stream!.signal.aborted, false);
    await clock.advance(1);
    assert.equal(stream!.signal.aborted, true);
    assert.equal(server.seen('retrieve').length, 1, 'the page asks at once');
    await clock.advance(1_000);
    assert.equal(server.seen('subscribe').length, 2);
  });

  it('is opened again at once after the server has ended it in order, without a poll in between', async () => {
    const { server, clock } = await started();
    await clock.advance(31_000);
    server.lastStream().end();
    await clock.advance(1_000);
    assert.equal(server.seen('subscribe').length, 2);
    assert.equal(server.seen('retrieve').length, 0);
  });

  it('is not stormed where each one ends at once', async () => {
    const { server, clock } = await started();
    for (let seconds = 0; seconds < 120; seconds++) {
      server.lastStream().end();
      await clock.advance(1_000);
    }
    const opened = server.seen('subscribe').length;
    assert.ok(opened < 30, `${opened} streams in two minutes`);
  });

  it('never says anything any more once it has been given up', async () => {
    const { session, server, clock } = await started();
    const dead = server.lastStream();
    await clock.advance(40_000);
    dead.onSnapshot(scanned);
    assert.equal(withPayment(session).payment.version, 1);
  });
});

describe('polling', () => {
  async function polling() {
    const all = setup();
    all.server.stream(unreachable());
    const originMs = all.clock.now();
    all.session.start(request);
    await settle();
    return { ...all, originMs };
  }

  it('asks at once, each two seconds for a minute, then each ten, and each thirty after five', async () => {
    const { server, clock, originMs } = await polling();
    await clock.advance(900_000);
    const seen = server.seen('retrieve');
    assert.equal(seen[0]!.atMs, originMs);
    const [first, then, last] = [
      count(seen, originMs, 0, 60_000),
      count(seen, originMs, 60_000, 300_000),
      count(seen, originMs, 300_000, 900_000),
    ];
    assert.ok(first >= 25 && first <= 38, `${first} in the first minute`);
    assert.ok(then >= 20 && then <= 31, `${then} in the next four`);
    assert.ok(last >= 16 && last <= 26, `${last} in the next ten`);
    const reopened = server.seen('subscribe').length;
    assert.ok(reopened >= 25 && reopened <= 35, `${reopened} looks for the stream`);
    assert.deepEqual(server.overlaps, []);
  });

  it('keeps the wait that the server asks for', async () => {
    const { server, clock } = await polling();
    server.script.retrieve = [
      new CheckoutError('rate_limited', 'Slow down', { retryable: true, retryAfterMs: 60_000 }),
    ];
    await clock.advance(3_000);
    const [polls, streams] = [server.seen('retrieve').length, server.seen('subscribe').length];
    await clock.advance(55_000);
    assert.deepEqual([server.seen('retrieve').length, server.seen('subscribe').length], [polls, streams]);
    await clock.advance(10_000);
    assert.ok(server.seen('retrieve').length > polls);
  });

  it('backs off while nothing answers, and keeps the last true state on the screen', async () => {
    const { session, server, clock } = await polling();
    server.script.retrieve = [unreachable()];
    await clock.advance(300_000);
    assert.equal(session.state.phase, 'awaiting');
    assert.equal(withPayment(session).connection, 'reconnecting');
    const polls = server.seen('retrieve').length;
    assert.ok(polls < 80, `${polls} polls in five minutes`);
    server.script.retrieve = [scanned];
    await clock.advance(40_000);
    assert.equal(withPayment(session).payment.reason, 'scanned');
  });

  it('gives a request up that hangs, and never has two', async () => {
    const { session, server, clock } = await polling();
    server.script.retrieve = ['never'];
    await clock.advance(60_000);
    assert.equal(withPayment(session).connection, 'reconnecting');
    assert.ok(server.seen('retrieve').length > 3);
    assert.deepEqual(server.overlaps, []);
  });

  it('is slow while nobody looks', async () => {
    const { server, clock, environment } = await polling();
    environment.page('hidden');
    const before = server.seen('retrieve').length;
    await clock.advance(300_000);
    const polls = server.seen('retrieve').length - before;
    assert.ok(polls >= 7 && polls <= 13, `${polls} polls in five hidden minutes`);
  });
});

describe('the page', () => {
  it('is silent while it is offline and asks first thing when it is not', async () => {
    const { session, server, clock, environment } = await started();
    environment.page('offline');
    await settle();
    assert.equal(withPayment(session).connection, 'offline');
    assert.deepEqual([server.pending(), clock.pending], [0, 0]);
    await clock.advance(600_000);
    server.push(scanned);
    assert.equal(withPayment(session).payment.version, 1);
    environment.page('online');
    await settle();
    assert.equal(withPayment(session).payment.version, 2);
    assert.equal(withPayment(session).connection, 'live');
  });

  it('keeps its stream and no timer while it is hidden', async () => {
    const { session, server, clock, environment } = await started();
    environment.page('hidden');
    assert.equal(clock.pending, 0);
    server.push(scanned);
    assert.equal(withPayment(session).payment.version, 2);
  });

  it('asks once when it is looked at again, however many events say so', async () => {
    const { server, environment } = await started();
    environment.page('hidden', 'visible', 'focus', 'online');
    await settle();
    environment.page('focus');
    await settle();
    assert.equal(server.seen('retrieve').length, 1);
  });

  it('notices on its return that the stream died meanwhile', async () => {
    const { server, clock, environment } = await started();
    environment.page('hidden');
    await clock.advance(600_000);
    environment.page('visible');
    await clock.advance(1_000);
    assert.equal(server.seen('subscribe')[0]!.signal.aborted, true);
    assert.equal(server.seen('subscribe').length, 2);
  });

  it('lets go of everything on its way into the back/forward cache, and asks before it streams on its way out', async () => {
    const { server, clock, environment } = await started();
    environment.page('pagehide');
    await settle();
    assert.deepEqual([server.pending(), clock.pending], [0, 0]);
    server.script.retrieve = ['never', aSnapshot()];
    environment.page('pageshow');
    await settle();
    assert.equal(server.seen('retrieve').length, 1);
    assert.equal(server.seen('subscribe').length, 1);
    await clock.advance(12_000);
    assert.equal(server.seen('subscribe').length, 2);
  });
});

describe('after an end that a late success may still overturn', () => {
  it('streams two minutes, asks now and then for fifteen, and then only when the shopper comes back', async () => {
    const { session, server, clock, environment } = await started();
    server.push(voided);
    await clock.advance(119_000);
    assert.equal(server.pending(), 1);
    assert.equal(server.seen('retrieve').length, 0);
    await clock.advance(2_000);
    await clock.advance(13 * 60_000 - 2_000);
    const polls = server.seen('retrieve').length;
    assert.ok(polls >= 18 && polls <= 36, `${polls} polls in thirteen minutes`);
    await clock.advance(3_600_000);
    assert.ok(server.seen('retrieve').length <= polls + 2);
    assert.deepEqual([server.pending(), clock.pending], [0, 0]);
    server.script.retrieve = [aSnapshot({ version: 5, status: 'success', reason: 'captured', late: true })];
    environment.page('focus');
    await settle();
    assert.equal(session.state.phase, 'success');
    assert.equal(environment.listeners.size, 0);
  });

  it('does not bring the stream back that the server has closed', async () => {
    const { server, clock } = await started();
    server.push(voided);
    server.lastStream().end();
    await clock.advance(60_000);
    assert.equal(server.seen('subscribe').length, 1);
  });

  it('streams for what is left of the two minutes where the page comes when it is over', async () => {
    const first = await started();
    first.server.push(voided);
    first.session.disconnect();
    await first.clock.advance(90_000);
    const { server, clock } = first.reload();
    await settle();
    assert.equal(server.seen('subscribe').length, 1);
    await clock.advance(29_000);
    assert.equal(server.pending(), 1);
    await clock.advance(1_000);
    assert.equal(server.pending(), 0);
  });

  it('does not stream where the payment’s own times say that it has long been over', async () => {
    const { session, server, target } = setup();
    const times = { createdAt: '2025-12-31T23:40:00Z', expiresAt: '2025-12-31T23:55:00Z' };
    server.script.retrieve = [aSnapshot({ ...voided.payment, ...times })];
    session.target({ ...target, orderId: '' });
    session.resume({ paymentId: voided.payment.id, ticket: 'a-return-ticket' });
    await settle();
    assert.equal(session.state.phase, 'voided');
    assert.equal(server.seen('subscribe').length, 0);
  });
});
