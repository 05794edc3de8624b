import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeviceSignals } from '../../src/device/signals.ts';
import { detectSurface, type FormFactor } from '../../src/device/surface.ts';
import {
  androidPhone,
  androidTablet,
  chrome,
  harmony,
  iPhoneSafari,
  linux,
  macSafari,
  windows,
} from './user-agents.ts';

type Row = readonly [name: string, signals: string | DeviceSignals, formFactor: FormFactor];

const desktops: readonly Row[] = [
  ['a PC with HarmonyOS', harmony('PC; OpenHarmony 6.1; Windows NT 10.0'), 'desktop'],
  ['nothing', '', 'desktop'],
  ['Windows', windows, 'desktop'],
  ['Windows with a touch screen', { userAgent: windows, platform: 'Win32', maxTouchPoints: 10 }, 'desktop'],
  [
    'a Surface without its keyboard',
    { userAgent: windows, platform: 'Win32', maxTouchPoints: 10, coarsePointer: true },
    'desktop',
  ],
  ['Internet Explorer', 'Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Trident/6.0)', 'desktop'],
  ['a Mac', { userAgent: macSafari, platform: 'MacIntel', maxTouchPoints: 0 }, 'desktop'],
  [
    'Firefox on a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0',
    'desktop',
  ],
  [
    'a Mac whose monitor stands upright',
    { userAgent: macSafari, screenWidth: 1080, screenHeight: 1920, maxTouchPoints: 0 },
    'desktop',
  ],
  ['Linux', { userAgent: linux, platform: 'Linux x86_64', maxTouchPoints: 0 }, 'desktop'],
  ['Linux with a touch screen', { userAgent: linux, platform: 'Linux x86_64', maxTouchPoints: 10 }, 'desktop'],
  ['Linux on ARM', { userAgent: linux, platform: 'Linux aarch64', maxTouchPoints: 0 }, 'desktop'],
  [
    'an ARM laptop with a touch screen',
    { userAgent: linux, platform: 'Linux aarch64', maxTouchPoints: 10, coarsePointer: false },
    'desktop',
  ],
  [
    'an ARM computer that says so, nothing but a touch screen',
    { userAgent: chrome('X11; Linux aarch64'), platform: 'Linux aarch64', maxTouchPoints: 10, coarsePointer: true },
    'desktop',
  ],
  ['a Chromebook', { userAgent: chrome('X11; CrOS x86_64 14541.0.0'), maxTouchPoints: 10 }, 'desktop'],
  [
    'an ARM Chromebook',
    {
      userAgent: chrome('X11; CrOS aarch64 14541.0.0'),
      platform: 'Linux aarch64',
      maxTouchPoints: 10,
      coarsePointer: true,
    },
    'desktop',
  ],
];

