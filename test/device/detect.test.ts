import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detectDevice, type Device } from '../../src/device/detect.ts';
import { type DeviceSignals, readDeviceSignals } from '../../src/device/signals.ts';

const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Version/18.0 Safari/605.1.15`;
const iPhone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${safari}`;
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
const linux = `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36`;
const androidWebView = `Mozilla/5.0 (Linux; Android 14; ABC-1; wv) AppleWebKit/537.36 Version/4.0 Chrome/120.0 Mobile`;

const desktop: Device = {
  terminal: 'WEB',
  os: undefined,
  formFactor: 'desktop',
  container: 'browser',
  canOpenApp: false,
};
const phone: Device = { terminal: 'WAP', os: 'IOS', formFactor: 'phone', container: 'browser', canOpenApp: true };
const android: Device = { ...phone, os: 'ANDROID', canOpenApp: 'maybe' };

const table: readonly [name: string, signals: Partial<DeviceSignals>, device: Device][] = [
  ['nothing known', { userAgent: '' }, desktop],
  ['Windows', { userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36` }, desktop],
  [
    'a Windows laptop with a touch screen',
    { userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`, maxTouchPoints: 10 },
    desktop,
  ],
  ['a Mac', { userAgent: mac, platform: 'MacIntel', maxTouchPoints: 0 }, desktop],
  ['Linux', { userAgent: linux, platform: 'Linux x86_64' }, desktop],
  ['an ARM laptop with touch', { userAgent: linux, platform: 'Linux aarch64', maxTouchPoints: 10 }, desktop],
  [
    'a Chromebook',
    { userAgent: `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome} Safari/537.36`, maxTouchPoints: 10 },
    desktop,
  ],
  ['an iPhone', { userAgent: `${iPhone} Version/18.0 Mobile/15E148 Safari/604.1`, maxTouchPoints: 5 }, phone],
  ['Chrome on an iPhone', { userAgent: `${iPhone} CriOS/140.0 Mobile/15E148 Safari/604.1` }, phone],
  [
    'an iPad that says so',
    { userAgent: `Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) ${safari} Version/12.1 Mobile/15E148 Safari/604.1` },
    { ...phone, formFactor: 'tablet' },
  ],
  [
    'an iPad that says it is a Mac',
    { userAgent: mac, platform: 'MacIntel', maxTouchPoints: 5, screenWidth: 820, screenHeight: 1180 },
    { ...phone, formFactor: 'tablet' },
  ],
  [
    'an iPhone that asks for desktop sites',
    { userAgent: mac, platform: 'iPhone', maxTouchPoints: 5, screenWidth: 390, screenHeight: 844 },
    phone,
  ],
  ['Chrome on an iPad that says it is a Mac', { userAgent: `${mac} CriOS/140.0` }, { ...phone, formFactor: 'tablet' }],
  [
    'an Android phone',
    {
      userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`,
      screenWidth: 412,
      screenHeight: 915,
    },
    android,
  ],
  [
    'an Android tablet',
    { userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Safari/537.36`, screenWidth: 800, screenHeight: 1280 },
    { ...android, formFactor: 'tablet' },
  ],
  [
    'an Android tablet that asks for desktop sites',
    { userAgent: linux, platform: 'Linux armv81', maxTouchPoints: 5, screenWidth: 1334, screenHeight: 800 },
    { ...android, formFactor: 'tablet' },
  ],
  [
    'an Android phone that asks for desktop sites',
    { userAgent: linux, platform: 'Linux armv81', maxTouchPoints: 5, screenWidth: 412, screenHeight: 915 },
    android,
  ],
  [
    'WeChat on a phone, which opens no other wallet',
    { userAgent: `${iPhone} Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI Language/zh_CN` },
    { ...phone, container: 'wechat', canOpenApp: false },
  ],
  [
    'WeChat on Windows',
    { userAgent: `Mozilla/5.0 (Windows NT 10.0) ${chrome} MicroMessenger/7.0.20 WindowsWechat` },
    { ...desktop, container: 'wechat' },
  ],
  [
    'Alipay on Android',
    { userAgent: `${androidWebView} Nebula AliApp(AP/10.7.0) AlipayClient/10.7.0 Language/zh-Hans` },
    { ...android, container: 'alipay', canOpenApp: false },
  ],
  [
    'AlipayHK',
    { userAgent: `${iPhone} Mobile/15E148 AliApp(APHK/6.0.0) AlipayClientHK/6.0.0 Language/zh-HK` },
    { ...phone, container: 'alipay', canOpenApp: false },
  ],
  ['DingTalk, which is no Alipay', { userAgent: `${androidWebView} AliApp(DingTalk/7.0.0)` }, android],
];

describe('detectDevice', () => {
  for (const [name, signals, device] of table) {
    it(`knows ${name}`, () => assert.deepEqual(detectDevice({ userAgent: '', ...signals }), device));
  }

  it('takes a server for a desktop', () => {
    assert.deepEqual(readDeviceSignals({}), { userAgent: '' });
    assert.equal(detectDevice().terminal, 'WEB');
  });
});

describe('readDeviceSignals', () => {
  it('reads the device, and not the window', () => {
    const signals = readDeviceSignals({
      navigator: { userAgent: mac, platform: 'MacIntel', maxTouchPoints: 5 } as Navigator,
      matchMedia: (query) => ({ matches: query === '(pointer: coarse)' }) as MediaQueryList,
      screen: { width: 820, height: 1180 } as Screen,
    });
    assert.deepEqual(signals, {
      userAgent: mac,
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
});
