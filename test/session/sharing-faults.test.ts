import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Delivery } from '../support/fake-tabs.ts';
import { type shopTabs, tabsOfOnePayment, version } from './shop-tabs.ts';

const TABS = 4;
const RUNS = 300;

type Tab = ReturnType<ReturnType<typeof shopTabs>['open']>;

/** What can happen to one tab. All but the last leave it a tab that the shopper may look at again. */
const HAPPENINGS: Readonly<Record<string, (tab: Tab) => void>> = {
  hide: (tab) => tab.page('hidden'),
  show: (tab) => tab.page('visible'),
  freeze: (tab) => tab.page('hidden', 'freeze'),
  resume: (tab) => tab.page('resume', 'visible'),
  'put aside': (tab) => tab.page('hidden', 'pagehide'),
  'take out': (tab) => tab.page('pageshow', 'visible'),
  'lose the network': (tab) => tab.page('offline'),
  'find the network': (tab) => tab.page('online'),
  hang: (tab) => tab.hang(),
  'go on': (tab) => tab.goOn(),
  kill: (tab) => tab.close(),
};

interface Step {
  readonly tab: number;
  readonly what: string;
  /** The payment changes at the server too. */
  readonly changes: boolean;
  readonly pauseMs: number;
}

const step = fc.record<Step>({
  tab: fc.nat(TABS - 1),
  what: fc.constantFrom(...Object.keys(HAPPENINGS)),
  changes: fc.boolean(),
  pauseMs: fc.constantFrom(0, 10, 500, 3_000, 15_000),
});
const delivery = fc.record<Delivery>({ copies: fc.nat(2), early: fc.boolean() });

describe('whatever happens to the tabs that show one payment, and to what they say', () => {
  it('all that are looked at show the truth soon after, one follows, and few questions are asked', async () => {
    const schedule = fc.record({
      steps: fc.array(step, { minLength: 1, maxLength: 12 }),
      deliveries: fc.array(delivery, { minLength: 1, maxLength: 8 }),
    });
    await fc.assert(fc.asyncProperty(schedule, plays), { numRuns: RUNS });
  });

  async function plays({ steps, deliveries }: { steps: Step[]; deliveries: Delivery[] }): Promise<void> {
    const { tabs, clock, browser, push, streams, asked } = await tabsOfOnePayment(TABS);
    const killed = new Set<Tab>();
    let said = 0;
    let now = 1;
    const seen = tabs.map(() => 0);
    const neverGoesDown = (): void =>
      tabs.forEach((tab, index) => {
        assert.ok(tab.version >= seen[index]!, 'an older version was shown');
        seen[index] = tab.version;
      });
    const fromMs = clock.monotonic();
    const asksAtFirst = asked();
    browser.delivery = () => deliveries[said++ % deliveries.length]!;
    for (const { tab: index, what, changes, pauseMs } of steps) {
      const tab = tabs[index]!;
      if (killed.has(tab)) continue;
      HAPPENINGS[what]!(tab);
      if (what === 'kill') killed.add(tab);
      if (changes) push(version(++now));
      await clock.advance(pauseMs);
      neverGoesDown();
    }

    // The trouble ends: the shopper looks at what is left.
    browser.delivery = () => ({ copies: 1 });
    const left = tabs.filter((tab) => !killed.has(tab));
    for (const tab of left) {
      tab.goOn();
      tab.page('online', 'resume', 'pageshow', 'visible');
    }
    await clock.advance(2_000);
    for (const tab of left) assert.equal(tab.version, now, 'not the truth two seconds after');

    // And from then on they are told: one follows, in whatever state it was left.
    await clock.advance(15_000);
    assert.equal(streams(), left.length > 0 ? 1 : 0);
    push(version(++now));
    await clock.advance(10);
    for (const tab of left) assert.deepEqual([tab.version, tab.connection], [now, 'live']);
    neverGoesDown();

    const seconds = (clock.monotonic() - fromMs) / 1_000;
    const most = TABS * 2 + steps.length * 2 + seconds;
    assert.ok(asked() - asksAtFirst <= most, `${asked() - asksAtFirst} questions in ${seconds} seconds`);

    for (const tab of left) tab.close();
    assert.equal(browser.ties, 0);
  }
});
