import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aSnapshot } from '../support/a-snapshot.ts';
import { unauthorized, unreachable } from '../support/scripted-backend.ts';
import { shopTabs, tabsOfOnePayment, version } from './shop-tabs.ts';
import { request, withPayment } from './setup.ts';

const CHANNEL = `alipay-checkout:${aSnapshot().payment.id}`;
const paid = aSnapshot({ version: 5, status: 'success', reason: 'captured' });

describe('the tabs that show one payment', () => {
  it('have one stream between them, and all show what it brings', async () => {
    const { tabs, clock, push, streams, asked } = await tabsOfOnePayment(8);
    assert.equal(streams(), 1);
    const before = asked();
    assert.equal(before, 7, 'one question for each that was loaded again');
    push(version(2));
    await clock.advance(10);
    assert.deepEqual(
      tabs.map((tab) => [tab.version, tab.connection]),
      tabs.map(() => [2, 'live']),
    );
    assert.equal(asked(), before);
  });

  it('poll once for all where no stream gets through, and all say so', async () => {
    const shop = shopTabs();
    const first = shop.open();
    first.session.start(request);
    for (let index = 0; index < 3; index++) {
      await shop.clock.advance(1);
      const tab = shop.open();
      tab.server.stream(unreachable());
    }
    first.server.stream(unreachable());
    first.server.lastStream().fail(unreachable());
    await shop.clock.advance(10_000);
    const before = shop.asked();
    await shop.clock.advance(20_000);
    const polls = shop.asked() - before;
    assert.ok(polls >= 8 && polls <= 13, `${polls} polls in twenty seconds`);
    assert.deepEqual(
      shop.tabs.map(({ connection }) => connection),
      ['polling', 'polling', 'polling', 'polling'],
    );
  });

  it('count down alike, however old the snapshot is that one of them tells the others', async () => {
    const { tabs, clock } = await tabsOfOnePayment(2);
    const origins = () => tabs.map(({ session }) => withPayment(session).serverTimeOriginMs);
    const before = origins();
    for (let times = 0; times < 12; times++) {
      await clock.advance(10_000);
      for (const { server, streams } of tabs) if (streams > 0) server.lastStream().onAlive();
    }
    assert.deepEqual(origins(), before);
  });

  it('all say at once that the one that follows has lost the server', async () => {
    const { tabs, clock, leader } = await tabsOfOnePayment(3);
    const { server } = leader();
    server.stream(unreachable());
    server.script.retrieve = [unreachable()];
    server.lastStream().fail(unreachable());
    await clock.advance(3_000);
    assert.deepEqual(
      tabs.map(({ connection }) => connection),
      ['reconnecting', 'reconnecting', 'reconnecting'],
    );
  });

  it('all end with a success, and are tied to nothing any more', async () => {
    const { tabs, clock, browser, push } = await tabsOfOnePayment(4);
    await clock.advance(100);
    push(paid);
    await clock.advance(10);
    assert.deepEqual(
      tabs.map(({ session }) => session.state.phase),
      tabs.map(() => 'success'),
    );
    assert.deepEqual([browser.ties, clock.pending], [0, 0]);
  });

  it('all learn what one of them was told on its own question', async () => {
    const { tabs, clock, push, leader } = await tabsOfOnePayment(3);
    const quiet = leader();
    const asking = tabs.find((tab) => tab !== quiet)!;
    asking.page('hidden');
    await clock.advance(2_000);
    asking.server.script.retrieve = [version(2)];
    asking.page('visible');
    await clock.advance(10);
    assert.deepEqual(
      tabs.map((tab) => tab.version),
      [2, 2, 2],
    );
    push(version(3));
    await clock.advance(10);
    assert.equal(asking.version, 3);
  });

  it('never speak of the token', async () => {
    const { clock, browser, push } = await tabsOfOnePayment(3);
    push(version(2));
    await clock.advance(30_000);
    assert.ok(browser.said.length > 3);
    assert.doesNotMatch(JSON.stringify(browser.said), /token/);
  });

  it('take nothing from one another that they would not take from the server', async () => {
    const { tabs, clock, browser } = await tabsOfOnePayment(2);
    const hostile = aSnapshot({ version: 9 }, { redirect: { url: 'javascript:alert(1)', method: 'GET' } });
    const contradiction = aSnapshot({ version: 9, status: 'failed', reason: 'captured' });
    const elsewhere = aSnapshot({ version: 9, id: 'Z'.repeat(24), status: 'voided', reason: 'expired' });
    const messages = [null, 7, '', 'tell', {}, [], version(1), hostile, contradiction, elsewhere];
    for (const message of [...messages, { ...version(1), connection: 'lost', hidden: 'yes' }])
      browser.say(CHANNEL, message);
    await clock.advance(10);
    for (const { session, version: shown, connection } of tabs) {
      assert.deepEqual([session.state.phase, shown, connection], ['awaiting', 1, 'live']);
    }
  });

  it('are each by themselves where the browser knows no other tabs', async () => {
    const { browser, clock, open, push, streams, tabs } = shopTabs();
    browser.refusesLocks = true;
    open().session.start(request);
    await clock.advance(10);
    open();
    await clock.advance(10);
    assert.equal(streams(), 2);
    push(version(2));
    assert.deepEqual(
      tabs.map((tab) => tab.version),
      [2, 2],
    );
  });

  it('ask each for itself, now and then, after an end that a late success may overturn', async () => {
    const { tabs, clock, push, asked } = await tabsOfOnePayment(2);
    push(aSnapshot({ version: 4, status: 'voided', reason: 'expired' }));
    await clock.advance(10);
    const before = asked();
    await clock.advance(120_000);
    assert.ok(asked() - before <= 5, `${asked() - before} questions in two minutes`);
    push({ ...paid, payment: { ...paid.payment, late: true } });
    await clock.advance(40_000);
    assert.deepEqual(
      tabs.map(({ session }) => session.state.phase),
      ['success', 'success'],
    );
  });
});

