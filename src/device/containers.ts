import { MINI_PROGRAM, WECHAT, WECOM } from './basics.ts';
import type { System } from './surface.ts';

/** What kind of program shows the page: whether it lets the shopper go to the wallet depends on it. */
export type ContainerClass = 'browser' | 'wallet' | 'inapp' | 'inapp-cn';

/** A program that names itself in the user agent: our word for it, its kind, and what it says. */
export type ContainerRule = readonly [id: string, kind: ContainerClass, pattern: RegExp];

/**
 * Wallets and apps that show web pages; the first that matches counts. Most specific first, as apps carry the words of
 * what they are made from: AlipayHK those of Alipay, WeCom those of WeChat, Messenger those of Facebook.
 */
export const CONTAINERS: readonly ContainerRule[] = [
  // Any app may be built on Alipay's web view, and says all of Alipay's words and then this one.
  ['webview', 'inapp', /mPaaSClient/],
  ['alipay-mini', 'wallet', MINI_PROGRAM],
  ['alipayhk', 'wallet', /AliApp\(APHK\/|AlipayClientHK\//],
  ['alipayplus', 'wallet', /AlipayConnect/],
  // `AliApp(` alone is DingTalk, Taobao and all of that house.
  ['alipay', 'wallet', /AliApp\(AP\/|AlipayClient\//],
  // On a desktop WeCom is one with WeChat: a phone scans what either shows.
  ['wechat', 'inapp-cn', /(Windows|Mac|Linux)Wechat/],
  ['wxwork', 'inapp-cn', WECOM],
  ['wechat', 'inapp-cn', WECHAT],
  // `MQQBrowser/`, without the space, is a browser.
  ['qq', 'inapp-cn', /\sQQ\/\d/],
  ['weibo', 'inapp-cn', /weibo/i],
  ['dingtalk', 'inapp-cn', /DingTalk\//],
  ['taobao', 'inapp-cn', /AliApp\(TB/],
  ['feishu', 'inapp-cn', /\bLark\/|Feishu/],
  ['douyin', 'inapp-cn', /aweme/],
  ['xiaohongshu', 'inapp-cn', /xhsdiscover|\sdiscover\/\d/],
  ['baidu', 'inapp-cn', /baiduboxapp\//],
  ['tiktok', 'inapp', /musical_ly|trill_/],
  ['messenger', 'inapp', /FB(AN|_IAB)\/(Mess|MESS|Orca)/],
  ['facebook', 'inapp', /FB(AN|AV|_IAB)\//],
  ['instagram', 'inapp', /Instagram/],
  ['line', 'inapp', /\bLine\//],
  ['kakaotalk', 'inapp', /KAKAOTALK/],
  ['naver', 'inapp', /NAVER\(/],
  ['snapchat', 'inapp', /Snapchat/],
  ['linkedin', 'inapp', /LinkedInApp/],
  ['zalo', 'inapp', /\bZalo/],
  ['twitter', 'inapp', /Twitter(Android| for)/],
  ['pinterest', 'inapp', /\[Pinterest\//],
  ['telegram', 'inapp', /Telegram-Android/],
  ['gsa', 'inapp', /\bGSA\//],
];

// Browsers that are made from the system's web view and say so.
const BROWSER = /browser|quark\/|duckduckgo|focus\/|OPR\//i;

/** The container and its kind: named by a rule, or else known by its shape. */
export function detectContainer(
  userAgent: string,
  system: System | undefined,
  extra: readonly ContainerRule[],
): readonly [id: string, kind: ContainerClass, ...unknown[]] {
  // Not `test`: a caller's pattern with the flag `g` would remember where it stopped.
  const rule = [...extra, ...CONTAINERS].find(([, , pattern]) => userAgent.search(pattern) >= 0);
  return rule ?? (isWebView(userAgent, system) ? ['webview', 'inapp'] : ['browser', 'browser']);
}

function isWebView(userAgent: string, system: System | undefined): boolean {
  const says = (pattern: RegExp) => pattern.test(userAgent);
  // Alibaba's apps and those on Tencent's web view carry the name of that house's browser.
  if (says(/AliApp\(|TBS\//)) return true;
  if (says(BROWSER)) return false;
  if (system === 'IOS') return !says(/Safari\/|Version\//);
  // Web views kept the version of Android's first browser, which was no Chrome. Newer ones add `wv`.
  return system === 'ANDROID' && (says(/; ?wv\)/) || (says(/Version\/4\.0/) && says(/Chrome\//)));
}
