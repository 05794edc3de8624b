import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { detectDevice, type Device } from '../../src/device/detect.ts';
import { type DeviceSignals, readDeviceSignals } from '../../src/device/signals.ts';
import {
  androidApp,
  androidPhone,
  androidTablet,
  chrome,
  harmony,
  iPhoneApp,
  iPhoneSafari,
  linux,
  macSafari,
  windows,
} from './user-agents.ts';

const desktop: Device = {
  terminal: 'WEB',
  os: undefined,
  system: undefined,
  formFactor: 'desktop',
  container: 'browser',
  containerClass: 'browser',
  confined: false,
  canOpenApp: false,
};
const iPhone: Device = {
  terminal: 'WAP',
  os: 'IOS',
  system: 'IOS',
  formFactor: 'phone',
  container: 'browser',
  containerClass: 'browser',
  confined: false,
  canOpenApp: true,
};
const android: Device = { ...iPhone, os: 'ANDROID', system: 'ANDROID' };
const inApp = (container: string, containerClass: Device['containerClass'], canOpenApp: Device['canOpenApp']) => ({
  container,
  containerClass,
  canOpenApp,
});

const table: readonly [name: string, userAgent: string, device: Device][] = [
  ['nothing', '', desktop],
  ['a desktop', windows, desktop],
  ['a phone', iPhoneSafari, iPhone],
  ['a tablet', androidTablet, { ...android, formFactor: 'tablet' }],
  ['a television', chrome('SMART-TV; LINUX; Tizen 8.0'), { ...desktop, formFactor: 'tv' }],
  ['a bot', `${androidPhone} (compatible; Googlebot/2.1)`, { ...desktop, formFactor: 'bot' }],
  [
    'a phone on which no wallet runs',
    'Mozilla/5.0 (Mobile; rv:84.0) Firefox/84.0 KAIOS/3.1',
    { ...desktop, formFactor: 'phone' },
  ],
  [
    'HarmonyOS as Android, the nearest that gateways have',
    harmony('Phone; OpenHarmony 5.0'),
    { ...android, system: 'HARMONY', canOpenApp: 'maybe' },
  ],
  ['Alipay', androidApp('AlipayClient/10.7.28'), { ...android, ...inApp('alipay', 'wallet', false) }],
  [
    'a mini program of Alipay',
    iPhoneApp('AlipayClient/10.7.28 MiniProgram'),
    { ...iPhone, terminal: 'MINI_APP', ...inApp('alipay-mini', 'wallet', false) },
  ],
  [
    'a mini program of WeChat, which is none to Alipay',
    iPhoneApp('MicroMessenger/8.0.50 miniProgram/wx0123456789abcdef'),
    { ...iPhone, confined: true, ...inApp('wechat', 'inapp-cn', false) },
  ],
  [
    'WeCom',
    iPhoneApp('wxwork/4.1.39 MicroMessenger/7.0.1'),
    { ...iPhone, confined: true, ...inApp('wxwork', 'inapp-cn', false) },
  ],
  [
    'WeChat on a desktop',
    `${windows} MicroMessenger/7.0.20 WindowsWechat`,
    { ...desktop, ...inApp('wechat', 'inapp-cn', false) },
  ],
  ['Weibo, from which some get out', iPhoneApp('Weibo (x)'), { ...iPhone, ...inApp('weibo', 'inapp-cn', 'maybe') }],
  ['an app without a name', androidApp(''), { ...android, ...inApp('webview', 'inapp', 'maybe') }],
];

