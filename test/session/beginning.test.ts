import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLazySession } from '../../src/session/lazy-session.ts';
import * as wholeSession from '../../src/session/whole-session.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { settle } from '../support/fake-environment.ts';
import { unreachable } from '../support/scripted-backend.ts';
import { request } from './setup.ts';
import { shopTabs } from './shop-tabs.ts';

const voided = aSnapshot({ version: 4, status: 'voided', reason: 'expired' });

describe('beginning an attempt', () => {
  it('in several tabs at once begins one', async () => {
    const { open, clock } = shopTabs();
    const tabs = [open(), open(), open()];
    for (const { session } of tabs) session.start(request);
    await clock.advance(1_000);
    const keys = tabs.flatMap(({ server }) => server.seen('create').map(({ key }) => key));
    assert.deepEqual([keys.length, new Set(keys).size], [3, 1]);
    for (const { session } of tabs) assert.equal(session.state.phase, 'awaiting');
  });

  it('again in several tabs at once, after an end, begins one', async () => {
    const { open, clock, push } = shopTabs();
    const tabs = [open(), open()];
    for (const { session } of tabs) session.start(request);
    await clock.advance(1_000);
    push(voided);
    await clock.advance(10);
    // The next payment is a new one.
    push(aSnapshot());
    for (const { session } of tabs) session.retry();
    await clock.advance(1_000);
    const keys = tabs.flatMap(({ server }) => server.seen('create').map(({ key }) => key));
    assert.equal(new Set(keys).size, 2);
  });

  it('in several tabs at once begins one, also before the rest of a session is there', async () => {
    const { browser, open, clock } = shopTabs();
    const lazy = [open(), open()].map(({ environment, server }) => {
      const session = createLazySession({
        ...environment,
        loadSession: () => Promise.resolve(wholeSession),
        onWake: () => () => {},
      });
      session.target({ backend: server.backend, endpoint: '/alipay', orderId: 'A-2002' });
      return { session, server };
    });
    for (const { session } of lazy) session.start(request);
    await clock.advance(2_000);
    const keys = lazy.flatMap(({ server }) => server.seen('create').map(({ key }) => key));
    assert.equal(new Set(keys).size, 1);
    assert.ok(browser.ties > 0);
    for (const { session } of lazy) assert.equal(session.state.phase, 'awaiting');
  });

  it('that waits for another tab can be taken back, and then begins nothing', async () => {
    const { browser, open, clock } = shopTabs();
    const busy = new AbortController();
    void browser.take(browser.tab(), 'alipay-checkout:/alipay:A-1001', 'wait', busy.signal);
    const takenBack = open();
    takenBack.session.start(request);
    assert.equal(takenBack.session.state.phase, 'creating');
    takenBack.session.cancel();
    const left = open();
    left.session.start(request);
    left.session.disconnect();
    left.session.connect();
    busy.abort();
    await clock.advance(1_000);
    for (const { session, server } of [takenBack, left]) {
      assert.equal(session.state.phase, 'idle');
      assert.equal(server.seen('create').length, 0);
    }
  });

  it('does not wait for a tab that hangs in the middle of it', async () => {
    const { browser, open, clock } = shopTabs();
    void browser.take(browser.tab(), 'alipay-checkout:/alipay:A-1001', 'wait', new AbortController().signal);
    const { session } = open();
    session.start(request);
    await clock.advance(1_999);
    assert.equal(session.state.phase, 'creating');
    await clock.advance(10);
    assert.equal(session.state.phase, 'awaiting');
  });

  it('is stored before it is sent, for the tab that comes next', async () => {
    const { items, open } = shopTabs();
    const first = open();
    first.server.script.create = [unreachable()];
    first.session.start(request);
    await settle();
    const { key } = first.server.seen('create')[0]!;
    assert.match([...items.values()].join(), new RegExp(`"key":"${key}"`));
  });
});
