import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { setStage } from './support/stage.ts';
import { type LookName, looksOf, StudioPage, violationsOf } from './support/studio-page.ts';
import { until } from './support/until.ts';

const THEMES = ['Tea house', 'Electronics', 'Fashion', 'Luxury', 'Gaming', 'Kids'];

describe('the theme studio', () => {
  const stage = setStage();

  async function setup(path = '/studio', options: BrowserContextOptions = {}) {
    const designer = await stage.shopper({
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    const { page } = await designer.open(stage.demo.shopOrigin + path);
    await page.locator('studio-checkout [part=qr]').first().waitFor();
    return new StudioPage(page);
  }

  /** A page that knows nothing of the studio: two checkouts, one of which shows its code, and the CSS that was copied. */
  async function plainPage(): Promise<Page> {
    const shopper = await stage.shopper();
    const { orderId } = await shopper.order();
    const address = `${stage.demo.shopOrigin}/plain`;
    await shopper.context.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>A shop</title><style></style>
          <script type="module" src="/cdn/alipay-checkout.js"></script>
          <main><alipay-checkout id="begun" endpoint="/alipay" order-id="${orderId}"></alipay-checkout></main>`,
      }),
    );
    const shop = await shopper.open(address);
    await shop.pay();
    await shop.codeIsPainted();
    await shop.page.locator('main').evaluate((main) => {
      const idle = Object.assign(document.createElement('alipay-checkout'), { id: 'idle', endpoint: '/alipay' });
      main.append(Object.assign(idle, { orderId: 'another' }));
    });
    return shop.page;
  }

  const link = (page: Page, css: string): Promise<unknown> =>
    page.locator('style').evaluate((style, text) => (style.textContent = text), css);

  /** Where looks differ, once what moves has come to rest. */
  async function assertSame(one: Locator, other: Locator, what: string): Promise<void> {
    const both = async () => [await looksOf(one), await looksOf(other)] as const;
    const isSame = async (): Promise<boolean> => isDeepStrictEqual(...(await both()));
    await until(what, isSame, 3_000).catch(async () => assert.deepEqual(...(await both()), what));
  }

  it('shows a colour that is changed in every state at once, and in its scheme alone', async () => {
    const studio = await setup();
    await studio.theme('Tea house').check();
    const colours = async (look: LookName, part: string, property: string): Promise<string> =>
      (await studio.values(look, part, property)).join();
    await until('links of the theme', async () => (await colours('Light', 'link', 'color')) === 'rgb(47, 93, 58)');
    const dark = await colours('Dark', 'link', 'color');
    await studio.colour('Accent, light').fill('#AA0000');
    await until('red links', async () => (await colours('Light', 'link', 'color')) === 'rgb(170, 0, 0)');
    await until('no other buttons', async () => {
      return !(await colours('Light', 'button', 'background-color')).includes('47, 93, 58');
    });
    assert.equal(await colours('Dark', 'link', 'color'), dark);
  });

  it('shows each scheme as its fields say, where a theme gives colours for one of them', async () => {
    const studio = await setup();
    const panels = (look: LookName) => studio.values(look, 'panel', 'background-color');
    await studio.colour('Surface, light').fill('#fff4e0');
    assert.deepEqual(await panels('Light'), ['rgb(255, 244, 224)']);
    assert.equal(await studio.colour('Surface, dark').inputValue(), '#161a21');
    assert.deepEqual(await panels('Dark'), ['rgb(22, 26, 33)']);
    await studio.choice('Made for').selectOption('Dark alone');
    assert.deepEqual(await panels('Light'), ['rgb(22, 26, 33)']);
    await studio.look('Light').getByText('this theme is dark, whatever the shopper prefers').waitFor();
  });

  it('shows corners, spacing, type, shadow and the size of the code', async () => {
    const studio = await setup();
    const value = async (part: string, property: string): Promise<string | undefined> =>
      (await studio.values('Light', part, property))[0];
    await studio.slider('Corners').fill('2');
    assert.equal(await value('panel', 'border-start-start-radius'), '2px');
    await studio.choice('Density').selectOption('Roomy');
    assert.equal(await value('panel', 'column-gap'), '20px');
    assert.equal(await value('words', 'font-size'), '17px');
    await studio.choice('Font').selectOption('Monospaced');
    assert.match((await value('title', 'font-family'))!, /^ui-monospace/);
    await studio.choice('Shadow').selectOption('None');
    assert.equal(await value('panel', 'box-shadow'), 'none');
    const widthOfCode = (): Promise<number> =>
      studio
        .checkout('Light', 'Code')
        .locator('[part=qr]')
        .evaluate((code: SVGElement) => code.clientWidth);
    const before = await widthOfCode();
    await studio.slider('Code').fill('260');
    assert.ok((await widthOfCode()) > before);
  });

  it('marks what has been changed, takes it back, and keeps the focus beside it', async () => {
    const studio = await setup();
    await studio.theme('Luxury').check();
    const { page } = studio;
    assert.ok(await studio.button('Start over').isDisabled());
    assert.equal(await page.locator('.reset:visible').count(), 0);
    await studio.colour('Accent, dark').fill('#aa0000');
    await studio.slider('Corners').fill('30');
    assert.equal(await page.locator('.reset:visible').count(), 2);
    await studio.button('Accent: as it was').press('Enter');
    assert.equal(await studio.colour('Accent, dark').inputValue(), '#d8b56a');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Accent, dark: pick');
    await studio.button('Start over').press('Enter');
    assert.equal(await studio.slider('Corners').inputValue(), '2');
    assert.ok(await studio.theme('Luxury').evaluate((radio) => radio === document.activeElement));
  });

  it('names the colours that are hard to read', async () => {
    const studio = await setup();
    await studio.page.getByText(/^Everything can be read/).waitFor();
    await studio.colour('Accent, light').fill('#ff8800');
    await studio.page.getByText('2 of 14 pairs of colours are hard to read:').waitFor();
    await studio.page.getByText('Button, light: 2.3 : 1, needs 4.5 : 1').waitFor();
  });

  it('turns every state round from right to left, and speaks other languages', async () => {
    const studio = await setup();
    await studio.shown('Right to left').check();
    const wayOf = (look: 'Light' | 'Right to left') => async (): Promise<string | undefined> =>
      (await studio.values(look, 'panel', 'direction')).join();
    await until('Arabic', async () => (await wayOf('Right to left')()) === 'rtl');
    assert.equal(await wayOf('Light')(), 'ltr');
    await studio.choice('Language').selectOption('de');
    await studio.checkout('Light', 'Button').getByText('Mit Alipay bezahlen').waitFor();
    await studio.checkout('Right to left', 'Button').getByText('الدفع عبر Alipay').waitFor();
    await studio.shown('Light').uncheck();
    assert.ok(await studio.look('Light').isHidden());
    await studio.shown('Forced colours').check();
    assert.deepEqual(await studio.values('Forced colours', 'panel', 'background-color'), ['rgb(0, 0, 0)']);
  });

  it('keeps the work in its address, for a reload and for others', async () => {
    const studio = await setup();
    await studio.theme('Kids').check();
    await studio.colour('Accent, light').fill('#aa0000');
    await studio.slider('Corners').fill('3');
    await studio.slider('Corners').press('ArrowRight');
    const css = await studio.copyCss();
    await studio.button('Copy a link').click();
    await studio.page.getByText('The link is copied.').waitFor();
    const address = await studio.page.evaluate(() => navigator.clipboard.readText());
    const colleague = await setup(address.replace(stage.demo.shopOrigin, ''));
    assert.ok(await colleague.theme('Kids').isChecked());
    assert.equal(await colleague.slider('Corners').inputValue(), '4');
    assert.equal(await colleague.copyCss(), css);
  });

  it('selects the CSS where the browser lets no page copy', async () => {
    const { page } = await setup('/studio#radius=3px');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('Denied', 'NotAllowedError'));
    });
    await page.getByRole('button', { name: 'Copy the CSS' }).click();
    await page.getByText(/it is selected, press Ctrl/).waitFor();
    const selected = await page.getByLabel('Your CSS').evaluate((field: HTMLTextAreaElement) => {
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    assert.match(selected, /--alipay-checkout-radius: 3px/);
  });

  it('is worked by the keyboard alone', async () => {
    const { page } = await setup();
    const { keyboard } = page;
    const focused = (): Promise<string | null> =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        return element ? element.ariaLabel || element.labels?.[0]?.innerText.trim() || element.innerText : null;
      });
    const tabTo = async (name: string): Promise<void> => {
      const passed: (string | null)[] = [];
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await keyboard.press('Tab');
        passed.push(await focused());
        if (passed.at(-1)?.startsWith(name)) return;
      }
      throw new Error(`Tab never came to "${name}", but to ${passed.join(', ')}`);
    };
    await tabTo('The default');
    await keyboard.press('ArrowRight');
    assert.equal(await focused(), 'Tea house');
    await tabTo('Accent, light');
    await tabTo('Accent, light');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('#aa0000');
    await tabTo('Corners');
    await keyboard.press('Home');
    await tabTo('Copy the CSS');
    await keyboard.press('Enter');
    await page.getByText('The CSS is copied.').waitFor();
    const css = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(css, /--alipay-checkout-accent: #aa0000;[^]*--alipay-checkout-radius: 0px;/);
    await tabTo('Right to left');
    await keyboard.press('Space');
    assert.ok(await page.getByRole('region', { name: 'Right to left' }).isVisible());
  });

  it('copies CSS that gives a plain page that very look, in light and in dark', async () => {
    const studio = await setup();
    // Hairlines are rounded to whole pixels before they are zoomed.
    await studio.slider('Zoom').fill('100');
    const shop = await plainPage();
    const looks: Readonly<Record<string, () => Promise<unknown>>> = {
      ...Object.fromEntries(THEMES.map((name) => [name, () => studio.theme(name).check()])),
      'one colour of the light alone': async () => {
        await studio.theme('The default').check();
        await studio.colour('Surface, light').fill('#fff4e0');
      },
      'made for the dark alone': async () => {
        await studio.button('Start over').click();
        await studio.choice('Made for').selectOption('Dark alone');
      },
    };
    for (const [name, choose] of Object.entries(looks)) {
      await choose();
      await link(shop, await studio.copyCss());
      for (const [colorScheme, look] of [
        ['light', 'Light'],
        ['dark', 'Dark'],
      ] as const) {
        await shop.emulateMedia({ colorScheme });
        const what = `${name}, ${colorScheme}`;
        await assertSame(shop.locator('#idle'), studio.checkout(look, 'Button'), what);
        await assertSame(shop.locator('#begun'), studio.checkout(look, 'Code'), what);
      }
    }
  });

  for (const path of ['/studio', '/studio/surface']) {
    for (const [name, options] of Object.entries({
      'a desktop': {},
      'a phone in dark colours': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
    } as const)) {
      it(`has nothing that axe objects to, on ${name}: ${path}`, async () => {
        const { page } = await (await stage.shopper(options)).open(stage.demo.shopOrigin + path);
        await page.waitForLoadState('networkidle');
        assert.deepEqual(await violationsOf(page), []);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
      });
    }
  }
});
