import type { DeviceSignals } from 'alipay-checkout/device';

/** Everything that a device may say: what one keeps to itself it says nothing of, and not what this machine would. */
export type AllSignals = Required<Omit<DeviceSignals, 'userAgentData'>> & Pick<DeviceSignals, 'userAgentData'>;

export interface LabDevice {
  readonly id: string;
  readonly name: string;
  /** Which is hard to see, or decides. */
  readonly note: string;
  readonly size: 'desktop' | 'tablet' | 'phone';
  readonly signals: AllSignals;
}

export interface LabGroup {
  readonly name: string;
  readonly devices: readonly LabDevice[];
}

const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${WEBKIT}`;
const ANDROID_APP = `Mozilla/5.0 (Linux; Android 15; SM-S931B Build/AP3A; wv) ${BLINK} Version/4.0`;

const chrome = (system: string, words = ''): string => `Mozilla/5.0 (${system}) ${BLINK} Chrome/150.0.0.0${words}`;

/** The low-entropy hints of Chrome. Safari, Firefox and web views give none. */
const hints = (platform: string, mobile = false): Pick<AllSignals, 'userAgentData'> => ({
  userAgentData: { platform, mobile, brands: [{ brand: 'Chromium', version: '150' }] },
});

const mouse = { maxTouchPoints: 0, coarsePointer: false, anyPointer: true, hover: true };
const finger = { maxTouchPoints: 5, coarsePointer: true, anyPointer: false, hover: false };

const desktop = { ...mouse, platform: 'Win32', screenWidth: 1920, screenHeight: 1080 };
const iPhone = { ...finger, platform: 'iPhone', screenWidth: 393, screenHeight: 852 };
const android = { ...finger, platform: 'Linux armv81', screenWidth: 360, screenHeight: 780 };

const DESKTOPS: readonly LabDevice[] = [
  {
    id: 'windows',
    name: 'Windows',
    note: 'Chrome',
    size: 'desktop',
    signals: { ...desktop, ...hints('Windows'), userAgent: `${chrome('Windows NT 10.0; Win64; x64')} Safari/537.36` },
  },
  {
    id: 'chromebook',
    name: 'Chromebook',
    note: 'With a touch screen, and still no wallet',
    size: 'desktop',
    signals: {
      ...finger,
      ...hints('Chrome OS'),
      userAgent: `${chrome('X11; CrOS x86_64 14541.0.0')} Safari/537.36`,
      platform: 'Linux x86_64',
      maxTouchPoints: 10,
      screenWidth: 1366,
      screenHeight: 912,
    },
  },
  {
    id: 'wechat-windows',
    name: 'WeChat for Windows',
    note: 'A phone can scan what it shows',
    size: 'desktop',
    signals: {
      ...desktop,
      userAgent:
        `${chrome('Windows NT 10.0; Win64; x64')} Safari/537.36 MicroMessenger/7.0.20.1781(0x6700143B) ` +
        'NetType/WIFI MiniProgramEnv/Windows WindowsWechat/WMPF WindowsWechat(0x63090c11)',
    },
  },
  {
    id: 'crawler',
    name: 'A crawler',
    note: 'Nothing moves by itself',
    size: 'desktop',
    signals: {
      ...mouse,
      userAgent: `${chrome('compatible; Googlebot/2.1; +http://www.google.com/bot.html')} Safari/537.36`,
      platform: 'Linux x86_64',
      screenWidth: 1024,
      screenHeight: 1024,
    },
  },
];

const PHONES: readonly LabDevice[] = [
  {
    id: 'iphone',
    name: 'iPhone',
    note: 'Safari',
    size: 'phone',
    signals: { ...iPhone, userAgent: `${IPHONE} Version/26.0 Mobile/15E148 Safari/604.1` },
  },
  {
    id: 'galaxy',
    name: 'Galaxy',
    note: 'Chrome, which names no model',
    size: 'phone',
    signals: {
      ...android,
      ...hints('Android', true),
      userAgent: `${chrome('Linux; Android 10; K', ' Mobile')} Safari/537.36`,
    },
  },
  {
    id: 'harmony',
    name: 'HarmonyOS NEXT',
    note: 'No Android inside',
    size: 'phone',
    signals: {
      ...android,
      userAgent: `${chrome('Phone; OpenHarmony 6.0')} Safari/537.36  ArkWeb/6.0.0.1 Mobile`,
      platform: '',
    },
  },
  {
    id: 'kaios',
    name: 'KaiOS',
    note: 'A phone that no wallet runs on',
    size: 'phone',
    signals: {
      ...finger,
      userAgent: 'Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
      platform: 'Linux armv7l',
      // Keys, and nothing that points.
      maxTouchPoints: 0,
      coarsePointer: false,
      screenWidth: 240,
      screenHeight: 320,
    },
  },
];

const TABLETS: readonly LabDevice[] = [
  {
    id: 'ipad',
    name: 'iPad',
    note: 'Says that it is a Mac',
    size: 'tablet',
    signals: {
      ...finger,
      userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/26.0 Safari/605.1.15`,
      platform: 'MacIntel',
      screenWidth: 820,
      screenHeight: 1180,
    },
  },
  {
    id: 'galaxy-tab',
    name: 'Galaxy Tab',
    note: 'Asks for desktop sites, as large ones do by default',
    size: 'tablet',
    signals: {
      ...android,
      ...hints('Linux'),
      userAgent: `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} SamsungBrowser/28.0 Chrome/130.0.0.0 Safari/537.36`,
      screenWidth: 800,
      screenHeight: 1280,
    },
  },
  {
    id: 'foldable',
    name: 'Foldable',
    note: 'Unfolded',
    size: 'tablet',
    signals: {
      ...android,
      ...hints('Android'),
      userAgent: `${chrome('Linux; Android 10; K')} Safari/537.36`,
      screenWidth: 852,
      screenHeight: 883,
    },
  },
];

