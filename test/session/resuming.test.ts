import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Action } from '../../src/protocol/payment.ts';
import { aSnapshot, anAction } from '../support/a-snapshot.ts';
import { settle } from '../support/fake-environment.ts';
import { unauthorized } from '../support/scripted-backend.ts';
import { request, setup, started, withPayment } from './setup.ts';

const voided = aSnapshot({ version: 4, status: 'voided', reason: 'expired' });
const created = (snapshot = aSnapshot()) => ({ ...snapshot, token: 'token-of-the-create' });

describe('launching', () => {
  it('hands the action of a new payment over, once', async () => {
    const { session, server } = setup();
    const launches: Action[] = [];
    session.start(request, (action) => launches.push(action));
    await settle();
    server.push(aSnapshot({ version: 2, reason: 'scanned' }));
    await settle();
    assert.deepEqual(launches, [anAction()]);
  });

  it('waits for an action that the server does not have yet', async () => {
    const { session, server } = setup();
    const launches: Action[] = [];
    server.script.create = [created(aSnapshot({}, null))];
    server.push(aSnapshot({}, null));
    session.start(request, (action) => launches.push(action));
    await settle();
    assert.equal(launches.length, 0);
    server.push(aSnapshot({ version: 2 }));
    assert.equal(launches.length, 1);
  });

  it('reopens a live payment without creating another', async () => {
    const { session, server } = await started();
    const launches: Action[] = [];
    session.start(request, (action) => launches.push(action));
    assert.equal(launches.length, 1);
    assert.equal(server.seen('create').length, 1);
  });

  it('asks the gateway when the shopper comes back from the wallet on a phone', async () => {
    const { session, environment, server } = setup();
    session.start({ ...request, terminal: 'WAP' }, () => {});
    await settle();
    environment.page('hidden', 'visible');
    assert.equal(withPayment(session).checking, true);
    assert.equal(server.seen('check').length, 1);
  });

  it('does not ask the gateway each time a desktop tab is looked at', async () => {
    const { session, environment, server } = setup();
    session.start(request, () => {});
    await settle();
    environment.page('hidden', 'visible');
    assert.equal(server.seen('check').length, 0);
  });

  it('does not launch again after a reload', async () => {
    const first = setup();
    let launches = 0;
    first.session.start({ ...request, terminal: 'WAP' }, () => launches++);
    await settle();
    const { server } = first.reload();
    await settle();
    assert.equal(launches, 1);
    assert.equal(server.seen('check').length, 1, 'back from the wallet, so the gateway is asked');
  });
});

