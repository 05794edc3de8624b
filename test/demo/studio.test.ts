import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrast, mix } from '../../demo/studio/public/colours.js';
import { readLink, writeLink } from '../../demo/studio/public/theme-link.js';
import { completeTheme, emptyTheme, formatTheme, mergeThemes, parseTheme } from '../../demo/studio/public/theme.js';
import { COLOURS, LOCALES, PAIRS, SHAPES, THEMES } from '../../demo/studio/tokens.ts';
import { openOrders } from '../../demo/shop/orders.ts';
import { createShop } from '../../demo/shop/shop.ts';
import { elementSurface } from '../../scripts/manifest.ts';
import { LOCALES as spoken } from '../support/all-languages.ts';
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
    assert.deepEqual([...names, ...SHAPES].toSorted(), known.toSorted());
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
    assert.equal(formatTheme(completeTheme(emptyTheme(), COLOURS)), '');
  });

  it('adds nothing to a theme of the package', () => {
    for (const { css } of themeFiles) {
      const theme = parseTheme(css, names);
      assert.equal(formatTheme(completeTheme(theme, COLOURS)), formatTheme(theme));
    }
  });

  it('keeps the colours of the dark where those of the light are changed', () => {
    const changes = { light: { accent: '#aa0000', text: '#111111' }, dark: { text: '#eeeeee' }, shape: {} };
    const theme = completeTheme(mergeThemes(emptyTheme(), changes), COLOURS);
    assert.deepEqual(theme.light, changes.light);
    assert.deepEqual(theme.dark, { text: '#eeeeee', accent: '#72aaff' });
  });

  it('says every colour of a theme for one scheme, which is on pages of the other too', () => {
    const theme = completeTheme({ ...emptyTheme(), schemes: 'dark', dark: { accent: '#ffffff' } }, COLOURS);
    const told = COLOURS.filter(({ dark }) => typeof dark === 'string').map(({ name }) => name);
    assert.deepEqual(Object.keys(theme.dark).toSorted(), told.toSorted());
    assert.equal(theme.dark['accent'], '#ffffff');
    assert.deepEqual(theme.light, {});
  });

  it('lets a change take away what a theme brings', () => {
    const theme = { ...emptyTheme(), shape: { shadow: 'none', radius: '2px' } };
    assert.deepEqual(mergeThemes(theme, { light: {}, dark: {}, shape: { shadow: '' } }).shape, { radius: '2px' });
  });

  it('speaks the languages of the element', () => {
    assert.deepEqual(LOCALES, spoken);
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

describe('a link to a theme', () => {
  const known = { themes: THEMES, colours: names, shapes: SHAPES };
  const nothing = { light: {}, dark: {}, shape: {} };

  it('brings back what was chosen and changed', () => {
    const work = {
      name: 'tea-house',
      changes: {
        schemes: 'dark' as const,
        light: { accent: '#aa0000' },
        dark: { 'on-accent': '#00aa00' },
        shape: { radius: '4px', font: "15px/21px 'Helvetica Neue', sans-serif", shadow: '' },
      },
    };
    assert.deepEqual(readLink(writeLink(work), known), work);
    assert.equal(writeLink({ name: '', changes: nothing }), '');
  });

  const forged = [
    ['a theme that there is not', 'theme=../secret'],
    ['a scheme that there is not', 'schemes=sepia'],
    ['a token that there is not', 'light.__proto__=aa0000&width=4px'],
    ['a part that there is not', 'shape.accent=aa0000&toString.accent=aa0000'],
    ['a colour that is none', 'light.accent=red&dark.accent=aa00'],
    ['a value that leaves its declaration', `radius=${encodeURIComponent('0;} body{display:none')}`],
    ['a value that hides what follows', `font=${encodeURIComponent('15px a /*')}`],
  ] as const;
  for (const [what, text] of forged) {
    it(`leaves out ${what}`, () => {
      assert.deepEqual(readLink(text, known), { name: '', changes: nothing });
    });
  }
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