/** Words that decide something, alone and together, so that generated strings reach every rule. */
const words = [
  ...[windows, macSafari, linux, iPhoneSafari, androidPhone, androidTablet, androidApp(''), iPhoneApp('')],
  ...['AlipayClient/', 'AlipayClientHK/', 'AliApp(AP/', 'AliApp(TB/', 'mPaaSClient', 'MiniProgram', 'MicroMessenger/'],
  ...['WindowsWechat', 'wxwork/', ' QQ/8', 'FBAN/', 'Line/', 'TBS/', '; wv)', 'Version/4.0', 'Chrome/', 'Safari/'],
  ...[
    'iPhone',
    'iPad',
    'Macintosh',
    'Mobile/',
    'CriOS/',
    'Android',
    'Silk/',
    'Windows Phone',
    'like Android',
    '(Mobile;',
  ],
  ...[
    '(PC; OpenHarmony',
    '(Tablet; OpenHarmony',
    'ArkWeb/',
    'HarmonyOS',
    'CrOS',
    'TV',
    'CrKey',
    'VR Safari',
    'bot',
    'Cubot',
  ],
  ...['compatible;', 'https://', 'Mozilla/5.0 ', 'Opera/9.80 ', 'Linux aarch64', ' ', ';', '/', '('],
];
const anySignals: fc.Arbitrary<DeviceSignals> = fc.record(
  {
    userAgent: fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    ),
    platform: fc.constantFrom(
      '',
      'Win32',
      'MacIntel',
      'iPhone',
      'Linux x86_64',
      'Linux aarch64',
      'Linux armv81',
      'Android',
    ),
    maxTouchPoints: fc.constantFrom(0, 1, 5, 10, Number.NaN),
    userAgentData: fc.record(
      { platform: fc.constantFrom('', 'Android', 'Windows', 'Linux'), mobile: fc.boolean() },
      { requiredKeys: [] },
    ),
    coarsePointer: fc.boolean(),
    anyPointer: fc.boolean(),
    hover: fc.boolean(),
    screenWidth: fc.constantFrom(0, 360, 820, 1920),
    screenHeight: fc.constantFrom(0, 800, 1180, 1080),
  },
  { requiredKeys: ['userAgent'] },
);

describe('detectDevice', () => {
  for (const [name, userAgent, device] of table) {
    it(`knows ${name}`, () => assert.deepEqual(detectDevice({ userAgent }), device));
  }

  it('knows the wallets that a page adds', () => {
    const containers = [['example', 'wallet', /ExampleWallet\//]] as const;
    assert.deepEqual(detectDevice({ userAgent: iPhoneApp('ExampleWallet/3') }, { containers }), {
      ...iPhone,
      ...inApp('example', 'wallet', false),
    });
  });

  it('reads the device that it runs on: here a program, with nobody before it', () => {
    assert.deepEqual(detectDevice(), { ...desktop, formFactor: 'bot' });
  });

  it('holds together whatever it is told', () => {
    fc.assert(
      fc.property(anySignals, (signals) => {
        const device = detectDevice(Object.freeze(signals));
        assert.deepEqual(detectDevice(signals), device, 'the same again');

        assert.notEqual(device.terminal, 'APP');
        assert.equal(device.terminal === 'WEB', device.os === undefined);
        assert.equal(device.os === undefined, device.system === undefined);
        assert.equal(device.terminal === 'MINI_APP', device.container === 'alipay-mini' && device.os !== undefined);
        if (device.confined) assert.equal(device.canOpenApp, false);
        if (!['phone', 'tablet'].includes(device.formFactor)) assert.equal(device.terminal, 'WEB');
        if (device.terminal === 'WEB' || device.containerClass === 'wallet') assert.equal(device.canOpenApp, false);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is soon done with a string that was made to keep it busy', () => {
    for (const word of words) {
      const userAgent = word.repeat(Math.ceil(100_000 / word.length));
      const startedAtMs = performance.now();
      detectDevice({ userAgent });
      // It takes a few milliseconds. Reading the rest again for each of its words would be ten thousand times as much.
      assert.ok(performance.now() - startedAtMs < 1_000, word);
    }
  });
});

describe('readDeviceSignals', () => {
  it('reads the device, and not the window', () => {
    const signals = readDeviceSignals({
      navigator: { userAgent: macSafari, platform: 'MacIntel', maxTouchPoints: 5 } as Navigator,
      matchMedia: (query) => ({ matches: query === '(pointer: coarse)' }) as MediaQueryList,
      screen: { width: 820, height: 1180 } as Screen,
    });
    assert.deepEqual(signals, {
      userAgent: macSafari,
      platform: 'MacIntel',
      maxTouchPoints: 5,
      userAgentData: undefined,
      coarsePointer: true,
      anyPointer: false,
      hover: false,
      screenWidth: 820,
      screenHeight: 1180,
    });
  });

  it('reads nothing where there is no browser', () => assert.deepEqual(readDeviceSignals({}), { userAgent: '' }));
});
