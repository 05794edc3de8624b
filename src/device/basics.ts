import type { OperatingSystem, Terminal } from '../protocol/payment.ts';
import type { DeviceSignals } from './signals.ts';
import { detectSurface, type Surface } from './surface.ts';

/**
 * Alipay docs, web-view: both words. The anchor keeps this linear in a hostile string. Programs inside another app that is
 * built on Alipay's web view are not Alipay's.
 */
export const MINI_PROGRAM = /^(?!.*mPaaSClient)(?=.*AlipayClient\/).*MiniProgram/;

/** WeCom carries WeChat's word too, but for its oldest versions. */
export const WECHAT = /MicroMessenger\//;
export const WECOM = /wxwork\//;

/** What a click has to know of the device: all that the checkout loads before it is clicked. */
export interface DeviceBasics extends Surface {
  /** `MINI_APP` inside a mini program of Alipay's. Never `APP`: only a merchant's own app knows that it is one. */
  readonly terminal: Terminal;
  /** In the gateways' words, which have none for HarmonyOS: it is `ANDROID` here. Undefined where terminal is `WEB`. */
  readonly os: OperatingSystem | undefined;
  /** WeChat shows the page, which lets nobody go to the wallet: the shopper has to open it in a browser. */
  readonly confined: boolean;
}

/** Pure, as `detectDevice` is. */
export function detectBasics(signals: DeviceSignals): DeviceBasics {
  const { formFactor, system } = detectSurface(signals);
  const says = (pattern: RegExp) => pattern.test(signals.userAgent);
  return {
    formFactor,
    system,
    terminal: !system ? 'WEB' : says(MINI_PROGRAM) ? 'MINI_APP' : 'WAP',
    os: system === 'HARMONY' ? 'ANDROID' : system,
    confined: !!system && (says(WECHAT) || says(WECOM)),
  };
}