describe('coming back', () => {
  it('resends the stored bytes after a reload in the middle of a create', async () => {
    const first = setup();
    first.server.script.create = ['never'];
    first.session.start(request);
    await settle();
    first.session.disconnect();
    const second = first.reload();
    assert.deepEqual(second.session.state, { phase: 'creating', resuming: true });
    await settle();
    const [before, after] = [first, second].map(({ server }) => server.seen('create')[0]!);
    assert.deepEqual([after!.key, after!.body], [before!.key, before!.body]);
    assert.equal(second.session.state.phase, 'awaiting');
  });

  it('shows what was known at once after a reload, asks, and streams', async () => {
    const first = await started();
    const { session, server } = first.reload();
    assert.equal(session.state.phase, 'awaiting');
    assert.equal(server.seen('retrieve').length, 1);
    await settle();
    assert.equal(server.seen('subscribe').length, 1);
    assert.equal(server.seen('create').length, 0);
  });

  it('shows an end for a quarter of an hour, and the button after that', async () => {
    const first = await started();
    first.server.push(voided);
    first.session.disconnect();
    assert.equal(first.reload().session.state.phase, 'voided');
    await first.clock.advance(16 * 60_000);
    assert.equal(first.reload().session.state.phase, 'idle');
  });

  it('forgets an attempt after a day', async () => {
    const first = await started();
    first.session.disconnect();
    await first.clock.advance(25 * 3_600_000);
    assert.equal(first.reload().session.state.phase, 'idle');
    assert.equal(first.environment.items.size, 0);
  });

  it('clears away the attempts of other orders, after a day or after their end has been seen', async () => {
    const { session, target, server, clock, environment } = await started();
    server.push(voided);
    session.target({ ...target, orderId: 'A-1002' });
    environment.items.set('alipay-checkout:/alipay:A-1003', 'of an earlier release');
    environment.items.set('cart', 'of the shop');
    session.start(request);
    await settle();
    await clock.advance(16 * 60_000);
    session.target({ ...target, orderId: 'A-1004' });
    assert.deepEqual([...environment.items.keys()], ['cart', 'alipay-checkout:/alipay:A-1002']);
    await clock.advance(24 * 3_600_000);
    session.target({ ...target, orderId: 'A-1005' });
    assert.deepEqual([...environment.items.keys()], ['cart']);
  });

  it('leaves a return ticket to the checkout of the page whose payment it is', async () => {
    const first = await started();
    const { session, server } = first.reload();
    session.target({ ...first.target, orderId: 'A-1002', backend: server.backend });
    session.resume({ paymentId: aSnapshot().payment.id, ticket: 'ticket-of-the-return' });
    await settle();
    assert.equal(session.state.phase, 'idle');
    assert.equal(first.reload().session.state.phase, 'awaiting');
  });

  it('takes a return ticket where the shop names its orders anew for each page, or the page names none', async () => {
    const first = setup();
    first.session.target({ ...first.target, orderId: 'signed-for-the-first-page' });
    first.session.start(request);
    await settle();
    for (const orderId of ['signed-for-the-second-page', '']) {
      const { session, server } = first.reload();
      session.target({ ...first.target, orderId, backend: server.backend });
      session.resume({ paymentId: aSnapshot().payment.id, ticket: 'ticket-of-the-return' });
      await settle();
      assert.equal(session.state.phase, 'awaiting');
    }
  });

  it('takes no notice of storage that holds something else', () => {
    const first = setup();
    for (const text of ['', '{', 'null', '{"createdAtMs":"now"}']) {
      first.environment.items.set('alipay-checkout:/alipay:A-1001', text);
      assert.equal(first.reload().session.state.phase, 'idle');
    }
  });

  it('finds a payment by its return ticket in a browser that knows nothing, and asks the gateway', async () => {
    const { session, server } = setup();
    session.resume({ paymentId: aSnapshot().payment.id, ticket: 'ticket-of-the-return' });
    assert.deepEqual(session.state, { phase: 'creating', resuming: true });
    await settle();
    assert.equal(session.state.phase, 'awaiting');
    for (const method of ['retrieve', 'check', 'subscribe'] as const) {
      assert.equal(server.seen(method)[0]?.token, 'ticket-of-the-return');
    }
  });

  it('prefers the token of its own attempt to the ticket', async () => {
    const second = (await started()).reload();
    second.session.resume({ paymentId: aSnapshot().payment.id, ticket: 'ticket-of-the-return' });
    await settle();
    assert.equal(second.server.seen('check')[0]?.token, 'token-of-the-create');
  });

  it('ends in an error where the ticket is not accepted, and keeps no trace of it', async () => {
    const { session, server, environment } = setup();
    server.script.retrieve = [unauthorized()];
    session.resume({ paymentId: aSnapshot().payment.id, ticket: 'ticket-of-the-return' });
    await settle();
    assert.ok(session.state.phase === 'error' && session.state.error.code === 'unauthorized');
    assert.equal(environment.items.size, 0);
    session.retry();
    assert.equal(session.state.phase, 'idle');
  });

  it('starts with a payment that the page was rendered with', async () => {
    const { session, server } = setup();
    session.resume({ snapshot: aSnapshot(), token: 'token-of-the-page' });
    assert.equal(session.state.phase, 'awaiting');
    await settle();
    assert.equal(server.seen('subscribe')[0]?.token, 'token-of-the-page');
  });

  it('refuses a payment of the page that would run a script', () => {
    const { session } = setup();
    const hostile = aSnapshot({}, { redirect: { url: 'javascript:alert(1)', method: 'GET' } });
    session.resume({ snapshot: hostile, token: 'token-of-the-page' });
    assert.ok(session.state.phase === 'error' && session.state.error.code === 'unsafe_address');
  });

  it('goes on with the attempt that another tab has made meanwhile', async () => {
    const one = setup();
    const other = one.reload();
    one.session.start(request);
    await settle();
    other.session.start(request);
    await settle();
    assert.equal(other.server.seen('create')[0]!.key, one.server.seen('create')[0]!.key);
  });

  it('makes a new payment where the click finds that the stored attempt has come to its end', async () => {
    const one = setup();
    const other = one.reload();
    one.session.start(request);
    await settle();
    other.server.script.create = [created(voided), created()];
    other.session.start(request);
    await settle();
    assert.equal(new Set(other.server.seen('create').map(({ key }) => key)).size, 2);
    assert.equal(other.session.state.phase, 'awaiting');
  });

  it('finds each order its own attempt', async () => {
    const { session, server, target } = await started();
    session.target({ ...target, orderId: 'A-1002' });
    assert.equal(session.state.phase, 'idle');
    await settle();
    assert.equal(server.pending(), 0);
    assert.equal(server.seen('cancel').length, 0);
    session.target(target);
    assert.equal(session.state.phase, 'awaiting');
  });
});
