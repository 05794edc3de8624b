import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ContainerClass, detectContainer } from '../../src/device/containers.ts';
import { detectSurface } from '../../src/device/surface.ts';
import {
  androidApp,
  androidPhone,
  chrome,
  harmony,
  IPHONE,
  iPhoneApp,
  iPhoneSafari,
  linux,
  MAC,
  macSafari,
  windows,
} from './user-agents.ts';

type Row = readonly [name: string, userAgent: string, id: string, kind: ContainerClass];

const nebula = 'UCBS/2.11.1 NebulaSDK/1.8.100112 Nebula AlipayDefined(nt:WIFI,ws:411|0|2.6)';
const ali = (words: string) => androidApp(`UCBrowser/11.6 UWS/3.22 ${nebula} ${words}`);
const weChat = 'MicroMessenger/8.0.50(0x1800323a) NetType/WIFI Language/zh_CN';

const wallets: readonly Row[] = [
  ['AlipayHK by the first of its words', iPhoneApp('AliApp(APHK/2.6.0)'), 'alipayhk', 'wallet'],
  ['AlipayHK by the second of its words', iPhoneApp('AlipayClientHK/2.6.0'), 'alipayhk', 'wallet'],
  ['Alipay on Android', ali('AliApp(AP/10.7.28.8000) AlipayClient/10.7.28.8000 Language/zh-Hans'), 'alipay', 'wallet'],
  [
    'Alipay on an iPhone',
    iPhoneApp('NebulaSDK/1.8 Nebula AliApp(AP/10.7.28) AlipayClient/10.7.28 Alipay'),
    'alipay',
    'wallet',
  ],
  ['Alipay on HarmonyOS', `${harmony('Phone; OpenHarmony 5.0')} AliApp(AP/10.8) AlipayClient/10.8`, 'alipay', 'wallet'],
  ["Alipay's older word alone", ali('AliApp(AP/10.1.0)'), 'alipay', 'wallet'],
  ["Alipay's newer word alone", iPhoneApp('AlipayClient/10.7.28'), 'alipay', 'wallet'],
  [
    'a mini program, whose word has no space before it',
    ali('AliApp(AP/10.7.28) AlipayClient/10.7.28 Region/CNAriver/1.0.0 MiniProgram APXWebView'),
    'alipay-mini',
    'wallet',
  ],
  ['a mini program that says so first', iPhoneApp('MiniProgram AlipayClient/10.7.28'), 'alipay-mini', 'wallet'],
  [
    'AlipayHK, which says Alipay as well',
    iPhoneApp('AliApp(APHK/2.6.0.160)  AlipayClientHK/2.6.0.160 Language/zh-HK AlipayClient/10.1.32.600 Alipay'),
    'alipayhk',
    'wallet',
  ],
  [
    'a partner of Alipay+',
    iPhoneApp('AliApp(AP/10.1.32) AlipayClient/10.1.32 Alipay AlipayConnect'),
    'alipayplus',
    'wallet',
  ],
];

