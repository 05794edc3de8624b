import type { BrowserContextOptions, Page } from 'playwright-core';
import { DEVICES, type LabDevice } from '../../../demo/lab/devices.ts';
import type { CheckoutPage } from './checkout-page.ts';
import type { Shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** The devices of the lab, by what the first tap leads to. */
export const SHOWS_A_CODE = ['windows', 'chromebook', 'wechat-windows', 'crawler', 'kaios'];
export const OFFERS_BOTH = ['ipad', 'galaxy-tab', 'foldable'];
/** Those whose app lets nobody go to the wallet. */
export const LED_OUT = ['wechat', 'wecom'];
export const LEAVES = ['iphone', 'galaxy', 'harmony', 'alipay', 'mini-program', 'facebook'];

/** What the gateway is told of those that leave, where that is not `WAP`. */
export const TERMINALS: Readonly<Record<string, string>> = { 'mini-program': 'MINI_APP' };

/** A device of the lab's, by its id. @throws where there is none. */
export function labDevice(id: string): LabDevice {
  const device = DEVICES.find((one) => one.id === id);
  if (!device) throw new Error(`The lab has no device "${id}"`);
  return device;
}

/** Somebody with a device that Chromium emulates, down to what it says of itself in headers. */
export function shopperOn(stage: Stage, device: LabDevice): Promise<Shopper> {
  return stage.shopper(contextOf(device), (page) => disguise(page, device));
}

export function contextOf({ size, signals }: LabDevice): BrowserContextOptions {
  const screen = { width: signals.screenWidth, height: signals.screenHeight };
  return {
    screen,
    viewport: size === 'desktop' ? { width: 1280, height: 800 } : { ...screen, height: screen.height - 100 },
    isMobile: size !== 'desktop',
    hasTouch: signals.maxTouchPoints > 0,
    locale: 'en-US',
  };
}

/** Playwright knows neither the platform of a device, nor how many fingers it feels, nor its client hints. */
export async function disguise(page: Page, { signals }: LabDevice): Promise<void> {
  const { userAgent, platform, maxTouchPoints, userAgentData: hints } = signals;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setUserAgentOverride', {
    userAgent,
    platform,
    acceptLanguage: 'en-US',
    ...(hints && {
      userAgentMetadata: {
        platform: hints.platform ?? '',
        mobile: hints.mobile ?? false,
        brands: [...(hints.brands ?? [])],
        platformVersion: '',
        architecture: '',
        model: '',
      },
    }),
  });
  if (maxTouchPoints > 0) await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints });
}

/** Keeps how far anything on the page is moved up or down while its shopper does nothing. */
export function recordShifts(): void {
  window.shifts = [];
  const observer = new PerformanceObserver((list) => {
    for (const { hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
      if (hadRecentInput) continue;
      // Words in the middle of their line begin elsewhere when they become others: that is no move.
      const moves = sources.map(({ previousRect, currentRect }) => currentRect.top - previousRect.top);
      window.shifts.push(...moves.filter((move) => move !== 0));
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

interface LayoutShift extends PerformanceEntry {
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[];
}

declare global {
  interface Window {
    /** In CSS pixels. */
    shifts: number[];
  }
}

export async function shiftsOf({ page }: CheckoutPage): Promise<readonly number[]> {
  return page.evaluate(() => window.shifts);
}