const others: readonly Row[] = [
  ['a television with HarmonyOS', harmony('TV; OpenHarmony 5.0'), 'tv'],
  ['a Panasonic television', 'Mozilla/5.0 (FreeBSD; U; Viera; de-DE) AppleWebKit/537.11 Viera/3.1.2', 'tv'],
  ['a television of Xiaomi', chrome('Linux; Android 9; MiTV4-ANSM0'), 'tv'],
  ['a box without a name', chrome('Linux; Android 9; X96 TVBOX'), 'tv'],
  ['a box of Xiaomi', chrome('Linux; Android 9; MIBOX4'), 'tv'],
  ['a Chromecast of today', chrome('Linux; Android 12; Chromecast HD'), 'tv'],
  [
    'an old Tesla',
    'Mozilla/5.0 (X11; Linux) AppleWebKit/534.34 (KHTML, like Gecko) QtCarBrowser Safari/534.34',
    'other',
  ],
  ['a car with Android', chrome('Linux; Android 12; Automotive'), 'other'],
  ['another headset', chrome('Linux; Android 12; A8110').replace(' Safari', ' VR Safari'), 'other'],
  ['a headset whose page is flat', chrome('X11; Linux x86_64', ' OculusBrowser/40.0'), 'other'],
  [
    'an older BlackBerry',
    'Mozilla/5.0 (BlackBerry; U; BlackBerry 9900; en) AppleWebKit/534.11+ Mobile Safari/534.11+',
    'phone',
  ],
  [
    'an LG television',
    'Mozilla/5.0 (Web0S; Linux) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 WebAppManager',
    'tv',
  ],
  [
    'an old LG player',
    'Mozilla/5.0 (DirectFB; U; Linux mips; en) Safari/531.2+ LG Browser/4.1 LG NetCast.Media-2012',
    'tv',
  ],
  ['a Samsung television', chrome('SMART-TV; LINUX; Tizen 8.0', ' SamsungBrowser/5.0'), 'tv'],
  ['Android on a television', chrome('Linux; Android 12; BRAVIA 4K VH2'), 'tv'],
  ['Google TV', chrome('Linux; GoogleTV 3.2; Box'), 'tv'],
  ['a Fire TV', chrome('Linux; Android 9; AFTKA', ' Silk/140.1 like'), 'tv'],
  ['a Chromecast', `${chrome('Linux; Android 12.0')} CrKey/1.56.500000`, 'tv'],
  [
    'a box that does not say so, with a remote control',
    { userAgent: androidTablet, maxTouchPoints: 0, coarsePointer: false, screenWidth: 1920, screenHeight: 1080 },
    'tv',
  ],
  [
    'a PlayStation',
    'Mozilla/5.0 (PlayStation; PlayStation 5/6.00) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15',
    'other',
  ],
  [
    'a 3DS, which says iPhone',
    'Mozilla/5.0 (New Nintendo 3DS like iPhone) AppleWebKit/536.30 NX/3.0 Mobile NintendoBrowser/1.9',
    'other',
  ],
  ['an Xbox', chrome('Windows NT 10.0; Win64; x64; Xbox; Xbox One'), 'other'],
  ['a Tesla', `${chrome('X11; GNU/Linux')} Tesla/2025.14.3`, 'other'],
  ['a Quest', 'Mozilla/5.0 (X11; Linux x86_64; Quest 3) OculusBrowser/40.0 Chrome/136.0.0.0 VR Safari/537.36', 'other'],
  ['Wolvic on a headset', 'Mozilla/5.0 (Android 14; Mobile VR; rv:150.0) Gecko/150.0 Firefox/150.0', 'other'],
  ['an Echo Show', chrome('Linux; Android 9; AEOBP Build/P1', ' Silk/140.1 like'), 'other'],
  [
    'a Kindle',
    'Mozilla/5.0 (X11; U; Linux armv7l like Android; en-us) AppleWebKit/531.2+ Safari/533.2+ Kindle/3.0+',
    'other',
  ],
  [
    'Windows Phone, which says everything',
    'Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Lumia 950) like iPhone OS 7_0_3 Mac OS X Mobile Edge/15.15254',
    'phone',
  ],
  ['KaiOS', 'Mozilla/5.0 (Mobile; Nokia 2780 Flip; rv:84.0) Gecko/84.0 Firefox/84.0 KAIOS/3.1', 'phone'],
  [
    'KaiOS that says Android',
    'Mozilla/5.0 (Mobile; LYF/F90M;Android; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
    'phone',
  ],
  ['Firefox OS', 'Mozilla/5.0 (Mobile; rv:26.0) Gecko/26.0 Firefox/26.0', 'phone'],
  [
    'a Tizen phone',
    'Mozilla/5.0 (Linux; Tizen 2.3; SM-Z130H) AppleWebKit/537.3 SamsungBrowser/1.0 Mobile Safari/537.3',
    'phone',
  ],
  [
    'Ubuntu on a phone',
    'Mozilla/5.0 (Linux; Ubuntu 16.04 like Android 4.4) AppleWebKit/537.36 Chromium/87.0 Mobile Safari/537.36',
    'phone',
  ],
  [
    'BlackBerry',
    'Mozilla/5.0 (BB10; Touch) AppleWebKit/537.10+ (KHTML, like Gecko) Version/10.3 Mobile Safari/537.10+',
    'phone',
  ],
  [
    'Symbian',
    'Mozilla/5.0 (SymbianOS/9.4; Series60/5.0 Nokia5800; Profile/MIDP-2.1) AppleWebKit/525 Safari/525',
    'phone',
  ],
];

const bots: readonly Row[] = [
  ['one that calls itself a bot', `${androidPhone} Storebot-Google/1.0`, 'bot'],
  ['one that calls itself a crawler', `${androidPhone} GenomeCrawler/1.0`, 'bot'],
  ['another speed test', `${linux} GTmetrix`, 'bot'],
  ['a monitor', `${linux} RuxitSynthetic/1.0`, 'bot'],
  [
    'Googlebot that says Android',
    `${androidPhone} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`,
    'bot',
  ],
  ['a crawler that says iPhone', `${iPhoneSafari} (compatible; Example-Indexer/1.0)`, 'bot'],
  [
    'a bot that says it is an iPhone, and has a finger',
    { userAgent: `${iPhoneSafari} Bytespider`, platform: 'iPhone', maxTouchPoints: 5 },
    'bot',
  ],
  ['one that gives its address', `${windows} (+https://search.example)`, 'bot'],
  ['Chrome without a window', linux.replace('Chrome/', 'HeadlessChrome/'), 'bot'],
  ['Lighthouse as a phone', `${androidPhone} Chrome-Lighthouse`, 'bot'],
  ['a page preview', `${iPhoneSafari} BingPreview/1.0b`, 'bot'],
  ['a speed test', `${linux} PTST/250101`, 'bot'],
  ['a program', 'curl/8.5.0', 'bot'],
];

describe('detectSurface, where no wallet is', () => {
  for (const [title, rows] of Object.entries({ desktops, others, bots })) {
    describe(title, () => {
      for (const [name, signals, ...expected] of rows) {
        it(`knows ${name}`, () => {
          const { formFactor, system } = detectSurface(typeof signals === 'string' ? { userAgent: signals } : signals);
          assert.deepEqual([formFactor, system], [...expected, undefined]);
        });
      }
    });
  }
});