const chinese: readonly Row[] = [
  ['Feishu by its Chinese name', androidApp('Feishu/7.5.0'), 'feishu', 'inapp-cn'],
  ['WeChat on an iPhone', iPhoneApp(weChat), 'wechat', 'inapp-cn'],
  ['WeChat on Android', androidApp(`XWEB/1160 MMWEBSDK/2024 ${weChat}`), 'wechat', 'inapp-cn'],
  ["WeChat on Android, in Tencent's web view", androidApp(`MQQBrowser/6.2 TBS/045 ${weChat}`), 'wechat', 'inapp-cn'],
  [
    'WeChat on HarmonyOS',
    `${harmony('Phone; OpenHarmony 5.1')} Mobile MicroMessenger/8.0.9 Weixin`,
    'wechat',
    'inapp-cn',
  ],
  ['a mini program of WeChat', iPhoneApp(`${weChat} miniProgram/wx0123456789abcdef`), 'wechat', 'inapp-cn'],
  ['a mini program of WeChat on Android', androidApp(`${weChat} MiniProgramEnv/android`), 'wechat', 'inapp-cn'],
  ['WeChat on Windows', `${windows} MicroMessenger/7.0.20 WindowsWechat(0x63090c33)`, 'wechat', 'inapp-cn'],
  ['WeChat on a Mac', `${macSafari} MicroMessenger/6.8.0 MacWechat/3.8.10(0x13080a10)`, 'wechat', 'inapp-cn'],
  ['old WeChat on a Mac', `${macSafari} MicroMessenger/6.5.2 WindowsWechat`, 'wechat', 'inapp-cn'],
  ['WeChat on Linux', `${linux} MicroMessenger/7.0.20 UnifiedPCLinuxWechat(0xf2540615)`, 'wechat', 'inapp-cn'],
  ['WeCom on Windows', `${windows} wxwork/5.0.3 (MicroMessenger/6.2) WindowsWechat`, 'wechat', 'inapp-cn'],
  ['WeCom on a phone', iPhoneApp('wxwork/4.1.39 MicroMessenger/7.0.1 Language/zh'), 'wxwork', 'inapp-cn'],
  ['QQ', iPhoneApp('QQ/9.0.0.618 V1_IPH_SQ_9.0.0_1_APP_A'), 'qq', 'inapp-cn'],
  ['Weibo', iPhoneApp('Weibo (iPhone17,1__weibo__15.4.1__iphone__os18.5)'), 'weibo', 'inapp-cn'],
  ['Weibo abroad', androidApp('WeiboIntl_6.1'), 'weibo', 'inapp-cn'],
  ['DingTalk', ali('AliApp(DingTalk/6.5.50) com.alibaba.android.rimet/1'), 'dingtalk', 'inapp-cn'],
  ['Taobao', ali('AliApp(TB/10.14.0) WindVane/8.5.0'), 'taobao', 'inapp-cn'],
  ['Feishu', androidApp('Lark/7.5.0 LarkLocale/zh_CN'), 'feishu', 'inapp-cn'],
  ['Douyin', iPhoneApp('aweme_31.9.0 Region/CN BytedanceWebview/d8a21c6'), 'douyin', 'inapp-cn'],
  ['Xiaohongshu', iPhoneApp('discover/9.1 Device/(Apple Inc.;iPhone15,3) NetType/WiFi'), 'xiaohongshu', 'inapp-cn'],
  ['Xiaohongshu on Android', androidApp('xhsdiscover/8.2'), 'xiaohongshu', 'inapp-cn'],
  ['Baidu', androidApp('T7/13.38 SP-engine/2.74.0 baiduboxapp/13.38.0.10 (Baidu; P1 15)'), 'baidu', 'inapp-cn'],
];

const apps: readonly Row[] = [
  ['TikTok', androidApp('trill_2023400 JsSdk/1.0 BytedanceWebview/d8a21c6'), 'tiktok', 'inapp'],
  ['TikTok elsewhere', `${iPhoneSafari} musical_ly_34.3.1 JsSdk/2.0`, 'tiktok', 'inapp'],
  ['Facebook on Android', androidApp('[FB_IAB/FB4A;FBAV/457.0.0.1;]'), 'facebook', 'inapp'],
  ['Facebook on an iPhone', iPhoneApp('[FBAN/FBIOS;FBAV/457.0;FBDV/iPhone15,2]'), 'facebook', 'inapp'],
  ['Messenger on an iPhone', iPhoneApp('[FBAN/MessengerForiOS;FBAV/457.0]'), 'messenger', 'inapp'],
  ['Messenger on Android', androidApp('[FB_IAB/Orca-Android;FBAV/457.0]'), 'messenger', 'inapp'],
  ['Messenger, shouted', androidApp('[FB_IAB/MESSENGER;FBAV/120.0]'), 'messenger', 'inapp'],
  ['Instagram', iPhoneApp('Instagram 350.0.0.1 (iPhone15,3; iOS 18_7; en_GB)'), 'instagram', 'inapp'],
  ['LINE', `${iPhoneSafari} Line/15.1.0`, 'line', 'inapp'],
  ['KakaoTalk', androidApp('KAKAOTALK/25.2.3 (INAPP)'), 'kakaotalk', 'inapp'],
  ['NAVER', iPhoneApp('NAVER(inapp; search; 2000; 12.9.1)'), 'naver', 'inapp'],
  ['Snapchat', `${IPHONE} Snapchat/13.0.0.1 (like Safari/8619.1)`, 'snapchat', 'inapp'],
  ['LinkedIn', iPhoneApp('[LinkedInApp]/9.30'), 'linkedin', 'inapp'],
  ['Zalo', androidApp('Zalo android/12100'), 'zalo', 'inapp'],
  ['Twitter on an iPhone', iPhoneApp('Twitter for iPhone/10.60'), 'twitter', 'inapp'],
  ['Twitter on Android', androidApp('TwitterAndroid'), 'twitter', 'inapp'],
  ['Pinterest', iPhoneApp('[Pinterest/iOS]'), 'pinterest', 'inapp'],
  ['Telegram', chrome('Linux; Android 15; K').concat(' Telegram-Android/12.4.1 (Google Pixel 9)'), 'telegram', 'inapp'],
  ["Google's app, which says Safari", `${IPHONE} GSA/440.2 Mobile/15E148 Safari/604.1`, 'gsa', 'inapp'],
];

