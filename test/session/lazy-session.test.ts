import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Action } from '../../src/protocol/payment.ts';
import { CheckoutError } from '../../src/session/errors.ts';
import { createLazySession } from '../../src/session/lazy-session.ts';
import { hasPayment } from '../../src/session/state.ts';
import * as wholeSession from '../../src/session/whole-session.ts';
import { aSnapshot, anAction } from '../support/a-snapshot.ts';
import { fakeEnvironment, settle } from '../support/fake-environment.ts';
import { scriptedBackend, unreachable } from '../support/scripted-backend.ts';
import { request } from './setup.ts';

const SHOWN_FIRST_MS = 1_000;
const paid = aSnapshot({ version: 5, status: 'success', reason: 'captured' });

/** A lazy session whose rest does not load the first few times. */
function setup({ failures = 0, environment = fakeEnvironment() } = {}) {
  const { clock, lifecycle } = environment;
  const server = scriptedBackend(clock);
  const loadsAtMs: number[] = [];
  const wakes = new Set<() => void>();
  const { createPaymentSession } = wholeSession;
  const whole: typeof wholeSession = {
    ...wholeSession,
    createPaymentSession: (given) => createPaymentSession({ ...given, lifecycle }),
  };
  const session = createLazySession({
    ...environment,
    loadSession: () =>
      loadsAtMs.push(clock.monotonic()) > failures ? Promise.resolve(whole) : Promise.reject(new Error('no network')),
    onWake(listener) {
      wakes.add(listener);
      return () => wakes.delete(listener);
    },
  });
  const target = { backend: server.backend, endpoint: '/alipay', orderId: 'A-1001' };
  const phases: string[] = [];
  session.subscribe(({ phase }) => phases.at(-1) !== phase && phases.push(phase));
  session.target(target);
  const reload = () => setup({ environment: fakeEnvironment({ clock, items: environment.items }) });
  return {
    environment,
    clock,
    server,
    session,
    target,
    phases,
    loads: () => loadsAtMs.length,
    loadsAtMs,
    wakes,
    reload,
  };
}

