import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrast, mix } from '../../demo/studio/public/colours.js';
import { emptyTheme, formatTheme, parseTheme } from '../../demo/studio/public/theme.js';
import { COLOURS, PAIRS, THEMES } from '../../demo/studio/tokens.ts';
import { openOrders } from '../../demo/shop/orders.ts';
import { createShop } from '../../demo/shop/shop.ts';
import { elementSurface } from '../../scripts/manifest.ts';
import * as colours from '../support/colours.ts';
import { themeFiles } from '../support/theme-files.ts';

const ORIGIN = 'http://localhost:4010';
const names = COLOURS.map(({ name }) => name);

function setup() {
  const never = () => Promise.reject(new Error('no payment is asked for'));
  const shop = createShop({
    origin: ORIGIN,
    orders: openOrders(':memory:'),
    accounts: ['alipay'],
    panels: [],
    payments: { list: never, events: never, cancel: never, refund: never },
  });
  return { get: (path: string) => shop(new Request(ORIGIN + path)) };
}

describe('the theme studio', () => {
  it('works under the strict policy of the shop, and every file that it names is there', async () => {
    const { get } = setup();
    const response = await get('/studio');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-security-policy') ?? '', /style-src 'self';.*require-trusted-types-for/);
    const page = await response.text();
    assert.doesNotMatch(page, / style="|<style/);
    const files = [...page.matchAll(/(?:href|src)="(\/(?:studio|assets)\/[^"]+\.(?:css|js))"/g)].map(
      ([, path]) => path!,
    );
    assert.ok(files.length >= 4);
    for (const path of files) assert.equal((await get(path)).status, 200, path);
  });

  it('offers every theme of the package, and no other', async () => {
    const { get } = setup();
    assert.deepEqual(
      THEMES.toSorted(),
      themeFiles.map(({ name }) => name),
    );
    for (const { name, css } of themeFiles) {
      const response = await get(`/package/themes/${name}.css`);
      assert.equal(await response.text(), css);
    }
  });

  it('asks for every colour that there is, and nothing else', () => {
    const known = elementSurface().cssProperties.map(({ name }) => name.replace('--alipay-checkout-', ''));
    const others = ['shadow', 'overlay-shadow', 'backdrop', 'radius', 'space', 'font', 'qr-size'];
    assert.deepEqual(names.toSorted(), known.filter((name) => !others.includes(name)).sort());
    for (const { front, back } of PAIRS) assert.ok(names.includes(front) && names.includes(back));
  });

  for (const { name, css, schemes } of themeFiles) {
    it(`writes a theme as it has read it: ${name}`, () => {
      const theme = parseTheme(css, names);
      assert.equal(theme.schemes, Object.keys(schemes).length === 2 ? 'both' : Object.keys(schemes)[0]);
      const bare = (text: string) =>
        text
          .replace(/\/\*[^]*?\*\//g, '')
          .replace(/\s+/g, ' ')
          .trim();
      assert.equal(bare(formatTheme(theme)), bare(css));
    });
  }

  it('writes nothing where nothing has been changed', () => {
    assert.equal(formatTheme(emptyTheme()), '');
  });

  it('writes one scheme alone without a question about the other', () => {
    const theme = {
      ...emptyTheme(),
      schemes: 'dark' as const,
      dark: { accent: '#ffffff' },
      light: { accent: '#000000' },
    };
    assert.equal(
      formatTheme(theme),
      'alipay-checkout {\n  --alipay-checkout-accent: #ffffff;\n  color-scheme: dark;\n}',
    );
  });

  it('shows a theme on an element of another name, and leaves the names of tokens as they are', () => {
    const theme = { ...emptyTheme(), light: { accent: '#123456' }, rules: 'alipay-checkout::part(title) {}' };
    assert.equal(
      formatTheme(theme, 'a-picture'),
      'a-picture {\n  --alipay-checkout-accent: #123456;\n}\na-picture::part(title) {}',
    );
  });

  it('reckons with colours as the tests of the themes do', () => {
    for (const [one, other] of [
      ['#000000', '#ffffff'],
      ['#1052b0', '#ffffff'],
      ['#bcb2d3', '#15111f'],
    ] as const) {
      assert.equal(contrast(one, other), colours.contrast(colours.parseHex(one), colours.parseHex(other)));
      const mixed = colours.mix(colours.parseHex(one), 0.78, colours.parseHex(other)).map(Math.round);
      assert.deepEqual(colours.parseHex(mix(one, 78, other)), mixed);
    }
  });
});

describe('the page of the element', () => {
  it('names all that a page can set, hear, fill and style', async () => {
    const page = await (await setup().get('/studio/surface')).text();
    const { members, events, slots, cssParts, cssProperties, cssStates } = elementSurface();
    for (const { name = '' } of [...members, ...events, ...slots, ...cssProperties])
      assert.ok(page.includes(name), name);
    for (const { name } of cssParts) assert.ok(page.includes(`<code>::part(${name})</code>`), name);
    for (const { name } of cssStates) assert.ok(page.includes(`<code>:state(${name})</code>`), name);
    assert.doesNotMatch(page, / style="|<style|<script[^>]*>[^<]/);
  });

  it('is not found under any other address', async () => {
    assert.equal((await setup().get('/studio/other')).status, 404);
    assert.equal((await setup().get('/studio/assets/../tokens.ts')).status, 404);
  });
});
