import type { AlipayCheckout } from '../../src/element/alipay-checkout.ts';
import { approve } from '../e2e/support/wallet.ts';
import type { Fault } from './fault.ts';
import type { Visit } from './visit.ts';
import { isOfContract, late, refused } from './wire.ts';

declare global {
  interface Window {
    realDate?: DateConstructor;
    putBack(): void;
  }
}

const DAY_MS = 24 * 3_600_000;
const nothing = (): void => {};

const freeze = (visit: Visit) => visit.devtools('Page.setWebLifecycleState', { state: 'frozen' });
const thaw = (visit: Visit) => visit.devtools('Page.setWebLifecycleState', { state: 'active' });

/** Puts another tab before the shopper's. */
async function hide({ context }: Visit): Promise<void> {
  await (await context.newPage()).bringToFront();
}

const show = ({ page }: Visit): Promise<void> => page.bringToFront();

/** Moves the clock of the page, as a device does that learns the time, or is told a wrong one. */
const setClock = ({ page }: Visit, offsetMs: number): Promise<void> =>
  page.evaluate((byMs) => {
    const RealDate = (window.realDate ??= Date);
    window.Date = class extends RealDate {
      constructor(...given: [number]) {
        super(...(given.length > 0 ? given : ([RealDate.now() + byMs] as const)));
      }
      static override now = (): number => RealDate.now() + byMs;
    } as DateConstructor;
  }, offsetMs);

/** Clicks, and waits until the create is on its way. */
async function sendCreate({ checkout, page }: Visit): Promise<void> {
  const asked = page.waitForRequest('**/alipay/payments');
  await checkout.pay();
  await asked;
}

const slowCreate = ({ proxy }: Visit): Promise<void> => proxy.impose(late(1_500, isOfContract));
const lift = ({ proxy }: Visit): Promise<void> => proxy.lift();

/** So many tabs that pay the same order at once. */
const inTabs = (count: number): Fault => ({
  name: `create: in ${count} tabs at once`,
  begins: 'creating',
  inject: nothing,
  undo: nothing,
  async pay(visit) {
    for (let tab = 1; tab < count; tab++) visit.others.push(await visit.openAgain());
    await Promise.all([visit.checkout, ...visit.others].map((checkout) => checkout.pay()));
  },
  passesWithinMs: 8_000,
  extraRequests: 4 * count,
});

/** What happens to a page, rather than to its network. */
export const BROWSER_FAULTS: readonly Fault[] = [
  { name: 'hidden for 45 s, throttled', inject: hide, undo: show, lastsMs: 45_000, isHonest: true, isLong: true },
  {
    name: 'hidden, throttled and cut off for 45 s',
    async inject(visit) {
      await hide(visit);
      await visit.proxy.impose(refused);
    },
    async undo(visit) {
      await visit.proxy.lift();
      await show(visit);
    },
    lastsMs: 45_000,
    isHonest: true,
    isLong: true,
  },
  { name: 'frozen', inject: freeze, undo: thaw, lastsMs: 5_000, isUnseen: true },
  {
    name: 'frozen while its stream is cut',
    async inject(visit) {
      await freeze(visit);
      visit.proxy.cut();
    },
    undo: thaw,
    lastsMs: 5_000,
    isUnseen: true,
  },
  {
    name: 'in the back/forward cache',
    inject: ({ page, demo }) => page.goto(demo.shopOrigin),
    undo: ({ page }) => page.goBack({ waitUntil: 'commit' }),
    isUnseen: true,
  },
  {
    name: 'reloaded',
    inject: nothing,
    undo: ({ page }) => page.reload(),
    isAnswered: true,
    reloads: true,
  },
  {
    name: 'tab closed, order opened in another',
    inject: ({ page }) => page.close(),
    undo: async (visit) => (visit.checkout = await visit.openAgain()),
    isUnseen: true,
    reloads: true,
  },
  {
    name: 'tab crashed',
    inject: (visit) => void visit.devtools('Page.crash').catch(nothing),
    undo: async (visit) => (visit.checkout = await visit.openAgain()),
    isUnseen: true,
    reloads: true,
  },
  {
    name: 'starved of processor time',
    inject: (visit) => visit.devtools('Emulation.setCPUThrottlingRate', { rate: 20 }),
    undo: (visit) => visit.devtools('Emulation.setCPUThrottlingRate', { rate: 1 }),
    passesWithinMs: 4_000,
  },
  {
    name: 'create: reloaded before the answer',
    begins: 'creating',
    inject: slowCreate,
    undo: lift,
    async pay(visit) {
      await sendCreate(visit);
      await visit.page.reload();
    },
    passesWithinMs: 6_000,
    reloads: true,
  },
  {
    name: 'create: left and come back before the answer',
    begins: 'creating',
    inject: slowCreate,
    undo: lift,
    async pay(visit) {
      await sendCreate(visit);
      await visit.page.goto(visit.demo.shopOrigin);
      await visit.page.goBack({ waitUntil: 'commit' });
    },
    passesWithinMs: 6_000,
    reloads: true,
  },
  {
    name: 'create: double click',
    begins: 'creating',
    inject: nothing,
    undo: nothing,
    pay: ({ checkout }) => checkout.part('button').dblclick(),
    passesWithinMs: 4_000,
  },
  inTabs(2),
  inTabs(8),
  ...[DAY_MS, -DAY_MS].map((offsetMs): Fault => ({
    name: `create: clock a day ${offsetMs > 0 ? 'ahead' : 'behind'}`,
    begins: 'creating',
    inject: (visit) => setClock(visit, offsetMs),
    undo: nothing,
    passesWithinMs: 4_000,
  })),
  ...[DAY_MS, -DAY_MS].map((offsetMs): Fault => ({
    name: `clock jumps a day ${offsetMs > 0 ? 'ahead' : 'back'}`,
    inject: (visit) => setClock(visit, offsetMs),
    undo: (visit) => setClock(visit, 0),
    lastsMs: 8_000,
    isAnswered: true,
    extraRequests: 2,
  })),
  {
    name: 'element taken out and put back',
    inject: ({ page }) =>
      page.evaluate(() => {
        const widget = document.querySelector('alipay-checkout')!;
        window.putBack = () => document.querySelector('section.payment')!.append(widget);
        widget.remove();
      }),
    undo: ({ page }) => page.evaluate(() => window.putBack()),
    isUnseen: true,
  },
  {
    name: 'element moved',
    inject: ({ page }) => page.evaluate(() => document.body.append(document.querySelector('alipay-checkout')!)),
    undo: nothing,
    passesWithinMs: 2_000,
    extraRequests: 2,
  },
  ...(['blocked', 'full'] as const).map((how): Fault => ({
    name: `create: storage ${how}`,
    begins: 'creating',
    async inject({ page }) {
      await page.addInitScript(how === 'blocked' ? blockStorage : fillStorage);
      await page.reload();
    },
    undo: nothing,
    passesWithinMs: 4_000,
    reloads: true,
  })),
  {
    name: 'window for the wallet blocked',
    async inject({ checkout, page }) {
      await checkout.widget.evaluate((widget: AlipayCheckout) => {
        window.open = () => null;
        widget.presentation = 'redirect';
      });
      await checkout.button('Open Alipay').click();
      await page.waitForURL(/\/cashier\//);
    },
    async undo({ page }) {
      await approve(page);
      await page.waitForURL(/\/orders\//);
    },
    paysItself: true,
    isUnseen: true,
    reloads: true,
  },
];

function blockStorage(): void {
  Object.defineProperty(window, 'localStorage', {
    get() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
}

function fillStorage(): void {
  Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
}