describe('a lazy session', () => {
  it('creates and shows a payment without the rest of the session, and fetches that a second later', async () => {
    const { session, server, clock, loads } = setup();
    session.start(request);
    await settle();
    assert.equal(session.state.phase, 'awaiting');
    await clock.advance(SHOWN_FIRST_MS - 1);
    assert.equal(loads(), 0);
    await clock.advance(1);
    assert.equal(loads(), 1);
    assert.equal(server.seen('create').length, 1);
    assert.equal(server.seen('subscribe').length, 1);
  });

  it('tells nobody of how it hands over', async () => {
    const { session, clock, phases } = setup();
    session.start(request);
    await clock.advance(5_000);
    assert.deepEqual(phases, ['creating', 'awaiting']);
  });

  it('launches the action of a new payment once, and asks when the shopper is back', async () => {
    const { session, server, clock } = setup();
    const launches: Action[] = [];
    session.start({ ...request, terminal: 'WAP' }, (action) => launches.push(action));
    await settle();
    assert.deepEqual(launches, [anAction()]);
    // As the page does that is kept while its shopper is in the wallet.
    clock.nowMs += 10_000;
    await clock.advance(SHOWN_FIRST_MS);
    assert.equal(launches.length, 1);
    assert.equal(server.seen('check').length, 1);
  });

  it('does not take the shopper for one who is back while the page has not been left', async () => {
    const { session, server, clock, loads } = setup();
    session.start({ ...request, terminal: 'WAP' }, () => {});
    await clock.advance(SHOWN_FIRST_MS + 1_000);
    assert.equal(loads(), 1);
    assert.ok(hasPayment(session.state) && !session.state.checking);
    assert.equal(server.seen('check').length, 0);
  });

  it('takes nobody for one who is back where the page has stayed, as on a tablet', async () => {
    const { session, server, clock } = setup();
    session.start({ ...request, terminal: 'WAP' }, () => false);
    await settle();
    clock.nowMs += 10_000;
    await clock.advance(SHOWN_FIRST_MS);
    assert.ok(hasPayment(session.state) && !session.state.launched);
    assert.equal(server.seen('check').length, 0);
  });

  it('makes one payment of a double click', async () => {
    const { session, server } = setup();
    session.start(request);
    session.start(request);
    await settle();
    session.start(request);
    await settle();
    assert.equal(server.seen('create').length, 1);
  });

  it('sends the same bytes under the same key again where the first try was not answered', async () => {
    const { session, server, clock } = setup();
    server.script.create = [unreachable(), { ...aSnapshot(), token: 'token-of-the-create' }];
    const launches: Action[] = [];
    session.start(request, (action) => launches.push(action));
    await clock.advance(5_000);
    const [first, second] = server.seen('create');
    assert.deepEqual([second!.key, second!.body], [first!.key, first!.body]);
    assert.equal(session.state.phase, 'awaiting');
    assert.equal(launches.length, 1);
  });

  it('does not ask twice where the first try was refused', async () => {
    const { session, server, clock } = setup();
    server.script.create = [new CheckoutError('order_not_found', 'No such order')];
    session.start(request);
    await clock.advance(30_000);
    assert.ok(session.state.phase === 'error' && session.state.error.code === 'order_not_found');
    assert.equal(server.seen('create').length, 1);
  });

  it('keeps the wait that a refusal asks for', async () => {
    const { session, server, clock } = setup();
    const busy = { retryable: true, retryAfterMs: 7_000 };
    const created = { ...aSnapshot(), token: 'token-of-the-create' };
    server.script.create = [new CheckoutError('rate_limited', 'Slow down', busy), created];
    session.start(request);
    await clock.advance(6_999);
    assert.equal(server.seen('create').length, 1);
    await clock.advance(1_000);
    assert.equal(session.state.phase, 'awaiting');
  });

  it('tells an error over HTTP as it was answered, without asking again', async () => {
    const { session, target, clock } = setup();
    const answers = [
      Response.json({ code: 'order_already_paid', retryable: false, payment: paid.payment }, { status: 409 }),
    ];
    const calls: RequestInit[] = [];
    const fetch = (_: unknown, init?: RequestInit) => {
      calls.push(init!);
      const answer = answers.shift()!;
      // As a real one does: a body that is still to come ends with the request.
      init!.signal!.addEventListener('abort', () => void answer.body?.cancel());
      return Promise.resolve(answer);
    };
    session.target({ ...target, backend: null, fetch });
    session.start(request);
    await clock.advance(5_000);
    assert.equal(session.state.phase, 'success');
    assert.equal(calls.length, 1);
  });

  it('gives a first try that hangs 20 seconds', async () => {
    const { session, server, clock, loads } = setup();
    server.script.create = ['never', { ...aSnapshot(), token: 'token-of-the-create' }];
    session.start(request);
    await clock.advance(19_999);
    assert.equal(loads(), 0);
    await clock.advance(1);
    assert.equal(session.state.phase, 'awaiting');
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 1);
  });

  it('launches once where the first try is answered late, and the rest has not come meanwhile', async () => {
    const { session, target, clock } = setup({ failures: 6 });
    let answer = (_: Response): void => {};
    const fetch = () => new Promise<Response>((resolve) => (answer = resolve));
    session.target({ ...target, backend: null, fetch });
    const launches: Action[] = [];
    session.start({ ...request, terminal: 'WAP' }, (action) => launches.push(action));
    await clock.advance(21_000);
    answer(Response.json({ ...aSnapshot(), token: 'token-of-the-create' }, { status: 201 }));
    await settle();
    assert.equal(launches.length, 1);
    await clock.advance(60_000);
    assert.equal(launches.length, 1);
  });

  it('launches as soon as there is something to launch', async () => {
    const { session, server, clock } = setup();
    const nothingYet = aSnapshot({}, null);
    server.script.create = [{ ...nothingYet, token: 'token-of-the-create' }];
    server.script.retrieve = [nothingYet];
    server.push(nothingYet);
    const launches: Action[] = [];
    session.start(request, (action) => launches.push(action));
    await clock.advance(SHOWN_FIRST_MS);
    assert.equal(launches.length, 0);
    server.push(aSnapshot({ version: 2 }));
    assert.equal(launches.length, 1);
  });

  it('fetches the rest again until it is there, and says that it has lost the server meanwhile', async () => {
    const { session, server, clock } = setup({ failures: 8 });
    session.start(request);
    await clock.advance(SHOWN_FIRST_MS);
    const { state } = session;
    assert.equal(hasPayment(state) && state.connection, 'reconnecting');
    await clock.advance(60_000);
    assert.equal(server.seen('subscribe').length, 1);
  });

  it('leaves no request and no timer once it is disconnected, and goes on where it was', async () => {
    const { session, server, clock } = setup({ failures: 3 });
    server.script.create = ['never', { ...aSnapshot(), token: 'token-of-the-create' }];
    session.start(request);
    session.disconnect();
    assert.equal(clock.pending, 0);
    await clock.advance(60_000);
    assert.equal(server.pending(), 0);
    session.connect();
    await clock.advance(10_000);
    assert.equal(session.state.phase, 'awaiting');
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 1);
  });

  it('goes on after a reload in the middle of a create', async () => {
    const first = setup();
    first.server.script.create = ['never'];
    first.session.start(request);
    await settle();
    first.session.disconnect();
    const second = first.reload();
    assert.deepEqual(second.session.state, { phase: 'creating', resuming: true });
    await settle();
    assert.equal(second.session.state.phase, 'awaiting');
    assert.equal(second.server.seen('create')[0]!.key, first.server.seen('create')[0]!.key);
  });

  it('cancels a payment that is still being created as soon as it exists', async () => {
    const { session, server, clock } = setup();
    session.start(request);
    session.cancel();
    await clock.advance(5_000);
    assert.equal(server.seen('cancel').length, 1);
    assert.equal(new Set(server.seen('create').map(({ key }) => key)).size, 1);
  });

  it('shows a payment that the page was rendered with at once', async () => {
    const { session, server, clock } = setup();
    session.resume({ snapshot: aSnapshot(), token: 'token-of-the-page' });
    assert.equal(session.state.phase, 'awaiting');
    await clock.advance(SHOWN_FIRST_MS);
    assert.equal(server.seen('subscribe')[0]?.token, 'token-of-the-page');
    assert.equal(server.seen('create').length, 0);
  });

  it('refuses a payment of the page that would run a script', async () => {
    const { session } = setup();
    const hostile = aSnapshot({}, { redirect: { url: 'javascript:alert(1)', method: 'GET' } });
    session.resume({ snapshot: hostile, token: 'token-of-the-page' });
    await settle();
    assert.ok(session.state.phase === 'error' && session.state.error.code === 'unsafe_address');
  });

  it('finds a payment by its return ticket', async () => {
    const { session, server, clock } = setup();
    session.resume({ paymentId: aSnapshot().payment.id, ticket: 'ticket-of-the-return' });
    assert.deepEqual(session.state, { phase: 'creating', resuming: true });
    await clock.advance(SHOWN_FIRST_MS);
    assert.equal(session.state.phase, 'awaiting');
    assert.equal(server.seen('create').length, 0);
  });

  it('offers the choice of wallets, with the rest of the session', async () => {
    const { session, server, phases } = setup();
    const wallets = ['ALIPAY_CN', 'ALIPAY_HK'].map((id) => ({ id, name: id, available: true }));
    server.backend.listWallets = () => Promise.resolve(wallets);
    session.start({ ...request, choose: true });
    assert.deepEqual(session.state, { phase: 'choosing', wallets: null });
    await settle();
    assert.deepEqual(session.state, { phase: 'choosing', wallets });
    session.start({ ...request, wallet: 'ALIPAY_HK' });
    await settle();
    assert.deepEqual(phases, ['choosing', 'creating', 'awaiting']);
  });

  it('goes back from a choice for which the rest has not come, and creates nothing', async () => {
    const { session, server, clock } = setup({ failures: 2 });
    server.backend.listWallets = () => Promise.resolve([]);
    session.start({ ...request, choose: true });
    session.cancel();
    assert.equal(session.state.phase, 'idle');
    await clock.advance(60_000);
    assert.equal(session.state.phase, 'idle');
    assert.equal(server.seen('create').length, 0);
  });

  it('goes on with what another tab has begun, in place of a choice', async () => {
    const { session, server, reload } = setup();
    const { session: other } = reload();
    other.start({ ...request, wallet: 'ALIPAY_HK' });
    await settle();
    server.backend.listWallets = () => Promise.resolve([]);
    session.start({ ...request, choose: true });
    await settle();
    assert.equal(session.state.phase, 'awaiting');
    assert.equal(server.seen('create').length, 0);
  });

  it('turns to another order, before and after the rest is there', async () => {
    const { session, server, clock, target, phases } = setup();
    session.start(request);
    await settle();
    session.target({ ...target, orderId: 'A-1002' });
    session.target(target);
    await clock.advance(SHOWN_FIRST_MS);
    session.target({ ...target, orderId: 'A-1002' });
    assert.deepEqual(phases, ['creating', 'awaiting', 'idle', 'creating', 'awaiting', 'idle']);
    await settle();
    assert.equal(server.pending(), 0);
    assert.equal(server.seen('cancel').length, 0);
  });
});

