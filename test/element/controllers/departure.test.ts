import { expect } from '@open-wc/testing';
import { DepartureController } from '../../../src/element/controllers/departure.ts';
import type { AlipayLaunchEvent, LaunchOutcome } from '../../../src/element/events.ts';
import { heldTimers } from './held-timers.ts';

let held: ReturnType<typeof heldTimers>;
const undo: (() => void)[] = [];
beforeEach(() => (held = heldTimers()));
afterEach(() => {
  held.restore();
  for (const restore of undo.splice(0)) restore();
});

/** Has the page look as a test wants it. */
function thePage(look: { hidden?: boolean; focused?: boolean; nowMs?: number }): void {
  const put = (target: object, name: string, descriptor: PropertyDescriptor) => {
    const own = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, ...descriptor });
    undo.unshift(() => (own ? Object.defineProperty(target, name, own) : Reflect.deleteProperty(target, name)));
  };
  if (look.hidden !== undefined) put(document, 'hidden', { value: look.hidden });
  if (look.focused !== undefined) put(document, 'hasFocus', { value: () => look.focused });
  if (look.nowMs !== undefined) put(Date, 'now', { value: () => look.nowMs });
}

/** Counts the listeners that are added to the page and not removed, by name or by signal. */
function countListeners() {
  const counts = { listening: 0 };
  const addEventListener = window.addEventListener.bind(window);
  window.addEventListener = (...[type, listener, options]: Parameters<typeof addEventListener>) => {
    counts.listening += 1;
    (options as AddEventListenerOptions).signal!.addEventListener('abort', () => (counts.listening -= 1));
    addEventListener(type, listener, options);
  };
  undo.push(() => Reflect.deleteProperty(window, 'addEventListener'));
  return counts;
}

const APP = 'alipays://platformapi/startapp?secret=1';
const PAGE = 'https://cashier.example/1?secret=1';

function setup(url = APP) {
  thePage({ hidden: false, focused: true, nowMs: 1_000_000 });
  const counts = countListeners();
  const host = Object.assign(new EventTarget(), held.host);
  const departure = new DepartureController(host);
  const outcomes: LaunchOutcome[] = [];
  host.addEventListener('alipay-launch', (event) => outcomes.push((event as AlipayLaunchEvent).outcome));
  departure.begin(url, false);
  held.host.updates = 0;
  const [timer] = held.timers.values();
  const wait = (ms: number) => {
    thePage({ nowMs: 1_000_000 + ms });
    held.timers.clear();
    timer!.run();
  };
  const become = (hidden: boolean) => {
    thePage({ hidden });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  };
  return { departure, host, outcomes, timer: timer!, wait, become, counts };
}

describe('a departure', () => {
  it('has opened something as soon as the page is hidden, and lasts until it is shown again', () => {
    const { departure, outcomes, become } = setup();
    become(true);
    expect(outcomes).to.deep.equal(['opened']);
    expect([departure.leaving, held.host.updates]).to.deep.equal([true, 0]);
    become(false);
    expect([departure.leaving, held.host.updates]).to.deep.equal([false, 1]);
    expect(outcomes).to.deep.equal(['opened']);
  });

  it('has opened something where the page is left, and is over when the browser brings it back', () => {
    const { departure, outcomes } = setup(PAGE);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect([outcomes, departure.leaving]).to.deep.equal([['opened'], true]);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect([outcomes, departure.leaving]).to.deep.equal([['opened'], false]);
  });

  for (const [title, url, patienceMs] of [
    ['an app', APP, 2_500],
    ['a page, which may be slow', PAGE, 4_000],
  ] as const) {
    it(`has not opened ${title}, where the page is still there and used after ${patienceMs} ms`, () => {
      const { departure, outcomes, timer, wait } = setup(url);
      expect(timer.delayMs).to.equal(patienceMs);
      wait(patienceMs);
      expect([outcomes, departure.leaving, held.host.updates]).to.deep.equal([['not-opened'], false, 1]);
    });
  }

  it('is not judged where something lies over the page, as the question whether to open the app does', () => {
    const { outcomes, wait } = setup();
    thePage({ focused: false });
    wait(2_500);
    expect(outcomes).to.deep.equal(['unknown']);
  });

  it('is not judged by a timer that was held up, for the page was too', () => {
    const { outcomes, wait } = setup();
    wait(60_000);
    expect(outcomes).to.deep.equal(['unknown']);
  });

  it('takes the first time that the page is shown for no return', () => {
    const { departure, outcomes } = setup();
    window.dispatchEvent(new PageTransitionEvent('pageshow'));
    expect([outcomes, departure.leaving]).to.deep.equal([[], true]);
  });

  for (const [url, isApp, rung, scheme] of [
    [PAGE, false, 'page', 'https'],
    [PAGE, true, 'app', 'https'],
    [APP, false, 'app', 'alipays'],
    ['intent://a?b#Intent;end', true, 'app', 'intent'],
  ] as const) {
    it(`tells of ${scheme}, ${isApp ? 'the app’s own' : 'on the first tap'}: ${rung}`, () => {
      const { departure, host } = setup();
      let told: AlipayLaunchEvent | undefined;
      host.addEventListener('alipay-launch', (event) => (told = event as AlipayLaunchEvent));
      departure.begin(url, isApp);
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      expect([told?.rung, told?.scheme, told?.outcome]).to.deep.equal([rung, scheme, 'opened']);
    });
  }

  it('waits on while the page is hidden', () => {
    const { departure, outcomes, become, wait } = setup();
    become(true);
    wait(2_500);
    expect([outcomes, departure.leaving]).to.deep.equal([['opened'], true]);
  });

  for (const [when, end] of [
    ['it is judged', ({ wait }) => wait(2_500)],
    ['the shopper is back', ({ become }) => [true, false].forEach(become)],
    ['the host leaves the document', ({ departure }) => departure.hostDisconnected()],
  ] as [string, (fixture: ReturnType<typeof setup>) => void][]) {
    it(`leaves no listener and no timer once ${when}`, () => {
      const fixture = setup();
      expect(fixture.counts.listening).to.equal(3);
      end(fixture);
      expect([fixture.counts.listening, held.timers.size]).to.deep.equal([0, 0]);
    });
  }

  it('has one set of them, however often a tap begins it', () => {
    const { departure, counts } = setup();
    departure.begin(APP, false);
    expect([counts.listening, held.timers.size]).to.deep.equal([3, 1]);
    departure.hostDisconnected();
    expect([counts.listening, held.timers.size]).to.deep.equal([0, 0]);
  });
});
