import type { OperatingSystem, Terminal } from '../protocol/payment.ts';
import { type DeviceSignals, readDeviceSignals } from './signals.ts';

/** What the shopper's surface is. A default and not a verdict: a page that knows better says so by attribute. */
export interface Device {
  /** Never `APP` or `MINI_APP`: only the page's own host knows those. */
  readonly terminal: Terminal;
  /** Only beside a terminal that is not `WEB`. */
  readonly os: OperatingSystem | undefined;
  readonly formFactor: 'desktop' | 'phone' | 'tablet';
  /** The app whose web view shows the page. */
  readonly container: 'browser' | 'alipay' | 'wechat';
  /** Whether a link may leave this page for the wallet's app. `maybe`: it is allowed, the app may be missing. */
  readonly canOpenApp: boolean | 'maybe';
}

/** What the device is, from its signals. Pure with `signals`; without them it reads the device that it runs on. */
export function detectDevice(signals: DeviceSignals = readDeviceSignals(globalThis)): Device {
  const os = detectOs(signals);
  const container = detectContainer(signals.userAgent);
  if (!os) return { terminal: 'WEB', os, formFactor: 'desktop', container, canOpenApp: false };
  return {
    terminal: 'WAP',
    os,
    formFactor: isTablet(os, signals) ? 'tablet' : 'phone',
    container,
    // WeChat opens no other wallet; inside Alipay the shopper is there already.
    canOpenApp: container === 'browser' && (os === 'IOS' || 'maybe'),
  };
}

function detectOs({ userAgent, platform = '', maxTouchPoints = 0, userAgentData }: DeviceSignals) {
  if (/iPhone|iPad|iPod|CriOS|FxiOS|EdgiOS/.test(userAgent) && !/Windows Phone/.test(userAgent)) return 'IOS';
  // Safari on an iPad says that it is a Mac. No Mac has a touch screen; iPads report five points.
  if (/Macintosh/.test(userAgent) && maxTouchPoints > 1) return 'IOS';
  // ChromeOS runs Android's apps and its words, and is a desktop.
  if (/Windows|CrOS/.test(userAgent)) return undefined;
  if (/Android/.test(userAgent) || userAgentData?.platform === 'Android') return 'ANDROID';
  // Chrome and Samsung Internet that ask for desktop sites, the default on large tablets, call themselves Linux. So do
  // laptops with an ARM processor, which have another platform or no touch.
  if (/X11; Linux/.test(userAgent) && /^Linux armv8/.test(platform) && maxTouchPoints > 0) return 'ANDROID';
  return undefined;
}

function detectContainer(userAgent: string): Device['container'] {
  // DingTalk and Taobao carry `AliApp(` as well, each with a name of its own behind it.
  if (/AlipayClient\/|AlipayClientHK\/|AliApp\(AP(HK)?\//.test(userAgent)) return 'alipay';
  return /MicroMessenger\//.test(userAgent) ? 'wechat' : 'browser';
}

// A phone and a tablet are the same to the gateway. Taken for the other, a tablet offers one way to pay less or more.
function isTablet(os: OperatingSystem, { userAgent, screenWidth = 0, screenHeight = 0 }: DeviceSignals): boolean {
  const shortSide = Math.min(screenWidth, screenHeight);
  if (os === 'IOS') return !/iPhone|iPod/.test(userAgent) && (shortSide === 0 || shortSide >= 600);
  if (/Android/.test(userAgent) && /Mobile/.test(userAgent)) return false;
  return shortSide === 0 || shortSide >= 600;
}
