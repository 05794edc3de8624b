import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { detectDevice } from '../../src/device/detect.ts';
import { rankWays, takesIntents, type Way } from '../../src/device/ways.ts';
import type { Action } from '../../src/protocol/payment.ts';
import * as agents from './user-agents.ts';

const PAGE = 'https://cashier.example/1?a=b';
const LINK = 'https://app.example/1';
const SCHEME = 'alipays://platformapi/startapp?appId=1&orderId=2';
const INTENT =
  'intent://platformapi/startapp?appId=1&orderId=2#Intent;scheme=alipays;package=com.eg.android.AlipayGphone;' +
  'S.browser_fallback_url=https%3A%2F%2Fcashier.example%2F1%3Fa%3Db;end';

const qrCode = { data: 'https://qr.alipay.com/1' };
const redirect = { url: PAGE, method: 'GET' } as const;
const actions = {
  'a page': { redirect },
  'a code': { qrCode },
  'a page and a code': { redirect, qrCode },
  'a page and a scheme': { redirect, app: { schemeUrl: SCHEME } },
  'a page and a link': { redirect, app: { linkUrl: LINK, schemeUrl: SCHEME } },
  'a page that is the link': { redirect, app: { linkUrl: PAGE } },
  'a form and a scheme': { redirect: { url: PAGE, method: 'POST' }, app: { schemeUrl: SCHEME } },
  'a link and a scheme': { app: { linkUrl: PAGE, schemeUrl: SCHEME } },
  'a scheme': { app: { schemeUrl: SCHEME } },
  'AlipayHK’s scheme': { redirect, app: { schemeUrl: 'alipayhk://platformapi/startApp?a=1' } },
  'a scheme with a fragment': { redirect, app: { schemeUrl: 'alipays://a#Intent;package=other;end' } },
  'a scheme of a stranger': { redirect, app: { schemeUrl: 'intent://pay' } },
  everything: { qrCode, redirect, app: { schemeUrl: SCHEME }, bridge: { tradeNo: '2026' } },
  'a page and a trade number': { redirect, bridge: { tradeNo: '2026' } },
} satisfies Record<string, Action>;

const alipay = 'NebulaSDK/1.8.100112 Nebula AliApp(AP/10.7.28.8000) AlipayClient/10.7.28.8000';
const devices = {
  desktop: agents.windows,
  'WeChat on a desktop': `${agents.windows} MicroMessenger/7.0.20 WindowsWechat(0x63090a13)`,
  'a bot': 'Googlebot/2.1 (+http://www.google.com/bot.html)',
  'an iPhone': agents.iPhoneSafari,
  'an iPad': agents.iPadSafari,
  'an Android phone': agents.androidPhone,
  'a phone with HarmonyOS': agents.harmony('Phone; OpenHarmony 6.0'),
  WeChat: agents.iPhoneApp('MicroMessenger/8.0.31(0x18001f2f) NetType/WIFI'),
  QQ: agents.androidApp('V1_AND_SQ_8.3.6 QQ/8.3.6.618'),
  Instagram: agents.iPhoneApp('Instagram 300.0.0'),
  'a web view': agents.androidApp(''),
  Alipay: agents.androidApp(alipay),
  'a mini program': agents.androidApp(`${alipay} MiniProgram APXWebView`),
  AlipayHK: agents.androidApp(`${alipay} AliApp(APHK/2.6.0.160) AlipayClientHK/2.6.0.160`),
};

const app = (url: string) => ({ rung: 'app', url }) as const;
const [page, code, guide] = [{ rung: 'page' }, { rung: 'code' }, { rung: 'guide' }] as const;
const bridge = { rung: 'bridge', tradeNo: '2026' } as const;

