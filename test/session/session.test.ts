import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CheckoutError } from '../../src/session/errors.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { settle } from '../support/fake-environment.ts';
import { unreachable } from '../support/scripted-backend.ts';
import { request, setup, started, withPayment } from './setup.ts';

const paid = aSnapshot({ version: 5, status: 'success', reason: 'captured' });
const voided = aSnapshot({ version: 4, status: 'voided', reason: 'expired' });
const created = (snapshot = aSnapshot()) => ({ ...snapshot, token: 'token-of-the-create' });

describe('ending', () => {
  it('makes a new attempt with the last request after an end without money', async () => {
    const { session, server } = await started();
    server.push(voided);
    assert.equal(session.state.phase, 'voided');
    server.push(aSnapshot());
    session.retry();
    await settle();
    const [first, second] = server.seen('create');
    assert.notEqual(first!.key, second!.key);
    assert.equal(first!.body, second!.body);
    assert.equal(session.state.phase, 'awaiting');
  });

  it('does nothing more after a success, whatever is asked of it', async () => {
    const { session, server, clock } = await started();
    server.push(paid);
    await settle();
    session.start(request);
    session.retry();
    session.check();
    session.cancel();
    await clock.advance(3_600_000);
    assert.equal(session.state.phase, 'success');
    assert.equal(server.pending() + clock.pending, 0);
    assert.equal(server.seen('create').length, 1);
  });

  it('shows a success that comes after an end', async () => {
    const { session, server } = await started();
    server.push(voided);
    server.push({ ...paid, payment: { ...paid.payment, late: true } });
    assert.equal(session.state.phase, 'success');
  });
});

describe('cancelling', () => {
  it('cancels at the server and shows what the server answers', async () => {
    const { session } = await started();
    session.cancel();
    assert.equal(withPayment(session).cancelling, true);
    await settle();
    assert.equal(session.state.phase, 'voided');
    assert.equal(withPayment(session).cancelling, false);
  });

  it('sends one cancel for two clicks', async () => {
    const { session, server } = await started();
    session.cancel();
    session.cancel();
    await settle();
    assert.equal(server.seen('cancel').length, 1);
  });

  it('says why a cancel was refused and stays where it is', async () => {
    const { session, server } = await started();
    server.script.cancel = [new CheckoutError('cancel_not_supported', 'No')];
    session.cancel();
    await settle();
    const { phase, refusal, cancelling } = withPayment(session);
    assert.deepEqual([phase, refusal?.code, cancelling], ['awaiting', 'cancel_not_supported', false]);
  });

  it('shows the success that a cancel came too late for', async () => {
    const { session, server } = await started();
    server.script.cancel = [new CheckoutError('payment_already_succeeded', 'Paid', { snapshot: paid })];
    session.cancel();
    await settle();
    assert.equal(session.state.phase, 'success');
  });

  it('cancels a payment that was being created as soon as it is there', async () => {
    const { session, server } = setup();
    let launches = 0;
    session.start(request, () => launches++);
    session.cancel();
    assert.equal(session.state.phase, 'creating');
    await settle();
    assert.equal(server.seen('cancel').length, 1);
    assert.equal(session.state.phase, 'voided');
    assert.equal(launches, 0);
  });

  it('returns to the button where the create was not answered, and keeps the attempt', async () => {
    const { session, server, clock } = setup();
    server.script.create = [unreachable(), created()];
    session.start(request);
    session.cancel();
    await clock.advance(30_000);
    assert.equal(session.state.phase, 'idle');
    session.start(request);
    await settle();
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 1);
    assert.equal(server.seen('cancel').length, 0, 'that wish belonged to the first click');
  });
});

describe('checking', () => {
  it('asks twice, no faster than the server asks the gateway, and then stops', async () => {
    const { session, server, clock } = await started();
    session.check();
    session.check();
    await clock.advance(3_000);
    assert.equal(server.seen('check').length, 1);
    await clock.advance(1_000);
    assert.equal(server.seen('check').length, 2);
    assert.equal(withPayment(session).checking, false);
  });

  it('stops as soon as something newer is known', async () => {
    const { session, server, clock } = await started();
    session.check();
    server.push(aSnapshot({ version: 2, reason: 'processing' }));
    assert.equal(withPayment(session).checking, false);
    await clock.advance(10_000);
    assert.equal(server.seen('check').length, 1);
  });

  it('stops after ten seconds without an answer', async () => {
    const { session, server, clock } = await started();
    server.script.check = ['never'];
    session.check();
    await clock.advance(9_999);
    assert.equal(withPayment(session).checking, true);
    await clock.advance(1);
    assert.equal(withPayment(session).checking, false);
  });

  it('asks the server when the time is over by the server’s clock, and decides nothing itself', async () => {
    const { session, server, clock } = setup();
    // This device's clock is an hour behind the server's.
    const late = aSnapshot({ serverTime: '2026-01-01T01:00:00Z', expiresAt: '2026-01-01T01:10:00Z' });
    server.script.create = [created(late)];
    server.push(late);
    const stayConnected = async (seconds: number) => {
      for (let passed = 0; passed < seconds; passed++) {
        server.lastStream()?.onAlive();
        await clock.advance(1_000);
      }
    };
    session.start(request);
    await settle();
    await stayConnected(599);
    assert.equal(server.seen('check').length, 0);
    await stayConnected(1);
    assert.equal(server.seen('check').length, 1);
    await stayConnected(600);
    assert.equal(session.state.phase, 'awaiting');
    const times = server.seen('check').map(({ atMs }) => atMs);
    assert.ok(times.length < 40, `${times.length} checks in ten minutes`);
  });
});