describe('the one that follows for all', () => {
  const ends: Record<string, (tab: Awaited<ReturnType<typeof tabsOfOnePayment>>['first']) => void> = {
    'is killed': (tab) => tab.close(),
    'is put into the back/forward cache': (tab) => tab.page('hidden', 'pagehide'),
    'is frozen': (tab) => tab.page('hidden', 'freeze'),
    'loses the network': (tab) => tab.page('offline'),
    'leaves the document': (tab) => tab.session.disconnect(),
    'turns to another order': (tab) =>
      tab.session.target({ backend: tab.server.backend, endpoint: '/alipay', orderId: 'A-1002' }),
    'may no longer ask': (tab) => {
      tab.server.stream(unauthorized());
      tab.server.script.create = [unauthorized()];
      tab.server.lastStream().fail(unauthorized());
    },
  };
  for (const [what, end] of Object.entries(ends)) {
    it(`is followed at once by another where it ${what}`, async () => {
      const { tabs, clock, leader, push } = await tabsOfOnePayment(3);
      const gone = leader();
      end(gone);
      await clock.advance(10);
      assert.notEqual(leader(), gone);
      push(version(2));
      await clock.advance(10);
      for (const tab of tabs) if (tab !== gone) assert.deepEqual([tab.version, tab.connection], [2, 'live']);
    });
  }

  it('asks as often as ever where it may no longer ask, and there is no other', async () => {
    // The luckiest of all: its waits are the shortest.
    const { clock, open } = shopTabs();
    const { session, server } = open({ randomBytes: (length) => new Uint8Array(length) });
    session.start(request);
    await clock.advance(10);
    server.backend.subscribe = () => new Promise(() => {});
    server.script.create = [unauthorized()];
    server.script.retrieve = [unauthorized()];
    server.lastStream().fail(unauthorized());
    // A question, or the replay that takes its place.
    const asked = () => server.seen('retrieve').length + server.seen('create').length;
    const before = asked();
    await clock.advance(8_100);
    assert.equal(asked() - before, 1 + 5);
  });

  it('is replaced within twelve seconds where it hangs, and steps back where it goes on', async () => {
    const { tabs, clock, leader, streams, push } = await tabsOfOnePayment(3);
    const hanging = leader();
    hanging.hang();
    await clock.advance(12_100);
    assert.equal(streams(), 2, 'nobody can close the stream of a tab that hangs');
    hanging.goOn();
    await clock.advance(10);
    assert.notEqual(leader(), hanging);
    push(version(2));
    await clock.advance(10);
    assert.deepEqual(
      tabs.map((tab) => tab.version),
      [2, 2, 2],
    );
    await clock.advance(60_000);
    assert.equal(streams(), 1);
  });

  it('is not replaced for being slow to have news', async () => {
    const { clock, leader } = await tabsOfOnePayment(3);
    const before = leader();
    for (let seconds = 0; seconds < 600; seconds += 15) {
      before.server.lastStream().onAlive();
      await clock.advance(15_000);
    }
    assert.equal(leader(), before);
    assert.equal(before.server.seen('subscribe').length, 1);
  });

  it('goes on in the background for as long as it streams', async () => {
    const { clock, leader, push, tabs } = await tabsOfOnePayment(2);
    const before = leader();
    before.page('hidden');
    await clock.advance(30_000);
    assert.equal(leader(), before);
    push(version(2));
    await clock.advance(10);
    assert.deepEqual(
      tabs.map((tab) => tab.version),
      [2, 2],
    );
  });

  it('gives way to the one that is looked at where it could only poll in the background', async () => {
    const { tabs, clock, leader, push } = await tabsOfOnePayment(2);
    const before = leader();
    const other = tabs.find((tab) => tab !== before)!;
    for (const { server } of tabs) server.stream(unreachable());
    before.page('hidden');
    before.server.lastStream().fail(unreachable());
    await clock.advance(5_000);
    const [asked, polled] = [before, other].map(({ server }) => server.seen('retrieve').length);
    await clock.advance(20_000);
    assert.equal(before.server.seen('retrieve').length, asked);
    assert.ok(other.server.seen('retrieve').length - polled! >= 8, 'it polls as for a page that is looked at');
    push(version(2));
    await clock.advance(3_000);
    assert.equal(before.version, 2);
  });
});

describe('tabs of many orders', () => {
  it('have two streams between them; the others poll, and get a place that becomes free', async () => {
    const { clock, open, streams, tabs } = shopTabs();
    for (let order = 0; order < 8; order++) {
      const tab = open({ orderId: `A-${order}` });
      const mine = aSnapshot({ id: String(order).repeat(24), orderId: `A-${order}` });
      tab.server.script.create = [{ ...mine, token: 'token-of-the-create' }];
      tab.server.push(mine);
      tab.session.start(request);
      await clock.advance(10);
    }
    await clock.advance(10_000);
    assert.equal(streams(), 2);
    assert.deepEqual(
      tabs.map(({ connection }) => connection),
      ['live', 'live', ...tabs.slice(2).map(() => 'polling')],
    );
    tabs[0]!.close();
    await clock.advance(31_000);
    assert.equal(streams(), 2);
  });
});
