import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aSnapshot } from '../support/a-snapshot.ts';
import { settle } from '../support/fake-environment.ts';
import { unreachable } from '../support/scripted-backend.ts';
import { request, setup, started } from './setup.ts';

const paid = aSnapshot({ version: 5, status: 'success', reason: 'captured' });

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

  it('may start another order in the middle of the news, which makes one create', async () => {
    const { session, server, target } = setup();
    session.start(request);
    server.script.create.push('never');
    session.subscribe(({ phase }) => {
      if (phase !== 'awaiting') return;
      session.target({ ...target, orderId: 'A-1002' });
      session.start(request);
    });
    await settle();
    assert.equal(server.seen('create').length, 2);
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
