/** App schemes a payment may hand over to. Anything else that is not `https:` is refused. */
export const APP_SCHEMES = ['alipay:', 'alipays:', 'alipayhk:'] as const;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
// Control characters, white space, and the marks that turn the direction of text around: none belongs in an address.
// eslint-disable-next-line no-control-regex -- refusing control characters is the point
const FORBIDDEN = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/**
 * The address as the browser will understand it, or null where the page must not be sent there.
 *
 * The one gate before every navigation, on both sides: a hostile or broken endpoint must not run script in the shop's
 * page. Allows `https:`, `http:` on the shopper's own machine only (development), and with `app` the wallets' schemes;
 * refuses user names in addresses, control characters and every other scheme.
 */
export function safeUrl(address: string, { app = false } = {}): string | null {
  if (FORBIDDEN.test(address)) return null;
  const url = parseUrl(address);
  if (!url || url.username || url.password) return null;
  if (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))) return url.href;
  return app && (APP_SCHEMES as readonly string[]).includes(url.protocol) ? url.href : null;
}

function parseUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