const nameless: readonly Row[] = [
  ['an app on Android without the old version', chrome('Linux; Android 15; ABC-1; wv', ' Mobile'), 'webview', 'inapp'],
  ['an app on an iPhone', iPhoneApp(''), 'webview', 'inapp'],
  ['an app on an iPad that says it is a Mac', `${MAC} Mobile/15E148`, 'webview', 'inapp'],
  ['an app on Android', androidApp(''), 'webview', 'inapp'],
  ['an app on old Android', androidApp('').replace('; wv', ''), 'webview', 'inapp'],
  ["an app on Tencent's web view", androidApp('MQQBrowser/6.2 TBS/046280'), 'webview', 'inapp'],
  [
    "an app on Alipay's web view, with all of its words",
    ali('AliApp(AP/1.0.0) AlipayClient/1.0.0 mPaaSClient/1.0'),
    'webview',
    'inapp',
  ],
  ['another app of Alibaba', ali('AliApp(XY/3.2.0)'), 'webview', 'inapp'],
];

const browsers: readonly Row[] = [
  ['a browser on an iPhone that does not say Safari', `${IPHONE} Version/26.0 Mobile/15E148`, 'browser', 'browser'],
  ['nothing', '', 'browser', 'browser'],
  ['Safari on an iPhone', iPhoneSafari, 'browser', 'browser'],
  ['Safari on a Mac', macSafari, 'browser', 'browser'],
  ['an app on a Mac', MAC, 'browser', 'browser'],
  ['Chrome on Android', androidPhone, 'browser', 'browser'],
  ['Chrome on an iPhone', `${IPHONE} CriOS/150.0 Mobile/15E148 Safari/604.1`, 'browser', 'browser'],
  [
    "Android's first browser",
    'Mozilla/5.0 (Linux; U; Android 4.0.3; de-de) AppleWebKit/534.30 Version/4.0 Mobile Safari/534.30',
    'browser',
    'browser',
  ],
  ['the browser of vivo', androidApp('VivoBrowser/24.1.0'), 'browser', 'browser'],
  ['the browser of Xiaomi', androidApp('XiaoMi/MiuiBrowser/18.1'), 'browser', 'browser'],
  ['the browser of Oppo', androidApp('HeyTapBrowser/45.13'), 'browser', 'browser'],
  ['UC Browser', androidApp('UCBrowser/13.4 U4/3.0'), 'browser', 'browser'],
  ['UC Browser on an iPhone', iPhoneApp('UCBrowser/10.2.0.517'), 'browser', 'browser'],
  ['QQ Browser, which is not QQ', iPhoneApp('MQQBrowser/14.1 Safari/604.1'), 'browser', 'browser'],
  ['Quark', androidApp('Quark/7.4.0'), 'browser', 'browser'],
  ['DuckDuckGo', androidApp('DuckDuckGo/5'), 'browser', 'browser'],
  ['Firefox Focus', androidApp('Focus/8.0'), 'browser', 'browser'],
  ['Opera Mini', androidApp('OPR/80.0'), 'browser', 'browser'],
  ['HarmonyOS', harmony('Phone; OpenHarmony 5.0'), 'browser', 'browser'],
  [
    'a bot that names apps',
    'LinkedInBot/1.0 Twitterbot/1.0 TelegramBot Linespider/1.1 Pinterestbot/1.0',
    'browser',
    'browser',
  ],
];

const detect = (userAgent: string, ...extra: Parameters<typeof detectContainer>[2]) =>
  detectContainer(userAgent, detectSurface({ userAgent }).system, extra).slice(0, 2);

describe('detectContainer', () => {
  for (const [title, rows] of Object.entries({ wallets, chinese, apps, nameless, browsers })) {
    describe(title, () => {
      for (const [name, userAgent, id, kind] of rows) {
        it(`knows ${name}`, () => assert.deepEqual(detect(userAgent), [id, kind]));
      }
    });
  }

  it('asks the rules of the page before its own', () => {
    const userAgent = iPhoneApp(`${weChat} ExampleWallet/3`);
    assert.deepEqual(detect(userAgent, ['example', 'wallet', /ExampleWallet\//]), ['example', 'wallet']);
  });

  it('says the same again where a rule of the page has a pattern that remembers', () => {
    const rule = ['example', 'wallet', /ExampleWallet\//g] as const;
    const userAgent = iPhoneApp('ExampleWallet/3');
    assert.deepEqual(detect(userAgent, rule), ['example', 'wallet']);
    assert.deepEqual(detect(userAgent, rule), ['example', 'wallet']);
  });
});