describe('the rest of a session that does not load', () => {
  /** `luck`: how much of its longest each pause is beyond the half. */
  async function failing(luck: number) {
    const environment = {
      ...fakeEnvironment(),
      randomBytes: (length: number) => new Uint8Array(length).fill(luck * 256),
    };
    const all = setup({ failures: Infinity, environment });
    all.session.start({ ...request, choose: true });
    await settle();
    return all;
  }

  it('is fetched again after pauses that grow, and that are not the same for all shoppers', async () => {
    for (const [luck, expected] of [
      [0, [0, 250, 750, 1_750, 4_250, 9_250, 14_250, 19_250]],
      [0.5, [0, 375, 1_125, 2_625, 6_375, 13_875]],
    ] as const) {
      const { clock, loadsAtMs } = await failing(luck);
      await clock.advance(20_000);
      assert.deepEqual(loadsAtMs, expected);
    }
  });

  it('is fetched at once when the page wakes, and not twice', async () => {
    const { clock, loadsAtMs, wakes } = await failing(0.9);
    const wake = () => wakes.forEach((listener) => listener());
    wake();
    wake();
    await settle();
    assert.deepEqual(loadsAtMs, [0, 0]);
    assert.deepEqual([wakes.size, clock.pending], [1, 1]);
  });

  it('is not fetched for an element that has left its page', async () => {
    const { session, clock, wakes } = await failing(0.9);
    session.disconnect();
    assert.deepEqual([wakes.size, clock.pending], [0, 0]);
  });
});
