import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeviceSignals } from '../../src/device/signals.ts';
import { detectSurface, type FormFactor, type System } from '../../src/device/surface.ts';
import {
  androidApp,
  androidPhone,
  androidTablet,
  chrome,
  harmony,
  IPHONE,
  iPadSafari,
  iPhoneApp,
  iPhoneSafari,
  linux,
  MAC,
  macSafari,
  windows,
} from './user-agents.ts';

type Row = readonly [name: string, signals: string | DeviceSignals, formFactor: FormFactor, system: System];

const iPhones: readonly Row[] = [
  ['Safari on an iPhone', iPhoneSafari, 'phone', 'IOS'],
  ['Chrome on an iPhone', `${IPHONE} CriOS/150.0 Mobile/15E148 Safari/604.1`, 'phone', 'IOS'],
  ['an iPod, which says iPhone as well', iPhoneSafari.replace('iPhone;', 'iPod touch;'), 'phone', 'IOS'],
  ['an iPad that says so', iPadSafari, 'tablet', 'IOS'],
  [
    'an iPad mini that says so, as small as it is',
    { userAgent: iPadSafari, screenWidth: 512, screenHeight: 768 },
    'tablet',
    'IOS',
  ],
  [
    'an iPad that says it is a Mac',
    { userAgent: macSafari, platform: 'MacIntel', maxTouchPoints: 5, screenWidth: 820, screenHeight: 1180 },
    'tablet',
    'IOS',
  ],
  ['an iPad that says it is a Mac, its screen unknown', { userAgent: macSafari, maxTouchPoints: 5 }, 'tablet', 'IOS'],
  [
    'an iPhone that says it is a Mac',
    { userAgent: macSafari, platform: 'MacIntel', maxTouchPoints: 5, screenWidth: 390, screenHeight: 844 },
    'phone',
    'IOS',
  ],
  ['Chrome on an iPad that says it is a Mac', `${MAC} CriOS/150.0 Version/11.1.1 Safari/605.1.15`, 'tablet', 'IOS'],
  ['Firefox on an iPad that says it is a Mac', `${MAC} FxiOS/150.0 Safari/605.1.15`, 'tablet', 'IOS'],
  ['Edge on an iPad that says it is a Mac', `${MAC} Version/26.0 EdgiOS/150.0 Safari/605.1.15`, 'tablet', 'IOS'],
  ['an app on an iPad that says it is a Mac', `${MAC} Mobile/15E148`, 'tablet', 'IOS'],
  [
    'an iPhone whose browser says Windows',
    { userAgent: windows, platform: 'iPhone', screenWidth: 390, screenHeight: 844 },
    'phone',
    'IOS',
  ],
  [
    'an iPhone app that replaces the whole string',
    { userAgent: 'Shop/7.1', platform: 'iPhone', screenWidth: 390, screenHeight: 844 },
    'phone',
    'IOS',
  ],
  ['an app with bot within its name', iPhoneApp('Talbots/4.1'), 'phone', 'IOS'],
  ['an app for television on an iPhone', iPhoneApp('ImgoTV-iphone/8.0'), 'phone', 'IOS'],
  ['a separator that somebody has replaced', iPhoneSafari.replace(';', '##'), 'phone', 'IOS'],
];

