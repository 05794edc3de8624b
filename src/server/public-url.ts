import { safeUrl } from '../protocol/safe-url.ts';
import type { Kit } from './kit.ts';

type Mounted = Pick<Kit, 'publicUrl'>;

/** @throws {TypeError} where `publicUrl` could not be called or signed by a gateway. */
export function parsePublicUrl(publicUrl: string): URL {
  const safe = safeUrl(publicUrl);
  const url = safe === null ? null : new URL(safe);
  if (!url || url.search || url.hash) {
    throw new TypeError('"publicUrl" must be an https address without query, such as "https://shop.example/alipay"');
  }
  return url;
}

/** The path under which the kit is mounted, without a slash at its end: empty for the root. */
export function basePath({ publicUrl }: Mounted): string {
  return publicUrl.pathname.replace(/\/+$/, '');
}

/** The path that a gateway account's notifications are sent to, and signed over. */
export function notificationPath(kit: Mounted, account: string): string {
  return `${basePath(kit)}/notifications/${account}`;
}
