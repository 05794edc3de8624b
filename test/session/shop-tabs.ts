import assert from 'node:assert/strict';
import type { Snapshot } from '../../src/protocol/payment.ts';
import type { Clock } from '../../src/session/clock.ts';
import type { LifecycleEvent, SessionEnvironment } from '../../src/session/environment.ts';
import { createPaymentSession } from '../../src/session/session.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { FakeClock, fakeEnvironment, settle } from '../support/fake-environment.ts';
import { FakeBrowser } from '../support/fake-tabs.ts';
import { scriptedBackend } from '../support/scripted-backend.ts';
import { withPayment } from './setup.ts';

interface OpenOptions extends Partial<Pick<SessionEnvironment, 'randomBytes'>> {
  readonly orderId?: string;
  readonly hidden?: boolean;
}

/** A browser with tabs of a shop that show orders, each of them its own session over the same storage. */
export function shopTabs() {
  const clock = new FakeClock();
  const items = new Map<string, string>();
  const browser = new FakeBrowser();
  const tabs: ReturnType<typeof open>[] = [];

  function open({ orderId = 'A-1001', hidden = false, ...own }: OpenOptions = {}) {
    const tab = browser.tab();
    const ownClock: Clock = {
      now: clock.now,
      monotonic: clock.monotonic,
      setTimeout: (callback, ms) => clock.setTimeout(() => tab.run(callback), ms),
      clearTimeout: clock.clearTimeout,
    };
    const environment = {
      ...fakeEnvironment({ clock, items, tabs: tab }),
      alone: (name: string, act: (isAlone: boolean) => void | Promise<void>) => browser.alone(tab, name, act),
    };
    if (hidden) environment.page('hidden');
    const server = scriptedBackend(clock);
    const session = createPaymentSession({ ...environment, clock: ownClock, ...own });
    session.target({ backend: server.backend, endpoint: '/alipay', orderId });
    return {
      session,
      server,
      environment,
      page: (...events: readonly LifecycleEvent[]) => environment.page(...events),
      hang: () => tab.hang(),
      goOn: () => tab.goOn(),
      /** Ends as a killed tab does: without a word. */
      close() {
        tab.close();
        session.disconnect();
      },
      /** What it shows. */
      get version() {
        return withPayment(session).payment.version;
      },
      get connection() {
        return withPayment(session).connection;
      },
      get streams() {
        return server.seen('subscribe').filter(({ signal }) => !signal.aborted).length;
      },
    };
  }

  return {
    clock,
    items,
    browser,
    tabs,
    /** Opens another tab, which goes on with the stored attempt where there is one. */
    open: (options?: OpenOptions) => {
      const tab = open(options);
      tabs.push(tab);
      return tab;
    },
    /** How many streams of all tabs are open. */
    streams: () => tabs.reduce((sum, { streams }) => sum + streams, 0),
    asked: () => tabs.reduce((sum, { server }) => sum + server.seen('retrieve').length, 0),
    /** The tab that follows. */
    leader: () => {
      const leaders = tabs.filter(({ streams }) => streams > 0);
      assert.equal(leaders.length, 1, `${leaders.length} tabs follow`);
      return leaders[0]!;
    },
    /** The payment changes at the server. */
    push: (snapshot: Snapshot): void => {
      for (const { server } of tabs) server.push(snapshot);
    },
  };
}

export const version = (number: number): Snapshot => aSnapshot({ version: number, reason: 'scanned' });

/** Tabs that all show the payment that the first has started. */
export async function tabsOfOnePayment(count: number) {
  const shop = shopTabs();
  const first = shop.open();
  first.session.start({ terminal: 'WEB', returnUrl: 'https://shop.example/pay' });
  await settle();
  for (let index = 1; index < count; index++) shop.open();
  await shop.clock.advance(10);
  return { ...shop, first };
}