const table: readonly [device: keyof typeof devices, keyof typeof actions, readonly Way[]][] = [
  ['desktop', 'a page', [page]],
  ['desktop', 'everything', [page]],
  ['WeChat on a desktop', 'everything', [page]],
  ['a bot', 'everything', [page]],
  ['an iPhone', 'a page', [page]],
  ['an iPhone', 'a code', [code]],
  ['an iPhone', 'a page and a code', [page, code]],
  ['an iPhone', 'a page and a scheme', [page, app(SCHEME)]],
  ['an iPhone', 'a page and a link', [page, app(LINK)]],
  ['an iPhone', 'a page that is the link', [page]],
  ['an iPhone', 'a link and a scheme', [page, app(SCHEME)]],
  ['an iPhone', 'a scheme', [page]],
  ['an iPhone', 'a scheme of a stranger', [page]],
  ['an iPhone', 'everything', [page, app(SCHEME), code]],
  ['an iPad', 'everything', [page, app(SCHEME), code]],
  ['an Android phone', 'a page and a scheme', [page, app(INTENT)]],
  ['an Android phone', 'a link and a scheme', [page, app(INTENT)]],
  ['an Android phone', 'a page and a link', [page, app(LINK)]],
  ['an Android phone', 'a form and a scheme', [page, app(SCHEME)]],
  ['an Android phone', 'a scheme with a fragment', [page, app('alipays://a#Intent;package=other;end')]],
  ['an Android phone', 'a scheme of a stranger', [page]],
  ['an Android phone', 'everything', [page, app(INTENT), code]],
  ['a phone with HarmonyOS', 'everything', [page, app(SCHEME), code]],
  ['WeChat', 'everything', [guide]],
  ['WeChat', 'a code', [guide]],
  ['QQ', 'everything', [page, guide]],
  ['Instagram', 'everything', [page, app(SCHEME), code]],
  ['a web view', 'a page and a scheme', [page, app(SCHEME)]],
  ['Alipay', 'a page', [page]],
  ['Alipay', 'a page and a scheme', [page]],
  ['Alipay', 'a page and a trade number', [bridge]],
  ['a mini program', 'everything', [bridge]],
  ['a mini program', 'a page', [page]],
  ['AlipayHK', 'everything', [page]],
];

const waysOf = (userAgent: string, action: Action) =>
  rankWays({ device: detectDevice({ userAgent }), action, takesIntents: takesIntents(userAgent) });

describe('rankWays', () => {
  for (const [device, has, ways] of table) {
    const names = ways.map((way) => ('url' in way ? way.url.split(':')[0] : way.rung)).join(', ');
    it(`${device}, server offers ${has}: ${names}`, () => {
      assert.deepEqual(waysOf(devices[device], actions[has]), ways);
    });
  }

  it('names the package of AlipayHK for its scheme', () => {
    const [, way] = waysOf(agents.androidPhone, actions['AlipayHK’s scheme']);
    assert.match((way as { url: string }).url, /^intent:\/\/.*;scheme=alipayhk;package=hk\.alipay\.wallet;/);
  });

  it('makes no intent but that of a wallet, whatever the endpoint says', () => {
    const address = fc.oneof(
      fc.string(),
      fc.webUrl({ withFragments: true }),
      fc.string().map((rest) => `alipays://${rest}`),
      fc.string().map((rest) => `alipayhk:${rest};end#Intent;${rest}`),
    );
    fc.assert(
      fc.property(address, address, address, (url, schemeUrl, linkUrl) => {
        const action: Action = { redirect: { url, method: 'GET' }, app: { schemeUrl, linkUrl } };
        for (const way of waysOf(agents.androidPhone, action)) {
          if (way.rung !== 'app' || /^(https|alipays?|alipayhk):|^http:\/\/(localhost|127\.)/.test(way.url)) continue;
          assert.match(
            way.url,
            /^intent:\/\/[^#\s]+#Intent;scheme=alipay(s;package=com\.eg\.android\.AlipayGphone|hk;package=hk\.alipay\.wallet);S\.browser_fallback_url=http[^;\s]+;end$/,
          );
        }
      }),
    );
  });
});

describe('takesIntents', () => {
  for (const [name, userAgent, expected] of [
    ['Chrome on Android', agents.androidPhone, true],
    ['Chrome on a tablet', agents.androidTablet, true],
    ['Edge on Android', `${agents.androidPhone} EdgA/150.0.0.0`, true],
    ['Samsung’s browser', agents.androidPhone.replace('Chrome/', 'SamsungBrowser/30.0 Chrome/'), true],
    ['UC', agents.androidPhone.replace('Mobile', 'UCBrowser/16.0 Mobile'), false],
    ['QQ’s browser', agents.androidPhone.replace('Chrome/', 'Version/4.0 Chrome/'), false],
    ['a web view', agents.androidApp(''), false],
    ['Chrome on a desktop', agents.windows, false],
    ['Safari', agents.iPhoneSafari, false],
    ['HarmonyOS', agents.harmony('Phone; OpenHarmony 6.0'), false],
    ['nothing', '', false],
  ] as const) {
    it(`${name}: ${expected ? 'yes' : 'no'}`, () => assert.equal(takesIntents(userAgent), expected));
  }
});
