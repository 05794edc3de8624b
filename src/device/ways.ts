import type { Action } from '../protocol/payment.ts';
import { safeUrl } from '../protocol/safe-url.ts';
import type { Device } from './detect.ts';

/**
 * A way to the wallet, as one tap takes it: the gateway's page in this very view, the app itself, a code on this screen,
 * the wallet that shows the page already, or the way out of an app that opens none.
 */
export type Way =
  | { readonly rung: 'page' | 'code' | 'guide' }
  | { readonly rung: 'app'; readonly url: string }
  | { readonly rung: 'bridge'; readonly tradeNo: string };

export type Rung = Way['rung'];

/** The packages of the apps behind their schemes, from the source of their SDKs. */
const PACKAGES: Readonly<Record<string, string>> = {
  alipays: 'com.eg.android.AlipayGphone',
  alipayhk: 'hk.alipay.wallet',
};

/** What the ways depend on of a device. */
export type WayfaringDevice = Pick<Device, 'system' | 'container' | 'containerClass' | 'confined'>;

/**
 * The ways that an action opens on a device, in the order in which they are to be tried: one a tap, and none twice. Pure.
 *
 * @param takesIntents - See {@link takesIntents}.
 */
export function rankWays({
  device,
  action,
  takesIntents,
}: {
  readonly device: WayfaringDevice;
  readonly action: Action;
  readonly takesIntents: boolean;
}): readonly Way[] {
  const { redirect, bridge, qrCode } = action;
  const page: readonly Way[] = redirect || action.app ? [{ rung: 'page' }] : [];
  const code: readonly Way[] = qrCode ? [{ rung: 'code' }] : [];
  if (!device.system) return page;
  if (device.confined) return [{ rung: 'guide' }];
  switch (device.containerClass) {
    case 'wallet':
      // A scheme would ask the wallet to open itself.
      return bridge && isAlipay(device) ? [{ rung: 'bridge', tradeNo: bridge.tradeNo }] : page;
    case 'inapp-cn':
      return [...page, { rung: 'guide' }];
    default: {
      const url = appAddress(action, takesIntents);
      return [...page, ...(url ? [{ rung: 'app', url } as const] : []), ...code];
    }
  }
}

/** True where a page is shown by Alipay itself, whose bridge takes a trade number. Other wallets have one of their own. */
export const isAlipay = ({ container }: Pick<Device, 'container'>): boolean =>
  container === 'alipay' || container === 'alipay-mini';

/**
 * True for browsers that follow Chrome's `intent:` addresses. Others are built on the web view, or ignore them.
 * https://developer.chrome.com/docs/android/intents
 */
export const takesIntents = (userAgent: string): boolean =>
  /Android(?!.*Version\/).* Chrome\/\S+( Mobile)? Safari\/\S+( EdgA\/\S+)?$/.test(userAgent);

/**
 * The address that opens the app, where it is another than that of the first tap. A link comes before a scheme: where the
 * app is missing it is still a page.
 */
function appAddress({ redirect, app }: Action, takesIntents: boolean): string | null {
  const first = redirect?.url ?? app?.linkUrl;
  if (first === undefined || !app) return null;
  const link = app.linkUrl !== undefined && app.linkUrl !== first ? safeUrl(app.linkUrl) : null;
  const scheme = app.schemeUrl === undefined ? null : safeUrl(app.schemeUrl, { app: true });
  // A page that wants a form to be posted is none to fall back to.
  const page = redirect?.method === 'POST' ? null : safeUrl(first);
  return link ?? ((takesIntents && scheme && page && toIntent(scheme, page)) || scheme);
}

/** The scheme of a wallet as an intent, which opens the page where the app is missing. Null where it cannot be one. */
function toIntent(scheme: string, page: string): string | null {
  const [, name = '', rest = ''] = /^(\w+):(\/\/[^#]+)$/.exec(scheme) ?? [];
  const id = PACKAGES[name];
  return id
    ? `intent:${rest}#Intent;scheme=${name};package=${id};S.browser_fallback_url=${encodeURIComponent(page)};end`
    : null;
}
