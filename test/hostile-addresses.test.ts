import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import naughtyStrings from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import fc from 'fast-check';
import { destinationOf } from '../src/element/launch.ts';
import type { Action } from '../src/protocol/payment.ts';
import { takeReturnTicket } from '../src/protocol/return-ticket.ts';
import { safeUrl } from '../src/protocol/safe-url.ts';
import { toAction } from '../src/server/gateways/alipay-cashier/action.ts';
import { fromRequest } from '../src/server/gateways/checkout-com/translate.ts';
import { safeSnapshot } from '../src/session/safe-snapshot.ts';
import { aPayment } from './support/payments.ts';
import { paymentBuilder } from './support/gateway-payments.ts';
import { openShop } from './support/shop.ts';

/** Said a second time and by other means than the code that is tested: what a page may be sent to. */
function isAllowed(address: string): boolean {
  // eslint-disable-next-line no-control-regex -- refusing control characters is the point
  if (/[\u0000-\u0020\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(address)) return false;
  const [, scheme = '', authority = ''] = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?/.exec(address) ?? [];
  if (authority.includes('@')) return false;
  if (['alipay', 'alipays', 'alipayhk'].includes(scheme)) return true;
  if (scheme === 'https') return authority !== '';
  return scheme === 'http' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(authority);
}

const SCHEMES = [
  ...['javascript', 'data', 'vbscript', 'blob', 'file', 'filesystem', 'view-source', 'about', 'ftp', 'ws', 'intent'],
  ...['http', 'https', 'alipays', 'alipay', 'alipayhk', 'alipays2', 'weixin', 'tel', 'mailto', 'x-safari-https'],
];
const BODIES = [
  ...['alert(1)', 'text/html,<script>alert(1)</script>', 'text/html;base64,PHNjcmlwdD4=', '//evil.example/', '///evil'],
  ...[
    '//shop.example@evil.example/',
    '//evil.example\\@shop.example/',
    '//localhost.evil.example/',
    '\\\\evil.example\\',
  ],
  ...['//127.0.0.1.evil.example/', '//[::1]/', '//localhost:4020/pay', '//user:secret@cashier.example/', '%61lert(1)'],
  ...[
    '//platformapi/startapp?scheme=javascript:alert(1)',
    '//cashier.example/?u=javascript:alert(1)#x',
    '//ｌｏｃａｌｈｏｓｔ/',
  ],
];
const TRICKS = [
  '',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u0000',
  '\u0001',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u202e',
  '\ufeff',
  '%0a',
  '&Tab;',
];

/** A scheme in odd letters, with something put in at any place, before one body or two. */
const crafted: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...SCHEMES),
    fc.infiniteStream(fc.boolean()),
    fc.constantFrom(...TRICKS),
    fc.nat(14),
    fc.constantFrom(':', ':/', '://', '\\:', '&colon;', '：'),
    fc.array(fc.constantFrom(...BODIES), { minLength: 1, maxLength: 2 }),
  )
  .map(([scheme, upper, trick, at, colon, bodies]) => {
    const odd = Array.from(scheme, (letter) => (upper.next().value ? letter.toUpperCase() : letter)).join('');
    const text = `${odd}${colon}${bodies.join('')}`;
    return text.slice(0, at) + trick + text.slice(at);
  });

const hostile = fc.oneof(
  { weight: 8, arbitrary: crafted },
  { weight: 2, arbitrary: fc.webUrl({ validSchemes: ['http', 'https', 'javascript'], withFragments: true }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(...naughtyStrings) },
);

const payment = paymentBuilder({
  amount: { currency: 'USD', value: 2000, exponent: 2 },
  notifyUrl: 'https://shop.example/alipay/notifications/main',
})();

/** Every address that comes out of a part of an action. */
function addressesOf(action: Action | null | undefined): string[] {
  const { redirect, app } = action ?? {};
  return [redirect?.url, app?.schemeUrl, app?.linkUrl].filter((address) => address !== undefined);
}

/** The action that is let through, or null where the whole answer is refused. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** What each place where the page can be sent makes of an address. */
const PLACES: Readonly<Record<string, (address: string) => string[]>> = {
  'safeUrl, for a page': (address) => [safeUrl(address)].filter((one) => one !== null),
  'safeUrl, for an app': (address) => [safeUrl(address, { app: true })].filter((one) => one !== null),
  'the action of an endpoint': (address) => {
    const action: Action = { redirect: { url: address, method: 'GET' }, app: { schemeUrl: address, linkUrl: address } };
    return addressesOf(orNull(() => safeSnapshot({ payment: aPayment(), action }))?.action);
  },
  'the destination of a tap': (address) => {
    const actions: Action[] = [
      { redirect: { url: address, method: 'POST', fields: {} } },
      { app: { linkUrl: address } },
      { app: { schemeUrl: address } },
    ];
    return actions.flatMap((action) => destinationOf(action)?.url ?? []);
  },
  'the answer of Alipay': (address) => {
    const form = { method: 'POST' as const, redirectUrl: address };
    const answers = [{ normalUrl: address, schemeUrl: address, applinkUrl: address }, { redirectActionForm: form }];
    return answers.flatMap((answer) => addressesOf(toAction(answer, 0)));
  },
  'the answer of Checkout.com': (address) => {
    const links = { redirect: { href: address } };
    const answer = { id: `pay_${'a'.repeat(26)}`, status: 'Pending', _links: links };
    return addressesOf(orNull(() => fromRequest(payment, answer as Parameters<typeof fromRequest>[1]))?.action);
  },
};

describe('a hostile address', () => {
  for (const [place, addressesFrom] of Object.entries(PLACES)) {
    it(`does not get through ${place}: 20,000 generated ones`, () => {
      fc.assert(
        fc.property(hostile, (address) => {
          for (const found of addressesFrom(address)) assert.ok(isAllowed(found), JSON.stringify([address, found]));
        }),
        { numRuns: 20_000 },
      );
    });

    it(`does not get through ${place}: the published list`, () => {
      for (const address of naughtyStrings.flatMap((text) => [text, `https://${text}`, `javascript:${text}`])) {
        for (const found of addressesFrom(address)) assert.ok(isAllowed(found), JSON.stringify([address, found]));
      }
    });
  }

  it('lets the good ones through, so that the above says something', () => {
    const good = 'https://cashier.example/pay?a=1#b';
    for (const [place, addressesFrom] of Object.entries(PLACES)) assert.ok(addressesFrom(good).includes(good), place);
  });

  it('is no return address of a payment, and what is taken for one stays on the shop’s origin', async () => {
    const shop = openShop({ rateLimit: { perClient: 1e6, perOrder: 1e6 } });
    await fc.assert(
      fc.asyncProperty(hostile, async (returnUrl) => {
        const response = await shop.create({ body: { returnUrl: returnUrl.slice(0, 1536) } });
        const isRefused = response.status >= 400 && response.status < 500;
        assert.ok(isRefused, `${response.status} to ${JSON.stringify(returnUrl)}`);
      }),
      { numRuns: 1_000 },
    );
  });

  it('in a page’s own address never makes a return ticket do more than name a payment', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const href = `https://shop.example/orders/1?alipay_return=${value}#alipay_return=${value}`;
        const { ticket, href: left } = takeReturnTicket(href);
        assert.ok(left.startsWith('https://shop.example/orders/1'), left);
        if (ticket) assert.match(`${ticket.paymentId}.${ticket.ticket}`, /^[A-Za-z0-9]{24}\.[A-Za-z0-9_-]{16,128}$/);
      }),
      { numRuns: 20_000 },
    );
  });
});