const APPS: readonly LabDevice[] = [
  {
    id: 'wechat',
    name: 'WeChat',
    note: 'Lets nobody go to the wallet',
    size: 'phone',
    signals: {
      ...iPhone,
      userAgent: `${IPHONE} Mobile/15E148 MicroMessenger/8.0.61(0x18003d2f) NetType/WIFI Language/zh_CN`,
    },
  },
  {
    id: 'wecom',
    name: 'WeCom',
    note: 'WeChat at work, and as closed',
    size: 'phone',
    signals: {
      ...android,
      userAgent:
        `${ANDROID_APP} Chrome/130.0.0.0 XWEB/1300285 MMWEBSDK/20250201 Mobile Safari/537.36 wxwork/4.1.36 ` +
        'MicroMessenger/7.0.1 NetType/WIFI Language/zh ColorScheme/Light',
      platform: 'Linux aarch64',
    },
  },
  {
    id: 'alipay',
    name: 'Alipay',
    note: 'In the wallet already',
    size: 'phone',
    signals: {
      ...android,
      userAgent:
        `${ANDROID_APP} Chrome/127.0.0.0 MYWeb/0.11.0 UWS/5.15.5.0 Mobile Safari/537.36 NebulaSDK/1.8.100112 ` +
        'Nebula AlipayDefined(nt:WIFI,ws:360|0|3.0) AliApp(AP/10.7.28.8000) AlipayClient/10.7.28.8000 Language/zh-Hans',
      platform: 'Linux aarch64',
    },
  },
  {
    id: 'mini-program',
    name: 'A mini program of Alipay',
    note: 'A terminal of its own',
    size: 'phone',
    signals: {
      ...iPhone,
      userAgent:
        `${IPHONE} Mobile/15E148 Ariver/1.1.0 AliApp(AP/10.7.30.6000) Nebula WK AlipayDefined(nt:WIFI,ws:393|788|3.0) ` +
        'AlipayClient/10.7.30.6000 Language/zh-Hans Region/CN NebulaX/1.0.0 MiniProgram APXWebView',
    },
  },
  {
    id: 'facebook',
    name: 'Facebook',
    note: 'May let go of the shopper, or not',
    size: 'phone',
    signals: {
      ...android,
      userAgent: `${ANDROID_APP} Chrome/150.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/520.0.0.44.99;]`,
      platform: 'Linux aarch64',
    },
  },
];

/** Whom the lab shows the shop to: one of each kind that is told apart, and those that are taken for others. */
export const GROUPS: readonly LabGroup[] = [
  { name: 'Desktops', devices: DESKTOPS },
  { name: 'Phones', devices: PHONES },
  { name: 'Tablets', devices: TABLETS },
  { name: 'Inside another app', devices: APPS },
];

export const DEVICES: readonly LabDevice[] = GROUPS.flatMap(({ devices }) => devices);
