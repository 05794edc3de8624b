import { deepEqual, equal } from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checkoutStates } from '../support/checkout-states.ts';
import type { Finding } from './finding.ts';
import { Stage } from './stage.ts';
import { themes } from './themes.ts';
import { DISPLAYS } from './views.ts';

// What a reader sets as the size of letters in a browser comes to a page as the font size of its root (WCAG 1.4.4). Widths
// stay as they are then, unlike where the whole page is enlarged.
const VIEW = { state: 'awaiting · QR', display: 'inline', language: 'en-XA', theme: 'light', width: 320 };

let stage: Stage;
before(async () => {
  stage = await Stage.open();
});
after(() => stage.close());

const enlarge = (percent: number): Promise<void> =>
  stage.page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
  }, percent);

const inWords = ({ rule, where, message }: Finding): string => `${rule}: ${where} ${message}`;

async function faultsInEveryState(view: Omit<typeof VIEW, 'state'>): Promise<string[]> {
  const found: string[] = [];
  for (const state of Object.keys(checkoutStates)) {
    await stage.show({ ...view, state });
    const findings = await stage.measure({ spaced: false });
    found.push(...findings.map((finding) => `${state}, ${inWords(finding)}`));
  }
  return found;
}

describe('letters that a reader has made larger', () => {
  for (const display of DISPLAYS) {
    it(`are cut off nowhere and lie over nothing at 200 %, in 320 pixels: ${display}`, async () => {
      await enlarge(200);
      deepEqual(await faultsInEveryState({ ...VIEW, display }), []);
    });
  }

  for (const [display, language] of [
    ['inline', 'en-XA'],
    ['inline', 'en-XB'],
    ['dialog', 'en-XA'],
  ] as const) {
    it(`are cut off nowhere and lie over nothing at 400 %, in 1280 pixels: ${display}, in ${language}`, async () => {
      await enlarge(400);
      deepEqual(await faultsInEveryState({ ...VIEW, display, language, width: 1280 }), []);
    });
  }

  it('leave a long description whole', async () => {
    await enlarge(200);
    await stage.show(VIEW);
    await stage.page.locator('.description').evaluate((description) => {
      description.textContent = 'Longjing tea, first harvest, two hundred and fifty grams';
    });
    deepEqual((await stage.measure({ spaced: true })).map(inWords), []);
  });

  // 320 × 256 is what is left of 1280 × 1024 at 400 %.
  for (const [percent, width, height] of [
    [100, 320, 256],
    [200, 320, 640],
    [400, 1280, 900],
  ] as const) {
    it(`leave the help within its window of ${width} × ${height} at ${percent} %`, async () => {
      await enlarge(percent);
      await stage.show({ ...VIEW, width });
      await stage.page.setViewportSize({ width, height });
      await stage.page.locator('[part=link]').click();
      const help = stage.page.locator('[part=help][data-placed]');
      await help.waitFor();
      const reaches = await help.evaluate((box) => {
        const { top, left, bottom, right } = box.getBoundingClientRect();
        return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      });
      equal(reaches, true, 'it reaches beyond the window, where nobody can scroll to');
      deepEqual((await stage.measure({ spaced: false })).map(inWords), []);
    });
  }
});

describe('the size of letters', () => {
  const sizeOf = async (theme: string, percent: number): Promise<Record<string, number>> => {
    await enlarge(percent);
    await stage.show({ ...VIEW, state: 'awaiting · near expiry', theme });
    const parts = stage.page.locator('posed-checkout :is([part=title], [part=words], [part=button], [part=note])');
    return parts.evaluateAll((elements: Element[]) =>
      Object.fromEntries(
        elements.map((part) => [part.getAttribute('part')!, parseFloat(getComputedStyle(part).fontSize)]),
      ),
    );
  };

  for (const theme of Object.keys(themes)) {
    it(`follows the reader in the theme "${theme}"`, async () => {
      const usual = await sizeOf(theme, 100);
      const doubled = Object.fromEntries(Object.entries(usual).map(([part, size]) => [part, 2 * size]));
      deepEqual(await sizeOf(theme, 200), doubled);
    });

    it(`stays as it is on a page that counts a rem as ten pixels, in the theme "${theme}"`, async () => {
      deepEqual(await sizeOf(theme, 62.5), await sizeOf(theme, 100));
    });
  }
});
