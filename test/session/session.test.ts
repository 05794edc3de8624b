import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Action } from '../../src/protocol/payment.ts';
import { CheckoutError } from '../../src/session/errors.ts';
import { aSnapshot, anAction } from '../support/a-snapshot.ts';
import { settle } from '../support/fake-environment.ts';
import { unauthorized, unreachable } from '../support/scripted-backend.ts';
import { request, setup, started, withPayment } from './setup.ts';

const paid = aSnapshot({ version: 5, status: 'success', reason: 'captured' });
const voided = aSnapshot({ version: 4, status: 'voided', reason: 'expired' });
const created = (snapshot = aSnapshot()) => ({ ...snapshot, token: 'token-of-the-create' });

describe('creating', () => {
  it('goes from the click to a payment that is followed live', async () => {
    const { session, phases } = await started();
    assert.deepEqual(phases, ['creating', 'awaiting']);
    assert.equal(withPayment(session).connection, 'live');
  });

  it('makes one create of two clicks', async () => {
    const { session, server } = setup();
    session.start(request);
    session.start(request);
    await settle();
    session.start(request);
    await settle();
    assert.equal(server.seen('create').length, 1);
  });

  it('sends what it was asked to, with the order of its target', async () => {
    const { session, server } = setup();
    session.start(request);
    await settle();
    assert.deepEqual(JSON.parse(server.seen('create')[0]!.body!), { ...request, orderId: 'A-1001' });
  });

  it('has stored the attempt before the request goes out', () => {
    const { session, environment, server } = setup();
    let storedAtSend: string | undefined;
    server.backend.create = () => {
      storedAtSend = [...environment.items.values()][0];
      return Promise.reject(unreachable());
    };
    session.start(request);
    session.disconnect();
    assert.match(storedAtSend ?? '', /"key":"[0-9a-f]{32}"/);
  });

  it('sends the same bytes under the same key again for as long as nobody has answered', async () => {
    const { session, server, clock } = setup();
    server.script.create = [unreachable(), unreachable(), created()];
    session.start(request);
    await clock.advance(20_000);
    const sent = server.seen('create').map(({ key, body }) => `${key} ${body}`);
    assert.equal(sent.length, 3);
    assert.equal(new Set(sent).size, 1);
    assert.equal(session.state.phase, 'awaiting');
  });

  it('gives up after four tries and says that it may be tried again', async () => {
    const { session, server, clock } = setup();
    server.script.create = [unreachable()];
    session.start(request);
    await clock.advance(60_000);
    assert.equal(server.seen('create').length, 4);
    assert.ok(session.state.phase === 'error' && session.state.error.retryable);
    assert.equal(clock.pending, 0);
  });

  it('resends the old attempt after an error that left its outcome open', async () => {
    const { session, server, clock } = setup();
    server.script.create = [unreachable()];
    session.start(request);
    await clock.advance(60_000);
    server.script.create = [created()];
    session.retry();
    await settle();
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 1);
    assert.equal(session.state.phase, 'awaiting');
  });

  it('makes a new attempt after a definite refusal', async () => {
    const { session, server } = setup();
    server.script.create = [new CheckoutError('currency_not_supported', 'No'), created()];
    session.start(request);
    await settle();
    assert.equal(session.state.phase, 'error');
    session.start(request);
    await settle();
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 2);
  });

  it('waits as long as a server that is still at it asks for', async () => {
    const { session, server, clock } = setup();
    const busy = new CheckoutError('idempotency_in_progress', 'Busy', { retryable: true, retryAfterMs: 5_000 });
    server.script.create = [busy, created()];
    session.start(request);
    await clock.advance(4_999);
    assert.equal(server.seen('create').length, 1);
    await clock.advance(1);
    assert.equal(server.seen('create').length, 2);
  });

  it('counts an endpoint that never answers as unreachable', async () => {
    const { session, server, clock } = setup();
    server.script.create = ['never', created()];
    session.start(request);
    await clock.advance(19_999);
    assert.equal(server.seen('create').length, 1);
    await clock.advance(2_000);
    assert.equal(server.seen('create').length, 2);
  });

  it('makes one new key, and not two, where the server says that the key is taken', async () => {
    const { session, server } = setup();
    server.script.create = [new CheckoutError('idempotency_key_reused', 'Other parameters')];
    session.start(request);
    await settle();
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 2);
    assert.equal(session.state.phase, 'error');
  });

  it('shows success where the order has been paid already, and follows nothing', async () => {
    const { session, server, clock } = setup();
    server.script.create = [new CheckoutError('order_already_paid', 'Paid', { snapshot: paid })];
    session.start(request);
    await settle();
    assert.equal(session.state.phase, 'success');
    assert.equal(server.pending() + clock.pending, 0);
  });
});

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

  it('shows what was known at once after a reload, then asks before it streams', async () => {
    const first = await started();
    const second = first.reload();
    assert.equal(second.session.state.phase, 'awaiting');
    assert.equal(second.server.seen('retrieve').length, 1);
    assert.equal(second.server.seen('subscribe').length, 0);
    await settle();
    assert.equal(second.server.seen('subscribe').length, 1);
    assert.equal(second.server.seen('create').length, 0);
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

describe('those who listen', () => {
  it('may throw without the payment being lost from sight', async (t) => {
    const { session, server, clock } = setup();
    const thrown: unknown[] = [];
    t.mock.method(globalThis, 'queueMicrotask', (report: () => void) => {
      try {
        report();
      } catch (error) {
        thrown.push(error);
      }
    });
    session.subscribe(() => {
      throw new Error('a mistake of the page');
    });
    session.start(request, () => {
      throw new Error('another');
    });
    await clock.advance(1);
    assert.equal(server.seen('subscribe').length, 1);
    assert.ok(thrown.length >= 2, 'and the mistakes are reported');
  });

  it('may start the next payment as soon as they hear of an end, and all hear the newest last', async () => {
    const { session, server, phases } = setup();
    session.start(request);
    await settle();
    const early: string[] = [];
    const late: string[] = [];
    session.subscribe(({ phase }) => {
      early.push(phase);
      if (phase === 'voided') session.start(request);
    });
    session.subscribe(({ phase }) => late.push(phase));
    session.cancel();
    await settle();
    assert.equal(server.seen('create').length, 2);
    assert.deepEqual([phases.at(-1), early.at(-1), late.at(-1)], ['awaiting', 'awaiting', 'awaiting']);
    assert.equal(early.lastIndexOf('voided') < early.indexOf('creating'), true);
  });

  it('may turn to another order in the middle of the news; late answers of the old one are not heard', async () => {
    const { session, server, target } = await started();
    let answer: (snapshot: typeof paid) => void = () => {};
    server.backend.check = () => new Promise((resolve) => (answer = resolve));
    session.check();
    server.script.create = ['never'];
    session.target({ ...target, orderId: 'A-1002' });
    session.start(request);
    answer(paid);
    await settle();
    assert.equal(session.state.phase, 'creating');
    assert.equal(server.seen('create').length, 2);
  });
});

describe('the token', () => {
  it('is renewed once by replaying the create', async () => {
    const { session, server, clock } = await started();
    server.script.create = [{ ...aSnapshot(), token: 'token-of-the-replay' }];
    server.script.retrieve = [aSnapshot({ version: 2, reason: 'scanned' })];
    server.lastStream().fail(unauthorized());
    await clock.advance(1);
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 1);
    assert.equal(server.seen('subscribe').at(-1)!.token, 'token-of-the-replay');
    assert.equal(withPayment(session).connection, 'live');
  });

  it('is given up where the new one is refused too; the last true state stays', async () => {
    const { session, server, clock } = await started();
    server.stream(unauthorized());
    server.script.retrieve = [unauthorized()];
    server.lastStream().fail(unauthorized());
    await clock.advance(600_000);
    assert.equal(server.seen('create').length, 2);
    assert.equal(session.state.phase, 'awaiting');
    assert.equal(withPayment(session).connection, 'reconnecting');
    assert.equal(server.pending() + clock.pending, 0);
  });
});

describe('disconnecting', () => {
  it('leaves no timer, no request and no listener, in any state', async () => {
    const arrange: Record<string, (all: ReturnType<typeof setup>) => Promise<void>> = {
      idle: async () => {},
      creating: async ({ session, server }) => {
        server.script.create = ['never'];
        session.start(request);
        await settle();
      },
      'between two tries': async ({ session, server }) => {
        server.script.create = [unreachable()];
        session.start(request);
        await settle();
      },
      live: async ({ session }) => {
        session.start(request);
        await settle();
      },
      polling: async ({ session, server, clock }) => {
        server.stream(unreachable());
        session.start(request);
        await clock.advance(10_000);
      },
      checking: async ({ session }) => {
        session.start(request);
        await settle();
        session.check();
      },
      cancelling: async ({ session, server }) => {
        server.script.cancel = ['never'];
        session.start(request);
        await settle();
        session.cancel();
      },
    };
    for (const [name, bring] of Object.entries(arrange)) {
      const all = setup();
      await bring(all);
      all.session.disconnect();
      await settle();
      const { server, clock, environment } = all;
      assert.deepEqual([clock.pending, server.pending(), environment.listeners.size], [0, 0, 0], name);
    }
  });

  it('goes on where it was when it is connected again', async () => {
    const { session, server } = await started();
    session.disconnect();
    server.script.retrieve = [paid];
    session.connect();
    await settle();
    assert.equal(session.state.phase, 'success');
  });

  it('finishes a create, and its launch, that a move in the document has interrupted', async () => {
    const { session, server } = setup();
    let launches = 0;
    session.start(request, () => launches++);
    session.disconnect();
    session.connect();
    await settle();
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 1);
    assert.equal(launches, 1);
  });
});
