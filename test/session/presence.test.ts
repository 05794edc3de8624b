import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LifecycleEvent } from '../../src/session/environment.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { settle } from '../support/fake-environment.ts';
import { unreachable } from '../support/scripted-backend.ts';
import { started, withPayment } from './setup.ts';

const scanned = aSnapshot({ version: 2, reason: 'scanned' });

describe('a page that cannot follow', () => {
  const silences: Record<string, readonly [away: readonly LifecycleEvent[], back: readonly LifecycleEvent[]]> = {
    'in the back/forward cache': [
      ['hidden', 'pagehide'],
      ['pageshow', 'visible'],
    ],
    frozen: [
      ['hidden', 'freeze'],
      ['resume', 'visible'],
    ],
    'frozen in the back/forward cache': [
      ['pagehide', 'hidden', 'freeze'],
      ['resume', 'pageshow', 'visible'],
    ],
    offline: [['offline'], ['online']],
    'offline, and hidden meanwhile': [
      ['offline', 'hidden', 'visible', 'focus'],
      ['online', 'focus'],
    ],
  };
  for (const [what, [away, back]] of Object.entries(silences)) {
    it(`is silent while it is ${what}, and asks once, before it streams, as soon as it is not`, async () => {
      const { session, server, clock, environment } = await started();
      environment.page(...away);
      await settle();
      assert.deepEqual([server.pending(), clock.pending], [0, 0]);
      await clock.advance(3_600_000);
      assert.deepEqual([server.seen('retrieve').length, server.seen('subscribe').length], [0, 1]);
      server.push(scanned);
      const order: string[] = [];
      const { backend } = server;
      const [retrieve, subscribe] = [backend.retrieve.bind(backend), backend.subscribe.bind(backend)];
      backend.retrieve = (...args) => (order.push('retrieve'), retrieve(...args));
      backend.subscribe = (...args) => (order.push('subscribe'), subscribe(...args));
      environment.page(...back);
      await clock.advance(1);
      assert.deepEqual(order, ['retrieve', 'subscribe']);
      assert.deepEqual([withPayment(session).payment.version, withPayment(session).connection], [2, 'live']);
    });
  }
});

describe('a phone', () => {
  it('lets go of its stream after thirty seconds unseen, and asks when it is looked at', async () => {
    const { session, server, clock, environment } = await started();
    environment.becomeTouch();
    environment.page('hidden');
    await clock.advance(29_999);
    assert.equal(server.pending(), 1);
    await clock.advance(1);
    assert.deepEqual([server.pending(), clock.pending], [0, 0]);
    environment.page('offline', 'online');
    await clock.advance(600_000);
    assert.equal(server.pending() + server.seen('retrieve').length, 0, 'no radio for nobody');
    server.script.retrieve = [scanned];
    environment.page('visible');
    await settle();
    assert.equal(withPayment(session).payment.version, 2);
    assert.equal(server.seen('subscribe').length, 2);
  });

  it('keeps its stream where it is looked at again sooner', async () => {
    const { server, clock, environment } = await started();
    environment.becomeTouch();
    for (let times = 0; times < 4; times++) {
      environment.page('hidden');
      await clock.advance(20_000);
      server.lastStream().onAlive();
      environment.page('visible');
      await clock.advance(1_000);
    }
    assert.equal(server.seen('subscribe').length, 1);
  });
});

describe('a stream', () => {
  it('is dead after a sleep that the monotonic clock has not seen', async () => {
    const { server, clock, environment } = await started();
    clock.nowMs += 8 * 3_600_000;
    environment.page('visible');
    await clock.advance(1_000);
    assert.equal(server.seen('subscribe')[0]!.signal.aborted, true);
    assert.equal(server.seen('subscribe').length, 2);
  });

  it('is not opened again sooner than the server wants, except for a shopper who comes back', async () => {
    const { server, clock, environment } = await started();
    server.lastStream().onRetry(15_000);
    server.lastStream().fail(unreachable());
    await clock.advance(14_999);
    assert.equal(server.seen('subscribe').length, 1);
    environment.page('focus');
    await settle();
    assert.equal(server.seen('subscribe').length, 2);
  });
});

describe('a return right after a question', () => {
  it('is asked about a second after that question, once, and not at the next poll', async () => {
    const { session, server, clock, environment } = await started();
    server.backend.subscribe = () => Promise.reject(unreachable());
    server.lastStream().fail(unreachable());
    await settle();
    const asked = server.seen('retrieve').length;
    assert.equal(asked, 1);
    server.script.retrieve = [scanned];
    environment.page('hidden', 'visible', 'focus');
    await clock.advance(999);
    assert.equal(server.seen('retrieve').length, asked);
    await clock.advance(1);
    assert.equal(withPayment(session).payment.version, 2);
    await clock.advance(500);
    assert.equal(server.seen('retrieve').length, asked + 1);
  });
});
