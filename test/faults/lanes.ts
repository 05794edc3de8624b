import { Demo } from '../e2e/support/demo.ts';
import { FaultProxy } from '../support/fault-proxy.ts';
import type { Fault } from './fault.ts';
import { judge, type Verdict } from './judge.ts';
import { type PlainBrowser, startPlainBrowser } from './plain-browser.ts';
import { createRandom } from './random.ts';
import { type Course, run } from './run.ts';
import { Visit } from './visit.ts';

export interface Row extends Verdict {
  readonly name: string;
  /** Null where the page got nowhere. */
  readonly course: Course | null;
  readonly isSecondTry: boolean;
}

interface Lane {
  readonly proxy: FaultProxy;
  readonly browser: PlainBrowser;
}

/**
 * Runs faults in several lanes side by side, since most of them wait for most of the time. The shop is one; every lane
 * has a browser of its own, which finds a proxy where it looks for the shop. A row that was only late gets a second try:
 * the machine may have had no time for it.
 */
export async function runFaults(
  faults: readonly Fault[],
  { seed, lanes, onRow }: { readonly seed: string; readonly lanes: number; readonly onRow: (row: Row) => void },
): Promise<void> {
  const demo = await Demo.start();
  // Those that take longest come first, so that no lane is left alone with them.
  const waiting = faults.toSorted((a, b) => Number(b.isLong ?? false) - Number(a.isLong ?? false));
  try {
    await Promise.all(
      Array.from({ length: Math.min(lanes, faults.length) }, async () => {
        const lane = await openLane(demo);
        try {
          for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
            const first = await runOne(fault, lane, demo, seed);
            onRow(first.isOnlyLate ? { ...(await runOne(fault, lane, demo, seed)), isSecondTry: true } : first);
          }
        } finally {
          await lane.browser.close();
          lane.proxy.close();
        }
      }),
    );
  } finally {
    await demo.stop();
  }
}

async function openLane({ shopOrigin }: Demo): Promise<Lane> {
  const shopPort = Number(new URL(shopOrigin).port);
  const proxy = await FaultProxy.open(shopPort);
  const browser = await startPlainBrowser(`MAP localhost:${shopPort} 127.0.0.1:${proxy.port}`);
  return { proxy, browser };
}

async function runOne(fault: Fault, { proxy, browser }: Lane, demo: Demo, seed: string): Promise<Row> {
  const random = createRandom(`${seed} ${fault.name}`);
  const luck = 0.2 + 0.79 * random();
  proxy.arrivals.length = 0;
  const context = fault.isHonest
    ? browser.honest
    : await browser.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  try {
    const visit = await Visit.begin({ demo, proxy, context, random, luck });
    const course = await run(fault, visit);
    return { name: fault.name, course, isSecondTry: false, ...(await judge(fault, visit, course, luck)) };
  } catch (error) {
    const complaints = [error instanceof Error ? error.message : String(error)];
    return { name: fault.name, course: null, allowed: 0, complaints, isOnlyLate: false, isSecondTry: false };
  } finally {
    await proxy.lift();
    if (fault.isHonest) await Promise.all(context.pages().map((page) => page.close()));
    else await context.close();
  }
}