const androids: readonly Row[] = [
  ['a phone with keys', { userAgent: androidPhone, maxTouchPoints: 0, coarsePointer: false }, 'phone', 'ANDROID'],
  ['an Android phone', androidPhone, 'phone', 'ANDROID'],
  [
    'Firefox on an Android phone',
    'Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0',
    'phone',
    'ANDROID',
  ],
  [
    'Firefox on an Android tablet',
    'Mozilla/5.0 (Android 16; Tablet; rv:150.0) Gecko/150.0 Firefox/150.0',
    'tablet',
    'ANDROID',
  ],
  [
    'Opera Mini on Android',
    'Opera/9.80 (Android; Opera Mini/80.0/191.303; U; en) Presto/2.12.423 Version/12.16',
    'phone',
    'ANDROID',
  ],
  ['an Android tablet', { userAgent: androidTablet, screenWidth: 800, screenHeight: 1280 }, 'tablet', 'ANDROID'],
  ['an Android tablet, its screen unknown', androidTablet, 'tablet', 'ANDROID'],
  ['a foldable, closed', { userAgent: androidPhone, screenWidth: 344, screenHeight: 882 }, 'phone', 'ANDROID'],
  ['a foldable, open', { userAgent: androidTablet, screenWidth: 673, screenHeight: 841 }, 'tablet', 'ANDROID'],
  [
    'a phone that does not say Mobile',
    { userAgent: androidTablet, screenWidth: 412, screenHeight: 915 },
    'phone',
    'ANDROID',
  ],
  ['a phone whose hint says so', { userAgent: androidTablet, userAgentData: { mobile: true } }, 'phone', 'ANDROID'],
  ['a phone of Cubot', chrome('Linux; Android 9; CUBOT NOTE 20', ' Mobile'), 'phone', 'ANDROID'],
  [
    'a phone that is sold as an iPhone',
    chrome('Linux; Android 8.1; iPhone XS Build/O1', ' Mobile'),
    'phone',
    'ANDROID',
  ],
  ['a BlackBerry on Android', chrome('Linux; Android 8.1.0; BBB100-1', ' Mobile'), 'phone', 'ANDROID'],
  ['another BlackBerry on Android', chrome('Linux; Android 6.0.1; STV100-4', ' Mobile'), 'phone', 'ANDROID'],
  [
    'a Cat S60, whose name was a system of Nokia',
    chrome('Linux; Android 6.0.1; S60 Build/M1', ' Mobile'),
    'phone',
    'ANDROID',
  ],
  ['an app for television on an Android phone', androidApp('ImgoTV-aphone/8.0'), 'phone', 'ANDROID'],
  ['a tablet of Amazon', chrome('Linux; Android 11; KFTRWI', ' Silk/140.1 like'), 'tablet', 'ANDROID'],
  [
    'a tablet of Amazon that asks for desktop sites',
    chrome('X11; Linux x86_64', ' Silk/140.1 like'),
    'tablet',
    'ANDROID',
  ],
  [
    'HarmonyOS on Android',
    chrome('Linux; Android 10; HarmonyOS; TET-AN00; HMSCore 6.1.0.314', ' Mobile'),
    'phone',
    'ANDROID',
  ],
  [
    'a tablet that asks for desktop sites',
    { userAgent: linux, platform: 'Linux armv81', maxTouchPoints: 5, screenWidth: 1334, screenHeight: 800 },
    'tablet',
    'ANDROID',
  ],
  [
    'a phone that asks for desktop sites',
    { userAgent: linux, platform: 'Linux armv81', maxTouchPoints: 5, screenWidth: 360, screenHeight: 800 },
    'phone',
    'ANDROID',
  ],
  [
    'a Samsung on a desk, with a mouse',
    {
      userAgent: chrome('X11; Linux x86_64', ' SamsungBrowser/30.0'),
      platform: 'Linux armv81',
      coarsePointer: false,
      screenWidth: 1204,
      screenHeight: 596,
    },
    'phone',
    'ANDROID',
  ],
  [
    'Firefox on a phone that asks for desktop sites',
    {
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
      platform: 'Linux aarch64',
      maxTouchPoints: 5,
      coarsePointer: true,
      screenWidth: 412,
      screenHeight: 915,
    },
    'phone',
    'ANDROID',
  ],
  [
    'a web view that asks for desktop sites',
    { userAgent: linux, platform: 'Linux armv8l', maxTouchPoints: 5 },
    'tablet',
    'ANDROID',
  ],
  [
    'a phone whose browser says Windows',
    { userAgent: windows, platform: 'Linux armv81', screenWidth: 360, screenHeight: 800 },
    'phone',
    'ANDROID',
  ],
  [
    'a browser that lies in the string but not in the hint',
    { userAgent: linux, userAgentData: { platform: 'Android' } },
    'tablet',
    'ANDROID',
  ],
];

const harmonies: readonly Row[] = [
  ['HarmonyOS without the name of its engine', chrome('Phone; OpenHarmony 5.0', ' Mobile'), 'phone', 'HARMONY'],
  ['HarmonyOS by the name of its engine', harmony('Phone; U'), 'phone', 'HARMONY'],
  ['a phone with HarmonyOS', `${harmony('Phone; OpenHarmony 5.0')} Mobile`, 'phone', 'HARMONY'],
  ['a tablet with HarmonyOS', harmony('Tablet; OpenHarmony 5.0'), 'tablet', 'HARMONY'],
  [
    'a phone with HarmonyOS that says Android as well',
    harmony('Phone; OpenHarmony 6.0; Android 10'),
    'phone',
    'HARMONY',
  ],
  ['HarmonyOS under its own name', chrome('Phone; HarmonyOS 5.0', ' Mobile'), 'phone', 'HARMONY'],
];

describe('detectSurface, where wallets are', () => {
  for (const [title, rows] of Object.entries({ iPhones, androids, harmonies })) {
    describe(title, () => {
      for (const [name, signals, ...expected] of rows) {
        it(`knows ${name}`, () => {
          const { formFactor, system } = detectSurface(typeof signals === 'string' ? { userAgent: signals } : signals);
          assert.deepEqual([formFactor, system], expected);
        });
      }
    });
  }
});
